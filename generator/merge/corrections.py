"""A person's corrections, applied: what matches nothing any more is a problem, what is applied is a change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from generator.analyse.forms import name_key
from generator.merge import changes
from generator.merge.ids import slug, unique
from generator.merge.participants import Joined
from generator.model import (
    Analysis,
    Briefing,
    Change,
    OpenQuestion,
    PartialDate,
    Participant,
    Problem,
    Quotation,
    Reference,
    Span,
    Text,
)
from generator.provenance import QUOTED
from generator.read.corrections import Corrections, ParticipantEntry, QuestionEntry, StatementEntry

People = Mapping[tuple[str, str], str]
PAIRS = {"„": '“”"', '"': '"', "»": "«", "«": "»", "“": "”"}
"""Closing quotation marks by the opening one."""


@dataclass(slots=True)
class Applied:
    """The corrections of one briefing, and what became of them."""

    corrections: tuple[Corrections, ...]
    """Its own file and those of its articles."""
    changes: list[Change] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    questions: set[str] = field(default_factory=set)
    """Ids of open questions that a person wrote or changed."""

    def participants(self, joined: Joined, analyses: tuple[Analysis, ...]) -> Joined:
        """Participants renamed, joined, dropped, added, their roles corrected."""
        for file, number, entry in self._entries("participants"):
            assert isinstance(entry, ParticipantEntry)
            target = _called(joined.participants, entry.match, file.article)
            if entry.add:
                joined = self._added(joined, analyses, file, number, entry)
            elif target is None:
                self._missing(file, "participants", number, f"nobody is called `{entry.match}`")
            elif entry.drop:
                joined = _dropped(joined, target, file.article)
                self._done("participant-drop", file, entry.date, target.name)
            else:
                joined = self._corrected(joined, target, file, number, entry)
        return joined

    def statements(self, analyses: tuple[Analysis, ...], joined: Joined) -> tuple[tuple[Analysis, ...], People]:
        """The analyses with quotations added, dropped or given another speaker, and the people with those speakers."""
        people = dict(joined.people)
        for file, number, entry in self._entries("statements"):
            assert isinstance(entry, StatementEntry)
            speaker = _called(joined.participants, entry.speaker, "") if entry.speaker else None
            if entry.speaker and speaker is None:
                self._missing(file, "statements", number, f"nobody is called `{entry.speaker}`")
                continue
            found = False
            for at, analysis in enumerate(analyses):
                if file.article not in ("", analysis.document.id):
                    continue
                changed = _stated(analysis, entry, f"@{speaker.id}" if speaker else None)
                if changed is not None:
                    found = True
                    analyses = (*analyses[:at], changed, *analyses[at + 1 :])
                    if speaker:
                        people[analysis.document.id, f"@{speaker.id}"] = speaker.id
            if found:
                key = "statement-add" if entry.add else "statement-drop" if entry.drop else "statement"
                self._done(key, file, entry.date)
            else:
                self._missing(file, "statements", number, f"no source has the words `{entry.add or entry.match}`")
        return analyses, people

    def briefing(self, briefing: Briefing) -> Briefing:
        """Title and open questions."""
        for file in self.corrections:
            if file.title is not None:
                briefing = replace(briefing, title=file.title)
                self._done("title", file, None)
            for key in ("join", "part"):
                if getattr(file, key):
                    self._done(key, file, None)
        questions = list(briefing.open_questions)
        for file, number, entry in self._entries("questions"):
            assert isinstance(entry, QuestionEntry)
            if entry.add is not None:
                evidence = [r for s in briefing.sources if (r := _find(s.id, s.text, entry.evidence, file.article))]
                if evidence:
                    id_ = unique("q-" + slug(entry.add.de, 40), (q.id for q in questions))
                    questions.append(_asked(entry, id_, entry.add, evidence))
                    self.questions.add(id_)
                    self._done("question-add", file, entry.date)
                else:
                    self._missing(file, "questions", number, f"no source has the words `{entry.evidence}`")
                continue
            hits = [q for q in questions if _is_question(q, entry.match, briefing)]
            if not hits:
                self._missing(file, "questions", number, f"no open question has the words `{entry.match}`")
                continue
            for hit in hits:
                self.questions.add(hit.id)
                at = questions.index(hit)
                questions[at : at + 1] = [] if entry.drop else [_amended(hit, entry)]
            key = "question-drop" if entry.drop else "question-close" if entry.link else "question"
            self._done(key, file, entry.date)
        return replace(briefing, open_questions=tuple(questions))

    def _entries(
        self, name: str
    ) -> Iterator[tuple[Corrections, int, ParticipantEntry | StatementEntry | QuestionEntry]]:
        for file in self.corrections:
            for number, entry in enumerate(getattr(file, name), 1):
                yield file, number, entry

    def _added(
        self, joined: Joined, analyses: tuple[Analysis, ...], file: Corrections, number: int, entry: ParticipantEntry
    ) -> Joined:
        texts = [(a.document.id, a.document.text) for a in analyses]
        reports = [r for id_, text in texts if (r := _find(id_, text, entry.add, file.article))]
        if not reports:
            self._missing(file, "participants", number, f"no source has the words `{entry.add}`")
            return joined
        name = entry.name or Text(de=entry.add, en=entry.add)
        added = Participant(
            id=unique(slug(name.de), (p.id for p in joined.participants)),
            kind=entry.kind,
            name=name,
            roles=entry.roles or (),
            reports=tuple(reports),
            involvement="acts",
        )
        self._done("participant-add", file, entry.date, name)
        return replace(joined, participants=(*joined.participants, added), acting=joined.acting | {added.id})

    def _corrected(
        self, joined: Joined, target: Participant, file: Corrections, number: int, entry: ParticipantEntry
    ) -> Joined:
        if entry.same_as:
            other = _called(joined.participants, entry.same_as, "")
            if other is None or other is target:
                self._missing(file, "participants", number, f"nobody else is called `{entry.same_as}`")
                return joined
            joined, target = _united(joined, target, other)
        changed = replace(
            target,
            name=entry.name or target.name,
            aliases=target.aliases if entry.name is None else (*target.aliases, target.name.de),
            roles=target.roles if entry.roles is None else entry.roles,
        )
        self._done("participant", file, entry.date, changed.name)
        people = tuple(changed if p.id == target.id else p for p in joined.participants)
        return replace(joined, participants=people)

    def _done(self, key: str, file: Corrections, day: date | None, name: Text | str = "") -> None:
        when = day or file.date
        exact = PartialDate(year=when.year, month=when.month, day=when.day) if when else None
        change = Change(date=exact, kind="correction", text=changes.said(key, name))
        if change not in self.changes:
            self.changes.append(change)

    def _missing(self, file: Corrections, name: str, number: int, what: str) -> None:
        where = f"{file.file}, `{name}` {number}"
        message = f"matches nothing any more: {what}. Correct or remove the entry."
        self.problems.append(Problem(check="corrections", severity="warning", where=where, message=message))


def _called(participants: Iterable[Participant], name: str, article: str) -> Participant | None:
    """Who has that id, name or other form of it, and stands in the article where one is given."""
    known = [p for p in participants if not article or any(r.document == article for r in p.reports)]
    key = name_key(name)
    tests: tuple[Callable[[Participant], bool], ...] = (
        lambda p: name == p.id,
        lambda p: key == name_key(p.name.de),
        lambda p: any(key == name_key(alias) for alias in p.aliases),
        lambda p: p.kind == "person" and key in name_key(p.name.de).split(),
    )
    return next((p for test in tests for p in known if name and test(p)), None)


def _dropped(joined: Joined, target: Participant, article: str) -> Joined:
    """Without the participant, or without its places in one article."""
    left = tuple(r for r in target.reports if article and r.document != article)
    people = {key: id_ for key, id_ in joined.people.items() if id_ != target.id or (article and key[0] != article)}
    kept = (replace(target, reports=left),) if left else ()
    participants = tuple(q for p in joined.participants for q in (kept if p is target else (p,)))
    return replace(joined, participants=participants, people=people)


def _united(joined: Joined, target: Participant, other: Participant) -> tuple[Joined, Participant]:
    """Both as one, under the other's name."""
    one = replace(
        other,
        aliases=tuple(dict.fromkeys((*other.aliases, target.name.de, *target.aliases))),
        roles=tuple(dict.fromkeys((*other.roles, *target.roles))),
        reports=tuple(dict.fromkeys((*other.reports, *target.reports))),
        weight=max(other.weight, target.weight),
        involvement=other.involvement if other.involvement != "mentioned" else target.involvement,
    )
    people = {key: other.id if id_ == target.id else id_ for key, id_ in joined.people.items()}
    participants = tuple(one if p is other else p for p in joined.participants if p is not target)
    acting = joined.acting | ({other.id} if target.id in joined.acting else set())
    return replace(joined, participants=participants, people=people, acting=acting), one


