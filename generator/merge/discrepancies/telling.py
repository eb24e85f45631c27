"""One happening told with another number, day, place or person, or as a fact here and as a claim there."""

from __future__ import annotations

from collections.abc import Iterator

from generator.merge.discrepancies import numbers, quantities
from generator.merge.discrepancies.aligned import Told, pairs
from generator.merge.discrepancies.aligned import told as sentences
from generator.merge.discrepancies.moments import compatible
from generator.merge.reading import Source
from generator.model import Discrepancy, PartialDate, Position, Reference, Text

TOPICS = {
    "number": Text(de="Zahlenangabe", en="Figure"),
    "time": Text(de="Zeitpunkt", en="Time"),
    "place": Text(de="Ort", en="Place"),
    "actor": Text(de="Wer es war", en="Who it was"),
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
    """What differs, where it is one thing and nothing else."""
    if _days_differ(a, b):
        return "time"
    if a.dates and b.dates and not any(compatible(x, y) for x in a.dates for y in b.dates):
        return None
    figures = _figures_differ(a, b)
    places, people = _places_differ(a, b), _people_differ(a, b)
    found = [kind for kind, differs in (("number", figures), ("place", places), ("actor", people)) if differs]
    if found:
        return found[0] if len(found) == 1 else None
    return "claim" if {a.claimed, b.claimed} == {True, False} and _only_so(a, b) and _only_so(b, a) else None


def _days_differ(a: Told, b: Told) -> bool:
    """One day each that the other cannot mean and that the other article does not name; any other day is in both."""
    left = [x for x in a.dates if not any(compatible(x, y) for y in b.dates)]
    right = [y for y in b.dates if not any(compatible(x, y) for x in a.dates)]
    if len(left) != 1 or len(right) != 1:
        return False
    one, other = left[0], right[0]
    exact = all(date.day is not None or date.weekday is not None for date in (one, other))
    near = one.year == other.year and (one.month == other.month or a.nearly(b))
    return exact and near and not _names(b.source, one) and not _names(a.source, other)


def _names(source: Source, date: PartialDate) -> bool:
    return any(compatible(time.date, date) and (time.date.day or time.date.weekday) for time in source.analysis.times)


def _figures_differ(a: Told, b: Told) -> bool:
    """One figure for one thing each that exclude each other, in nearly the same sentence of one day's articles.

    Neither article has another figure for that thing: one may be a part of the other.
    """
    if not a.nearly(b) or not quantities.one_day(a.source, b.source):
        return False
    left, right = _figures(a), _figures(b)
    if len(left) != len(right):
        return False
    differ = [(x, y, noun) for (x, noun), (y, _) in zip(left, right, strict=True) if not x.compatible(y)]
    if [noun for _, noun in left] != [noun for _, noun in right] or len(differ) != 1:
        return False
    one, other, counted = differ[0]
    if not _only(a, one, counted) or not _only(b, other, counted):
        return False
    low, high = sorted((one.value, other.value))
    told = quantities.mentions(b.source, one.value) or quantities.mentions(a.source, other.value)
    return not told and high <= quantities.FACTOR * max(low, 1)


def _only(told: Told, figure: numbers.Number, counted: str) -> bool:
    """Whether the article has no other figure for what is counted."""
    source = told.source
    return all(
        number.value in (1, figure.value)
        or (noun := quantities.noun(source, forms, number)) is None
        or noun[1] != counted
        for _, forms in source.article.each()
        for number in numbers.find(forms)
    )


def _figures(told: Told) -> list[tuple[numbers.Number, str]]:
    """The figures of a sentence with what they count, in order; "ein" may be an article."""
    forms = told.source.article.forms(told.sentence)
    found = ((n, quantities.noun(told.source, forms, n)) for n in numbers.find(forms) if n.value != 1)
    return [(number, noun[1] if noun else "") for number, noun in found]


def _places_differ(a: Told, b: Told) -> bool:
    """One town each that the other article does not name and that does not lie in the other's."""
    left, right = ({place.id: place for place in told.places()} for told in (a, b))
    here = [place for id_, place in left.items() if id_ not in right]
    there = [place for id_, place in right.items() if id_ not in left]
    if len(here) != 1 or len(there) != 1:
        return False
    nested = here[0].id in there[0].within or there[0].id in here[0].within
    return not nested and not _has(b.source, here[0].id) and not _has(a.source, there[0].id)


def _has(source: Source, place: str) -> bool:
    return any(key[0] == source.analysis.document.id and id_ == place for key, id_ in source.event.places.items())


def _people_differ(a: Told, b: Told) -> bool:
    """One person each whom the other article does not name, in nearly the same sentence."""
    if not a.nearly(b):
        return False
    one, other = _people(a) - _people(b), _people(b) - _people(a)
    if len(one) != 1 or len(other) != 1:
        return False
    mine, theirs = _surname(a, one), _surname(b, other)
    if mine not in a.text or theirs not in b.text or mine in b.text or theirs in a.text:
        return False
    return not (one & _everybody(b.source) or other & _everybody(a.source))


def _surname(told: Told, names: set[str]) -> str:
    person = told.source.event.participant(min(names).removeprefix("@"))
    return person.name.de.split()[-1] if person else ""


def _people(told: Told) -> set[str]:
    event = told.source.event
    known = ((name, event.participant(name.removeprefix("@"))) for name in told.names)
    return {name for name, person in known if person is not None and person.kind == "person"}


def _everybody(source: Source) -> set[str]:
    document = source.analysis.document.id
    return {f"@{id_}" for key, id_ in source.event.people.items() if key[0] == document}


def _only_so(told: Told, other: Told) -> bool:
    """Whether the article tells it in no other sentence the other way."""
    return not any(
        mine.claimed is not told.claimed and len(mine.words & other.words) >= len(told.words & other.words)
        for mine in sentences(told.source)
    )
