"""The reporting clause: its verb, and where it begins and ends."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.analyse.quotations.cues import Cue, predicate
from generator.analyse.quotations.forms import ACCUSATIVE, STRICT
from generator.analyse.quotations.moods import konjunktiv
from generator.analyse.quotations.phrases import phrase_at
from generator.analyse.quotations.reading import Range, Text
from generator.analyse.quotations.roles import find_addressee, find_carrier, find_speaker, overlap
from generator.analyse.quotations.segments import Segment
from generator.analyse.quotations.subjects import extend, find_subject, speaks
from generator.analyse.tables import words

CONTRAST = frozenset(("aber", "jedoch", "dabei", "zugleich", "allerdings", "dagegen"))
"""Words in a clause that goes on with the subject of the one before: "..., sprechen aber davon"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A clause with a reporting verb."""

    at: int
    """Number of its segment in the sentence."""
    first: int
    last: int
    """Tokens of the clause, what is quoted not included."""
    cue: Cue
    speaker: Range | None
    addressee: Range | None
    carrier: Range | None
    elliptical: bool = False
    """The subject is that of the clause before: "und fügte hinzu"."""
    inverted: bool = False
    """The verb comes first, the subject after it: ", sagte Kim"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clauses:
    """A sentence cut into segments, with the reporting clauses among them."""

    sentence: int
    segments: tuple[Segment, ...]
    frames: dict[int, Frame]
    """By the number of the segment that holds the verb."""


def clauses(text: Text, sentence: int, segments: tuple[Segment, ...]) -> Clauses:
    """The reporting clauses of a sentence."""
    frames: dict[int, Frame] = {}
    for at, segment in enumerate(segments):
        if segment.finite:
            frame = _frame(text, segments, at)
            if frame is not None and _joins(text, segment, frame):
                other = shared(text, segments, at)
                own = frame.speaker and phrase_at(text, frame.speaker[0], frame.last)
                if other is None and own is not None and not speaks(text, own):
                    frame = replace(frame, speaker=None, elliptical=True)
                else:
                    frame = replace(frame, speaker=other or frame.speaker, elliptical=other is not None)
            if frame is not None:
                frames[at] = frame
    return Clauses(sentence=sentence, segments=segments, frames=frames)


def _frame(text: Text, segments: tuple[Segment, ...], at: int) -> Frame | None:
    segment = segments[at]
    last = reach(text, segments, at)
    cue = predicate(text, segment, last)
    if cue is None:
        return None
    start = opening(text, segments, at)
    end = segment.last
    while cue.tokens[-1] >= end:
        end = next(s.last for s in segments if s.last > cue.tokens[-1])
    speaker = find_speaker(text, segment, start, cue, end, _beside(text, segments, at, end))
    inverted = segment.kind == "main" and segment.order == 1 and start == segment.first
    between = any(s.kind in ("ask", "sub", "rel") for s in segments[:at] if s.first >= start)
    addressee = find_addressee(text, cue, segment.first if between else start, max(end, last), speaker)
    carrier = find_carrier(text, start, end, speaker)
    return Frame(
        at=at,
        first=start,
        last=end,
        cue=cue,
        speaker=speaker,
        addressee=None if overlap(addressee, carrier) else addressee,
        carrier=carrier,
        inverted=inverted,
    )


def _joins(text: Text, segment: Segment, frame: Frame) -> bool:
    """Whether a verb-first clause has no subject of its own but that of the clause before."""
    if segment.kind == "main" and frame.speaker is None and segment.before == "und" and _participle(text, frame):
        return True
    if not frame.inverted or segment.before == '"' or frame.cue.passive:
        return False
    if frame.speaker is None:
        alone = find_subject(text, segment, segment.first, segment.verb, frame.last) is None
        told = segment.before != "," or any(text.lower[i] in CONTRAST for i in range(segment.first, frame.last))
        return alone and told
    if segment.before not in ("und", "aber", "sowie", "doch", "oder"):
        return False
    own = phrase_at(text, frame.speaker[0], frame.last)
    return own is None or own.cases & ACCUSATIVE != 0 or own.name


def _participle(text: Text, frame: Frame) -> bool:
    """Whether the verb is the participle of the clause before: "hat es geprüft und gestern bestätigt"."""
    return frame.cue.verb == frame.last - 1 and bool(text.forms[frame.cue.verb].participle)


