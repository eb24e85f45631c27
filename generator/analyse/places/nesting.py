"""Which place lies in which: by the article's own words, then by the gazetteer."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable

from generator.analyse import nations
from generator.analyse.article import Article
from generator.analyse.places import gazetteer, nouns
from generator.analyse.places.gazetteer import Town
from generator.model import Entity, PlaceKind

INSIDE = frozenset(("im", "in", "am", "an", "auf", "bei", "nahe"))
"""Prepositions between a place and the larger one around it."""
DIRECTION = frozenset(("die", "den", "das", "eine", "einen"))
"""Articles after which "in" is a direction."""
PLURAL = frozenset(("Niederlanden", "Niederlande", "USA", "Staaten", "Emiraten", "Philippinen", "Bahamas", "Malediven"))
"""States whose names stand in the plural, so that "in den" is a place."""
ORDER: tuple[PlaceKind, ...] = ("venue", "city", "other", "region", "sea", "country", "continent")
"""From small to large."""
CLOSE = 150
"""Code points between a street and the town that it lies in."""
REACH = 60
"""Code points between a place and the larger one around it."""
LIES = re.compile(r" (?:liegt|befindet sich) (?:\w+ ){0,2}(?:im|in|an|auf)(?: der| dem)? ")


def around(
    article: Article, found: tuple[Entity, ...], kinds: dict[str, PlaceKind], towns: dict[str, Town]
) -> dict[str, tuple[str, ...]]:
    """Ids of the places around each, nearest first.

    Args:
        kinds, towns: by the place's id; `towns` of those alone that the gazetteer knows.
    """
    inside = _said(article, found, kinds)
    names = {entity.name: entity.id for entity in found}
    states = {nation.code: e.id for e in found if (nation := nations.load().named(e.name))}
    areas = {(r.nation, r.area): e.id for e in found if (r := gazetteer.region(e.name)) and r.area}
    before, near = _towns_before(found, kinds), _towns_near(found, kinds)
    by_id = {entity.id: entity for entity in found}
    result = {}
    for entity in found:
        own = inside[entity.id] | _in_name(entity.name, names)
        if kinds[entity.id] == "venue" and not own:
            named = nouns.find(entity.name.split()[0]) is not None
            own |= before(entity) if " " not in entity.name else near(entity) if not named else set()
        chain = [entity, *(by_id[id_] for id_ in own)]
        own |= {states[code] for code in _codes(chain, towns) if code in states}
        town = towns.get(entity.id)
        if town and (town.nation, town.region) in areas:
            own.add(areas[town.nation, town.region])
        own.discard(entity.id)
        result[entity.id] = tuple(sorted(own, key=lambda id_: (ORDER.index(kinds[id_]), id_)))
    return result


def _said(article: Article, found: tuple[Entity, ...], kinds: dict[str, PlaceKind]) -> dict[str, set[str]]:
    """ "X im Osten Russlands", "X in Y", "X (Y)", "X liegt im Gebiet Y"."""
    text = article.document.text
    mentions = sorted((m.span, m.kind, e.id) for e in found for m in e.mentions)
    starts = [span.start for span, _, _ in mentions]
    inside: dict[str, set[str]] = defaultdict(set)
    for at, (span, kind, inner) in enumerate(mentions):
        if kind == "adjective":
            following = mentions[at + 1] if at + 1 < len(mentions) else None
            if following and following[1] == "name" and _described(text[span.end : following[0].start]):
                smaller = ORDER.index(kinds[following[2]]) < ORDER.index(kinds[inner])
                if smaller or (kinds[inner] == "city" and following[0].start == span.end + 1):
                    inside[following[2]].add(inner)
            continue
        first, last = bisect_left(starts, span.end), bisect_left(starts, span.end + REACH)
        for other, other_kind, outer in mentions[first:last]:
            smaller = ORDER.index(kinds[inner]) < ORDER.index(kinds[outer])
            between = text[span.end : other.start]
            smaller = smaller or (kinds[inner] == "other" and kinds[outer] == "city" and between.strip() == "in")
            if smaller and outer != inner and _joined(between, text, other.start, other.end, other_kind):
                inside[inner].add(outer)
    return inside


def _described(between: str) -> bool:
    """ "im französischen X", "der französischen Gemeinde X"."""
    noun = nouns.find(between.strip()) if between.strip() else None
    return between == " " or (noun is not None and noun.kind in ("city", "region"))


def _joined(between: str, text: str, start: int, end: int, kind: str) -> bool:
    """Whether the words between two places, and the mark after the second, say that the first lies in the second."""
    words = between.split()
    plural = text[start:end].split()[-1] in PLURAL
    if (
        kind != "adjective"
        and words
        and len(words) <= 3
        and words[0] in INSIDE
        and (plural or not DIRECTION & set(words))
        and not re.search(r"[,.;:]", between)
    ):
        return True
    if between in (" (", ", ") and kind == "name" and text[end : end + 1] in (")", ","):
        return True
    return LIES.fullmatch(between) is not None


def _in_name(name: str, names: dict[str, str]) -> set[str]:
    """Ids of the places with whose names, also in the genitive, the name ends: "Osten Russlands"."""
    parts = name.split(" ")
    endings = [" ".join(parts[at:]) for at in range(1, len(parts))]
    forms = [*endings, *(ending.removesuffix("s") for ending in endings)]
    if "-" in name and not gazetteer.region(name):
        forms.append(name.partition("-")[0])
    return {names[form] for form in forms if form in names}


def _towns_before(found: tuple[Entity, ...], kinds: dict[str, PlaceKind]) -> Callable[[Entity], set[str]]:
    """Finds the town of "im Rathaus": the only one named before it."""
    cities = sorted((e.mentions[0].span.start, e.id) for e in found if kinds[e.id] == "city")

    def before(entity: Entity) -> set[str]:
        first = entity.mentions[0].span.start
        return {cities[0][1]} if bisect_left(cities, (first,)) == 1 else set()

    return before


def _towns_near(found: tuple[Entity, ...], kinds: dict[str, PlaceKind]) -> Callable[[Entity], set[str]]:
    """Finds the town of a street: the only one named close to its first mention."""
    cities = sorted((m.span.start, e.id) for e in found if kinds[e.id] == "city" for m in e.mentions)

    def near(entity: Entity) -> set[str]:
        first = entity.mentions[0].span.start
        start, end = bisect_left(cities, (first - CLOSE,)), bisect_left(cities, (first + CLOSE,))
        close = {id_ for _, id_ in cities[start:end]}
        return close if len(close) == 1 else set()

    return near


def _codes(chain: Iterable[Entity], towns: dict[str, Town]) -> set[str]:
    """Codes of the states in which places lie, by the gazetteer."""
    codes = set()
    for entity in chain:
        if entity.id in towns:
            codes.add(towns[entity.id].nation)
        elif (region := gazetteer.region(entity.name)) and region.nation:
            codes.add(region.nation)
    return codes
