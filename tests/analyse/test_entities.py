from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.analyse import entities
from generator.analyse.entities import involvement, name_key, same_name
from generator.model import Entity
from tests.analyse.marked import cases, read


def analysed(marked: str) -> tuple[str, tuple[Entity, ...]]:
    article, names = read(marked)
    found = entities.build(article.document, article.sentences, article.tokens, names, article.lexicon)
    return article.document.text, involvement.assess(article, found, ())


def line(text: str, entity: Entity) -> str:
    roles = ", ".join(f"{r.name.de} = {r.name.en}" if r.name.en else r.name.de for r in entity.roles)
    mentions = ", ".join(m.span.of(text) for m in entity.mentions)
    return f"{entity.kind} {entity.name} = {entity.english} | {entity.involvement} | {roles} | {mentions}".replace(
        "|  |", "| |"
    )


@pytest.mark.parametrize(("marked", "expected"), cases("entities.txt"))
def test_one_person_is_one_entity(marked: str, expected: list[str]) -> None:
    text, found = analysed(marked)
    assert [line(text, e) for e in found if e.kind == "person"] == expected


@pytest.mark.parametrize(("marked", "expected"), cases("organisations.txt"))
def test_organisations_states_and_groups(marked: str, expected: list[str]) -> None:
    text, found = analysed(marked)
    assert sorted(line(text, e) for e in found) == sorted(expected)


def test_every_mention_says_why() -> None:
    _, found = analysed("{Karin Berger|person} kam. {Berger|person} lachte, Anwohner auch.")
    assert all(m.reason for e in found for m in e.mentions)


def test_ids_are_unique_and_from_the_name() -> None:
    _, found = analysed("{Karin Berger|person} traf {Karin Perger|person}. Polen und {Polen|place} helfen.")
    assert len({e.id for e in found}) == len(found)
    assert found[0].id == "karin-berger"


def test_weight_lies_between_0_and_1_and_the_most_named_leads() -> None:
    _, found = analysed("{Karin Berger|person} kam. {Berger|person} sprach. {Otto Lang|person} hörte zu.")
    assert [e.name for e in sorted(found, key=lambda e: -e.weight)] == ["Karin Berger", "Otto Lang"]
    assert all(0 <= e.weight <= 1 for e in found)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Kim Min Su", "Kim Min-su"),
        ("Selenskyj", "Selenski"),
        ("Ewa Wronska", "Ewa Wrońska"),
        ("Berger", "Karin Berger"),
        ("K. Berger", "Karin Berger"),
        ("Ursula von der Au", "von der Au"),
        ("Sergej Lomow", "Sergei Lomow"),
    ],
)
def test_same_name(a: str, b: str) -> None:
    assert same_name(a, b)
    assert same_name(b, a)


@pytest.mark.parametrize(("a", "b"), [("Karin Berger", "Otto Berger"), ("Berger", "Bergmann"), ("Li Wei", "Li Peng")])
def test_other_names(a: str, b: str) -> None:
    assert not same_name(a, b)


@given(st.text(alphabet="abcdefgäöüßéłABC -'", min_size=1, max_size=30))
def test_a_name_is_the_same_as_itself(name: str) -> None:
    if name.split():
        assert same_name(name, name)
        assert name_key(name) == name_key(f" {name} ")
