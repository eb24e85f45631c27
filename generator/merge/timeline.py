"""What happened when: the clauses of the sources that name a time, in its order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from babel.dates import get_day_names

from generator.analyse.article import Words
from generator.analyse.questions import clauses
from generator.analyse.times.calendar import whole
from generator.merge import moments, standing
from generator.merge.discrepancies.kinds import contradict
from generator.merge.event import Event
from generator.merge.reading import Source, sources
from generator.merge.when import earlier
from generator.model import (
    PartialDate,
    Quotation,
    Reference,
    Span,
    SummarySentence,
    Text,
    TimeExpression,
    TimelineEntry,
)

MOST = 12
"""Entries of a timeline."""
MOST_A_DAY = 4
LONGEST, SHORTEST = 40, 5
"""Words of an entry."""
SAME = 0.5
"""Share of the shorter clause's content words in the other from which the two say the same."""
HOURS = re.compile(
    r"\b(?:[Rr]und |[Ee]twa |[Kk]napp |[Gg]ut )?"
    r"(?:eine|eineinhalb|anderthalb|zwei|drei|vier|fünf|sechs|sieben|acht|zehn|zwölf|[Ww]enige|[Ee]inige|[Mm]ehrere"
    r"|Eine|Zwei|Drei|Vier|Fünf|Sechs|\d) (?:Stunden?|Minuten) (?:zuvor|vorher|davor)\b"
)
"""Times before the event, which lie on its day. "Later" counts from what was told last, not from the event."""
DAYS = {"start": 5, "middle": 15, "end": 25}
FUTURE = frozenset(
    ("wird", "werden", "soll", "sollen", "will", "wollen", "dürfte", "dürften", "möchte", "plant", "planen")
)
TOGETHER = re.compile(r"\W*(?:bis|und|wie|sowie|oder)\W*(?:zum|am|im|auch)?\W*|\W*")
"""What stands between two times that are one: "am 3. und 4. Mai"."""


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


def find(event: Event, summary: tuple[SummarySentence, ...] = ()) -> tuple[TimelineEntry, ...]:
    """At most twelve entries in the order of time; clauses of several sources that say the same are one.

    Args:
        summary: the short version, whose words are shown first where several clauses say the same.
    """
    told = {report for sentence in summary for report in sentence.reports}
    by_day: dict[PartialDate, list[list[Dated]]] = {}
    for source in sources(event):
        for dated in _clauses(event, source):
            groups = by_day.setdefault(replace(dated.date, clock=None), [])
            home = next((g for g in groups if any(_same(dated, other) for other in g)), None)
            if home is None:
                groups.append([dated])
            else:
                home.append(dated)
    chosen = _choose(event, [group for groups in by_day.values() for group in groups])
    ordered = sorted(chosen, key=lambda g: _when(g[0]))
    return _numbered(tuple(_entry(event, group, told) for group in ordered))


def _clauses(event: Event, source: Source) -> Iterator[Dated]:
    """Every sentence with a time once: with the first of its main clause, else of a clause inside it."""
    text = source.analysis.document.text
    found: dict[int, Dated] = {}
    last: dict[int, TimeExpression] = {}
    for time in sorted(source.analysis.times, key=lambda t: (moments.embedded(source, t.span), t.span)):
        if moments.no_time(source, time, event) or moments.attribute(source, time, event):
            continue
        dated = _dated(source, time.span, time.date, time.until, 0)
        if dated is None:
            continue
        if dated.number not in found:
            found[dated.number], last[dated.number] = dated, time
            continue
        known, end = found[dated.number], last[dated.number].span.end
        together = end <= time.span.start and TOGETHER.fullmatch(text[end : time.span.start])
        if together and known.span == dated.span and _when(dated) > _when(known):
            found[dated.number] = replace(known, until=time.until or time.date)
            last[dated.number] = time
    yield from sorted(found.values(), key=lambda dated: dated.number)
    if event.date is None:
        return
    for span in _undated(source, event.date):
        dated = _dated(source, span, replace(event.date, clock=None), None, 0)
        if dated is not None and dated.number not in found:
            yield dated
    for sentence in source.analysis.sentences:
        match = HOURS.search(text, sentence.span.start, sentence.span.end)
        if match is not None:
            day = replace(event.date, clock=None)
            dated = _dated(source, Span(start=match.start(), end=match.end()), day, None, -1)
            if dated is not None and dated.number not in found:
                yield dated


def _undated(source: Source, date: PartialDate) -> Iterator[Span]:
    """The event's weekday in an article that has no date of its own, so that its times could not be resolved."""
    day = whole(date)
    weekday = day.weekday() if day else date.weekday
    if source.analysis.document.published is not None or weekday is None:
        return
    name = get_day_names("wide", locale="de")[weekday]
    for match in re.finditer(rf"\b{name}\b", source.analysis.document.text):
        yield Span(start=match.start(), end=match.end())


