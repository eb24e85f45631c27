"""The frame comes first: "Kim sagte, dass ...", "fragte, ob ...", "kündigte an, ... zu ...", "sagte, X sei ..."."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.analyse.quotations.cues import lemma_of
from generator.analyse.quotations.drafts import Draft, View, from_frame
from generator.analyse.quotations.extents import complement_end
from generator.analyse.quotations.forms import ACCUSATIVE
from generator.analyse.quotations.frames import Clauses, Frame
from generator.analyse.quotations.lexical import nouns
from generator.analyse.quotations.moods import indicative, konjunktiv
from generator.analyse.quotations.phrases import phrase_at
from generator.analyse.quotations.reading import Range, Text
from generator.analyse.quotations.segments import ASKING
from generator.analyse.tables import words

SAYING = frozenset(
    ("sagen", "berichten", "erklären", "meinen", "glauben", "denken", "schreiben", "behaupten", "hoffen", "melden")
)
"""Verbs behind which a main clause in the indicative is what is said."""
PURPOSE = frozenset(("um", "ohne", "statt", "anstatt", "außer"))
"""Open infinitives that are adverbials."""
REASONS = frozenset(
    ("weil", "wenn", "da", "obwohl", "falls", "sollte", "nachdem", "solange", "sobald", "bevor", "sofern", "als")
)


def find(view: View) -> Iterator[Draft]:
    """Complements behind a frame."""
    for clauses in view.clauses:
        for at, frame in clauses.frames.items():
            if _borrowed(view.text, clauses, at) or _denied(view.text, clauses, at, frame):
                continue
            found = complement(view.text, clauses, at, frame)
            if found is None:
                bare = _bare_infinitive(view.text, clauses, at, frame)
                if bare is not None:
                    yield from_frame(frame, "following-infinitive", (bare,), ((frame.first, bare[0]),))
                continue
            first, kind = found
            end = complement_end(view.text, clauses, first)
            quote = view.text.closed(clauses.segments[first].first, clauses.segments[end - 1].last)
            if quote is not None:
                draft = from_frame(frame, f"following-{kind}", (quote,), ((frame.first, quote[0]),))
                if marked(view.text, quote):
                    draft = replace(draft, rule="following-marked", type="Direct")
                if clauses.segments[first].before == ":" and kind == "konjunktiv" and _has_object(view.text, frame):
                    draft = replace(draft, rule="colon", type="IndirectFreeIndirect", cue=(), frame=())
                yield replace(draft, carrier=draft.carrier or _carrier(view.text, clauses, end))


def _denied(text: Text, clauses: Clauses, at: int, frame: Frame) -> bool:
    """Whether the clause denies or judges what somebody else says: "wies den Vorwurf zurück, er habe gelogen"."""
    if frame.cue.entry.verb.replace("|", "") not in words("quotations", "denying.txt"):
        return False
    return any(
        text.tokens[i].text[0].isupper() and any(lemma in nouns() for lemma in lemma_of(text, i))
        for i in range(clauses.segments[at].first + 1, frame.last)
        if (frame.speaker is None or not frame.speaker[0] <= i < frame.speaker[1])
        and "mit" not in text.lower[max(i - 3, 0) : i]
    )


def _bare_infinitive(text: Text, clauses: Clauses, at: int, frame: Frame) -> Range | None:
    """An infinitive that no comma sets apart: "hat angekündigt die Preise zu erhöhen"."""
    first, last = frame.cue.tokens[-1] + 1, clauses.segments[at].last
    split = frame.cue.tokens[-1] != frame.cue.verb or frame.cue.verb + 2 >= last - 1
    held = frame.speaker is not None and first < frame.speaker[1]
    if "z" not in frame.cue.entry.takes or held or not split or last - first < 2 or last != frame.last:
        return None
    final = text.forms[last - 1]
    open_ = bool(final.zu) or (bool(final.infinitive) and text.lower[last - 2] == "zu")
    return (first, last) if open_ else None


def marked(text: Text, quote: Range) -> bool:
    """Whether the whole complement stands in marks: "hofft, „dass es gelingt“"."""
    number = text.inside[quote[0]]
    return number >= 0 and text.utterances[number].first == quote[0] and text.utterances[number].last >= quote[1]


def _has_object(text: Text, frame: Frame) -> bool:
    """Whether the frame is complete without what follows its colon: "kritisierte den Verband: Dieser habe ..."."""
    start = frame.speaker[1] if frame.speaker and frame.speaker[0] > frame.cue.verb else frame.cue.verb + 1
    for at in range(start, frame.last):
        if text.forms[at].preposition:
            return False
        phrase = phrase_at(text, at, frame.last)
        if phrase is not None and not phrase.pronoun:
            return bool(phrase.cases & ACCUSATIVE)
    return False


def _of_noun(text: Text, clauses: Clauses, number: int) -> bool:
    """Whether the question hangs on a noun: "sagte auf die Frage, ob ..."."""
    previous = clauses.segments[number - 1]
    return any(
        lemma == "Frage" or lemma.endswith("frage")
        for at in range(max(previous.first, previous.last - 6), previous.last)
        if text.tokens[at].text[0].isupper()
        for lemma in lemma_of(text, at)
    )


def _carrier(text: Text, clauses: Clauses, end: int) -> Range | None:
    """Who passes the words on behind them: ", so die Agentur"."""
    for segment in clauses.segments[end:]:
        if text.lower[segment.first] == "so" and segment.first + 1 < segment.last:
            phrase = phrase_at(text, segment.first + 1, segment.last)
            return phrase.range if phrase is not None and phrase.last == segment.last else None
    return None


def _borrowed(text: Text, clauses: Clauses, at: int) -> bool:
    """Whether the frame is itself somebody's words: "Man gehe davon aus, dass ..."; or the condition of a sentence."""
    segment = clauses.segments[at]
    conditional = segment.kind == "main" and segment.order == 1 and at == 0
    return conditional or (segment.kind == "main" and konjunktiv(text, segment))


