"""Pronouns, where one person alone can be meant."""

from __future__ import annotations

from bisect import bisect_left, insort

from generator.analyse.article import Article
from generator.analyse.entities.persons import Person
from generator.model import Mention, Span

PRONOUNS = {"er": "m", "ihm": "m", "ihn": "m", "sie": "f"}


def resolve(article: Article, persons: list[Person]) -> None:
    """Add pronoun mentions: the only person of the gender in this sentence so far and the one before."""
    near = sorted((m.span.start, m.span.end, number) for number, p in enumerate(persons) for m in p.mentions)
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
            window = near[bisect_left(near, (since,)) : bisect_left(near, (token.start,))]
            meant = {person for _, end, person in window if end <= token.start}
            if len(meant) == 1 and persons[person := meant.pop()].gender == gender:
                span = Span(start=token.start, end=token.end)
                persons[person].refer(Mention(span=span, kind="pronoun", reason="only person near"))
                insort(near, (span.start, span.end, person))


def _singular(article: Article, forms: tuple[str, ...], at: int) -> bool:
    """Whether "sie" stands beside a verb that is singular and not plural."""
    for form in forms[at + 1 : at + 2] + forms[max(0, at - 1) : at]:
        tags = [t for t in article.tags(form) if t.startswith("VER:")]
        if any(":SIN" in t for t in tags):
            return not any(":PLU" in t for t in tags)
    return False
