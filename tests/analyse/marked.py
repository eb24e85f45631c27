"""Fixtures of the analysis: German with its names marked, a dot, what is expected; a block begins with `#`.

`{Karin Berger|person}` is a name as the tagger would give it.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from generator.analyse import sentences
from generator.analyse.article import Article
from generator.analyse.lexicon import Lexicon
from generator.analyse.names import NameSpan
from generator.analyse.tokens import tokenize
from generator.model import Document, PartialDate, Span

HERE = Path(__file__).parent
MODELS = HERE.parents[1] / "models"
NAME = re.compile(r"\{([^|{}]+)\|(\w+)\}")


def cases(name: str) -> list[object]:
    """The blocks of a fixture file as parameters: input and expected lines."""
    text = (HERE / "fixtures" / name).read_text(encoding="utf-8")
    found = []
    for block in re.split(r"\n(?=# )", text):
        title, _, rest = block.strip().partition("\n")
        given, _, expected = rest.partition("\n.")
        lines = [line for line in expected.strip().splitlines() if line]
        found.append(pytest.param(given.strip(), lines, id=title.removeprefix("# ")))
    return found


@cache
def lexicon() -> Lexicon:
    return Lexicon.load(MODELS / "lexicon")


def read(marked: str, published: PartialDate | None = None) -> tuple[Article, tuple[NameSpan, ...]]:
    """The article without its marks, and the names that were marked."""
    names, text = [], ""
    at = 0
    for match in NAME.finditer(marked):
        text += marked[at : match.start()]
        names.append(NameSpan(span=Span(start=len(text), end=len(text) + len(match[1])), kind=match[2], part=False))
        text += match[1]
        at = match.end()
    text += marked[at:]
    dateline = re.match(r"[A-ZÄÖÜ]\w+ \(\w+\) -", text)
    document = Document(
        id="x", text=text, published=published, dateline=Span(start=0, end=dateline.end()) if dateline else None
    )
    split = sentences.split(document)
    tokens = tuple(tokenize(text, sentence.span) for sentence in split)
    return Article(document=document, sentences=split, tokens=tokens, lexicon=lexicon()), tuple(names)
