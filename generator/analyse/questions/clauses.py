"""Clauses of a sentence, as far as commas, verbs and quotation marks show them."""

from __future__ import annotations

from generator.analyse.article import Article, Words
from generator.analyse.tables import words

BREAKS = frozenset((",", ";", ":", ".", "!", "?", "–", "—", "-", "…", "(", ")"))
"""Marks at which a clause can end."""
OPENING, CLOSING = frozenset("„»“\"'‚«"), frozenset("“«”\"'‘»")
COORDINATORS = frozenset(("und", "aber", "doch", "denn", "sondern", "oder", "jedoch"))
COMPARISON = frozenset(("als", "wie"))
MOST_COMMAS = 3
"""Commas inside a subordinate clause (of clauses embedded in it) up to which its verb is looked for."""


def quoted(article: Article, sentence: int) -> frozenset[int]:
    """The tokens of a sentence that stand between quotation marks."""
    inside, found = False, set()
    for at, form in enumerate(article.forms(sentence)):
        if form in ('"', "„", "“", "”", "«", "»"):
            inside = form == "„" or (not inside and form != "”")
            found.add(at)
        elif inside:
            found.add(at)
    return frozenset(found)


def finite(article: Article, form: str) -> bool:
    """Whether a lower-case form can be a finite verb of the third person."""
    return form[:1].islower() and any(
        tag.startswith("VER") and "3" in tag.split(":") for tag in article.lexicon.tags(form)
    )


def infinitive(article: Article, form: str) -> bool:
    """Whether a lower-case form can be an infinitive."""
    return form[:1].islower() and any(
        t.startswith("VER") and ("INF" in t.split(":") or "EIZ" in t.split(":")) for t in article.lexicon.tags(form)
    )


def participle(article: Article, form: str) -> bool:
    """Whether a lower-case form can be a past participle."""
    return form[:1].islower() and any(t.startswith(("VER:PA2", "PA2:PRD")) for t in article.lexicon.tags(form))


def subordinate(article: Article, sentence: int, first: int) -> Words | None:
    """The verb-final clause that opens with token `first`; None where no finite verb closes it."""
    forms = article.forms(sentence)
    ends = [at for at in range(first + 1, len(forms)) if forms[at] in BREAKS or forms[at] in CLOSING]
    for end in (*ends[:MOST_COMMAS], len(forms)):
        if end - first > 2 and verb(article, Words(sentence=sentence, first=first, last=end)) is not None:
            return Words(sentence=sentence, first=first, last=end)
    return None


def verb(article: Article, clause: Words) -> int | None:
    """The token of the finite verb that closes a verb-final clause, or stands before a comparison that follows it."""
    forms = article.forms(clause.sentence)
    if finite(article, forms[clause.last - 1]):
        return clause.last - 1
    for at in range(clause.last - 2, clause.first, -1):
        if forms[at + 1] in COMPARISON and finite(article, forms[at]):
            return at
    return None


def opening(article: Article, sentence: int, at: int) -> int | None:
    """The first token of the main clause whose second place token `at` holds; None where it is in another clause."""
    forms = article.forms(sentence)
    for first in range(at - 1, -1, -1):
        if forms[first] in (";", ":", "–", "—"):
            return first + 1
        if forms[first] == ",":
            return first + 2 if forms[first + 1] in COORDINATORS and first + 2 < at else None
    return 0


def asks(form: str) -> bool:
    """Whether a word opens an indirect question."""
    return form.lower() in words("questions", "question-words.txt")
