"""How much of a source a statement shows: what somebody reads without the sentence around it."""

from __future__ import annotations

from generator.merge.content import Reader
from generator.merge.tables import words
from generator.merge.words import WORD
from generator.model import Analysis, Quotation, QuotationType, Span

GAP = 160
"""Most characters between two parts of a quotation that still read as one: `"A", sagte X, "B"`."""
LONGEST = 40
"""Words of a sentence that is shown whole."""
FEWEST = 5
"""Words of a quotation that is no clause and is shown without one."""
FEWEST_SAID = 3
"""Words of what is told of somebody's speech."""
ENDS = (".", "!", "?", "…")
BREAKS = frozenset(",;:–—-(\"„“”»«‚‘'")
"""Marks behind which a clause may begin."""
JUDGED = frozenset(
    f"es {verb} {article}" for verb in ("sei", "ist", "war", "wäre") for article in ("der", "die", "das")
)
"""Beginnings of a judgement on what was said before: "es sei der größte Fehler gewesen"."""
POINTING = frozenset(("das", "dies", "dieses"))
JOINS = frozenset(("und", "oder", "sowie", "aber", "sondern"))


def parts(analysis: Analysis, quotation: Quotation) -> list[Span]:
    """Where the quotation stands: one piece where the gaps are short, each sentence for itself where it is indirect."""
    joined: list[Span] = []
    for span in sorted(quotation.quote):
        if joined and span.start - joined[-1].end <= GAP:
            joined[-1] = Span(start=joined[-1].start, end=max(span.end, joined[-1].end))
        else:
            joined.append(span)
    if quotation.type != "Direct":
        joined = [piece for span in joined for piece in _sentences(analysis, span)]
    return [found for span in joined if (found := trimmed(analysis.document.text, span)) is not None]


def _sentences(analysis: Analysis, span: Span) -> list[Span]:
    whole = (s.span for s in analysis.sentences if s.span.overlaps(span))
    return [Span(start=max(s.start, span.start), end=min(s.end, span.end)) for s in whole] or [span]


def trimmed(text: str, span: Span) -> Span | None:
    """Without white space and marks at the ends; None where nothing is left."""
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:"):
        end -= 1
    return Span(start=start, end=end) if any(c.isalnum() for c in text[start:end]) else None


def shown(analysis: Analysis, quotation: Quotation, span: Span, reader: Reader) -> tuple[Span, QuotationType] | None:
    """The words as a page shows them and as what: a clause as it is, less than that with the words that report it.

    "dass sie komme", "sich in Sicherheit zu bringen" and "griffen sie an" get their sentence, or as much of it as
    reports them. None where that is somebody else's speech too, and where a word or two are left.
    """
    text = analysis.document.text
    if _only_attributes(text, quotation, span, reader) or _points(span.of(text), quotation, reader):
        return None
    sentence = next((s.span for s in analysis.sentences if s.span.contains(span)), None)
    if stands(span.of(text), reader) and not _cut(text, quotation, span, sentence):
        return span, quotation.type
    if not (quotation.cue or quotation.frame or quotation.type == "Direct"):
        return None
    if quotation.type == "Direct" and not (quotation.speaker or quotation.speaker_entity):
        return None
    type_: QuotationType = "Reported" if quotation.type == "Direct" else quotation.type
    for around in (_reported(text, quotation, span, sentence), sentence):
        if around is None or (found := trimmed(text, around)) is None or len(found.of(text).split()) > LONGEST:
            continue
        if stands(found.of(text), reader) and not _others(analysis, quotation, span, found):
            return found, type_
    long = len(WORD.findall(span.of(text))) >= FEWEST and _opener(span.of(text)) not in words("", "subordinators.txt")
    return (span, quotation.type) if long and quotation.type == "Direct" else None


def stands(text: str, reader: Reader) -> bool:
    """Whether the words are a clause of their own: a sentence in quotation marks, or a main clause."""
    bare = text.strip("\"„“”«»‚‘' ")
    quoted, small = text[:1] in '"„“»«', bare[:1].islower()
    length = len(WORD.findall(bare))
    if quoted and not small and bare.endswith(ENDS) and length > 1:
        return True
    if quoted and small and length < FEWEST:
        return False
    first = _opener(bare)
    leans = small and (
        first in words("", "subordinators.txt") | JOINS
        or first.capitalize() in words("", "dependent.txt") - words("", "pronouns.txt")
        or reader.finite(first)
    )
    return reader.clause(bare) and not leans and sum(mark in "„“”" for mark in text) % 2 == 0


def _only_attributes(text: str, quotation: Quotation, span: Span, reader: Reader) -> bool:
    """Whether the words tell nothing but who says what stands before them: "Dies bestätigte die Ministerin"."""
    forms = WORD.findall(span.of(text))
    pointing = forms[:1] in (["Dies"], ["Das"]) and len(forms) > 1 and reader.finite(forms[1])
    return pointing and any(span.contains(part) for part in quotation.speaker)


def _points(text: str, quotation: Quotation, reader: Reader) -> bool:
    """Whether the words say nothing alone: "Dies" before "teilte X mit", "das sei falsch"."""
    forms = WORD.findall(text)
    if quotation.type == "Direct":
        return False
    if " ".join(forms[:3]).lower() in JUDGED and "," not in text and forms[-1] != "worden":
        return True
    return len(forms) < FEWEST_SAID or (forms[0].lower() in POINTING and reader.finite(forms[1]))


def _cut(text: str, quotation: Quotation, span: Span, sentence: Span | None) -> bool:
    """Whether the words begin inside a clause, behind what attributes them: "wonach | Zeugen eine Explosion hörten"."""
    if quotation.type == "Direct" or sentence is None or span.start == sentence.start:
        return False
    return text[sentence.start : span.start].rstrip()[-1:] not in BREAKS


def _opener(text: str) -> str:
    first = WORD.search(text)
    return first[0].lower() if first else ""


def _reported(text: str, quotation: Quotation, span: Span, sentence: Span | None) -> Span | None:
    """The quotation with the clause that reports it, from the sentence's beginning on."""
    around = [p for p in (*quotation.frame, *quotation.cue, *quotation.speaker) if sentence and sentence.contains(p)]
    if not around or sentence is None or min(p.start for p in (*around, span)) > sentence.start:
        return None
    end = max(p.end for p in (*around, span))
    while end < sentence.end and text[end] in '"“”»«’.!?':
        end += 1
    return Span(start=sentence.start, end=end)


def _others(analysis: Analysis, quotation: Quotation, span: Span, around: Span) -> bool:
    """Whether somebody else speaks in the words around a quotation."""
    return any(
        part.overlaps(around) and not part.contains(span)
        for other in analysis.quotations
        if other.speaker_entity not in (None, quotation.speaker_entity)
        and other.speaker_entity not in _passing(analysis, quotation)
        for part in other.quote
    )


def _passing(analysis: Analysis, quotation: Quotation) -> set[str]:
    """Who carries the words of the quotation."""
    return {
        e.id for e in analysis.entities for m in e.mentions if any(m.span.overlaps(part) for part in quotation.carrier)
    }
