"""A clause that leaves something open, as a question in German; None where no safe one can be made."""

from __future__ import annotations

import re

from generator.analyse.article import Words
from generator.analyse.questions import clauses
from generator.merge.questions import main, nominal, subordinate
from generator.merge.reading import Source
from generator.model import Question, Text

ADVERBS = re.compile(
    r" (?:allerdings|außerdem|dennoch|hingegen|indes|indessen|jedoch|nämlich|schließlich|überdies|zudem)(?= )"
)
"""Words that tie a sentence to the one before, wherever they stand."""
ATTRIBUTED = re.compile(
    r"\b(?:laut|zufolge|[Nn]ach (?:\w+ ){0,3}"
    r"(?:Ansicht|Angaben?|Auffassung|Aussagen?|Einschätzung|Informationen|Meinung|Worten))\b"
)
"""Who says it: no part of a question."""
SHORTEST, LONGEST = 5, 34
"""Words of the question of a guess, which is vague where it is short; of any question."""


def question(source: Source, asked: Question) -> Text | None:
    """The question with its English where the pattern has it.

    "ob er kommen werde" -> "Wird er kommen?"; "könnten zu X führen" -> "Werden ... zu X führen?"; "Die Ursache ist
    unklar" -> "Was ist die Ursache?".
    """
    where = source.article.locate(asked.span)
    if where is None:
        return None
    forms = source.article.forms(where.sentence)
    opener = forms[where.first].lower()
    german: str | None
    if opener == "dass" or any(map(clauses.asks, forms[where.first : where.first + 2])):
        german = subordinate.question(source, where, guess=asked.kind == "hedge", asked=_asked(source, asked))
    elif asked.kind == "unknown":
        return nominal.question(source, where)
    else:
        hedge = source.article.locate(asked.evidence[0])
        german = main.question(source, where, hedge.first) if hedge else None
    if german is None or not (SHORTEST if asked.kind == "hedge" else 1) <= len(german.split()) <= LONGEST:
        return None
    german = ADVERBS.sub("", german)
    if ATTRIBUTED.search(german):
        return None
    return Text(de=german[0].upper() + german[1:] + "?")


def essence(source: Source, asked: Question, where: Words) -> Words:
    """The clause without the words before its verb that only say who estimates."""
    hedge = source.article.locate(asked.evidence[0]) if asked.kind != "unknown" else None
    if hedge is None or hedge.sentence != where.sentence or not where.first < hedge.first < where.last:
        return where
    front = Words(sentence=where.sentence, first=where.first, last=hedge.first)
    return (
        Words(sentence=where.sentence, first=hedge.first, last=where.last)
        if main.attribution(source.article.text(front))
        else where
    )


def _asked(source: Source, question: Question) -> str | None:
    """The name of the person who was asked and did not answer."""
    if question.kind != "unanswered" or question.raised_by is None:
        return None
    event = source.event
    who = event.participant(event.people.get((source.analysis.document.id, question.raised_by)))
    return who.name.de if who is not None and who.kind == "person" else None
