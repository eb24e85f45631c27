"""Segments into the sentences that an engine gets, and back."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.analyse.tokens import abbreviated

_END = re.compile(r"(?<=[.!?…])([\"“”«»'’)\]]*)\s+(?=[\"„“»«(\[‚']?[A-ZÄÖÜ0-9])")
_WORD = re.compile(r"([\wÄÖÜäöüß.-]+?)\.[\"“”«»'’)\]]*$")
_OPENING, _CLOSING = "„“»\"‚'", "“”«»\"‘’'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """What the engine translates, and what stays outside."""

    text: str
    before: str = ""
    """English marks to stand before it: an opening quotation mark whose closing one is in a later sentence."""
    after: str = ""


def split(segment: str) -> tuple[Sentence, ...]:
    """The sentences of a segment.

    A quotation that spans several sentences or a whole one gives its marks away: they are set again around the English.
    """
    starts = [0]
    for match in _END.finditer(segment):
        if not _abbreviated(segment[: match.start()]):
            starts.append(match.end())
    pieces = [segment[a:b].strip() for a, b in zip(starts, [*starts[1:], len(segment)], strict=True)]
    return tuple(_peeled(piece) for piece in pieces if piece)


def join(sentences: tuple[Sentence, ...], targets: tuple[str, ...]) -> str:
    """The English sentences as one text, with the marks that stayed outside."""
    return " ".join(f"{s.before}{target}{s.after}" for s, target in zip(sentences, targets, strict=True))


def _abbreviated(text: str) -> bool:
    match = _WORD.search(text)
    if match is None:
        return False
    return abbreviated(match[1])


def _peeled(piece: str) -> Sentence:
    marks = re.findall(r"[\"„“”»«]", piece)
    opens, closes = piece[0] in '„“»"', piece[-1] in '“”«"' and len(piece) > 1
    if len(marks) == 2 and opens and closes:
        return Sentence(text=piece[1:-1].strip(), before="“", after="”")
    if len(marks) % 2 and opens:
        return Sentence(text=piece[1:].strip(), before="“")
    if len(marks) % 2 and closes:
        return Sentence(text=piece[:-1].strip(), after="”")
    return Sentence(text=piece)
