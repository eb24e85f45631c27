"""Whose words go on: the speaker of what was said just before, or who the sentence before is about."""

from __future__ import annotations

from generator.analyse.quotations.drafts import View
from generator.analyse.quotations.frames import extend, find_subject, opening
from generator.analyse.quotations.reading import Range

REACH = 3
"""Sentences back in which a speaker still counts as the one who goes on."""


def nearby(view: View, sentence: int) -> tuple[Range | None, bool] | None:
    """The last speaker before a sentence, and whether it is one of a quotation; None where nobody is near."""
    text = view.text
    first = text.bounds[sentence][0]
    best: tuple[int, Range | None] | None = None
    for draft in view.found:
        if draft.start >= first:
            continue
        at = text.sentence[max(draft.end - 1, draft.frame[-1][1] - 1 if draft.frame else 0)]
        if at >= sentence - REACH and at < sentence and (best is None or at >= best[0]) and draft.speaker:
            best = (at, draft.speaker)
    if best is not None and best[0] >= sentence - 2:
        return best[1], True
    if sentence > 0 and text.sentences[sentence - 1].paragraph >= text.sentences[sentence].paragraph - 1:
        clauses = view.clauses[sentence - 1]
        for at, segment in enumerate(clauses.segments):
            if segment.kind == "main" and segment.finite:
                start = opening(text, clauses.segments, at)
                found = find_subject(text, segment, start, segment.verb, segment.last)
                if found is not None:
                    return extend(text, found, segment.verb if found.first < segment.verb else segment.last), False
                break
    return None
