"""The terms of the house: German, English, and how strictly the English is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """A term that stands in a source."""

    start: int
    end: int
    english: str


class Termbase:
    """Terms by their German form."""

    @classmethod
    def load(cls, path: Path) -> Termbase:
        """Read the terms; a missing file has none."""
        return cls()

    def within(self, source: str) -> tuple[Occurrence, ...]:
        """The terms that stand in `source`, in its order."""
        return ()
