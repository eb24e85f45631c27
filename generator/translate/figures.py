"""Figures: the numbers, clock times and numeric dates of a German text, and what they are in English.

German writes 1.500 and 2,5 where English writes 1,500 and 2.5; a clock time is shown as `14:30` (ISO 8601), a date as
`13 September 2023`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from generator.translate.tables import rows

Kind = Literal["number", "clock", "month"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure of a text."""

    start: int
    """First code point in its text, counted from 0."""
    end: int
    values: tuple[tuple[Kind, Decimal], ...]
    """What it says: a number, the minutes since midnight, or for a numeric date its day, month and year."""
    english: str
    """How English writes it."""


Value = tuple[Kind, Decimal]

_DATE = re.compile(r"(?<![\d.,])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)")
_CLOCK = re.compile(r"(?<![\d.,:])(\d{1,2})(?:[.:](\d{2}))?\s?Uhr\b|(?<![\d.,:])(\d{1,2}):(\d{2})(?![\d:])")
_ENGLISH_CLOCK = re.compile(
    r"(?<![\d.,:])(\d{1,2})(?:[.:](\d{2}))?\s?([ap])(?:\.\s?m\.|m\b)"
    r"|(?<![\d.,:])(\d{1,2})(?:[.:](\d{2}))?\s?o['’]clock|(?<![\d.,:])(\d{1,2}):(\d{2})(?![\d:])",
    re.IGNORECASE,
)
_GERMAN = re.compile(r"(?<![\d.,])(\d{1,3}(?:[. \u00a0\u202f'’]\d{3})+(?!\d)|\d+)(?:,(\d+))?(?![\d])")
_DECIMAL_POINT = re.compile(r"(?<![\d.,])\d+\.\d{1,2}(?![\d.])|(?<![\d.,])\d+\.\d{4,}(?![\d.])")
_ENGLISH = re.compile(r"(?<![\d.,])(\d{1,3}(?:[,\u00a0\u202f]\d{3})+|\d+)(?:\.(\d+))?(?![\d])")


def german(text: str) -> tuple[Figure, ...]:
    """The figures of a German text that are written in digits, in their order."""
    found: list[Figure] = []
    for match in _DATE.finditer(text):
        day, month, year = map(int, match.groups())
        if 1 <= month <= 12 and 1 <= day <= 31:
            values: tuple[Value, ...] = (_number(day), ("month", Decimal(month)), _number(year))
            found.append(_figure(match, values, f"{day} {month_name(month)} {year}"))
    for match in _CLOCK.finditer(text):
        hour, minute = int(match[1] or match[3]), int(match[2] or match[4] or 0)
        if hour <= 24 and minute < 60:
            found.append(_figure(match, (("clock", Decimal(hour * 60 + minute)),), f"{hour:02}:{minute:02}"))
    for match in _DECIMAL_POINT.finditer(text):
        found.append(_scaled(match, text, Decimal(match[0]), match[0], "de"))
    for match in _GERMAN.finditer(text):
        whole = re.sub(r"\D", "", match[1])
        value = Decimal(f"{whole}.{match[2]}" if match[2] else whole)
        grouped = f"{int(whole):,}" if len(match[1]) > len(whole) else whole
        found.append(_scaled(match, text, value, f"{grouped}.{match[2]}" if match[2] else grouped, "de"))
    return _without_overlap(found)


def english(text: str) -> tuple[Figure, ...]:
    """The figures of an English text that are written in digits, in their order."""
    found: list[Figure] = []
    for match in _ENGLISH_CLOCK.finditer(text):
        hour, minute = int(match[1] or match[4] or match[6]), int(match[2] or match[5] or match[7] or 0)
        if match[3]:
            hour = hour % 12 + (12 if match[3].lower() == "p" else 0)
        if hour <= 24 and minute < 60:
            found.append(_figure(match, (("clock", Decimal(hour * 60 + minute)),), f"{hour:02}:{minute:02}"))
    for match in _ENGLISH.finditer(text):
        whole = re.sub(r"\D", "", match[1])
        value = Decimal(f"{whole}.{match[2]}" if match[2] else whole)
        found.append(_scaled(match, text, value, match[0], "en"))
    return _without_overlap(found)


@cache
def month_name(number: int) -> str:
    """English name of a month, 1 to 12."""
    return next(row["en"] for row in rows("calendar.csv") if (row["kind"], row["number"]) == ("month", str(number)))


@cache
def scales(language: str) -> dict[str, Decimal]:
    """What a word such as "Millionen" multiplies by; `language` is `de` or `en`."""
    short = {"m": Decimal(10**6), "bn": Decimal(10**9), "tn": Decimal(10**12)} if language == "en" else {}
    return {row[language]: Decimal(row["factor"]) for row in rows("scales.csv")} | short


def _scale(match: re.Match[str], text: str, language: str) -> re.Match[str] | None:
    """The scale after a figure; "m" is millions after a currency's sign and else metres."""
    scale = _scale_words(language).match(text, match.end())
    metres = scale is not None and scale[1] == "m" and text[match.start() - 1 : match.start()] not in tuple("€$£¥")
    return None if metres else scale


@cache
def _scale_words(language: str) -> re.Pattern[str]:
    longest_first = sorted(scales(language), key=len, reverse=True)
    return re.compile(r"[\s-]?(" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")


def _scaled(match: re.Match[str], text: str, value: Decimal, shown: str, language: str) -> Figure:
    scale = _scale(match, text, language)
    if scale is None:
        return _figure(match, (("number", value.normalize()),), shown)
    word = scale[1]
    name = next(row["en"] for row in rows("scales.csv") if row["de"] == word) if language == "de" else word
    total = (value * scales(language)[word]).normalize()
    return Figure(start=match.start(), end=scale.end(), values=(("number", total),), english=f"{shown} {name}")


def _number(value: int) -> Value:
    return ("number", Decimal(value).normalize())


def _figure(match: re.Match[str], values: tuple[Value, ...], english_: str) -> Figure:
    return Figure(start=match.start(), end=match.end(), values=values, english=english_)


def _without_overlap(figures: list[Figure]) -> tuple[Figure, ...]:
    kept: list[Figure] = []
    for figure in figures:
        if all(figure.end <= k.start or k.end <= figure.start for k in kept):
            kept.append(figure)
    return tuple(sorted(kept, key=lambda f: f.start))
