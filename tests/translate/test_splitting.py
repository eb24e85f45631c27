"""Segments into sentences and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.translate.splitting import Sentence, join, split


@pytest.mark.parametrize(
    ("segment", "texts"),
    [
        ("Er kam. Sie ging.", ["Er kam.", "Sie ging."]),
        ("Am 3. Mai kam Dr. Berger z. B. nach Essen.", ["Am 3. Mai kam Dr. Berger z. B. nach Essen."]),
        ("Das war 2022. Danach ging er.", ["Das war 2022.", "Danach ging er."]),
        ("Streit um Brücke", ["Streit um Brücke"]),
        ("", []),
    ],
)
def test_sentences(segment: str, texts: list[str]) -> None:
    assert [s.text for s in split(segment)] == texts


@pytest.mark.parametrize(
    ("segment", "parts"),
    [
        ("„Ich komme.“", [("“", "Ich komme.", "”")]),
        ("»Ich komme. Ich gehe.«", [("“", "Ich komme.", ""), ("", "Ich gehe.", "”")]),
        ("«Ich komme.»", [("“", "Ich komme.", "”")]),
        ("Er sagte: „Ich komme. Ich gehe.“", [("", "Er sagte: „Ich komme.", ""), ("", "Ich gehe.", "”")]),
        ("„Ich komme und gehe“.", [("“", "Ich komme und gehe", "”.")]),
        ("„Ja“, sagte er, „nein“", [("", "„Ja“, sagte er, „nein“", "")]),
        ("Das sei „gut“", [("", "Das sei „gut“", "")]),
    ],
)
def test_marks_around_sentences_stay_outside(segment: str, parts: list[tuple[str, str, str]]) -> None:
    assert [(s.before, s.text, s.after) for s in split(segment)] == parts


def test_join() -> None:
    sentences = (Sentence(text="Ich komme.", before="“"), Sentence(text="Ich gehe.", after="”"))
    assert join(sentences, ("I come.", "I go.")) == "“I come. I go.”"


@given(st.text('aB1.!? „“"»«,äÖ', max_size=60).map(lambda t: " ".join(t.split())))
def test_nothing_is_lost_but_spaces_and_outer_marks(segment: str) -> None:
    sentences = split(segment)
    kept = join(sentences, tuple(s.text for s in sentences))
    plain = str.maketrans(dict.fromkeys('„“”«»" '))
    assert kept.translate(plain) == segment.translate(plain)
