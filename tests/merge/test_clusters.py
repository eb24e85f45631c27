from __future__ import annotations

import random

import pytest

from generator.config import Merge
from generator.merge.clusters import cluster
from generator.merge.words import stem
from generator.model import Analysis
from tests.merge.articles import article, somebody, vocabulary

BRIDGE_A = (
    "Der sächsische Verkehrsminister Jonas Wendrich und die polnische Vizeministerin Ewa Malinska haben am Donnerstag "
    "in Görlitz über die gesperrte Neißebrücke beraten. Die Sanierung soll noch in diesem Jahr beginnen. Das Bauwerk "
    "ist seit einem Hochwasser geschlossen. Polen übernimmt ein Drittel der Kosten."
)
BRIDGE_B = (
    "Sachsen und Polen sanieren die Neißebrücke bei Görlitz gemeinsam. Darauf einigten sich Jonas Wendrich und Ewa "
    "Malinska bei einem Treffen im Görlitzer Rathaus. Lastwagen dürfen die gesperrte Brücke seit dem Hochwasser nicht "
    "befahren. Ein Drittel der Kosten trägt Polen."
)
FOREST = (
    "Jonas Wendrich und Ewa Malinska haben bei ihrem Treffen in Zittau den Ausbau der Bahnstrecke nach Breslau "
    "vereinbart. Die Züge sollen schneller fahren und öfter halten. Elektrische Leitungen fehlen auf dem Abschnitt "
    "hinter der Grenze."
)
FIRE = "In einer Lagerhalle in Husum ist ein Feuer ausgebrochen. Die Feuerwehr löschte die Flammen in der Nacht."


def both(text: str) -> tuple[object, ...]:
    return somebody(text, "Jonas Wendrich"), somebody(text, "Ewa Malinska")


def of(id: str, text: str, published: str | None = "2024-05-16") -> Analysis:
    people = both(text) if "Wendrich" in text else ()
    return article(id, text, *people, published=published)  # type: ignore[arg-type]


def found(*analyses: Analysis) -> list[list[str]]:
    clusters = cluster(analyses, vocabulary(), Merge())
    return sorted(sorted(a.document.id for a in group) for group in clusters)


def test_two_reports_of_one_event_are_one_cluster() -> None:
    assert found(of("a", BRIDGE_A), of("b", BRIDGE_B, "2024-05-17"), of("c", FIRE)) == [["a", "b"], ["c"]]


def test_other_meetings_of_the_same_people_stay_apart() -> None:
    assert found(of("a", BRIDGE_A), of("b", FOREST)) == [["a"], ["b"]]
    assert found(of("a", BRIDGE_A), of("b", BRIDGE_B, "2024-09-16")) == [["a"], ["b"]]


@pytest.mark.parametrize(("one", "other"), [("2024-05", "2024-05"), ("2024-05", "2024-05-30"), (None, "2024-05-16")])
def test_articles_without_a_day_are_joined_by_what_they_say(one: str | None, other: str) -> None:
    assert found(of("a", BRIDGE_A, one), of("b", BRIDGE_B, other), of("c", FIRE, None)) == [["a", "b"], ["c"]]


def test_months_apart_even_without_days() -> None:
    assert found(of("a", BRIDGE_A, "2024-05"), of("b", BRIDGE_B, "2024-08")) == [["a"], ["b"]]


def test_the_order_of_the_articles_does_not_matter() -> None:
    analyses = [of("a", BRIDGE_A), of("b", BRIDGE_B), of("c", FIRE), of("d", FOREST), of("e", FIRE, "2024-05-17")]
    expected = found(*analyses)
    assert expected == [["a", "b"], ["c", "e"], ["d"]]
    for seed in range(5):
        random.Random(seed).shuffle(analyses)
        assert found(*analyses) == expected


def test_no_articles_no_clusters() -> None:
    assert cluster((), vocabulary(), Merge()) == ()


@pytest.mark.parametrize(
    ("forms", "term"),
    [(("Häuser", "Hauses", "Haus"), "hau"), (("gesprochen",), "sproch"), (("Speicherbehältern",), "speicherbehal")],
)
def test_stems(forms: tuple[str, ...], term: str) -> None:
    assert {stem(form) for form in forms} == {term}


def test_strong_verbs_share_a_term() -> None:
    assert vocabulary().term("traf") == vocabulary().term("treffen") == vocabulary().term("getroffen")
