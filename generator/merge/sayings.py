"""One quotation of one article as a statement of its own, in the source's words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.merge.content import Content, Reader
from generator.merge.extent import parts, shown, stands, trimmed
from generator.merge.words import WORD
from generator.model import Analysis, Quotation, QuotationType, Reference, Span, Text, Variant
from generator.provenance import speaks

ASKED = re.compile(r"\b[Aa]uf (?:\w+ ){0,3}(?:Frage|Fragen|Nachfrage|Nachfragen|Anfrage|Anfragen)\b")
FEWEST = 3
"""Words of a verbatim quotation that is more than a term."""
VAGUE = re.compile(r"\bentsprechende[nr]?\b|^\w+ (?:Nachfrage|Anfrage)$")
"""A question that the words do not tell."""
PERSONAL = frozenset(
    (
        "er",
        "sie",
        "ihm",
        "ihnen",
        "ihr",
        "ihre",
        "ihrem",
        "ihren",
        "ihrer",
        "sein",
        "seine",
        "seinem",
        "seinen",
        "seiner",
    )
)
"""Words that stand for a person."""
RANK: Mapping[QuotationType, int] = {
    "Direct": 0,
    "IndirectFreeIndirect": 2,
    "Indirect": 2,
    "FreeIndirect": 2,
    "Reported": 3,
}
"""The fullest wording first."""
PARTLY = 1
"""Rank of what has some of the speaker's words in quotation marks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    analysis: Analysis
    span: Span
    """From the first quoted word to the last, with what stands between."""
    quoted: Span
    """The quotation itself, where more is shown."""
    type: QuotationType
    speaker: str | None
    """Participant id."""
    addressee: str | None
    frame: Span | None
    context: Span | None
    confidence: float
    content: Content
    whole: bool
    """Reads as a sentence."""

    @property
    def text(self) -> str:
        """The source's words, white space collapsed."""
        return " ".join(self.span.of(self.analysis.document.text).split())

    @property
    def rank(self) -> int:
        """How near it is to the speaker's own words; a term in quotation marks is not very near."""
        if self.type == "Direct":
            return RANK["Direct" if len(WORD.findall(self.text)) >= FEWEST else "Indirect"]
        return PARTLY if speaks(self.text) else RANK[self.type]

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
    return tuple(s for s in found if not any(context.contains(s.quoted) for context in contexts))


def _each(
    analysis: Analysis, people: Mapping[tuple[str, str], str], reader: Reader, threshold: float
) -> Iterator[Saying]:
    sure = [q for q in analysis.quotations if q.confidence >= threshold or _act(analysis, q, reader)]
    sure.sort(key=lambda q: (RANK[q.type], -q.confidence))
    places = [(q, span) for q in sure for span in parts(analysis, q)]
    kept = [
        (quotation, span)
        for at, (quotation, span) in enumerate(places)
        if not any(_inside(quotation, span, outer, around, other < at) for other, (outer, around) in enumerate(places))
        and not _carries(analysis, quotation, span, places)
        and not _term(quotation, span.of(analysis.document.text))
    ]
    found = [
        _saying(analysis, quotation, span, people, reader, *extent)
        for quotation, span in kept
        if (extent := shown(analysis, quotation, span, reader)) is not None
        and not _unknown(analysis, quotation, extent[0])
    ]
    found.sort(key=lambda s: (s.span.start, -s.span.end, s.speaker is None, -s.confidence))
    for at, saying in enumerate(found):
        if not any(_covers(other, saying) and (other.span != saying.span or n < at) for n, other in enumerate(found)):
            yield saying


def _covers(outer: Saying, inner: Saying) -> bool:
    """Whether one is shown as a part of the other."""
    return outer is not inner and outer.span.contains(inner.span) and inner.speaker in (None, outer.speaker)


def _act(analysis: Analysis, quotation: Quotation, reader: Reader) -> bool:
    """Whether somebody promises, announces, demands: what is told of them is true whatever the wording was."""
    if quotation.type != "Reported" or quotation.speaker_entity is None:
        return False
    return reader.act(quotation.quote[0].of(analysis.document.text))


def _unknown(analysis: Analysis, quotation: Quotation, shown_: Span) -> bool:
    """Whether words that are no verbatim ones belong to a pronoun for which nobody is found: "er verwies auf X".

    What nobody asks, "offen ist, ob ...", is none either: it is an open question.
    """
    if quotation.type == "Direct" or quotation.speaker_entity is not None:
        return False
    text = analysis.document.text
    if not quotation.speaker and text.startswith("ob ", min(span.start for span in quotation.quote)):
        return True
    said = [span.of(text).lower() for span in quotation.speaker]
    first, *following = (form.lower() for form in WORD.findall(shown_.of(text))[:3])
    return any(word in PERSONAL for word in (*said, first)) or bool({"er", "sie"} & {*following})


def _term(quotation: Quotation, text: str) -> bool:
    """Whether a verbatim quotation of its own is a word or two in quotation marks, and no sentence."""
    return quotation.type == "Direct" and len(WORD.findall(text)) < FEWEST and not re.search(r"[.!?…]\W*$", text)


def _inside(quotation: Quotation, span: Span, outer: Quotation, around: Span, earlier: bool) -> bool:
    """Whether a quotation is only the verbatim part of what is said around it, or the same found twice."""
    if outer is quotation or not around.contains(span):
        return False
    if span == around:
        return earlier
    speaker = quotation.speaker_entity
    return outer.speaker_entity == speaker or speaker is None or outer.type == "Reported"


def _carries(analysis: Analysis, outer: Quotation, around: Span, places: list[tuple[Quotation, Span]]) -> bool:
    """Whether an institution only passes on what a person says in these words: "X sagte, ..., so die Agentur"."""
    kinds = {entity.id: entity.kind for entity in analysis.entities}
    return kinds.get(outer.speaker_entity or "") in ("organisation", "group") and any(
        around.contains(span)
        and span != around
        and inner.speaker_entity not in (None, outer.speaker_entity)
        and kinds.get(inner.speaker_entity or "") == "person"
        for inner, span in places
    )


def _saying(
    analysis: Analysis,
    quotation: Quotation,
    quoted: Span,
    people: Mapping[tuple[str, str], str],
    reader: Reader,
    span: Span,
    type_: QuotationType,
) -> Saying:
    document = analysis.document.id
    speaker = people.get((document, quotation.speaker_entity)) if quotation.speaker_entity else None
    attribution = (*quotation.cue, *quotation.speaker, *quotation.addressee, *quotation.carrier, *quotation.frame)
    leave = tuple(part for part in attribution if not part.contains(quoted))
    return Saying(
        analysis=analysis,
        span=span,
        quoted=quoted,
        type=type_,
        speaker=speaker,
        addressee=_addressee(analysis, quotation, people),
        frame=_frame(quotation, span),
        context=_context(analysis, quotation, span),
        confidence=quotation.confidence,
        content=reader.read(analysis, span, leave, speaker),
        whole=stands(span.of(analysis.document.text), reader),
    )


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
        found = trimmed(text, Span(start=match.start(), end=end))
        if found is not None and not VAGUE.search(found.of(text)):
            while text[found.end - 1] in ".,:;" or text[found.end - 1].isspace():
                found = Span(start=found.start, end=found.end - 1)
            return found
    return None
