"""Every anchor on a page is there once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.check.subject import Subject
from generator.model import Briefing, Problem
from generator.render.markup import anchor


def check(subject: Subject) -> Iterator[Problem]:
    """Errors for ids that two parts of a briefing, or two briefings, share."""
    for id, count in Counter(anchor(b.id) for b in subject.briefings).items():
        if count > 1:
            yield Problem(check="anchors", severity="error", where=id, message=f"{count} briefings have this id.")
    for briefing in subject.briefings:
        for group, ids in _groups(briefing):
            for id, count in Counter(map(anchor, ids)).items():
                if count > 1:
                    message = f"{count} {group} have this id."
                    where = f"{briefing.id}, {id}"
                    yield Problem(check="anchors", severity="error", where=where, message=message)


def _groups(briefing: Briefing) -> Iterator[tuple[str, list[str]]]:
    yield "participants", [p.id for p in (*briefing.participants, *briefing.mentioned)]
    yield "places", [p.id for p in briefing.locations]
    parts = (briefing.summary, briefing.statements, briefing.open_questions, briefing.discrepancies, briefing.timeline)
    yield "parts", [part.id for group in parts for part in group]
