"""Forenames and surnames: a written list, those of the lexicon, and what stands beside them in titles and texts.

Mutual bootstrapping (Riloff & Jones 1999), in few rounds: a word behind forenames is a surname, a
word before surnames is a forename.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import marisa_trie

from generator.analyse.lexicon import FORMS, Lexicon
from generator.analyse.tables import words

Lists = tuple[set[str], set[str]]
"""Forenames, surnames."""
NAME = re.compile(r"[A-ZÄÖÜÀ-ÞŠŽČĆĐŁŚŻŹİŞ](?:[a-zß-öø-ÿā-žșț’'-]|(?<=[a-z])[A-Z])+(?:-[A-ZÄÖÜÀ-Þ][a-zß-öø-ÿā-žșț]+)?")
INITIAL = re.compile(r"[A-Z]\.")
LONGEST = 5
"""Words of the longest name."""
ROUNDS = 3
SHARE = 0.3
"""Of the words beside a new name that must be known ones."""
LEAST = 2
"""Surnames that must have been seen behind a new forename."""


def of_lexicon(folder: Path, lexicon: Lexicon) -> Lists:
    """What the lexicon in `folder` has as such."""
    forenames: set[str] = set()
    surnames: set[str] = set()
    for form in marisa_trie.Trie().mmap(str(folder / FORMS)):
        for reading in lexicon.readings(form):
            if reading.tag.endswith("VOR"):
                forenames.add(reading.lemma)
            elif reading.tag.endswith("NAC"):
                surnames.add(reading.lemma)
    return forenames, surnames


def written(path: Path) -> set[str]:
    """The words of a file, without its headings, lines with `#`."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return {name for line in lines if not line.startswith("#") for name in line.split()}


def of_persons(persons: Iterable[Sequence[str]]) -> set[str]:
    """Forenames that persons of two different surnames have."""
    behind: dict[str, set[str]] = defaultdict(set)
    for person in persons:
        if len(person) > 1 and NAME.fullmatch(person[0]) and NAME.fullmatch(person[-1]):
            behind[person[0]].add(person[-1])
    return {forename for forename, surnames in behind.items() if len(surnames) > 1}


def grown(known: Lists, sentences: Sequence[Sequence[str]], lexicon: Lexicon) -> Lists:
    """The lists with what stands beside their words in `sentences`."""
    lower = {word for sentence in sentences for word in sentence if word.islower()}

    def possible(word: str) -> bool:
        return word.lower() not in lower and not lexicon.common(word) and _person(word, lexicon)

    behind: dict[str, set[str]] = defaultdict(set)
    before: dict[str, set[str]] = defaultdict(set)
    for sentence in sentences:
        for first, last in _pairs(sentence, possible):
            behind[first].add(last)
            before[last].add(first)
    forenames, surnames = set(known[0]), set(known[1])
    for _ in range(ROUNDS):
        surnames |= _beside(before, forenames, 1)
        forenames |= _beside(behind, surnames, LEAST)
    return known[0] | _bare(forenames), _bare(surnames)


def _person(word: str, lexicon: Lexicon) -> bool:
    """Whether the lexicon has the word for a person's name, or not at all."""
    tags = lexicon.tags(word)
    return not tags or any(tag.endswith(("VOR", "NAC")) for tag in tags)


def _pairs(sentence: Sequence[str], possible: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    """First and last words of runs that look like a name."""
    particles = words("", "particles.txt")
    at = 0
    while at < len(sentence):
        last = at
        if NAME.fullmatch(sentence[at]) and possible(sentence[at]):
            end = at + 1
            while end < min(len(sentence), at + LONGEST):
                word = sentence[end]
                if NAME.fullmatch(word):
                    last = end
                elif word not in particles and not INITIAL.fullmatch(word):
                    break
                end += 1
            if last > at and possible(sentence[last]):
                yield sentence[at], sentence[last]
        at = last + 1


def _beside(partners: Mapping[str, set[str]], known: set[str], least: int) -> set[str]:
    return {word for word, beside in partners.items() if len(beside & known) >= max(least, SHARE * len(beside))}


def _bare(names: set[str]) -> set[str]:
    """Names without genitives."""
    return {name for name in names if not (name.endswith("s") and name[:-1] in names)}
