"""Which tokens are finite verbs, and which only look like one."""

from __future__ import annotations

from generator.analyse.quotations.lexical import verbs
from generator.analyse.quotations.reading import CUTS, MARKS, Text
from generator.analyse.tables import words

ALONE = frozenset(("er", "sie", "es", "man", "wir", "ich", "wer", "ihnen", "ihm", "ihn", "sich", "niemand", "jemand"))
"""Pronouns that are no articles."""


def finite(text: Text, at: int) -> int:
    """2: a finite verb; 1: perhaps one, by its spelling also an infinitive or participle; 0: none."""
    form = text.forms[at]
    if not form.finite:
        return 0
    word = text.lower[at]
    if form.infinitive or form.participle:
        return 1
    if form.attributive and (form.present or _attributive(text, at)):
        return 0
    return 0 if word in words("quotations", "no_verbs.txt") else 2


def _attributive(text: Text, at: int) -> bool:
    """Whether a word that could be verb or adjective stands before a noun as its attribute."""
    if at + 1 >= len(text.tokens):
        return False
    after, before = text.forms[at + 1], text.forms[at - 1] if at else None
    follows = (bool(after.noun) and not after.preposition) or after.attributive or text.tokens[at + 1].text in MARKS
    if not follows:
        return False
    if before is None or text.lower[at - 1] in CUTS or text.tokens[at - 1].text in MARKS:
        return not any("v" in e.takes for lemma in text.forms[at].finite for e in verbs().get(lemma, ()))
    word = text.lower[at - 1]
    adverbial = (before.adverb or (before.adjective and not before.attributive)) and at > 1
    if adverbial and text.forms[at - 2].determiner and not text.forms[at - 2].noun:
        return True
    determined = before.determiner and word not in ALONE and not before.noun
    return bool(determined or (before.attributive and not before.finite) or before.preposition or word[0].isdigit())
