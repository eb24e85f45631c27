"""Which stretches of a text are taken: answers by bisection, however many there are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from generator.model import Span


class Cover:
    """A growing set of spans, kept as disjoint stretches in text order."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            self.add(span)

    def add(self, span: Span) -> None:
        """Take a span; what it overlaps or touches becomes one stretch with it."""
        first, last = bisect_left(self._ends, span.start), bisect_right(self._starts, span.end)
        if first < last:
            start, end = min(self._starts[first], span.start), max(self._ends[last - 1], span.end)
        else:
            start, end = span.start, span.end
        self._starts[first:last] = [start]
        self._ends[first:last] = [end]

    def overlaps(self, span: Span) -> bool:
        """Whether any code point of `span` is taken."""
        at = bisect_right(self._ends, span.start)
        return at < len(self._starts) and self._starts[at] < span.end
