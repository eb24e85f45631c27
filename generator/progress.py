"""How far a run is: one line that renews itself on a terminal, plain lines elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO, TypeVar

T = TypeVar("T")


class Progress:
    """Says on `stream` which step runs and how much of it is done."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._live = stream.isatty()

    def each(self, label: str, items: Iterable[T], total: int) -> Iterator[T]:
        """Pass the items through and show the count as they go."""
        for done, item in enumerate(items, 1):
            self.show(label, done - 1, total)
            yield item
            self.show(label, done, total)
        if not total:
            self.show(label, 0, 0)

    def show(self, label: str, done: int, total: int) -> None:
        """State that `done` of `total` are finished; elsewhere than on a terminal only the end is printed."""
        line = f"{label}: {done} of {total}"
        if self._live:
            self._stream.write(f"\r\x1b[K{line}" + ("\n" if done >= total else ""))
        elif done >= total:
            self._stream.write(line + "\n")
        self._stream.flush()
