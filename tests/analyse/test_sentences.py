"""Sentences and paragraphs of an article."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.analyse.sentences import split
from generator.model import Document, Span, blank
from tests.analyse.marked import cases

GERMAN = st.text(alphabet=st.sampled_from("abeinsABDES.!?…„“\"'’()-–:123 \n"), max_size=300)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A text with boilerplate and headings in it, which do not overlap."""
    text = draw(GERMAN)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    spans = [Span(start=a, end=b) for a, b in zip(cuts[::2], cuts[1::2], strict=False) if a < b]
    spans = [s for s, before in zip(spans, [None, *spans], strict=False) if before is None or before.end <= s.start]
    kinds = [draw(st.booleans()) for _ in spans]
    return Document(
        id="x",
        text=text,
        boilerplate=tuple(s for s, kind in zip(spans, kinds, strict=True) if kind),
        headings=tuple(s for s, kind in zip(spans, kinds, strict=True) if not kind),
    )


@pytest.mark.parametrize("text, expected", cases("sentences.txt"))
def test_sentences(text: str, expected: list[str]) -> None:
    found = split(Document(id="x", text=text))
    assert [" ".join(sentence.span.of(text).split()) for sentence in found] == expected


@given(documents())
def test_sentences_are_in_order_and_lose_nothing(document: Document) -> None:
    text = blank(document.text, document.boilerplate)
    at, paragraph = 0, 0
    for sentence in split(document):
        span = sentence.span
        assert at <= span.start < span.end <= len(text)
        assert not text[at : span.start].strip()
        assert sentence.paragraph >= paragraph
        assert not any(span.overlaps(b) for b in document.boilerplate)
        at, paragraph = span.end, sentence.paragraph
    assert not text[at:].strip()


@given(documents())
def test_headings_are_marked(document: Document) -> None:
    for sentence in split(document):
        assert sentence.heading == any(sentence.span.overlaps(h) for h in document.headings)


def test_dateline_opens_the_first_paragraph() -> None:
    text = "Turm (dpa) - Der Rat tagt. Er berät.\n\nEnde."
    found = split(Document(id="x", text=text, dateline=Span(start=0, end=12)))
    assert [(s.span.of(text), s.paragraph) for s in found] == [
        ("Turm (dpa) -", 0),
        ("Der Rat tagt.", 0),
        ("Er berät.", 0),
        ("Ende.", 1),
    ]


@pytest.mark.parametrize("unit", ["Wort. ", "...", "!\n", "A. ", "a\n", "! ", "„Ja.“ "])
def test_time_grows_with_the_length_alone(unit: str) -> None:
    text = unit * (500_000 // len(unit))
    begin = perf_counter()
    split(Document(id="x", text=text[:50_000]))
    tenth = perf_counter() - begin
    begin = perf_counter()
    split(Document(id="x", text=text))
    assert perf_counter() - begin < 60 * tenth + 1


def test_a_line_of_five_megabytes() -> None:
    text = "Der Rat tagt am 3. Mai. " * 200_000
    begin = perf_counter()
    split(Document(id="x", text=text))
    assert perf_counter() - begin < 60
