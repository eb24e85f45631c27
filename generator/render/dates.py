"""Dates in words, as exact as they are known and no further."""

from __future__ import annotations

from babel.dates import get_day_names, get_month_names

from generator.model import Language, PartialDate, PartOfMonth

_PARTS: dict[Language, dict[PartOfMonth, str]] = {
    "de": {"start": "Anfang", "middle": "Mitte", "end": "Ende"},
    "en": {"start": "early", "middle": "mid", "end": "late"},
}
_WORDS: dict[Language, dict[str, str]] = {
    "de": {"weekday_in": "ein {0} im {1}", "weekday_at": "ein {0} {1}", "year": "Jahr {0}", "to": "{0} bis {1}"},
    "en": {"weekday_in": "a {0} in {1}", "weekday_at": "a {0} in {1}", "year": "{0}", "to": "{0} to {1}"},
}


def written(date: PartialDate, language: Language, until: PartialDate | None = None) -> str:
    """The date, or the range from `date` to `until` inclusive, in words: "ein Mittwoch im September 2023"."""
    start = _single(date, language)
    if until is None or until == date:
        return start
    end = _single(until, language)
    if _plain_day(date) and _plain_day(until) and (date.year, date.month) == (until.year, until.month):
        dot = "." if language == "de" else ""
        return f"{date.day}{dot}–{end}"
    if date.year == until.year:
        start = start.removesuffix(f" {date.year}")
    return _WORDS[language]["to"].format(start, end)


def _plain_day(date: PartialDate) -> bool:
    return date.day is not None and date.clock is None


def _single(date: PartialDate, language: Language) -> str:
    words = _WORDS[language]
    if date.month is None:
        day = _with_part(str(date.year), date.part, language)
        around = words["year"].format(date.year)
    else:
        month = f"{get_month_names('wide', locale=language)[date.month]} {date.year}"
        dot = "." if language == "de" else ""
        day = f"{date.day}{dot} {month}" if date.day else _with_part(month, date.part, language)
        around = month
    if date.weekday is not None and date.day is None:
        name = get_day_names("wide", locale=language)[date.weekday]
        day = words["weekday_at"].format(name, day) if date.part else words["weekday_in"].format(name, around)
    if date.clock is None:
        return day
    return f"{day}, {date.clock.replace(':', '.')} Uhr" if language == "de" else f"{day}, {date.clock}"


def _with_part(period: str, part: PartOfMonth | None, language: Language) -> str:
    if part is None:
        return period
    joint = "-" if (language, part) == ("en", "middle") else " "
    return f"{_PARTS[language][part]}{joint}{period}"
