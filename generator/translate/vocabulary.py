"""Which words are English ones."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import marisa_trie

from generator.translate.tables import words

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
"""A word of letters; what hyphens join are several."""


def is_english(word: str) -> bool:
    """Whether the list (SCOWL, see `training/english`) has the word, also without its 's; names need their capital."""
    bare = re.sub(r"['’](?:s|t|re|ve|ll|d|m)?$", "", word, flags=re.IGNORECASE)
    forms = (bare,) if bare.islower() else (bare, bare.lower(), bare.capitalize())
    return len(bare) < 2 or any(form in _words() for form in forms) or bare.lower() in words("english-more.txt")


@cache
def _words() -> marisa_trie.Trie:
    trie = marisa_trie.Trie()
    trie.frombytes(files("generator.translate").joinpath("tables").joinpath("english.marisa").read_bytes())
    return trie
