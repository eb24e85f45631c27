"""Who said what."""

from __future__ import annotations

from generator.analyse.lexicon import Lexicon
from generator.analyse.tokens import Token
from generator.model import Document, Entity, Quotation, Sentence


class QuotationFinder:
    """Finds the quotations of an article."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def find(
        self,
        document: Document,
        sentences: tuple[Sentence, ...],
        tokens: tuple[tuple[Token, ...], ...],
        entities: tuple[Entity, ...],
    ) -> tuple[Quotation, ...]:
        """The quotations in text order."""
        return ()
