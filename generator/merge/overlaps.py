"""Sources that share a text, so that copies of one report are not taken for several witnesses.

Containment of word shingles (Broder 1997), quoted words aside: reporters who heard the same speech quote it alike.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from generator.model import Analysis, Overlap, blank
from generator.provenance import QUOTED

SHINGLE = 5
"""Words of a shingle."""
LEAST = 0.05
"""Share of the shorter text from which it is shared and not chance: independent reports have up to 0.02."""
FEWEST = 5
"""Shingles that two sources must share."""
WORD = re.compile(r"\w+")


def find(analyses: tuple[Analysis, ...]) -> tuple[Overlap, ...]:
    """Groups of sources each of which shares text with every other; `share` is the largest between two of them."""
    shingles = {a.document.id: _shingles(a) for a in analyses}
    pairs = {}
    for one, other in combinations(shingles, 2):
        share = containment(shingles[one], shingles[other])
        if share >= LEAST and len(shingles[one] & shingles[other]) >= FEWEST:
            pairs[frozenset((one, other))] = share
    return tuple(_overlap(analyses, group, pairs) for group in _groups(tuple(shingles), pairs))


def containment(one: frozenset[str], other: frozenset[str]) -> float:
    """Part of the smaller set that the larger one holds too, 0 to 1."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def _shingles(analysis: Analysis) -> frozenset[str]:
    document = analysis.document
    text = QUOTED.sub(" \0 ", blank(document.text, document.boilerplate))
    found = []
    for part in text.split("\0"):
        words = [word.lower() for word in WORD.findall(part)]
        found += [" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)]
    return frozenset(found)


def _groups(documents: tuple[str, ...], pairs: dict[frozenset[str], float]) -> Iterator[tuple[str, ...]]:
    """The pairs, the closest first, each widened by every source that shares text with all of the group."""
    seen: list[frozenset[str]] = []
    for pair in sorted(pairs, key=lambda pair: (-pairs[pair], sorted(pair))):
        if any(pair <= group for group in seen):
            continue
        group = set(pair)
        for document in documents:
            if all(frozenset((document, member)) in pairs for member in group - {document}):
                group.add(document)
        seen.append(frozenset(group))
        yield tuple(document for document in documents if document in group)


def _overlap(analyses: tuple[Analysis, ...], group: tuple[str, ...], pairs: dict[frozenset[str], float]) -> Overlap:
    credits = Counter(name for a in analyses if a.document.id in group for name in a.document.agencies)
    named = credits if len(credits) == 1 else {name for name, sources in credits.items() if sources > 1}
    shares = [share for pair, share in pairs.items() if pair <= set(group)]
    return Overlap(documents=group, agencies=tuple(sorted(named)), share=round(max(shares), 2))
