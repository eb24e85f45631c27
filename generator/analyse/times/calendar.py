"""Arithmetic on dates that are known in part (EDTF, ISO 8601-2:2019, reduced precision)."""

from __future__ import annotations

from datetime import date, timedelta

from generator.model import PartialDate


def whole(partial: PartialDate) -> date | None:
    """The calendar day, None where the day is unknown."""
    if partial.month is None or partial.day is None:
        return None
    return date(partial.year, partial.month, partial.day)


def partial(day: date) -> PartialDate:
    return PartialDate(year=day.year, month=day.month, day=day.day)


def shifted(partial_date: PartialDate, days: int) -> PartialDate | None:
    """`days` later; with the day unknown only the weekday moves on, and the month stays as known."""
    day = whole(partial_date)
    if day is not None:
        return partial(day + timedelta(days=days))
    if partial_date.weekday is None:
        return None
    return PartialDate(year=partial_date.year, month=partial_date.month, weekday=(partial_date.weekday + days) % 7)


def months_before(published: PartialDate, months: int) -> PartialDate | None:
    """The month that lies `months` before, None where the month of `published` is unknown."""
    if published.month is None:
        return None
    year, month = divmod(published.year * 12 + published.month - 1 - months, 12)
    return PartialDate(year=year, month=month + 1)


def valid(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