def shared(text: Text, segments: tuple[Segment, ...], at: int) -> Range | None:
    """The subject of the main clause before, which an elliptical clause shares: "er nickte und sagte"."""
    for back in range(at - 1, -1, -1):
        segment = segments[back]
        told = konjunktiv(text, segment) and not konjunktiv(text, segments[at])
        if segment.kind == "main" and segment.finite and text.inside[segment.verb] < 0 and not told:
            start = opening(text, segments, back)
            found = find_subject(text, segment, start, segment.verb, segment.last)
            if found is not None and not (found.pronoun and text.lower[found.first] in ("es", "man")):
                return extend(text, found, segment.verb if found.first < segment.verb else segment.last)
            if segment.order == 2:
                return None
    return None


def opening(text: Text, segments: tuple[Segment, ...], at: int) -> int:
    """The first token of a clause: with what stands before its verb in segments of its own."""
    segment = segments[at]
    if segment.kind in ("sub", "ask") and segment.opener and at:
        for back in range(at, max(-1, at - 4), -1):
            if segments[back].opener == segment.opener and any(
                text.lower[i] == segment.opener
                for i in range(segments[back].first, min(segments[back].last, segments[back].first + 3))
            ):
                return segments[back].first
    if segment.kind != "main" or segment.order != 1:
        if segment.kind == "main" and at and _trailing(text, segments, at):
            return segments[at - 1].first
        return segment.first
    back = at - 1
    first = segment.first
    after = segments[at + 1] if at + 1 < len(segments) else None
    if after is not None and after.kind == "main" and after.order == 1 and after.before in (",", "–", "-"):
        own = phrase_at(text, segment.verb + 1, segment.last) if segment.verb + 1 < segment.last else None
        if own is not None and own.nominative and text.forms[after.verb].mood == STRICT:
            return first
    if segment.before in ("und", "oder", "aber", "sowie"):
        return first
    asked = back > 0 and segments[back].kind == "ask" and segments[back - 1].kind == "frag"
    while back >= 0 and segments[back].kind in ("frag", "rel", "sub", "inf", "ask") and not segments[back].order:
        if (
            not asked
            and segments[back].kind in ("sub", "ask", "inf")
            and back + 1 == at
            and segments[back].opener in ("dass", "ob")
        ):
            break
        first = segments[back].first
        back -= 1
        if segments[back + 1].before not in (",", "–", "-", "—"):
            break
    if back >= 0 and segments[back].kind == "main" and first < segment.first:
        opens = phrase_at(text, segments[back + 1].first, segments[back + 1].last)
        whole = opens is not None and opens.nominative and opens.last >= segments[back + 1].last - 1
        if segments[back + 1].before in (",", "–", "-", "—") and not (whole and back + 2 < at):
            return segment.first
    if back == 0 and segments[0].kind == "quote":
        return segment.first
    return first


def _trailing(text: Text, segments: tuple[Segment, ...], at: int) -> bool:
    """Whether a fragment opens the sentence and the clause goes on behind it: "Am Montag, dem 5. Mai, sagte ..."."""
    return (
        at == 1 and segments[0].kind == "frag" and segments[1].before == "," and text.lower[segments[1].first] != "so"
    )


def reach(text: Text, segments: tuple[Segment, ...], at: int) -> int:
    """One past the last token where the verb's particle or participle may stand: behind an apposition or a clause."""
    end = segments[at].last
    if segments[at].kind != "main":
        return end
    for nearby in range(at + 1, min(len(segments), at + 4)):
        segment = segments[nearby]
        if segment.kind in ("main", "quote") or segment.before not in (",", "–", "-"):
            break
        final = text.lower[segment.last - 1] in words("quotations", "particles.txt")
        if segment.kind == "frag" and (
            nearby == at + 1 or segment.last - segment.first <= 2 or segments[nearby - 1].kind == "rel" or final
        ):
            end = segment.last
    return end


def _beside(text: Text, segments: tuple[Segment, ...], at: int, end: int) -> int:
    """One past an apposition in a segment of its own behind the clause: ", sagte Mira Sand, Trainerin des SV"."""
    if at + 1 >= len(segments) or segments[at + 1].kind != "frag" or segments[at + 1].before != ",":
        return end
    after = segments[at + 1]
    phrase = phrase_at(text, after.first, after.last)
    return after.last if phrase is not None and phrase.last == after.last and phrase.nominative else end
