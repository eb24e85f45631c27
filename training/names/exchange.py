"""Word clusters by predictive exchange, and the tree above them.

Every word belongs to one cluster; a word at a time moves to the cluster under which the text is most likely, given the
word before (Uszkoreit & Brants 2008) and, at the same weight, the word behind (Dehdari, Tan & van Genabith 2016). The
tree comes from merging, again and again, the two clusters whose merging costs the least mutual information of
neighbouring clusters (Brown et al. 1992).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

EDGE, RARE = "\n", ("\tx", "\tX")
"""Stands before the first and behind the last word of a sentence."""
Neighbours = list[tuple[NDArray[np.int64], NDArray[np.int64]]]
Matrix = NDArray[np.float64]


class Text:
    """A text as numbers of words and counts of neighbours."""

    def __init__(self, sentences: Iterable[Sequence[str]], least: int) -> None:
        """Words that stand fewer than `least` times count as one of two words, capitalised or not."""
        rows = [tuple(row) for row in sentences]
        counts = Counter(word for row in rows for word in row)
        self.words = sorted((w for w, n in counts.items() if n >= least), key=lambda w: (-counts[w], w))
        """Those that get a cluster, the commonest first."""
        numbers = {word: at for at, word in enumerate((*self.words, *RARE, EDGE))}
        lower, upper, edge = range(len(self.words), len(self.words) + 3)
        pairs: Counter[tuple[int, int]] = Counter()
        for row in rows:
            line = [edge, *(numbers.get(w, upper if w[:1].isupper() else lower) for w in row), edge]
            pairs.update(pairwise(line))
        self.size = len(self.words) + 3
        """Numbers in use: the words, the two that stand for rare ones, the edge."""
        self.pairs = np.array([(*pair, n) for pair, n in sorted(pairs.items())], dtype=np.int64)
        """First word, second word, count."""

    def neighbours(self, side: int) -> Neighbours:
        """For every number the words before (`side` 1) or behind it (`side` 0), and how often."""
        order = np.argsort(self.pairs[:, side], kind="stable")
        rows = self.pairs[order]
        bounds = np.searchsorted(rows[:, side], np.arange(self.size + 1))
        return [
            (rows[a:b, 1 - side], rows[a:b, 2]) for a, b in zip(bounds[:-1].tolist(), bounds[1:].tolist(), strict=True)
        ]


def clusters(text: Text, count: int, rounds: int) -> NDArray[np.int64]:
    """The cluster, below `count`, of every word of `text`; the numbers behind `count` are the rare words' and the edge.

    Stops after `rounds` rounds over all words, or when one in a thousand moves.
    """
    assigned = np.arange(text.size, dtype=np.int64) % count
    assigned[len(text.words) :] = count + np.arange(3)
    sides = [(text.neighbours(side), _table(text, assigned, side, count)) for side in (1, 0)]
    often = np.array([n.sum() for _, n in sides[0][0]], dtype=np.int64)
    sizes = np.bincount(assigned, weights=often, minlength=count + 3).astype(np.int64)
    log = _log(np.arange(int(often.sum()) + 1, dtype=np.float64))
    coarse = log.astype(np.float32)
    for _ in range(rounds):
        moved = 0
        for word in range(len(text.words)):
            old, n = int(assigned[word]), int(often[word])
            sizes[old] -= n
            gain = 2 * (log[sizes[:count]] - log[sizes[:count] + n])
            for neighbours, table in sides:
                others, counts = neighbours[word]
                table[others, old] -= counts
                rows = table[others, :count]
                gain += (coarse[rows + counts[:, None]] - coarse[rows]).sum(axis=0, dtype=np.float64)
            new = int(np.argmax(gain))
            sizes[new] += n
            for neighbours, table in sides:
                others, counts = neighbours[word]
                table[others, new] += counts
            assigned[word] = new
            moved += new != old
        print(f"{moved} of {len(text.words)} words moved", flush=True)
        if moved * 1000 < len(text.words):
            break
    return assigned


def _table(text: Text, assigned: NDArray[np.int64], side: int, count: int) -> NDArray[np.int32]:
    """How often a number stands beside each cluster."""
    table = np.zeros((text.size, count + 3), dtype=np.int32)
    np.add.at(table, (text.pairs[:, 1 - side], assigned[text.pairs[:, side]]), text.pairs[:, 2].astype(np.int32))
    return table


def paths(text: Text, assigned: NDArray[np.int64], count: int) -> list[str]:
    """The way to each cluster as bits from the root of the tree."""
    joint = np.zeros((count + 3, count + 3))
    np.add.at(joint, (assigned[text.pairs[:, 0]], assigned[text.pairs[:, 1]]), text.pairs[:, 2])
    joint /= joint.sum()
    by_row, by_column = _shared(joint, count), _shared(joint.T, count)
    members = [[number] for number in range(count)]
    bits = [""] * count
    gone = np.zeros(count, dtype=bool)
    for _ in range(count - 1):
        cost = by_row + by_column + _corner(joint[:count, :count]) - _margins(joint, count)
        cost[gone] = cost[:, gone] = np.inf
        np.fill_diagonal(cost, np.inf)
        kept, lost = sorted(divmod(int(np.argmin(cost)), count))
        for bit, side in (("0", kept), ("1", lost)):
            for number in members[side]:
                bits[number] = bit + bits[number]
        members[kept] += members[lost]
        gone[lost] = True
        for shared, table in ((by_row, joint), (by_column, joint.T)):
            one, other = table[:count, kept], table[:count, lost]
            shared += _pairwise(one + other) - _pairwise(one) - _pairwise(other)
        joint[kept] += joint[lost]
        joint[:, kept] += joint[:, lost]
        joint[lost] = joint[:, lost] = 0
        for shared, table in ((by_row, joint), (by_column, joint.T)):
            shared[kept] = shared[:, kept] = _beside(table, kept, count)
    return bits


def _log(values: Matrix) -> Matrix:
    """x log x, 0 at 0."""
    return values * np.log(np.where(values > 0, values, 1.0))


def _beside(joint: Matrix, row: int, count: int) -> Matrix:
    """What adding a row to each other row costs, the columns left as they are."""
    alone = _log(joint[:count]).sum(axis=1)
    return np.asarray(alone + alone[row] - _log(joint[:count] + joint[row]).sum(axis=1))


def _shared(joint: Matrix, count: int) -> Matrix:
    return np.array([_beside(joint, row, count) for row in range(count)])


def _pairwise(column: Matrix) -> Matrix:
    """What one column adds to the costs of all pairs of rows."""
    alone = _log(column)
    return np.asarray(alone[:, None] + alone - _log(column[:, None] + column))


def _corner(joint: Matrix) -> Matrix:
    """What rows and columns together cost else than each on its own, where a pair meets itself."""
    own = np.diag(joint)
    alone = _log(joint)
    square = np.diag(alone)[:, None] + np.diag(alone) + alone + alone.T
    across = own[:, None] + joint
    return np.asarray(
        _log(across)
        + _log(across.T)
        + _log(own[:, None] + joint.T)
        + _log(own + joint)
        - square
        - _log(own[:, None] + own + joint + joint.T)
    )


def _margins(joint: Matrix, count: int) -> Matrix:
    """What the pair's rows and columns add up to, before less after."""
    return np.asarray(sum(_pairwise(joint.sum(axis=axis)[:count]) for axis in (0, 1)))
