"""No page shows more of a source's own prose than it may; what tells a reader most for its words goes first.

What stands on the page is chosen greedily by value for the words that it adds (the knapsack heuristic that Lin & Bilmes
2010, NAACL, use for summaries): words that are shown already cost nothing, so that one sentence can be a statement, a
time and a proof. The count is that of the check `budget`: words outside quotation marks under any reference, each once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from generator.config import Budget
from generator.merge.rooms import Room, Unit
from generator.merge.tables import words as table
from generator.merge.words import WORD
from generator.model import Briefing, Claim, Discrepancy, OpenQuestion, Reference
from generator.provenance import QUOTED, speaks

FIRST, SUMMARY, DIFFERENCE, FACT = 40.0, 14.0, 12.0, 8.0
"""Value of one of the first two sentences of the short version, of a further one, of a contradiction, of a sentence on
where a place lies."""
QUESTION = {"hedge": 6.5, "unknown": 12.0, "unanswered": 13.0, "conflict": DIFFERENCE}
VERBATIM, PARTLY = 8.0, 6.0
"""Value of a statement in the speaker's own words, wholly or partly."""
STATEMENT = {"Direct": VERBATIM, "Indirect": 5.0, "FreeIndirect": 3.0, "IndirectFreeIndirect": 4.0, "Reported": 4.5}
NOBODY, NAMED, MAIN = 0.4, 0.6, 1.0
"""Factor of a statement without a speaker and of one of somebody who is only named; what a speaker's weight adds."""
LEANS, SHORT, FULL = 0.5, 0.5, 12
"""Factor of a statement that points to what was said before; of one of few words, up to this number of them."""
LATER = 0.1
"""What each statement of a speaker takes from the value of the next."""
TIME, BACKGROUND = 9.0, 5.0
"""Value of an entry of the timeline: of the event itself, of what came before."""
ANOTHER = 0.5
"""What each further source adds to the value of an item, and is worth itself as a part of it."""
POINTING = frozenset(("dies", "dazu", "dafür", "dagegen", "davon", "hierzu", "darüber", "dabei"))
FIXED = 4.0
"""Words that an item costs a reader beside those of its sources."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Something on the page, or more proof of it."""

    key: str
    value: float
    needs: tuple[tuple[Unit, ...], ...]
    """Of each, one unit must be shown: the first that has room."""
    more: tuple[Unit, ...] = ()
    """What else can be shown of it once it is on the page."""


def fit(briefing: Briefing, budget: Budget, kept: Collection[str] = ()) -> Briefing:
    """The briefing with every source within its share and without too long a passage.

    Args:
        kept: ids of open questions that a person wrote or closed: they stay.
    """
    rooms = {source.id: Room(source, budget) for source in briefing.sources}
    shown: dict[str, set[Reference]] = {}
    items = list(_items(briefing))
    for item in [i for i in items if i.key.removeprefix("question ") in kept and i.key.startswith("question ")]:
        items.remove(item)
        shown[item.key] = {reference for unit in (*(n[0] for n in item.needs), *item.more) for reference in unit}
        for reference in shown[item.key]:
            rooms[reference.document].take((reference.span,))
    while items:
        best = max(range(len(items)), key=lambda n: (_density(items[n], rooms), -n))
        item = items.pop(best)
        taken = _taken(item, rooms)
        if taken is None:
            continue
        shown.setdefault(item.key, set()).update(reference for unit in taken for reference in unit)
        rest = (unit for unit in (*item.more, *(u for need in item.needs for u in need)) if unit not in taken)
        items += (Item(key=item.key, value=item.value * ANOTHER, needs=((unit,),)) for unit in rest)
    return _with(briefing, shown, rooms)


def _density(item: Item, rooms: dict[str, Room]) -> float:
    """Value for the part of its sources' room that the cheapest way to show the item takes."""
    cost = sum(min(sum(rooms[r.document].cost((r.span,)) for r in unit) for unit in need) for need in item.needs)
    return item.value / (FIXED + cost)


def _taken(item: Item, rooms: dict[str, Room]) -> list[Unit] | None:
    """The units that are shown, and their room taken; None where one of the needs has none."""
    before = {document: room.spans for document, room in rooms.items()}
    taken = []
    for need in item.needs:
        unit = next((unit for unit in need if _enter(unit, rooms)), None)
        if unit is None:
            for document, spans in before.items():
                rooms[document].spans = spans
            return None
        taken.append(unit)
    return taken


def _enter(unit: Unit, rooms: dict[str, Room]) -> bool:
    by_document: dict[str, list[Reference]] = {}
    for reference in unit:
        by_document.setdefault(reference.document, []).append(reference)
    spans = {document: tuple(r.span for r in references) for document, references in by_document.items()}
    if not all(rooms[document].fits(found) for document, found in spans.items()):
        return False
    for document, found in spans.items():
        rooms[document].take(found)
    return True


