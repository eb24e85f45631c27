"""Words, numbers and marks of a text, with their places in it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from generator.analyse.tables import words
from generator.model import Span

TOKEN = re.compile(
    r"""
    (?P<address> https?://\S*[^\s.,;:!?)"“”»«] | www\.\S*[^\s.,;:!?)"“”»«]
        | (?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.[\w.-]*\w )
  | (?P<station> [A-ZÄÖÜ]{2,}\.\d+\b )                               # SAT.1
  | (?P<dots> \.{2,} | … )
  | (?P<short> (?:[^\W\d_]{1,4}\.){2,} )                        # z.B., u.a., U.S.
  | (?P<number> \d+ (?:[.,:/]\d+)* (?:-[^\W\d_]+(?:-[^\W_]+)*)? \.? )  # 1.500,5; 14.30; 13.; 100-jährig
  | (?P<word> [^\W_]+
        (?: (?:['’ʼ´`′&/-]|[‐‑]|\.(?=[a-zäöü]{2})) [^\W_]+ | [:*_](?=in(?:nen)?\b)[^\W_]+ )*
        (?:[-‐‑](?=\s|,|\.|;|\)|/))? \.? )
  | (?P<mark> \S )
    """,
    re.VERBOSE,
)
ROMAN = re.compile("[IVX]{2,5}")
SINGLE = frozenset(("'", "’", "‚", "‘"))
GENITIVE = re.compile(r"[sxzßS]['’](?=\s+[^\W\d_])")
"""An apostrophe that stands for a genitive ending: "Görlitz' Oberbürgermeisterin"."""


class Token(NamedTuple):
    """One word, number or mark; `start` and `end` count code points of the document from 0, half-open."""

    start: int
    end: int
    text: str


def tokenize(text: str, span: Span) -> tuple[Token, ...]:
    """The tokens of one sentence. The full stop of an abbreviation, an initial or an ordinal number stays with it,
    unless it ends the sentence."""
    found: list[Token] = []
    quoted = False
    for match in TOKEN.finditer(text, span.start, span.end):
        form, start, end = match[0], match.start(), match.end()
        if form in SINGLE:
            if not quoted and found and found[-1].end == start and GENITIVE.match(text, start - 1, span.end):
                found[-1] = Token(found[-1].start, end, found[-1].text + form)
                continue
            quoted = not quoted
        whole = form[-1] != "." or len(form) == 1 or match.lastgroup in ("dots", "address", "short")
        if whole or (end < span.end and _keeps(form, match.lastgroup)):
            found.append(Token(start, end, form))
        else:
            found += (Token(start, end - 1, form[:-1]), Token(end - 1, end, "."))
    return tuple(found)


def abbreviated(word: str) -> bool:
    """Whether a full stop after `word` (given without it) belongs to it: an abbreviation, an initial, an ordinal."""
    return (
        (len(word) == 1 and word.isalpha())
        or word.isdigit()
        or ROMAN.fullmatch(word) is not None
        or word in abbreviations()
    )


@cache
def abbreviations() -> frozenset[str]:
    """Abbreviations without their full stop."""
    return words("", "abbreviations.txt")


def _keeps(form: str, group: str | None) -> bool:
    return form[:-1].isdigit() if group == "number" else abbreviated(form[:-1])