def _dated(source: Source, span: Span, date: PartialDate, until: PartialDate | None, shift: int) -> Dated | None:
    article = source.article
    where = article.locate(span)
    if where is None or article.sentences[where.sentence].heading:
        return None
    if any(
        q.kind == "unknown" and article.sentences[where.sentence].span.contains(q.span)
        for q in source.analysis.questions
    ):
        return None
    quotations = source.analysis.quotations
    if any(part.overlaps(span) for quotation in quotations for part in _silent(quotation)):
        return None
    clause = _clause(source, where)
    if clause is None or _later_without_word(source, clause, span, date):
        return None
    shown = article.span(clause)
    if any(
        part.overlaps(span) and not any(frame.overlaps(shown) for frame in quotation.frame)
        for quotation in quotations
        if quotation.type != "Reported"
        for part in quotation.quote
    ):
        return None
    own = article.text(where)
    return Dated(
        source=source,
        number=where.sentence,
        span=shown,
        date=date,
        until=until,
        content=source.content(clause) - {word.lower() for word in own.split()},
        shift=shift,
    )


def _silent(quotation: Quotation) -> tuple[Span, ...]:
    """What of a quotation tells no event: its frame, and direct speech. What is only reported as said is an event."""
    if quotation.type == "Reported":
        return ()
    return (*quotation.frame, *(quotation.quote if quotation.type == "Direct" else ()))


def _later_without_word(source: Source, clause: Words, span: Span, date: PartialDate) -> bool:
    """Whether a date lies after the article although its year was only supposed and the clause speaks of no future."""
    published = source.analysis.document.published
    if published is None or date.year <= published.year or str(date.year) in span.of(source.analysis.document.text):
        return False
    return not FUTURE & set(source.article.forms(clause.sentence)[clause.first : clause.last])


def _clause(source: Source, where: Words) -> Words | None:
    """The sentence without its last mark, or its first part where that is whole and what follows can go.

    None where it leans on the sentence before or is too long.
    """
    forms = source.article.forms(where.sentence)
    last = len(forms)
    while last and forms[last - 1] in clauses.BREAKS:
        last -= 1
    inside = clauses.quoted(source.article, where.sentence)
    comma = next((i for i in range(where.last - 1, last) if forms[i] in standing.CUTS and i not in inside), last)
    if standing.can_end(source, where.sentence, comma):
        last = comma
    clause = Words(sentence=where.sentence, first=0, last=last)
    text = source.article.text(clause)
    fits = SHORTEST <= len(text.split()) <= LONGEST and text.count("(") == text.count(")")
    told = any(clauses.finite(source.article, form) for form in forms[:last])
    return clause if fits and told and standing.alone(source, clause) else None


def _same(a: Dated, b: Dated) -> bool:
    """Whether two clauses of one day say the same."""
    if a.source is b.source and a.number == b.number:
        return True
    shared = a.content & b.content
    if contradict(a.content, b.content):
        return False
    return len(shared) >= 2 and len(shared) >= SAME * min(len(a.content), len(b.content)) and a.shift * b.shift >= 0


def _choose(event: Event, groups: list[list[Dated]]) -> list[list[Dated]]:
    """The groups with most sources, then those of the event itself, then those told first."""

    def weight(group: list[Dated]) -> tuple[int, bool, int]:
        carriers = len({d.source.analysis.document.id for d in group})
        return -carriers, earlier(group[0].date, event.date), min(d.number for d in group)

    kept: list[list[Dated]] = []
    for group in sorted(groups, key=weight):
        same_day = sum(other[0].date == group[0].date and other[0].shift == group[0].shift for other in kept)
        if same_day < MOST_A_DAY:
            kept.append(group)
    return kept[:MOST]


def _entry(event: Event, group: list[Dated], told: set[Reference]) -> TimelineEntry:
    def rank(dated: Dated) -> tuple[bool, float]:
        document = dated.source.analysis.document.id
        known = any(r.document == document and r.span.contains(dated.span) for r in told)
        return known, sum(len(dated.content & o.content) for o in group) / (1 + len(dated.content))

    shown = max(group, key=rank)
    clause = shown.source.article.locate(shown.span)
    assert clause is not None
    seen = dict.fromkeys(d.source.reference(d.span) for d in (shown, *group))
    weekday = "" if shown.date.weekday is None else f"-{shown.date.weekday + 1}"
    return TimelineEntry(
        id=f"t-{shown.date.iso()}{weekday}",
        date=shown.date,
        until=shown.until,
        text=Text(de=standing.named(shown.source, clause)),
        reports=tuple(seen),
        background=earlier(shown.date, event.date),
    )


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
