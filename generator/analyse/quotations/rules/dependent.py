"""Subordinate clauses in Konjunktiv I: "sie entließ den Trainer, der zu oft gefehlt habe"."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analyse.quotations.drafts import Draft, View
from generator.analyse.quotations.extents import complement_end
from generator.analyse.quotations.frames import Clauses, Frame, opening
from generator.analyse.quotations.moods import konjunktiv, present
from generator.analyse.quotations.reading import Range
from generator.analyse.quotations.subjects import extend, find_subject, speaks

UNREAL = frozenset(("als", "damit"))
"""Words that open a clause whose Konjunktiv is the writer's own."""


def find(view: View) -> Iterator[Draft]:
    """Clauses in Konjunktiv I behind a main clause that is not."""
    text = view.text
    for clauses in view.clauses:
        done = 0
        for at, segment in enumerate(clauses.segments):
            if at == 0 or at < done or segment.kind not in ("rel", "sub", "main") or segment.opener in UNREAL:
                continue
            if not konjunktiv(text, segment) or not present(text, segment) or not _free(view, segment.first):
                continue
            frame = _frame(clauses, at)
            if segment.kind == "main" and frame is None:
                continue
            done = complement_end(text, clauses, at)
            quote = text.closed(segment.first, clauses.segments[done - 1].last)
            if quote is not None:
                yield Draft(
                    rule=f"dependent-{segment.kind}",
                    type="Indirect",
                    medium="speech",
                    quote=(quote,),
                    cue=frame.cue.tokens if frame else (),
                    frame=((frame.first, frame.last),) if frame else (),
                    speaker=frame.speaker if frame else _subject(view, clauses, at),
                )


def _subject(view: View, clauses: Clauses, at: int) -> Range | None:
    """Whoever acts in the main clause before gives the reason: "sie sperrten den Steg, weil er morsch sei"."""
    text = view.text
    for number in range(at - 1, -1, -1):
        segment = clauses.segments[number]
        if segment.kind == "main" and segment.finite:
            found = find_subject(text, segment, opening(text, clauses.segments, number), segment.verb, segment.last)
            if found is None or not speaks(text, found) or text.lower[found.first] in ("es", "das", "dies", "man"):
                return None
            return extend(text, found, segment.verb if found.first < segment.verb else segment.last)
    return None


def _free(view: View, token: int) -> bool:
    owner = view.owner[token]
    return owner < 0 or view.found[owner].type == "Reported"


def _frame(clauses: Clauses, at: int) -> Frame | None:
    """The reporting clause nearest before a segment."""
    near = [frame for number, frame in clauses.frames.items() if number < at and frame.speaker is not None]
    return near[-1] if near else None
