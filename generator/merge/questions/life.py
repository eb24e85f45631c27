"""What became of a question: answered by a later sentence, overtaken by its own date, or still open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analyse.questions import clauses
from generator.analyse.times.calendar import whole
from generator.merge.discrepancies import numbers
from generator.merge.discrepancies.aligned import REPORTED
from generator.merge.reading import Source
from generator.model import Question, QuestionStatus, Reference, Span

ANSWERS = 0.75
"""Share of the question's content words that its answer has."""
LEAST = 3
"""Content words of a question that can be recognised in an answer."""


def of(
    source: Source, question: Question, content: frozenset[str], sources: tuple[Source, ...]
) -> tuple[QuestionStatus, Reference | None]:
    """The status of a question of `source` among all sources of its event, with the sentence that answers it."""
    if len(content) >= LEAST:
        for other, number in _later(source, question.span, sources):
            if _answers(source, question, content, other, number):
                return "answered", other.reference(other.article.sentences[number].span)
    return ("overtaken" if _overtaken(source, question, sources) else "open"), None


def _later(source: Source, span: Span, sources: tuple[Source, ...]) -> Iterator[tuple[Source, int]]:
    """Sentences of running text behind the question, and those of articles of a later day."""
    asked = source.analysis.document.published
    day = whole(asked) if asked else None
    for other in sources:
        published = other.analysis.document.published
        after = whole(published) if published else None
        if other is not source and (day is None or after is None or after <= day):
            continue
        for number, sentence in enumerate(other.article.sentences):
            if not sentence.heading and (other is not source or sentence.span.start > span.end):
                yield other, number


def _answers(source: Source, question: Question, content: frozenset[str], other: Source, number: int) -> bool:
    """Whether a sentence says, for certain and in its own voice, what was open."""
    article = other.article
    span = article.sentences[number].span
    text = span.of(other.analysis.document.text)
    open_too = any(span.overlaps(q.span) or any(span.overlaps(e) for e in q.evidence) for q in other.analysis.questions)
    if open_too or REPORTED.search(text) or clauses.quoted(article, number) or text.endswith("?"):
        return False
    if len(content & other.content(other.sentence(number))) < ANSWERS * len(content):
        return False
    where = source.article.locate(question.span)
    forms = source.article.forms(where.sentence)[where.first : where.last] if where else ("",)
    asked, said = ({n.value for n in numbers.find(f)} - {1} for f in (forms, article.forms(number)))
    return _of_kind(forms, other, number) and (not asked or asked == said)


def _of_kind(forms: tuple[str, ...], other: Source, number: int) -> bool:
    """Whether the sentence has what the question word asks for."""
    span = other.article.sentences[number].span
    opener = forms[0].lower()
    if opener == "wann":
        return any(span.contains(time.span) for time in other.analysis.times)
    if opener == "wie" and len(forms) > 1:
        return bool(numbers.find(other.article.forms(number)))
    if opener in ("wo", "wohin", "woher", "wer", "wem", "wen"):
        return any(word.startswith("@") for _, word in other.each(other.sentence(number)))
    if opener in ("warum", "weshalb", "wieso"):
        return bool(re.search(r"\b(?:weil|wegen|aufgrund|da|denn|durch)\b", span.of(other.analysis.document.text)))
    return opener not in ("was", "womit", "wodurch", "wozu")


def _overtaken(source: Source, question: Question, sources: tuple[Source, ...]) -> bool:
    """Whether the question is of a day that had passed when the newest article came, which does not ask it again."""
    days = [whole(p) for s in sources if (p := s.analysis.document.published) is not None]
    newest = max((day for day in days if day is not None), default=None)
    asked = source.analysis.document.published
    own = whole(asked) if asked else None
    if newest is None or own is None or own >= newest:
        return False
    times = [t for t in source.analysis.times if question.span.contains(t.span)]
    ends = [day for t in times if (day := whole(t.until or t.date)) is not None]
    return bool(ends) and len(ends) == len(times) and own <= max(ends) < newest
