"""A small map that shows where a place lies: land, the place, and what else the briefing names nearby.

No borders are drawn: the outlines serve for orientation and take no side.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from generator.model import Place

Point = tuple[float, float]

WIDTH, HEIGHT = 480, 270
"""Of the drawing, in its own units."""
_SMALLEST, _LARGEST = 8.0, 22.0
"""Half the height of the map, in degrees."""
_LETTER = 7.5
"""Width of a letter, on average."""
_MOST = 6
"""Places beside the scene."""
_EXACT = ("venue", "city", "region")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A place on the map."""

    place: Place
    x: float
    y: float
    left: bool
    """The name stands to the left of the dot."""
    scene: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Locator:
    """The map."""

    land: str
    """Outlines as an SVG path."""
    marks: tuple[Mark, ...]
    """The scene first."""


def locate(places: tuple[Place, ...]) -> Locator | None:
    """The map of the first scene whose position is known, to a region at least; None where there is none."""
    known = {place.id: place for place in places}
    candidates = (known[id] for scene in places if scene.scene for id in (scene.id, *scene.within) if id in known)
    scene = next((place for place in candidates if place.kind in _EXACT and _position(place)), None)
    centre = _position(scene) if scene else None
    if scene is None or centre is None:
        return None
    near = sorted(
        (distance, place.id, place)
        for place in places
        if place.kind in _EXACT and place.id != scene.id and (spot := _position(place))
        if (distance := _distance(centre, spot)) <= _LARGEST * 0.9
    )[:_MOST]
    half = min(_LARGEST, max([_SMALLEST, *(distance * 1.15 for distance, _, _ in near)]))
    scale = HEIGHT / 2 / half
    shrink = math.cos(math.radians(centre[1]))

    def project(point: Point, turn: int = 0) -> Point:
        longitude = point[0] - centre[0] + turn
        return WIDTH / 2 + longitude * shrink * scale, HEIGHT / 2 - (point[1] - centre[1]) * scale

    marks: list[Mark] = []
    taken: list[tuple[float, float, float]] = []
    for place in (scene, *(place for _, _, place in near)):
        spot = _position(place) or centre
        x, y = min((project(spot, turn) for turn in (-360, 0, 360)), key=lambda point: abs(point[0] - WIDTH / 2))
        for left in (x > WIDTH * 0.62, x <= WIDTH * 0.62):
            name = _LETTER * len(place.name.de) + 18
            box = (x - name, x + 6, y) if left else (x - 6, x + name, y)
            free = all(abs(y - row) > 15 or box[1] < start or end < box[0] for start, end, row in taken)
            if box[0] > 0 and box[1] < WIDTH and 8 < y < HEIGHT - 8 and free:
                taken.append(box)
                marks.append(Mark(place=place, x=round(x, 1), y=round(y, 1), left=left, scene=place is scene))
                break
    return Locator(land=_land(project), marks=tuple(marks))


def _position(place: Place) -> Point | None:
    if place.latitude is None or place.longitude is None:
        return None
    return place.longitude, place.latitude


def _distance(one: Point, other: Point) -> float:
    """On the sphere, in degrees of a great circle (haversine)."""
    (a, b), (c, d) = ([math.radians(value) for value in point] for point in (one, other))
    h = math.sin((d - b) / 2) ** 2 + math.cos(b) * math.cos(d) * math.sin((c - a) / 2) ** 2
    return math.degrees(2 * math.asin(min(1.0, math.sqrt(h))))


def _land(project: Callable[[Point, int], Point]) -> str:
    parts = []
    for ring, southwest, northeast in _outlines():
        for turn in (-360, 0, 360):
            (left, bottom), (right, top) = project(southwest, turn), project(northeast, turn)
            if right < 0 or left > WIDTH or bottom < 0 or top > HEIGHT:
                continue
            inside = _clipped(project(point, turn) for point in ring)
            if inside:
                parts.append("M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in inside) + "Z")
    return "".join(parts)


@cache
def _outlines() -> tuple[tuple[tuple[Point, ...], Point, Point], ...]:
    """Each ring with the south-west and north-east corner of its box."""
    lines = files("generator.render").joinpath("land.txt").read_text(encoding="utf-8").splitlines()
    found = []
    for line in lines:
        if not line.startswith("#"):
            pairs = (point.split(",") for point in line.split())
            ring = tuple((float(x), float(y)) for x, y in pairs)
            xs, ys = zip(*ring, strict=True)
            found.append((ring, (min(xs), min(ys)), (max(xs), max(ys))))
    return tuple(found)


def _clipped(ring: Iterable[Point]) -> list[Point]:
    """The part of the polygon inside the drawing (Sutherland & Hodgman 1974), with a margin for its edges."""
    points = list(ring)
    for axis, limit, sign in ((0, -4, 1), (0, WIDTH + 4, -1), (1, -4, 1), (1, HEIGHT + 4, -1)):
        points = list(_half(points, axis, limit, sign))
    return points


def _half(points: list[Point], axis: int, limit: float, sign: int) -> Iterator[Point]:
    for start, end in zip([points[-1], *points[:-1]] if points else [], points, strict=True):
        before, after = sign * (start[axis] - limit), sign * (end[axis] - limit)
        if (before < 0) != (after < 0):
            share = before / (before - after)
            yield (start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1]))
        if after >= 0:
            yield end
