"""Who takes part, who speaks, who is affected, who is only named."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from generator.analyse.article import Article, Words
from generator.analyse.cover import Cover
from generator.analyse.entities import groups
from generator.analyse.entities.syntax import direct_object, governed, passive, passive_sentence, pluperfect, subject
from generator.analyse.tables import words
from generator.model import Entity, Involvement, Mention, Quotation

SPEAKS, ACTS, NAMED, EARLY = 2.0, 1.0, 1.0, 1.5
"""Points for a quotation, a mention as subject, a mention, a mention in the first two paragraphs."""
LESS = 0.4
"""Share of the points that a pronoun, an adjective or a part of a compound has."""
EVENT_SENTENCES = 8
"""Sentences from the start in which people without a name act in the event and not in its background."""
SHOWN: tuple[tuple[Involvement, ...], tuple[Involvement, ...]] = (("speaks", "acts"), ("speaks", "acts", "affected"))
"""How somebody without a name must be involved to stay: one person, a group."""
COMPANY = frozenset(("mit", "durch", "von", "vom"))
"""Prepositions of who else takes part: "sein Treffen mit X", "vertreten durch X", "begleitet von X"."""


def assess(article: Article, entities: tuple[Entity, ...], quotations: tuple[Quotation, ...]) -> tuple[Entity, ...]:
    """The entities with involvement and weight; people without a name stay only where they act or speak."""
    spoken = Counter(q.speaker_entity for q in quotations)
    carriers = Cover(span for q in quotations for span in q.carrier)
    points = {entity.id: _points(article, entity, spoken[entity.id]) for entity in entities}
    most = max(points.values(), default=1.0)
    weighed = (
        replace(
            entity,
            involvement=_involvement(article, entity, entity.id in spoken),
            weight=round(points[entity.id] / most, 3),
        )
        for entity in entities
    )
    return tuple(
        e
        for e in weighed
        if _named(e) or e.involvement in SHOWN[e.kind == "group"] or any(carriers.overlaps(m.span) for m in e.mentions)
    )


def _named(entity: Entity) -> bool:
    return entity.kind in ("place", "organisation") or (
        entity.kind == "person" and any(m.kind == "name" for m in entity.mentions)
    )


def phrase(article: Article, entity: Entity, mention: Mention) -> Words | None:
    """The noun phrase of a mention: with the office and its adjectives before the name."""
    where = article.locate(mention.span)
    if where is None:
        return None
    for role in entity.roles:
        before = article.locate(role.span)
        if before and before.sentence == where.sentence and before.last <= where.first <= before.last + 1:
            last = where.last
            if before.last == where.first - 1 and article.forms(where.sentence)[where.last : where.last + 1] == (",",):
                last += 1
            return Words(sentence=where.sentence, first=before.first, last=last)
    return where


def _points(article: Article, entity: Entity, quotations: int) -> float:
    points = SPEAKS * quotations
    for mention in entity.mentions:
        where = phrase(article, entity, mention)
        if where is None:
            continue
        early = article.sentences[where.sentence].paragraph < 2
        points += (EARLY if early else NAMED) * (LESS if mention.kind in ("part", "adjective", "pronoun") else 1)
        points += ACTS * (mention.kind != "adjective" and subject(article, where))
    return points


def _involvement(article: Article, entity: Entity, speaks: bool) -> Involvement:
    if speaks:
        return "speaks"
    if entity.kind == "place":
        return "mentioned"
    wheres = [
        where
        for m in entity.mentions
        if m.kind in ("name", "nominal", "pronoun") and (where := phrase(article, entity, m))
    ]
    subjects = [where for where in wheres if subject(article, where)]
    if entity.kind == "group":
        return _of_group(article, subjects)
    if any(not passive(article, where) for where in subjects):
        return "acts"
    if any(_joins(article, where) for where in wheres):
        return "acts"
    if subjects or any(_object(article, where) for where in wheres if entity.kind == "person"):
        return "affected"
    return "mentioned"


def _of_group(article: Article, subjects: list[Words]) -> Involvement:
    """People without a name act in the event itself: early, told as what happened, and said to be some."""
    told = [
        where
        for where in subjects
        if where.sentence < EVENT_SENTENCES
        and not pluperfect(article, where.sentence)
        and (where.sentence == 0 or article.sentences[where.sentence].heading or groups.specific(article, where))
    ]
    if not told:
        return "mentioned"
    return "affected" if all(passive(article, where) for where in told) else "acts"


def _joins(article: Article, where: Words) -> bool:
    """After "mit", "durch", "von" in a sentence of a meeting or in the passive."""
    preposition = governed(article, where)
    if preposition not in COMPANY:
        return False
    if preposition == "mit":
        return any(
            form.lower().startswith(cue)
            for form in article.forms(where.sentence)
            for cue in words("entities", "meeting.txt")
        )
    forms = article.forms(where.sentence)
    participle = any(
        t.startswith(("VER:PA2", "PA2")) for f in forms[where.last :] if f[:1].islower() for t in article.tags(f)
    )
    return participle and (passive_sentence(article, where.sentence) or preposition == "durch")


def _object(article: Article, where: Words) -> bool:
    """Behind verb and subject, or after an article of the dative or accusative: "hat den Machthaber X empfangen"."""
    if direct_object(article, where):
        return True
    forms = article.forms(where.sentence)
    before = forms[where.first - 1].lower() if where.first else ""
    return before in ("den", "dem") and governed(article, where) is None
