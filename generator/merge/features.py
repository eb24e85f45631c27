"""What two articles on one event have in common: wording, people, places and time, as vectors of unit length."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.analyse.forms import parse, skeleton
from generator.merge.words import Vocabulary, Weights
from generator.model import Analysis, Entity, PartialDate

Vector = Mapping[str, float]

WORDS, NAMES, PLACES = 0.6, 0.25, 0.15
"""Shares of the three kinds in the similarity."""
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
    first: int | None
    """First day on which it may have been published (proleptic ordinal); None where nothing is known."""
    last: int | None
    """Last such day."""

    def similarity(self, other: Features) -> float:
        """Weighted mean of the cosines of the kinds that both articles have, 0 to 1."""
        pairs = (
            (WORDS, self.words, other.words),
            (NAMES, self.names, other.names),
            (PLACES, self.places, other.places),
        )
        both = [(share, cosine(a, b)) for share, a, b in pairs if a and b]
        return sum(share * value for share, value in both) / sum(share for share, _ in both) if both else 0.0

    def days_apart(self, other: Features) -> int:
        """Least number of days between the two, 0 where one has no date."""
        if self.first is None or self.last is None or other.first is None or other.last is None:
            return 0
        return max(0, self.first - other.last, other.first - self.last)


def features(analysis: Analysis, vocabulary: Vocabulary, weights: Weights) -> Features:
    """The features of one article."""
    first, last = days(analysis.document.published)
    counts = Counter(terms(analysis, vocabulary))
    return Features(
        words=unit({t: (1 + math.log(n)) * weights[t] for t, n in counts.items() if weights[t] >= TELLING}),
        names=unit(_names(analysis, vocabulary, weights)),
        places=unit(_places(analysis)),
        first=first,
        last=last,
    )


def terms(analysis: Analysis, vocabulary: Vocabulary) -> list[str]:
    """The terms of the article without its boilerplate, numbers aside."""
    text = analysis.document.text
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
    found: dict[str, float] = {}
    for entity in analysis.entities:
        if entity.kind in ("person", "organisation") and any(m.kind in ("name", "part") for m in entity.mentions):
            key = name(entity)
            rarity = max((weights[term] for term in vocabulary.terms(entity.name)), default=0.0)
            found[key] = max(found.get(key, 0.0), entity.weight * rarity)
    return found


def name(entity: Entity) -> str:
    """The key that a name's forms in several articles share: a person's family name, else the whole name."""
    return skeleton(parse(entity.name).surname if entity.kind == "person" else entity.name)


def _places(analysis: Analysis) -> dict[str, float]:
    found: dict[str, float] = {}
    for place in analysis.places:
        factor = STATE if place.kind in ("country", "continent") else SCENE if place.scene else 1.0
        key = skeleton(place.name.de.split()[-1])
        found[key] = max(found.get(key, 0.0), factor * (1 + math.log(max(1, len(place.references)))))
    return found
