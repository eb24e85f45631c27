"""Names that one article's reading ran together, seen by the other articles' names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.analyse import nations
from generator.analyse.forms import parse, skeleton
from generator.model import Analysis, Entity


def clean(analyses: tuple[Analysis, ...]) -> tuple[Analysis, ...]:
    """The analyses with such names put right or left out: "Jonas Wendrich Polen", "Wendrich Malinska"."""
    people = [e for a in analyses for e in a.entities if e.kind == "person" and parse(e.name).forenames]
    places = {skeleton(p.name.de) for a in analyses for p in a.places}
    return tuple(replace(a, entities=tuple(_entities(a, people, places))) for a in analyses)


def _entities(analysis: Analysis, people: list[Entity], places: set[str]) -> Iterator[Entity]:
    for entity in analysis.entities:
        if entity.kind != "person" or " " not in entity.name:
            yield entity
        elif (whole := _without_place(entity, people, places)) is not None:
            yield replace(entity, name=whole.name, english=whole.english, aliases=())
        elif not _two(entity, people):
            yield entity


def _without_place(entity: Entity, people: Iterable[Entity], places: set[str]) -> Entity | None:
    """Whom a name means that is another full name with a place before or behind it."""
    words = entity.name.split()
    for other in people:
        known = other.name.split()
        if len(known) < len(words) and other.name != entity.name:
            rest = words[len(known) :] if words[: len(known)] == known else words[: -len(known)]
            if (known in (words[: len(known)], words[-len(known) :])) and _is_place(" ".join(rest), places):
                return other
    return None


def _is_place(words: str, places: set[str]) -> bool:
    states = nations.load()
    return words in states.by_capital or states.named(words) is not None or skeleton(words) in places


def _two(entity: Entity, people: Iterable[Entity]) -> bool:
    """Whether a name is the family names of two others, side by side."""
    words = [skeleton(word) for word in entity.name.split()]
    surnames = {skeleton(parse(other.name).surname) for other in people if other.name != entity.name}
    return len(words) == 2 and words[0] != words[1] and set(words) <= surnames
