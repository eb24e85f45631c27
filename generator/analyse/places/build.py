"""Place entities with their kind, surroundings and coordinates; the scene told apart."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict

from generator.analyse import nations
from generator.analyse.article import Article
from generator.analyse.entities.syntax import governed
from generator.analyse.places import gazetteer, nesting, nouns, scene
from generator.analyse.places.gazetteer import Town
from generator.model import Entity, Place, PlaceKind, Reference, Span, Text

STREET = re.compile(r"(?:straße|[Ss]trasse|allee|gasse|platz|brücke|halle|stadion|Straße|Platz|Allee)(?: \d+)?$")
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
    around = nesting.around(article, found, kinds, towns)
    facts = _facts(article, found)
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
            facts=tuple(facts.get(entity.id, ())),
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
    if STREET.search(entity.name):
        return "venue"
    if entity.name.split()[0] in nouns.directions() or " ".join(entity.name.split()[:2]) in nouns.directions():
        return "region"
    town = entity.id in towns or entity.name in nations.load().by_capital or gazetteer.towns_named(entity.name)
    return "city" if town else "other"


def _facts(article: Article, found: tuple[Entity, ...]) -> dict[str, list[Reference]]:
    """Clauses that say how far or in which direction a place lies, by the place's id."""
    text = article.document.text
    named = sorted((m.span, e.id) for e in found for m in e.mentions if m.kind != "adjective")
    starts = [span.start for span, _ in named]
    facts: dict[str, list[Reference]] = defaultdict(list)
    for sentence in article.sentences:
        for match in DISTANCE.finditer(text, sentence.span.start, sentence.span.end):
            clause = _clause(text, sentence.span, match.start())
            before = named[bisect_left(starts, sentence.span.start) : bisect_left(starts, match.start())]
            if before and POSITION.search(clause.of(text)):
                facts[_owner(article, before, clause)].append(Reference(document=article.document.id, span=clause))
    return facts


def _owner(article: Article, named: list[tuple[Span, str]], clause: Span) -> str:
    """The place that a distance is about: the first free of a preposition in the clause, else the last before it.

    Args:
        named: the places before the distance in its sentence, at least one.
    """
    free = (
        id_
        for span, id_ in named
        if span.start >= clause.start and (where := article.locate(span)) and not governed(article, where)
    )
    return next(free, named[-1][1])


def _clause(text: str, sentence: Span, at: int) -> Span:
    """The part of a sentence between commas around `at`."""
    start = max(text.rfind(",", sentence.start, at) + 1, sentence.start)
    end = text.find(",", at, sentence.end)
    end = sentence.end if end < 0 else end
    while text[start : start + 1].isspace():
        start += 1
    return Span(start=start, end=end)
