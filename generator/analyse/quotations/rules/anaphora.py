"""A sentence that attributes the one before: "Das teilte die Polizei mit.", "Dies geht aus einem Bericht hervor."."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analyse.quotations.drafts import Draft, View, from_frame
from generator.analyse.quotations.frames import Clauses
from generator.analyse.quotations.moods import konjunktiv
from generator.analyse.quotations.reading import Range

THIS = frozenset(("das", "dies", "dieses"))


def find(view: View) -> Iterator[Draft]:
    """Sentences, or last clauses, that begin with "das" or "dies" and a reporting verb."""
    text = view.text
    for clauses in view.clauses:
        for at, frame in clauses.frames.items():
            segment = clauses.segments[at]
            first = segment.first
            if konjunktiv(text, segment):
                continue
            if segment.kind != "main" or text.lower[first] not in THIS or segment.verb != first + 1:
                continue
            if not {"v", "d"} & frame.cue.entry.takes or frame.cue.tokens in view.cues:
                continue
            if frame.cue.entry.reports and frame.speaker is None and not frame.cue.passive:
                continue
            if frame.speaker is not None and frame.speaker[0] <= first + 1 < frame.speaker[1]:
                continue
            quote = _before(view, clauses, at)
            if quote is None:
                continue
            draft = from_frame(frame, "anaphora", (quote, (first, first + 1)), ((first + 1, frame.last),))
            yield draft


def _before(view: View, clauses: Clauses, at: int) -> Range | None:
    """The clause, else the sentence, that "das" takes up."""
    text = view.text
    if at > 0:
        if clauses.segments[at].before not in (",", "–", "-", ";"):
            return None
        return text.trim(clauses.segments[0].first, clauses.segments[at - 1].last)
    number = clauses.sentence - 1
    if number < 0 or text.sentences[number].heading:
        return None
    if text.sentences[number].paragraph < text.sentences[clauses.sentence].paragraph - 1:
        return None
    first, last = text.bounds[number]
    if not view.free(first, last):
        return None
    return (text.bounds[number - 1][0], last) if _leads(view, number) else (first, last)


def _leads(view: View, number: int) -> bool:
    """Whether a sentence is the second of an opening paragraph of three, in which the third says whose news it is."""
    sentences = view.text.sentences
    if not number or sentences[number - 1].heading or sum(not s.heading for s in sentences[:number]) > 1:
        return False
    together = len({s.paragraph for s in sentences[number - 1 : number + 2]}) == 1
    said = any(frame.speaker for n in (number - 1, number) for frame in view.clauses[n].frames.values())
    return together and not said and view.free(*view.text.bounds[number - 1])
