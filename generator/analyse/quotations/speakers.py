"""Whose words go on: the speaker of what was said just before, or who the sentence before is about."""

from __future__ import annotations

from dataclasses import replace

from generator.analyse.quotations.drafts import Draft, View
from generator.analyse.quotations.frames import extend, find_subject, opening
from generator.analyse.quotations.reading import Range

REACH = 2
"""Sentences back in which a speaker still counts as the one who goes on."""
OPEN = frozenset(("direct-bare", "konjunktiv", "konjunktiv-alone", "hearsay", "plan"))
"""Constructions without a frame of their own."""


def quoted_before(view: View, sentence: int, reach: int) -> bool:
    """Whether somebody is quoted in the last `reach` sentences before a sentence."""
    text = view.text
    first = text.bounds[max(0, sentence - reach)][0]
    return any(first <= d.end - 1 < text.bounds[sentence][0] for d in view.found)


def inherit(view: View) -> tuple[Draft, ...]:
    """The drafts in text order; those without a frame get the speaker who spoke last, else the topic before them."""
    done: list[Draft] = []
    last: list[Draft] = []
    for draft in sorted(view.found, key=lambda d: (d.start, -d.end)):
        if draft.speaker is None and draft.rule in OPEN:
            draft = replace(draft, speaker=_speaker(view, draft, last))
        if draft.speaker is None and draft.rule == "partial-nested":
            host = next((d for d in reversed(done) if d.start <= draft.start and draft.end <= d.end), None)
            draft = replace(draft, speaker=host.speaker if host else None)
        done.append(draft)
        if draft.speaker is not None and (not last or draft.start >= last[-1].end):
            last.append(draft)
    return tuple(done)


def _speaker(view: View, draft: Draft, last: list[Draft]) -> Range | None:
    text = view.text
    sentence = text.sentence[draft.start]
    for before in reversed(last):
        if before.start >= draft.start:
            continue
        end = max(before.end, before.frame[-1][1] if before.frame else 0)
        if text.sentence[min(end, draft.start) - 1] >= sentence - REACH:
            return before.speaker
        break
    return _topic(view, sentence)


def _topic(view: View, sentence: int) -> Range | None:
    """The subject of the sentence before, in the same paragraph or the one before."""
    text = view.text
    if not sentence or text.sentences[sentence - 1].paragraph < text.sentences[sentence].paragraph - 1:
        return None
    segments = view.clauses[sentence - 1].segments
    for at, segment in enumerate(segments):
        if segment.kind == "main" and segment.finite:
            start = opening(text, segments, at)
            found = find_subject(text, segment, start, segment.verb, segment.last)
            if found is not None and not (found.pronoun and text.lower[found.first] in ("es", "das", "dies", "man")):
                return extend(text, found, segment.verb if found.first < segment.verb else segment.last)
            break
    return None
