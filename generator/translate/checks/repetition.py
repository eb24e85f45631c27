"""Nothing is said twice that the German says once."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from generator.translate.pair import Check, Pair

_WORD = re.compile(r"[\w'’-]+")
RUN = 3
"""Words of the shortest repeated run that counts."""
TWICE = frozenset(("had", "that", "very", "so", "ha", "no", "yes"))
"""English words that stand twice in good sentences."""


def find(pair: Pair) -> str | None:
    source = [w.lower() for w in _WORD.findall(pair.source)]
    target = [w.lower() for w in _WORD.findall(pair.target)]
    doubled = [a for a, b in pairwise(target) if a == b and a not in TWICE and not a.isdigit()]
    if doubled and not any(a == b for a, b in pairwise(source)):
        return f"“{doubled[0]} {doubled[0]}”"
    runs = Counter(zip(*(target[i:] for i in range(RUN)), strict=False))
    allowed = max(Counter(zip(*(source[i:] for i in range(2)), strict=False)).values(), default=1)
    often = [run for run, count in runs.items() if count > max(1, allowed) and len("".join(run)) > 9]
    return f"“{' '.join(often[0])}” stands {runs[often[0]]} times" if often else None


CHECK = Check(name="repetition", severity="error", find=find)
