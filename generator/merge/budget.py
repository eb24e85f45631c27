"""No page shows more of a source's own prose than it may; what is worth least for its words goes first.

The count is that of the check `budget`: words outside quotation marks under any reference, each once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace

from generator.config import Budget
from generator.model import (
    Briefing,
    Claim,
    Discrepancy,
    Document,
    OpenQuestion,
    Reference,
    Span,
    SummarySentence,
    TimelineEntry,
    Variant,
)
from generator.provenance import own_prose, runs, share, words

SEVERAL = 3.0
"""Factor of what two sources carry; each further one adds as much as the second."""
SENTENCE, FACT, CONFLICT = 12.0, 3.0, 8.0
"""Value of a sentence of the short version, of a sentence on where a place lies, of a contradiction."""
QUESTION = {"hedge": 2.5, "unknown": 4.0, "unanswered": 4.0, "conflict": CONFLICT}
STATEMENT = {"Direct": 8.0, "IndirectFreeIndirect": 2.5, "Indirect": 2.5, "FreeIndirect": 2.5, "Reported": 1.5}
NOBODY = 0.5
"""Factor of a statement without a speaker."""
TIME, BACKGROUND = 4.0, 2.0
"""Value of an entry of the timeline: of the event itself, of what came before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Something on the page that can go."""

    value: float
    references: tuple[Reference, ...]
    without: Callable[[Briefing], Briefing]


def fit(briefing: Briefing, budget: Budget, kept: Collection[str] = ()) -> Briefing:
    """The briefing with every source within its share and without too long a passage.

    Args:
        kept: ids of open questions that a person wrote or closed: they stay.
    """
    for source in briefing.sources:
        own = own_prose(source)
        for step in (_without_frames, _without_repeats):
            if share(briefing, source) > budget.share:
                briefing = step(briefing, source)
        while share(briefing, source) > budget.share:
            item = _cheapest(briefing, source, own, None, kept)
            if item is None:
                break
            briefing = item.without(briefing)
        while (long := next((s for s, n in runs(briefing, source) if n > budget.longest_run), None)) is not None:
            item = _cheapest(briefing, source, own, long, kept)
            if item is None:
                break
            briefing = item.without(briefing)
    return briefing


def _cheapest(
    briefing: Briefing, source: Document, own: str, within: Span | None, kept: Collection[str]
) -> Item | None:
    """The item with the least value for its words in the source; only those that touch `within`, where it is given."""
    best: tuple[float, Item] | None = None
    for item in _items(briefing, kept):
        spans = [r.span for r in item.references if r.document == source.id]
        cost = sum(words(own, span) for span in spans)
        if not cost or (within is not None and not any(span.overlaps(within) for span in spans)):
            continue
        carriers = {reference.document for reference in item.references}
        worth = item.value * (1.0 + (SEVERAL - 1.0) * (len(carriers) - 1)) / cost
        if best is None or worth < best[0]:
            best = (worth, item)
    return best[1] if best else None


def _items(briefing: Briefing, kept: Collection[str]) -> Iterator[Item]:
    for question in reversed(briefing.open_questions):
        if question.id in kept:
            continue
        yield Item(value=QUESTION[question.kind], references=question.evidence, without=_no_question(question))
    for entry in briefing.timeline:
        value = BACKGROUND if entry.background else TIME
        yield Item(value=value, references=entry.reports, without=_no_entry(entry))
    for claim in reversed(briefing.statements):
        value = STATEMENT[claim.type] * (1.0 if claim.speaker else NOBODY) * claim.confidence
        yield Item(value=value, references=claim.reports, without=_no_claim(claim))
    for place in briefing.locations:
        for fact in place.facts:
            yield Item(value=FACT, references=(fact,), without=_no_fact(fact))
    for sentence in reversed(briefing.summary):
        yield Item(value=SENTENCE, references=sentence.reports, without=_no_sentence(sentence))
    for difference in briefing.discrepancies:
        reports = tuple(r for position in difference.positions for r in position.reports)
        yield Item(value=CONFLICT, references=reports, without=_no_difference(difference))


def _no_question(gone: OpenQuestion) -> Callable[[Briefing], Briefing]:
    return lambda b: replace(b, open_questions=tuple(q for q in b.open_questions if q is not gone))


def _no_entry(gone: TimelineEntry) -> Callable[[Briefing], Briefing]:
    return lambda b: replace(b, timeline=tuple(e for e in b.timeline if e is not gone))


def _no_claim(gone: Claim) -> Callable[[Briefing], Briefing]:
    return lambda b: replace(b, statements=tuple(c for c in b.statements if c is not gone))


def _no_sentence(gone: SummarySentence) -> Callable[[Briefing], Briefing]:
    return lambda b: replace(b, summary=tuple(s for s in b.summary if s is not gone))


def _no_difference(gone: Discrepancy) -> Callable[[Briefing], Briefing]:
    return lambda b: replace(b, discrepancies=tuple(d for d in b.discrepancies if d is not gone))


def _no_fact(gone: Reference) -> Callable[[Briefing], Briefing]:
    def without(briefing: Briefing) -> Briefing:
        places = (replace(p, facts=tuple(f for f in p.facts if f != gone)) for p in briefing.locations)
        return replace(briefing, locations=tuple(places))

    return without


def _without_frames(briefing: Briefing, source: Document) -> Briefing:
    """Without the words that attribute a statement: the speaker stands above it anyway."""

    def bare(variant: Variant) -> Variant:
        return replace(variant, frame=None) if variant.reference.document == source.id else variant

    claims = tuple(replace(c, variants=tuple(bare(v) for v in c.variants)) for c in briefing.statements)
    return replace(briefing, statements=claims)


def _without_repeats(briefing: Briefing, source: Document) -> Briefing:
    """Without further wordings of a statement in one source."""

    def once(claim: Claim) -> Claim:
        kept: list[Variant] = []
        for variant in claim.variants:
            if variant.reference.document != source.id or all(v.reference.document != source.id for v in kept):
                kept.append(variant)
        return replace(claim, variants=tuple(kept))

    return replace(briefing, statements=tuple(once(c) for c in briefing.statements))