def _items(briefing: Briefing) -> Iterator[Item]:
    for number, sentence in enumerate(briefing.summary):
        value = (SUMMARY if number > 1 else FIRST) / (1 + number / 10)
        yield _first(f"summary {sentence.id}", value, sentence.reports)
    for difference in briefing.discrepancies:
        needs = tuple(_by_document(position.reports) for position in difference.positions)
        yield Item(key=f"difference {difference.id}", value=DIFFERENCE, needs=needs)
    for question in briefing.open_questions:
        units = _by_document(question.evidence)
        needs = (units, ((question.answer,),)) if question.answer else (units,)
        value = QUESTION[question.kind] * (1 + ANOTHER * (len(units) - 1))
        yield Item(key=f"question {question.id}", value=value, needs=needs)
    yield from _claims(briefing)
    for entry in briefing.timeline:
        yield _first(f"time {entry.id}", BACKGROUND if entry.background else TIME, entry.reports)
    for place in briefing.locations:
        for fact in place.facts:
            yield Item(key=f"fact {fact}", value=FACT * (1.0 if place.scene else NAMED), needs=(((fact,),),))


def _first(key: str, value: float, reports: tuple[Reference, ...]) -> Item:
    """Something whose words are those of the first report."""
    value *= 1 + ANOTHER * (len({r.document for r in reports}) - 1)
    return Item(key=key, value=value, needs=(((reports[0],),),), more=tuple((r,) for r in reports[1:]))


def _claims(briefing: Briefing) -> Iterator[Item]:
    """The statements, each of less value the more weighty ones there are of its speaker."""
    items = sorted(((_claim(briefing, claim), claim) for claim in briefing.statements), key=lambda pair: -pair[0].value)
    before: Counter[str | None] = Counter()
    for item, claim in items:
        yield replace(item, value=item.value / (1 + LATER * before[claim.speaker]))
        before[claim.speaker] += 1


def _claim(briefing: Briefing, claim: Claim) -> Item:
    value = STATEMENT[claim.type] if not speaks(claim.text.de) else VERBATIM if claim.type == "Direct" else PARTLY
    speaker = briefing.participant(claim.speaker) if claim.speaker else None
    factor = NOBODY if speaker is None else NAMED if speaker.involvement == "mentioned" else 1 + MAIN * speaker.weight
    forms = WORD.findall(claim.text.de)
    factor *= SHORT + (1 - SHORT) * min(1.0, len(forms) / FULL)
    factor *= LEANS if _leans(claim.text.de) else 1.0
    one_each: dict[str, Unit] = {}
    for variant in claim.variants:
        one_each.setdefault(variant.reference.document, (variant.reference,))
    rest = tuple((v.reference,) for v in claim.variants if (v.reference,) not in one_each.values())
    several = 1 + ANOTHER * (len(one_each) - 1)
    return Item(
        key=f"statement {claim.id}",
        value=value * factor * claim.confidence * several,
        needs=(tuple(one_each.values()),),
        more=rest,
    )


def _leans(text: str) -> bool:
    """Whether the words, those in quotation marks aside, begin with or hold what points to the sentence before."""
    forms = WORD.findall(QUOTED.sub(" ", text))
    return bool(forms[:1]) and (
        forms[0] in table("", "anaphors.txt") or bool(POINTING & {form.lower() for form in forms})
    )


def _by_document(references: tuple[Reference, ...]) -> tuple[Unit, ...]:
    found: dict[str, list[Reference]] = {}
    for reference in references:
        found.setdefault(reference.document, []).append(reference)
    return tuple(tuple(unit) for unit in found.values())


def _with(briefing: Briefing, shown: dict[str, set[Reference]], rooms: dict[str, Room]) -> Briefing:
    """The briefing with what is shown, in its order."""

    def left(key: str, references: tuple[Reference, ...]) -> tuple[Reference, ...]:
        return tuple(r for r in references if r in shown.get(key, ()))

    def question(one: OpenQuestion) -> OpenQuestion:
        return replace(one, evidence=left(f"question {one.id}", one.evidence))

    def difference(one: Discrepancy) -> Discrepancy:
        key = f"difference {one.id}"
        return replace(one, positions=tuple(replace(p, reports=left(key, p.reports)) for p in one.positions))

    statements = [_shown(c, shown[key], rooms) for c in briefing.statements if (key := f"statement {c.id}") in shown]
    return replace(
        briefing,
        summary=tuple(
            replace(s, reports=left(key, s.reports)) for s in briefing.summary if (key := f"summary {s.id}") in shown
        ),
        statements=tuple(statements),
        open_questions=tuple(question(q) for q in briefing.open_questions if f"question {q.id}" in shown),
        discrepancies=tuple(difference(d) for d in briefing.discrepancies if f"difference {d.id}" in shown),
        timeline=tuple(
            replace(e, reports=left(key, e.reports)) for e in briefing.timeline if (key := f"time {e.id}") in shown
        ),
        locations=tuple(
            replace(p, facts=tuple(f for f in p.facts if f"fact {f}" in shown)) for p in briefing.locations
        ),
    )


def _shown(claim: Claim, references: set[Reference], rooms: dict[str, Room]) -> Claim:
    """The claim with the wordings that have room, the first of them shown, and with their frames where these have."""
    variants = []
    for variant in claim.variants:
        if variant.reference in references:
            frame = variant.frame
            room = rooms[frame.document].fits((frame.span,)) if frame else False
            if frame and room:
                rooms[frame.document].take((frame.span,))
            variants.append(variant if room else replace(variant, frame=None))
    return replace(claim, text=variants[0].text, type=variants[0].type, variants=tuple(variants))
