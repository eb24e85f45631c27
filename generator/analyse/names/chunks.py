"""A name as a run of tokens."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analyse.names.kinds import NameKind
from generator.analyse.tokens import Token

Sentences = tuple[tuple[Token, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """A name as the model sees it: tokens `[first, last)` of one sentence."""

    first: int
    last: int
    kind: NameKind
    weight: float
    """The model's probability of this kind, averaged over the tokens."""

    def overlaps(self, first: int, last: int) -> bool:
        return self.first < last and first < self.last


def form(sentence: tuple[Token, ...], chunk: Chunk) -> str:
    """The words of a name, single-spaced."""
    return " ".join(token.text for token in sentence[chunk.first : chunk.last])
