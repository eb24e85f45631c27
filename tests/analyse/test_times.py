from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.analyse.times import find
from generator.model import Document, PartialDate, Sentence, Span
from tests.analyse.marked import cases


def found(text: str, published: PartialDate | None) -> list[str]:
    sentences = (Sentence(span=Span(start=0, end=len(text)), paragraph=0),)
    return [
        f"{t.span.of(text)} {written(t.date)}" + (f" to {written(t.until)}" if t.until else "")
        for t in find(Document(id="x", text=text, published=published), sentences)
    ]


def written(date: PartialDate) -> str:
    extra = (f"weekday {date.weekday}" if date.weekday is not None else "", date.part or "", date.clock or "")
    return " ".join(filter(None, (date.iso(), *extra)))


@pytest.mark.parametrize(("block", "expected"), cases("times.txt"))
def test_times(block: str, expected: list[str]) -> None:
    day, _, text = block.partition("\n")
    known = [int(part) for part in day.split("-") if part]
    published = PartialDate(**dict(zip(("year", "month", "day"), known, strict=False))) if known else None
    assert found(text, published) == expected


@given(st.text(alphabet="0123456789. -bisvomamundMaiJuliMontag Uhr", max_size=60))
def test_any_text_gives_dates_that_exist(text: str) -> None:
    for expression in find(
        Document(id="x", text=text, published=PartialDate(year=2024, month=2, day=29)),
        (Sentence(span=Span(start=0, end=len(text)), paragraph=0),),
    ):
        assert expression.span.end <= len(text)
        assert 1 <= (expression.date.month or 1) <= 12
