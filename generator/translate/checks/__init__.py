"""Checks of a translation, after the model of the Translate Toolkit's `filters` and of Weblate: one small file each.

An `error` keeps the English off the page; a `warning` lets it pass and is shown to the maintainer.
"""

from __future__ import annotations

from generator.translate.checks import (
    addresses,
    confidence,
    dates,
    dropped,
    empty,
    invented,
    leftover,
    length,
    names,
    negation,
    numbers,
    quotes,
    repetition,
    terms,
    units,
)
from generator.translate.pair import Check, Finding, Pair

CHECKS: tuple[Check, ...] = (
    empty.CHECK,
    numbers.CHECK,
    numbers.WORDS,
    dates.CHECK,
    units.CHECK,
    addresses.CHECK,
    names.CHECK,
    names.DOUBTFUL,
    negation.CHECK,
    quotes.CHECK,
    dropped.CHECK,
    length.CHECK,
    repetition.CHECK,
    leftover.CHECK,
    invented.CHECK,
    confidence.CHECK,
    confidence.UNSURE_CHECK,
    terms.ENFORCED,
    terms.PREFERRED,
)
"""In the order in which findings are told."""


def run(pair: Pair) -> tuple[Finding, ...]:
    """What the checks find wrong with a pair; of an empty English only that."""
    found: list[Finding] = []
    for check in CHECKS:
        told = check.find(pair)
        if told is not None:
            found.append(Finding(check=check.name, severity=check.severity, message=told.message, words=told.words))
            if check is empty.CHECK:
                break
    return tuple(found)


def critical(findings: tuple[Finding, ...]) -> bool:
    """Whether one of them keeps the English off the page."""
    return any(finding.severity == "error" for finding in findings)
