"""English forms of German names and of the short phrases that complete an office."""

from __future__ import annotations

import re

from generator.analyse import nations as states
from generator.analyse.english import classify
from generator.analyse.english.lookup import known, listed, titled
from generator.analyse.english.phrases import institution, noun_in_english, phrase_in_english
from generator.analyse.english.transcription import same, transcribe
from generator.analyse.forms import parse, plain
from generator.analyse.places import gazetteer, nouns
from generator.analyse.tables import rows, words

__all__ = ["organisation_in_english", "person_in_english", "phrase_in_english", "place_in_english"]

SMALL = frozenset(("of", "for", "the", "and", "in", "at"))
"""Words without a capital inside an English name."""


def person_in_english(german: str, nations: frozenset[str]) -> str:
    """The usual English form of a person's name; the German one where no table and no rule has another.

    A table's form gives way to the rule's where the two are spellings of the same ("Sergey", "Sergei").

    Args:
        nations: codes of the states that the article ties the person to.
    """
    if ruler := _ruler(german):
        return ruler
    name = parse(german)
    table = titled(german) if " " in german else None
    if table and len(table.split()) != len(german.split()):
        table = None
    ruled = transcribe(german) if german.isascii() else german
    if table:
        return ruled if same(table, ruled) else table
    return ruled if classify.person(german, name.forenames, name.surname, nations) else german


def _ruler(german: str) -> str | None:
    """ "Elisabeth II." -> "Elizabeth II"; a single letter is an initial unless a ruler's name stands before it."""
    table = {row["german"]: row["english"] for row in rows("english", "rulers.csv")}
    alone = {row["german"]: row["english"] for row in rows("english", "rulers.csv") if row["alone"]}
    *names, number = german.split()
    numbered = re.fullmatch(r"[IVX]+\.?", number) and names and (len(number.rstrip(".")) > 1 or names[0] in table)
    if not numbered:
        return alone.get(german)
    return " ".join((*(table.get(name, name) for name in names), number.rstrip(".")))


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
    if " " not in german:
        return institution(german, cases=False) or german
    composed = _in_town(german) or (None if _keeps(german) else noun_in_english(german))
    if composed is None or composed == german:
        head, _, last = german.rpartition(" ")
        nation = states.load().named(last)
        return f"{head} {nation.english}" if head.isupper() and nation else german
    return " ".join(word if word in SMALL else word[:1].upper() + word[1:] for word in composed.split())


def _in_town(german: str) -> str | None:
    """ "Amtsgericht Köln" -> "Cologne local court", "Kölner Polizei" -> "Cologne police"."""
    first, _, rest = german.partition(" ")
    if (body := institution(first)) and rest[:1].isupper() and gazetteer.towns_named(rest):
        return None if _keeps(first) or nouns.find(first) else f"{place_in_english(rest, frozenset())} {body}"
    towns = [town for town in nouns.towns(first) if gazetteer.towns_named(town)]
    if towns and " " not in rest and not _keeps(rest) and (body := institution(rest)):
        large = max(towns, key=lambda name: t.inhabitants if (t := gazetteer.town(name)) else 0)
        return f"{place_in_english(large, frozenset())} {body}"
    return None


def _keeps(german: str) -> bool:
    """Whether a body with such a noun keeps its German name: a newspaper, a broadcaster, a bank."""
    return german.split()[-1] in words("english", "kept.txt") or german.split()[0] in words("english", "kept.txt")