def _stated(analysis: Analysis, entry: StatementEntry, speaker: str | None) -> Analysis | None:
    """The analysis with the entry applied to its quotations; None where it has not the words."""
    text = analysis.document.text
    if entry.add:
        found = _find(analysis.document.id, text, entry.add, "")
        if found is None:
            return None
        span = _with_marks(text, found.span)
        direct = QUOTED.fullmatch(span.of(text)) is not None
        added = Quotation(
            type="Direct" if direct else "Indirect", medium="speech", quote=(span,), speaker_entity=speaker
        )
        kept = tuple(q for q in analysis.quotations if not any(s.overlaps(span) for s in q.quote))
        return replace(analysis, quotations=tuple(sorted((*kept, added), key=lambda q: q.quote)))
    hits = [q for q in analysis.quotations if _collapsed(entry.match) in _collapsed(_hull(q).of(text))]
    if not hits:
        return None
    quotations: list[Quotation] = []
    for quotation in analysis.quotations:
        if quotation not in hits:
            quotations.append(quotation)
        elif not entry.drop:
            changed = speaker if entry.speaker or entry.unattributed else quotation.speaker_entity
            quotations.append(replace(quotation, speaker_entity=changed, confidence=1.0))
    return replace(analysis, quotations=tuple(quotations))


