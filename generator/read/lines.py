"""The lines of an article: metadata, promotion, credits and legal lines marked; headings told from running text."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.model import Document, Span
from generator.read import agencies, dates, patterns

LINE_END = re.compile("\n")
END = Span(start=sys.maxsize, end=sys.maxsize)
SENTENCE_END = re.compile(r"[.!?…:;,][\"“”»«’')\]]*$")
HEADING_WORDS = 16
"""Most words of a heading without marks."""
LABEL_WORDS = 8
"""Most words of one that no blank line parts from its paragraph: a line of wrapped text has more."""
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
    opens: bool
    """Nothing, or a blank line, stands before it."""
    closes: bool
    """Nothing, or a blank line, stands after it."""


def document(id: str, text: str, boilerplate: tuple[Span, ...], headings: tuple[Span, ...] = ()) -> Document:
    """A document whose `boilerplate` and `headings` are known in part; the rest is found here."""
    found = Document(id=id, text=text, boilerplate=boilerplate, headings=headings)
    found = _date(found)
    own = list(_lines(found))
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
    text, hidden = document.text, iter((*sorted(document.boilerplate), END))
    hide = next(hidden)
    ends = [match.start() for match in LINE_END.finditer(text)]
    raw = list(zip((0, *(end + 1 for end in ends)), (*ends, len(text)), strict=True))
    blank = [True, *(not text[start:end].strip() for start, end in raw), True]
    for number, (start, end) in enumerate(raw):
        while hide.end <= start:
            hide = next(hidden)
        while hide.start <= start < hide.end and start < end:
            start = min(hide.end, end)
            hide = next(hidden) if hide.end <= start else hide
        while start < end and text[start].isspace():
            start += 1
        end = hide.start if start < hide.start < end <= hide.end else end
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            span = Span(start=start, end=end)
            yield Line(span=span, text=text[start:end], opens=blank[number], closes=blank[number + 2])


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
    """A short line without a full stop, alone or right before a paragraph of longer lines."""
    if at + 1 == len(lines):
        return False
    line, words = lines[at], len(lines[at].text.split())
    first = line.text.lstrip("„\"“»'‚(")[:1]
    if not line.opens or _ended(line.text) or not first.isalnum() or first.islower():
        return False
    return (
        words <= HEADING_WORDS if line.closes else words <= LABEL_WORDS and len(lines[at + 1].text) > 2 * len(line.text)
    )


def _ended(line: str) -> bool:
    return SENTENCE_END.search(line) is not None


def _title(document: Document, heads: list[Line], rest: list[Line]) -> str | None:
    """The first line, where it is a heading and no caption."""
    if document.title or not heads or not rest or heads[0] is not rest[0] or patterns.is_caption(heads[0].text):
        return document.title
    return heads[0].text
