"""A briefing's title: kind of event, who, where; or the articles' own where the kind is not certain."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache

from generator.analyse.article import Words
from generator.merge.event import Event
from generator.merge.reading import Source, base, noun, sources, tail
from generator.merge.tables import rows, words
from generator.merge.title import places
from generator.model import Participant, Text

EARLY = 3
"""Sentences of an article, headings included, that say what its event is."""
MOST_PEOPLE = 2
LONGEST = 110
"""Characters of an article's own title that is shown."""
AND = {"de": " und ", "en": " and "}
JOINTS = {"with": ("von", "of"), "of": ("von", "of"), "against": ("gegen", "against")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    name: str
    german: str
    english: str
    frame: str
    """Who stands in the title: `with` two who meet, `of` and `against` one person, `place` nobody."""


def make(event: Event) -> Text:
    """The title, bilingual where a table made it."""
    kind = _kind(event)
    made = _framed(event, kind) if kind is not None else None
    return made or _own(event) or _fallback(event)


def _kind(event: Event) -> Kind | None:
    """The kind that more than half of the articles name early, and none but it; None: not certain."""
    votes = Counter(kind for source in sources(event) for kind in _named(source))
    if not votes:
        return None
    (best, count), *others = votes.most_common()
    certain = 2 * count > len(event.analyses) and all(2 * other < count or _related(best, k) for k, other in others)
    return best if certain else None


def _named(source: Source) -> frozenset[Kind]:
    """The kinds of event that an article's title names; where it has none, those of its first sentences."""
    title = source.analysis.document.title
    if title is not None:
        return _triggered(source, tuple(title.replace(",", " ,").replace(":", " :").split()))
    found: frozenset[Kind] = frozenset()
    for number in range(min(EARLY, len(source.analysis.sentences))):
        found |= _triggered(source, source.article.forms(number))
    return found


def _triggered(source: Source, forms: tuple[str, ...]) -> frozenset[Kind]:
    lexicon = source.event.lexicon
    lemmas = [base(lexicon, form) or form.lower() for form in forms]
    found = set()
    for at, form in enumerate(forms):
        candidates = (*tail(lexicon, form), noun(lexicon, form) or "") if form[:1].isupper() else _verbs(source, form)
        kind = next((_triggers()[c] for c in candidates if c in _triggers()), None)
        near = {*lemmas[max(0, at - 3) : at + 3], *(f.lower() for f in forms[max(0, at - 3) : at + 3])}
        if kind is not None and not near & words("title", "doubts.txt"):
            found.add(kind)
    return frozenset(found)


def _verbs(source: Source, form: str) -> tuple[str, ...]:
    return source.event.lexicon.lemmas(form, "VER")


def _related(a: Kind, b: Kind) -> bool:
    return a.frame == b.frame == "with"


def _framed(event: Event, kind: Kind) -> Text | None:
    where = places.phrase(event)
    if kind.frame == "place":
        return _joined(Text(de=kind.german, en=kind.english), where) if where else None
    people = _people(event)[: MOST_PEOPLE if kind.frame == "with" else 1]
    if len(people) < (2 if kind.frame == "with" else 1) or any(p.name.en is None for p in people):
        return None
    german, english = JOINTS[kind.frame]
    who = Text(
        de=f"{kind.german} {german} {AND['de'].join(p.name.de for p in people)}",
        en=f"{kind.english} {english} {AND['en'].join(p.name.en or '' for p in people)}",
    )
    return _joined(who, where if kind.frame == "with" else None)


def _joined(what: Text, where: Text | None) -> Text:
    return Text(de=f"{what.de} {where.de}", en=f"{what.en} {where.en}") if where else what


def _people(event: Event) -> list[Participant]:
    """Persons who act or speak and are named early in more than half of the articles, by their first place there."""
    places_: dict[str, list[int]] = {}
    for source in sources(event):
        seen: dict[str, int] = {}
        early = min(EARLY, len(source.analysis.sentences))
        for number in range(early):
            for at, word in source.each(Words(sentence=number, first=0, last=len(source.article.tokens[number]))):
                if word.startswith("@"):
                    seen.setdefault(word[1:], number * 1000 + at)
        for rank, id_ in enumerate(sorted(seen, key=lambda i: seen[i])):
            places_.setdefault(id_, []).append(rank)
    chosen = [
        p
        for p in event.participants
        if p.kind == "person"
        and p.involvement in ("acts", "speaks")
        and 2 * len(places_.get(p.id, ())) > len(event.analyses)
    ]
    return sorted(chosen, key=lambda p: sum(places_[p.id]) / len(places_[p.id]))


def _own(event: Event) -> Text | None:
    """The title that the first article with one has."""
    titles = [a.document.title for a in event.analyses if a.document.title and len(a.document.title) <= LONGEST]
    return Text(de=titles[0]) if titles else None


def _fallback(event: Event) -> Text:
    """Who, and where; the first sentence where nobody is known."""
    where = places.phrase(event)
    people = [p for p in event.participants if p.involvement in ("acts", "speaks") and p.name.en][:MOST_PEOPLE]
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


@cache
def _triggers() -> dict[str, Kind]:
    return {
        trigger: Kind(name=row["kind"], german=row["german"], english=row["english"], frame=row["frame"])
        for row in rows("title", "kinds.csv")
        for trigger in row["triggers"].split("|")
    }
