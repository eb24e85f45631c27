"""A function as a phrase: German in the nominative, English by the tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from generator.analyse import nations
from generator.analyse.english import phrase_in_english, place_in_english
from generator.analyse.nations import ENDINGS
from generator.analyse.places import gazetteer, nouns
from generator.analyse.roles import offices
from generator.analyse.roles.offices import Gender, Office
from generator.analyse.tables import rows

PRIME_MINISTER = "prime minister"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    office: Office
    gender: Gender
    ellipsis: str = ""
    """First part of a compound that the office completes: "Handels-" in "Handels- und Industrieminister"."""
    modifiers: tuple[str, ...] = ()
    """Adjectives before the office, as they stand."""
    owner: str = ""
    """A genitive before it: "Norwegens"."""
    complement: str = ""
    """What follows it: "für natürliche Ressourcen", "des Instituts"."""


def german(phrase: Phrase) -> str:
    """Nominative without article: "stellvertretende Infrastrukturministerin Polens"."""
    ending = {"f": "e", "m": "er", "n": "es"}[phrase.gender]
    adjectives = [m if m[:1].isupper() and m.endswith("er") else uninflected(m) + ending for m in phrase.modifiers]
    noun = phrase.office.german
    if phrase.office.weak and phrase.gender == "f":
        noun = noun.removesuffix("r")
    owner = f"von {phrase.owner[:-1]}" if phrase.owner.endswith(("'", "’")) else phrase.owner
    noun = f"{phrase.ellipsis} und {noun}" if phrase.ellipsis else noun
    return " ".join(filter(None, (*adjectives, noun, phrase.complement, owner)))


def in_english(phrase: Phrase, names: Mapping[str, str]) -> str | None:
    """The same in English, or None where a table lacks a word of it.

    Args:
        names: English forms of names by their words in the article.
    """
    office = phrase.office.english
    if phrase.ellipsis and office:
        part = offices.load().part(phrase.ellipsis.rstrip("-"))
        office = f"{part} and {office}" if part else None
    if office is None:
        return None
    if office == PRIME_MINISTER and _of_german_state(phrase):
        office = "minister-president"
    outer: list[str] = []
    inner: list[str] = []
    after: list[str] = []
    table = _modifiers()
    states = {nation.english_adjective for m in phrase.modifiers if (nation := nations.load().described(m))}
    for modifier in phrase.modifiers:
        nation = nations.load().described(modifier)
        base = uninflected(modifier.lower())
        if nation:
            outer.append(nation.english_adjective)
        elif base in table:
            row = table[base]
            if row["position"] == "before" and outer and outer[-1] in states:
                outer.insert(-1, row["english"])
            else:
                {"before": outer, "inner": inner, "after": after}[row["position"]].append(row["english"])
        elif town := _town(modifier):
            outer.append(town)
        else:
            return None
    words = [*outer, *inner, office, *after]
    for german_words in filter(None, (phrase.complement, phrase.owner)):
        english = phrase_in_english(german_words, names)
        if english is None:
            return None
        words.append(english)
    return " ".join(words)


def _of_german_state(phrase: Phrase) -> bool:
    """Whether an office is one of a federal state of Germany: "sächsisch", "Brandenburgs", "von Hessen"."""
    described = [gazetteer.region_described(m) for m in phrase.modifiers]
    named = [phrase.owner, *phrase.complement.split()[-1:]]
    owners = [gazetteer.region(n) or gazetteer.region(n.rstrip("'’").removesuffix("s")) for n in named if n]
    return any(region and region.nation == "DE" for region in (*described, *owners))


def _town(modifier: str) -> str | None:
    """The English name of the town of "Görlitzer", "Münchner"; the adjective of the state of "Schweizer"."""
    if nation := nations.load().named(modifier.removesuffix("er")):
        return nation.english_adjective
    known = [(town, name) for name in nouns.towns(modifier) if (town := gazetteer.town(name))]
    best = max(known, key=lambda t: (t[0].nation in gazetteer.GERMAN, t[0].inhabitants), default=None)
    first = best[1] if best else next((name for name in nouns.towns(modifier) if gazetteer.towns_named(name)), None)
    return place_in_english(first, frozenset()) if first else None


def known_modifier(form: str) -> bool:
    """Whether the table has an adjective in any case."""
    return uninflected(form) in _modifiers()


@cache
def _modifiers() -> dict[str, dict[str, str]]:
    return {row["german"]: row for row in rows("roles", "modifiers.csv")}


def uninflected(adjective: str) -> str:
    """The base of a German adjective: "russischen" -> "russisch"."""
    for ending in sorted(ENDINGS, key=len, reverse=True):
        if ending and adjective.endswith(ending) and len(adjective) > len(ending) + 2:
            return adjective.removesuffix(ending)
    return adjective
