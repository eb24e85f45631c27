"""A briefing's title: kind of event, who, where; or the articles' own where the kind is not certain."""

from __future__ import annotations

import re

from generator.analyse.article import Words
from generator.analyse.tables import words
from generator.merge import standing
from generator.merge.event import Event
from generator.merge.reading import Source, sources
from generator.merge.title import kinds, places
from generator.merge.title.kinds import Kind
from generator.model import Participant, Text

MOST_PEOPLE = 2
LONGEST, SHOWN = 160, 150
"""Characters of an article's own title, and of a sentence in its place."""
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
    """Whether the name is one in both languages and no description: no small words but those of names."""
    small = [word for word in person.name.de.split() if word[:1].islower()]
    article = re.search(r"(?<!von )(?<!van )\bde[rsnm]\b", person.name.de)
    english = (person.name.en or "")[:1].isupper()
    return english and person.name.de[:1].isupper() and not article and set(small) <= words("", "particles.txt")


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
    """The title, or the headline, that the first article with one has."""
    titles = [a.document.title for a in event.analyses if a.document.title]
    for analysis in event.analyses:
        first = next(iter(analysis.sentences), None)
        if first is not None and first.heading:
            titles.append(" ".join(first.span.of(analysis.document.text).split()))
    return next((Text(de=title) for title in titles if len(title) <= LONGEST), None)


def _fallback(event: Event) -> Text:
    """The first article's first sentence where it is short and stands alone; else who, and where."""
    sentence, alone = _first_sentence(sources(event)[0])
    if alone and len(sentence) <= SHOWN:
        return Text(de=sentence)
    people = [
        p for p in event.participants if p.kind == "person" and p.involvement in ("acts", "speaks") and _proper(p)
    ]
    shown = [p for p in people if " " in p.name.de][:MOST_PEOPLE]
    if shown:
        who = Text(
            de=AND["de"].join(p.name.de for p in shown), en=AND["en"].join(p.name.en or p.name.de for p in shown)
        )
        return _joined(who, places.phrase(event, ""))
    return Text(de=sentence if len(sentence) <= SHOWN else sentence[:SHOWN].rsplit(" ", 1)[0] + " …")


def _first_sentence(source: Source) -> tuple[str, bool]:
    """The first sentence of running text without its last mark, up to a comma before a clause that can go, and whether
    it stands alone; the document's id where there is none."""
    for number, sentence in enumerate(source.analysis.sentences):
        if sentence.heading or sentence.span == source.analysis.document.dateline:
            continue
        whole = source.sentence(number)
        text = source.article.text(whole).rstrip(".!? ") or source.analysis.document.id
        forms = source.article.forms(number)
        comma = forms.index(",") if "," in forms else len(forms)
        if len(text) > SHOWN and standing.can_end(source, number, comma):
            text = source.article.text(Words(sentence=number, first=0, last=comma))
        return text, standing.alone(source, whole)
    return source.analysis.document.id, False
