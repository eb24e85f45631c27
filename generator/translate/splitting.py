"""Segments into the sentences that an engine gets, and back."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model import Document

_MARKS = '"„“”«»'
_LAST = re.compile(rf"[{_MARKS}][.!?…]?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """What the engine translates, and what stays outside."""

    text: str
    before: str = ""
    """English marks to stand before it: an opening quotation mark whose closing one is in a later sentence."""
    after: str = ""


def split(segment: str) -> tuple[Sentence, ...]:
    """The sentences of a segment, as the analysis parts them.

    A quotation that spans several sentences or a whole one gives its marks away: they are set again around the English.
    """
    from generator.analyse import sentences  # loads the whole analysis, which most commands do without

    found = sentences.split(Document(id="", text=segment))
    return tuple(_peeled(sentence.span.of(segment)) for sentence in found)


def join(sentences: tuple[Sentence, ...], targets: tuple[str, ...]) -> str:
    """The English sentences as one text, with the marks that stayed outside."""
    return " ".join(f"{s.before}{target}{s.after}" for s, target in zip(sentences, targets, strict=True))


def _peeled(piece: str) -> Sentence:
    count = sum(piece.count(mark) for mark in _MARKS)
    opens, closes = piece[0] in _MARKS, _LAST.search(piece)
    if count == 2 and opens and closes and len(piece) > 2:
        text, before, after = piece[1 : closes.start()], "“", "”"
    elif count % 2 and opens:
        text, before, after, closes = piece[1:], "“", "", None
    elif count % 2 and closes:
        text, before, after = piece[: closes.start()], "", "”"
    else:
        return Sentence(text=piece)
    return Sentence(text=text.strip(), before=before, after=after + (closes[0][1:] if closes else ""))
