"""Short frames: ", so die Polizei", "Wie das Ministerium mitteilte, ..."."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analyse.quotations.drafts import Draft, View, from_frame
from generator.analyse.quotations.frames import Clauses
from generator.analyse.quotations.phrases import phrase_at
from generator.analyse.quotations.reading import Range, Text
from generator.analyse.quotations.segments import Segment
from generator.analyse.quotations.subjects import extend


def find(view: View) -> Iterator[Draft]:
    """Clauses with "so" or "wie"."""
    for clauses in view.clauses:
        for at, segment in enumerate(clauses.segments):
            if (
                view.text.lower[segment.first] == "so"
                and at > 0
                and view.text.lower[segment.first + 1 : segment.first + 2] not in (["dass"], ["daß"])
            ):
                draft = _so(view, clauses, at)
            elif segment.opener == "wie" and at in clauses.frames and segment.kind == "sub":
                draft = _wie(view, clauses, at)
            else:
                draft = None
            if draft is not None:
                yield draft


def _so(view: View, clauses: Clauses, at: int) -> Draft | None:
    text, segment = view.text, clauses.segments[at]
    frame = clauses.frames.get(at)
    if segment.finite and (frame is None or "v" not in frame.cue.entry.takes or frame.cue.entry.verb == "nennen"):
        return None
    if frame is not None:
        quote = _around(text, clauses, (segment.first, frame.last), at, at)
        if not quote:
            return None
        return from_frame(frame, "so-verb", quote, ((segment.first - 1, frame.last),))
    phrase = phrase_at(text, segment.first + 1, segment.last) if segment.first + 1 < segment.last else None
    if (
        phrase is None
        or not phrase.nominative
        or text.lower[phrase.first] in ("viele", "viel", "wenige", "weit", "etwas")
    ):
        return None
    speaker = extend(text, phrase, segment.last)
    quote = _around(text, clauses, (segment.first, segment.last), at, at)
    if not quote:
        return None
    return Draft(
        rule="so",
        type="Indirect",
        medium="speech",
        quote=quote,
        cue=(segment.first,),
        frame=((max(segment.first - 1, 0), segment.last),),
        speaker=speaker,
    )


def _wie(view: View, clauses: Clauses, at: int) -> Draft | None:
    text, segment, frame = view.text, clauses.segments[at], clauses.frames[at]
    if "v" not in frame.cue.entry.takes and "d" not in frame.cue.entry.takes:
        return None
    first = next((n for n in range(at, -1, -1) if clauses.segments[n].first <= frame.first), at)
    quote = _around(text, clauses, (frame.first, segment.last), first, at)
    if not quote:
        return None
    opener = next((i for i in range(frame.first, segment.last) if text.lower[i] == "wie"), frame.first)
    draft = from_frame(frame, "wie", quote, ((frame.first - (first > 0), segment.last + (first == 0)),))
    return Draft(
        rule="wie",
        type="Indirect",
        medium=draft.medium,
        quote=quote,
        cue=(opener, *(t for t in frame.cue.tokens if t != opener)),
        frame=draft.frame,
        speaker=draft.speaker,
        addressee=draft.addressee,
    )


def _around(text: Text, clauses: Clauses, where: Range, first: int, last: int) -> tuple[Range, ...]:
    """The rest of the sentence before segment `first` and after segment `last`; none beside whole direct speech."""
    segments = clauses.segments
    if any(s.kind == "quote" for s in segments):
        return ()
    ranges = []
    part = text.trim(segments[0].first, where[0]) if first else None
    if part:
        ranges.append(part)
    after = segments[last + 1 :]
    if after and (first == 0 or _resumes(text, after)):
        part = text.trim(after[0].first, segments[-1].last)
        if part:
            ranges.append(part)
    return tuple(ranges)


def _resumes(text: Text, after: tuple[Segment, ...]) -> bool:
    """Whether the sentence goes on behind an inserted frame, rather than an apposition or relative clause of it."""
    if any(s.kind == "main" for s in after):
        return True
    if after[0].kind in ("rel", "sub", "ask", "inf") or after[0].before not in (",", "–", "-"):
        return False
    phrase = phrase_at(text, after[0].first, after[0].last)
    return phrase is None or not phrase.nominative or phrase.last < after[0].last
