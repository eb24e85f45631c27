"""What rules can set right in an English sentence without touching its grammar."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import partial

from generator.translate import figures
from generator.translate.checks.names import is_doubtful, lost, spelled
from generator.translate.checks.quotes import MARKS
from generator.translate.numerals import in_compounds, in_words
from generator.translate.pair import Name, Pair, Source, name_pattern
from generator.translate.tables import rows
from generator.translate.vocabulary import WORD, is_english

ALIKE = 0.7
"""Similarity (0 to 1, Ratcliff & Obershelp) above which words are a name spelled wrong."""
_DIGITS = re.compile(r"(?<=\d)\s?[^\W\d].*$")
"""What follows the digits of a figure: its scale, or "Uhr"."""


def repaired(source: Source, target: str) -> str:
    """The English with figures, dates, names and marks in their English form."""
    target = _tidied(target)
    target = _figures(source.text, target)
    target = _calendar(target)
    target = _names(source, target)
    target = paired(target)
    return _capital(source.text, target)


def _tidied(target: str) -> str:
    target = re.sub(r"\s+([,.;:!?”])", r"\1", " ".join(target.split()))
    return re.sub(r"(?<=\w)'(?=\w|\s|$)", "’", target)


def _figures(source: str, target: str) -> str:
    """German numerals left standing become English ones; a single one that went wrong is set right."""
    german = figures.german(source)
    for figure in german:
        whole = source[figure.start : figure.end], figure.english
        for raw, english in (whole, tuple(_DIGITS.sub("", text) for text in whole)):
            if raw != english and not raw.isdigit():
                target = re.sub(rf"(?<![\w.,]){re.escape(raw)}(?!\d|[.,]\d)", english, target)
    for found in reversed(figures.english(target)):
        if found.values[0][0] == "clock":
            target = target[: found.start] + found.english + target[found.end :]
    there_are = figures.english(target)
    spoken, spelt = in_words(source, "de") | in_compounds(source), in_words(target, "en")
    known = spoken | {value for f in german for _, value in f.values}
    there = spelt | {value for f in there_are for _, value in f.values}
    missing = [f for f in german if not there & {value for _, value in f.values}]
    wrong = [f for f in there_are if not known & {value for _, value in f.values}]
    if len(missing) == len(wrong) == 1:
        target = target[: wrong[0].start] + missing[0].english + target[wrong[0].end :]
    return target


def _calendar(target: str) -> str:
    """German months and days left standing become English ones, and the full stop of a German ordinal goes."""
    for row in rows("calendar.csv"):
        if row["de"] != row["en"]:
            target = re.sub(rf"(?<!\w){row['de']}s?(?!\w)", row["en"], target)
    months = "|".join(row["en"] for row in rows("calendar.csv") if row["kind"] == "month")
    return re.sub(rf"(?<![\w.,])(\d{{1,2}})\.(?= (?:{months})(?!\w))", r"\1", target)


def _names(source: Source, target: str) -> str:
    """German forms left standing become the English ones, and so do names that the engine spelled wrong."""
    for name in source.names:
        if not is_doubtful(name, source):
            target = spelled(name, target)
    for name in lost(Pair(source=source, target=target)):
        target = name_pattern(name[0]).sub(partial(_english_name, name), target)
    for name in lost(Pair(source=source, target=target)):
        if not is_doubtful(name, source):
            target = _respelled(name, target, source)
    return target


def _respelled(name: Name, target: str, source: Source) -> str:
    """The English with the words most like the lost name in its place, where one of them is no word of its own."""
    kept = {part for other in source.names if other != name for part in WORD.findall(other[1])}
    words = [m for m in WORD.finditer(target) if m[0][0].isupper()]
    best, place = ALIKE, None
    for form in name:
        length = len(WORD.findall(form))
        for run in (words[i : i + length] for i in range(len(words) - length + 1)):
            start, end = run[0].start(), run[-1].end() - len(_genitive(run[-1][0]))
            foreign = any(not is_english(m[0]) and m[0] not in kept for m in run)
            ratio = SequenceMatcher(None, form.casefold(), target[start:end].casefold(), autojunk=False).ratio()
            if foreign and ratio > best:
                best, place = ratio, (start, end)
    return target if place is None else target[: place[0]] + name[1] + target[place[1] :]


def _genitive(word: str) -> str:
    return word[-2:] if word.endswith(("'s", "’s")) else ""


def _english_name(name: Name, match: re.Match[str]) -> str:
    german, english = name
    ending = match[0][len(german) :]
    return english + ("’s" if ending else "")


def paired(target: str) -> str:
    """The English with “ and ” in turn; unchanged where a mark is missing."""
    count = len(MARKS.findall(target))
    turn = iter("“”" * (count // 2))
    return target if count % 2 else MARKS.sub(lambda _: next(turn), target)


def _capital(source: str, target: str) -> str:
    first = re.search(r"[^\W_]", target)
    begins = re.search(r"[^\W_]", source)
    if first and begins and begins[0].isupper():
        return target[: first.start()] + first[0].upper() + target[first.end() :]
    return target
