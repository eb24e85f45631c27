"""What an article tells of long ago: what was doubtful then is no open question now."""

from __future__ import annotations

from generator.analyse import times
from generator.analyse.article import Article
from generator.model import PartialDate, Span

MONTHS = 2
"""Months before the article from which a time is long ago."""


def find(article: Article) -> tuple[Span, ...]:
    """Sentences that stand in a time long ago: their own, or the last one named in the paragraph before them."""
    published = article.document.published
    if published is None:
        return ()
    named = times.find(article.document, article.sentences)
    found: list[Span] = []
    paragraph, last = -1, None
    for sentence in article.sentences:
        if sentence.paragraph != paragraph:
            paragraph, last = sentence.paragraph, None
        own = [time.date for time in named if sentence.span.contains(time.span)]
        last = max(own, key=_months) if own else last
        if last is not None and _months(last) < _months(published) - MONTHS:
            found.append(sentence.span)
    return tuple(found)


def _months(date: PartialDate) -> int:
    return date.year * 12 + (date.month or 12)
