"""The termbase as readers see it: which English stands for which German word."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from generator.model import Language
from generator.translate.termbase import Term


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the glossary."""

    german: tuple[str, ...]
    """The word, and its feminine form where that has a line of its own in the termbase."""
    english: str
    others: tuple[str, ...]
    """English that is allowed as well."""
    domain: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The lines under one letter."""

    name: str
    rows: tuple[Row, ...]


def letters(terms: Iterable[Term], language: Language) -> tuple[Letter, ...]:
    """The lines by their first letter, sorted by the words of `language`; what is only forbidden has none."""
    rows = sorted(_rows(terms), key=lambda row: _key(row, language))
    grouped = groupby(rows, key=lambda row: _key(row, language)[0][:1].upper())
    return tuple(Letter(name=name, rows=tuple(group)) for name, group in grouped)


def sources(terms: Iterable[Term]) -> tuple[tuple[str, str], ...]:
    """Each domain with where its English is in use."""
    return tuple(sorted({(term.domain, term.source) for term in terms if term.status != "forbidden"}))


def _rows(terms: Iterable[Term]) -> list[Row]:
    found: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for term in sorted(terms, key=lambda term: (len(term.german), term.german)):
        if term.status == "forbidden":
            continue
        masculine = _folded(term.german).removesuffix("in").removesuffix("r")
        found.setdefault((masculine.removesuffix("e"), term.english), []).append(term.german)
    domains = {(term.german, term.english): term.domain for term in terms}
    return [
        Row(german=tuple(words), english=english[0], others=english[1:], domain=domains[words[0], english])
        for (_, english), words in found.items()
    ]


def _key(row: Row, language: Language) -> tuple[str, str]:
    words = (_folded(row.german[0]), _folded(row.english))
    return words if language == "de" else (words[1], words[0])


def _folded(text: str) -> str:
    """For sorting as in a dictionary (DIN 5007-1): without case, accents and umlauts."""
    plain = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in plain if c.isalnum() or c == " ")
