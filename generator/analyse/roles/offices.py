"""Offices by their German words: lemma, gender and English (`roles.csv`, `parts.csv`, `prefixes.csv`)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from generator.analyse import nations
from generator.analyse.english.lookup import known
from generator.analyse.tables import rows, words

Gender = Literal["m", "f", "n"]

PRODUCTIVE = frozenset(
    (
        "chair",
        "minister",
        "spokesperson",
        "director",
        "official",
        "expert",
        "leader",
        "member",
        "commissioner",
        "police",
        "politician",
        "secretary",
        "candidate",
        "diplomat",
        "adviser",
        "sport",
        "arts",
    )
)
"""Groups of offices that take any noun as the first part of a compound ("Munitionsdirektor")."""
SHORTEST_HEAD = 4
"""Letters of the shortest office that closes a compound."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """One word for a function."""

    german: str
    """Nominative singular."""
    gender: Gender
    english: str | None
    """None where the table lacks a part of it."""
    group: str
    """Offices of one group can mean the same person: `state`, `minister`, `spokesperson`."""
    nation: str | None = None
    """Code of the state that the word itself names ("Kremlchef")."""
    weak: bool = False
    """An adjective used as a noun: "ein Vorsitzender", "der Vorsitzende"."""
    head: str = ""
    """Last part of a compound, for "der Minister" after "Verteidigungsminister"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offices:
    forms: dict[str, Office]
    """Every case form of every word in the table."""
    parts: dict[str, str]
    prefixes: dict[str, str]

    def find(self, form: str) -> Office | None:
        """The office that a noun names, also as a compound that the table holds only in parts."""
        if form in self.forms:
            return self.forms[form]
        if "-" in form.strip("-"):
            return self._hyphenated(*form.rsplit("-", 1))
        return self._compound(form) if form[:1].isupper() and form.isalpha() else None

    def specific(self, office: Office) -> bool:
        """Whether the word itself says more than another office of the table: "Polizeisprecher", not "Sprecher"."""
        word = office.german.lower()
        return any(self.forms.get(word[cut:].capitalize()) for cut in range(3, len(word) - SHORTEST_HEAD + 1))

    def _hyphenated(self, prefix: str, rest: str) -> Office | None:
        office = self.forms.get(rest) or self._compound(rest)
        if office is None or not prefix:
            return None
        nation = nations.load().named(prefix)
        if office.english == "head":
            office = replace(office, english="chief")
        plain = self.prefixes.get(prefix) or self.part(prefix) or prefix
        plain = known(prefix) or plain if plain == prefix and not prefix.isupper() else plain
        english = None if office.english is None else f"{plain} {office.english}".replace("- ", "-")
        return _joined(office, f"{prefix}-{office.german}", english, nation.code if nation else office.nation)

    def _compound(self, form: str) -> Office | None:
        for cut in range(2, len(form) - SHORTEST_HEAD + 1):
            office = self.forms.get(form[cut:].capitalize())
            if office is None or office.group in ("person", "kin", "guest", "royal"):
                continue
            part = form[:cut]
            plain = self.prefixes.get(part) or self.part(part)
            if plain is None and (office.group not in PRODUCTIVE or cut < SHORTEST_HEAD):
                continue
            english = f"{plain} {office.english}".replace("- ", "-") if plain and office.english else None
            return _joined(office, part + office.german.lower(), english, office.nation)
        return None

    def part(self, word: str) -> str | None:
        """The English of the first part of a compound: "Verteidigungs", "Bundesverkehrs"."""
        for form in (word, word + "s", word.removesuffix("s")):
            if form in self.parts:
                return self.parts[form]
        for cut in range(3, len(word) - 2):
            if word[:cut] in self.parts and (rest := self.part(word[cut:].capitalize())):
                return f"{self.parts[word[:cut]]} {rest}"
        return None


def _joined(office: Office, german: str, english: str | None, nation: str | None) -> Office:
    return replace(office, german=german, english=english, nation=nation)


@cache
def load() -> Offices:
    forms: dict[str, Office] = {}
    for row in rows("roles", "roles.csv"):
        group, _, nation = row["group"].partition(":")
        masculine = row["masculine"]
        weak = masculine.endswith("er") and row["feminine"] == masculine[:-1] and not row["english_feminine"]
        female = row["feminine"] or masculine + "in"
        neuter = masculine in words("roles", "neuter.txt")
        office = Office(
            german=masculine,
            gender="n" if neuter else "m",
            english=row["english"],
            group=group,
            nation=nation or None,
            weak=weak,
            head=masculine,
        )
        for form in _cases(masculine, weak):
            forms.setdefault(form, office)
        if female == "-":
            continue
        hers = Office(
            german=female,
            gender="f",
            english=row["english_feminine"] or row["english"],
            group=group,
            nation=nation or None,
            weak=weak,
            head=female,
        )
        for form in (female,) if weak else (female, female + "nen"):
            forms.setdefault(form, hers)
    return Offices(
        forms=forms,
        parts={row["german"]: row["english"] for row in rows("roles", "parts.csv")},
        prefixes={row["german"]: row["english"] for row in rows("roles", "prefixes.csv")},
    )


def _cases(noun: str, weak: bool) -> tuple[str, ...]:
    if weak:
        return tuple(noun[:-1] + ending for ending in ("r", "", "n", "m"))
    if noun.endswith("e"):
        return noun, noun + "n"
    return tuple(noun + ending for ending in ("", "s", "es", "n", "en", "e"))


@cache
def parties() -> dict[str, str]:
    """Abbreviations of parties and their English forms."""
    return {row["abbreviation"]: row["english"] for row in rows("roles", "parties.csv")}
