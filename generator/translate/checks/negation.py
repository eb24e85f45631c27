"""What the German denies, the English denies."""

from __future__ import annotations

import re
from functools import cache

from generator.translate.pair import Check, Complaint, Pair
from generator.translate.tables import lines, words
from generator.translate.vocabulary import is_english

_WORD = re.compile(r"[^\W\d_]+")
_NO_DENIAL = re.compile(
    r"\bnicht (?:nur|zuletzt|allein)\b|\bnichts (?:anderes|weiter|weniger) als\b|\bob [^,.;:]* nicht\b"
    r"|, nicht wahr\?|\bwenn nicht (?:sogar|gar)\b",
    re.IGNORECASE,
)
_LESS = re.compile(r"\b[a-z]{3,}less(?:ly|ness)?\b", re.IGNORECASE)
_UN = re.compile(r"\bun-?([a-z]{3,})", re.IGNORECASE)
_UN_TOO = ("der", "til", "ion", "ions", "iting", "ite", "ited", "ites", "its", "ity", "iverse")
"""What follows "un" in words that deny nothing, and is a word all the same."""


def find(pair: Pair) -> Complaint | None:
    german = words("negation.txt") & {w.lower() for w in _WORD.findall(_NO_DENIAL.sub(" ", pair.source.text))}
    if not german or denies(pair.target):
        return None
    return Complaint(message=f"“{min(german)}” has nothing to match it")


def denies(english: str) -> bool:
    """Whether a word of the English denies something."""
    plain = english.replace("’", "'")
    return (
        _denial().search(plain) is not None
        or _LESS.search(plain) is not None
        or any(rest not in _UN_TOO and is_english(rest) for rest in map(str.lower, _UN.findall(plain)))
    )


@cache
def _denial() -> re.Pattern[str]:
    whole = "|".join(re.escape(line).replace(r"\*", r"[a-z]*") for line in lines("denials.txt") if line != "n't")
    return re.compile(rf"\b(?:{whole})(?![^\W_])|n't\b", re.IGNORECASE)


CHECK = Check(name="negation", severity="error", find=find)
