"""Questions that were put to somebody and not answered: "Auf die Frage, wann ..., antwortete er: ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analyse.article import Article, Words
from generator.analyse.questions import clauses
from generator.analyse.tables import words
from generator.model import Question, Span

QUESTION = re.compile(r"(?:Nach|An|Rück)?[Ff]ragen?")
SPEECH = re.compile(r"[\"„“»][^\"„“”«»]{3,}[\"“”«]")
AMOUNTS = frozenset(("viel", "viele", "hoch", "groß", "lange", "weit", "teuer"))
"""What "wie" asks for where the answer is a number."""
MOST_SENTENCES = 2
"""Sentences before "auf eine entsprechende Frage" in which its content may stand."""


def find(article: Article, guesses: tuple[Question, ...]) -> Iterator[Question]:
    """Questions whose answer is missing or evades them, in text order.

    Args:
        guesses: hedged clauses of the article: what "auf eine entsprechende Frage" refers to.
    """
    for number, forms in article.each():
        for at, form in enumerate(forms):
            if not QUESTION.fullmatch(form) or "auf" not in [f.lower() for f in forms[max(0, at - 4) : at]]:
                continue
            clause = _content(article, number, at)
            if clause is not None:
                answer = _answer(article, number, article.span(clause).end)
                if answer is not None and _evasive(article, clause, answer):
                    yield Question(kind="unanswered", span=article.span(clause), evidence=(answer,))
            elif any(f.startswith("entsprechend") for f in forms[max(0, at - 2) : at]):
                referred = _before(article, number, guesses)
                answer = _answer(article, number, article.tokens[number][at].end)
                if referred is not None and answer is not None and words("questions", "evasions.txt") & set(forms):
                    yield Question(kind="unanswered", span=referred.span, evidence=(*referred.evidence, answer))
            break


def _content(article: Article, number: int, at: int) -> Words | None:
    """The indirect question behind the word "Frage": "auf die Frage von Journalisten, ob ..."."""
    forms = article.forms(number)
    for comma in range(at + 1, min(at + 8, len(forms) - 2)):
        if forms[comma] == ",":
            opens = clauses.asks(forms[comma + 1]) or clauses.asks(forms[comma + 2])
            return clauses.subordinate(article, number, comma + 1) if opens else None
    return None


def _answer(article: Article, number: int, after: int) -> Span | None:
    """The direct speech behind the question in its sentence, with the quotation marks."""
    match = SPEECH.search(article.document.text, after, _end(article, number))
    return Span(start=match.start(), end=match.end()) if match else None


def _end(article: Article, number: int) -> int:
    """End of the sentence, or of the last one of a quotation that runs on."""
    text, sentences = article.document.text, article.sentences
    last = number
    while (
        last + 1 < len(sentences)
        and sentences[last + 1].paragraph == sentences[number].paragraph
        and _open(text[sentences[number].span.start : sentences[last].span.end])
    ):
        last += 1
    return sentences[last].span.end


def _open(text: str) -> bool:
    return text.count('"') % 2 == 1 or text.count("„") > text.count("“") + text.count("”")


def _before(article: Article, number: int, guesses: tuple[Question, ...]) -> Question | None:
    """The last hedged clause in the sentences right before."""
    first = max(0, number - MOST_SENTENCES)
    start = article.sentences[first].span.start
    earlier = [
        g
        for g in guesses
        if start <= g.span.start < article.sentences[number].span.start
        and article.sentences[first].paragraph == article.sentences[number].paragraph
    ]
    return earlier[-1] if earlier else None


def _evasive(article: Article, clause: Words, answer: Span) -> bool:
    """Whether the answer holds nothing of the kind that was asked for."""
    text = answer.of(article.document.text)
    said = re.findall(r"\w+", text)
    opener = article.forms(clause.sentence)[clause.first].lower()
    if opener == "ob":
        return not _decides(text, said)
    if opener in ("wann", "wo", "wer", "wohin", "woher"):
        return not _names(opener, text)
    return opener == "wie" and not re.search(r"\d|hundert|tausend|Million", text) and _amount(article, clause)


def _decides(text: str, said: list[str]) -> bool:
    lower = {word.lower() for word in said}
    table = words("questions", "answers.txt")
    return bool(lower & {w.lower() for w in table}) or any(" " in w and w in text for w in table)


def _names(opener: str, text: str) -> bool:
    if opener == "wann":
        return bool(re.search(r"\d|heute|morgen|Woche|Monat|Jahr|Montag|Dienstag|Mittwoch|Donnerstag|Freitag", text))
    capitals = re.findall(r"(?<=[a-zäöüß,] )[A-ZÄÖÜ]\w+", text)
    return bool(capitals) and opener != "wer"


def _amount(article: Article, clause: Words) -> bool:
    return article.forms(clause.sentence)[clause.first + 1] in AMOUNTS
