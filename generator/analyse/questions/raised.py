"""Who asks, doubts or estimates."""

from __future__ import annotations

import re

from generator.analyse.article import Article, Words
from generator.analyse.entities.syntax import subject
from generator.model import Entity, Question, Quotation, Span

ESTIMATE = re.compile(
    r"[Nn]ach (?:\w+ ){0,3}?(?:[\w-]*-)?"
    r"(?:Einschätzung|Ansicht|Auffassung|Meinung|Angabe|Erkenntnis|Vermutung)(?:en)?\b"
)
"""Phrases that name who estimates; in "US-Einschätzung" the first part does."""
ACCORDING = re.compile(r"\b(?:zufolge|laut|Laut)\b")


def by(
    article: Article, question: Question, entities: tuple[Entity, ...], quotations: tuple[Quotation, ...]
) -> str | None:
    """The entity that raises the question: who estimates, whose words hold it, who was asked, or who does not tell."""
    sentence = _sentence(article, question.evidence[-1])
    if question.kind == "unanswered":
        return _speaker(quotations, question.evidence[-1]) or _subject(article, entities, sentence)
    named = _estimator(article, entities, sentence)
    if named is not None:
        return named
    speaker = _speaker(quotations, question.span)
    suspected = question.span.of(article.document.text).startswith("dass")
    return speaker or (_subject(article, entities, sentence) if question.kind == "unknown" or suspected else None)


def _sentence(article: Article, span: Span) -> int:
    where = article.locate(span)
    return where.sentence if where else 0


def _speaker(quotations: tuple[Quotation, ...], span: Span) -> str | None:
    return next(
        (q.speaker_entity for q in quotations if q.speaker_entity and any(s.overlaps(span) for s in q.quote)), None
    )


def _estimator(article: Article, entities: tuple[Entity, ...], sentence: int) -> str | None:
    """Who stands in or right behind "nach Einschätzung von X", or beside "zufolge"."""
    start = article.sentences[sentence].span.start
    text = article.sentences[sentence].span.of(article.document.text)
    match = ESTIMATE.search(text)
    if match is not None:
        region = Span(start=start + match.start(), end=start + min(len(text), match.end() + 60))
        before = _first(entities, Span(start=region.start, end=start + match.end()))
        return before or _first(entities, Span(start=start + match.end(), end=region.end))
    match = ACCORDING.search(text)
    if match is None:
        return None
    if match[0] == "zufolge":
        return _last(entities, Span(start=start, end=start + match.start()))
    return _first(entities, Span(start=start + match.end(), end=start + min(len(text), match.end() + 60)))


def _first(entities: tuple[Entity, ...], region: Span) -> str | None:
    hits = [(m.span.start, e.id) for e in entities for m in e.mentions if region.contains(m.span)]
    return min(hits)[1] if hits else None


def _last(entities: tuple[Entity, ...], region: Span) -> str | None:
    hits = [(m.span.end, e.id) for e in entities for m in e.mentions if region.contains(m.span)]
    return max(hits)[1] if hits else None


def _subject(article: Article, entities: tuple[Entity, ...], sentence: int) -> str | None:
    """The first person, body or group that is a subject in the sentence."""
    span = article.sentences[sentence].span
    for entity in sorted(entities, key=lambda e: e.mentions[0].span):
        for mention in entity.mentions:
            if span.contains(mention.span) and entity.kind != "place":
                where: Words | None = article.locate(mention.span)
                if where is not None and subject(article, where):
                    return entity.id
    return None
