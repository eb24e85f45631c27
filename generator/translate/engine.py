"""What the translation stage asks of an engine."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Which engine it is, so that a memory knows what made its lines."""

    name: str
    version: str
    sha256: str
    """Of the package's content, hexadecimal: the same for a zip file and for the unpacked folder."""

    def __str__(self) -> str:
        return f"{self.name} {self.version} {self.sha256[:12]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hypothesis:
    text: str
    score: float
    """Mean log-probability of a piece under the engine; 0 is certainty."""


class Engine(Protocol):
    """Translates German sentences to English ones."""

    def translate(
        self, sentences: Sequence[str], n_best: int, avoid: Sequence[str] = ()
    ) -> tuple[tuple[Hypothesis, ...], ...]:
        """Up to `n_best` hypotheses a sentence, best first, in order of `sentences`; none with a word of `avoid`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineFactory:
    """An engine that is loaded only when there is something to translate."""

    identity: Identity
    load: Callable[[], Engine]
