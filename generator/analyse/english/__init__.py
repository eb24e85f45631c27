"""English forms of German names and of the short phrases that complete an office."""

from __future__ import annotations

from generator.analyse import nations as states
from generator.analyse.english import classify
from generator.analyse.english.lookup import known, listed, titled
from generator.analyse.english.phrases import noun_in_english, phrase_in_english
from generator.analyse.english.transcription import same, transcribe
from generator.analyse.forms import parse, plain
from generator.analyse.places import gazetteer
from generator.analyse.tables import words

__all__ = ["organisation_in_english", "person_in_english", "phrase_in_english", "place_in_english"]

SMALL = frozenset(("of", "for", "the", "and", "in", "at"))
"""Words without a capital inside an English name."""


def person_in_english(german: str, nations: frozenset[str]) -> str:
    """The usual English form of a person's name; the German one where no table and no rule has another.

    A table's form gives way to the rule's where the two are spellings of the same ("Sergey", "Sergei").

    Args:
        nations: codes of the states that the article ties the person to.
    """
    name = parse(german)
    table = titled(german) if " " in german else None
    if table and len(table.split()) != len(german.split()):
        table = None
    ruled = transcribe(german) if german.isascii() else german
    if table:
        return ruled if same(table, ruled) else table
    return ruled if classify.person(german, name.forenames, name.surname, nations) else german


def place_in_english(german: str, nations: frozenset[str]) -> str:
    """The same for a place, in an article that names the states `nations`.

    A town whose usual name is the German one keeps it, whatever the titles call by that name ("Perm", "San Francisco").
    """
    region, table = gazetteer.region(german), listed(german)
    if region or table:
        return region.english if region else table or german
    if gazetteer.usual(german):
        return german
    if german not in words("english", "towns-that-are-words.txt") and (title := titled(german)):
        return title
    town = gazetteer.town(german, nations)
    if classify.place(german, nations):
        return transcribe(german)
    return town.english if town and plain(town.english) != plain(german) else german


def organisation_in_english(german: str) -> str:
    """The same for an organisation; one that says what it is ("Institut für Z") is put together from the tables."""
    table = known(german)
    if table and not (german.isupper() and table.upper() == german):
        return table
    composed = noun_in_english(german) if " " in german else None
    if composed is None or composed == german:
        head, _, last = german.rpartition(" ")
        nation = states.load().named(last)
        return f"{head} {nation.english}" if head.isupper() and nation else german
    return " ".join(word if word in SMALL else word[:1].upper() + word[1:] for word in composed.split())
