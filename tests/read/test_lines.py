"""What is read off the lines of an article; `fixtures.txt` is for a person to read and to add to."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Document
from generator.read import lines

FIXTURES = Path(__file__).with_name("fixtures.txt")


def cases() -> list[object]:
    found = []
    for block in re.split(r"\n\n(?=# )", FIXTURES.read_text(encoding="utf-8").rstrip("\n")):
        name, _, rest = block.partition("\n")
        text, _, expected = rest.rpartition("\n.")
        found.append(pytest.param(text, expected.strip("\n").split("\n") if expected.strip() else [], id=name[2:]))
    return found


def described(document: Document) -> list[str]:
    """The document as the fixtures write it."""
    found = [f"title {document.title}"] if document.title else []
    found += [f"published {document.published.iso()}"] if document.published else []
    found += [f"agencies {' '.join(document.agencies)}"] if document.agencies else []
    found += [f"boilerplate {span.of(document.text)}" for span in document.boilerplate]
    found += [f"heading {span.of(document.text)}" for span in document.headings]
    return found + ([f"dateline {document.dateline.of(document.text).strip()}"] if document.dateline else [])


@pytest.mark.parametrize(("text", "expected"), cases())
def test_line_by_line(text: str, expected: list[str]) -> None:
    assert described(lines.document("x", text, ())) == expected


@given(
    st.lists(st.sampled_from(["Der Rat tagt. ", "\n", "\n\n", "date 2023-09 ", "(dpa)", "Foto: x", "Rat ", " - ", "„"]))
)
def test_spans_lie_in_the_text_and_in_order(parts: list[str]) -> None:
    document = lines.document("x", "".join(parts), ())
    for spans in (document.boilerplate, document.headings):
        assert list(spans) == sorted(spans)
        assert all(0 <= span.start < span.end <= len(document.text) for span in spans)


def test_a_source_counts_its_words_without_boilerplate() -> None:
    assert lines.document("x", "Der Rat tagt.\n\nFoto: © Ute Lamm/AP/dpa", ()).words == 3
