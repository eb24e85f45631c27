"""Names that one article's reading ran together, seen by the other articles' names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.analyse import nations
from generator.analyse.forms import parse, skeleton
from generator.model import Analysis, Entity


def clean(analyses: tuple[Analysis, ...]) -> tuple[Analysis, ...]:
    """The analyses with such names put right or left out: "Jonas Wendrich Polen", "Wendrich Malinska"."""
    people = {e.name: e for a in analyses for e in a.entities if e.kind == "person" and parse(e.name).forenames}
    surnames: dict[str, set[str]] = {}
    for name in people:
        surnames.setdefault(skeleton(parse(name).surname), set()).add(name)
    places = {skeleton(p.name.de) for a in analyses for p in a.places}
    return tuple(replace(a, entities=tuple(_entities(a, people, surnames, places))) for a in analyses)


def _entities(
    analysis: Analysis, people: Mapping[str, Entity], surnames: Mapping[str, set[str]], places: set[str]
) -> Iterator[Entity]:
    for entity in analysis.entities:
        if entity.kind != "person" or " " not in entity.name:
            yield entity
        elif (whole := _without_place(entity.name, people, places)) is not None:
            yield replace(entity, name=whole.name, english=whole.english, aliases=())
        elif not _two(entity.name, surnames):
            yield entity


def _without_place(name: str, people: Mapping[str, Entity], places: set[str]) -> Entity | None:
    """Whom a name means that is another full name with a place before or behind it."""
    words = name.split()
    for cut in range(1, len(words)):
        for known, rest in ((words[:cut], words[cut:]), (words[cut:], words[:cut])):
            other = people.get(" ".join(known))
            if other is not None and _is_place(" ".join(rest), places):
                return other
    return None


def _is_place(words: str, places: set[str]) -> bool:
    states = nations.load()
    return words in states.by_capital or states.named(words) is not None or skeleton(words) in places


def _two(name: str, surnames: Mapping[str, set[str]]) -> bool:
    """Whether a name is the family names of two others, side by side."""
    words = [skeleton(word) for word in name.split()]
    return len(words) == 2 and words[0] != words[1] and all(surnames.get(word, set()) - {name} for word in words)
