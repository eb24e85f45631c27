"""The lines of an article: metadata, promotion, credits and legal lines marked; headings told from running text."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.model import Document, Span
from generator.read import agencies, dates, patterns

LINE = re.compile(r"[^\n]*")
END = Span(start=sys.maxsize, end=sys.maxsize)
SENTENCE_END = re.compile(r"[.!?…:;,][\"“”»«’')\]]*$")
HEADING_WORDS = 16
"""Most words of a heading without marks."""
DATELINE = re.compile(
    r"(?P<places>[A-ZÄÖÜ][\w.-]*(?: [A-ZÄÖÜa-zäöü][\w.-]*){0,3}(?:/[A-ZÄÖÜ][\w. -]*?)*)"
    r"(?:,? (?:den )?\d{1,2}\. ?[A-ZÄÖÜ\d][\w.]*(?: \d{4})?)? ?\((?P<agencies>[\w/, -]{2,40})\) ?(?:[-–—]{1,2} ?|: )"
)
CREDIT = re.compile(
    r"[\s(]*\((?P<agencies>[\w/,; .&-]{2,40})\)?[\s.]*$|[\s]+(?P<bare>[a-zA-Z]{2,10}(?:/[\w-]{2,12})+)\s*$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line that is not blank, without the white space around it."""

    span: Span
    text: str
    alone: bool
    """Blank lines, or the ends of the text, stand before and after it."""


def document(id: str, text: str, boilerplate: tuple[Span, ...], headings: tuple[Span, ...] = ()) -> Document:
    """A document whose `boilerplate` and `headings` are known in part; the rest is found here."""
    found = Document(id=id, text=text, boilerplate=boilerplate, headings=headings)
    found = _date(found)
    own = [line for line in _lines(found)]
    marked = [line.span for line in own if patterns.is_boilerplate(line.text)]
    named = {a for line in own if patterns.credits_text(line.text) for a in agencies.credited(line.text)}
    rest = [line for line in own if line.span not in marked]
    credit, by = _credit(rest)
    dateline, wires = _dateline(rest)
    first = dateline.start if dateline else -1
    heads = [line for at, line in enumerate(rest) if line.span.start != first and _heading(rest, at)]
    spans = (*found.boilerplate, *marked, *([credit] if credit else []))
    return replace(
        found,
        title=_title(found, heads, rest),
        agencies=tuple(sorted({*named, *by, *wires})),
        boilerplate=tuple(sorted(spans)),
        headings=tuple(sorted({*headings, *(line.span for line in heads)})),
        dateline=dateline,
    )


def _lines(document: Document) -> Iterator[Line]:
    """The lines outside the boilerplate known so far."""
    text, hidden = document.text, iter((*document.boilerplate, END))
    hide = next(hidden)
    raw = [match.span() for match in LINE.finditer(text)]
    blank = [True, *(text[start:end].isspace() or not text[start:end] for start, end in raw), True]
    for number, (start, end) in enumerate(raw):
        while hide.end <= start:
            hide = next(hidden)
        while hide.start <= start < hide.end and start < end:
            start = min(hide.end, end)
            hide = next(hidden) if hide.end <= start else hide
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            span = Span(start=start, end=end)
            yield Line(span=span, text=text[start:end], alone=blank[number] and blank[number + 2])


def _date(document: Document) -> Document:
    """The article's date from a line that states it and nothing else, or from a mark before the first words."""
    found = dates.leading(document.text)
    if found is None:
        return document
    span, date = found
    return replace(document, published=date, boilerplate=(*document.boilerplate, span))


def _credit(lines: list[Line]) -> tuple[Span | None, tuple[str, ...]]:
    """Agencies in brackets after the last sentence."""
    for line in reversed(lines):
        match = CREDIT.search(line.text)
        if match is None or match.start() < len(line.text) - 45:
            continue
        names = agencies.listed(match["agencies"] or match["bare"])
        if names:
            start = line.span.start + match.start()
            while line.text[start - line.span.start] in " \t":
                start += 1
            return Span(start=start, end=line.span.end), names
    return None, ()


def _dateline(lines: list[Line]) -> tuple[Span | None, tuple[str, ...]]:
    for line in lines[:3]:
        match = DATELINE.match(line.text)
        names = agencies.listed(match["agencies"]) if match else ()
        if match and names:
            return Span(start=line.span.start, end=line.span.start + match.end()), names
    return None, ()


def _heading(lines: list[Line], at: int) -> bool:
    line = lines[at]
    if not line.alone or at + 1 == len(lines):
        return False
    first = line.text.lstrip("„\"“»'‚(")[:1]
    return first.isalnum() and not first.islower() and not _ended(line.text) and len(line.text.split()) <= HEADING_WORDS


def _ended(line: str) -> bool:
    return SENTENCE_END.search(line) is not None


def _title(document: Document, heads: list[Line], rest: list[Line]) -> str | None:
    """The first line, where it is a heading and no caption."""
    if document.title or not heads or not rest or heads[0] is not rest[0] or patterns.is_caption(heads[0].text):
        return document.title
    return heads[0].text
