"""How central a sentence is: LexRank (Erkan & Radev 2004, JAIR 22)."""

from __future__ import annotations

import math

from generator.merge.summary.pool import Candidate

DAMPING = 0.85
"""Share of the walk that follows similarity; the rest goes to early sentences (Brin & Page 1998)."""
STEPS = 30


def lexrank(pool: list[Candidate]) -> list[float]:
    """The rank of each sentence, the greatest 1."""
    similar = [[cosine(a.vector, b.vector) for b in pool] for a in pool]
    totals = [sum(row) or 1.0 for row in similar]
    early = [1.0 / (1 + candidate.at) for candidate in pool]
    prior = [value / sum(early) for value in early]
    ranks = prior
    for _ in range(STEPS):
        ranks = [
            (1 - DAMPING) * prior[i] + DAMPING * sum(ranks[j] * similar[j][i] / totals[j] for j in range(len(pool)))
            for i in range(len(pool))
        ]
    top = max(ranks)
    return [rank / top for rank in ranks]


def cosine(a: dict[str, float], b: dict[str, float]) -> float:
    """Of two weighted bags of words, 0 to 1."""
    shared = sum(a[word] * b[word] for word in a.keys() & b.keys())
    if not shared:
        return 0.0
    return shared / math.sqrt(sum(v * v for v in a.values()) * sum(v * v for v in b.values()))
