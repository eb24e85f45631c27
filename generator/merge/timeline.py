"""What happened when: the clauses of the sources that name a time, in its order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.analyse.article import Words
from generator.analyse.questions import clauses
from generator.merge.event import Event
from generator.merge.reading import Source, sources
from generator.model import PartialDate, Quotation, Span, Text, TimelineEntry

MOST = 12
"""Entries of a timeline."""
MOST_A_DAY = 4
LONGEST = 28
"""Words of a sentence that is shown whole; of a longer one only the clause with the time is."""
SHORTEST = 4
SAME = 0.5
"""Share of the shorter clause's content words in the other from which the two say the same."""
OWN_DAYS = 7
"""Days before the event that still belong to it."""
HOURS = re.compile(
    r"\b(?:[Rr]und |[Ee]twa |[Kk]napp )?(?:\w+) (?:Stunden?|Minuten) (?P<way>zuvor|vorher|davor|später|danach)\b"
)
"""Times relative to the event, which lie on its day."""
BEFORE = frozenset(("zuvor", "vorher", "davor"))
DAYS = {"start": 5, "middle": 15, "end": 25}


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A clause with its time."""

    source: Source
    number: int
    """Of the sentence."""
    span: Span
    date: PartialDate
    until: PartialDate | None
    content: frozenset[str]
    shift: int = 0
    """-1 before the event on its day, 1 after it."""


def find(event: Event) -> tuple[TimelineEntry, ...]:
    """At most twelve entries in the order of time; clauses of several sources that say the same are one."""
    groups: list[list[Dated]] = []
    for source in sources(event):
        for dated in _clauses(event, source):
            home = next((g for g in groups if any(_same(dated, other) for other in g)), None)
            if home is None:
                groups.append([dated])
            else:
                home.append(dated)
    chosen = _choose(event, groups)
    ordered = sorted(chosen, key=lambda g: _when(g[0]))
    return _numbered(tuple(_entry(event, group) for group in ordered))


def _clauses(event: Event, source: Source) -> Iterator[Dated]:
    text = source.analysis.document.text
    for time in source.analysis.times:
        dated = _dated(source, time.span, time.date, time.until, 0)
        if dated is not None:
            yield dated
    if event.date is None:
        return
    for sentence in source.analysis.sentences:
        match = HOURS.search(text, sentence.span.start, sentence.span.end)
        if match is not None:
            shift = -1 if match["way"] in BEFORE else 1
            day = replace(event.date, clock=None)
            dated = _dated(source, Span(start=match.start(), end=match.end()), day, None, shift)
            if dated is not None:
                yield dated


def _dated(source: Source, span: Span, date: PartialDate, until: PartialDate | None, shift: int) -> Dated | None:
    article = source.article
    where = article.locate(span)
    if where is None or article.sentences[where.sentence].heading:
        return None
    if any(part.overlaps(span) for quotation in source.analysis.quotations for part in _silent(quotation)):
        return None
    clause = _clause(source, where)
    if clause is None or len(clause) < SHORTEST:
        return None
    own = article.span(where).of(source.analysis.document.text)
    content = source.content(clause) - {word.lower() for word in own.split()}
    return Dated(
        source=source,
        number=where.sentence,
        span=article.span(clause),
        date=date,
        until=until,
        content=content,
        shift=shift,
    )


def _silent(quotation: Quotation) -> tuple[Span, ...]:
    """What of a quotation tells no event: its frame, and direct speech."""
    return (*quotation.frame, *(quotation.quote if quotation.type == "Direct" else ()))


def _clause(source: Source, where: Words) -> Words | None:
    """The sentence without its last mark, or of a long one the part between commas that has the time and a verb."""
    forms = source.article.forms(where.sentence)
    last = len(forms)
    while last and forms[last - 1] in clauses.BREAKS:
        last -= 1
    if last <= LONGEST:
        return Words(sentence=where.sentence, first=0, last=last)
    inside = clauses.quoted(source.article, where.sentence)
    cuts = [-1, *(i for i in range(last) if forms[i] in (",", ";", ":", "–", "-") and i not in inside), last]
    at = next(n for n in range(len(cuts) - 1) if cuts[n] < where.first <= cuts[n + 1])
    first, end = cuts[at] + 1, cuts[at + 1]
    if not any(clauses.finite(source.article, form) for form in forms[first:end]):
        return None
    while first < end and forms[first] in clauses.COORDINATORS:
        first += 1
    return Words(sentence=where.sentence, first=first, last=end)


def _same(a: Dated, b: Dated) -> bool:
    if (a.date.year, a.date.month, a.date.day, a.date.weekday) != (
        b.date.year,
        b.date.month,
        b.date.day,
        b.date.weekday,
    ):
        return False
    if a.source is b.source and a.number == b.number:
        return True
    shared = a.content & b.content
    return len(shared) >= 2 and len(shared) >= SAME * min(len(a.content), len(b.content)) and a.shift * b.shift >= 0


def _choose(event: Event, groups: list[list[Dated]]) -> list[list[Dated]]:
    """The groups with most sources, then those of the event itself, then those told first."""

    def weight(group: list[Dated]) -> tuple[int, bool, int]:
        carriers = len({d.source.analysis.document.id for d in group})
        return -carriers, _background(event, group[0].date), min(d.number for d in group)

    kept: list[list[Dated]] = []
    for group in sorted(groups, key=weight):
        same_day = sum(other[0].date == group[0].date and other[0].shift == group[0].shift for other in kept)
        if same_day < MOST_A_DAY:
            kept.append(group)
    return kept[:MOST]


def _entry(event: Event, group: list[Dated]) -> TimelineEntry:
    shown = max(group, key=lambda d: (sum(len(d.content & o.content) for o in group), -len(d.content)))
    text = " ".join(shown.span.of(shown.source.analysis.document.text).split())
    seen = dict.fromkeys(d.source.reference(d.span) for d in (shown, *group))
    weekday = "" if shown.date.weekday is None else f"-{shown.date.weekday + 1}"
    return TimelineEntry(
        id=f"t-{shown.date.iso()}{weekday}",
        date=shown.date,
        until=shown.until,
        text=Text(de=text),
        reports=tuple(seen),
        background=_background(event, shown.date),
    )


def _background(event: Event, date: PartialDate) -> bool:
    """Whether a date lies more than a week before the event, as far as both are known."""
    at = event.date
    if at is None or date.year != at.year:
        return at is not None and date.year < at.year
    if date.month is None or at.month is None:
        return False
    if date.day is not None and at.day is not None:
        return _number(date) < _number(at) - OWN_DAYS
    return date.month < at.month or (date.month == at.month and date.part == "start" and at.part == "end")


def _number(date: PartialDate) -> int:
    return (date.year * 12 + (date.month or 0)) * 31 + (date.day or 0)


def _when(dated: Dated) -> tuple[int, int, int, str, int, int]:
    date = dated.date
    day = date.day or (DAYS[date.part] if date.part else 0)
    return date.year, date.month or 0, day, f"{date.weekday or 0}{dated.shift + 1}{date.clock or ''}", 0, dated.number


def _numbered(entries: tuple[TimelineEntry, ...]) -> tuple[TimelineEntry, ...]:
    """Entries of one day get a number behind their id."""
    found: list[TimelineEntry] = []
    for entry in entries:
        count = sum(other.id == entry.id or other.id.startswith(f"{entry.id}-n") for other in found)
        found.append(replace(entry, id=f"{entry.id}-n{count + 1}") if count else entry)
    return tuple(found)
