"""One event while its briefing is being made: what title, summary, timeline, discrepancies and questions look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.analyse.lexicon import Lexicon
from generator.config import Budget
from generator.model import Analysis, Claim, PartialDate, Participant, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Articles on one event, with what was joined over them."""

    id: str
    analyses: tuple[Analysis, ...]
    """In the order of the briefing's sources."""
    date: PartialDate | None
    participants: tuple[Participant, ...]
    """By weight; who is only mentioned too (`Participant.involvement`)."""
    locations: tuple[Place, ...]
    """The scene first."""
    statements: tuple[Claim, ...]
    people: Mapping[tuple[str, str], str]
    """(document id, entity id) -> participant id."""
    places: Mapping[tuple[str, str], str]
    """(document id, entity id) -> place id."""
    lexicon: Lexicon
    """The one that the analyses were made with."""
    acting: frozenset[str] = frozenset()
    """Ids of participants who do something beside speaking."""
    vague: frozenset[str] = frozenset()
    """Ids of bodies and groups of which nothing says which one is meant."""
    budget: Budget = field(default_factory=Budget)
    """How much of each source's own prose the pages may show."""

    def participant(self, id: str | None) -> Participant | None:
        """The participant with that id, or None."""
        return next((p for p in self.participants if p.id == id), None)

    def analysis(self, document: str) -> Analysis:
        """The analysis of the document with that id. Raises KeyError where there is none."""
        for analysis in self.analyses:
            if analysis.document.id == document:
                return analysis
        raise KeyError(document)
