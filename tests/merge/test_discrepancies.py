"""Discrepancies of an event, from a fixture: articles, a dot, topic: position [sources] | position [sources]."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.merge import discrepancies
from generator.merge.discrepancies import numbers
from generator.model import Text
from tests.merge.events import cases, event, letters


@pytest.mark.parametrize(("block", "expected"), cases("discrepancies.txt"))
def test_discrepancies(block: str, expected: list[str]) -> None:
    happened = event(block)
    lines = [
        f"{both(d.topic)}: " + " | ".join(f"{both(p.text)} [{letters(happened, p.reports)}]" for p in d.positions)
        for d in discrepancies.find(happened)
    ]
    assert lines == expected


def test_one_article_contradicts_nobody() -> None:
    assert discrepancies.find(event("In {Ulm|place} starben zwölf Menschen. Es starben 14 Menschen.")) == ()


@pytest.mark.parametrize(
    ("words", "value", "english", "bound"),
    [
        ("zwölf", 12, "twelve", ""),
        ("Zwölf", 12, "twelve", ""),
        ("einundzwanzig", 21, "21", ""),
        ("29.770", 29770, "29,770", ""),
        ("2,5 Millionen", 2_500_000, "2.5 million", ""),
        ("mindestens 12", 12, "12", "least"),
        ("mehr als 12", 12, "12", "least"),
        ("bis zu 12", 12, "12", "most"),
        ("rund 12", 12, "12", "about"),
    ],
)
def test_numbers(words: str, value: float, english: str, bound: str) -> None:
    (number,) = numbers.find(tuple(words.split()))
    assert (number.value, number.english, number.bound) == (value, english, bound)


@pytest.mark.parametrize("words", ["2024", "3.", "Haus", "am Morgen"])
def test_no_numbers(words: str) -> None:
    assert numbers.find(tuple(words.split())) == ()


@given(st.lists(st.sampled_from(["rund", "12", "zwei", "Millionen", "als", "mehr", "1.000", "Euro"]), max_size=8))
def test_numbers_lie_in_their_sentence_and_agree_with_themselves(forms: list[str]) -> None:
    for number in numbers.find(tuple(forms)):
        assert 0 <= number.first < number.last <= len(forms)
        assert number.compatible(number)


def both(text: Text) -> str:
    return text.de if text.en is None else f"{text.de} = {text.en}"
