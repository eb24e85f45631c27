"""Open questions of an event: their wording and what becomes of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.merge import questions
from generator.model import Discrepancy, Position, Reference, Span, Text
from tests.merge.articles import quoted
from tests.merge.events import cases, event


@pytest.mark.parametrize(("block", "expected"), cases("questions.txt"))
def test_wording(block: str, expected: list[str]) -> None:
    asked = questions.find(event(block), ())
    lines = [q.text.de if q.text.en is None else f"{q.text.de} = {q.text.en}" for q in asked]
    assert sorted(lines) == sorted(expected)


@pytest.mark.parametrize(("block", "expected"), cases("lives.txt"))
def test_life(block: str, expected: list[str]) -> None:
    happened = event(block)
    texts = {a.document.id: a.document.text for a in happened.analyses}
    (question,) = questions.find(happened, ())
    answer = f": {question.answer.span.of(texts[question.answer.document])}" if question.answer else ""
    assert [question.status + answer] == expected


def test_evidence_of_every_source_and_who_raises_it() -> None:
    happened = event(
        "@ a 2024-05-16\n"
        "Ob die Brücke für Lastwagen wieder freigegeben wird, ließ {Karin Berger|person} offen.\n"
        "@ b 2024-05-16\n"
        "Ob die Brücke wieder für Lastwagen freigegeben wird, ist nicht bekannt."
    )
    (question,) = questions.find(happened, ())
    assert {reference.document for reference in question.evidence} == {"a", "b"}
    assert (question.kind, question.status, question.raised_by) == ("unknown", "open", "karin-berger")


def test_a_discrepancy_is_a_question_in_both_languages() -> None:
    where = (Reference(document="a", span=Span(start=0, end=3)),)
    differs = Discrepancy(
        id="d-cost",
        topic=Text(de="Kosten", en="Cost"),
        positions=(
            Position(text=Text(de="14 Millionen Euro", en="14 million euros"), reports=where),
            Position(text=Text(de="17 Millionen Euro", en="17 million euros"), reports=where),
        ),
    )
    (question,) = questions.find(event("Die Halle ist neu."), (differs,))
    assert question.kind == "conflict"
    assert question.text == Text(
        de="Kosten: 14 Millionen Euro oder 17 Millionen Euro?", en="Cost: 14 million euros or 17 million euros?"
    )


def test_never_more_than_eight_and_ids_are_unique() -> None:
    nouns = ["Halle", "Schule", "Kirche", "Brücke", "Straße", "Mühle", "Scheune", "Kapelle", "Burg", "Fabrik", "Bahn"]
    text = " ".join(f"Ob die alte {noun} im Sommer abgerissen wird, ist offen." for noun in nouns)
    asked = questions.find(event(text), ())
    assert len(asked) == 8
    assert len({question.id for question in asked}) == 8


def test_what_could_not_be_checked_is_a_question_about_who_said_it() -> None:
    claim = "Die Brücke sei sicher"
    happened = event(
        f"{claim}, sagte {{Jonas Wendrich|person}}. Die Angaben konnten nicht unabhängig überprüft werden."
    )
    (analysis,) = happened.analyses
    said = quoted(analysis.document.text, claim, analysis.entities[0], "Indirect")
    happened = replace(happened, analyses=(replace(analysis, quotations=(said,)),))
    (question,) = questions.find(happened, ())
    assert question.text == Text(
        de="Stimmen die Angaben von Jonas Wendrich?", en="Is what Jonas Wendrich says correct?"
    )
    assert (question.kind, question.raised_by) == ("conflict", "jonas-wendrich")
