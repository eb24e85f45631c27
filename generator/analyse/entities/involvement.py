"""Who takes part, who speaks, who is only named."""

from __future__ import annotations

from dataclasses import replace

from generator.analyse.article import Article
from generator.analyse.entities.syntax import subject
from generator.model import Entity, Involvement, Quotation

SPEAKS, ACTS, NAMED, EARLY = 2.0, 1.0, 1.0, 1.5
"""Points for a quotation, a mention as subject, a mention, a mention in the first two paragraphs."""


def assess(article: Article, entities: tuple[Entity, ...], quotations: tuple[Quotation, ...]) -> tuple[Entity, ...]:
    """The entities with involvement and weight."""
    spoken = [q.speaker_entity for q in quotations]
    points = {entity.id: _points(article, entity, spoken.count(entity.id)) for entity in entities}
    most = max(points.values(), default=1.0)
    return tuple(
        replace(entity, involvement=_involvement(article, entity, entity.id in spoken), weight=round(points[entity.id] / most, 3))
        for entity in entities
    )


def _points(article: Article, entity: Entity, quotations: int) -> float:
    points = SPEAKS * quotations
    for mention in entity.mentions:
        where = article.locate(mention.span)
        if where is None:
            continue
        early = article.sentences[where.sentence].paragraph < 2
        points += (EARLY if early else NAMED) * (0.5 if mention.kind in ("part", "adjective", "pronoun") else 1)
        points += ACTS * subject(article, where)
    return points


def _involvement(article: Article, entity: Entity, speaks: bool) -> Involvement:
    if speaks:
        return "speaks"
    wheres = [where for m in entity.mentions if m.kind in ("name", "nominal", "pronoun") and (where := article.locate(m.span))]
    if entity.kind != "place" and any(subject(article, where) for where in wheres):
        return "acts"
    return "mentioned"
