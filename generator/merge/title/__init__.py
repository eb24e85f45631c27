"""A briefing's title: kind of event, who, where; or the articles' own where the kind is not certain."""

from __future__ import annotations

import re

from generator.analyse.article import Words
from generator.merge.event import Event
from generator.merge.reading import sources
from generator.merge.title import kinds, places
from generator.merge.title.kinds import Kind
from generator.model import Participant, Text

MOST_PEOPLE = 2
LONGEST = 160
"""Characters of an article's own title that is shown."""
AND = {"de": " und ", "en": " and "}
JOINTS = {"with": ("von", "of"), "of": ("von", "of"), "against": ("gegen", "against")}


def make(event: Event) -> Text:
    """The title, bilingual where a table made it."""
    kind = kinds.find(event)
    made = _framed(event, kind) if kind is not None else None
    return made or _own(event) or _fallback(event)


def _framed(event: Event, kind: Kind) -> Text | None:
    if kind.frame == "place":
        where = places.phrase(event, _titles(event))
        return _joined(Text(de=kind.german, en=kind.english), where) if where else None
    people = _people(event)[: MOST_PEOPLE if kind.frame == "with" else 1]
    if len(people) < (2 if kind.frame == "with" else 1) or any(not _proper(p) for p in people):
        return None
    if len(event.analyses) == 1 and (titles := _titles(event)) and not all(_in(p.name.de, titles) for p in people):
        return None
    german, english = JOINTS[kind.frame]
    who = Text(
        de=f"{kind.german} {german} {AND['de'].join(p.name.de for p in people)}",
        en=f"{kind.english} {english} {AND['en'].join(p.name.en or '' for p in people)}",
    )
    return _joined(who, places.phrase(event, "") if kind.frame == "with" else None)


def _titles(event: Event) -> str:
    return " | ".join(a.document.title for a in event.analyses if a.document.title)


def _in(name: str, titles: str) -> bool:
    """Whether the titles hold the last part of a name, and not as the owner of something."""
    return re.search(rf"\b{re.escape(name.split()[-1])}\b(?!['’])", titles) is not None


def _proper(person: Participant) -> bool:
    """Whether the name is one in both languages and no description."""
    return person.name.de[:1].isupper() and (person.name.en or "")[:1].isupper()


def _joined(what: Text, where: Text | None) -> Text:
    return Text(de=f"{what.de} {where.de}", en=f"{what.en} {where.en}") if where else what


def _people(event: Event) -> list[Participant]:
    """Persons who act or speak and are named early in more than half of the articles, by their first place there."""
    ranks: dict[str, list[int]] = {}
    for source in sources(event):
        seen: dict[str, None] = {}
        for number in range(min(kinds.EARLY, len(source.analysis.sentences))):
            where = Words(sentence=number, first=0, last=len(source.article.tokens[number]))
            seen |= {word[1:]: None for _, word in source.each(where) if word.startswith("@")}
        for rank, id_ in enumerate(seen):
            ranks.setdefault(id_, []).append(rank)
    chosen = [
        p
        for p in event.participants
        if p.kind == "person" and p.involvement != "mentioned" and 2 * len(ranks.get(p.id, ())) > len(event.analyses)
    ]
    return sorted(chosen, key=lambda p: sum(ranks[p.id]) / len(ranks[p.id]))


def _own(event: Event) -> Text | None:
    """The title that the first article with one has."""
    titles = [a.document.title for a in event.analyses if a.document.title and len(a.document.title) <= LONGEST]
    return Text(de=titles[0]) if titles else None


def _fallback(event: Event) -> Text:
    """Who, and where; the first sentence where nobody is known."""
    where = places.phrase(event, "")
    people = [p for p in event.participants if p.involvement in ("acts", "speaks") and _proper(p)][:MOST_PEOPLE]
    if people:
        who = Text(
            de=AND["de"].join(p.name.de for p in people), en=AND["en"].join(p.name.en or p.name.de for p in people)
        )
        return _joined(who, where)
    if where is not None:
        return Text(de=where.de[0].upper() + where.de[1:], en=(where.en or "")[:1].upper() + (where.en or "")[1:])
    first = event.analyses[0]
    text = first.sentences[0].span.of(first.document.text) if first.sentences else first.document.id
    return Text(de=" ".join(text.split()))
