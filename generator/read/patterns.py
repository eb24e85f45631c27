"""Lines that are not the article (`boilerplate.txt`), credit its text (`credits.txt`) or describe a picture."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files


def is_boilerplate(line: str) -> bool:
    """Whether a whole line is promotion, a credit, a certificate or a legal notice."""
    return _pattern("boilerplate.txt").match(line) is not None


def credits_text(line: str) -> bool:
    """Whether a line says whose text the article is, rather than whose picture."""
    return _pattern("credits.txt").match(line) is not None


def is_caption(line: str) -> bool:
    """Whether a line describes a picture rather than the article."""
    return _pattern("captions.txt").search(line) is not None


@cache
def _pattern(name: str) -> re.Pattern[str]:
    text = files("generator.read").joinpath(name).read_text(encoding="utf-8")
    return re.compile("|".join(f"(?:{p})" for line in text.splitlines() if (p := line.strip()) and p[0] != "#"))
