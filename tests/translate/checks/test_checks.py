"""Every check with good and bad pairs."""

from __future__ import annotations

import pytest

from generator.translate import checks
from generator.translate.pair import Pair, Source
from tests.translate.fixture import cases, source

ELSEWHERE = ("terms", "preferred-terms", "confidence", "low-confidence")
"""Checks that need more than a pair of texts."""


@pytest.mark.parametrize(("given", "expected"), cases("checks.txt"))
def test_pair(given: list[str], expected: str) -> None:
    name, german, english = given
    check = next(c for c in checks.CHECKS if c.name == name)
    found = check.find(Pair(source=source(german), target=english))
    assert (f"bad {found.message}" if found else "good") == expected


def test_every_check_has_a_good_and_a_bad_pair() -> None:
    seen = {(case.values[0][0], case.values[1].split()[0]) for case in cases("checks.txt")}  # type: ignore[attr-defined]
    without = {c.name for c in checks.CHECKS if c.name not in ELSEWHERE}
    assert {(name, verdict) for name in without for verdict in ("good", "bad")} <= seen


def test_names_are_unique_and_severities_are_set() -> None:
    assert len({c.name for c in checks.CHECKS}) == len(checks.CHECKS)


def test_an_empty_english_is_told_once() -> None:
    found = checks.run(Pair(source=Source(text="Es waren nicht 15."), target=" "))
    assert [f.check for f in found] == ["empty"]
    assert checks.critical(found)


def test_a_warning_alone_is_not_critical() -> None:
    found = checks.run(Pair(source=Source(text="Drei Männer kamen."), target="Four men came."))
    assert [f.check for f in found] == ["number-words"]
    assert not checks.critical(found)


@pytest.mark.parametrize(
    ("score", "expected"), [(None, []), (-0.3, []), (-0.65, ["low-confidence"]), (-0.9, ["confidence"])]
)
def test_what_the_engine_was_unsure_of(score: float | None, expected: list[str]) -> None:
    found = checks.run(Pair(source=Source(text="Er kam."), target="He came.", score=score))
    assert [f.check for f in found] == expected
    assert checks.critical(found) == (expected == ["confidence"])
