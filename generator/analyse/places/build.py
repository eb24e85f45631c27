"""Place entities with their kind, surroundings and coordinates; the scene told apart."""

from __future__ import annotations

import re

from generator.analyse import nations
from generator.analyse.article import Article
from generator.analyse.entities.syntax import governed
from generator.analyse.places import gazetteer, nouns, scene
from generator.analyse.places.gazetteer import Town
from generator.model import Entity, Place, PlaceKind, Reference, Span, Text

INSIDE = frozenset(("im", "in", "am", "an", "auf", "bei", "nahe"))
"""Prepositions between a place and the larger one around it."""
ACCUSATIVE = frozenset(("die", "den", "das", "eine", "einen"))
"""Articles after which "in" is a direction."""
ORDER: tuple[PlaceKind, ...] = ("venue", "city", "other", "region", "sea", "country", "continent")
"""From small to large."""
DISTANCE = re.compile(r"\b\d[\d.,]* (?:Kilometer|Meter|Seemeilen|Meilen|km)\b")
POSITION = re.compile(
    r"\b(?:liegt|liegen|gelegen|gelegene[nrms]?|befindet sich|entfernt|nördlich|südlich|östlich|westlich|"
    r"nordöstlich|nordwestlich|südöstlich|südwestlich|Grenze|Küste)\b"
)


def build(article: Article, entities: tuple[Entity, ...]) -> tuple[Place, ...]:
    """The places of an article, in the order of `entities`; ids are those of the entities."""
    found = tuple(entity for entity in entities if entity.kind == "place")
    codes = frozenset(nation.code for entity in found if (nation := nations.load().named(entity.name)))
    towns = {entity.id: town for entity in found if (town := _town(entity, codes))}
    kinds = {entity.id: _kind(entity, towns) for entity in found}
    around = {entity.id: _around(article, entity, found, kinds, towns) for entity in found}
    scenes = scene.find(article, found, kinds, around)
    return tuple(
        Place(
            id=entity.id,
            name=Text(de=entity.name, en=entity.english),
            kind=kinds[entity.id],
            within=around[entity.id],
            latitude=towns[entity.id].latitude if entity.id in towns else None,
            longitude=towns[entity.id].longitude if entity.id in towns else None,
            scene=entity.id in scenes,
            references=tuple(Reference(document=article.document.id, span=m.span) for m in entity.mentions),
            facts=_facts(article, entity, found),
        )
        for entity in found
    )


def _town(entity: Entity, codes: frozenset[str]) -> Town | None:
    if nations.load().named(entity.name) or gazetteer.region(entity.name) or nouns.find(entity.name.split()[0]):
        return None
    return gazetteer.town(entity.name, codes)


def _kind(entity: Entity, towns: dict[str, Town]) -> PlaceKind:
    noun = nouns.find(entity.name.split()[0])
    region = gazetteer.region(entity.name)
    nation = nations.load().named(entity.name)
    if nation:
        return "region" if nation.code == "EU" else "country"
    if region:
        return region.kind
    if noun:
        return noun.kind
    if entity.name.split()[0] in nouns.directions() or " ".join(entity.name.split()[:2]) in nouns.directions():
        return "region"
    town = entity.id in towns or entity.name in nations.load().by_capital or gazetteer.towns_named(entity.name)
    return "city" if town else "other"


def _around(
    article: Article, entity: Entity, found: tuple[Entity, ...], kinds: dict[str, PlaceKind], towns: dict[str, Town]
) -> tuple[str, ...]:
    """Ids of the places around, nearest first: by the article's own words, then by the gazetteer's state."""
    own = {
        other.id
        for other in found
        if other.id != entity.id
        and _said_inside(article, entity, other)
        and ORDER.index(kinds[entity.id]) < ORDER.index(kinds[other.id])
    }
    own |= {
        other.id
        for other in found
        if other.id != entity.id and entity.name.endswith((f" {other.name}", f" {other.name}s"))
    }
    if kinds[entity.id] == "venue" and " " not in entity.name and not own:
        own |= _town_before(entity, found, kinds)
    for other in found:
        nation = nations.load().named(other.name)
        region, town = gazetteer.region(other.name), towns.get(entity.id)
        if nation and other.id != entity.id and nation.code in _states(entity, found, own, towns):
            own.add(other.id)
        if region and region.area and town and (region.nation, region.area) == (town.nation, town.region):
            own.add(other.id)
    return tuple(sorted(own, key=lambda id_: (ORDER.index(kinds[id_]), id_)))


