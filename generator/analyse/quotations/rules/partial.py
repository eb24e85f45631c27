"""Words in quotation marks inside a sentence: whose they are, and which are names, titles or irony instead."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analyse.quotations.drafts import Draft, View
from generator.analyse.quotations.frames import Frame, opening
from generator.analyse.quotations.phrases import phrase_at
from generator.analyse.quotations.reading import Range, Text, Utterance
from generator.analyse.quotations.segments import Segment
from generator.analyse.quotations.subjects import extend, find_subject, speaks
from generator.analyse.quotations.verbs import finite

FRAMED = ("following", "preceding", "noun", "konjunktiv", "reported")
"""Rules whose speaker is the one who says the words, not one who passes them on."""
WORDING = 3
"""Words from which on small words in marks are somebody's wording."""
HOLDING = frozenset(("halten", "wollen", "finden", "äußern", "zeigen", "sehen"))
"""Verbs whose subject is the one whose words stand in marks beside them."""


def find(view: View) -> Iterator[Draft]:
    """Partial quotations."""
    text = view.text
    direct = {(d.start, d.end) for d in view.found if d.type == "Direct"}
    for utterance in text.utterances:
        if (utterance.first, utterance.last) in direct or utterance.depth:
            continue
        if named(text, utterance) and not _judged(view, utterance):
            continue
        owner = view.owner[utterance.first]
        host = view.found[owner] if owner >= 0 else None
        frame = _frame(view, utterance)
        if host is None and frame is None:
            if _wording(text, utterance):
                yield _alone(view, utterance)
            continue
        if host is not None and host.type == "Direct":
            continue
        if _speaker_holds(view, utterance):
            continue
        inner = _inner(view, utterance, host) if host is not None and not host.rule.startswith(FRAMED) else None
        if inner is not None:
            host, frame = None, inner
        if host is not None:
            yield Draft(
                rule="partial-nested",
                type="Direct",
                medium=host.medium,
                quote=((utterance.first, utterance.last),),
                cue=host.cue or (frame.cue.tokens if frame else ()),
                frame=host.frame,
                speaker=host.speaker,
                addressee=host.addressee,
                carrier=host.carrier,
            )
        elif frame is not None:
            yield Draft(
                rule="partial",
                type="Direct",
                medium=frame.cue.entry.medium,
                quote=((utterance.first, utterance.last),),
                cue=frame.cue.tokens,
                frame=((frame.first, frame.last),),
                speaker=frame.speaker,
                addressee=frame.addressee,
            )


def _wording(text: Text, utterance: Utterance) -> bool:
    """Whether the words in marks are a piece of a sentence rather than a term: three and more, the first one small."""
    inner = [i for i in range(utterance.first + 1, utterance.last - 1) if text.tokens[i].text[0].isalpha()]
    small = bool(inner) and text.tokens[inner[0]].text[0].islower() and not text.forms[inner[0]].name
    return small and len(inner) >= WORDING


def _alone(view: View, utterance: Utterance) -> Draft:
    """Words in marks without a reporting verb: "er hält den Plan „für kaum machbar“"."""
    text, clauses = view.text, view.clauses[view.text.sentence[utterance.first]]
    speaker = None
    for at, segment in enumerate(clauses.segments):
        if segment.first <= utterance.first < segment.last:
            speaker = _minded(text, segment)
        holds = segment.kind == "main" and segment.first <= utterance.first < segment.last
        if holds and segment.finite and HOLDING & set(text.forms[segment.verb].finite):
            found = find_subject(text, segment, opening(text, clauses.segments, at), segment.verb, segment.last)
            if found is not None and speaks(text, found):
                speaker = extend(text, found, segment.verb if found.first < segment.verb else segment.last)
    return Draft(
        rule="partial-alone",
        type="Direct",
        medium="speech",
        quote=((utterance.first, utterance.last),),
        speaker=speaker,
    )


