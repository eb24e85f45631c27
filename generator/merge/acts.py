"""What is done with words: promises, announcements, demands, refusals; and what an event comes to."""

from __future__ import annotations

from generator.analyse.lexicon import Lexicon
from generator.merge.tables import words
from generator.merge.words import WORD

PREFIXES = frozenset(("ab", "an", "auf", "aus", "bekannt", "ein", "fest", "frei", "vor", "zu", "zurück", "zusammen"))
"""What stands apart from verbs."""


def verbs(lexicon: Lexicon, text: str) -> frozenset[str]:
    """Every verb that the words may hold, as infinitives, with what stands apart from it: "sicherte ... zu"."""
    forms = WORD.findall(text)
    plain = {
        reading.lemma
        for form in forms
        if form.islower()
        for reading in lexicon.readings(form)
        if reading.tag.startswith(("VER", "PA2"))
    }
    return frozenset(plain | {form + lemma for form in forms if form in PREFIXES for lemma in plain})


def is_act(lexicon: Lexicon, text: str) -> bool:
    """Whether a verb of an act of speech stands in the words."""
    return bool(verbs(lexicon, text) & words("", "acts.txt"))


def is_outcome(lexicon: Lexicon, text: str) -> bool:
    """Whether a verb of an act of speech or of an outcome stands in the words."""
    return bool(verbs(lexicon, text) & (words("", "acts.txt") | words("", "outcomes.txt")))
