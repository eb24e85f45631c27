from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.merge.ids import keep, shared, slug, unique
from generator.model import Reference, Span


@dataclass(frozen=True)
class Item:
    id: str
    places: frozenset[Reference]


def at(document: str, start: int, end: int) -> Reference:
    return Reference(document=document, span=Span(start=start, end=end))


REFERENCES = st.builds(lambda d, s, n: at(d, s, s + n), st.sampled_from("abc"), st.integers(0, 50), st.integers(1, 30))
ITEMS = st.lists(st.frozensets(REFERENCES, min_size=1, max_size=3), max_size=6).map(
    lambda places: [Item(id=f"i{n}", places=p) for n, p in enumerate(places)]
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Landesamt für Straßenbau", "landesamt-fuer-strassenbau"),
        ("Ewa Malińska", "ewa-malinska"),
        ("„Łódź“: 3 Öfen", "lodz-3-oefen"),
        ("…", ""),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(st.text(max_size=200))
def test_a_slug_is_a_plain_path(text: str) -> None:
    made = slug(text)
    assert len(made) <= 60
    assert made == slug(made)
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_unique() -> None:
    assert unique("a", ("a", "a-2")) == "a-3"


@given(ITEMS, ITEMS)
def test_every_item_has_one_id_and_no_two_the_same(items: list[Item], before: list[Item]) -> None:
    new = keep(items, lambda i: i.places, {f"old-{i.id}": i.places for i in before})
    assert set(new) == {i.id for i in items}
    assert len(set(new.values())) == len(items)


@given(ITEMS)
def test_what_was_published_keeps_its_ids(items: list[Item]) -> None:
    new = keep(items, lambda i: i.places, {i.id: i.places for i in items})
    assert [new[i.id] for i in items] == [i.id for i in items]


def test_an_id_stays_when_a_source_is_added_and_the_words_change() -> None:
    before = {"s-bruecke": frozenset({at("a", 0, 40)})}
    items = [
        Item("s-neu", frozenset({at("a", 5, 40), at("b", 0, 30)})),
        Item("s-bruecke", frozenset({at("b", 60, 90)})),
    ]
    assert keep(items, lambda i: i.places, before) == {"s-neu": "s-bruecke", "s-bruecke": "s-bruecke-2"}


@given(st.frozensets(REFERENCES, max_size=4), st.frozensets(REFERENCES, max_size=4))
def test_overlap_is_even(one: frozenset[Reference], other: frozenset[Reference]) -> None:
    assert shared(one, other) == shared(other, one) >= 0
