"""Months and days of the week are the same ones."""

from __future__ import annotations

import re
from functools import cache

from generator.translate import figures
from generator.translate.pair import Check, Pair
from generator.translate.tables import rows


def find(pair: Pair) -> str | None:
    patterns = _patterns()
    told = []
    numeric = {figures.month_name(int(n)) for f in figures.german(pair.source) for k, n in f.values if k == "month"}
    for english, (german_pattern, english_pattern) in patterns.items():
        there = german_pattern.search(pair.source) is not None or english in numeric
        found = english_pattern.search(pair.target) is not None
        if there and not found:
            told.append(f"{english} is missing")
        if found and not there and english not in ("May", "March", "August"):
            told.append(f"{english} is not in the German")
    return "; ".join(told) or None


@cache
def _patterns() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    german: dict[str, list[str]] = {}
    for row in rows("calendar.csv"):
        german.setdefault(row["en"], []).append(row["de"])
    return {
        english: (
            re.compile(
                rf"(?<!\w)(?:{'|'.join(names)})(?:s|en)?(?=\W|$|nacht|abend|morgen|mittag|vormittag|nachmittag)"
            ),
            re.compile(rf"(?<!\w){english[:3]}(?:\.|{english[3:]}|t\.)?(?:s|['’]s)?(?!\w)"),
        )
        for english, names in german.items()
    }


CHECK = Check(name="dates", severity="error", find=find)