def _town_before(entity: Entity, found: tuple[Entity, ...], kinds: dict[str, PlaceKind]) -> set[str]:
    """The town of "im Rathaus": the last one named before, where the article names one or puts it first."""
    first = entity.mentions[0].span.start
    before = [(m.span.start, e.id) for e in found if kinds[e.id] == "city" for m in e.mentions if m.span.start < first]
    return {max(before)[1]} if len({id_ for _, id_ in before}) == 1 else set()


def _states(entity: Entity, found: tuple[Entity, ...], own: set[str], towns: dict[str, Town]) -> frozenset[str]:
    """Codes of the states in which a place or one around it lies, by the gazetteer."""
    chain = [entity, *(other for other in found if other.id in own)]
    codes = {towns[e.id].nation for e in chain if e.id in towns}
    codes |= {region.nation for e in chain if (region := gazetteer.region(e.name)) and region.nation}
    return frozenset(codes)


def _said_inside(article: Article, inner: Entity, outer: Entity) -> bool:
    """ "X im Osten Russlands", "X in Y", "X (Y)", "X liegt im Gebiet Y", "Norwegens Hauptstadt X"."""
    text = article.document.text
    for a in inner.mentions:
        for b in outer.mentions:
            if a.kind == "adjective" or b.span.start < a.span.end:
                continue
            between = text[a.span.end : b.span.start]
            words = between.split()
            if (
                b.kind != "adjective"
                and len(words) <= 3
                and words
                and words[0] in INSIDE
                and not ACCUSATIVE & set(words)
                and not re.search(r"[,.;:]", between)
            ):
                return True
            if between in (" (", ", ") and b.kind == "name" and text[b.span.end : b.span.end + 1] in (")", ","):
                return True
            if re.fullmatch(r" (?:liegt|befindet sich) (?:\w+ ){0,2}(?:im|in|an|auf)(?: der| dem)? ", between):
                return True
    return False


def _facts(article: Article, entity: Entity, found: tuple[Entity, ...]) -> tuple[Reference, ...]:
    """Clauses that say how far or in which direction this place lies."""
    text = article.document.text
    facts = []
    for sentence in article.sentences:
        for match in DISTANCE.finditer(text, sentence.span.start, sentence.span.end):
            clause = _clause(text, sentence.span, match.start())
            if not POSITION.search(clause.of(text)):
                continue
            if _owner(article, found, sentence.span, clause, match.start()) == entity.id:
                facts.append(Reference(document=article.document.id, span=clause))
    return tuple(facts)


def _owner(article: Article, found: tuple[Entity, ...], sentence: Span, clause: Span, distance: int) -> str | None:
    """The place that a distance is about: the first free of a preposition in the clause, else the last before it."""
    named = sorted(
        (m.span, e.id)
        for e in found
        for m in e.mentions
        if m.kind != "adjective" and sentence.start <= m.span.start < distance
    )
    free = [
        id_
        for span, id_ in named
        if span.start >= clause.start and (where := article.locate(span)) and not governed(article, where)
    ]
    return free[0] if free else named[-1][1] if named else None


def _clause(text: str, sentence: Span, at: int) -> Span:
    """The part of a sentence between commas around `at`."""
    start = max(text.rfind(",", sentence.start, at) + 1, sentence.start)
    end = text.find(",", at, sentence.end)
    end = sentence.end if end < 0 else end
    while text[start : start + 1].isspace():
        start += 1
    return Span(start=start, end=end)