def _hull(quotation: Quotation) -> Span:
    return Span(start=min(s.start for s in quotation.quote), end=max(s.end for s in quotation.quote))


def _with_marks(text: str, span: Span) -> Span:
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    if before and after and after in PAIRS.get(before, ""):
        return Span(start=span.start - 1, end=span.end + 1)
    return span


def _find(document: str, text: str, words: str, article: str) -> Reference | None:
    """The first place of the words in a text, in the article where one is given."""
    at = text.find(words)
    if at < 0 or article not in ("", document):
        return None
    return Reference(document=document, span=Span(start=at, end=at + len(words)))


def _is_question(question: OpenQuestion, words: str, briefing: Briefing) -> bool:
    texts = [r.span.of(briefing.document(r.document).text) for r in question.evidence]
    return words == question.id or any(_collapsed(words) in _collapsed(text) for text in (question.text.de, *texts))


def _asked(entry: QuestionEntry, id_: str, text: Text, evidence: list[Reference]) -> OpenQuestion:
    status: OpenQuestion = OpenQuestion(
        id=id_, kind="unknown", status="open", text=text, evidence=tuple(evidence), link=entry.link or None
    )
    return replace(status, status="answered") if entry.link else status


def _amended(question: OpenQuestion, entry: QuestionEntry) -> OpenQuestion:
    changed = replace(question, text=entry.text or question.text)
    return replace(changed, status="answered", link=entry.link) if entry.link else changed


def _collapsed(text: str) -> str:
    return " ".join(text.split())
