"""Which articles are on one event.

Candidates come from an index of each article's most telling terms, seen in the order of time (sorted neighbourhood,
Hernández & Stolfo 1995), so that the work grows with the number of articles; clusters from average linkage (Sokal &
Michener 1958) over the candidates.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.config import Merge
from generator.merge.features import Features, Vector, features, terms
from generator.merge.words import Vocabulary, Weights
from generator.model import Analysis

TELLING, NAMES = 18, 6
"""Terms, and words of names, of an article under which it stands in the index."""
NEIGHBOURS = 12
"""Articles before and after it that it is compared with under each term."""
SHARED = 2
"""Terms of the index that two articles must share to be compared."""
UNDATED = 0.8
"""Factor of the similarity where an article does not say when it was published."""
WHOLE = 0.8
"""Part of the threshold that the mean similarity of two clusters must reach."""


@dataclass(slots=True)
class _Pairs:
    """Similarities of pairs, each computed once."""

    all: tuple[Features, ...]
    days: int
    known: dict[tuple[int, int], float] = field(default_factory=dict)

    def similarity(self, a: int, b: int) -> float:
        """0 where too many days lie between the two."""
        pair = (a, b) if a < b else (b, a)
        value = self.known.get(pair)
        if value is None:
            one, other = self.all[pair[0]], self.all[pair[1]]
            value = 0.0
            if one.days_apart(other) <= self.days:
                value = one.similarity(other) * (UNDATED if one.first is None or other.first is None else 1.0)
            self.known[pair] = value
        return value


def cluster(analyses: Iterable[Analysis], vocabulary: Vocabulary, settings: Merge) -> tuple[tuple[Analysis, ...], ...]:
    """The articles by event, each cluster and the clusters themselves in the order of date and id."""
    ordered = sorted(analyses, key=age)
    all_terms = [terms(analysis, vocabulary) for analysis in ordered]
    weights = Weights(all_terms)
    pairs = _Pairs(tuple(features(a, vocabulary, weights) for a in ordered), settings.days)
    edges = [(pairs.similarity(a, b), a, b) for a, b in sorted(candidates(pairs.all))]
    edges = sorted((e for e in edges if e[0] >= settings.threshold), key=lambda e: (-e[0], e[1], e[2]))
    groups = _linked(len(ordered), edges, pairs, settings)
    return tuple(tuple(ordered[i] for i in group) for group in groups)


def age(analysis: Analysis) -> tuple[str, str]:
    """Sorts by date of publication, then id; what has no date comes last."""
    published = analysis.document.published
    return (published.iso() if published else "9999", analysis.document.id)


def candidates(all_: tuple[Features, ...]) -> Iterator[tuple[int, int]]:
    """Pairs that share telling terms and lie near each other in time; the smaller number first, each pair once."""
    index: dict[str, list[int]] = defaultdict(list)
    dated = [i for i, one in enumerate(all_) if one.first is not None]
    tops = [_telling(one) for one in all_]
    for i in sorted(dated, key=lambda i: (all_[i].first, i)):
        for term in tops[i]:
            index[term].append(i)
    shared: Counter[tuple[int, int]] = Counter()
    for posting in index.values():
        for at, a in enumerate(posting):
            for b in posting[at + 1 : at + 1 + NEIGHBOURS]:
                shared[(a, b) if a < b else (b, a)] += 1
    undated = [i for i, one in enumerate(all_) if one.first is None]
    for at, a in enumerate(undated):
        for term in tops[a]:
            for b in index.get(term, ())[-NEIGHBOURS * 4 :]:
                shared[(a, b) if a < b else (b, a)] += 1
        for b in undated[at + 1 : at + 1 + NEIGHBOURS]:
            shared[a, b] += len(tops[a] & tops[b])
    return (pair for pair, count in shared.items() if count >= SHARED)


def _telling(one: Features) -> frozenset[str]:
    def best(vector: Vector, most: int) -> list[str]:
        return [term for term, _ in sorted(vector.items(), key=lambda item: (-item[1], item[0]))[:most]]

    return frozenset((*best(one.words, TELLING), *(f"@{word}" for word in best(one.names, NAMES))))


def _linked(size: int, edges: list[tuple[float, int, int]], pairs: _Pairs, settings: Merge) -> list[tuple[int, ...]]:
    """Clusters joined from the most similar pair on, as long as their mean similarity is high enough."""
    member = list(range(size))
    groups: dict[int, list[int]] = {i: [i] for i in range(size)}
    for _, a, b in edges:
        left, right = member[a], member[b]
        if left == right:
            continue
        crossing = [pairs.similarity(x, y) for x in groups[left] for y in groups[right]]
        if sum(crossing) < settings.threshold * WHOLE * len(crossing):
            continue
        if left > right:
            left, right = right, left
        for x in groups.pop(right):
            groups[left].append(x)
            member[x] = left
    return [tuple(sorted(group)) for _, group in sorted(groups.items())]
