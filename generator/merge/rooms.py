"""How much of one source's own prose a page may still show."""

from __future__ import annotations

from generator.config import Budget
from generator.model import Document, Reference, Span
from generator.provenance import SHORTEST, joined, longest, own_prose, words

Unit = tuple[Reference, ...]
"""What can only be shown together."""


class Room:
    """The room of a source; what is shown twice takes it once."""

    def __init__(self, source: Document, budget: Budget) -> None:
        self._own = own_prose(source)
        self._most = budget.share * max(source.words, SHORTEST)
        self._longest = budget.longest_run
        self.spans: tuple[Span, ...] = ()
        """What is shown, in order, none overlapping."""

    def cost(self, spans: tuple[Span, ...]) -> int:
        """Words that showing `spans` adds."""
        if all(any(shown.contains(span) for shown in self.spans) for span in spans):
            return 0
        return self._count(joined((*self.spans, *spans))) - self._count(self.spans)

    def fits(self, spans: tuple[Span, ...]) -> bool:
        """Whether `spans` can be shown too. What costs nothing can."""
        if not self.cost(spans):
            return True
        both = joined((*self.spans, *spans))
        touched = (span for span in both if any(span.contains(new) for new in spans))
        return self._count(both) <= self._most and all(longest(self._own, s) <= self._longest for s in touched)

    def take(self, spans: tuple[Span, ...]) -> None:
        """Show `spans`."""
        self.spans = tuple(joined((*self.spans, *spans)))

    def _count(self, spans: tuple[Span, ...] | list[Span]) -> int:
        return sum(words(self._own, span) for span in spans)
