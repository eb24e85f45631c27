"""When the event was: the time that the articles name most and earliest, else the first article's own date."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from generator.merge.features import days
from generator.model import Analysis, PartialDate, TimeExpression

EARLY = {0: 3.0, 1: 3.0, 2: 2.0, 3: 2.0}
"""Points of a time by the number of its sentence; 1 further on."""
LEAST = 1.5
"""Points that a time needs."""
BEFORE, AFTER = 7, 1
"""Days before and after publication within which news happens."""
FADING = 0.8
"""Factor of a time's points for each day that lies between it and the publication."""

OWN_DAYS = 7
"""Days before the event that still belong to it."""


def find(analyses: tuple[Analysis, ...]) -> PartialDate | None:
    """The day, or as much as is known of it; None where no article has a date."""
    points: Counter[PartialDate] = Counter()
    for analysis in analyses:
        own: dict[PartialDate, float] = {}
        for time in analysis.times:
            date = replace(time.date, clock=None)
            apart = _days_apart(time, analysis.document.published)
            if apart is not None:
                own[date] = max(own.get(date, 0.0), _points(analysis, time) * FADING**apart)
        points.update(own)
    best = min(points, key=lambda date: (-points[date], date.iso(), date.weekday or 0), default=None)
    if best is not None and points[best] >= LEAST:
        return best
    published = [a.document.published for a in analyses if a.document.published is not None]
    return min(published, key=lambda date: date.iso() + "-99" * (date.day is None), default=None)


def _points(analysis: Analysis, time: TimeExpression) -> float:
    at = next((i for i, s in enumerate(analysis.sentences) if s.span.overlaps(time.span)), len(analysis.sentences))
    return EARLY.get(at, 1.0)


def _days_apart(time: TimeExpression, published: PartialDate | None) -> int | None:
    """Days between a day, or a weekday of a month, and the publication; None where the time is another."""
    date = time.date
    if time.until is not None or published is None or not date.month or (date.day is None and date.weekday is None):
        return None
    first, last = days(date)
    earliest, latest = days(published)
    if first is None or last is None or earliest is None or latest is None:
        return None
    if first < earliest - BEFORE or last > latest + AFTER:
        return None
    return max(0, earliest - last, first - latest)


def earlier(date: PartialDate, event: PartialDate | None) -> bool:
    """Whether a date lies more than a week before the event, as far as both are known."""
    if event is None or date.year != event.year:
        return event is not None and date.year < event.year
    if date.month is None or event.month is None:
        return False
    if date.day is not None and event.day is not None:
        return _number(date) < _number(event) - OWN_DAYS
    return date.month < event.month or (date.month == event.month and date.part == "start" and event.part == "end")


def _number(date: PartialDate) -> int:
    return (date.year * 12 + (date.month or 0)) * 31 + (date.day or 0)
