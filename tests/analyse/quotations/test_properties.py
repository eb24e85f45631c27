"""What holds for every text."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.analyse import sentences
from generator.analyse.quotations.marks import pair
from generator.analyse.tokens import tokenize
from generator.model import Document, Quotation, Span
from tests.analyse.quotations.reading import FIXTURES, blocks, finder

WORDS = """
sagte Berg Anna die der dass ob wie so laut zufolge nach Angaben und sei habe werde hätten soll haben Brücke Amt teilte
mit er sie zu an kündigte gefordert wurde nannte als demnach Das Frage gehen ein 5. Mai ß gegen Vorwurf Danach für
eigenen von wies zurück weil sein will heißt es hält Bericht zitiert
"""
PIECES = st.sampled_from([*'„“”»«›‹‚‘’"()[].,;:!?–-…\n', "\n\n", *WORDS.split()])
TEXTS = st.lists(PIECES, max_size=60).map(" ".join) | st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=80)
SAMPLE = " ".join(given for path in sorted(FIXTURES.glob("*.txt")) for _, given, _ in blocks(path) if "{" not in given)
PER_CHARACTER = 60e-6
"""Seconds a character that no machine of today should need: some forty times what is usual."""


def quotations(text: str) -> tuple[Quotation, ...]:
    document = Document(id="x", text=text)
    split = sentences.split(document) if text.strip() else ()
    return finder().find(document, split, tuple(tokenize(text, s.span) for s in split), ())


def parts(quotation: Quotation) -> list[tuple[Span, ...]]:
    q = quotation
    return [q.quote, q.cue, q.frame, q.speaker, q.addressee, q.carrier]


@settings(max_examples=300, deadline=None)
@given(TEXTS)
@example("„DEMNACH“0")
@example("„ , so")
def test_spans_are_inside_ordered_and_apart(text: str) -> None:
    for quotation in quotations(text):
        assert quotation.quote
        assert 0 <= quotation.confidence <= 1
        for spans in parts(quotation):
            assert all(0 <= s.start < s.end <= len(text) for s in spans)
            assert all(a.end <= b.start for a, b in pairwise(spans))
        assert not any(q.overlaps(f) for q in quotation.quote for f in quotation.frame)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_text_order_and_the_same_on_every_run(text: str) -> None:
    found = quotations(text)
    starts = [q.quote[0].start for q in found]
    assert starts == sorted(starts)
    assert quotations(text) == found


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="„“”»«›‹‚‘’\"' a.,\n", max_size=200))
def test_any_string_of_marks_ends(text: str) -> None:
    quotations(text)
    for quoted in pair(text):
        assert 0 <= quoted.start < quoted.end <= len(text)


@pytest.mark.parametrize(
    "unit", ["„", '"', "„a“ ", "»a ", "er sagte, dass ", "a, ", "(„", "laut ", "so die ", "Das sagte er. "]
)
def test_marks_and_clauses_without_end_take_time_in_proportion(unit: str) -> None:
    text = unit * (30_000 // len(unit))
    begin = time.process_time()
    quotations(text)
    assert time.process_time() - begin < len(text) * PER_CHARACTER


def test_a_long_article_takes_time_in_proportion() -> None:
    text = "\n\n".join([SAMPLE] * (300_000 // len(SAMPLE)))
    begin = time.process_time()
    found = quotations(text)
    assert time.process_time() - begin < len(text) * PER_CHARACTER
    assert len(found) > 1000
