"""Questions from verb-final clauses: "ob ...", "wie weit ...", "dass ..." after a suspicion."""

from __future__ import annotations

from generator.analyse.article import Words
from generator.analyse.questions import clauses
from generator.merge.questions.parts import joined, leans, mixed, spoken, without_connective
from generator.merge.questions.verbs import divide, indicative, present
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
    body = without_connective(source, body)
    if (
        mixed(source, body)
        or leans(source, body, asked)
        or any(_other_verb(source, form) for form in forms[body.first : body.last])
    ):
        return None
    finite = GUESSES.get(forms[verb]) if guess else None
    if guess and finite and forms[verb - 1] in ("sein", "haben") and clauses.participle(article, forms[verb - 2]):
        finite = present(article.lexicon, forms[verb - 1], forms[verb].endswith("n"))
        body = Words(sentence=clause.sentence, first=body.first, last=verb - 1)
    finite = finite or indicative(article.lexicon, forms[verb])
    if finite is None:
        return None
    finite, prefix = divide(article.lexicon, finite)
    asks = "" if forms[clause.first].lower() in ("ob", "dass") else spoken(source, opener)
    return joined(asks, finite, spoken(source, body, asked), prefix, spoken(source, after))


def _other_verb(source: Source, form: str) -> bool:
    """Whether a form can only be a finite verb: the clause then has a second one joined on."""
    tags = source.article.lexicon.tags(form)
    return clauses.finite(source.article, form) and all(t.startswith("VER") and "INF" not in t for t in tags)


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
        if counted and forms[end] in ("der", "des", "dieser") and forms[end + 1][:1].isupper():
            end += 2
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
