"""Places that are found by table and pattern: regions, adjectives of places, "im Osten Russlands", "im Rathaus"."""

from __future__ import annotations

from generator.analyse import nations
from generator.analyse.article import Article, Words
from generator.analyse.cover import Cover
from generator.analyse.english import place_in_english
from generator.analyse.entities.things import Things
from generator.analyse.places import gazetteer, nouns
from generator.analyse.places.nouns import towns
from generator.analyse.roles import offices

LOCATIVE = frozenset(("im", "am", "in", "an", "auf", "vor", "beim", "bei", "aufs", "ins", "nahe"))
"""Prepositions before a place without a name."""


def add(article: Article, things: Things, taken: Cover) -> None:
    """Add the mentions of every sentence that lie outside the spans `taken`."""
    for sentence, forms in article.each():
        for at in range(len(forms)):
            if not _direction(article, things, sentence, forms, at) and not _region(
                article, things, sentence, forms, at, taken
            ):
                _bare(article, things, sentence, forms, at, taken)


def _direction(article: Article, things: Things, sentence: int, forms: tuple[str, ...], at: int) -> bool:
    """ "im Osten Russlands", "im Fernen Osten Russlands", "im Süden der Ukraine"."""
    for length in (2, 1):
        side = " ".join(forms[at : at + length])
        english = nouns.directions().get(side)
        if english is None or (at and article.adjective(forms[at - 1])):
            continue
        last = at + length
        if forms[last : last + 1] in (("der",), ("des",), ("von",)):
            last += 1
        if last >= len(forms):
            return False
        nation = nations.load().named(forms[last])
        region = None if nation else gazetteer.region(forms[last]) or gazetteer.region(forms[last].removesuffix("s"))
        whole = nation.english if nation else region.english if region else None
        if whole is None:
            return False
        where = Words(sentence=sentence, first=at, last=last + 1)
        if things.within(article.span(where)):
            return True
        name = article.text(where).replace("Fernen", "Ferner")
        thing = things.of("place", name)
        thing.english = thing.english or f"{english} {whole}"
        things.add(thing, name, article.span(where), "name", "part of a country")
        return True
    return False


def _region(article: Article, things: Things, sentence: int, forms: tuple[str, ...], at: int, taken: Cover) -> bool:
    """Regions and seas of the table, adjectives of regions and towns."""
    for length in (3, 2, 1) if forms[at][:1].isupper() else ():
        where = Words(sentence=sentence, first=at, last=min(at + length, len(forms)))
        span = article.span(where)
        form = " ".join(forms[at : at + length])
        region = gazetteer.region(form) or gazetteer.region(form.removesuffix("s"))
        if region and not taken.overlaps(span):
            things.add(things.of("place", region.name), region.name, span, "name", "name")
            return True
    form, span = forms[at], article.span(Words(sentence=sentence, first=at, last=at + 1))
    if taken.overlaps(span):
        return False
    described = gazetteer.region_described(form)
    if described:
        things.add(things.of("place", described.name), form, span, "adjective", "adjective")
        return True
    town = _town_of(things, form) if forms[at + 1 : at + 2] and forms[at + 1][:1].isupper() else None
    if town:
        things.add(things.of("place", town), form, span, "adjective", "adjective")
    return town is not None


def _town_of(things: Things, form: str) -> str | None:
    """The town of "Görlitzer", "Münchner": one that the article names, or a large one."""
    named = next((name for name in towns(form) if (known := things.get("place", name)) and known.name == name), None)
    if named or offices.load().find(form):
        return named
    found = ((name, gazetteer.town(name)) for name in towns(form))
    return next((name for name, town in found if town and town.inhabitants >= gazetteer.LARGE), None)


def _bare(article: Article, things: Things, sentence: int, forms: tuple[str, ...], at: int, taken: Cover) -> bool:
    """ "im Rathaus", "im Görlitzer Rathaus": a place of a kind that the article may name elsewhere."""
    noun = nouns.find(forms[at])
    where = Words(sentence=sentence, first=at, last=at + 1)
    span = article.span(where)
    if noun is None or not noun.bare or taken.overlaps(span):
        return False
    if things.taken(span):
        return False
    name = forms[at + 1] if at + 1 < len(forms) else ""
    if (
        name[:1].isupper()
        and (things.get("place", name) or not article.tags(name))
        and offices.load().find(name) is None
    ):
        thing = things.of("place", name)
        things.add_noun(thing, noun)
        both = article.span(Words(sentence=sentence, first=at, last=at + 2))
        things.add(thing, f"{noun.german} {name}", both, "name", "name with its kind")
        return True
    named = things.of_noun(noun)
    if len(named) == 1:
        things.add(named[0], named[0].name, span, "nominal", "kind of place")
        return True
    before = forms[at - 1] if at else ""
    town = _town_of(things, before)
    lead = forms[max(0, at - 3) : at]
    if not any(form in LOCATIVE for form in lead) or "einem" in lead or "einer" in lead:
        return False
    after = forms[at + 2] if forms[at + 1 : at + 2] in (("in",), ("von",)) and at + 2 < len(forms) else None
    town = town or (after if after and things.get("place", after) else None)
    name, english = noun.named(town, place_in_english(town, frozenset())) if town else (noun.german, noun.english)
    thing = things.of("place", name)
    thing.english = english
    things.add(thing, name, span, "nominal", "kind of place")
    return True
