"""What the title says of the scene: "Oslo: Brand im Hafen", "Wahl in Norwegen"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.analyse.places import nesting
from generator.model import Entity, PlaceKind

WIDE = frozenset(("country", "region", "continent"))
"""Kinds of places in which a smaller scene lies."""


def named(title: str, places: tuple[Entity, ...]) -> frozenset[str]:
    """Ids of the places with which a title begins before a colon, or that it has behind "in", no direction."""
    return frozenset(place.id for place in places if _named(title, place))


def _named(title: str, place: Entity) -> bool:
    names = [form for form in (place.name, *place.aliases) if form[:1].isupper()]
    if not names:
        return False
    forms = "|".join(map(re.escape, names))
    den = "den|" if any(form.split()[-1] in nesting.PLURAL for form in names) else ""
    pattern = rf"^(?:{forms}):|\b(?:in|im|bei|nahe)(?: (?:{den}der|dem))? (?:{forms})n?(?![\w-])(?! -)"
    return re.search(pattern, title) is not None


def choose(
    without: frozenset[str],
    lifted: frozenset[str],
    titles: frozenset[str],
    kinds: Mapping[str, PlaceKind],
    around: Mapping[str, tuple[str, ...]],
) -> frozenset[str]:
    """The scene: what the title names, or a smaller place in it that the text names.

    Args:
        without: the scene as the text alone has it.
        lifted: the scene with the points that the title gives.
    """
    towns = sorted(id_ for id_ in titles if kinds[id_] == "city")
    if without and towns and all(kinds[id_] == "venue" for id_ in without):
        return without | {towns[0]}
    hit = sorted(titles & (lifted | {id_ for place in lifted for id_ in around[place]}))
    if not hit or without & titles:
        return without
    if not without:
        return lifted
    title = hit[0]
    states = {id_ for place in without for id_ in around[place] if kinds[id_] == "country"}
    own = {title, *around[title]}
    inside = kinds[title] in WIDE and not (states and not states & own)
    return without if inside else lifted
