"""Pronouns, where one person alone can be meant."""

from __future__ import annotations

from generator.analyse.article import Article
from generator.analyse.entities.persons import Person
from generator.model import Mention, Span

PRONOUNS = {"er": "m", "ihm": "m", "ihn": "m", "sie": "f"}


def resolve(article: Article, persons: list[Person]) -> None:
    """Add pronoun mentions: the only person of the gender in this sentence so far and the one before."""
    for number, forms in article.each():
        sentence = article.sentences[number]
        if sentence.heading:
            continue
        for at, form in enumerate(forms):
            gender = PRONOUNS.get(form.lower())
            if gender is None or (gender == "f" and not _singular(article, forms, at)):
                continue
            token = article.tokens[number][at]
            since = article.sentences[max(0, number - 1)].span.start
            window = Span(start=since, end=token.start)
            near = [p for p in persons if any(window.contains(m.span) for m in p.mentions)]
            if len(near) == 1 and near[0].gender == gender:
                span = Span(start=token.start, end=token.end)
                near[0].mentions.append(Mention(span=span, kind="pronoun", reason="only person near"))
                near[0].mentions.sort(key=lambda m: m.span)


def _singular(article: Article, forms: tuple[str, ...], at: int) -> bool:
    """Whether "sie" stands beside a verb that is singular and not plural."""
    for form in forms[at + 1 : at + 2] + forms[max(0, at - 1) : at]:
        tags = [t for t in article.tags(form) if t.startswith("VER:")]
        if any(":SIN" in t for t in tags):
            return not any(":PLU" in t for t in tags)
    return False
