"""What an article says is not known: "Wie weit sie flogen, war unklar", "ließ offen, ob", "steht noch nicht fest"."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analyse.article import Article, Words, prepositions
from generator.analyse.questions import clauses
from generator.analyse.tables import rows
from generator.model import Question

COPULA = frozenset(
    ("ist", "sind", "war", "waren", "sei", "seien", "bleibt", "bleiben", "blieb", "blieben", "steht", "stehen", "stand")
)
PLUPERFECT = frozenset(("hatte", "hatten"))
SILENCE = frozenset(
    ("offen", "offenlassen", "Angaben", "Auskunft", "dazu", "äußern", "sagen", "mitteilen", "verraten", "beantworten")
)
"""Words that with "ließ", "keine", "nicht" say that somebody does not tell."""
DENIAL = frozenset(("nicht", "keine", "keinerlei", "niemand", "ließ", "ließen", "lässt", "lassen"))
REACH = 14
"""Tokens between an indirect question and the words that leave it open."""


def find(article: Article) -> Iterator[Question]:
    """Indirect questions and nouns that the article says are open, in text order."""
    for number, forms in article.each():
        if article.sentences[number].heading:
            continue
        inside = clauses.quoted(article, number)
        evidence = _open(forms, inside)
        if evidence is None:
            continue
        clause = _question(article, number, inside, evidence)
        where = clause or _subject(article, number, evidence)
        if where is not None and not _past(article, forms, evidence):
            yield Question(
                kind="unknown",
                span=article.span(where),
                evidence=(article.span(Words(sentence=number, first=evidence[0], last=evidence[1])),),
            )


def _open(forms: tuple[str, ...], inside: frozenset[int]) -> tuple[int, int] | None:
    """The tokens that say that something is open."""
    kinds = {row["form"]: row["kind"] for row in rows("questions", "hedges.csv")}
    for at, form in enumerate(forms):
        if at in inside:
            continue
        kind = kinds.get(form.lower() if at == 0 else form)
        near = forms[max(0, at - REACH) : at + 5]
        if kind == "predicate" and (COPULA & set(near)) and "nicht" not in forms[max(0, at - 2) : at]:
            return at, at + 1
        if kind == "negated" and COPULA & set(near) and "nicht" in forms[max(0, at - 3) : at]:
            first = max(i for i in range(max(0, at - 3), at) if forms[i] == "nicht")
            return first, at + 1
        if form in SILENCE:
            hits = [i for i in range(max(0, at - 8), min(len(forms), at + 3)) if forms[i] in DENIAL]
            if hits and (form != "offen" or any(forms[i].startswith(("l", "L")) for i in hits)):
                return min(*hits, at), max(*hits, at) + 1
    return None


def _question(article: Article, number: int, inside: frozenset[int], evidence: tuple[int, int]) -> Words | None:
    """The indirect question of the sentence: at its start, or after a comma behind the evidence."""
    forms = article.forms(number)
    at_once = clauses.asks(forms[0]) or (forms[0].lower() in prepositions() and any(map(clauses.asks, forms[1:2])))
    starts = [_prepositions(forms, 0)] if at_once else []
    starts += [
        at + 1 + _prepositions(forms, at + 1)
        for at in range(len(forms) - 2)
        if forms[at] == "," and evidence[0] <= at <= evidence[1] + REACH
    ]
    for start in starts:
        begin = start
        if begin < len(forms) and clauses.asks(forms[begin]) and begin not in inside:
            while begin and forms[begin - 1] != ",":
                begin -= 1
            return clauses.subordinate(article, number, begin)
    return None


def _prepositions(forms: tuple[str, ...], at: int) -> int:
    """1 where a preposition stands before the question word ("aus welchem Grund"), else 0."""
    return int(not clauses.asks(forms[at]) and forms[at] != "und" and any(map(clauses.asks, forms[at + 1 : at + 2])))


def _subject(article: Article, number: int, evidence: tuple[int, int]) -> Words | None:
    """ "Die Ursache ist noch unklar": the sentence, where no clause stands in it."""
    forms = article.forms(number)
    last = len(forms) - 1
    if "," in forms or evidence[1] != last or not COPULA & set(forms[:last]):
        return None
    return Words(sentence=number, first=0, last=last)


def _past(article: Article, forms: tuple[str, ...], evidence: tuple[int, int]) -> bool:
    """Pluperfect: it was open once."""
    near = forms[max(0, evidence[0] - 6) : evidence[1] + 2]
    return bool(PLUPERFECT & set(near)) or ("war" in near and any(clauses.participle(article, f) for f in near))
