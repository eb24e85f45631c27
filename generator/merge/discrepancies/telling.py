"""One happening told with another day, at another place, or as a fact here and as a claim there."""

from __future__ import annotations

from collections.abc import Iterator

from generator.merge.discrepancies.aligned import Told, pairs
from generator.merge.discrepancies.aligned import told as sentences
from generator.merge.discrepancies.moments import compatible
from generator.merge.reading import Source
from generator.model import Discrepancy, PartialDate, Position, Reference, Text

TOPICS = {
    "time": Text(de="Zeitpunkt", en="Time"),
    "place": Text(de="Ort", en="Place"),
    "claim": Text(de="Als Tatsache oder als Angabe berichtet", en="Reported as fact or as a claim"),
}


def find(sources: tuple[Source, ...], shown: set[Reference]) -> Iterator[Discrepancy]:
    """At most one discrepancy of each kind, from the sentences that are most alike.

    Args:
        shown: places of other discrepancies, whose sentences are left alone.
    """
    ranked = sorted(pairs(sources), key=lambda pair: -len(pair[0].words & pair[1].words))
    seen: set[str] = set()
    for a, b in ranked:
        known = any(report.span.overlaps(t.reference.span) for t in (a, b) for report in shown if _in(report, t))
        kind = None if known else _kind(a, b)
        if kind is not None and kind not in seen:
            seen.add(kind)
            yield Discrepancy(
                id=f"d-{kind}",
                topic=TOPICS[kind],
                positions=tuple(Position(text=Text(de=told.text), reports=(told.reference,)) for told in (a, b)),
            )


def _in(report: Reference, told: Told) -> bool:
    return report.document == told.reference.document


def _kind(a: Told, b: Told) -> str | None:
    if _days_differ(a, b):
        return "time"
    if a.dates and b.dates and not any(compatible(x, y) for x in a.dates for y in b.dates):
        return None
    if _places_differ(a, b):
        return "place"
    return "claim" if a.claimed != b.claimed and _only_so(a, b) and _only_so(b, a) else None


def _days_differ(a: Told, b: Told) -> bool:
    """One day each, known to the day or weekday, that cannot be the same and that the other article does not name."""
    days = [[date for date in told.dates if date.day is not None or date.weekday is not None] for told in (a, b)]
    if any(len(found) != 1 for found in days) or len(a.dates) != 1 or len(b.dates) != 1:
        return False
    one, other = days[0][0], days[1][0]
    near = one.year == other.year and one.month == other.month
    return near and not compatible(one, other) and not _names(b.source, one) and not _names(a.source, other)


def _names(source: Source, date: PartialDate) -> bool:
    return any(compatible(time.date, date) and (time.date.day or time.date.weekday) for time in source.analysis.times)


def _places_differ(a: Told, b: Told) -> bool:
    """One town each that the other article does not name and that does not lie in the other's."""
    here, there = a.places(), b.places()
    if len(here) != 1 or len(there) != 1 or here[0].id == there[0].id:
        return False
    nested = here[0].id in there[0].within or there[0].id in here[0].within
    return not nested and not _has(b.source, here[0].id) and not _has(a.source, there[0].id)


def _has(source: Source, place: str) -> bool:
    return any(key[0] == source.analysis.document.id and id_ == place for key, id_ in source.event.places.items())


def _only_so(told: Told, other: Told) -> bool:
    """Whether the article tells it in no other sentence the other way."""
    return not any(
        mine.claimed != told.claimed and len(mine.words & other.words) >= len(told.words & other.words)
        for mine in sentences(told.source)
    )
