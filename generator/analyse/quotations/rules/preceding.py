"""The frame comes after or between: "..., sagte Kim", "..., heißt es dort", "In zehn Jahren, sagte er, werde ..."."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.analyse.quotations.cues import lemma_of
from generator.analyse.quotations.drafts import Draft, View, from_frame
from generator.analyse.quotations.frames import Clauses
from generator.analyse.quotations.lexical import nouns
from generator.analyse.quotations.moods import konjunktiv
from generator.analyse.quotations.reading import MARKS, Range, Text
from generator.analyse.quotations.segments import Segment


def find(view: View) -> Iterator[Draft]:
    """What stands before, or around, a frame whose verb comes first."""
    for clauses in view.clauses:
        start = 0
        for at, frame in clauses.frames.items():
            if not (frame.inverted and "v" in frame.cue.entry.takes and at > 0):
                continue
            if konjunktiv(view.text, clauses.segments[at]):
                continue
            if frame.speaker is not None and view.text.lower[frame.speaker[0]] in ("niemand", "keiner", "wer"):
                continue
            if clauses.segments[at].before not in (",", "–", "-", '"', "so", ";") or frame.elliptical:
                continue
            first = _start(view, clauses, at, start)
            if first is None:
                continue
            content = [s for s in clauses.segments[first:at] if s.kind != "quote"]
            quote = view.text.trim(content[0].first, clauses.segments[at].first) if content else None
            rest = _rest(view.text, clauses, at)
            inserted = rest is not None and not any(s.kind == "main" for s in content)
            told = any(s.finite or s.kind == "inf" for s in content) and not _asked(view.text, content)
            if quote is None or not (told or inserted):
                continue
            if rest is None and not _complete(view.text, content):
                continue
            ranges: list[Range] = [quote]
            if rest is not None:
                ranges.append(rest)
            spans = ((quote[1], frame.last if rest is None else rest[0]),)
            draft = from_frame(frame, "preceding", tuple(ranges), spans)
            unmatched = any(view.text.tokens[i].text in MARKS and view.text.inside[i] < 0 for i in range(*quote))
            yield replace(draft, rule="direct-open", type="Direct") if unmatched else draft
            start = at + 1


def _complete(text: Text, content: list[Segment]) -> bool:
    """Whether the clauses can be what somebody says: a main clause, "dass ...", a question, an infinitive."""
    if any(konjunktiv(text, s) for s in content):
        return True
    opens = content[0]
    if any(s.kind == "main" for s in content):
        return opens.kind != "main" or opens.order != 1
    return any(s.kind in ("ask", "inf") or s.opener in ("dass", "daß", "ob") for s in content)


def _asked(text: Text, content: list[Segment]) -> bool:
    """Whether the clauses before the verb only hang on a noun or "dafür": "Auf die Frage, ob ..., sagte Kim"."""
    if any(s.kind == "main" for s in content):
        return False
    opens = content[0]
    if text.lower[opens.first] in ("niemand", "keiner"):
        return True
    noun = any(lemma in nouns() for lemma in lemma_of(text, opens.last - 1))
    return opens.kind == "frag" and (
        noun or text.forms[opens.first].preposition or text.lower[opens.first].startswith(("da", "hier"))
    )


def _start(view: View, clauses: Clauses, at: int, start: int) -> int | None:
    """The first segment of what is quoted before the frame at segment `at`."""
    first = at
    while first > start and clauses.segments[first - 1].kind != "quote":
        first -= 1
    while first < at and not view.free(clauses.segments[first].first, clauses.segments[first].last):
        first += 1
    colon = next((n for n in range(at, first, -1) if clauses.segments[n].before == ":"), None)
    if colon is not None and clauses.frames.get(colon - 1) is not None:
        first = colon
    return first if first < at else None


def _rest(text: Text, clauses: Clauses, at: int) -> Range | None:
    """What is quoted after an inserted frame."""
    segments = clauses.segments
    after = next((n for n in range(at + 1, len(segments)) if segments[n].kind == "main"), None)
    if after is None:
        return None
    segment = segments[after]
    if not konjunktiv(text, segment) or (clauses.frames.get(after) is not None and not konjunktiv(text, segment)):
        return None
    first = after
    while first - 1 > at and segments[first - 1].kind in ("sub", "inf") and segments[first].order == 1:
        first -= 1
    return text.trim(segments[first].first, segments[-1].last)
