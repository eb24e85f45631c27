"""Pairs of quotation marks of every kind, nested, in one pass."""

from __future__ import annotations

from dataclasses import dataclass

OPENERS = {"„": '“”"', "‚": "‘’", "»": "«", "›": "‹", "«": "»", "‹": "›", "“": '”"', "‘": "’", '"': '"“', "''": "''"}
"""What closes what was opened; “ opens too where English marks are used, » and « open in either direction."""
CLOSERS = frozenset('“”‘’«»‹›"')
DISTINCT = frozenset("„‚»›")
"""Marks of which one may stand inside another of its kind: they never close."""
DEEPEST = 6
"""Open marks that are kept besides the newest."""
LONGEST = 4000
"""Code points after which an opened mark counts as never closed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A stretch in quotation marks, marks included."""

    start: int
    end: int
    depth: int
    """0 outside others."""


def pair(text: str, blank: tuple[tuple[int, int], ...] = ()) -> tuple[Quoted, ...]:
    """The pairs in text order. A mark without partner is left out; blocks in `blank` (start, end) are passed over."""
    found: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    at, skip = 0, 0
    for at, mark in _marks(text):
        while skip < len(blank) and blank[skip][1] <= at:
            skip += 1
        if skip < len(blank) and blank[skip][0] <= at:
            continue
        while stack and at - stack[0][1] > LONGEST:
            stack.pop(0)
        closes = next((i for i in range(len(stack) - 1, -1, -1) if mark in OPENERS[stack[i][0]]), None)
        if closes is not None and (mark not in OPENERS or _closing(text, at, mark, stack[closes][0])):
            start = stack[closes][1]
            del stack[closes:]
            found.append((start, at + 1))
        elif mark in OPENERS and _opening(text, at, mark):
            if mark not in DISTINCT:
                stack = [entry for entry in stack if entry[0] != mark]
            stack = [*stack[-DEEPEST:], (mark, at)]
    return _nested(sorted(found, key=lambda q: (q[0], -q[1])))


def _nested(pairs: list[tuple[int, int]]) -> tuple[Quoted, ...]:
    """The pairs with their depth."""
    quoted: list[Quoted] = []
    ends: list[int] = []
    for start, end in pairs:
        while ends and ends[-1] <= start:
            ends.pop()
        quoted.append(Quoted(start=start, end=end, depth=len(ends)))
        ends.append(end)
    return tuple(quoted)


def _marks(text: str) -> list[tuple[int, str]]:
    return [(at, c) for at, c in enumerate(text) if c in OPENERS or c in CLOSERS]


def _closing(text: str, at: int, mark: str, opener: str) -> bool:
    """Whether a mark that can open and close closes here."""
    if opener in "„‚":
        return True
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if mark in "’‘":
        return not (before.isalpha() and after.isalpha())
    return not before.isspace() or not after.isalnum()


def _opening(text: str, at: int, mark: str) -> bool:
    """Whether a mark opens here: a gap, a bracket or another mark before it, a word after it."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if mark in "„‚":
        return not after.isspace()
    if before.isalnum() or (before in ".,;!?" and mark in "“‘’"):
        return False
    return not after.isspace()
