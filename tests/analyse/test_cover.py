from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.analyse.cover import Cover
from generator.model import Span

spans = st.builds(lambda start, size: Span(start=start, end=start + size), st.integers(0, 60), st.integers(1, 9))


@given(st.lists(spans), spans)
def test_a_span_is_taken_where_any_of_the_spans_overlaps_it(taken: list[Span], asked: Span) -> None:
    assert Cover(taken).overlaps(asked) == any(span.overlaps(asked) for span in taken)


@given(st.lists(spans), spans)
def test_spans_may_come_one_by_one(taken: list[Span], asked: Span) -> None:
    cover = Cover()
    for span in taken:
        cover.add(span)
    assert cover.overlaps(asked) == Cover(taken).overlaps(asked)
