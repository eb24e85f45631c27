"""Sentences of an article, in its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analyse.tables import words
from generator.analyse.tokens import abbreviated
from generator.model import Document, Sentence, Span

END = re.compile(r"(?<![.!?…])[.!?…]+[\"“”»«’'‘)\]]*(?=\s+[\"„“”»«‚'’(\[–-]?\s?[A-ZÄÖÜ0-9])")
"""What ends a sentence: marks, closing quotation marks and brackets, before a capital or a number."""
LINE_END = re.compile(r"[.!?…:][\"“”»«’'‘)\]]*\s*$")
LAST_WORD = re.compile(r"([^\W_]+(?:\.[^\W_]+)*)\.$")
NEXT_WORD = re.compile(r"\s+[\"„“”»«‚'’(\[–-]?\s?([^\W_]+)")
LARGEST_ORDINAL = 3
"""Digits of a number before whose full stop no sentence ends: "der 100. Geburtstag", but "im Jahr 2023. ..." """


def split(document: Document) -> tuple[Sentence, ...]:
    """The sentences outside the boilerplate, in text order; headings and the dateline are sentences of their own."""
    found: list[Sentence] = []
    paragraph = -1
    for block, heading, begins in _blocks(document):
        paragraph += begins or paragraph < 0
        for span in _sentences(document.text, block) if not heading else (block,):
            found.append(Sentence(span=span, paragraph=paragraph, heading=heading))
    return tuple(found)


def _blocks(document: Document) -> Iterator[tuple[Span, bool, bool]]:
    """Stretches of running text and headings, stripped: span, whether a heading, whether a paragraph begins."""
    marked: list[tuple[Span, bool | None]] = [(span, None) for span in document.boilerplate]
    marked += [(span, True) for span in document.headings]
    marked += [(document.dateline, False)] if document.dateline else []
    marked.append((Span(start=len(document.text), end=len(document.text) + 1), None))
    at, dateline = 0, False
    for span, heading in sorted(marked, key=lambda m: m[0]):
        if span.end <= at:
            continue
        for number, block in enumerate(_paragraphs(document.text, at, span.start)):
            yield block, False, number > 0 or not dateline
        own = _stripped(document.text, max(at, span.start), span.end) if heading is not None else None
        if own:
            yield own, True, True
        at, dateline = span.end, heading is False


def _paragraphs(text: str, start: int, end: int) -> Iterator[Span]:
    """Stretches between blank lines, and between lines whose last mark ends a sentence."""
    at = start
    for match in re.finditer(r"\n", text[start:end]):
        line_end = start + match.start()
        following = text[line_end + 1 : line_end + 2]
        if line_end < at:
            continue
        if following == "\n" or following.isspace() or LINE_END.search(text[max(at, line_end - 200) : line_end]):
            if span := _stripped(text, at, line_end):
                yield span
            at = line_end + 1
    if span := _stripped(text, at, end):
        yield span


def _sentences(text: str, block: Span) -> Iterator[Span]:
    at = block.start
    for match in END.finditer(text, block.start, block.end):
        if _inside(text, match, block.end):
            continue
        yield Span(start=at, end=match.end())
        at = match.end()
        while text[at].isspace():
            at += 1
    yield Span(start=at, end=block.end)


def _inside(text: str, end: re.Match[str], limit: int) -> bool:
    """Whether a full stop belongs to an abbreviation or ordinal, and the sentence goes on."""
    if end[0] != ".":
        return False
    last = LAST_WORD.search(text, max(0, end.start() - 40), end.end())
    if last is None or not (abbreviated(last[1]) or ("." in last[1] and last[1][-1].isalpha())):
        return False
    if last[1].isdigit() and len(last[1]) > LARGEST_ORDINAL:
        return False
    following = NEXT_WORD.match(text, end.end(), limit)
    return following is None or following[1] not in words("", "openers.txt")


def _stripped(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start=start, end=end) if start < end else None
