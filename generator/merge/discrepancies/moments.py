"""When the things of a sentence happen, for telling one event from another."""

from __future__ import annotations

from generator.merge.reading import Source
from generator.model import PartialDate


def dates(source: Source, sentence: int) -> tuple[PartialDate, ...]:
    """The times that a sentence names."""
    span = source.article.sentences[sentence].span
    return tuple(time.date for time in source.analysis.times if span.contains(time.span))


def same_day(a: tuple[PartialDate, ...], b: tuple[PartialDate, ...]) -> bool:
    """Whether two sentences can speak of one day. A sentence without a time speaks of the event itself: it is not of
    the day that another gives as a month or a year."""
    if not a and not b:
        return True
    if not a or not b:
        return all(date.day is not None or date.weekday is not None for date in a or b)
    return any(compatible(x, y) for x in a for y in b)


def compatible(a: PartialDate, b: PartialDate) -> bool:
    """Whether two dates, as far as known, can be the same."""
    pairs = ((a.year, b.year), (a.month, b.month), (a.day, b.day), (a.weekday, b.weekday), (a.part, b.part))
    return all(x == y for x, y in pairs if x is not None and y is not None)
