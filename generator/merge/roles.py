"""Functions of one person as several articles give them, each once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from generator.analyse import nations
from generator.analyse.article import article_words, prepositions
from generator.merge.words import WORD, Vocabulary
from generator.model import Text

MOST = 4
"""Functions shown of one person."""
SUFFIX = 5
"""Letters from which a word is the head of a longer one: "Minister" of "Außenminister"."""


def join(found: Iterable[Text], vocabulary: Vocabulary) -> tuple[Text, ...]:
    """The roles without those that another says too and more exactly, the most frequent first.

    Args:
        found: the roles of every article, one after the other.
    """
    counts = Counter(found)
    order = {role: at for at, role in enumerate(counts)}
    words = {role: terms(role.de, vocabulary) for role in counts}
    kept: list[Text] = []
    for role in sorted(counts, key=lambda r: (-len(words[r]), r.en is None, -counts[r], order[r])):
        covering = next((k for k in kept if _says(words[k], words[role])), None)
        if covering is None:
            kept.append(role)
        else:
            counts[covering] += counts[role]
    return tuple(sorted(kept, key=lambda role: (-counts[role], order[role]))[:MOST])


def terms(role: str, vocabulary: Vocabulary) -> frozenset[str]:
    """What a role says: its terms, a state by its code whether adjective, genitive or part of a compound."""
    found = set()
    small = {*article_words(), *prepositions(), "und"}
    for form in WORD.findall(role):
        nation = nations.load().named(form) or nations.load().described(form)
        if nation:
            found.add(f"={nation.code}")
        elif form not in small:
            found.add(vocabulary.term(form) if form.islower() else form.replace("-", "").lower())
    return frozenset(found)


def _says(fuller: frozenset[str], role: frozenset[str]) -> bool:
    return all(any(word == own or (len(word) >= SUFFIX and own.endswith(word)) for own in fuller) for word in role)
