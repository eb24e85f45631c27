"""What an article leaves open."""

from __future__ import annotations

from generator.analyse.lexicon import Lexicon
from generator.analyse.tokens import Token
from generator.model import Document, Entity, Question, Quotation, Sentence


def find(
    document: Document,
    sentences: tuple[Sentence, ...],
    tokens: tuple[tuple[Token, ...], ...],
    entities: tuple[Entity, ...],
    quotations: tuple[Quotation, ...],
    lexicon: Lexicon,
) -> tuple[Question, ...]:
    """The questions in text order."""
    return ()
