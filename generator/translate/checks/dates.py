"""Months and days of the week are the same ones."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from generator.translate import figures
from generator.translate.pair import Check, Complaint, Pair, complaint
from generator.translate.tables import rows

_NIGHT = re.compile(r"\bNacht (?:auf|zu|zum|vom)\b")
"""After these words the day that begins counts in German, the one that ends in English."""
_ALSO_WORDS = ("May", "March")
"""English months that are also other words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A month or a day of the week."""

    english: str
    named: re.Pattern[str]
    """German: the name itself."""
    hinted: re.Pattern[str]
    """German: the name as a part of a word too."""
    written: re.Pattern[str]
    """English: the name, or its abbreviation."""
    in_full: re.Pattern[str]


def find(pair: Pair) -> Complaint | None:
    german, english = pair.source.text, pair.target
    numeric = {figures.month_name(int(n)) for f in figures.german(german) for k, n in f.values if k == "month"}
    night = _NIGHT.search(german) is not None
    told = []
    for day in _days():
        if (day.named.search(german) or day.english in numeric) and not day.written.search(english) and not night:
            told.append(f"{day.english} is missing")
        explained = day.hinted.search(german) or day.english in numeric or day.english in german or night
        if day.in_full.search(english) and not explained and day.english not in _ALSO_WORDS:
            told.append(f"{day.english} is not in the German")
    return complaint(told)


@cache
def _days() -> tuple[Day, ...]:
    german: dict[str, list[str]] = {}
    for row in rows("calendar.csv"):
        german.setdefault(row["en"], []).append(row["de"])
    return tuple(
        Day(
            english=english,
            named=re.compile(rf"(?<!\w)(?:{'|'.join(names)})s?(?=abend|morgen|nacht|mittag|vormittag|nachmittag|\W|$)"),
            hinted=re.compile("|".join(names), re.IGNORECASE),
            written=re.compile(rf"(?<!\w)(?:{english}|{english[:3]}\.|{english[:4]}\.)"),
            in_full=re.compile(rf"(?<!\w){english}(?:s|['’]s)?(?!\w)"),
        )
        for english, names in german.items()
    )


CHECK = Check(name="dates", severity="error", find=find)
