"""Names of persons, places and organisations in an article."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from generator.analyse.lexicon import Lexicon
from generator.analyse.tokens import Token
from generator.model import Document, Sentence, Span

NameKind = Literal["person", "organisation", "place"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameSpan:
    """A name as it stands in the article."""

    span: Span
    kind: NameKind
    part: bool
    """Inside a compound: "Kreml" in "Kreml-Chef"."""


class NameTagger:
    """Marks the names of an article."""

    def __init__(self, models: Path, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def tag(
        self, document: Document, sentences: tuple[Sentence, ...], tokens: tuple[tuple[Token, ...], ...]
    ) -> tuple[NameSpan, ...]:
        """The names in text order, without overlaps."""
        return ()
