"""The tables of reporting verbs, announcing nouns and nouns of sources, with what they take."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from generator.analyse.tables import rows, words
from generator.model import Medium


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A reporting verb in one of its frames."""

    verb: str
    """Infinitive, its particle cut off by `|`."""
    with_: tuple[str, ...]
    """Words that must stand in the clause."""
    takes: frozenset[str]
    """v: direct speech or a verb-second clause; d: dass; q: ob or a question; z: an infinitive;
    p: single words in marks."""
    reports: tuple[str, ...]
    """Prepositions, `acc`, `als`, `sich`: what a reported act of speech is about."""
    medium: Medium
    to: tuple[str, ...]
    """Case or prepositions of the addressee."""


@cache
def verbs() -> dict[str, tuple[Entry, ...]]:
    """The table of verbs by infinitive without `|`, the entries that ask for most words first."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for row in rows("quotations", "verbs.csv"):
        entry = Entry(
            verb=row["verb"],
            with_=tuple(row["with"].split()),
            takes=frozenset(row["takes"]),
            reports=tuple(row["reports"].split()),
            medium=row["medium"],  # type: ignore[arg-type]
            to=tuple((row["to"] or "").split()),
        )
        found[row["verb"].replace("|", "")].append(entry)
    return {verb: tuple(sorted(entries, key=lambda e: -len(e.with_))) for verb, entries in found.items()}


@cache
def particles() -> dict[str, frozenset[str]]:
    """The particles of each base verb: `teilen` -> `mit`."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows("quotations", "verbs.csv"):
        particle, bar, base = row["verb"].partition("|")
        if bar:
            found[base].add(particle)
    return {base: frozenset(all_) for base, all_ in found.items()}


@cache
def nouns() -> dict[str, tuple[frozenset[str], Medium]]:
    """Nouns that announce what is said, singular, with what they take."""
    return {row["noun"]: (frozenset(row["takes"]), row["medium"]) for row in rows("quotations", "nouns.csv")}  # type: ignore[misc]


@cache
def sources() -> dict[str, Medium]:
    """Nouns after "nach", "laut", "zufolge" that name a source, singular."""
    return {row["noun"]: row["medium"] for row in rows("quotations", "sources.csv")}  # type: ignore[misc]


@cache
def endings(name: str) -> tuple[str, ...]:
    """The words of a text file, to be compared with the ends of nouns."""
    return tuple(sorted(words("quotations", name)))


@cache
def openers(what: str) -> frozenset[str]:
    """The words that open a clause of one sort: `plain`, `loose`, `asking`, `relative`."""
    return frozenset(row["word"] for row in rows("quotations", "openers.csv") if what in row["opens"].split())
