"""Every value that passes from one stage to the next.

All classes are frozen, slotted and keyword-only; sequences are tuples. Offsets count Unicode code points of
`Document.text`, start at 0 and are half-open. Dates are as exact as the source and no further (`PartialDate`).
A `Text` is German words with, where it is bilingual by construction, their English; everything else is translated.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

EntityKind = Literal["person", "organisation", "place", "group"]
MentionKind = Literal["name", "part", "adjective", "nominal", "pronoun"]
Involvement = Literal["acts", "speaks", "affected", "mentioned"]
QuotationType = Literal["Direct", "Indirect", "FreeIndirect", "IndirectFreeIndirect", "Reported"]
Medium = Literal["speech", "thought", "writing"]
QuestionKind = Literal["hedge", "unanswered", "unknown", "conflict"]
QuestionStatus = Literal["open", "answered", "overtaken"]
PlaceKind = Literal["venue", "city", "region", "country", "sea", "continent", "other"]
Origin = Literal["pattern", "memory", "engine", "none"]
State = Literal["reviewed", "machine", "rejected", "untranslated"]
Severity = Literal["error", "warning", "note"]
Language = Literal["de", "en"]
PartOfMonth = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A half-open range `[start, end)` of a document's text."""

    start: int
    """First code point, counted from 0."""
    end: int
    """One past the last code point."""

    def of(self, text: str) -> str:
        """The slice of `text` that this span marks."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Reference:
    """Where something stands: the proof of a line on a page."""

    document: str
    """The document's id."""
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """German words, with English ones where the two were made together (a pattern, a table)."""

    de: str
    en: str | None = None
    """None: the German is a segment for the translation stage."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class PartialDate:
    """A calendar date as exact as it is known (after EDTF, ISO 8601-2:2019, reduced precision)."""

    year: int
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """0 Monday to 6 Sunday, for "a Wednesday in September 2023"; None when unknown or implied by `day`."""
    part: PartOfMonth | None = None
    """For "Ende August"; None when not said."""
    clock: str | None = None
    """Local wall time `HH:MM`, or None."""

    def iso(self) -> str:
        """`YYYY`, `YYYY-MM` or `YYYY-MM-DD`."""
        parts = [f"{self.year:04}"] + [f"{p:02}" for p in (self.month, self.day if self.month else None) if p]
        return "-".join(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article as it came."""

    id: str
    """The file's stem."""
    text: str
    """The file decoded: UTF-8, byte-order mark dropped, NFC, line ends `\\n`; otherwise unchanged."""
    title: str | None = None
    """None where the article names none."""
    publisher: str | None = None
    agencies: tuple[str, ...] = ()
    """News agencies credited for the text, lower case: `dpa`, `afp`, `reuters`."""
    published: PartialDate | None = None
    url: str | None = None
    language: Language = "de"
    boilerplate: tuple[Span, ...] = ()
    """What is not the article: metadata, promotion, credits, legal lines. Never reaches a page."""
    headings: tuple[Span, ...] = ()
    """Lines of the article that are not running text: headline, subheading, caption."""
    dateline: Span | None = None
    """`Wladiwostok (Reuters) -`: place and agency before the first sentence."""

    @property
    def words(self) -> int:
        """Number of whitespace-separated words outside the boilerplate."""
        return len(blank(self.text, self.boilerplate).split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    span: Span
    paragraph: int
    """Number of the paragraph, counted from 0."""
    heading: bool = False
    """A heading or caption rather than running text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where an entity is meant."""

    span: Span
    kind: MentionKind
    """`part`: inside a compound ("UN-" in "UN-Generalsekretär"); `nominal`: "der Minister"."""
    reason: str = ""
    """Why it belongs to its entity: `full name`, `surname`, `variant`, `role`, `pronoun`, ..."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A function that an entity holds, with the words that say so."""

    name: Text
    """As it is shown: `russischer Verteidigungsminister`, `Russian defence minister`."""
    span: Span
    """The words in the article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, organisation, place or unnamed group of one article."""

    id: str
    """Unique in the analysis and made from the name, so that it is the same on every run."""
    kind: EntityKind
    name: str
    """The fullest German form, nominative."""
    english: str
    """The usual English form; the German one where the two do not differ or no rule applies."""
    aliases: tuple[str, ...] = ()
    """Other forms seen, without the genitive."""
    roles: tuple[Role, ...] = ()
    mentions: tuple[Mention, ...] = ()
    """In text order."""
    involvement: Involvement = "mentioned"
    weight: float = 0.0
    """How central in the article: 0 to 1, for ordering."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place, in one article or merged over several."""

    id: str
    name: Text
    kind: PlaceKind
    within: tuple[str, ...] = ()
    """Ids of the places around it, nearest first."""
    latitude: float | None = None
    """Degrees north, WGS 84; None where the gazetteer does not know it."""
    longitude: float | None = None
    """Degrees east, WGS 84."""
    scene: bool = False
    """The event happens here, rather than the place being mentioned."""
    references: tuple[Reference, ...] = ()
    facts: tuple[Reference, ...] = ()
    """Sentences that say where it lies ("rund 100 Kilometer von der Grenze zu China")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Speech, thought or writing of somebody, after Petersen-Frey & Biemann 2024 (arXiv 2404.16764)."""

    type: QuotationType
    medium: Medium
    quote: tuple[Span, ...]
    """What is said, in text order; direct speech with its quotation marks."""
    cue: tuple[Span, ...] = ()
    """The reporting verb or phrase."""
    frame: tuple[Span, ...] = ()
    """The reporting clause."""
    speaker: tuple[Span, ...] = ()
    addressee: tuple[Span, ...] = ()
    speaker_entity: str | None = None
    """Id of the `Entity`, None where nobody is named."""
    carrier: tuple[Span, ...] = ()
    """Who passes the words on, where that is not the speaker ("laut Interfax")."""
    confidence: float = 1.0
    """Calibrated probability that this is a quotation of this type, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something that the article leaves open."""

    kind: QuestionKind
    span: Span
    """The sentence or clause that holds what is open."""
    evidence: tuple[Span, ...]
    """The words that show that it is open: the hedge, the question and the evasive answer."""
    raised_by: str | None = None
    """Entity id of who asks, doubts or estimates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A time that the article names, resolved as far as the article's own date allows."""

    span: Span
    date: PartialDate
    until: PartialDate | None = None
    """The end of a range, inclusive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """What was read in one article."""

    document: Document
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    questions: tuple[Question, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    places: tuple[Place, ...] = ()
    """The place entities, placed: nested, located, scene or not. `Place.id` equals the entity's id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Somebody in a briefing, joined over its sources."""

    id: str
    kind: EntityKind
    name: Text
    aliases: tuple[str, ...] = ()
    roles: tuple[Text, ...] = ()
    reports: tuple[Reference, ...] = ()
    involvement: Involvement = "mentioned"
    weight: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One source's wording of a statement."""

    text: Text
    type: QuotationType
    reference: Reference
    """The quoted words, or the clause, in that source."""
    frame: Reference | None = None
    """The words that attribute it ("sagte Kim laut Interfax")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A statement: what one speaker said, as one or several sources report it."""

    id: str
    type: QuotationType
    speaker: str | None
    """Participant id; None where the sources name nobody."""
    text: Text
    """The fullest verbatim wording, else the fullest one."""
    variants: tuple[Variant, ...]
    """Every wording, the shown one first."""
    addressee: str | None = None
    context: Text | None = None
    """What it answers or refers to ("Auf die Frage, ob ...")."""
    confidence: float = 1.0

    @property
    def reports(self) -> tuple[Reference, ...]:
        """Where each source says it."""
        return tuple(v.reference for v in self.variants)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    id: str
    kind: QuestionKind
    status: QuestionStatus
    text: Text
    evidence: tuple[Reference, ...]
    raised_by: str | None = None
    """Participant id."""
    answer: Reference | None = None
    """The later sentence that answers it."""
    link: str | None = None
    """A maintainer's link that closes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """What one side of a discrepancy says."""

    text: Text
    reports: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Discrepancy:
    """A point on which the sources differ."""

    id: str
    topic: Text
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    id: str
    date: PartialDate
    text: Text
    reports: tuple[Reference, ...]
    until: PartialDate | None = None
    background: bool = False
    """Before the event itself: how it came to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SummarySentence:
    id: str
    text: Text
    reports: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Something new in a briefing; dated by the sources or the corrections file, never by the clock."""

    date: PartialDate | None
    kind: Literal["source", "answer", "correction"]
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Sources that share the text of one agency and are not independent witnesses."""

    documents: tuple[str, ...]
    agencies: tuple[str, ...]
    """Lower case; empty where the text is shared but no agency is named."""
    share: float
    """Part of the shorter source's words that stands in the other too, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """One event, one page."""

    id: str
    title: Text
    date: PartialDate | None
    sources: tuple[Document, ...]
    """In order of date, then id; a page's letters A, B, C follow it."""
    summary: tuple[SummarySentence, ...] = ()
    participants: tuple[Participant, ...] = ()
    """Who takes part or speaks, by weight."""
    mentioned: tuple[Participant, ...] = ()
    locations: tuple[Place, ...] = ()
    """The scene first, its surroundings after it, then places mentioned."""
    statements: tuple[Claim, ...] = ()
    open_questions: tuple[OpenQuestion, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    changes: tuple[Change, ...] = ()
    overlaps: tuple[Overlap, ...] = ()

    def document(self, id: str) -> Document:
        """The source with that id. Raises KeyError where there is none."""
        for source in self.sources:
            if source.id == id:
                return source
        raise KeyError(id)

    def participant(self, id: str) -> Participant | None:
        """The participant or mentioned one with that id, or None."""
        return next((p for p in (*self.participants, *self.mentioned) if p.id == id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A page that is no more, because its articles are part of another."""

    id: str
    """The briefing's id, which its address keeps."""
    to: str
    """Id of the briefing that has its articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """The unit that is sent to translation."""

    source: str
    """German, whitespace collapsed, NFC."""
    names: tuple[tuple[str, str], ...] = ()
    """German and English form of the names in it, from the entity table."""
    first_use: str = ""
    """Date of the earliest source of its briefings (ISO 8601, as exact as known); empty when unknown."""
    last_use: str = ""
    """Date of the latest one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslationUnit:
    segment: Segment
    target: str | None
    """English, or None where it failed: the page then shows the German, marked."""
    origin: Origin
    state: State
    flags: tuple[str, ...] = ()
    """Names of the translation checks that it did not pass."""
    engine: str | None = None
    """`<package name> <version> <first 12 digits of its SHA-256>` where an engine made it."""
    attempt: str | None = None
    """English that failed the checks: for the reviewer's eyes, never for a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """German segments and their English."""

    units: tuple[TranslationUnit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A file to be written below `docs/`."""

    path: str
    """Relative to `docs/`, with forward slashes: `de/briefings/x.md`."""
    language: Language
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that a check or a stage found."""

    check: str
    """The check's name, as `check` and the documentation call it."""
    severity: Severity
    where: str
    """File, and the place in it."""
    message: str
    """What is wrong and how to mend it."""


def blank(text: str, spans: tuple[Span, ...]) -> str:
    """`text` with every code point of `spans` but the line ends replaced by a space: offsets stay as they are."""
    for span in spans:
        kept = "".join("\n" if c == "\n" else " " for c in text[span.start : span.end])
        text = text[: span.start] + kept + text[span.end :]
    return text
