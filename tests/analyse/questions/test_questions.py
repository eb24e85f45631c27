"""What an article leaves open, from a fixture: input, a dot, kind | clause | evidence | who raises it."""

from __future__ import annotations

import pytest

from generator.analyse import entities, questions
from generator.model import PartialDate
from tests.analyse.marked import cases, read


@pytest.mark.parametrize(("marked", "expected"), cases("questions.txt"))
def test_finds_what_is_open(marked: str, expected: list[str]) -> None:
    article, names = read(marked, PartialDate(year=2024, month=5, day=16))
    document, split, tokens = article.document, article.sentences, article.tokens
    people = entities.build(document, split, tokens, names, article.lexicon)
    found = questions.find(document, split, tokens, people, (), article.lexicon)
    lines = []
    for question in found:
        evidence = "; ".join(span.of(document.text) for span in question.evidence)
        parts = [question.kind, question.span.of(document.text), evidence, question.raised_by]
        lines.append(" | ".join(part for part in parts if part))
    assert lines == expected
