"""Questions from a noun that the article says is not known: "Die Unfallursache ist noch unklar"."""

from __future__ import annotations

from generator.analyse.article import Words
from generator.analyse.questions import clauses
from generator.merge.questions.parts import leans, lower_first, spoken
from generator.merge.reading import Source, base, tail
from generator.merge.tables import rows
from generator.model import Text


def question(source: Source, where: Words) -> Text | None:
    """By the table's pattern of the subject's noun; None where the table has none or the subject is no noun phrase."""
    article = source.article
    forms = article.forms(where.sentence)
    copula = next((i for i in range(where.first + 1, where.last) if clauses.finite(article, forms[i])), None)
    if copula is None:
        return None
    subject = Words(sentence=where.sentence, first=where.first, last=copula)
    if forms[where.first] not in ("Die", "Der", "Das") or leans(source, subject):
        return None
    head = next((i for i in range(where.first + 1, copula) if forms[i][:1].isupper()), None)
    row = _row(source, forms[head]) if head is not None else None
    if head is None or row is None:
        return None
    many = forms[copula].endswith("n") or forms[copula] in ("sind", "seien")
    phrase = lower_first(article, subject, spoken(source, subject))
    german = row["german"].format(ist="sind" if many else "ist", phrase=phrase)
    return Text(de=german, en=_english(source, row, forms[head], head, subject))


def _row(source: Source, form: str) -> dict[str, str] | None:
    table = {row["noun"]: row for row in rows("questions", "nouns.csv")}
    return next((table[noun] for noun in tail(source.event.lexicon, form) if noun in table), None)


def _english(source: Source, row: dict[str, str], form: str, head: int, subject: Words) -> str | None:
    """The English of the pattern; None where a word of the phrase is in no table."""
    forms = source.article.forms(subject.sentence)
    parts = {r["german"]: r["english"] for r in rows("questions", "parts.csv")}
    before = tail(source.event.lexicon, form)[0].removesuffix(row["noun"]).rstrip("s").rstrip("-")
    rest = [base(source.event.lexicon, f) for f in forms[head + 1 : subject.last] if f not in ("der", "des")]
    known = [before] if before else []
    known += [word or "" for word in rest]
    if not row["english"] or head != subject.first + 1 or len(known) > 1 or any(word not in parts for word in known):
        return None
    of = f" {parts[known[0]]}" if known else ""
    verb = "are" if row["english_noun"].endswith("costs") else "is"
    return row["english"].format(**{"is": verb}, of=of)
