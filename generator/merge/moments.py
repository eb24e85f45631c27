"""Which times of an article tell when something happened."""

from __future__ import annotations

import re

from generator.analyse.article import article_words, prepositions
from generator.analyse.questions import clauses
from generator.merge.event import Event
from generator.merge.reading import Source, base
from generator.merge.tables import words
from generator.merge.when import earlier
from generator.model import PartialDate, Span, TimeExpression

SINCE = re.compile(r"(?P<first>\b(?:Mal|[Ee]rstmals) )?\b[Ss]eit ")
"""A time since when, which is none of its own in "zum ersten Mal seit 2019"."""
VAGUE = re.compile(r"\b(?:derzeit|rund|etwa|über|knapp|bisher|bislang|als|fast)$")
"""Words before a number that is no year."""
RELATIVE = frozenset(("der", "die", "das", "dem", "den", "denen", "deren", "dessen", "welche", "welcher", "welches"))


def embedded(source: Source, span: Span) -> bool:
    """Whether a time stands in a relative or other subordinate clause of its sentence."""
    where = source.article.locate(span)
    if where is None:
        return False
    forms = source.article.forms(where.sentence)
    comma = max((i for i in range(where.first) if forms[i] == ","), default=None)
    if comma is None:
        return False
    opener = forms[comma + 1]
    relative = bool(RELATIVE & set(forms[comma + 1 : comma + 3]))
    return relative or clauses.asks(opener) or any(t.startswith("KON:UNT") for t in source.event.lexicon.tags(opener))


def attribute(source: Source, time: TimeExpression, event: Event) -> bool:
    """Whether the time is that of an attribute and not of what the sentence tells.

    "der am 5. August 1930 geborene Astronaut"; "hat den Preis, den er 2004 bekam, abgelehnt" where that was earlier.
    """
    where = source.article.locate(time.span)
    if where is None:
        return False
    forms = source.article.forms(where.sentence)
    at = where.first - 1
    while at > 0 and forms[at] in prepositions():
        at -= 1
    apart = at < where.first - 1 or forms[where.first].islower()
    if apart and at >= 0 and forms[at].lower() in article_words() and (at == 0 or forms[at - 1] != ","):
        return True
    commas = [i for i, form in enumerate(forms) if form == ","]
    before, behind = [i for i in commas if i < where.first], [i for i in commas if i >= where.last]
    relative = bool(before) and bool(RELATIVE & set(forms[before[-1] + 1 : before[-1] + 3]))
    return relative and bool(behind) and earlier(time.date, event.date)


def no_time(source: Source, time: TimeExpression, event: Event) -> bool:
    """Whether the time only belongs to a name or a number ("die Weltmeisterschaft 2030", "(1991)", "derzeit 2000"), is
    the weekday of a date behind it, or the year of the event and no more.
    """
    text, span, date = source.analysis.document.text, time.span, time.date
    if time.until is None and event.date is not None and date == PartialDate(year=event.date.year):
        return True
    if re.match(r",? de[nm] \d", text[span.end : span.end + 8]):
        return True
    since = SINCE.search(text[max(0, span.start - 20) : span.end])
    if since is not None and (since["first"] or (event.date is not None and date.year > event.date.year)):
        return True
    if date.month is not None or not span.of(text).isdigit():
        return False
    before = text[: span.start].rstrip()
    if before.endswith("(") or VAGUE.search(before[-12:]):
        return True
    if event.date is not None and date.year > event.date.year and before[-1:].isalpha():
        return True
    noun = before.rsplit(maxsplit=1)[-1] if before else ""
    common = noun[:1].isupper() and any(tag.startswith("SUB") for tag in source.tags(noun))
    return common and not event.lexicon.has(noun, "EIG") and base(event.lexicon, noun) not in words("", "times.txt")
