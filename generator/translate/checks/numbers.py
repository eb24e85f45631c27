"""Every figure of the German stands in the English with the same value, and none was added."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal

from generator.translate import figures
from generator.translate.numerals import in_compounds, in_words
from generator.translate.pair import Check, Complaint, Pair, complaint

_DECADE = re.compile(r"(?<!\d)([1-9]0)(?=er|s|’s|'s)")


def find(pair: Pair) -> Complaint | None:
    german = Counter(v for f in figures.german(pair.source.text) for v in f.values if v[0] != "month")
    english = Counter(v for f in figures.english(pair.target) for v in f.values)
    spelt = in_words(pair.target, "en")
    spoken = in_words(pair.source.text, "de") | in_compounds(pair.source.text)
    missing = [v for v in german - english if not (v[0] == "number" and v[1] in spelt) and not _akin(v, english)]
    added = [v for v in english if v not in german and v[1] not in spoken and not _akin(v, german)]
    decades = {Decimal(d) for d in _DECADE.findall(pair.source.text)} | {n for n in spoken if n % 10 == 0}
    told = [f"{_shown(v)} is missing" for v in missing if v[1] not in decades]
    told += [f"{_shown(v)} is not in the German" for v in added if v[1] - 1900 not in decades]
    return complaint(told)


def find_words(pair: Pair) -> Complaint | None:
    there = set(in_words(pair.target, "en"))
    for figure in figures.english(pair.target):
        there |= {value for _, value in figure.values} | {Decimal(n) for n in re.findall(r"\d+", figure.english)}
    missing = sorted(v for v in in_words(pair.source.text, "de") if v not in there and v > 1)
    return complaint([f"{_shown(('number', v))} in words is missing" for v in missing])


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
