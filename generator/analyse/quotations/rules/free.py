"""What is said to be so: "soll ... gewesen sein", "will ... gesehen haben"."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analyse.quotations.drafts import Draft, View
from generator.analyse.quotations.frames import Clauses, opening
from generator.analyse.quotations.reading import Text
from generator.analyse.quotations.segments import Segment
from generator.analyse.quotations.speakers import REACH, quoted_before
from generator.analyse.quotations.subjects import find_subject

STATES = frozenset(
    ("sein", "betragen", "stammen", "befinden", "handeln", "bestehen", "haben", "gehen", "liegen", "stehen")
)
"""Infinitives with which "soll" says what is claimed rather than what is planned."""


def find(view: View) -> Iterator[Draft]:
    """Sentences with a modal verb of hearsay."""
    text = view.text
    running = -1
    for clauses in view.clauses:
        first, last = text.bounds[clauses.sentence]
        if text.sentences[clauses.sentence].heading or not view.free(first, last):
            continue
        segment = next((s for s in clauses.segments if s.kind == "main"), None)
        if segment is None or not segment.finite:
            continue
        if text.lower[segment.verb] in ("will", "wollen") and _perfect(text, segment):
            yield _claim(view, clauses, segment)
            continue
        if "angeblich" in text.lower[segment.first : segment.last]:
            yield Draft(rule="allegedly", type="FreeIndirect", medium="speech", quote=((first, last),))
            continue
        if text.lower[segment.verb] not in ("soll", "sollen"):
            continue
        hearsay = _perfect(text, segment)
        near = running == clauses.sentence - 1 or quoted_before(view, clauses.sentence, REACH)
        claimed = text.lower[segment.last - 1] in STATES
        if hearsay or near or claimed:
            running = clauses.sentence
            yield Draft(
                rule="hearsay" if hearsay else "claimed" if claimed else "plan",
                type="FreeIndirect",
                medium="speech",
                quote=((first, last),),
            )


def _claim(view: View, clauses: Clauses, segment: Segment) -> Draft:
    """ "Ein Nachbar will ihn gesehen haben": the subject says so."""
    text = view.text
    at = clauses.segments.index(segment)
    found = find_subject(text, segment, opening(text, clauses.segments, at), segment.verb, segment.last)
    return Draft(
        rule="claim",
        type="FreeIndirect",
        medium="speech",
        quote=(text.bounds[clauses.sentence],),
        speaker=found.range if found is not None else None,
    )


def _perfect(text: Text, segment: Segment) -> bool:
    """Whether the infinitive is one of the past: "gewesen sein", "getan haben"."""
    last = segment.last - 1
    return (
        text.lower[last] in ("haben", "sein")
        and last > 0
        and bool(text.forms[last - 1].participle or text.lower[last - 1] == "worden")
    )
