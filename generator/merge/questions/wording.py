"""A clause that leaves something open, as a question in German; None where no safe one can be made."""

from __future__ import annotations

from generator.analyse.questions import clauses
from generator.merge.questions import main, nominal, subordinate
from generator.merge.reading import Source
from generator.model import Question, Text

LONGEST = 34
"""Words of a question."""


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
    if german is None or len(german.split()) > LONGEST:
        return None
    return Text(de=german[0].upper() + german[1:] + "?")


def _asked(source: Source, question: Question) -> str | None:
    """The name of the person who was asked and did not answer."""
    if question.kind != "unanswered" or question.raised_by is None:
        return None
    event = source.event
    who = event.participant(event.people.get((source.analysis.document.id, question.raised_by)))
    return who.name.de if who is not None and who.kind == "person" else None
