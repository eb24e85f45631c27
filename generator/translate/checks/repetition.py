"""Nothing is said twice that the German says once."""

from __future__ import annotations

import re
from collections import Counter

from generator.translate.pair import Check, Complaint, Pair

_WORD = re.compile(r"[\w'’-]+")
_DOUBLED = re.compile(r"\b([^\W\d_]+) \1\b", re.IGNORECASE)
RUN = 3
"""Words of the shortest repeated run that counts."""
WORD = 4
"""Letters of the longest word that such a run has at least."""
_GOOD_TWICE = frozenset(("had", "that", "very", "so", "no", "yes", "more"))


def find(pair: Pair) -> Complaint | None:
    doubled = {m[1].lower() for m in _DOUBLED.finditer(pair.target)} - _GOOD_TWICE
    if doubled and not _DOUBLED.search(pair.source.text):
        return Complaint(message=f"“{min(doubled)}” stands twice in a row")
    for run, count in _runs(pair.target, RUN).items():
        if max(map(len, run)) >= WORD and count > max(_runs(pair.source.text, 2).values(), default=1):
            return Complaint(message=f"“{' '.join(run)}” stands {count} times")
    return None


def _runs(text: str, length: int) -> Counter[tuple[str, ...]]:
    words = [word.lower() for word in _WORD.findall(text)]
    return Counter(zip(*(words[i:] for i in range(length)), strict=False))


CHECK = Check(name="repetition", severity="error", find=find)
