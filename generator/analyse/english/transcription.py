"""German transcription of Russian, Ukrainian, Belarusian and Bulgarian names into the usual English one.

German letters follow Duden's transcription, the English ones BGN/PCGN with the spelling of news ("-sky" for
"-skiy", "ai" for "ay" inside a word).
Most groups of letters stand for one other (`transcription.csv`). Where German folds two Cyrillic letters into one ("s"
for с and з, "sch" for ш and ж), a maximum entropy model of the letters around decides (Berger et al. 1996), learned by
`training/transcription/learn.py`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

import pycrfsuite

from generator.analyse.tables import rows

REACH = 5
"""Most letters of context on either side."""
WIDEST = 6
"""Most letters of context on both sides together."""
CLASSES = str.maketrans("aeiouyjbdgwlmnrptkfshcxz", "VVVVVVVDDDDRRRRTTTTTTTTT")
"""Vowels, voiced stops, sonorants, voiceless letters."""


def transcribe(name: str) -> str:
    """The English spelling of every word of `name`; numbers of rulers and abbreviations stay."""
    return re.sub(
        r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*",
        lambda word: word[0] if word[0].isupper() and len(word[0]) > 1 else _word(word[0]),
        name,
    )


def same(a: str, b: str) -> bool:
    """Whether two English names differ only where usual transcriptions do (`variants.csv`): "Sergey" and "Sergei"."""
    return [_folded(word) for word in a.split()] == [_folded(word) for word in b.split()]


def graphemes(word: str) -> list[tuple[int, int]]:
    """The letters and groups of letters of a lower-case word, as ranges; the longest group first."""
    ranges, at = [], 0
    while at < len(word):
        match = _pattern().match(word, at)
        end = match.end() if match else at + 1
        ranges.append((at, end))
        at = end
    return ranges


def candidates(word: str, start: int, end: int) -> tuple[str, ...]:
    """What a group of letters can become, the likeliest first."""
    letters = word[start:end]
    table = _table()
    if end == len(word) and letters + "$" in table:
        return table[letters + "$"]
    return table.get(letters, (letters,))


def features(word: str, start: int, end: int) -> list[str]:
    """The letters around a group, and their classes, for the model."""
    padding = "^" * REACH, "$" * REACH
    letters = padding[0] + word + padding[1]
    classes = padding[0] + word.translate(CLASSES) + padding[1]
    group, first, last = word[start:end], start + REACH, end + REACH
    found = [group]
    for left in range(REACH + 1):
        for right in range(REACH + 1):
            if 0 < left + right <= WIDEST:
                found.append(f"{letters[first - left : first]}[{group}]{letters[last : last + right]}")
            if left <= 2 and right <= 2 and left + right:
                found.append(f"c{classes[first - left : first]}[{group}]{classes[last : last + right]}")
    return found


def label(group: str, english: str) -> str:
    """The model's name of one decision."""
    return f"{group}>{english}"


def _word(word: str) -> str:
    lower = word.lower()
    english = _forenames().get(lower) or "".join(_best(lower, start, end) for start, end in graphemes(lower))
    english = re.sub(r"(?<=[aeou])y(?=[^aeiouy])", "i", english)
    return english[:1].upper() + english[1:] if word[:1].isupper() else english


def _best(word: str, start: int, end: int) -> str:
    options = candidates(word, start, end)
    if len(options) == 1:
        return options[0]
    tagger, labels = _model()
    tagger.set([features(word, start, end)])
    group = word[start:end]
    return max(options, key=lambda o: float(tagger.marginal(label(group, o), 0)) if label(group, o) in labels else -1.0)


def _folded(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.lower())
    folded = "".join(c for c in decomposed if c.isalpha() and not unicodedata.combining(c))
    for row in rows("english", "variants.csv"):
        folded = re.sub(row["pattern"], row["folded"], folded)
    return folded


@cache
def _model() -> tuple[pycrfsuite.Tagger, frozenset[str]]:
    tagger = pycrfsuite.Tagger()
    tagger.open(str(Path(__file__).with_name("transcription.crfsuite")))
    return tagger, frozenset(tagger.labels())


@cache
def _table() -> dict[str, tuple[str, ...]]:
    return {row["german"]: tuple(row["english"].split("|")) for row in rows("english", "transcription.csv")}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(g).replace(r"\$", r"\Z") for g in sorted(_table(), key=len, reverse=True)))


@cache
def _forenames() -> dict[str, str]:
    return {row["german"].lower(): row["english"].lower() for row in rows("english", "forenames.csv")}
