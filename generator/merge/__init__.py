"""Analyses -> Briefings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.analyse.lexicon import Lexicon
from generator.config import Config
from generator.merge import (
    budget,
    changes,
    cleaning,
    clusters,
    discrepancies,
    grouping,
    ids,
    moves,
    naming,
    overlaps,
    participants,
    places,
    questions,
    statements,
    summary,
    timeline,
    title,
    when,
)
from generator.merge.corrections import Applied
from generator.merge.event import Event
from generator.merge.words import Vocabulary
from generator.model import Analysis, Briefing, Moved, Problem, Reference
from generator.read.corrections import Corrections
from generator.read.published import Ids, Published, relocated


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What the merge stage hands on."""

    briefings: tuple[Briefing, ...]
    """In the order of their first articles."""
    moved: tuple[Moved, ...]
    """Old addresses of pages that were joined to another."""
    problems: tuple[Problem, ...]
    """Corrections that match nothing any more, pages that went."""


def merge(
    analyses: tuple[Analysis, ...], config: Config, corrections: tuple[Corrections, ...], published: Published
) -> Merged:
    """Articles on one event become one briefing, with the ids of the last run where it stands for the same.

    Raises:
        GeneratorError: the lexicon is missing.
    """
    maker = _Maker(config, Lexicon.load(config.path("models") / "lexicon"))
    found = clusters.cluster(analyses, maker.vocabulary, config.merge)
    groups, problems = grouping.group(found, corrections, published, maker.name)
    taken = {g.id for g in groups if g.id} | {b.id for b in published.briefings} | {m.id for m in published.moved}
    texts = {a.document.id: a.document.text for a in analyses}
    known = {b.id: relocated(b, texts) for b in published.briefings}
    briefings: list[Briefing] = []
    for group in groups:
        id_ = group.id or ids.unique(maker.name(group.analyses), taken)
        taken.add(id_)
        articles = {a.document.id for a in group.analyses}
        applied = Applied(tuple(c for c in corrections if c.briefing == id_ or c.article in articles))
        briefings.append(maker.briefing(group.analyses, id_, applied, known.get(id_, {})))
        problems = (*problems, *applied.problems)
    made = tuple(briefings)
    return Merged(briefings=made, moved=moves.find(made, published), problems=problems)


class _Maker:
    """Makes briefings with one lexicon and configuration."""

    def __init__(self, config: Config, lexicon: Lexicon) -> None:
        self.config = config
        self.lexicon = lexicon
        self.vocabulary = Vocabulary(lexicon)
        self._names: dict[tuple[str, ...], str] = {}

    def name(self, analyses: tuple[Analysis, ...]) -> str:
        """The id of a briefing that has none yet."""
        articles = tuple(a.document.id for a in analyses)
        if articles not in self._names:
            event = self._event(analyses, "", Applied(()), {})
            self._names[articles] = naming.name(title.make(event), event.date)
        return self._names[articles]

    def briefing(
        self, analyses: tuple[Analysis, ...], id_: str, applied: Applied, known: Mapping[str, Ids]
    ) -> Briefing:
        """One event's page; `applied` takes note of what its corrections do."""
        event = self._event(analyses, id_, applied, known)
        differences = discrepancies.find(event)
        asked = questions.find(event, differences)
        short = summary.find(event)
        briefing = Briefing(
            id=id_,
            title=title.make(event),
            date=event.date,
            sources=tuple(a.document for a in event.analyses),
            summary=short,
            participants=event.participants,
            locations=event.locations,
            statements=event.statements,
            open_questions=asked,
            discrepancies=differences,
            timeline=timeline.find(event, short),
            overlaps=overlaps.find(event.analyses),
        )
        briefing = budget.fit(applied.briefing(briefing), self.config.budget, applied.questions)
        briefing = _divided(_kept(briefing, known), event)
        news = changes.find(briefing.sources, briefing.open_questions, applied.changes)
        return replace(briefing, changes=news)

    def _event(self, analyses: tuple[Analysis, ...], id_: str, applied: Applied, known: Mapping[str, Ids]) -> Event:
        threshold = self.config.quotations.threshold
        analyses = cleaning.clean(analyses)
        people = participants.join(analyses, self.vocabulary, threshold)
        people = participants.renamed(applied.participants(people, analyses), known.get("participants", {}))
        where = places.renamed(places.join(analyses), known.get("locations", {}))
        analyses, speakers = applied.statements(analyses, people)
        said = statements.join(analyses, people.participants, speakers, where.places, self.vocabulary, threshold)
        spoken = participants.speaking(people.participants, {c.speaker for c in said}, people.acting)
        return Event(
            id=id_,
            analyses=analyses,
            date=when.find(analyses),
            participants=spoken,
            locations=where.locations,
            statements=ids.renamed(said, ids.keep(said, lambda c: c.reports, known.get("statements", {}))),
            people=speakers,
            places=where.places,
            acting=people.acting,
            vague=people.vague,
            lexicon=self.lexicon,
            budget=self.config.budget,
        )


def _divided(briefing: Briefing, event: Event) -> Briefing:
    """Who takes part apart from who is named; a group without a name that nothing on the page refers to is neither."""
    speakers = {c.speaker for c in briefing.statements}
    people = participants.speaking(briefing.participants, speakers, event.acting)
    needed = speakers | {c.addressee for c in briefing.statements} | {q.raised_by for q in briefing.open_questions}
    named = (p for p in people if p.involvement == "mentioned")
    return replace(
        briefing,
        participants=tuple(p for p in people if p.involvement != "mentioned"),
        mentioned=tuple(p for p in named if p.id in needed or (p.kind != "group" and p.id not in event.vague)),
    )


def _kept(briefing: Briefing, known: Mapping[str, Ids]) -> Briefing:
    """The briefing with the published ids of what the event does not name itself."""
    empty: Ids = {}

    def positions(reports: tuple[tuple[Reference, ...], ...]) -> tuple[Reference, ...]:
        return tuple(r for part in reports for r in part)

    asked = ids.keep(briefing.open_questions, lambda q: q.evidence, known.get("questions", empty))
    differ = ids.keep(
        briefing.discrepancies,
        lambda d: positions(tuple(p.reports for p in d.positions)),
        known.get("discrepancies", empty),
    )
    times = ids.keep(briefing.timeline, lambda t: t.reports, known.get("timeline", empty))
    short = ids.keep(briefing.summary, lambda s: s.reports, known.get("summary", empty))
    return replace(
        briefing,
        summary=ids.renamed(briefing.summary, short),
        open_questions=ids.renamed(briefing.open_questions, asked),
        discrepancies=ids.renamed(briefing.discrepancies, differ),
        timeline=ids.renamed(briefing.timeline, times),
    )
