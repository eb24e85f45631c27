"""The constructions, in the order in which they are looked for. A rule sees what the rules before it have found."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.analyse.quotations.drafts import Draft, View
from generator.analyse.quotations.rules import (
    anaphora,
    dependent,
    direct,
    following,
    free,
    konjunktiv,
    manner,
    nouns,
    partial,
    preceding,
    reported,
    source,
)

Rule = Callable[[View], Iterator[Draft]]

RULES: tuple[Rule, ...] = (
    direct.find,
    following.find,
    preceding.find,
    source.find,
    manner.find,
    nouns.find,
    anaphora.find,
    reported.find,
    konjunktiv.find,
    dependent.find,
    free.find,
    partial.find,
)
