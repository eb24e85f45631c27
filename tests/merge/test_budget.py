from __future__ import annotations

from dataclasses import replace

from generator.config import Budget
from generator.merge.budget import fit
from generator.model import Briefing, PartialDate, TimelineEntry
from generator.provenance import runs, share
from tests.render.bruecke import BRIEFING, A, at


def test_a_page_within_its_budget_stays_as_it_is() -> None:
    assert fit(BRIEFING, Budget(share=1.0, longest_run=100)) == BRIEFING


def test_every_source_fits_and_what_matters_most_stays() -> None:
    fitted = fit(BRIEFING, Budget(share=0.15, longest_run=45))
    assert all(share(fitted, source) <= 0.15 for source in fitted.sources)
    assert ids(fitted) >= {"s-arbeiten-beginnen", "s-pruefer"}
    assert "s-informiert" not in ids(fitted)


def test_no_passage_is_too_long() -> None:
    fitted = fit(BRIEFING, Budget(share=1.0, longest_run=7))
    assert all(length <= 7 for source in fitted.sources for _, length in runs(fitted, source))


def test_a_persons_question_stays() -> None:
    tight = Budget(share=0.05, longest_run=45)
    assert "q-pfeiler" not in {q.id for q in fit(BRIEFING, tight).open_questions}
    assert "q-pfeiler" in {q.id for q in fit(BRIEFING, tight, ("q-pfeiler",)).open_questions}


def test_names_cost_nothing() -> None:
    bare = replace(BRIEFING, summary=(), statements=(), open_questions=(), discrepancies=(), timeline=())
    assert all(share(bare, source) == 0 for source in bare.sources)


def ids(briefing: Briefing) -> set[str]:
    return {claim.id for claim in briefing.statements}


def test_an_item_of_two_sources_loses_one_of_them_before_it_goes() -> None:
    bare = replace(BRIEFING, statements=(), open_questions=(), timeline=(), discrepancies=())
    first = BRIEFING.summary[0]
    long = at(
        A, "Der sächsische Verkehrsminister Jonas Wendrich und die polnische Vizeministerin Ewa Malinska haben am"
    )
    both = replace(bare, summary=(replace(first, reports=(*first.reports, long)),))
    fitted = fit(both, Budget(share=1.0, longest_run=12))
    assert [s.reports for s in fitted.summary] == [first.reports]


def test_what_is_shown_already_costs_nothing_more() -> None:
    sentence = BRIEFING.summary[0]
    entry = TimelineEntry(
        id="t-x", date=PartialDate(year=2024), text=sentence.text, reports=sentence.reports[:1], background=True
    )
    bare = replace(BRIEFING, summary=(sentence,), statements=(), open_questions=(), timeline=(), discrepancies=())
    words = len(sentence.reports[0].span.of(BRIEFING.document(sentence.reports[0].document).text).split())
    budget = Budget(share=(words + 1) / 120, longest_run=45)
    assert fit(replace(bare, timeline=(entry,)), budget).timeline == (entry,)
