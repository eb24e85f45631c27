"""Nouns that say what kind of place a name is: "Weltraumbahnhof X", "Gebiet Y", "Rathaus" (`kinds.csv`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from generator.analyse.tables import rows, words
from generator.model import PlaceKind

MIN_ADJECTIVE = 5
"""Letters of the shortest adjective of a town ("Ulmer")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    german: str
    english: str
    before: bool
    """The English noun stands before the name: "University of X"."""
    kind: PlaceKind
    bare: bool
    """May stand for a place without a name: "im Rathaus"."""
    shown: bool
    """Part of the place's name, unlike "Stadt" in "Stadt X"."""

    def named(self, german: str, english: str) -> tuple[str, str]:
        """German and English name of the place with this noun."""
        if not self.shown:
            return german, english
        return f"{self.german} {german}", f"{self.english} {english}" if self.before else f"{english} {self.english}"


def find(form: str) -> Noun | None:
    """The noun of a form, in any case."""
    table = _table()
    for base in (form, form.removesuffix("s"), form.removesuffix("es")):
        if base in table:
            return table[base]
    return None


def unknown_genitive(form: str) -> bool:
    """Whether a form looks like the genitive of a place that no table has: "Californiens"."""
    return form[:1].isupper() and form.endswith(tuple(f"{ending}s" for ending in words("places", "endings.txt")))


def towns(form: str) -> tuple[str, ...]:
    """What the town of an adjective such as "Görlitzer", "Münchner", "Bremer" may be called."""
    if not form.endswith("er") or not form[:1].isupper() or len(form) < MIN_ADJECTIVE:
        return ()
    stem = form[:-2]
    return stem, stem + "en", stem + "e", f"{stem[:-1]}en" if stem.endswith("n") else stem + "in"


@cache
def _table() -> dict[str, Noun]:
    kinds: dict[str, PlaceKind] = {"venue": "venue", "region": "region", "city": "city"}
    return {
        row["german"]: Noun(
            german=row["german"],
            english=row["english"],
            before=row["order"] == "before",
            kind=kinds[row["kind"]],
            bare=bool(row["bare"]),
            shown=row["order"] != "none",
        )
        for row in rows("places", "kinds.csv")
    }


@cache
def directions() -> dict[str, str]:
    """ "Osten" -> "eastern"."""
    return {row["german"]: row["english"] for row in rows("places", "directions.csv")}
