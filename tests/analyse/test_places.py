from __future__ import annotations

from dataclasses import replace

import pytest

from generator.analyse import entities
from generator.analyse.places import build, gazetteer, nouns
from generator.model import Place
from tests.analyse.marked import cases, read


@pytest.mark.parametrize(("marked", "expected"), cases("places.txt"))
def test_places(marked: str, expected: list[str]) -> None:
    article, names = read(marked)
    found = entities.build(article.document, article.sentences, article.tokens, names, article.lexicon)
    places = build.build(article, found)
    by_id = {p.id: p for p in places}
    assert sorted(line(p, by_id, article.document.text) for p in places) == sorted(
        " ".join(e.split()) for e in expected
    )


def line(place: Place, by_id: dict[str, Place], text: str) -> str:
    name = place.name.de if place.name.de == place.name.en else f"{place.name.de} = {place.name.en}"
    position = (
        f"{place.latitude:.1f},{place.longitude:.1f}"
        if place.latitude is not None and place.longitude is not None
        else ""
    )
    parts = [
        name,
        place.kind,
        ", ".join(by_id[w].name.de for w in place.within),
        position,
        "scene" if place.scene else "",
    ]
    parts += [f.span.of(text) for f in place.facts]
    return " ".join(" | ".join(parts).split())


def test_a_town_in_a_state_that_the_article_names_goes_first() -> None:
    here = gazetteer.town("Cambridge", frozenset(("US",)))
    assert here is None or here.nation in ("US", "GB")
    assert gazetteer.town("Hinterwaldhausen") is None


def test_tables_agree() -> None:
    assert nouns.find("Rathauses") == nouns.find("Rathaus")
    region = gazetteer.region("Schwarzen Meer")
    assert region is not None
    assert (region.english, region.kind) == ("Black Sea", "sea")


@pytest.mark.parametrize(
    ("title", "text", "scene"),
    [
        ("Norwegen: Neuwahl abgewendet", "Die Parteien einigten sich. Beobachter kamen aus Norwegen.", ["Norwegen"]),
        ("Brand in Bergen", "Es brannte. {Bergen|place} trauert, {Oslo|place} auch.", ["Bergen"]),
        (
            "Bergen: Denkmal eingeweiht",
            "Im Rathaus {Linden|place} kam man zusammen. {Bergen|place} feiert.",
            ["Bergen"],
        ),
        ("Unfall in Norwegen", "In {Bergen|place} ereignete sich ein Unfall. Norwegen trauert.", ["Bergen"]),
        ("Reise nach Bergen", "{Bergen|place} wartet.", []),
    ],
)
def test_the_title_says_where(title: str, text: str, scene: list[str]) -> None:
    article, names = read(text)
    article = replace(article, document=replace(article.document, title=title))
    found = entities.build(article.document, article.sentences, article.tokens, names, article.lexicon)
    assert set(scene) == {p.name.de for p in build.build(article, found) if p.scene and p.kind != "venue"}


def test_a_short_name_of_a_town_in_a_named_state_is_no_other_town() -> None:
    capital = gazetteer.town("Santiago")
    assert capital is not None
    assert capital.nation == "CL"
    assert gazetteer.town("Santiago", frozenset(("DO",))) is None
