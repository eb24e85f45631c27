"""What an article leaves open: guesses, things unknown, questions without an answer."""

from __future__ import annotations

from dataclasses import replace

from generator.analyse.article import Article
from generator.analyse.lexicon import Lexicon
from generator.analyse.questions import asked, background, hedged, raised, unknown
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
    """The questions in text order, each clause once; a question put to somebody before what is only hedged.

    `Question.span` is the clause that holds what is open, `Question.evidence` the words that leave it open.
    """
    article = Article(document=document, sentences=sentences, tokens=tokens, lexicon=lexicon)
    direct = [span for q in quotations if q.type == "Direct" for span in q.quote]
    guesses = tuple(q for q in hedged.find(article) if not any(span.contains(q.span) for span in direct))
    found: list[Question] = []
    past = background.find(article)
    for question in (*asked.find(article, guesses), *unknown.find(article), *guesses):
        if not any(question.span.overlaps(span) for span in past) and not any(
            question.span.overlaps(other.span) for other in found
        ):
            found.append(replace(question, raised_by=raised.by(article, question, entities, quotations)))
    return tuple(sorted(found, key=lambda q: q.span))
