"""Acts of speech told without their wording: "forderte den Rücktritt", "warnte vor Sturm", "bezeichnete X als Y"."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analyse.quotations.drafts import Draft, View
from generator.analyse.quotations.frames import Clauses, Frame
from generator.analyse.quotations.lexical import endings
from generator.analyse.quotations.moods import konjunktiv
from generator.analyse.quotations.phrases import phrase_at
from generator.analyse.quotations.reading import Range, Text
from generator.analyse.quotations.rules.partial import named
from generator.analyse.quotations.segments import Segment
from generator.analyse.tables import words

ANNOUNCING = frozenset(("bekannt|geben", "verkünden", "nennen"))
NEGATIONS = frozenset(("nicht", "kein", "keine", "keinen", "weder"))


def find(view: View) -> Iterator[Draft]:
    """Clauses whose reporting verb has an object instead of a complement."""
    for clauses in view.clauses:
        if view.text.sentences[clauses.sentence].heading:
            continue
        for at, frame in clauses.frames.items():
            if frame.cue.tokens in view.cues:
                continue
            quote = _act(view, clauses, at, frame)
            if quote is not None:
                verb = frame.cue.entry.verb.replace("|", "")
                yield Draft(
                    rule="reported-perfect" if _perfect(view.text, frame) else f"reported {verb}",
                    type="Reported",
                    medium=frame.cue.entry.medium,
                    quote=(quote,),
                    speaker=frame.speaker,
                    addressee=frame.addressee,
                )


def _act(view: View, clauses: Clauses, at: int, frame: Frame) -> Range | None:
    text, segment = view.text, clauses.segments[at]
    reports = frame.cue.entry.reports
    if (
        segment.kind != "main"
        or not reports
        or (frame.speaker is None and not frame.elliptical and not _reason(text, frame))
    ):
        return None
    if konjunktiv(text, segment) or _denied(text, frame) or _lies_back(text, frame):
        return None
    end = clauses.segments[-1].last
    if frame.cue.entry.verb == "fordern" and _toll(text, frame):
        return None
    if frame.cue.entry.verb in ANNOUNCING and _hollow(text, frame):
        return None
    if not any(_has(text, frame, r, end) for r in reports) or _marked(text, frame, segment) or _pronoun(text, frame):
        return None
    first, last = frame.first, clauses.segments[-1].last
    whole = first == clauses.segments[0].first
    if whole:
        last = text.bounds[clauses.sentence][1]
    if not view.free(first, last):
        last = frame.last
        if not view.free(first, last):
            return None
    return first, last


def _perfect(text: Text, frame: Frame) -> bool:
    """Whether the act is told in the perfect: "hat ... gefordert"."""
    return "haben" in text.forms[frame.cue.verb].finite and len(frame.cue.tokens) > 1


def _lies_back(text: Text, frame: Frame) -> bool:
    """Whether the act is what came before: "hatte ... gefordert"."""
    return _perfect(text, frame) and text.lower[frame.cue.verb].startswith("hatte")


def _denied(text: Text, frame: Frame) -> bool:
    """Whether the act does not happen: "nannte keine Zahlen"."""
    return any(t.text in NEGATIONS for t in text.tokens[frame.first : frame.last])


def _hollow(text: Text, frame: Frame) -> bool:
    """Whether nothing is told of what is made known: no more than "Einzelheiten", and no figure."""
    inside = text.tokens[frame.first : frame.last]
    speaker = range(*frame.speaker) if frame.speaker else range(0)
    named = any(
        t.text in words("quotations", "hollow.txt") for i, t in enumerate(inside, frame.first) if i not in speaker
    )
    return named and not any(t.text[0].isdigit() for t in inside)


def _toll(text: Text, frame: Frame) -> bool:
    """Whether lives are what is demanded: "der Sturm forderte zwei Tote"."""
    return any(text.lower[i].endswith(endings("tolls.txt")) for i in range(frame.first, frame.last))


def _marked(text: Text, frame: Frame, segment: Segment) -> bool:
    """Whether words in marks are what the clause ends in, so that they are the quotation: "sprach von „Unsinn“"."""
    first = segment.first if frame.speaker and frame.speaker[0] > frame.cue.verb else frame.cue.verb + 1
    for at in range(first, frame.last):
        number = text.inside[at]
        if number < 0 or text.utterances[number].first != at:
            continue
        name = named(text, text.utterances[number])
        if name and frame.cue.entry.verb != "nennen" and "als" not in text.lower[at - 2 : at]:
            continue
        if "als" in text.lower[at - 2 : at] and "als" in frame.cue.entry.reports:
            return True
        last = text.utterances[number].last
        if last == frame.cue.verb or all(i in frame.cue.tokens for i in range(last, frame.last)):
            return True
    return False


def _pronoun(text: Text, frame: Frame) -> bool:
    """Whether the object is a bare "das" or "dies": nothing is told."""
    first = text.lower[frame.first] in ("das", "dies") and frame.cue.verb == frame.first + 1
    speaker = range(*frame.speaker) if frame.speaker else range(0)
    after = [i for i in range(frame.cue.verb + 1, frame.last) if i not in speaker]
    objects = [phrase_at(text, i, frame.last) for i in after[:2] if text.lower[i] in ("dies", "das", "es")]
    bare = any(phrase is None or phrase.pronoun for phrase in objects)
    return first or bare


def _reason(text: Text, frame: Frame) -> bool:
    """ "Als Grund wurde ... genannt": told without saying by whom."""
    return frame.cue.passive and text.lower[frame.first] == "als" and "acc" in frame.cue.entry.reports


def _has(text: Text, frame: Frame, what: str, end: int) -> bool:
    """Whether the clause holds the object that the verb asks for."""
    if what in ("acc", "sich"):
        return True
    contracted = {"von": ("von", "vom"), "zu": ("zu", "zum", "zur"), "in": ("in", "im"), "an": ("an", "am", "ans")}
    wanted = contracted.get(what, (what,))
    return any(
        text.lower[i] in wanted
        for i in range(frame.first, end)
        if i not in frame.cue.tokens or what in frame.cue.entry.with_
    )
