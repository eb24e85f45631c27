from __future__ import annotations

from dataclasses import replace

from generator.merge.changes import find, said
from generator.model import Change, Reference, Span
from tests.merge.articles import article, day
from tests.render.bruecke import BRIEFING

FIRST, SAME, LATER, UNDATED = (
    article(id, "Es gab ein Treffen.", published=when).document
    for id, when in (("a", "2024-05-10"), ("b", "2024-05-10"), ("c", "2024-05-12"), ("d", None))
)


def test_only_later_sources_are_news() -> None:
    (change,) = find((FIRST, SAME, LATER, UNDATED), (), ())
    assert (change.date, change.kind, change.text.de, change.text.en) == (
        day("2024-05-12"), "source", "Quelle C ergänzt", "Source C added",
    )  # fmt: skip


def test_a_month_is_not_later_than_one_of_its_days() -> None:
    month = replace(LATER, published=day("2024-05"))
    assert find((FIRST, month), (), ()) == ()


def test_an_answer_is_dated_by_its_source_and_the_newest_comes_first() -> None:
    question = replace(
        BRIEFING.open_questions[0],
        status="answered",
        answer=Reference(document="c", span=Span(start=0, end=2)),
    )
    corrected = Change(date=day("2024-06-01"), kind="correction", text=said("title"))
    kinds = [change.kind for change in find((FIRST, LATER), (question,), (corrected,))]
    assert kinds == ["correction", "source", "answer"]
