"""How far what is quoted goes in its sentence."""

from __future__ import annotations

from generator.analyse.quotations.frames import Clauses
from generator.analyse.quotations.moods import indicative, konjunktiv, past
from generator.analyse.quotations.reading import Text
from generator.analyse.quotations.segments import Segment
from generator.analyse.tables import words


def complement_end(text: Text, clauses: Clauses, at: int) -> int:
    """One past the last segment of the complement that begins with segment `at`."""
    segments = clauses.segments
    first = segments[at]
    verb_last = first.kind in ("sub", "ask", "inf", "rel")
    complete = bool(first.finite) or first.kind == "inf"
    main_seen = first.kind == "main"
    end = at + 1
    while end < len(segments):
        segment = segments[end]
        if segment.kind == "quote":
            break
        if segment.kind == "frag" and segment.last - segment.first == 1 and _closes(text, segment.first):
            break
        if text.lower[segment.first] == "so" and segment.kind == "frag" and segment.before == ",":
            break
        if segment.opener == "während" and konjunktiv(text, first) and not konjunktiv(text, segment) and segment.finite:
            break
        if segment.before in (";",) and not konjunktiv(text, segment):
            break
        if segment.kind == "main":
            frame = clauses.frames.get(end)
            if segment.order == 1:
                if frame is not None and frame.inverted and not konjunktiv(text, segment) and complete:
                    break
                if (
                    verb_last
                    and complete
                    and not konjunktiv(text, segment)
                    and segment.before in ("und", "oder", "aber", ",", "–")
                ):
                    break
                if not verb_last and main_seen and not konjunktiv(text, segment) and konjunktiv(text, first):
                    break
                main_seen = True
            else:
                plain = indicative(text, segment) or past(text, segment)
                if complete and plain and (verb_last or konjunktiv(text, first)) and not _enumeration(segments, end):
                    break
                if frame is not None and complete and not konjunktiv(text, segment):
                    break
                main_seen = True
        complete = complete or bool(segment.finite)
        end += 1
    return end


def _closes(text: Text, at: int) -> bool:
    """Whether a word alone is the end of the clause around: "... , ob er komme, gesagt"."""
    return bool(text.forms[at].participle) or text.lower[at] in words("quotations", "particles.txt")


def _enumeration(segments: tuple[Segment, ...], at: int) -> bool:
    """Whether a clause whose opener was cut off goes on: "dass A, B und C kommen"."""
    return (
        not segments[at - 1].finite and segments[at - 1].kind in ("sub", "ask", "frag") and segments[at].before == ","
    )
