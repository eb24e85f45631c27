"""German figures and what they are in English."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.translate import figures, numerals


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("1.500", "1,500"),
        ("1 500", "1,500"),
        ("1’500", "1,500"),
        ("1.234.567,89", "1,234,567.89"),
        ("2,5 Mrd.", "2.5 billion"),
        ("2,5 Milliarden", "2.5 billion"),
        ("300 Mio.", "300 million"),
        ("3 Billionen", "3 trillion"),
        ("24.12.2023", "24 December 2023"),
        ("14.30 Uhr", "14:30"),
        ("9 Uhr", "09:00"),
        ("14:30", "14:30"),
        ("0,7", "0.7"),
        ("2023", "2023"),
        ("007", "007"),
    ],
)
def test_one_figure(german: str, english: str) -> None:
    (figure,) = figures.german(f"Es sind {german} geworden.")
    assert figure.english == english
    assert f"Es sind {german} geworden."[figure.start : figure.end] == german


@pytest.mark.parametrize(("text", "values"), [("25:61 Uhr", 2), ("2:1", 2), ("Kapitel 3.4", 1)])
def test_what_only_looks_like_a_date_or_time(text: str, values: int) -> None:
    assert all(kind == "number" for figure in figures.german(text) for kind, _ in figure.values)
    assert len(figures.german(text)) == values


@pytest.mark.parametrize(
    ("english", "value"),
    [
        ("1,500", ("number", 1500)),
        ("2.5 billion", ("number", 2_500_000_000)),
        ("€3m", ("number", 3_000_000)),
        ("3m", ("number", 3)),
        ("$2bn", ("number", 2_000_000_000)),
        ("2:30 p.m.", ("clock", 870)),
        ("2.30pm", ("clock", 870)),
        ("12 a.m.", ("clock", 0)),
        ("12 noon", ("number", 12)),
        ("7 o’clock", ("clock", 420)),
    ],
)
def test_english_values(english: str, value: tuple[str, int]) -> None:
    (figure,) = figures.english(f"It was {english} there.")
    assert figure.values == ((value[0], Decimal(value[1])),)


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("zwölf", 12),
        ("Neunundfünfzig", 59),
        ("zweihundertfünf", 205),
        ("dreitausendvierhundert", 3400),
        ("einundzwanzigste", 21),
        ("zweite", 2),
        ("hundert", 100),
        ("und", None),
        ("Verhandlung", None),
        ("Hundertschaft", None),
    ],
)
def test_german_number_words(word: str, value: int | None) -> None:
    assert numerals.german_word(word) == value


def test_number_words_in_a_text() -> None:
    assert numerals.in_words("zwei Millionen und dreißig", "de") == {2_000_000, 30}
    assert numerals.in_words("fifty-nine men, two million women", "en") >= {59, 2_000_000}
    assert 5 not in numerals.in_words("two, three", "en")
    assert numerals.in_compounds("der zehnseitige Bericht über den dreimaligen Sieger auf der Einbahnstraße") == {10, 3}