def _minded(text: Text, segment: Segment) -> Range | None:
    """In whose eyes it is so: "für den Trainer war es „ein guter Anfang“"."""
    place = next((i for i in range(segment.first, min(segment.first + 2, segment.last)) if text.lower[i] == "für"), -1)
    phrase = phrase_at(text, place + 1, segment.last) if 0 <= place < segment.last - 1 else None
    return phrase.range if phrase is not None and speaks(text, phrase) else None


def _judged(view: View, utterance: Utterance) -> bool:
    """Whether a reporting verb makes the words a judgement: "nannte den Plan „Unsinn“", "sprach von einer „...“"."""
    text, frame = view.text, _frame(view, utterance)
    if frame is None:
        return False
    if frame.cue.entry.verb == "nennen":
        return utterance.last == frame.last and utterance.first > frame.cue.verb + 1
    before = utterance.first - 1
    if text.inside[before] >= 0:
        return False
    if before == frame.cue.verb and "v" in frame.cue.entry.takes and frame.speaker is not None:
        return frame.speaker[1] <= before
    if text.lower[before] in ("ein", "eine", "einer", "einem", "einen", "als"):
        return True
    foreign = any(text.forms[i].name for i in range(utterance.first + 1, utterance.last - 1))
    return text.forms[before].preposition and frame.speaker is not None and not foreign


def _speaker_holds(view: View, utterance: Utterance) -> bool:
    """Whether the words are part of a name of who speaks, is spoken to or passes on."""
    clauses = view.clauses[view.text.sentence[utterance.first]]
    return any(
        where is not None and where[0] <= utterance.first and utterance.last <= where[1]
        for frame in clauses.frames.values()
        for where in (frame.speaker, frame.addressee, frame.carrier)
    )


def _inner(view: View, utterance: Utterance, host: Draft) -> Frame | None:
    """A reporting clause inside what a source tells: "laut X dankte Kim, „obwohl ...“"."""
    clauses = view.clauses[view.text.sentence[utterance.first]]
    best: Frame | None = None
    for frame in clauses.frames.values():
        inside = any(first <= frame.cue.verb < last for first, last in host.quote)
        beside = (frame.first <= utterance.first and utterance.last <= frame.last) or utterance.first - frame.last in (
            0,
            1,
        )
        if inside and beside and frame.speaker is not None and frame.cue.entry.takes & {"v", "p"}:
            best = frame
    return best


def named(text: Text, utterance: Utterance) -> bool:
    """Whether the words in marks are a name or title rather than speech."""
    inner = [i for i in range(utterance.first + 1, utterance.last - 1) if text.tokens[i].text[0].isalnum()]
    if not inner:
        return True
    if any(finite(text, i) == 2 for i in inner) and len(inner) > 3 and text.tokens[inner[0]].text[0].islower():
        return False
    before = utterance.first - 1
    noun_before = before >= 0 and bool(text.forms[before].noun) and text.tokens[before].text[0].isupper()
    capital = text.tokens[inner[0]].text[0].isupper()
    if noun_before and capital:
        return True
    if before >= 0 and text.lower[before] in (
        "genannte",
        "genannten",
        "genannter",
        "sogenannte",
        "sogenannten",
        "sogenannter",
    ):
        return True
    proper = all(text.tokens[i].text[0].isupper() or len(text.tokens[i].text) <= 3 for i in inner)
    unknown = any(text.forms[i].name for i in inner)
    return proper and capital and (unknown or len(inner) > 1)


def _frame(view: View, utterance: Utterance) -> Frame | None:
    """The reporting clause that the words in marks stand in."""
    clauses = view.clauses[view.text.sentence[utterance.first]]
    for frame in clauses.frames.values():
        tells = frame.cue.entry.takes & {"v", "p"} or frame.cue.entry.reports
        if tells and frame.first <= utterance.first < frame.last:
            return frame
    return None
