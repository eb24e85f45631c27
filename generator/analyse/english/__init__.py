"""English forms of German names and of the short phrases that complete an office."""

from __future__ import annotations

from generator.analyse.english.lookup import known
from generator.analyse.english.phrases import phrase_in_english

__all__ = ["name_in_english", "phrase_in_english"]


def name_in_english(german: str, nations: frozenset[str] = frozenset()) -> str:
    """The usual English form of a name, the German one where no table and no rule has another.

    Args:
        nations: codes of the states that the article ties the name to.
    """
    return known(german) or german
