"""German words as the forms lexicon knows them, and compounds of words that it knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

ENDINGS = ("", "e", "en", "em", "er", "es", "n", "ern", "s", "ens", "nen", "se", "sen", "ses")
"""Of German nouns and adjectives, for words that no lexicon knows."""
LINKS = ("", "s", "es", "n", "en", "er", "e")
"""What may stand between the parts of a German compound (Fuhrhop 1998)."""
LONG = 12
"""Letters from which a compound of two nouns is taken for a word rather than for a surname."""
CLOSED = ("ART", "KON", "PRO", "PRP", "ADV")
"""Tags of words that are no names even with a capital, at a sentence's start."""
SHORTEST_PART = 4


class Reading(Protocol):
    """One way to read a German word."""

    @property
    def lemma(self) -> str: ...

    @property
    def tag(self) -> str: ...


class Forms(Protocol):
    """What this stage asks of the forms lexicon."""

    def readings(self, form: str) -> Sequence[Reading]:
        """Every base form and tag that `form` may have; empty where it is unknown."""


class German:
    """Questions about words; without a lexicon the answers are careful guesses."""

    def __init__(self, lexicon: Forms | None) -> None:
        self._lexicon = lexicon
        self._known: dict[str, frozenset[str]] = {}

    def bases(self, word: str) -> frozenset[str]:
        """Lower-case base forms that a word may have; of one that no lexicon knows, what is left without an ending."""
        if word not in self._known:
            lemmas = {r.lemma.lower() for form in (word, word.lower()) for r in self._readings(form)}
            stems = (word.lower().removesuffix(ending) for ending in ENDINGS if len(word) - len(ending) > 3)
            self._known[word] = frozenset((lemmas or set(stems)) | {word.lower()})
        return self._known[word]

    def is_plural(self, word: str) -> bool:
        """Whether a noun can only be a plural; of a compound that the lexicon does not have, its end decides."""
        for end in (word, *self._ends(word, 3)):
            nouns = [tag for tag in self._tags(end) if tag[0] == "SUB"]
            if nouns:
                old_dative = [tag for tag in nouns if word.endswith("e") and {"DAT", "SIN"} <= set(tag)]
                return all("PLU" in tag for tag in nouns if tag not in old_dative) and nouns != old_dative
        return False

    def is_noun(self, part: str) -> bool:
        """Whether it can be the first part of a compound."""
        if self._lexicon is None:
            return True
        forms = (form for link in LINKS for stem in [part.removesuffix(link)] for form in (stem, stem.capitalize()))
        return any(tag[0] in ("SUB", "EIG", "ADJ") for form in forms for tag in self._tags(form))

    def is_common(self, word: str) -> bool:
        """Whether the lexicon has a word, or the parts of a long compound, and only as ones that are no names."""
        tags = self._tags(word) or [tag for tag in self._tags(word.lower()) if tag[0] in CLOSED]
        if word.isupper() or tags or len(word) < LONG:
            return bool(tags) and all(tag[0] != "EIG" for tag in tags) and not word.isupper()
        return any(
            self.is_noun(word[: -len(end)].lower()) and any(tag[0] == "SUB" for tag in self._tags(end))
            for end in self._ends(word, SHORTEST_PART)
            if len(word) - len(end) >= SHORTEST_PART
        )

    def _ends(self, word: str, shortest: int) -> Iterator[str]:
        """What a compound may end in, the longest first, with a capital."""
        return (word[cut:].capitalize() for cut in range(1, len(word) - shortest + 1))

    def _tags(self, word: str) -> list[list[str]]:
        return [reading.tag.split(":") for reading in self._readings(word)]

    def _readings(self, word: str) -> Sequence[Reading]:
        return self._lexicon.readings(word) if self._lexicon is not None else ()
