"""Tokens: words, numbers and marks with their places."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.analyse.tokens import tokenize
from generator.model import Span
from tests.analyse.marked import cases

GERMAN = st.text(alphabet=st.sampled_from("abcdeiklnrstuzäöüßABDEKS.,;:!?„“”\"'’‚‘»«()-–…/&@1230 \n\t"), max_size=200)


@pytest.mark.parametrize("text, expected", cases("tokens.txt"))
def test_tokens(text: str, expected: list[str]) -> None:
    found = [token.text for token in tokenize(text, Span(start=0, end=len(text)))]
    assert " | ".join(found) == expected[0]


@given(st.one_of(GERMAN, st.text(max_size=200)), st.integers(0, 20), st.integers(0, 20))
def test_every_character_but_space_lies_in_one_token(text: str, before: int, after: int) -> None:
    span = Span(start=min(before, len(text)), end=max(min(before, len(text)), len(text) - after))
    tokens = tokenize(text, span)
    at = span.start
    for token in tokens:
        assert at <= token.start < token.end <= span.end
        assert text[token.start : token.end] == token.text
        assert not text[at : token.start].strip()
        at = token.end
    assert not text[at : span.end].strip()


@pytest.mark.parametrize("unit", ["Wort ", "a+", "„Hans' ", "A. ", "...", "http://", "a@", "1.", "x-"])
def test_time_grows_with_the_length_alone(unit: str) -> None:
    text = unit * (500_000 // len(unit))
    begin = perf_counter()
    tokenize(text[:50_000], Span(start=0, end=50_000))
    tenth = perf_counter() - begin
    begin = perf_counter()
    tokenize(text, Span(start=0, end=len(text)))
    assert perf_counter() - begin < 60 * tenth + 1


def test_a_line_of_five_megabytes() -> None:
    text = "Der Rat tagt am 3. Mai. " * 200_000
    begin = perf_counter()
    tokenize(text, Span(start=0, end=len(text)))
    assert perf_counter() - begin < 60
