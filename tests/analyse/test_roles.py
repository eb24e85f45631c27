from __future__ import annotations

import re

import pytest

from generator.analyse.article import Words
from generator.analyse.roles import find, offices
from generator.analyse.tables import rows
from tests.analyse.marked import cases, read


@pytest.mark.parametrize(("marked", "expected"), cases("roles.txt"))
def test_roles_around_a_name(marked: str, expected: list[str]) -> None:
    plain = re.sub(r"[{}]", "", marked)
    name = re.search(r"\[([^]]+)\]", plain)
    assert name
    holders = re.findall(r"\[([^]]+)\]", plain)
    article, _ = read(re.sub(r"[\[\]]", "", plain))
    places = {h: article.document.text.index(h) for h in holders}
    forms = [(t.start, i) for i, t in enumerate(article.tokens[0])]
    starts = {h: next(i for start, i in forms if start == at) for h, at in places.items()}
    names = frozenset((0, at) for at in starts.values())
    found = [
        held
        for h, at in starts.items()
        for held in find.around(article, Words(sentence=0, first=at, last=at + len(h.split())), names)
    ]
    written = [f"{f.role.name.de} = {f.role.name.en}" if f.role.name.en else f.role.name.de for f in found]
    assert written == expected or (not expected and all(f.role.name.en is None for f in found))


def test_the_words_of_a_role_stand_in_the_article() -> None:
    article, _ = read("Der polnische Infrastrukturminister Piotr Kania kam.")
    held = find.before(article, Words(sentence=0, first=3, last=5))
    assert held[0].role.span.of(article.document.text) == "polnische Infrastrukturminister"
    assert held[0].nation == "PL"


def test_table_is_whole() -> None:
    table = rows("roles", "roles.csv")
    assert len(table) >= 500
    assert all(row["masculine"] and row["english"] for row in table)
    assert len({row["masculine"] for row in table}) == len(table)


@pytest.mark.parametrize(
    ("form", "english"),
    [
        ("Verkehrsministerin", "transport minister"),
        ("Bundesverkehrsminister", "federal transport minister"),
        ("Polizeisprecherin", "police spokeswoman"),
        ("Kreml-Sprecher", "Kremlin spokesman"),
        ("Ex-Kanzler", "former chancellor"),
        ("CDU-Chefin", "CDU chief"),
        ("Vizepräsidenten", "vice-president"),
        ("Staatsanwältin", "public prosecutor"),
    ],
)
def test_offices_in_english(form: str, english: str) -> None:
    office = offices.load().find(form)
    assert office is not None
    assert office.english == english


@pytest.mark.parametrize("form", ["Wasserkocher", "Haus", "Minute", "Bastard", "und", "Mineral"])
def test_what_is_no_office(form: str) -> None:
    assert offices.load().find(form) is None
