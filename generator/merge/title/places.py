"""Where an event took place, as a phrase with its preposition in German and English."""

from __future__ import annotations

import re

from generator.analyse import nations
from generator.analyse.lexicon import Lexicon
from generator.analyse.places import nouns
from generator.merge.event import Event
from generator.merge.tables import rows
from generator.model import Place, Text

SMALL = ("venue", "city", "sea", "region", "country", "other")
"""Kinds of place, the most telling first."""


def phrase(event: Event, titles: str) -> Text | None:
    """The place of the event: "auf dem Weltraumbahnhof X", "im Rathaus Görlitz", "in der Ukraine".

    Args:
        titles: titles of the articles; where they name a place, the event is placed there and nowhere else.

    Returns:
        None where nothing is certain: titles that name none, or a preposition that is not known.
    """
    order = sorted(event.locations, key=lambda p: SMALL.index(p.kind) if p.kind in SMALL else len(SMALL))
    named = [place for place in order if re.search(rf"\b{re.escape(place.name.de)}\b", titles)]
    if len([place for place in named if place.kind == named[0].kind]) > 1:
        return None
    scenes = named or (_states(titles) if titles else [place for place in order if place.scene])
    return next((text for place in scenes if (text := at(event, place)) is not None), None)


def _states(titles: str) -> list[Place]:
    """The state that titles name, where the articles know it only as one who acts; none where they name several."""
    found = {nation.code: nation for form in re.findall(r"\w+", titles) if (nation := nations.load().named(form))}
    states = [Place(id=n.code, name=Text(de=n.name, en=n.english), kind="country") for n in found.values()]
    return states if len(states) == 1 else []


def at(event: Event, place: Place) -> Text | None:
    """One place with its preposition; None where the preposition, the gender or the English is not known."""
    german, english = place.name.de, place.name.en
    for row in rows("title", "places.csv"):
        if row["name"] == german:
            return Text(de=row["german"], en=row["english"])
    if english is None:
        return None
    noun = german.split()[0]
    sort = nouns.find(noun)
    if sort is not None and sort.shown:
        return _with_noun(event, place, noun, english)
    if noun in nouns.directions():
        return Text(de=f"im {german}", en=f"in {english}")
    if place.kind in ("city", "country", "region") and german[:1].isupper():
        return Text(de=f"in {german}", en=f"in {english}")
    return None


def _with_noun(event: Event, place: Place, noun: str, english: str) -> Text | None:
    """ "im Rathaus Görlitz": a noun of the table of places, alone with the town around it."""
    town = next((p for id_ in place.within for p in event.locations if p.id == id_ and p.kind == "city"), None)
    bare = " " not in place.name.de
    if bare and town is None:
        return None
    row = next((row for row in rows("title", "prepositions.csv") if row["noun"] == noun), None)
    german = row["german"] if row else _inside(event.lexicon, noun)
    if german is None:
        return None
    lead = row["english"] if row else "in the" if place.kind == "region" else "at the"
    name = place.name.de
    if bare and town is not None:
        name, english = f"{name} {town.name.de}", f"{town.name.en} {english[0].lower() + english[1:]}"
        lead = lead if lead == "on" else "at"
    if lead.endswith(" the") and english.startswith("the "):
        lead = lead.removesuffix(" the")
    return Text(de=f"{german} {name}", en=f"{lead} {english}")


def _inside(lexicon: Lexicon, noun: str) -> str | None:
    """ "im" or "in der", by the noun's gender; None where the lexicon has none or several."""
    genders = {tag.split(":")[3] for tag in lexicon.tags(noun) if tag.startswith("SUB:NOM:SIN:")}
    return {"MAS": "im", "NEU": "im", "FEM": "in der"}[genders.pop()] if len(genders) == 1 else None
