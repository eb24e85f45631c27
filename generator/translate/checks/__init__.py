"""Checks of a translation, after the model of the Translate Toolkit's `filters` and of Weblate: one small file each.

An `error` keeps the English off the page; a `warning` lets it pass and is shown to the maintainer.
"""

from __future__ import annotations

from generator.translate.checks import dates, empty, leftover, length, names, negation, numbers, quotes, repetition
from generator.translate.pair import Check, Finding, Pair

CHECKS: tuple[Check, ...] = (
    empty.CHECK,
    numbers.CHECK,
    numbers.WORDS,
    dates.CHECK,
    names.CHECK,
    negation.CHECK,
    quotes.CHECK,
    length.CHECK,
    repetition.CHECK,
    leftover.CHECK,
)
"""In the order in which findings are told."""


def run(pair: Pair) -> tuple[Finding, ...]:
    """What the checks find wrong with a pair."""
    if message := empty.CHECK.find(pair):
        return (Finding(check=empty.CHECK.name, severity=empty.CHECK.severity, message=message),)
    found = ((check, check.find(pair)) for check in CHECKS)
    return tuple(Finding(check=c.name, severity=c.severity, message=message) for c, message in found if message)


def critical(findings: tuple[Finding, ...]) -> bool:
    """Whether one of them keeps the English off the page."""
    return any(finding.severity == "error" for finding in findings)
