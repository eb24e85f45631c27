"""Names of an article: persons, places, organisations, and parts of compounds."""

from __future__ import annotations

import gzip
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.analyse.names import MODEL, NameSpan, NameTagger
from generator.analyse.names.words import WordTable
from generator.analyse.sentences import split
from generator.analyse.tokens import tokenize
from generator.errors import GeneratorError
from generator.model import Document
from tests.analyse.marked import MODELS, cases, lexicon

WORDS = st.sampled_from(
    ("Kim", "Song", "Ho", "Putzke", "UN-Rat", "US-Amt", "Moskau", "der", "und", ",", ".", "„", "“", "-", "Dr.", "für")
)


@cache
def tagger() -> NameTagger:
    return NameTagger(MODELS, lexicon())


def tagged(text: str) -> tuple[NameSpan, ...]:
    document = Document(id="x", text=text)
    sentences = split(document)
    return tagger().tag(document, sentences, tuple(tokenize(text, s.span) for s in sentences))


@pytest.mark.parametrize("text, expected", cases("names.txt"))
def test_names(text: str, expected: list[str]) -> None:
    found = [f"{name.span.of(text)} {name.kind}{' part' * name.part}" for name in tagged(text)]
    assert found == expected


@settings(deadline=None, max_examples=60)
@given(st.lists(WORDS, max_size=40))
def test_names_are_in_order_and_do_not_overlap(forms: list[str]) -> None:
    text = " ".join(forms)
    at = 0
    for name in tagged(text):
        assert at <= name.span.start < name.span.end <= len(text)
        assert name.span.of(text).strip() == name.span.of(text)
        at = name.span.end


def test_a_form_seen_as_a_person_once_is_one_elsewhere() -> None:
    text = "Der Geologe Arne Sturmfeld kam. Später ging Sturmfeld. Ohne Sturmfeld blieb es still."
    assert [n.kind for n in tagged(text) if "Sturmfeld" in n.span.of(text)] == ["person"] * 3


def test_missing_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(GeneratorError, match=r"words\.marisa|clusters\.bin|words|clusters"):
        NameTagger(tmp_path, lexicon())


def test_broken_model_is_named(tmp_path: Path) -> None:
    (tmp_path / "names").mkdir()
    for file in (MODELS / "names").iterdir():
        (tmp_path / "names" / file.name).write_bytes(file.read_bytes())
    (tmp_path / "names" / MODEL).write_bytes(gzip.compress(b"nothing")[:-4])
    with pytest.raises(GeneratorError, match=MODEL):
        NameTagger(tmp_path, lexicon())


def test_word_table_knows_names_and_clusters() -> None:
    table = WordTable.load(MODELS / "names")
    assert table.find("Johanna")[1]
    assert table.find("Xqzv") == ("", False, False)
    assert table.find("Montag")[0] == table.find("Dienstag")[0] != ""
