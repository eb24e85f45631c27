"""What rules set right in the engine's English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.translate.pair import Source
from generator.translate.repair import paired, repaired
from tests.translate.fixture import cases, source


@pytest.mark.parametrize(("given", "expected"), cases("repairs.txt"))
def test_repair(given: list[str], expected: str) -> None:
    german, english = given
    assert repaired(source(german), english) == expected


@pytest.mark.parametrize(("given", "expected"), cases("repairs.txt"))
def test_a_repair_leaves_nothing_to_repair(given: list[str], expected: str) -> None:
    assert repaired(source(given[0]), expected) == expected


@given(st.text('„“”«»"ab .,', max_size=20))
def test_marks_pair_or_stay(text: str) -> None:
    made = paired(text)
    assert len(made) == len(text)
    opened = made.count("“")
    assert made == text or opened == made.count("”")


@given(st.text("0123456789.,: UhrMioEuro%", max_size=24), st.text("0123456789.,: millionpm%'", max_size=24))
def test_any_digits_are_survived(german: str, english: str) -> None:
    repaired(Source(text=german), english)
