"""Titles of an event, from a fixture: articles, a dot, the title in German, and in English where a table made it."""

from __future__ import annotations

import pytest

from generator.merge import title
from generator.merge.title import places
from generator.model import Place, PlaceKind, Text
from tests.merge.events import cases, event


@pytest.mark.parametrize(("block", "expected"), cases("titles.txt"))
def test_title(block: str, expected: list[str]) -> None:
    made = title.make(event(block))
    assert [made.de if made.en is None else f"{made.de} = {made.en}"] == expected


@pytest.mark.parametrize(
    ("name", "english", "kind", "german", "with_english"),
    [
        ("Ulm", "Ulm", "city", "in Ulm", "in Ulm"),
        ("Libanon", "Lebanon", "country", "im Libanon", "in Lebanon"),
        ("USA", "USA", "country", "in den USA", "in the USA"),
        ("Krim", "Crimea", "region", "auf der Krim", "in Crimea"),
        (
            "Weltraumbahnhof Norden",
            "Norden spaceport",
            "venue",
            "auf dem Weltraumbahnhof Norden",
            "at the Norden spaceport",
        ),
        ("Flughafen Ulm", "Ulm airport", "venue", "am Flughafen Ulm", "at Ulm airport"),
        ("Gebiet Norden", "Norden region", "region", "im Gebiet Norden", "in the Norden region"),
        ("Provinz Norden", "Norden province", "region", "in der Provinz Norden", "in the Norden province"),
        ("Osten Polens", "eastern Poland", "region", "im Osten Polens", "in eastern Poland"),
    ],
)
def test_prepositions_and_articles(name: str, english: str, kind: PlaceKind, german: str, with_english: str) -> None:
    place = Place(id="x", name=Text(de=name, en=english), kind=kind)
    assert places.at(event("Die Halle ist neu."), place) == Text(de=german, en=with_english)


def test_no_preposition_is_guessed() -> None:
    place = Place(id="x", name=Text(de="Grünes Band", en="Green Belt"), kind="other")
    assert places.at(event("Die Halle ist neu."), place) is None
