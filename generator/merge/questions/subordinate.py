"""Questions from verb-final clauses: "ob ...", "wie weit ...", "dass ..." after a suspicion."""

from __future__ import annotations

from generator.analyse.article import Words
from generator.analyse.questions import clauses
from generator.merge.questions.parts import joined, leans, spoken
from generator.merge.questions.verbs import divide, indicative
from generator.merge.reading import Source

GUESSES = {"könnte": "wird", "könnten": "werden", "dürfte": "wird", "dürften": "werden"}
"""What is suspected, asked for: "dass sie kommen könnten" -> "Werden sie kommen?"."""


def question(source: Source, clause: Words, guess: bool, asked: str | None) -> str | None:
    """The clause as a direct question without its mark; None where it has no certain form.

    Args:
        guess: what is asked is a suspicion, and its modal verb a part of that.
        asked: the name of the person to whom the question was put.
    """
    article = source.article
    forms = article.forms(clause.sentence)
    verb = clauses.verb(article, clause)
    if (
        verb is None
        or "," in forms[clause.first : clause.last]
        or clause.first in clauses.quoted(article, clause.sentence)
    ):
        return None
    opener = _opener(source, clause)
    body = Words(sentence=clause.sentence, first=opener.last, last=verb)
    after = Words(sentence=clause.sentence, first=verb + 1, last=clause.last)
    if leans(source, body, asked):
        return None
    finite = GUESSES.get(forms[verb]) if guess else None
    finite = finite or indicative(article.lexicon, forms[verb])
    if finite is None:
        return None
    finite, prefix = divide(article.lexicon, finite)
    asks = "" if forms[clause.first].lower() in ("ob", "dass") else spoken(source, opener)
    return joined(asks, finite, spoken(source, body, asked), prefix, spoken(source, after))


def _opener(source: Source, clause: Words) -> Words:
    """The subjunction or question phrase: "ob", "wie weit", "wann und wo", "aus welchem Grund", "wie viele"."""
    article = source.article
    forms = article.forms(clause.sentence)
    at = clause.first
    while at < clause.last and not clauses.asks(forms[at]) and forms[at] != "dass":
        at += 1
    word = forms[at].lower()
    end = at + 1
    if word == "wie" and end < clause.last and _degree(source, forms[end]):
        counted = forms[end].startswith(("viel", "wenig"))
        end += 1
        end = _noun(source, forms, end, clause.last) if counted else end
    elif word.startswith("welch") or word == "wieviele":
        end = _noun(source, forms, end, clause.last)
    if end + 1 < clause.last and forms[end] == "und" and clauses.asks(forms[end + 1]):
        end += 2
    return Words(sentence=clause.sentence, first=clause.first, last=end)


def _degree(source: Source, form: str) -> bool:
    return form[:1].islower() and (
        form.startswith(("viel", "wenig")) or any(t.startswith("ADJ:PRD") for t in source.article.lexicon.tags(form))
    )


def _noun(source: Source, forms: tuple[str, ...], at: int, last: int) -> int:
    """The end of adjectives and the noun that begin at token `at`; `at` where no noun follows."""
    end = at
    while end < last and source.article.adjective(forms[end]):
        end += 1
    return end + 1 if end < last and forms[end][:1].isupper() else at
