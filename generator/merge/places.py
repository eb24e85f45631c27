"""One place over several articles, nested, the scene first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.analyse.forms import skeleton
from generator.merge.ids import keep, slug, unique
from generator.model import Analysis, Place, PlaceKind, Reference, Text
from generator.read.published import Ids

SIZE: tuple[PlaceKind, ...] = ("venue", "city", "other", "region", "sea", "country", "continent")
"""From small to large."""
FACTS = 3
"""Sentences shown that say where a place lies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    locations: tuple[Place, ...]
    """The scene first, from small to large, then its surroundings, then the others by how often they are named."""
    places: Mapping[tuple[str, str], str]
    """(document id, entity id) -> place id."""


Key = tuple[str, str]


def join(analyses: tuple[Analysis, ...]) -> Joined:
    """The places of the articles of one event."""
    found: dict[Key, Place] = {(a.document.id, p.id): p for a in analyses for p in a.places}
    groups = _groups(found)
    ids: dict[Key, str] = {}
    names: dict[str, Text] = {}
    for group in groups:
        name = _name([found[key] for key in group])
        id_ = unique(slug(name.de) or "ort", names)
        names[id_] = name
        ids |= dict.fromkeys(group, id_)
    scenes = _scenes([[found[key] for key in group] for group in groups])
    joined = [
        _joined([found[key] for key in group], ids[group[0]], names[ids[group[0]]], group, ids, number in scenes)
        for number, group in enumerate(groups)
    ]
    return Joined(locations=_ordered(joined), places=ids)


def _groups(found: Mapping[Key, Place]) -> list[list[Key]]:
    """By the name without the noun of its kind; a bare venue ("Rathaus") joins the one called by its town."""
    groups: dict[str, list[Key]] = {}
    for key, place in sorted(found.items(), key=lambda item: item[1].name.de.count(" ") == 0):
        groups.setdefault(_key(key, place, found), []).append(key)
    return list(groups.values())


def _key(key: Key, place: Place, found: Mapping[Key, Place]) -> str:
    name = place.name.de
    if place.kind != "venue":
        return skeleton(name)
    if " " not in name:
        around = [found[key[0], id_] for id_ in place.within if (key[0], id_) in found]
        town = next((p.name.de for p in around if p.kind == "city"), "")
        return f"venue {skeleton(name)} {skeleton(town)}"
    return f"venue {skeleton(name)}" if _town(name, found) else skeleton(name.split()[-1])


def _town(name: str, found: Mapping[Key, Place]) -> bool:
    """Whether a venue is called by its town ("Rathaus Görlitz"), so that its last word is not its own name."""
    last = skeleton(name.split()[-1])
    return any(p.kind in ("city", "region", "country") and skeleton(p.name.de) == last for p in found.values())


def _name(places: list[Place]) -> Text:
    counts = Counter(place.name for place in places)
    return max(counts, key=lambda name: (counts[name], name.de.count(" "), -list(counts).index(name)))


def _scenes(groups: list[list[Place]]) -> frozenset[int]:
    """Numbers of the places that most articles have as their scene; of equally many the smallest place counts."""
    votes = [sum(place.scene for place in group) for group in groups]
    most = max(votes, default=0)
    if not most:
        return frozenset()
    best = max(
        range(len(groups)),
        key=lambda i: (votes[i], -SIZE.index(_kind(groups[i])), sum(len(p.references) for p in groups[i]), -i),
    )
    inner = {place.within for place in groups[best]}
    around = {id_ for within in inner for id_ in within}
    towns = {i for i, g in enumerate(groups) if votes[i] and _kind(g) == "city" and any(p.id in around for p in g)}
    return frozenset({best, *towns})


def _kind(places: list[Place]) -> PlaceKind:
    return Counter(place.kind for place in places).most_common(1)[0][0]


def _joined(places: list[Place], id_: str, name: Text, keys: list[Key], ids: Mapping[Key, str], scene: bool) -> Place:
    known = next((place for place in places if place.latitude is not None), None)
    around: Counter[str] = Counter()
    rank: dict[str, int] = {}
    for (document, _), place in zip(keys, places, strict=True):
        for at, inner in enumerate(place.within):
            target = ids.get((document, inner))
            if target is not None and target != id_:
                around[target] += 1
                rank[target] = max(rank.get(target, 0), at)
    facts: dict[Reference, None] = dict.fromkeys(fact for place in places for fact in place.facts)
    return Place(
        id=id_,
        name=name,
        kind=_kind(places),
        within=tuple(sorted(around, key=lambda target: (rank[target], -around[target], target))),
        latitude=known.latitude if known else None,
        longitude=known.longitude if known else None,
        scene=scene,
        references=tuple(_first(place) for place in places if place.references),
        facts=tuple(facts)[:FACTS],
    )


def _first(place: Place) -> Reference:
    """Where an article first has the place's longest form."""
    return max(place.references, key=lambda r: (r.span.end - r.span.start, -r.span.start))


def _ordered(places: list[Place]) -> tuple[Place, ...]:
    by_id = {place.id: place for place in places}
    chains = {place.id: _chain(place, by_id) for place in places}
    scenes = sorted((p for p in places if p.scene), key=lambda p: (SIZE.index(p.kind), p.id))
    around = dict.fromkeys(id_ for p in scenes for id_ in (*chains[p.id], *p.within))
    inner = [by_id[id_] for id_ in around if not by_id[id_].scene]
    rest = [p for p in places if not p.scene and p.id not in around]
    rest.sort(key=lambda p: (-len(p.references), p.id))
    told: set[Reference] = set()
    ordered = []
    for place in (*scenes, *inner, *rest):
        facts = tuple(fact for fact in place.facts if fact not in told)
        told |= set(facts)
        ordered.append(replace(place, within=chains[place.id], facts=facts))
    return tuple(ordered)


def _chain(place: Place, places: Mapping[str, Place]) -> tuple[str, ...]:
    """The places around, from small to large, one of each size: a region's own name before "Osten Russlands"."""
    chain: dict[int, str] = {}
    around = [places[id_] for id_ in place.within]
    states = [p.name.de for p in around if p.kind == "country"]
    for outer in sorted(around, key=lambda p: any(state in p.name.de for state in states if state != p.name.de)):
        chain.setdefault(SIZE.index(outer.kind), outer.id)
    return tuple(chain[size] for size in sorted(chain))


def renamed(joined: Joined, before: Ids) -> Joined:
    """With the published ids of those that stand at the same places of the sources."""
    new = keep(joined.locations, lambda p: p.references, before)
    locations = tuple(replace(p, id=new[p.id], within=tuple(new[id_] for id_ in p.within)) for p in joined.locations)
    return Joined(locations=locations, places={key: new[id_] for key, id_ in joined.places.items()})
