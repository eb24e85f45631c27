"""Organisations that the article abbreviates in brackets: "Militärischer Abschirmdienst (MAD)".

The letters of the abbreviation must stand in this order in the words before, the first at the start of a word (after
Schwartz & Hearst 2003).
"""

from __future__ import annotations

import re

from generator.analyse.lexicon import Lexicon
from generator.analyse.names.chunks import Chunk, Sentences
from generator.analyse.names.features import institutions
from generator.analyse.tokens import Token

ABBREVIATION = re.compile(r"[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{0,4}[A-ZÄÖÜ][a-zäöü]{0,2}")
INNER = frozenset(
    ("für", "der", "des", "die", "und", "im", "in", "von", "vom", "zur", "of", "for", "and", "the", "&", "de")
)
"""Lower-case words inside an organisation's name."""
REACH = 8
"""Most words of a name that an abbreviation stands for."""


def define(tokens: Sentences, chunks: list[list[Chunk]], lexicon: Lexicon) -> list[list[Chunk]]:
    """The names with those that an abbreviation of an organisation explains."""
    known = {
        sentence[chunk.first].text
        for sentence, found in zip(tokens, chunks, strict=True)
        for chunk in found
        if chunk.kind == "organisation" and chunk.last - chunk.first == 1
    }
    return [_sentence(s, c, known, lexicon) for s, c in zip(tokens, chunks, strict=True)]


def _sentence(sentence: tuple[Token, ...], chunks: list[Chunk], known: set[str], lexicon: Lexicon) -> list[Chunk]:
    for at in range(2, len(sentence) - 1):
        short = sentence[at].text
        if sentence[at - 1].text != "(" or sentence[at + 1].text != ")" or not ABBREVIATION.fullmatch(short):
            continue
        first = _start(sentence, at - 1, short)
        if first is None or not (short in known or _body(sentence, first, at - 1, lexicon)):
            continue
        over = [c for c in chunks if c.overlaps(first, at - 1)]
        if any(c.first < first or c.kind == "person" for c in over):
            continue
        new = [Chunk(first=first, last=at - 1, kind="organisation", weight=1.0)]
        if not any(c.overlaps(at, at + 1) for c in chunks):
            new.append(Chunk(first=at, last=at + 1, kind="organisation", weight=1.0))
        chunks = sorted([*(c for c in chunks if c not in over), *new], key=lambda c: c.first)
    return chunks


def _start(sentence: tuple[Token, ...], end: int, short: str) -> int | None:
    """The nearest token from which the words up to `end` hold the letters of the abbreviation in order."""
    for first in range(end - 1, max(-1, end - 1 - REACH), -1):
        form = sentence[first].text
        if form in ("Der", "Die", "Das") or not (form[:1].isupper() or form in INNER):
            return None
        if form[0] == short[0] and _holds("".join(t.text for t in sentence[first:end]), short):
            return first
    return None


def _holds(text: str, short: str) -> bool:
    letters = iter(text.lower())
    return all(letter in letters for letter in short.lower())


def _body(sentence: tuple[Token, ...], first: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a noun of an institution is among the words: "Abschirmdienst", "Landesamt"."""
    for token in sentence[first:end]:
        last = token.text.rpartition("-")[2]
        tail = lexicon.tail(last) or last
        if {tail, tail.removesuffix("s"), tail.removesuffix("es")} & institutions():
            return True
    return False
