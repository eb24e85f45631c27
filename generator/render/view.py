"""What a template sees beside the model itself: words of one language, letters of sources, places in a source."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from posixpath import relpath
from typing import Any, Literal

from generator.model import (
    Briefing,
    Claim,
    Document,
    Language,
    Origin,
    Overlap,
    PartialDate,
    Participant,
    QuotationType,
    Reference,
    State,
    Text,
    Translation,
    TranslationUnit,
)
from generator.model import Place as ModelPlace
from generator.provenance import speaks
from generator.render import dates
from generator.render.locator import Locator, locate
from generator.render.markup import collapse, quoted
from generator.translate.segments import untranslated

Manner = Literal["verbatim", "partly", "indirect", "reported"]
"""How a source gives what was said; `partly`: some of the words in quotation marks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A text as one language shows it."""

    text: str
    language: Language
    """German on an English page where the translation failed."""
    origin: Origin
    """`pattern` also for German on a German page: nothing was translated. `engine` also for what an engine made in an
    earlier run, so that a page does not depend on when it was built."""
    state: State
    original: str | None = None
    """The German words, where `text` is a translation of them."""
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a reference stands, as a reader counts."""

    letter: str
    document: Document
    line: int
    """Counted from 1."""
    column: int
    """Of the first character, counted from 1."""
    start: int
    """First code point of the words in the document's text, counted from 0."""
    end: int
    text: str
    """The very words."""


class Texts:
    """The English of every text, and how it came about."""

    def __init__(self, translation: Translation) -> None:
        self._units = {unit.segment.source: unit for unit in translation.units}

    def unit(self, text: Text) -> TranslationUnit | None:
        """The unit of a text that needs translation; None where there is none or none is needed."""
        return None if text.en is not None else self._units.get(segment_key(text.de))

    def line(self, text: Text, language: Language) -> Line:
        """`text` as `language` shows it."""
        if language == "de":
            return Line(text=quoted(text.de, "de"), language="de", origin="pattern", state="reviewed")
        if text.en is not None:
            return Line(text=quoted(text.en, "en"), language="en", origin="pattern", state="reviewed")
        unit = self.unit(text)
        if unit is None or unit.target is None or unit.state in ("rejected", "untranslated"):
            flags = unit.flags if unit else ()
            return Line(text=text.de, language="de", origin="none", state="untranslated", flags=flags)
        return Line(
            text=quoted(unit.target, "en"),
            language="en",
            origin="engine" if unit.state == "machine" else unit.origin,
            state=unit.state,
            original=text.de,
            flags=unit.flags,
        )


