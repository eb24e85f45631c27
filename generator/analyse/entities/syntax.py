"""What little syntax the readers need: is a noun phrase a subject, or governed by a preposition?"""

from __future__ import annotations

from generator.analyse.article import Article, Words, article_words, prepositions

REACH = 4
"""Tokens back in which a preposition still governs a noun (article and adjectives between)."""


def governed(article: Article, where: Words) -> str | None:
    """The preposition, lower case, whose object the words are; None where there is none."""
    forms = article.forms(where.sentence)
    for at in range(where.first - 1, max(-1, where.first - 1 - REACH), -1):
        form = forms[at].lower()
        if form in prepositions() and not (form == "während" or forms[at][:1].isupper() and at):
            return form
        if not (form in article_words() or article.adjective(form)):
            return None
    return None


def subject(article: Article, where: Words) -> bool:
    """Whether the words stand where a subject stands: beside a finite verb, free of a preposition and not a genitive."""
    if governed(article, where) is not None or genitive(article, where):
        return False
    forms = article.forms(where.sentence)
    following = forms[where.last : where.last + 1]
    if following and article.finite(following[0]) and not article.adjective(following[0]):
        return True
    first = where.first
    while first and (forms[first - 1].lower() in article_words() or article.adjective(forms[first - 1])):
        first -= 1
    if first and article.finite(forms[first - 1]):
        return not _accusative(forms, first, where.first)
    return bool(first) and forms[first - 1].lower() in ("dass", "ob", "weil", "wenn", "als", "da", "während", "nachdem", "bevor")


def genitive(article: Article, where: Words) -> bool:
    """Whether the words are a genitive: by article, or by an ending on the name."""
    forms = article.forms(where.sentence)
    last = forms[where.last - 1]
    before = forms[where.first - 1].lower() if where.first else ""
    if before in ("des", "eines", "dessen"):
        return True
    if before == "der" and where.first > 1 and forms[where.first - 2][:1].isupper() and not where.first - 2 == 0:
        return True
    tags = [r.tag for r in article.lexicon.readings(last)]
    return bool(tags) and all(":GEN:" in tag for tag in tags if tag.startswith(("EIG", "SUB")))


def _accusative(forms: tuple[str, ...], first: int, name: int) -> bool:
    return any(form in ("den", "einen", "ihren", "seinen", "dem", "einem") for form in forms[first:name])
