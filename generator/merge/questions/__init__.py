"""What the sources of an event leave open, as questions."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.merge.discrepancies.kinds import contradict
from generator.merge.event import Event
from generator.merge.ids import slug, unique
from generator.merge.questions import contested, life, wording
from generator.merge.reading import Source, sources
from generator.model import Discrepancy, OpenQuestion, Question, QuestionStatus, Reference, Text

MOST = 8
"""Questions of a briefing."""
SAME = 0.6
"""Share of the shorter question's content words in the other from which both ask the same."""
WEIGHTS = {"unanswered": 3.0, "conflict": 2.5, "unknown": 2.0, "hedge": 1.0}
SOURCES = 2.0
"""What another source is worth against the kind of a question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question of one article that could be put into words."""

    source: Source
    question: Question
    text: Text
    content: frozenset[str]
    nouns: frozenset[str]
    """Of the content, without names."""


def find(event: Event, discrepancies: tuple[Discrepancy, ...]) -> tuple[OpenQuestion, ...]:
    """At most eight questions, the weightiest first; the same question of several sources is one."""
    groups: list[list[Asked]] = []
    read = sources(event)
    for asked in _asked(read):
        home = next((g for g in groups if any(_same(asked, other) for other in g)), None)
        if home is None:
            groups.append([asked])
        else:
            home.append(asked)
    weighed = [(_weight(group), _question(event, group, read)) for group in groups]
    weighed += [(WEIGHTS["conflict"] + SOURCES, _conflict(d)) for d in discrepancies]
    weighed += [(WEIGHTS["conflict"], question) for question in contested.find(event, read)]
    ordered = sorted(weighed, key=lambda pair: -pair[0])[:MOST]
    taken: list[str] = []
    for _, question in ordered:
        taken.append(unique(question.id, taken))
    return tuple(replace(question, id=id_) for (_, question), id_ in zip(ordered, taken, strict=True))


def _asked(read: tuple[Source, ...]) -> list[Asked]:
    found = []
    for source in read:
        for question in source.analysis.questions:
            text = wording.question(source, question)
            where = source.article.locate(question.span)
            if text is not None and where is not None:
                forms = source.article.forms(where.sentence)
                words = dict(source.each(wording.essence(source, question, where)))
                nouns = frozenset(w for at, w in words.items() if forms[at][:1].isupper() and not w.startswith("@"))
                found.append(
                    Asked(source=source, question=question, text=text, content=frozenset(words.values()), nouns=nouns)
                )
    return found


def _same(a: Asked, b: Asked) -> bool:
    """Whether two questions share most words, and not each has a noun of its own."""
    shared = a.content & b.content
    if contradict(a.content, b.content) or (a.nouns - b.nouns and b.nouns - a.nouns):
        return False
    said = [word for word in shared if not word.startswith("@")]
    return len(said) >= 2 and len(shared) >= SAME * min(len(a.content), len(b.content))


def _weight(group: list[Asked]) -> float:
    kind = max(WEIGHTS[asked.question.kind] for asked in group)
    carriers = len({asked.source.analysis.document.id for asked in group})
    early = max(1 - asked.question.span.start / len(asked.source.analysis.document.text) for asked in group)
    return kind + SOURCES * (carriers - 1) + early


def _question(event: Event, group: list[Asked], read: tuple[Source, ...]) -> OpenQuestion:
    shown = max(group, key=lambda a: (WEIGHTS[a.question.kind], _central(a, group)))
    evidence = [
        asked.source.reference(span)
        for asked in (shown, *group)
        for span in (asked.question.span, *asked.question.evidence)
    ]
    raised = [
        event.people.get((a.source.analysis.document.id, a.question.raised_by))
        for a in (shown, *group)
        if a.question.raised_by is not None
    ]
    status, answer = _life(group, read)
    return OpenQuestion(
        id=f"q-{slug(shown.text.de, 40)}",
        kind=shown.question.kind,
        status=status,
        text=shown.text,
        evidence=_outermost(evidence),
        raised_by=next((id_ for id_ in raised if id_), None),
        answer=answer,
    )


def _central(asked: Asked, group: list[Asked]) -> float:
    """How much of a question the others ask too."""
    return sum(len(asked.content & other.content) for other in group) / (1 + len(asked.content))


def _life(group: list[Asked], read: tuple[Source, ...]) -> tuple[QuestionStatus, Reference | None]:
    """Answered where one source's question is; overtaken where all are; else open."""
    found = [life.of(a.source, a.question, a.content, read) for a in group]
    answered = next((pair for pair in found if pair[0] == "answered"), None)
    if answered is not None:
        return answered
    return ("overtaken" if all(status == "overtaken" for status, _ in found) else "open"), None


def _outermost(references: list[Reference]) -> tuple[Reference, ...]:
    """Each reference once, without those inside another."""
    kept = dict.fromkeys(references)
    return tuple(
        r for r in kept if not any(o != r and o.document == r.document and o.span.contains(r.span) for o in kept)
    )


def _conflict(discrepancy: Discrepancy) -> OpenQuestion:
    """ "Zahl der Toten: zwölf oder vierzehn?" """
    texts = [position.text for position in discrepancy.positions]
    english = [text.en for text in texts if text.en is not None]
    topic = discrepancy.topic
    both = topic.en is not None and len(english) == len(texts)
    return OpenQuestion(
        id=f"q-{discrepancy.id.removeprefix('d-')}",
        kind="conflict",
        status="open",
        text=Text(
            de=f"{topic.de}: {' oder '.join(text.de for text in texts)}?",
            en=f"{topic.en}: {' or '.join(english)}?" if both else None,
        ),
        evidence=tuple(r for position in discrepancy.positions for r in position.reports),
    )