def segment_key(text: str) -> str:
    """The source of the translation segment that holds `text`."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def letter(number: int) -> str:
    """Name of the source with that number, counted from 0: A to Z, then AA, AB, ..."""
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


class View:
    """One page in one language. Templates call it `view`."""

    def __init__(self, *, language: Language, labels: dict[str, Any], texts: Texts, url: str) -> None:
        self.language = language
        self.labels = labels
        self.url = url
        """Address of the page relative to the language's root: `briefings/x/`, or empty for the home page."""
        self._texts = texts

    def line(self, text: Text) -> Line:
        """The text in this language."""
        return self._texts.line(text, self.language)

    def manner(self, type: QuotationType, text: Text) -> Manner:
        """How a source gives what was said, for a reader: by the type and by the quotation marks in the text."""
        if type == "Direct":
            return "verbatim"
        if speaks(text.de):
            return "partly"
        return "reported" if type == "Reported" else "indirect"

    def translated(self, briefings: Iterable[Briefing]) -> Literal["machine", "reviewed"]:
        """Whether any line of the briefings is a machine's translation, or all of them are reviewed."""
        texts = (Text(de=german) for briefing in briefings for german in untranslated(briefing))
        return "machine" if any(self.line(text).state != "reviewed" for text in texts) else "reviewed"

    def date(self, date: PartialDate, until: PartialDate | None = None) -> str:
        """The date in words."""
        return dates.written(date, self.language, until)

    def number(self, value: float, digits: int = 0) -> str:
        """The number with this language's marks."""
        text = f"{value:,.{digits}f}"
        return text.translate(str.maketrans(",.", ".,")) if self.language == "de" else text

    def count(self, name: str, value: int) -> str:
        """`value` with the label `name` of `counts`, singular or plural."""
        forms = self.labels["counts"][name]
        return str(forms["one" if value == 1 else "other"]).format(self.number(value))

    def link(self, target: str) -> str:
        """Relative address from this page to `target`, itself relative to the language's root."""
        path, _, anchor = target.partition("#")
        start = self.url or "."
        way = relpath(path or ".", start)
        slash = "/" if not path or path.endswith("/") else ""
        return f"{way}{slash}" + (f"#{anchor}" if anchor else "")

    def data(self, target: str) -> str:
        """Relative address of a file of the German root, where the data of both languages lies."""
        return self.link(target if self.language == "de" else f"../{target}")

    def letter(self, briefing: Briefing, document: str) -> str:
        """The source's letter in the briefing. Raises KeyError where the briefing has no such source."""
        for number, source in enumerate(briefing.sources):
            if source.id == document:
                return letter(number)
        raise KeyError(document)

    def place(self, briefing: Briefing, reference: Reference) -> Place:
        """Where the reference stands. Raises KeyError where the briefing has no such source."""
        document = briefing.document(reference.document)
        before = document.text[: reference.span.start]
        return Place(
            letter=self.letter(briefing, document.id),
            document=document,
            line=before.count("\n") + 1,
            column=reference.span.start - (before.rfind("\n") + 1) + 1,
            start=reference.span.start,
            end=reference.span.end,
            text=collapse(reference.span.of(document.text)),
        )

    def places(self, briefing: Briefing, references: tuple[Reference, ...]) -> tuple[tuple[str, list[Place]], ...]:
        """The references by source letter, in the order of the sources and of the text, each place once."""
        order = {source.id: number for number, source in enumerate(briefing.sources)}
        unique = sorted(set(references), key=lambda r: (order[r.document], r.span))
        found = [self.place(briefing, reference) for reference in unique]
        return tuple((name, list(group)) for name, group in groupby(found, key=lambda place: place.letter))

    def stands(self, briefing: Briefing, words: str, references: tuple[Reference, ...]) -> bool:
        """Whether `words` are what one of the references marks, white space aside."""
        return any(self.place(briefing, reference).text == collapse(words) for reference in references)

    def chain(self, briefing: Briefing, place: ModelPlace) -> str:
        """The place and those around it, nearest first: "Rathaus, Görlitz, Sachsen"."""
        known = {p.id: p for p in briefing.locations}
        around = [known[id] for id in place.within if id in known]
        return ", ".join(self.line(p.name).text for p in (place, *around))

    def coordinates(self, place: ModelPlace) -> str:
        """Latitude and longitude in degrees, to a tenth: no more than a reader can use."""
        if place.latitude is None or place.longitude is None:
            return ""
        names = self.labels["location"]
        north = names["north" if place.latitude >= 0 else "south"]
        east = names["east" if place.longitude >= 0 else "west"]
        latitude, longitude = self.number(abs(place.latitude), 1), self.number(abs(place.longitude), 1)
        return f"{latitude}° {north}, {longitude}° {east}"

    def locator(self, briefing: Briefing) -> Locator | None:
        """The map of the scene."""
        return locate(briefing.locations)

    def fact(self, briefing: Briefing, reference: Reference) -> Line:
        """The sentence of a source that the reference marks."""
        return self.line(Text(de=collapse(reference.span.of(briefing.document(reference.document).text))))

    def agency_names(self, agencies: Iterable[str]) -> list[str]:
        """The agencies as they write themselves."""
        return [self.labels["agencies"].get(name, name) for name in agencies]

    def agencies(self, briefing: Briefing) -> list[str]:
        """Every agency credited in the briefing's sources, each once."""
        return self.agency_names(dict.fromkeys(name for source in briefing.sources for name in source.agencies))

    def overlap(self, briefing: Briefing, overlap: Overlap) -> str:
        """Which sources share a text, and whose it is."""
        letters = self.joined(sorted(self.letter(briefing, document) for document in overlap.documents))
        words = self.labels["facts"]
        if not overlap.agencies:
            return str(words["same_text_unnamed"]).format(letters)
        return str(words["same_text"]).format(letters, self.joined(self.agency_names(overlap.agencies)))

    def joined(self, items: list[str]) -> str:
        """ "A, B und C"."""
        last = str(self.labels["list_and"])
        return last.join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)

    def by_speaker(self, briefing: Briefing) -> list[tuple[Participant | None, list[Claim]]]:
        """The statements under their speakers, in the order of the participants; those of nobody come last."""
        claims: dict[str | None, list[Claim]] = {}
        for claim in briefing.statements:
            speaker = claim.speaker if claim.speaker and briefing.participant(claim.speaker) else None
            claims.setdefault(speaker, []).append(claim)
        people = (*briefing.participants, *briefing.mentioned)
        groups: list[tuple[Participant | None, list[Claim]]] = [(p, claims[p.id]) for p in people if p.id in claims]
        return groups + ([(None, claims[None])] if None in claims else [])

    def matrix(self, briefing: Briefing) -> list[tuple[str, list[tuple[str, Text, frozenset[str]]]]]:
        """By group: anchor, words and the ids of the sources that carry them."""

        def carriers(references: tuple[Reference, ...]) -> frozenset[str]:
            return frozenset(reference.document for reference in references)

        groups = [
            ("statements", [(c.id, c.text, carriers(c.reports)) for c in briefing.statements]),
            ("participants", [(f"participant-{p.id}", p.name, carriers(p.reports)) for p in briefing.participants]),
            ("questions", [(q.id, q.text, carriers(q.evidence)) for q in briefing.open_questions]),
        ]
        return [(name, rows) for name, rows in groups if rows]

    def linked_data(self, briefing: Briefing) -> dict[str, Any]:
        """The briefing for search engines (schema.org, JSON-LD 1.1)."""
        known = {"name": "title", "url": "url"}
        sources = [
            {"@type": "NewsArticle", "inLanguage": "de", "identifier": source.id}
            | {key: getattr(source, field) for key, field in known.items() if getattr(source, field)}
            | ({"publisher": {"@type": "Organization", "name": source.publisher}} if source.publisher else {})
            for source in briefing.sources
        ]
        value: dict[str, Any] = {
            "@context": "https://schema.org",
            "@type": "Report",
            "headline": self.line(briefing.title).text,
            "inLanguage": self.language,
            "isBasedOn": sources,
        }
        scenes = [place for place in briefing.locations if place.scene]
        if scenes:
            value["contentLocation"] = {"@type": "Place", "name": self.chain(briefing, scenes[0])}
        return value
