"""Document -> Analysis."""

from __future__ import annotations

from pathlib import Path

from generator.analyse import entities, questions, sentences, times
from generator.analyse.article import Article
from generator.analyse.entities import involvement
from generator.analyse.lexicon import Lexicon
from generator.analyse.names import NameTagger
from generator.analyse.places import build as places
from generator.analyse.quotations import QuotationFinder
from generator.analyse.tokens import tokenize
from generator.model import Analysis, Document, Entity, Span


class Analyser:
    """Reads articles one by one with the models of one folder."""

    def __init__(self, models: Path) -> None:
        """
        Args:
            models: folder with the lexicon and the name model.

        Raises:
            GeneratorError: a model is missing or cannot be read.
        """
        self.lexicon = Lexicon.load(models / "lexicon")
        self.tagger = NameTagger(models, self.lexicon)
        self.quotations = QuotationFinder(self.lexicon)

    def analyse(self, document: Document) -> Analysis:
        """Everything that can be read in one article."""
        split = sentences.split(document)
        tokens = tuple(tokenize(document.text, sentence.span) for sentence in split)
        names = self.tagger.tag(document, split, tokens)
        found = entities.build(document, split, tokens, names, self.lexicon)
        quotations = self.quotations.find(document, split, tokens, found)
        article = Article(document=document, sentences=split, tokens=tokens, lexicon=self.lexicon)
        weighed = involvement.assess(article, found, quotations)
        return Analysis(
            document=document,
            sentences=split,
            entities=weighed,
            quotations=quotations,
            questions=questions.find(document, split, tokens, weighed, quotations, self.lexicon),
            times=times.find(document, split, _people(found)),
            places=places.build(article, weighed),
        )


def _people(entities: tuple[Entity, ...]) -> tuple[Span, ...]:
    return tuple(m.span for e in entities if e.kind == "person" for m in e.mentions if m.kind == "name")
