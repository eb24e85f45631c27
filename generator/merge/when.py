"""When the event was: the time that the articles name most and earliest, else the first article's own date."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from generator.merge.features import days
from generator.model import Analysis, PartialDate, TimeExpression

EARLY = {0: 3.0, 1: 3.0, 2: 2.0, 3: 2.0}
"""Points of a time by the number of its sentence; 1 further on."""
LEAST = 2.0
"""Points that a time needs."""
BEFORE, AFTER = 7, 1
"""Days before and after publication within which news happens."""


def find(analyses: tuple[Analysis, ...]) -> PartialDate | None:
    """The day, or as much as is known of it; None where no article has a date."""
    points: Counter[PartialDate] = Counter()
    for analysis in analyses:
        own: dict[PartialDate, float] = {}
        for time in analysis.times:
            date = replace(time.date, clock=None)
            if _near(time, analysis.document.published):
                own[date] = max(own.get(date, 0.0), _points(analysis, time))
        points.update(own)
    best = min(points, key=lambda date: (-points[date], date.iso(), date.weekday or 0), default=None)
    if best is not None and points[best] >= LEAST:
        return best
    published = [a.document.published for a in analyses if a.document.published is not None]
    return min(published, key=lambda date: date.iso() + "-99" * (date.day is None), default=None)


def _points(analysis: Analysis, time: TimeExpression) -> float:
    at = next((i for i, s in enumerate(analysis.sentences) if s.span.overlaps(time.span)), len(analysis.sentences))
    return EARLY.get(at, 1.0)


def _near(time: TimeExpression, published: PartialDate | None) -> bool:
    """Whether the time is a day, or a weekday of a month, around the publication."""
    date = time.date
    if time.until is not None or published is None or not date.month or (date.day is None and date.weekday is None):
        return False
    first, last = days(date)
    earliest, latest = days(published)
    if first is None or last is None or earliest is None or latest is None:
        return False
    return first >= earliest - BEFORE and last <= latest + AFTER
