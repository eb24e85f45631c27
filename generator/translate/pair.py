"""A German text and its English, as the checks and repairs look at them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from generator.model import Severity
from generator.translate.german import Forms, German
from generator.translate.termbase import Occurrence, Termbase
from generator.translate.vocabulary import WORD

Name = tuple[str, str]
"""German and English form of a name."""
Names = tuple[Name, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A German segment or sentence, with what is known of its words."""

    text: str
    names: Names = ()
    terms: tuple[Occurrence, ...] = ()
    common: frozenset[str] = frozenset()
    """Its words that a dictionary knows as ordinary ones, not as names."""


class Sources:
    """Makes a `Source` of a German text.

    Args:
        termbase: the terms to be kept.
        lexicon: tells ordinary German words from names; without it fewer German words left standing are seen.
    """

    def __init__(self, termbase: Termbase, lexicon: Forms | None = None) -> None:
        self._termbase = termbase
        self._german = German(lexicon)

    def of(self, text: str, names: Names = ()) -> Source:
        """The text with those of `names` and of the terms that stand in it."""
        return Source(
            text=text,
            names=names_in(text, names),
            terms=self._termbase.within(text),
            common=frozenset(filter(self._german.is_common, WORD.findall(text))),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    source: Source
    target: str
    score: float | None = None
    """Mean log-probability of a piece under the engine; None where no engine made it just now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    check: str
    severity: Severity
    """`error`: the English must not be shown."""
    message: str
    words: tuple[str, ...] = ()
    """English words that should not be there: another attempt avoids them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """What a check found."""

    message: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    name: str
    severity: Severity
    """Of its findings."""
    find: Callable[[Pair], Complaint | None]
    """What is wrong, or None."""


def complaint(parts: list[str], words: tuple[str, ...] = ()) -> Complaint | None:
    """One complaint of several parts; None where there are none."""
    return Complaint(message="; ".join(parts), words=words) if parts else None


def name_pattern(name: str) -> re.Pattern[str]:
    """Finds a German name, also in the genitive (group `ending`) and as part of a hyphenated word."""
    return re.compile(rf"(?<![^\W_]){re.escape(name)}(?P<ending>(?:s|es|['’](?:s\b)?)?)(?![^\W_])")


def names_in(text: str, names: Names) -> Names:
    """Those of `names` that stand in `text`, not inside a longer one of them, in the order of their first place."""
    taken: list[tuple[int, int]] = []
    found: list[tuple[int, tuple[str, str]]] = []
    for pair in sorted(names, key=lambda n: -len(n[0])):
        places = [m.span() for m in name_pattern(pair[0]).finditer(text)]
        free = [(a, b) for a, b in places if all(b <= c or d <= a for c, d in taken)]
        if free:
            taken += free
            found.append((free[0][0], pair))
    return tuple(pair for _, pair in sorted(found))
