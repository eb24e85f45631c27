"""No page shows more of a source's own prose than it may; what matters least goes first.

The count is that of the check `budget`: words outside quotation marks under any reference, each once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from generator.config import Budget
from generator.model import Briefing, Claim, Document, Reference, Variant
from generator.provenance import share


def fit(briefing: Briefing, budget: Budget) -> Briefing:
    """The briefing with every source within its share; verbatim statements and the short version always stay."""
    for step in STEPS:
        for source in briefing.sources:
            if share(briefing, source) > budget.share:
                briefing = step(briefing, source, budget)
    return briefing


def _without_frames(briefing: Briefing, source: Document, budget: Budget) -> Briefing:
    """The words that attribute a statement: the speaker stands above it anyway."""

    def bare(variant: Variant) -> Variant:
        return replace(variant, frame=None) if variant.reference.document == source.id else variant

    claims = tuple(replace(c, variants=tuple(bare(v) for v in c.variants)) for c in briefing.statements)
    return replace(briefing, statements=claims)


def _without_facts(briefing: Briefing, source: Document, budget: Budget) -> Briefing:
    """Sentences on where a place lies."""

    def kept(references: tuple[Reference, ...]) -> tuple[Reference, ...]:
        return tuple(r for r in references if r.document != source.id)

    return replace(briefing, locations=tuple(replace(p, facts=kept(p.facts)) for p in briefing.locations))


def _without_background(briefing: Briefing, source: Document, budget: Budget) -> Briefing:
    """Entries of the timeline that this source alone has, what lies furthest back first."""
    for entry in sorted(briefing.timeline, key=lambda e: (not e.background, e.date.iso())):
        if share(briefing, source) <= budget.share:
            break
        if all(r.document == source.id for r in entry.reports):
            briefing = replace(briefing, timeline=tuple(e for e in briefing.timeline if e is not entry))
    return briefing


def _without_repeats(briefing: Briefing, source: Document, budget: Budget) -> Briefing:
    """Further wordings of a statement in one source."""

    def once(claim: Claim) -> Claim:
        kept: list[Variant] = []
        for variant in claim.variants:
            if variant.reference.document != source.id or all(v.reference.document != source.id for v in kept):
                kept.append(variant)
        return replace(claim, variants=tuple(kept))

    return replace(briefing, statements=tuple(once(c) for c in briefing.statements))


def _without_reports(briefing: Briefing, source: Document, budget: Budget) -> Briefing:
    """Statements that this source alone has in its own words, the least sure first."""
    for claim in sorted(_own(briefing, source), key=lambda c: (c.type != "Reported", c.confidence, -len(c.text.de))):
        if share(briefing, source) <= budget.share:
            break
        briefing = replace(briefing, statements=tuple(c for c in briefing.statements if c is not claim))
    return briefing


def _own(briefing: Briefing, source: Document) -> Iterator[Claim]:
    for claim in briefing.statements:
        if claim.type != "Direct" and all(v.reference.document == source.id for v in claim.variants):
            yield claim


STEPS: tuple[Callable[[Briefing, Document, Budget], Briefing], ...] = (
    _without_frames,
    _without_facts,
    _without_background,
    _without_repeats,
    _without_reports,
)
