"""One quotation of one article as a statement of its own, in the source's words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.merge.content import Content, Reader
from generator.merge.words import WORD
from generator.model import Analysis, Quotation, QuotationType, Reference, Span, Text, Variant
from generator.provenance import QUOTED

GAP = 160
"""Most characters between two parts of a quotation that still read as one: `"A", sagte X, "B"`."""
ASKED = re.compile(r"\b[Aa]uf (?:\w+ ){0,3}(?:Frage|Fragen|Nachfrage|Nachfragen|Anfrage|Anfragen)\b")
LONGEST = 40
"""Words of a sentence that is shown whole."""
FEWEST = 3
"""Words of a verbatim quotation that is more than a term."""
VAGUE = re.compile(r"\bentsprechende[nr]?\b|^\w+ (?:Nachfrage|Anfrage)$")
"""A question that the words do not tell."""
RANK: Mapping[QuotationType, int] = {
    "Direct": 0,
    "IndirectFreeIndirect": 1,
    "Indirect": 2,
    "FreeIndirect": 2,
    "Reported": 3,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    analysis: Analysis
    span: Span
    """From the first quoted word to the last, with what stands between."""
    type: QuotationType
    speaker: str | None
    """Participant id."""
    addressee: str | None
    frame: Span | None
    context: Span | None
    confidence: float
    content: Content

    @property
    def text(self) -> str:
        """The source's words, white space collapsed."""
        return " ".join(self.span.of(self.analysis.document.text).split())

    @property
    def position(self) -> float:
        """How far into its article it stands, 0 to 1."""
        return self.span.start / max(1, len(self.analysis.document.text))

    def variant(self) -> Variant:
        """As a page shows it."""
        document = self.analysis.document.id
        return Variant(
            text=Text(de=self.text),
            type=self.type,
            reference=Reference(document=document, span=self.span),
            frame=Reference(document=document, span=self.frame) if self.frame else None,
        )


def read(
    analysis: Analysis, people: Mapping[tuple[str, str], str], reader: Reader, threshold: float
) -> tuple[Saying, ...]:
    """The statements of one article in text order; one nested in another is part of it, a question told its context."""
    found = tuple(_each(analysis, people, reader, threshold))
    contexts = [saying.context for saying in found if saying.context]
    return tuple(s for s in found if not any(context.contains(s.span) for context in contexts))


def _each(
    analysis: Analysis, people: Mapping[tuple[str, str], str], reader: Reader, threshold: float
) -> Iterator[Saying]:
    sure = [q for q in analysis.quotations if q.confidence >= threshold]
    sure.sort(key=lambda q: (RANK[q.type], -q.confidence))
    parts = [(q, span) for q in sure for span in _spans(analysis, q)]
    kept = [
        (quotation, span)
        for at, (quotation, span) in enumerate(parts)
        if not any(_inside(quotation, span, outer, around, other < at) for other, (outer, around) in enumerate(parts))
        and not _carries(analysis, quotation, span, parts)
    ]
    seen: set[tuple[Span, str | None]] = set()
    for quotation, span in sorted(kept, key=lambda part: part[1]):
        if _term(quotation, span.of(analysis.document.text)):
            continue
        saying = _saying(analysis, quotation, span, people, reader)
        if (saying.span, saying.speaker) not in seen:
            seen.add((saying.span, saying.speaker))
            yield saying


def _term(quotation: Quotation, text: str) -> bool:
    """Whether a verbatim quotation of its own is a word or two in quotation marks, and no sentence."""
    return quotation.type == "Direct" and len(WORD.findall(text)) < FEWEST and not re.search(r"[.!?…]\W*$", text)


def _spans(analysis: Analysis, quotation: Quotation) -> list[Span]:
    """Where the quotation stands: as one piece where the gaps are short, without white space at the ends."""
    joined: list[Span] = []
    for span in sorted(quotation.quote):
        if joined and span.start - joined[-1].end <= GAP:
            joined[-1] = Span(start=joined[-1].start, end=max(span.end, joined[-1].end))
        else:
            joined.append(span)
    return [trimmed for span in joined if (trimmed := _trimmed(analysis.document.text, span)) is not None]


def _trimmed(text: str, span: Span) -> Span | None:
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:"):
        end -= 1
    return Span(start=start, end=end) if any(c.isalnum() for c in text[start:end]) else None


