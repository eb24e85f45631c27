"""The sentences that a short version can be made of."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.analyse.article import Words
from generator.analyse.questions import clauses
from generator.analyse.tokens import tokenize
from generator.merge import standing
from generator.merge.event import Event
from generator.merge.reading import Source, base, sources
from generator.merge.tables import words
from generator.model import Span
from generator.provenance import QUOTED

LARGEST, FEWEST = 300, 4
"""Sentences that are compared, and the first ones of each source that always are: their number counts squared."""
LONGEST, LEAD, SHORTEST = 40, 45, 6
"""Words of a sentence that can be shown; of the first one."""
LATER = 4
"""Tokens at the beginning in which "später" counts from the sentence before: "wenige Tage später"."""
ENDS = (".", "!", "…")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    source: Source
    number: int
    """Of the sentence in its article."""
    at: int
    """The same without headings."""
    span: Span
    vector: dict[str, float]
    words: int
    usable: bool
    """Can stand alone; the others only vote."""
    headline: float
    """Share of the headline's words that it has, 0 to 1."""
    last: int
    """Tokens that are shown: all, or those before a subordinate clause."""
    shorter: Candidate | None = None
    """The sentence without its subordinate clause, where it can end before that."""


def candidates(event: Event) -> list[Candidate]:
    """The sentences of running text, the first ones of each source."""
    rows: list[tuple[Source, int, int, frozenset[str]]] = []
    most = max(FEWEST, LARGEST // max(1, len(event.analyses)))
    for source in sources(event):
        running = [n for n, sentence in enumerate(source.analysis.sentences) if not sentence.heading][:most]
        rows += [(source, n, at, source.content(source.sentence(n))) for at, n in enumerate(running)]
    total = len(rows)
    counts = Counter(word for *_, content in rows for word in content)
    headlines = {id(source): frozenset(_headline(source)) for source, *_ in rows}
    return [
        _candidate(
            source,
            number,
            at,
            {word: math.log(1 + total / counts[word]) for word in content},
            headlines[id(source)],
        )
        for source, number, at, content in rows
        if content
    ]


def _candidate(source: Source, number: int, at: int, vector: dict[str, float], headline: frozenset[str]) -> Candidate:
    text = source.analysis.document.text
    span = source.analysis.sentences[number].span
    told = {word for form in source.article.forms(number) if (word := base(source.event.lexicon, form))}

    def made(span: Span, last: int, shorter: Candidate | None) -> Candidate:
        length = len(span.of(text).split())
        return Candidate(
            source=source,
            number=number,
            at=at,
            span=span,
            vector=vector,
            words=length,
            usable=SHORTEST <= length <= (LONGEST if at else LEAD) and _usable(source, number, at),
            headline=len(headline & told) / len(headline) if headline else 0.0,
            last=last,
            shorter=shorter,
        )

    cut = _cut(source, number)
    shorter = made(source.article.span(cut), cut.last, None) if cut is not None else None
    return made(span, len(source.article.forms(number)), shorter)


def _headline(source: Source) -> Iterator[str]:
    """The content words of the title, or of a heading that stands first."""
    document = source.analysis.document
    first = source.analysis.sentences[0]
    title = document.title or (first.span.of(document.text) if first.heading else "")
    for token in tokenize(title, Span(start=0, end=len(title))):
        word = base(source.event.lexicon, title[token.start : token.end])
        if word is not None:
            yield word


def _cut(source: Source, number: int) -> Words | None:
    """The sentence up to the first comma at which it can end."""
    forms = source.article.forms(number)
    inside = clauses.quoted(source.article, number)
    comma = next((i for i, form in enumerate(forms) if form in standing.CUTS and i not in inside), None)
    if comma is None or not standing.can_end(source, number, comma):
        return None
    return Words(sentence=number, first=0, last=comma)


def _usable(source: Source, number: int, at: int) -> bool:
    """Whether the sentence is whole, more than a quotation and clear without the sentence before it."""
    forms = source.article.forms(number)
    span = source.analysis.sentences[number].span
    text = span.of(source.analysis.document.text)
    if not text.rstrip('"”“«»)').endswith(ENDS):
        return False
    leans = (
        at > 0 and forms[0] in words("", "dependent.txt") and forms[0] != "Das" and (number, 0) not in source.pronouns
    )
    later = at > 0 and "später" in forms[1:LATER] and "als" not in forms
    if leans or later or not standing.alone(source, source.sentence(number)):
        return False
    inside = clauses.quoted(source.article, number)
    if 2 * len(inside) > len(forms) or text.count('"') % 2 or text.count("„") != text.count("“") + text.count("”"):
        return False
    return not _unattributed(source, span) and any(clauses.finite(source.article, form) for form in forms)


def _unattributed(source: Source, span: Span) -> bool:
    """Whether the sentence is somebody's speech, not told as a fact, and who says it stands outside it."""
    article = source.article
    where = article.locate(span)
    forms = article.forms(where.sentence) if where else ()
    if not any(source.event.lexicon.is_konjunktiv(form) for form in forms) and not QUOTED.search(
        span.of(article.document.text)
    ):
        return False
    return any(
        any(part.contains(span) for part in q.quote) or mostly(q.quote, span)
        for q in source.analysis.quotations
        if not any(part.overlaps(span) for part in (*q.frame, *q.cue, *q.speaker))
    )


def mostly(parts: tuple[Span, ...], span: Span) -> bool:
    """Whether the parts cover more than half of the span."""
    covered = sum(max(0, min(p.end, span.end) - max(p.start, span.start)) for p in parts)
    return 2 * covered > span.end - span.start
