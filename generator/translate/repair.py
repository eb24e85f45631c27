"""What rules can set right in an English sentence without touching its grammar."""

from __future__ import annotations

import re
from functools import partial

from generator.translate import figures
from generator.translate.checks.names import lost
from generator.translate.checks.quotes import MARKS
from generator.translate.pair import Source, name_pattern
from generator.translate.tables import rows


def repaired(source: Source, target: str) -> str:
    """The English with figures, dates, names and marks in their English form."""
    target = _tidied(target)
    target = _figures(source.text, target)
    target = _calendar(target)
    target = _names(source, target)
    target = _quotes(target)
    return _capital(source.text, target)


def _tidied(target: str) -> str:
    target = re.sub(r"\s+([,.;:!?”])", r"\1", " ".join(target.split()))
    return re.sub(r"(?<=\w)'(?=\w|\s|$)", "’", target)


def _figures(source: str, target: str) -> str:
    """German numerals left standing become English ones; a single one that went wrong is set right."""
    german = figures.german(source)
    for figure in german:
        raw = source[figure.start : figure.end]
        if raw != figure.english:
            target = re.sub(rf"(?<![\w.,]){re.escape(raw)}(?![\d]|[.,]\d)", figure.english, target)
    for found in reversed(figures.english(target)):
        if found.values[0][0] == "clock":
            target = target[: found.start] + found.english + target[found.end :]
    english = figures.english(target)
    known, there = {v for f in german for v in f.values}, {v for f in english for v in f.values}
    missing = [f for f in german if not set(f.values) & there]
    wrong = [f for f in english if not set(f.values) & known]
    if len(missing) == len(wrong) == 1:
        target = target[: wrong[0].start] + missing[0].english + target[wrong[0].end :]
    return target


def _calendar(target: str) -> str:
    for row in rows("calendar.csv"):
        if row["de"] != row["en"]:
            target = re.sub(rf"(?<!\w){row['de']}s?(?!\w)", row["en"], target)
    return target


def _names(source: Source, target: str) -> str:
    """German forms left standing become the English ones."""
    for name in lost(target, source.names):
        target = name_pattern(name[0]).sub(partial(_english_name, name), target)
    return target


def _english_name(name: tuple[str, str], match: re.Match[str]) -> str:
    german, english = name
    ending = match[0][len(german) :]
    return english + ("’s" if ending else "")


def _quotes(target: str) -> str:
    if len(MARKS.findall(target)) % 2:
        return target
    turn = iter("“”" * (len(MARKS.findall(target)) // 2))
    return MARKS.sub(lambda _: next(turn), target)


def _capital(source: str, target: str) -> str:
    first = re.search(r"[^\W_]", target)
    begins = re.search(r"[^\W_]", source)
    if first and begins and begins[0].isupper():
        return target[: first.start()] + first[0].upper() + target[first.end() :]
    return target
