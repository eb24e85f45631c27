"""Places that are found by table and pattern: regions, adjectives of places, "im Osten Russlands", "im Rathaus"."""

from __future__ import annotations

from generator.analyse import nations
from generator.analyse.article import Article, Words
from generator.analyse.english import place_in_english
from generator.analyse.entities.things import Things, thing_of
from generator.analyse.forms import plain
from generator.analyse.places import gazetteer, nouns
from generator.analyse.places.nouns import towns
from generator.analyse.roles import offices
from generator.model import Span

LOCATIVE = frozenset(("im", "am", "in", "an", "auf", "vor", "beim", "bei", "aufs", "ins", "nahe"))
"""Prepositions before a place without a name."""


def add(article: Article, things: Things, taken: tuple[Span, ...]) -> None:
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
        if english is None:
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
        if any(m.span.contains(article.span(where)) for t in things.values() for m in t.mentions):
            return True
        name = article.text(where).replace("Fernen", "Ferner")
        thing = thing_of(things, "place", name, None)
        thing.english = thing.english or f"{english} {whole}"
        thing.add(name, article.span(where), "name", "part of a country")
        return True
    return False


def _region(
    article: Article, things: Things, sentence: int, forms: tuple[str, ...], at: int, taken: tuple[Span, ...]
) -> bool:
    """Regions and seas of the table, adjectives of regions and towns."""
    for length in (3, 2, 1) if forms[at][:1].isupper() else ():
        where = Words(sentence=sentence, first=at, last=min(at + length, len(forms)))
        span = article.span(where)
        form = " ".join(forms[at : at + length])
        region = gazetteer.region(form) or gazetteer.region(form.removesuffix("s"))
        if region and not any(span.overlaps(t) for t in taken):
            thing_of(things, "place", region.name, None).add(region.name, span, "name", "name")
            return True
    form, span = forms[at], article.span(Words(sentence=sentence, first=at, last=at + 1))
    if any(span.overlaps(t) for t in taken):
        return False
    described = gazetteer.region_described(form)
    if described:
        thing_of(things, "place", described.name, None).add(form, span, "adjective", "adjective")
        return True
    town = _town_of(things, form) if forms[at + 1 : at + 2] and forms[at + 1][:1].isupper() else None
    if town:
        thing_of(things, "place", town, None).add(form, span, "adjective", "adjective")
    return town is not None


def _town_of(things: Things, form: str) -> str | None:
    """The town of "Görlitzer", "Münchner": one that the article names, or a large one."""
    names = {thing.name for (kind, _), thing in things.items() if kind == "place"}
    named = next((name for name in towns(form) if name in names), None)
    if named or offices.load().find(form):
        return named
    found = ((name, gazetteer.town(name)) for name in towns(form))
    return next((name for name, town in found if town and town.inhabitants >= gazetteer.LARGE), None)


def _bare(
    article: Article, things: Things, sentence: int, forms: tuple[str, ...], at: int, taken: tuple[Span, ...]
) -> bool:
    """ "im Rathaus", "im Görlitzer Rathaus": a place of a kind that the article may name elsewhere."""
    noun = nouns.find(forms[at])
    where = Words(sentence=sentence, first=at, last=at + 1)
    span = article.span(where)
    if noun is None or not noun.bare or any(span.overlaps(t) for t in taken):
        return False
    if any(m.span.overlaps(span) for t in things.values() for m in t.mentions):
        return False
    name = forms[at + 1] if at + 1 < len(forms) else ""
    if (
        name[:1].isupper()
        and (("place", plain(name)) in things or not article.tags(name))
        and offices.load().find(name) is None
    ):
        thing = thing_of(things, "place", name, None)
        thing.nouns[noun] += 1
        thing.add(
            f"{noun.german} {name}",
            article.span(Words(sentence=sentence, first=at, last=at + 2)),
            "name",
            "name with its kind",
        )
        return True
    named = [t for t in things.values() if t.kind == "place" and noun in t.nouns]
    if len(named) == 1:
        named[0].add(named[0].name, span, "nominal", "kind of place")
        return True
    before = forms[at - 1] if at else ""
    town = _town_of(things, before)
    lead = forms[max(0, at - 3) : at]
    if not any(form in LOCATIVE for form in lead) or "einem" in lead or "einer" in lead:
        return False
    after = forms[at + 2] if forms[at + 1 : at + 2] in (("in",), ("von",)) and at + 2 < len(forms) else None
    town = town or (after if after and any(t.name == after for t in things.values()) else None)
    name, english = noun.named(town, place_in_english(town, frozenset())) if town else (noun.german, noun.english)
    thing = thing_of(things, "place", name, None)
    thing.english = english
    thing.add(name, span, "nominal", "kind of place")
    return True
