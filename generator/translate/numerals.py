"""Numbers that are written as words, in German and in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from generator.translate.tables import lines, rows

_WORD = re.compile(r"[^\W\d_]+")
_BREAK = re.compile(r"[^\W\d_]+|\d+|[^\w\s-]")
"""Words, and what parts one number from the next."""
_ORDINAL = re.compile(r"s?te[nmrs]?$")


def in_words(text: str, language: str) -> frozenset[Decimal]:
    """The values of the number words in `text`; `language` is `de` or `en`.

    "zwei Millionen" and "two million" are 2,000,000, "neunundfünfzig" and "fifty-nine" 59.
    """
    return frozenset(map(Decimal, _german(text) if language == "de" else _english(text)))


def in_compounds(text: str) -> frozenset[Decimal]:
    """The values of the German numerals that begin a longer word: "zehnseitig", "siebenfach"."""
    found = (_compound().match(word) for word in _WORD.findall(text.lower()))
    return frozenset(Decimal(value) for match in found if match and (value := german_word(match[1])) is not None)


def german_word(word: str) -> int | None:
    """The value of a German number word of any length, also an ordinal; None where it is none."""
    known = _numerals("de")
    if word in known:
        return known[word]
    low = word.lower()
    for sign, factor in (("tausend", 1000), ("hundert", 100)):
        before, found, after = low.partition(sign)
        if found:
            many, rest = _part(before, 1), _part(after.removeprefix("und"), 0)
            return None if many is None or rest is None else many * factor + rest
    unit, _, ten = low.partition("und")
    if known.get(unit, 10) < 10 and known.get(ten, 0) >= 20:
        return known[unit] + known[ten]
    bare = _ORDINAL.sub("", low)
    value = german_word(bare) if bare not in (low, "") else None
    return value if value is not None and value > 12 else known.get(low)


def _part(word: str, empty: int) -> int | None:
    return german_word(word) if word else empty


def _german(text: str) -> Iterator[int]:
    words = _WORD.findall(text)
    for word, following in zip(words, [*words, ""][1:], strict=True):
        value = german_word(word)
        if value is not None:
            yield value * _scale("de", following)


def _english(text: str) -> Iterator[int]:
    """Every value that a run of number words reaches on its way: "two hundred and five" is 2, 200, 205."""
    known, total, current = _numerals("en"), 0, 0
    for word in [*_BREAK.findall(text.lower()), ""]:
        scale = _scale("en", word)
        if word == "and" and current:
            continue
        if word in ("hundred", "hundredth"):
            current = (current or 1) * 100
        elif scale > 1:
            total, current = total + (current or 1) * scale, 0
        elif word in known:
            value = known[word]
            fits = current % 100 == 0 or (current % 100 >= 20 and current % 10 == 0 and value < 10)
            if current and not (fits and value < 100):
                total, current = 0, 0
            current += value
            yield value
        else:
            total, current = 0, 0
            continue
        yield total + current


@cache
def _numerals(language: str) -> dict[str, int]:
    return {word: int(row["value"]) for row in rows("numerals.csv") for word in row[language].split("|")}


@cache
def _scale_words(language: str) -> dict[str, int]:
    return {row[language]: int(row["factor"]) for row in rows("scales.csv")}


def _scale(language: str, word: str) -> int:
    return _scale_words(language).get(word, 1)


@cache
def _compound() -> re.Pattern[str]:
    numerals = sorted(filter(None, (w for w in _numerals("de") if w.islower())), key=len, reverse=True)
    endings = "|".join(lines("numeral-compounds.txt"))
    return re.compile(rf"((?:{'|'.join(numerals)}|und|hundert|tausend)+)(?:{endings})")
