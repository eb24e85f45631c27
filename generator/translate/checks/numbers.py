"""Every figure of the German stands in the English with the same value, and none was added."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal

from generator.translate import figures
from generator.translate.pair import Check, Pair
from generator.translate.tables import rows

_WORDS = re.compile(r"[^\W\d_]+")


def find(pair: Pair) -> str | None:
    german = Counter(v for f in figures.german(pair.source) for v in f.values if v[0] != "month")
    english = Counter(v for f in figures.english(pair.target) for v in f.values)
    spelt = in_words(pair.target, "en")
    missing = [v for v in (german - english) if not (v[0] == "number" and v[1] in spelt) and not _as_clock(v, english)]
    spoken = in_words(pair.source, "de")
    added = [v for v in english if v not in german and v[1] not in spoken and not _as_clock(v, german)]
    told = [f"{_shown(v)} is missing" for v in missing] + [f"{_shown(v)} is not in the German" for v in added]
    return "; ".join(told) or None


def find_words(pair: Pair) -> str | None:
    there = in_words(pair.target, "en") | {v for f in figures.english(pair.target) for _, v in f.values}
    missing = sorted(v for v in in_words(pair.source, "de") if v not in there and v > 0)
    return f"{', '.join(map(str, missing))} in words is missing" if missing else None


def in_words(text: str, language: str) -> set[Decimal]:
    """The numbers that are written as words."""
    known = {word: Decimal(row["value"]) for row in rows("numerals.csv") for word in row[language].split("|")}
    return {known[w] for word in _WORDS.findall(text) if (w := word if word in known else word.lower()) in known}


def _as_clock(value: figures.Value, others: Counter[figures.Value]) -> bool:
    """A full hour counts as its number: "um 7 Uhr", "at 7"."""
    kind, number = value
    if kind == "clock":
        return number % 60 == 0 and any(k == "number" and n in (number / 60, number / 60 - 12) for k, n in others)
    return any(k == "clock" and number in (n / 60, n / 60 - 12) for k, n in others)


def _shown(value: figures.Value) -> str:
    kind, number = value
    return f"{int(number) // 60:02}:{int(number) % 60:02}" if kind == "clock" else f"{number:f}"


CHECK = Check(name="numbers", severity="error", find=find)
WORDS = Check(name="number-words", severity="warning", find=find_words)
