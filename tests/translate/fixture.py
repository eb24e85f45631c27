"""Fixtures of pairs: blocks that begin with `#`, their lines, a dot, what is expected."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from generator.analyse.lexicon import Lexicon
from generator.translate.pair import Source, Sources
from generator.translate.termbase import Termbase

HERE = Path(__file__).parent
_NAME = re.compile(r"\{([^={}]+)=([^{}]+)\}")


def cases(name: str) -> list[object]:
    """The blocks of a fixture file as parameters: given lines, expected line."""
    text = (HERE / "fixtures" / name).read_text(encoding="utf-8")
    found = []
    for block in re.split(r"\n\n+(?=# )", text.strip())[1:]:
        title, *lines = block.splitlines()
        dot = lines.index(".")
        found.append(pytest.param(lines[:dot], "\n".join(lines[dot + 1 :]), id=title.removeprefix("# ")))
    return found


def source(marked: str) -> Source:
    """A German text with its names marked, as the translator sees it."""
    return _sources().of(_NAME.sub(r"\1", marked), tuple((m[1], m[2]) for m in _NAME.finditer(marked)))


@cache
def _sources() -> Sources:
    return Sources(Termbase(()), Lexicon.load(HERE.parents[1] / "models" / "lexicon"))
