from dataclasses import replace

import pytest

from generator.model import Span, Text, Translation
from generator.render import load_labels
from generator.render.view import Texts, View, letter
from tests.render.bruecke import BRIEFING, TRANSLATION, A, at


def view(language: str = "de", url: str = "briefings/x/") -> View:
    return View(language=language, labels=load_labels(language), texts=Texts(TRANSLATION), url=url)  # type: ignore[arg-type]


def test_letters_go_on_after_z() -> None:
    assert [letter(n) for n in (0, 25, 26, 27, 701, 702)] == ["A", "Z", "AA", "AB", "ZZ", "AAA"]


@pytest.mark.parametrize(
    ("url", "target", "expected"),
    [
        ("", "about/#translation", "about/#translation"),
        ("", "briefings/x/", "briefings/x/"),
        ("briefings/x/", "briefings/y/#sources", "../y/#sources"),
        ("briefings/x/", "people/", "../../people/"),
        ("about/", "api/v1/index.json", "../api/v1/index.json"),
    ],
)
def test_links_are_relative_to_the_page(url: str, target: str, expected: str) -> None:
    assert view(url=url).link(target) == expected


def test_english_pages_find_the_data_in_the_german_root() -> None:
    assert view("en").data("api/v1/index.json") == "../../../api/v1/index.json"


def test_a_place_in_a_source_is_counted_as_a_reader_counts() -> None:
    reference = at(A, "Die Kosten bezifferte")
    place = view().place(BRIEFING, reference)
    assert (place.letter, place.line) == ("A", 3)
    line = A.text.split("\n")[place.line - 1]
    assert line[place.column - 1 :].startswith("Die Kosten bezifferte")
    assert Span(start=place.start, end=place.end) == reference.span


def test_numbers_and_counts_follow_the_language() -> None:
    assert view("de").number(1234.5, 1) == "1.234,5"
    assert view("en").number(1234.5, 1) == "1,234.5"
    assert [view("de").count("statements", n) for n in (1, 2)] == ["1 Aussage", "2 Aussagen"]


def test_a_missing_translation_shows_the_german() -> None:
    line = Texts(Translation(units=())).line(Text(de="Es regnet."), "en")
    assert (line.text, line.language, line.state) == ("Es regnet.", "de", "untranslated")


@pytest.mark.parametrize(
    ("type", "text", "expected"),
    [
        ("Direct", "„Wir beginnen“", "verbatim"),
        ("Indirect", "es gebe „keinen Grund“", "partly"),
        ("Indirect", "er kenne das Schiff „Aurora“ und die Zeitung „Neue Zeit“", "indirect"),
        ("FreeIndirect", "Es gebe keinen Grund", "indirect"),
        ("IndirectFreeIndirect", "Es gebe keinen Grund.", "indirect"),
        ("Reported", "Er lobte die Arbeit", "reported"),
        ("Reported", "Er nannte die Arbeit „ein Vorbild“", "partly"),
    ],
)
def test_partly_verbatim_is_what_has_somebodys_words_in_quotation_marks(type: str, text: str, expected: str) -> None:
    assert view().manner(type, Text(de=text)) == expected  # type: ignore[arg-type]


def test_the_notice_says_whether_any_line_is_a_machines() -> None:
    reviewed = Translation(units=tuple(replace(u, target="English", state="reviewed") for u in TRANSLATION.units))
    for translation, expected in ((TRANSLATION, "machine"), (reviewed, "reviewed")):
        english = View(language="en", labels=load_labels("en"), texts=Texts(translation), url="")
        assert english.translated((BRIEFING,)) == expected
