"""People without a name who speak or act together: "Analysten", "Anwohner", "nach südkoreanischen Angaben"."""

from __future__ import annotations

from functools import cache

from generator.analyse import nations
from generator.analyse.article import Article, Words, article_words
from generator.analyse.cover import Cover
from generator.analyse.entities.things import Things
from generator.analyse.roles.phrase import uninflected
from generator.analyse.tables import rows, words

SINGULAR = frozenset(
    (
        "als",
        "der",
        "ein",
        "eine",
        "dem",
        "einem",
        "einen",
        "des",
        "eines",
        "einer",
        "das",
        "sein",
        "ihr",
        "seinem",
        "ihrem",
    )
)
"""Determiners after which "Anwohner" is one person, or a genitive plural that neither speaks nor acts."""
SOURCES = {"offiziell": "official", "amtlich": "official"}


def add(article: Article, things: Things, taken: Cover) -> None:
    """Add the groups of the table, each with an adjective of a state before it."""
    for sentence, forms in article.each():
        for at, form in enumerate(forms):
            row = _find(form)
            where = Words(sentence=sentence, first=at, last=at + 1)
            if (
                row is None
                or _single(article, forms, at)
                or taken.overlaps(article.span(where))
                or things.taken(article.span(where))
            ):
                continue
            adjective = _in_english(forms[at - 1]) if at else None
            german, english = row["german"], row["english"]
            if adjective:
                german, english = f"{uninflected(forms[at - 1])}e {german}", f"{adjective} {english}"
                where = Words(sentence=sentence, first=at - 1, last=at + 1)
            elif not row["bare"]:
                continue
            thing = things.of("group", german)
            thing.english = english
            things.add(thing, german, article.span(where), "nominal", "group")


def _single(article: Article, forms: tuple[str, ...], at: int) -> bool:
    """Whether one person is meant: "ein Bürger", "ein Berliner Bürger"."""
    while at > 0 and (
        article.adjective(forms[at - 1]) or (forms[at - 1].endswith("er") and forms[at - 1][:1].isupper())
    ):
        at -= 1
    return bool(at) and forms[at - 1].lower() in SINGULAR


def specific(article: Article, where: Words) -> bool:
    """Whether words before or after the noun say how many or which: "rund 200 Beschäftigte", "Anwohner aus Kiel"."""
    forms = article.forms(where.sentence)
    before = forms[max(0, where.first - 2) : where.last - 1]
    if any(f[:1].isdigit() or f.lower() in words("entities", "quantities.txt") for f in before):
        return True
    if len(where) > 1 or any(_attribute(article, f) for f in before[-1:]):
        return True
    return forms[where.last : where.last + 1] in (("aus",), ("der",), ("des",), ("von",), ("vom",))


def _attribute(article: Article, form: str) -> bool:
    """Whether a form is an inflected adjective, and no adverb that only looks so: "wahllos"."""
    return article.adjective(form) and form not in article_words() and form.endswith(("e", "en", "er", "es", "em"))


def source(article: Article, where: Words) -> bool:
    """Whether a compound ends in what somebody says or estimates: "US-Einschätzung"."""
    row = _find(article.forms(where.sentence)[where.first].rpartition("-")[2])
    return row is not None and not row["bare"]


def _in_english(form: str) -> str | None:
    """The adjective of a state, or one that says what kind of source it is: "offiziellen"."""
    nation = nations.load().described(form)
    return nation.english_adjective if nation else SOURCES.get(uninflected(form))


@cache
def _table() -> dict[str, dict[str, str]]:
    table = {row["german"]: row for row in rows("entities", "groups.csv")}
    return table | {form + "n": row for form, row in table.items() if not form.endswith(("n", "s"))}


def _find(form: str) -> dict[str, str] | None:
    return _table().get(form)
