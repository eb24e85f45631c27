"""Every word is an English one, a name or a word of the German: engines that meet rare words make some up."""

from __future__ import annotations

import unicodedata

from generator.translate.pair import Check, Complaint, Pair, complaint
from generator.translate.vocabulary import WORD, is_english

_SPELLED = str.maketrans({"ß": "ss", "ä": "ae", "ö": "oe", "ü": "ue"})


def find(pair: Pair) -> Complaint | None:
    given = [*WORD.findall(pair.source.text), *(w for _, english in pair.source.names for w in WORD.findall(english))]
    known = {form for word in given for form in _spellings(word)}
    made_up = [word for word in dict.fromkeys(WORD.findall(pair.target)) if not _known(word, known)]
    return complaint([f"“{word}” is no word" for word in made_up], words=tuple(made_up))


def _known(word: str, known: set[str]) -> bool:
    bare = word.replace("’", "'").removesuffix("'s").removesuffix("'")
    if len(bare) < 3 or bare.isupper() or is_english(bare):
        return True
    return not known.isdisjoint(
        {form for w in (bare, bare.removesuffix("s"), f"{bare}s", f"{bare}er") for form in _spellings(w)}
    )


def _spellings(word: str) -> set[str]:
    """A word in lower case, and as it is written where there are no umlauts and accents."""
    low = word.lower().replace("’", "'").removesuffix("'s")
    return {low, low.translate(_SPELLED), "".join(c for c in unicodedata.normalize("NFD", low) if c.isalpha())}


CHECK = Check(name="invented-words", severity="error", find=find)
