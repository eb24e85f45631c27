"""Where the event happens: places weighed by how and where the article names them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from generator.analyse.article import Article
from generator.analyse.entities.syntax import governed
from generator.analyse.places import nouns
from generator.analyse.tables import words
from generator.model import Entity, PlaceKind

HERE = frozenset(("in", "im", "am", "an", "auf", "bei", "beim", "nahe", "vor", "unweit"))
"""Prepositions of a place where something happens."""
LOCATED, EVENT, EARLY, DATELINE, HEADING = 1.0, 2.0, 2.0, 2.0, 1.0
"""Points: after such a preposition; with a verb of an event; in the first two paragraphs; as dateline; in a heading."""
PLUPERFECT = frozenset(("war", "waren", "hatte", "hatten"))
LEAST = 2.0
"""Points below which nothing is the scene."""
LEAST_STATE = 4.0
"""The same for a state, which is named for many other reasons."""


def find(
    article: Article, places: tuple[Entity, ...], kinds: dict[str, PlaceKind], around: dict[str, tuple[str, ...]]
) -> frozenset[str]:
    """Ids of the scene: the place with most points that is no country, or else a country; with it the town around."""
    points: Counter[str] = Counter({place.id: _points(article, place) for place in places})
    small = [
        id_
        for id_, n in points.most_common()
        if n >= LEAST and kinds[id_] in ("venue", "city", "region", "sea", "other")
    ]
    if not small:
        states = [id_ for id_, n in points.most_common() if n >= LEAST_STATE and kinds[id_] == "country"]
        return frozenset(states[:1])
    best = _innermost(small[0], small, points, around)
    town = {id_ for id_ in around[best] if kinds[id_] == "city"}
    return frozenset({best, *town})


def _innermost(best: str, small: list[str], points: Counter[str], around: dict[str, tuple[str, ...]]) -> str:
    """A venue inside the best place, where it has points of its own."""
    inside = [id_ for id_ in small if best in around[id_]]
    return max(inside, key=lambda id_: points[id_]) if inside else best


def _points(article: Article, place: Entity) -> float:
    total = 0.0
    for mention in place.mentions:
        where = article.locate(mention.span)
        if article.document.dateline and article.document.dateline.contains(mention.span):
            total += DATELINE
            continue
        if where is None or mention.kind in ("adjective", "part"):
            continue
        sentence = article.sentences[where.sentence]
        forms = article.forms(where.sentence)
        kind = bool(where.first) and nouns.find(forms[where.first - 1]) is not None
        if governed(article, replace(where, first=where.first - 1) if kind else where) in HERE:
            total += LOCATED + (EARLY if sentence.paragraph < 2 else 0) + (HEADING if sentence.heading else 0)
            total += EVENT if _event(article, where.sentence) else 0
    return total


def _event(article: Article, sentence: int) -> bool:
    """Whether a sentence has a verb of an event and does not tell, in the pluperfect, what was before it."""
    forms = article.forms(sentence)
    participle = any(t.startswith("VER:PA2") for f in forms if f[:1].islower() for t in article.tags(f))
    if participle and PLUPERFECT & set(forms):
        return False
    cues = words("places", "cues.txt")
    return any(
        r.lemma in cues
        for form in article.forms(sentence)
        if form[:1].islower()
        for r in article.lexicon.readings(form)
    )
