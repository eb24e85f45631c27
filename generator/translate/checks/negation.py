"""What the German denies, the English denies."""

from __future__ import annotations

import re
from functools import cache

from generator.translate.pair import Check, Complaint, Pair
from generator.translate.tables import rows

_WORD = re.compile(r"n['’]t\b|[^\W\d_]+(?:-one)?", re.IGNORECASE)
_ENGLISH_PREFIX = re.compile(r"\b(?:un|in|im|ir|il|dis|non-?|mis)[a-z]{3,}|\w+less\b", re.IGNORECASE)
_NO_DENIAL = re.compile(
    r"\bnicht (?:nur|zuletzt|zuletzt auch|allein)\b|\bnichts anderes als\b|\bob [^,.;:]* nicht\b|\bohne(?:hin|dies)\b"
    r"|, nicht wahr\?|\bwenn nicht (?:sogar|gar)\b",
    re.IGNORECASE,
)


def find(pair: Pair) -> Complaint | None:
    german = _words("de") & {w.lower() for w in _WORD.findall(_NO_DENIAL.sub(" ", pair.source.text))}
    if not german or _ENGLISH_PREFIX.search(pair.target):
        return None
    english = {w.lower().replace("’", "'") for w in re.split(r"(?=n['’]t\b)|[^\w'’-]+", pair.target) if w}
    if english & _words("en"):
        return None
    return Complaint(message=f"“{min(german)}” has nothing to match it")


@cache
def _words(language: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("negation.csv") if row["language"] == language)


CHECK = Check(name="negation", severity="error", find=find)
