"""A document with its sentences, tokens and lexicon: what every reader of the analysis works on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.analyse.lexicon import Lexicon
from generator.analyse.tables import words
from generator.analyse.tokens import Token
from generator.model import Document, Sentence, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A run of tokens `[first, last)` in one sentence."""

    sentence: int
    first: int
    last: int

    def __len__(self) -> int:
        return self.last - self.first


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    document: Document
    sentences: tuple[Sentence, ...]
    tokens: tuple[tuple[Token, ...], ...]
    """One tuple a sentence."""
    lexicon: Lexicon
    english: dict[str, str] = field(default_factory=dict)
    """English forms of the organisations and places that the tagger found, by their words in the article."""
    _forms: dict[int, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)
    """The forms of the sentences asked for so far."""

    def locate(self, span: Span) -> Words | None:
        """The tokens that `span` touches; None where it lies outside every sentence."""
        at = bisect_right(self.sentences, span.start, key=lambda s: s.span.start) - 1
        if at < 0:
            return None
        tokens = self.tokens[at]
        first = bisect_right(tokens, span.start, key=lambda token: token.end)
        last = bisect_left(tokens, span.end, first, key=lambda token: token.start)
        return Words(sentence=at, first=first, last=last) if first < last else None

    def text(self, where: Words) -> str:
        """The words as they stand, single-spaced."""
        return " ".join(self.span(where).of(self.document.text).split())

    def span(self, where: Words) -> Span:
        tokens = self.tokens[where.sentence]
        return Span(start=tokens[where.first].start, end=tokens[where.last - 1].end)

    def forms(self, sentence: int) -> tuple[str, ...]:
        """The tokens of one sentence as text."""
        known = self._forms.get(sentence)
        if known is None:
            known = self._forms[sentence] = tuple(token.text for token in self.tokens[sentence])
        return known

    def each(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Every sentence's number and forms."""
        return ((i, self.forms(i)) for i in range(len(self.sentences)))

    def tags(self, form: str) -> tuple[str, ...]:
        """The lexicon's tags of a form; those of its lower-case form where it knows none."""
        readings = self.lexicon.readings(form)
        if not readings and form[:1].isupper():
            readings = self.lexicon.readings(form[0].lower() + form[1:])
        return tuple(reading.tag for reading in readings)

    def adjective(self, form: str) -> bool:
        """Whether a lower-case form can be an attributive adjective or participle."""
        return form[:1].islower() and any(t.startswith(("ADJ", "PA1", "PA2")) for t in self.tags(form))

    def adverb(self, form: str) -> bool:
        """Whether a lower-case form can be an adverb or particle."""
        return form[:1].islower() and any(t.startswith(("ADV", "PRO:ADV")) for t in self.tags(form))

    def finite(self, form: str) -> bool:
        """Whether a lower-case form can be a finite verb."""
        return form[:1].islower() and any(
            t.startswith(("VER:1", "VER:2", "VER:3", "VER:MOD", "VER:AUX")) for t in self.tags(form)
        )


def article_words() -> frozenset[str]:
    """Articles and determiners, lower case."""
    return words("", "determiners.txt")


def prepositions() -> frozenset[str]:
    """Prepositions, also with the article drawn in ("im"), lower case."""
    return words("", "prepositions.txt")
