"""Feasts of the western calendar as dates (`feasts.csv`); Easter after Butcher's algorithm (Meeus 1991, chapter 8)."""

from __future__ import annotations

from datetime import date, timedelta

from generator.analyse.tables import rows

FAR = 120
"""Days from an article beyond which a feast without a year may be the one before or the next."""


def feast(word: str, year: int) -> tuple[date, date] | None:
    """First and last day of a feast in a year; None for a word that is no feast."""
    row = next((row for row in rows("times", "feasts.csv") if row["word"] == word), None)
    if row is None:
        return None
    if row["easter"]:
        first = easter(year) + timedelta(days=int(row["easter"]))
    else:
        first = date(year, int(row["month"]), int(row["day"]))
    return first, first + timedelta(days=int(row["days"]) - 1)


def nearest(word: str, published: date) -> tuple[date, date] | None:
    """The feast that lies next to the day of an article, None where that is in doubt."""
    found = [f for year in (published.year - 1, published.year, published.year + 1) if (f := feast(word, year))]
    best = min(found, key=lambda f: abs((f[0] - published).days), default=None)
    return best if best and abs((best[0] - published).days) <= FAR else None


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 19 * m) // 433
    month = (h + m - 7 * n + 90) // 25
    return date(year, month, (h + m - 7 * n + 33 * month + 19) % 32)
