"""What two articles on one event have in common: wording, people, places and time."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.analyse.forms import parse, skeleton
from generator.merge.words import Vocabulary, Weights
from generator.model import Analysis, Entity, PartialDate, blank

Vector = Mapping[str, float]
"""Of unit length, or empty."""

NAMES, PLACES = 1.0, 0.5
"""What the same names and the same places add to the similarity of the wording."""
CENTRAL, STRANGERS = 0.8, 0.5
"""Weight of a person whom an article is about; factor where neither article names whom the other is about."""
TELLING = 1.0
"""Weight below which a term is left out: it stands in every third article."""
STATE, SCENE = 0.3, 2.0
"""Factors of a country, which is named for many reasons, and of the place where it happens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """One article as the clustering sees it."""

    words: Vector
    names: Vector
    places: Vector
    central: frozenset[str]
    """Family names of whom it is about."""
    named: frozenset[str]
    """Words of every name in it."""
    first: int | None
    """First day on which it may have been published (proleptic ordinal); None where nothing is known."""
    last: int | None
    """Last such day."""

    def similarity(self, other: Features) -> float:
        """Cosine of the wording, more where names and places agree, less where other people act: 0 to 1."""
        value = cosine(self.words, other.words)
        value *= 1 + NAMES * cosine(self.names, other.names) + PLACES * cosine(self.places, other.places)
        if self.central and other.central and not (self.central & other.named or other.central & self.named):
            value *= STRANGERS
        return min(1.0, value)

    def days_apart(self, other: Features) -> int:
        """Least number of days between the two, 0 where one has no date."""
        if self.first is None or self.last is None or other.first is None or other.last is None:
            return 0
        return max(0, self.first - other.last, other.first - self.last)


def features(analysis: Analysis, vocabulary: Vocabulary, weights: Weights) -> Features:
    """The features of one article."""
    first, last = days(analysis.document.published)
    counts = Counter(terms(analysis, vocabulary))
    names = _names(analysis, vocabulary, weights)
    return Features(
        words=unit({t: (1 + math.log(n)) * weights[t] for t, n in counts.items() if weights[t] >= TELLING}),
        names=unit(names),
        places=unit(_places(analysis)),
        central=frozenset(
            skeleton(parse(e.name).surname) for e in analysis.entities if _person(e) and e.weight >= CENTRAL
        ),
        named=frozenset(skeleton(word) for e in analysis.entities for word in e.name.split()),
        first=first,
        last=last,
    )


def terms(analysis: Analysis, vocabulary: Vocabulary) -> list[str]:
    """The terms of the article without its boilerplate, names and numbers."""
    names = tuple(m.span for e in analysis.entities for m in e.mentions if m.kind == "name")
    text = blank(analysis.document.text, names)
    found = (term for s in analysis.sentences for term in vocabulary.terms(s.span.of(text)))
    return [term for term in found if not term[0].isdigit()]


def unit(values: Mapping[str, float]) -> Vector:
    """The vector divided by its length."""
    length = math.sqrt(sum(value * value for value in values.values()))
    return {key: value / length for key, value in values.items() if value} if length else {}


def cosine(a: Vector, b: Vector) -> float:
    """Of two vectors of unit length."""
    if len(a) > len(b):
        a, b = b, a
    return sum(value * b[key] for key, value in a.items() if key in b)


def days(when: PartialDate | None) -> tuple[int | None, int | None]:
    """First and last day that a date may mean, as proleptic ordinals."""
    if when is None:
        return None, None
    try:
        first = date(when.year, when.month or 1, when.day or 1).toordinal()
        if when.month and when.day:
            return first, first
        following = (when.year + 1, 1) if not when.month or when.month == 12 else (when.year, when.month + 1)
        return first, date(*following, 1).toordinal() - 1
    except ValueError:
        return None, None


def _names(analysis: Analysis, vocabulary: Vocabulary, weights: Weights) -> dict[str, float]:
    """The words of the names of persons and organisations, by how central their bearers and how rare they are."""
    found: dict[str, float] = {}
    for entity in analysis.entities:
        if _person(entity) or entity.kind == "organisation":
            for word in entity.name.split():
                value = entity.weight * weights[vocabulary.term(word)]
                found[skeleton(word)] = max(found.get(skeleton(word), 0.0), value)
    return found


def _person(entity: Entity) -> bool:
    return entity.kind == "person" and any(m.kind == "name" for m in entity.mentions)


def _places(analysis: Analysis) -> dict[str, float]:
    found: dict[str, float] = {}
    for place in analysis.places:
        factor = STATE if place.kind in ("country", "continent") else SCENE if place.scene else 1.0
        key = skeleton(place.name.de.split()[-1])
        found[key] = max(found.get(key, 0.0), factor * (1 + math.log(max(1, len(place.references)))))
    return found