def _inside(quotation: Quotation, span: Span, outer: Quotation, around: Span, earlier: bool) -> bool:
    """Whether a quotation is only the verbatim part of what is said around it, or the same found twice."""
    if outer is quotation or not around.contains(span):
        return False
    if span == around:
        return earlier
    speaker = quotation.speaker_entity
    return outer.speaker_entity == speaker or speaker is None or outer.type == "Reported"


def _carries(analysis: Analysis, outer: Quotation, around: Span, parts: list[tuple[Quotation, Span]]) -> bool:
    """Whether an institution only passes on what a person says in these words: "X sagte, ..., so die Agentur"."""
    kinds = {entity.id: entity.kind for entity in analysis.entities}
    return kinds.get(outer.speaker_entity or "") in ("organisation", "group") and any(
        around.contains(span)
        and span != around
        and inner.speaker_entity not in (None, outer.speaker_entity)
        and kinds.get(inner.speaker_entity or "") == "person"
        for inner, span in parts
    )


def _whole(analysis: Analysis, quotation: Quotation, span: Span, reader: Reader) -> Span:
    """Its sentence, where the words alone are no clause: an infinitive, or the verb first as behind "Laut X".

    "sich in Sicherheit zu bringen", "griffen Bewaffnete die Menge an".
    """
    text = analysis.document.text
    if quotation.type == "Direct" or reader.clause(span.of(text)):
        return span
    sentence = next((s.span for s in analysis.sentences if s.span.contains(span)), None)
    if sentence is None or len(sentence.of(text).split()) > LONGEST:
        return span
    return _trimmed(text, sentence) or span


def _saying(
    analysis: Analysis,
    quotation: Quotation,
    span: Span,
    people: Mapping[tuple[str, str], str],
    reader: Reader,
) -> Saying:
    document = analysis.document.id
    speaker = people.get((document, quotation.speaker_entity)) if quotation.speaker_entity else None
    span = _whole(analysis, quotation, span, reader)
    attribution = (*quotation.cue, *quotation.speaker, *quotation.addressee, *quotation.carrier, *quotation.frame)
    return Saying(
        analysis=analysis,
        span=span,
        type=_type(quotation.type, span.of(analysis.document.text)),
        speaker=speaker,
        addressee=_addressee(analysis, quotation, people),
        frame=_frame(quotation, span),
        context=_context(analysis, quotation, span),
        confidence=quotation.confidence,
        content=reader.read(analysis, span, attribution, speaker),
    )


def _type(type_: QuotationType, text: str) -> QuotationType:
    """Indirect speech with words in quotation marks is partly verbatim."""
    if type_ in ("Direct", "Reported"):
        return type_
    if QUOTED.search(text):
        return "IndirectFreeIndirect"
    return "FreeIndirect" if type_ == "FreeIndirect" else "Indirect"


def _addressee(analysis: Analysis, quotation: Quotation, people: Mapping[tuple[str, str], str]) -> str | None:
    for entity in analysis.entities:
        if entity.id != quotation.speaker_entity and any(
            m.span.overlaps(span) for m in entity.mentions for span in quotation.addressee
        ):
            return people.get((analysis.document.id, entity.id))
    return None


def _frame(quotation: Quotation, span: Span) -> Span | None:
    """The longest part of the words that attribute it, where they stand outside the quotation."""
    outside = [part for part in quotation.frame if not part.overlaps(span)]
    return max(outside, key=lambda part: part.end - part.start) if outside else None


def _context(analysis: Analysis, quotation: Quotation, span: Span) -> Span | None:
    """The question that it answers, where the sentence tells it: "auf die Frage, ob ..."."""
    text = analysis.document.text
    sentence = next((s.span for s in analysis.sentences if s.span.overlaps(span)), span)
    for match in ASKED.finditer(text, sentence.start, min(sentence.end, len(text))):
        if span.start <= match.start() < span.end:
            continue
        cues = [part.start for part in quotation.cue if part.start > match.end()]
        end = min([sentence.end, *cues, *([span.start] if span.start > match.start() else [])])
        found = _trimmed(text, Span(start=match.start(), end=end))
        if found is not None and not VAGUE.search(found.of(text)):
            while text[found.end - 1] in ".,:;" or text[found.end - 1].isspace():
                found = Span(start=found.start, end=found.end - 1)
            return found
    return None
