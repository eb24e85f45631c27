"""Which words are English ones."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import marisa_trie

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
"""A word of letters; what hyphens join are several."""


def is_english(word: str) -> bool:
    """Whether the list (SCOWL, see `training/english`) has the word, in this or in lower case, or without its 's."""
    bare = re.sub(r"['’](?:s|t|re|ve|ll|d|m)?$", "", word, flags=re.IGNORECASE)
    return len(bare) < 2 or any(form in _words() for form in (bare, bare.lower(), bare.capitalize()))


@cache
def _words() -> marisa_trie.Trie:
    trie = marisa_trie.Trie()
    trie.frombytes(files("generator.translate").joinpath("tables").joinpath("english.marisa").read_bytes())
    return trie
