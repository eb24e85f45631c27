"""Rules on the model's names: where one ends, and what is no name of a person, a place or an organisation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.analyse import nations
from generator.analyse.names.evidence import Chunk, Sentences, form
from generator.analyse.names.features import organisations
from generator.analyse.places import gazetteer
from generator.analyse.tables import words
from generator.analyse.tokens import Token

OPENING = frozenset(("„", "“", '"', "»", "‚", "'"))
OPEN = frozenset(("für", "und", "von", "zur", "zum", "der", "des", "of", "for", "de", "&", "-", "/"))
"""Words that no name ends with."""
COMPOUND = 5
"""Letters of the shortest noun that also counts as the last part of a compound."""


def tidy(tokens: Sentences, chunks: list[list[Chunk]]) -> list[list[Chunk]]:
    """The names of an article without those of events and things, complete where the model broke off."""
    things = {name for sentence in tokens for name in _things(sentence)}
    return [
        [
            whole
            for at, chunk in enumerate(found)
            if form(sentence, chunk) not in things
            and _name(form(sentence, chunk))
            and not (chunk.kind != "person" and _event(sentence, chunk))
            and (whole := _whole(sentence, chunk, found[at + 1].first if at + 1 < len(found) else len(sentence)))
        ]
        for sentence, found in zip(tokens, chunks, strict=True)
    ]


def _name(words_: str) -> bool:
    """Whether words can be a name at all: more than a letter, a capital or a known abbreviation."""
    parts = [part for part in words_.split() if any(map(str.isalnum, part))]
    if all(part.islower() or part in words("names", "never.txt") for part in parts) and words_ not in organisations():
        return "." in words_ and not set(parts) & words("names", "never.txt")
    return sum(map(str.isalpha, words_)) > 1


def _event(sentence: tuple[Token, ...], chunk: Chunk) -> bool:
    """ "Leichtathletik-Weltmeisterschaften", "Olympische Spiele"."""
    return _ends(sentence[chunk.last - 1].text, words("names", "events.txt"))


def _things(sentence: tuple[Token, ...]) -> Iterator[str]:
    """The capitalised words behind a noun of a thing: "Trägerrakete „X“", "vom Typ X"."""
    for at, token in enumerate(sentence):
        if not token.text[:1].isupper() or not _ends(token.text, words("names", "things.txt")):
            continue
        first = at + 1 + (sentence[at + 1 : at + 2] != () and sentence[at + 1].text in OPENING)
        last = first
        while last < len(sentence) and (sentence[last].text[:1].isupper() or sentence[last].text.isdigit()):
            last += 1
        if last - first > 1 and any(c.isdigit() for c in sentence[last - 1].text):
            yield sentence[first].text
        name = " ".join(t.text for t in sentence[first:last])
        if name and not (gazetteer.towns_named(name) or nations.load().named(name)):
            yield name


def _ends(form: str, nouns: frozenset[str]) -> bool:
    last = form.lower().rpartition("-")[2]
    return last in nouns or any(last.endswith(noun) for noun in nouns if len(noun) >= COMPOUND)


def _whole(sentence: tuple[Token, ...], chunk: Chunk, limit: int) -> Chunk | None:
    """A name that ends in "für" goes on to the noun; one that cannot go on loses such words."""
    last = chunk.last
    if sentence[last - 1].text in OPEN and last < limit and sentence[last].text[:1].isupper():
        return replace(chunk, last=last + 1)
    while last > chunk.first and sentence[last - 1].text in OPEN:
        last -= 1
    return replace(chunk, last=last) if last > chunk.first else None