def complement(text: Text, clauses: Clauses, at: int, frame: Frame) -> tuple[int, str] | None:
    """The segment with which the complement of a frame begins, and its kind."""
    segments, takes = clauses.segments, frame.cue.entry.takes
    skipped = 0
    for number in range(at + 1, min(len(segments), at + 6)):
        segment = segments[number]
        if segment.kind == "sub" and segment.opener in ("dass", "daß"):
            return (number, "dass") if "d" in takes else None
        if segment.kind == "ask" and _of_noun(text, clauses, number):
            return None
        if segment.kind == "ask":
            return (number, "question") if "q" in takes and (segment.opener == "ob" or number == at + 1) else None
        if segment.kind == "sub" and segment.opener in ASKING and number == at + 1 and number not in clauses.frames:
            return (number, "question") if "q" in takes else None
        if segment.kind == "inf" and "z" in takes and text.lower[segment.first] not in PURPOSE:
            if segment.last <= frame.last:
                continue
            return number, "infinitive"
        if segment.kind == "main":
            if "v" not in takes or segment.before not in (",", ":", "–", "-"):
                return None
            if segment.order == 1 and not skipped and clauses.segments[at].kind != "main":
                return None
            if frame.elliptical and indicative(text, segment):
                return None
            if frame.inverted and not frame.elliptical and segment.order == 1 and number == at + 1 and at > 0:
                return None
            demand = bool(skipped) and segment.order == 1 and text.lower[segment.verb] in ("sollte", "sollten")
            if konjunktiv(text, segment) or demand:
                return (number - skipped if _opens(text, clauses, number, skipped) else number), "konjunktiv"
            if skipped or segment.order == 1 or segments[at].kind == "rel":
                return None
            if indicative(text, segment):
                plain = segment.before == "," and frame.speaker is not None
                return (number, "indicative") if plain and frame.cue.entry.verb in SAYING else None
            return number, "konjunktiv"
        if segment.kind == "sub" and segment.opener in REASONS:
            after = next((s for s in segments[number + 1 : number + 3] if s.kind == "main"), None)
            if after is not None and konjunktiv(text, after) and "v" in takes and after.order == 1:
                return number, "konjunktiv"
        aside = segment.kind == "inf" and text.lower[segment.first] in PURPOSE
        if (segment.kind in ("frag", "rel", "sub") or aside) and segment.before in (",", "–", "-"):
            if _has_own(clauses, number):
                return None
            skipped += 1
            continue
        if segment.kind == "frag" and segment.before == ":":
            continue
        return None
    return None


def _has_own(clauses: Clauses, number: int) -> bool:
    """Whether what follows is the complement of the clause itself: "weil sie fürchten, viele könnten ausbleiben"."""
    frame, segment = clauses.frames.get(number), clauses.segments[number]
    after = clauses.segments[number + 1] if number + 1 < len(clauses.segments) else None
    reason = frame is not None and "v" in frame.cue.entry.takes and segment.opener in ("da", "weil")
    return reason and after is not None and after.order == 2


def _opens(text: Text, clauses: Clauses, number: int, skipped: int) -> bool:
    """Whether the fragments before a verb-first clause are its own beginning: "die Frau, die ..., sei krank"."""
    return bool(skipped) and clauses.segments[number].order == 1
