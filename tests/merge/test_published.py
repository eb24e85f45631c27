from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.config import Config
from generator.model import Briefing
from generator.read.published import FOLDER, load, relocated
from generator.render import render
from tests.render.bruecke import BRIEFING, TRANSLATION


def write(docs: Path, *briefings: Briefing) -> None:
    for page in render(briefings, TRANSLATION, Config(root=docs)):
        if page.path.startswith(FOLDER):
            (docs / page.path).parent.mkdir(parents=True, exist_ok=True)
            (docs / page.path).write_text(page.text, encoding="utf-8")


def test_ids_and_places_come_back_as_they_were_published(tmp_path: Path) -> None:
    write(tmp_path, BRIEFING)
    (known,) = load(tmp_path).briefings
    assert (known.id, known.sources) == ("neissebruecke", {"blatt-a", "blatt-b"})
    assert known.parts["statements"] == {c.id: frozenset(c.reports) for c in BRIEFING.statements}
    assert known.parts["participants"] == {
        p.id: frozenset(p.reports) for p in (*BRIEFING.participants, *BRIEFING.mentioned)
    }
    assert known.parts["questions"] == {q.id: frozenset(q.evidence) for q in BRIEFING.open_questions}
    assert set(known.parts["discrepancies"]) == {"d-kosten"}
    assert set(known.parts["locations"]) == {p.id for p in BRIEFING.locations}


def test_nothing_published_is_nothing_known(tmp_path: Path) -> None:
    found = load(tmp_path)
    assert (found.briefings, found.problems) == ((), ())


@pytest.mark.parametrize("damage", ["", "{", "[]", "null", '{"id": 1}', '{"id": "x", "sources": [{}]}', "\x00"])
def test_a_damaged_file_is_a_problem_and_no_more(tmp_path: Path, damage: str) -> None:
    write(tmp_path, BRIEFING)
    (tmp_path / FOLDER / "kaputt.json").write_text(damage, encoding="utf-8")
    found = load(tmp_path)
    assert [b.id for b in found.briefings] == ["neissebruecke"]
    assert [p.severity for p in found.problems] == ["warning"]
    assert "kaputt.json" in found.problems[0].where


def test_a_file_of_the_wrong_shape_inside_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path, BRIEFING)
    path = tmp_path / FOLDER / "neissebruecke.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    data["statements"][0]["reports"][0]["start"] = "vorn"
    path.write_text(json.dumps(data), encoding="utf-8")
    assert load(tmp_path).problems


def test_places_move_with_their_words_when_an_article_is_edited(tmp_path: Path) -> None:
    write(tmp_path, BRIEFING)
    (known,) = load(tmp_path).briefings
    texts = {source.id: f"Berichtigte Fassung. {source.text}" for source in BRIEFING.sources}
    moved = relocated(known, texts)["statements"]
    for claim in BRIEFING.statements:
        assert {r.span.start for r in moved[claim.id]} == {r.span.start + 21 for r in claim.reports}


def test_words_that_are_gone_stand_nowhere(tmp_path: Path) -> None:
    write(tmp_path, BRIEFING)
    (known,) = load(tmp_path).briefings
    assert not any(relocated(known, {})["statements"].values())
