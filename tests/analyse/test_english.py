from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.analyse.english import organisation_in_english, person_in_english, phrase_in_english, place_in_english
from generator.analyse.english.transcription import graphemes, same, transcribe

NOWHERE: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("german", "nation", "english"),
    [
        ("Wiktor Schestakow", "RU", "Viktor Shestakov"),
        ("Jewgeni Chlebnikow", "RU", "Yevgeny Khlebnikov"),
        ("Andrij Kowaltschuk", "UA", "Andriy Kovalchuk"),
        ("Dmitri Zwetkow", "BG", "Dmitry Tsvetkov"),
    ],
)
def test_transcribed_names(german: str, nation: str, english: str) -> None:
    assert person_in_english(german, frozenset((nation,))) == english


@pytest.mark.parametrize(
    ("german", "nation"),
    [
        ("Wladimir Neumann", "DE"),
        ("Sergej Becker", "DE"),
        ("Uwe Kowalski", "DE"),
        ("Wladimir Kaminer", "DE"),
        ("Karin Teltow", ""),
    ],
)
def test_own_spelling_stays(german: str, nation: str) -> None:
    assert person_in_english(german, frozenset(filter(None, (nation,)))) == german


def test_places_and_organisations() -> None:
    assert place_in_english("Warschau", NOWHERE) == "Warsaw"
    assert place_in_english("Sachsen", NOWHERE) == "Saxony"
    assert place_in_english("Oberschlattwitz", NOWHERE) == "Oberschlattwitz"
    assert place_in_english("Krasnoluschsk", frozenset(("RU",))).startswith("Krasnolu")
    assert organisation_in_english("Vereinte Nationen") == "United Nations"
    assert organisation_in_english("Bundespolizei") == "federal police"
    assert organisation_in_english("Berliner Abgeordnetenhaus") == "Berlin House of Representatives"
    assert organisation_in_english("Bundesministerium für Bildung") == "Federal Ministry for Education"
    assert organisation_in_english("Norddeutsche Welle") == "Norddeutsche Welle"


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("San Francisco", "San Francisco"),
        ("Perm", "Perm"),
        ("Köln", "Cologne"),
        ("Kapstadt", "Cape Town"),
        ("Windhuk", "Windhoek"),
        ("Daressalam", "Dar es Salaam"),
        ("Surinam", "Suriname"),
        ("Mittelfranken", "Middle Franconia"),
        ("Niederbayern", "Lower Bavaria"),
        ("Eriwan", "Yerevan"),
        ("Kyjiw", "Kyiv"),
        ("Kiel", "Kiel"),
        ("Regen", "Regen"),
    ],
)
def test_towns_by_their_usual_names(german: str, english: str) -> None:
    assert place_in_english(german, NOWHERE) == english


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("für natürliche Ressourcen", "for natural resources"),
        ("Polens", "of Poland"),
        ("der Vereinigten Staaten", "of the United States"),
        ("von Görlitz", "of Görlitz"),
        ("der Gewerkschaft der Quastenzähler", None),
    ],
)
def test_phrases(german: str, english: str | None) -> None:
    assert phrase_in_english(german) == english


def test_usual_transcriptions_are_the_same() -> None:
    assert same("Sergey Shoygu", "Sergei Shoigu")
    assert same("Yelena Alexandrova", "Elena Aleksandrova")
    assert not same("Zakharov", "Sakharov")


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzäöü", min_size=1, max_size=20))
def test_groups_of_letters_cover_the_word(word: str) -> None:
    ranges = graphemes(word)
    assert "".join(word[a:b] for a, b in ranges) == word
    assert transcribe(word) == transcribe(word)


def test_benchmark_holds() -> None:
    result = json.loads(
        (Path(__file__).parents[2] / "benchmarks/results/transcription.json").read_text(encoding="utf-8")
    )
    assert result["held_out"] >= 300
    assert result["right"] >= 0.95
    assert result["kept"] >= 0.98
