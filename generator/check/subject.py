"""What the checks look at, and the references in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.config import Config
from generator.model import Briefing, Page, Reference, Translation


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A run's result before it is written."""

    briefings: tuple[Briefing, ...]
    translation: Translation
    pages: tuple[Page, ...]
    config: Config


def references(briefing: Briefing) -> Iterator[tuple[str, Reference]]:
    """Every reference of a briefing, with the place on the page that it proves."""
    for sentence in briefing.summary:
        yield from ((f"short version {sentence.id}", r) for r in sentence.reports)
    for participant in (*briefing.participants, *briefing.mentioned):
        yield from ((f"participant {participant.id}", r) for r in participant.reports)
    for place in briefing.locations:
        yield from ((f"place {place.id}", r) for r in (*place.references, *place.facts))
    for claim in briefing.statements:
        for variant in claim.variants:
            yield f"statement {claim.id}", variant.reference
            if variant.frame is not None:
                yield f"statement {claim.id}", variant.frame
    for question in briefing.open_questions:
        yield from ((f"question {question.id}", r) for r in question.evidence)
        if question.answer is not None:
            yield f"question {question.id}", question.answer
    for discrepancy in briefing.discrepancies:
        for position in discrepancy.positions:
            yield from ((f"discrepancy {discrepancy.id}", r) for r in position.reports)
    for entry in briefing.timeline:
        yield from ((f"timeline {entry.id}", r) for r in entry.reports)
