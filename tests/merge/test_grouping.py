from __future__ import annotations

from generator.merge.grouping import group
from generator.model import Problem
from generator.read.corrections import Corrections
from generator.read.published import Published, PublishedBriefing
from tests.merge.articles import article

A, B, C, D = (article(id, "Es gab ein Treffen.", published=f"2024-05-1{n}") for n, id in enumerate("abcd"))


def page(id: str, *sources: str) -> PublishedBriefing:
    return PublishedBriefing(id=id, sources=frozenset(sources), parts={})


def grouped(
    *clusters: tuple[object, ...], pages: tuple[PublishedBriefing, ...] = (), files: tuple[Corrections, ...] = ()
) -> tuple[dict[str, str | None], tuple[Problem, ...]]:
    found, problems = group(
        clusters,  # type: ignore[arg-type]
        files,
        Published(briefings=pages),
        lambda cluster: "frisch-" + cluster[0].document.id,
    )
    return {"".join(a.document.id for a in g.analyses): g.id for g in found}, problems


def test_a_new_cluster_has_no_id_yet() -> None:
    assert grouped((A, B))[0] == {"ab": None}


def test_a_published_briefing_keeps_its_id_when_articles_come_and_go() -> None:
    assert grouped((A, B, C), (D,), pages=(page("bruecke", "a", "b"),))[0] == {"abc": "bruecke", "d": None}
    assert grouped((B,), pages=(page("bruecke", "a", "b"),))[0] == {"b": "bruecke"}


def test_of_two_that_grow_together_the_larger_stays_and_the_other_is_told() -> None:
    found, problems = grouped((A, B, C), pages=(page("eins", "a"), page("zwei", "b", "c")))
    assert found == {"abc": "zwei"}
    assert [(p.severity, p.where) for p in problems] == [("note", "briefing eins")]
    assert "zwei" in problems[0].message


def test_a_page_without_articles_goes() -> None:
    assert "no article left" in grouped((A,), pages=(page("alt", "x"),))[1][0].message


def test_articles_are_joined_by_a_persons_word() -> None:
    file = Corrections(file="briefings/bruecke.yml", briefing="bruecke", join=("d",))
    assert grouped((A, B), (C, D), pages=(page("bruecke", "a", "b"),), files=(file,))[0] == {
        "abd": "bruecke",
        "c": None,
    }


def test_joining_names_a_briefing_that_was_never_published() -> None:
    file = Corrections(file="briefings/neu.yml", briefing="neu", join=("a", "c"))
    assert grouped((A, B), (C,), files=(file,))[0] == {"abc": "neu"}


def test_articles_are_parted_by_a_persons_word_in_every_run() -> None:
    file = Corrections(file="briefings/bruecke.yml", briefing="bruecke", part=("b", "c"))
    first = grouped((A, B, C), pages=(page("bruecke", "a", "b", "c"),), files=(file,))[0]
    assert first == {"a": "bruecke", "bc": None}
    pages = (page("bruecke", "a"), page("anderes", "b", "c"))
    assert grouped((A, B, C), pages=pages, files=(file,))[0] == {"a": "bruecke", "bc": "anderes"}


def test_a_file_may_mean_the_id_that_a_new_briefing_gets() -> None:
    file = Corrections(file="briefings/frisch-a.yml", briefing="frisch-a", part=("b",))
    assert grouped((A, B), files=(file,))[0] == {"a": "frisch-a", "b": None}


def test_what_matches_nothing_is_reported() -> None:
    files = (
        Corrections(file="briefings/weg.yml", briefing="weg"),
        Corrections(file="briefings/frisch-a.yml", briefing="frisch-a", join=("fehlt",)),
    )
    problems = grouped((A,), files=files)[1]
    assert ["weg" in p.message or "fehlt" in p.message for p in problems] == [True, True]
    assert all(p.check == "corrections" for p in problems)
