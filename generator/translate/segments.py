"""Which German texts of the briefings are sent to translation, with the names in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from generator.model import Analysis, Briefing, EntityKind, Participant, Segment, Text
from generator.translate.normalise import collapse
from generator.translate.vocabulary import is_english

ALIKE = 0.7
"""Similarity (0 to 1, Ratcliff & Obershelp) from which two words are one name in two spellings."""


def segments(briefings: tuple[Briefing, ...]) -> tuple[Segment, ...]:
    """Every `Text` without English that a page shows, once, in the order of the pages.

    A segment in several briefings carries the names of all of them and the dates of their earliest and latest source.
    """
    found: dict[str, Segment] = {}
    for briefing in briefings:
        names = Names.of_briefing(briefing)
        dates = sorted(d.published.iso() for d in briefing.sources if d.published is not None)
        first, last = (dates[0], dates[-1]) if dates else ("", "")
        for text in untranslated(briefing):
            source = collapse(text)
            if not source:
                continue
            new = Segment(source=source, names=names.within(source), first_use=first, last_use=last)
            found[source] = _joined(found[source], new) if source in found else new
    return tuple(found.values())


def untranslated(briefing: Briefing) -> Iterator[str]:
    """The German of everything on the briefing's page that has no English yet."""
    for text in _texts(briefing):
        if text.en is None:
            yield text.de
    for place in briefing.locations:
        for fact in place.facts:
            yield fact.span.of(briefing.document(fact.document).text)


def _texts(briefing: Briefing) -> Iterator[Text]:
    yield briefing.title
    for sentence in briefing.summary:
        yield sentence.text
    for participant in (*briefing.participants, *briefing.mentioned):
        yield participant.name
        yield from participant.roles
    for place in briefing.locations:
        yield place.name
    for claim in briefing.statements:
        yield claim.text
        if claim.context is not None:
            yield claim.context
    for question in briefing.open_questions:
        yield question.text
    for discrepancy in briefing.discrepancies:
        yield discrepancy.topic
        for position in discrepancy.positions:
            yield position.text
    for entry in briefing.timeline:
        yield entry.text
    for change in briefing.changes:
        yield change.text


class Names:
    """German and English forms of names, to be found in texts."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Of a German form that comes twice the first English counts."""
        self._pairs: dict[str, str] = {}
        for german, english in pairs:
            if _is_name(german, english):
                self._pairs.setdefault(german, english)
        longest_first = sorted(self._pairs, key=lambda name: (-len(name), name))
        any_name = "|".join(map(re.escape, longest_first)) or "(?!)"
        self._pattern = re.compile(rf"(?<![^\W_])({any_name})(?=(?:s|es|['’]s?)?(?![^\W_]))")

    @classmethod
    def of_briefing(cls, briefing: Briefing) -> Names:
        """Those of its participants, mentioned ones and places."""
        people = (p for p in (*briefing.participants, *briefing.mentioned) if p.kind != "group")
        places = ((p.name.de, p.name.en) for p in briefing.locations if p.name.en is not None)
        return cls((*(pair for person in people for pair in _of(person)), *places))

    @classmethod
    def of_analysis(cls, analysis: Analysis) -> Names:
        """Those of one article."""
        entities = (e for e in analysis.entities if e.kind != "group")
        return cls(pair for e in entities for pair in forms(e.kind, e.name, e.english, e.aliases))

    def within(self, text: str) -> tuple[tuple[str, str], ...]:
        """German and English form of each name in `text`, in the order of their first place; the longest counts."""
        seen = dict.fromkeys(match.group(1) for match in self._pattern.finditer(text))
        return tuple((name, self._pairs[name]) for name in seen)


def forms(kind: EntityKind, german: str, english: str, aliases: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The name, its other forms and, of a person, its parts, each with its English."""
    yield german, english
    parts = dict(zip(german.split(), english.split(), strict=True)) if _alike(german, english) else {}
    for alias in aliases:
        words = alias.split()
        if all(word in parts for word in words):
            yield alias, " ".join(parts[word] for word in words)
        elif key_of(alias) == key_of(german):
            yield alias, english
        elif alias.isupper():
            yield alias, alias
    if kind == "person" and len(parts) > 1:
        from generator.analyse.forms import parse  # loads the whole analysis, which most commands do without

        surname = parse(german).surname
        yield surname, " ".join(parts.get(word, word) for word in surname.split())
    if kind != "person":
        yield from _own(german.split(), english.split())


def _own(german: list[str], english: list[str]) -> Iterator[tuple[str, str]]:
    """What is spelled differently in the two: "Bistum Krakau", "diocese of Krakow"."""
    for word in english:
        alike = [(SequenceMatcher(None, other, word, autojunk=False).ratio(), other) for other in german]
        ratio, other = max(alike, default=(0.0, ""))
        if word[:1].isupper() and not is_english(word.lower()) and len(german) > 1 and ALIKE <= ratio < 1:
            yield other, word


def _of(participant: Participant) -> Iterator[tuple[str, str]]:
    if participant.name.en is not None:
        yield from forms(participant.kind, participant.name.de, participant.name.en, participant.aliases)


def _is_name(german: str, english: str) -> bool:
    """Whether it is a name: "Bundesregierung" and "federal government" only describe."""
    return german == english or (german[:1].isupper() and english[:1].isupper())


def key_of(name: str) -> str:
    """A name without hyphens and case: "Min-su" and "Min Su" are one."""
    return name.replace("-", " ").casefold()


def _alike(german: str, english: str) -> bool:
    return len(german.split()) == len(english.split())


def _joined(known: Segment, new: Segment) -> Segment:
    names = dict((*new.names, *known.names))
    return replace(
        known,
        names=tuple((name, names[name]) for name in dict.fromkeys(n for n, _ in _chain(known.names, new.names))),
        first_use=min(filter(None, (known.first_use, new.first_use)), default=""),
        last_use=max(filter(None, (known.last_use, new.last_use)), default=""),
    )


def _chain(*groups: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for group in groups:
        yield from group
