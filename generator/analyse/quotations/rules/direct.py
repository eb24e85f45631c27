"""Whole direct speech in quotation marks, with the frame before it, after it, or none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.analyse.quotations.cues import lemma_of
from generator.analyse.quotations.drafts import Draft, View
from generator.analyse.quotations.frames import Clauses, Frame, opening
from generator.analyse.quotations.lexical import nouns, verbs
from generator.analyse.quotations.moods import konjunktiv
from generator.analyse.quotations.phrases import phrase_at
from generator.analyse.quotations.reading import Range, Text, Utterance
from generator.analyse.quotations.subjects import extend, find_subject
from generator.analyse.quotations.verbs import finite
from generator.analyse.tables import words

NESTED_FRAME = 12
"""Tokens before speech inside speech in which its frame stands."""
SHORT = 3
"""Words below which an utterance without verb and frame is no speech."""


def find(view: View) -> Iterator[Draft]:
    """One draft for each stretch of direct speech that stands for itself."""
    text = view.text
    before: Draft | None = None
    for utterance in text.utterances:
        if utterance.depth:
            if utterance.depth == 1 and before is not None and utterance.last < before.end:
                yield from _within(text, before, utterance)
            continue
        if not utterance.whole:
            if before is not None and _resumes(text, before, utterance):
                yield replace(before, quote=((utterance.first, utterance.last),))
            continue
        draft = _framed(view, utterance)
        behind = draft is not None and bool(draft.frame) and draft.frame[0][0] >= draft.end
        if draft is not None and (draft.rule == "direct-frame" or behind or sentence_like(text, utterance)):
            yield draft
            before = draft


def _within(text: Text, outer: Draft, utterance: Utterance) -> Iterator[Draft]:
    """Speech that is told inside speech: „Er hat gesagt: ‚Ich komme‘, und dann ...“."""
    if text.lower[utterance.first - 1] not in (":", ",") or not sentence_like(text, utterance):
        return
    start = max(outer.start + 1, utterance.first - NESTED_FRAME)
    for at in range(utterance.first - 1, start - 1, -1):
        form = text.forms[at]
        if any("v" in e.takes for lemma in (*form.finite, *form.participle) for e in verbs().get(lemma, ())):
            phrase = next((p for i in range(start, at) if (p := phrase_at(text, i, at)) and p.nominative), None)
            yield Draft(
                rule="direct-nested",
                type="Direct",
                medium="speech",
                quote=((utterance.first, utterance.last),),
                cue=(at,),
                speaker=phrase.range if phrase else None,
            )
            return


def _resumes(text: Text, before: Draft, utterance: Utterance) -> bool:
    """Whether the words go on behind an inserted frame: "Ja", sagte er, "aber ..."."""
    if not before.frame or before.frame[-1][0] < before.end:
        return False
    return utterance.first - before.frame[-1][1] in (0, 1) and text.lower[utterance.first - 1] in (",", "–", "-")


def sentence_like(text: Text, utterance: Utterance) -> bool:
    """Whether the words in marks hold a finite verb or end as a sentence does."""
    inner = range(utterance.first + 1, utterance.last - 1)
    long = sum(text.tokens[i].text[0].isalnum() for i in inner) >= SHORT
    verb = any(finite(text, i) for i in inner)
    return (long and verb) or text.lower[utterance.last - 2] in ("!", "?", ".")


def _framed(view: View, utterance: Utterance) -> Draft | None:
    text = view.text
    before, after = view.clauses[text.sentence[utterance.first]], view.clauses[text.sentence[utterance.last - 1]]
    behind = _behind(text, after, utterance)
    ahead = _ahead(text, before, utterance)
    if ahead is not None and behind is not None and isinstance(behind[0], Frame) and isinstance(ahead[0], Frame):
        return _draft(text, utterance, *ahead, carrier=behind[2])
    if behind is not None:
        return _draft(text, utterance, *behind)
    if ahead is not None:
        return _draft(text, utterance, *ahead)
    if not sentence_like(text, utterance):
        return None
    return _draft(text, utterance, None, None, None)


def _draft(
    text: Text,
    utterance: Utterance,
    frame: Frame | tuple[int, ...] | None,
    where: Range | None,
    speaker: Range | None,
    carrier: Range | None = None,
) -> Draft:
    cue = frame.cue.tokens if isinstance(frame, Frame) else frame or ()
    return Draft(
        rule="direct-frame" if isinstance(frame, Frame) else "direct-cue" if frame else "direct-bare",
        type="Direct",
        medium=frame.cue.entry.medium if isinstance(frame, Frame) else "speech",
        quote=((utterance.first, utterance.last),),
        cue=cue,
        frame=(where,) if where else (),
        speaker=speaker,
        addressee=frame.addressee if isinstance(frame, Frame) else None,
        carrier=carrier or (frame.carrier if isinstance(frame, Frame) else None),
    )


Found = tuple[Frame | tuple[int, ...] | None, Range | None, Range | None]


def _behind(text: Text, clauses: Clauses, utterance: Utterance) -> Found | None:
    """ ", sagte Kim", ", so Kim", ", heißt es in dem Bericht" behind the speech."""
    at = next((n for n, s in enumerate(clauses.segments) if s.first >= utterance.last), None)
    if at is None:
        return None
    segment = clauses.segments[at]
    if text.lower[segment.first] == "so" and at not in clauses.frames:
        phrase = phrase_at(text, segment.first + 1, segment.last) if segment.first + 1 < segment.last else None
        if phrase is not None and phrase.nominative and not segment.finite:
            return (segment.first,), (utterance.last, segment.last), extend(text, phrase, segment.last)
    if text.lower[segment.first] in ("laut", "gemäß") and segment.first + 1 < segment.last:
        phrase = phrase_at(text, segment.first + 1, segment.last)
        if phrase is not None:
            return (segment.first,), (segment.first, phrase.last), phrase.range
    frame = clauses.frames.get(at)
    if frame is None or segment.kind not in ("main", "sub"):
        return None
    if segment.kind == "sub" and segment.opener not in ("wie",):
        return None
    if segment.kind == "main" and (not frame.inverted or frame.elliptical):
        return None
    return frame, (utterance.last, frame.last), frame.speaker


def _ahead(text: Text, clauses: Clauses, utterance: Utterance) -> Found | None:
    """ "Kim sagte: ", "Kim: ", "mit den Worten " before the speech."""
    at = next((n for n, s in reversed(tuple(enumerate(clauses.segments))) if s.last <= utterance.first), None)
    if at is None:
        return None
    colon = text.lower[utterance.first - 1] == ":" or _announced(text, utterance)
    if not colon and text.lower[utterance.first - 1] != ",":
        return None
    nearest = None
    for number in range(at, max(-1, at - 5), -1):
        segment = clauses.segments[number]
        if segment.kind == "quote":
            break
        frame = clauses.frames.get(number)
        if frame is not None and (colon or "v" in frame.cue.entry.takes):
            nearest = frame if segment.kind == "main" else nearest or frame
        if segment.kind == "main":
            break
    if nearest is not None:
        return nearest, (nearest.first, utterance.first), nearest.speaker
    if clauses.segments[at].kind == "quote":
        return None
    if not colon:
        return None
    return _colon(text, clauses, at, utterance)


def _announced(text: Text, utterance: Utterance) -> bool:
    """Whether a noun of speech stands right before the marks."""
    near = text.lower[max(0, utterance.first - 4) : utterance.first]
    nouns_ = words("quotations", "speech_nouns.txt")
    return bool(near) and (near[-1] in nouns_ or (near[-1] in ("wie", "beispiel") and bool(nouns_ & set(near))))


def _colon(text: Text, clauses: Clauses, at: int, utterance: Utterance) -> Found | None:
    """A clause without a reporting verb, or a name alone, before the colon."""
    mains = [n for n in range(at, -1, -1) if clauses.segments[n].kind == "main"]
    main = next((n for n in mains if not konjunktiv(text, clauses.segments[n])), mains[0] if mains else None)
    first = opening(text, clauses.segments, main) if main is not None else clauses.segments[0].first
    end = utterance.first - (text.lower[utterance.first - 1] == ":")
    cue = tuple(i for i in range(first, end) if any(n in nouns() for n in lemma_of(text, i)))[-1:]
    where = (first, utterance.first)
    if main is not None and konjunktiv(text, clauses.segments[main]):
        return None
    if main is not None:
        segment = clauses.segments[main]
        found = find_subject(text, segment, first, segment.verb, end)
        speaker = extend(text, found, end if found.first > segment.verb else segment.verb) if found else None
        return cue or None, where, speaker
    phrase = phrase_at(text, first, end)
    speaker = extend(text, phrase, end) if phrase is not None else None
    return cue or None, where, speaker
