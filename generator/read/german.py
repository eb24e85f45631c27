"""Whether a text is German, by its commonest words."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from generator.model import Document, blank

ENOUGH = 30
"""Words from which the share of common ones says something."""
SHARE = 0.12
"""Least share of common words; German news have about a third, lists and tables fewer."""


def likely(document: Document) -> bool:
    """Whether a document may be German: too short to tell, or with enough of the language's commonest words."""
    words = re.findall(r"[^\W\d_]+", blank(document.text, document.boilerplate).lower())
    return len(words) < ENOUGH or sum(word in _common() for word in words) >= SHARE * len(words)


@cache
def _common() -> frozenset[str]:
    return frozenset(files("generator.read").joinpath("common.txt").read_text(encoding="utf-8").splitlines()[1:])
