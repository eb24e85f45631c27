"""Every figure of the German stands in the English with the same value, and none was added."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from functools import cache

from generator.translate import figures
from generator.translate.pair import Check, Complaint, Pair, complaint
from generator.translate.tables import rows

_WORDS = re.compile(r"[^\W\d_]+")
_DECADE = re.compile(r"(?<!\d)([1-9]0)(?=er|s|’s|'s)")


def find(pair: Pair) -> Complaint | None:
    german = Counter(v for f in figures.german(pair.source.text) for v in f.values if v[0] != "month")
    english = Counter(v for f in figures.english(pair.target) for v in f.values)
    spelt, spoken = in_words(pair.target, "en"), in_words(pair.source.text, "de")
    missing = [v for v in german - english if not (v[0] == "number" and v[1] in spelt) and not _akin(v, english)]
    added = [v for v in english if v not in german and v[1] not in spoken and not _akin(v, german)]
    decades = {Decimal(d) for d in _DECADE.findall(pair.source.text)}
    told = [f"{_shown(v)} is missing" for v in missing if v[1] not in decades]
    told += [f"{_shown(v)} is not in the German" for v in added if v[1] - 1900 not in decades]
    return complaint(told)


def find_words(pair: Pair) -> Complaint | None:
    there = in_words(pair.target, "en")
    for figure in figures.english(pair.target):
        there |= {value for _, value in figure.values} | {Decimal(n) for n in re.findall(r"\d+", figure.english)}
    missing = sorted(v for v in in_words(pair.source.text, "de") if v not in there and v > 1)
    return complaint([f"{_shown(('number', v))} in words is missing" for v in missing])


def in_words(text: str, language: str) -> set[Decimal]:
    """The numbers that are written as words, also with a scale: both 2 and 2,000,000 for "two million"."""
    known, scales = _numerals(language), figures.scales(language)
    found: set[Decimal] = set()
    words = _WORDS.findall(text)
    for word, following in zip(words, [*words[1:], ""], strict=True):
        value = known.get(word) if word in known else known.get(word.lower())
        if value is not None:
            found |= {value, value * scales.get(following, Decimal(1))}
    return found


@cache
def _numerals(language: str) -> dict[str, Decimal]:
    return {word: Decimal(row["value"]) for row in rows("numerals.csv") for word in row[language].split("|")}


def _akin(value: figures.Value, others: Counter[figures.Value]) -> bool:
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
