"""Organisations and nouns of institutions by the tables."""

from __future__ import annotations

from functools import cache

from generator.analyse.article import Article
from generator.analyse.tables import rows, words


@cache
def organisations() -> dict[str, str]:
    """Organisations of the table by abbreviation and by name in any case, with their full German name."""
    table: dict[str, str] = {}
    for row in rows("entities", "organisations.csv"):
        name = row["german"]
        first, _, rest = name.partition(" ")
        forms = [row["abbreviation"], name]
        if rest and first.endswith(("er", "es", "e")):
            stem = first.removesuffix("er").removesuffix("es").removesuffix("e")
            forms += [f"{stem}e{ending} {rest}" for ending in ("n", "r", "", "s", "m")]
            forms += [f"{stem}en {rest}{ending}" for ending in ("s", "es", "n")]
        elif rest.startswith(("für ", "der ", "des ")):
            forms += [f"{first}{ending} {rest}" for ending in ("s", "es")]
        elif name.startswith("Al-"):
            forms.append(f"al-{name[3:]}")
        table |= {form: name for form in forms if form}
    return table


@cache
def institutions() -> frozenset[str]:
    """Nouns of institutions: "Universität X" acts, "Weltraumbahnhof X" is a place."""
    return frozenset(row["german"] for row in rows("entities", "institutions.csv"))


def institution(article: Article, form: str) -> bool:
    """Whether a noun is one of an institution, also as the last part of a compound: "Luftfahrtbehörde"."""
    word = form.rpartition("-")[2]
    last = article.lexicon.tail(word) or word
    return any(base in institutions() for base in (form, last, last.removesuffix("n"), last.removesuffix("en")))


def body(form: str) -> bool:
    """Whether a noun is one of an institution rather than of its building: "Universität", not "Botschaft"."""
    return form in institutions() and form in words("entities", "bodies.txt")
