from __future__ import annotations

from dataclasses import replace

from generator.merge.places import join
from generator.model import Analysis, Place, Reference, Span, Text
from tests.merge.articles import article


def place(document: str, name: str, kind: str, *within: str, scene: bool = False, id: str = "") -> Place:
    return Place(
        id=id or name.lower().replace(" ", "-"),
        name=Text(de=name, en=name),
        kind=kind,  # type: ignore[arg-type]
        within=within,
        scene=scene,
        references=(Reference(document=document, span=Span(start=0, end=len(name))),),
    )


def at(document: str, *places: Place) -> Analysis:
    return replace(article(document, "x" * 40), places=places)


A = at(
    "a",
    place("a", "Polen", "country"),
    place("a", "Görlitz", "city", "sachsen"),
    place("a", "Rathaus", "venue", "görlitz", scene=True),
    place("a", "Sachsen", "region"),
)
B = at("b", place("b", "Rathaus Görlitz", "venue", scene=True), place("b", "Polen", "country"))
C = at("c", place("c", "Dresden", "city", scene=True), place("c", "Görlitz", "city"))


def test_scene_first_then_what_lies_around_then_the_rest() -> None:
    found = join((A, B, C)).locations
    assert [p.name.de for p in found] == ["Rathaus Görlitz", "Görlitz", "Polen", "Dresden", "Sachsen"]
    assert [p.scene for p in found] == [True, False, False, False, False]


def test_a_town_hall_is_the_one_of_its_town() -> None:
    joined = join((A, B))
    assert joined.places["a", "rathaus"] == joined.places["b", "rathaus-görlitz"] == "rathaus-goerlitz"


def test_a_site_is_one_under_all_its_nouns() -> None:
    one = at("a", place("a", "Kraftwerk Lomsee", "venue", id="lomsee"))
    other = at("b", place("b", "Heizwerk Lomsee", "venue", id="lomsee"))
    assert len(join((one, other)).locations) == 1


def test_articles_without_places() -> None:
    assert join((at("a"),)).locations == ()
