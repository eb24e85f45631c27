"""The whole stage: from analyses to briefings and back from what was published."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from generator import read
from generator.analyse import Analyser
from generator.config import Config, load
from generator.merge import merge
from generator.model import Analysis, Briefing, Document, Translation
from generator.provenance import references
from generator.read import published
from generator.read.corrections import Corrections, corrections
from generator.read.published import Published
from generator.render import render

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "tests" / "fixtures" / "bruecke"
LATER = (
    "date 2024-05\nNach dem Treffen zur Neißebrücke im Görlitzer Rathaus hat Sachsens Verkehrsminister Jonas Wendrich "
    "bekräftigt: „Wir wollen noch in diesem Jahr mit den Arbeiten beginnen.“ Auch Polens Vizeministerin Ewa Malinska "
    "sprach von der gesperrten Brücke, die seit dem Hochwasser geschlossen ist. Polen übernimmt ein Drittel der Kosten."
)


@cache
def analyser() -> Analyser:
    return Analyser(ROOT / "models")


@cache
def analysed(name: str) -> Analysis:
    return analyser().analyse(read.read_file(FIXTURES / f"{name}.txt"))


@cache
def later() -> Analysis:
    document = replace(analysed("blatt-a").document, id="blatt-0", text=LATER, boilerplate=(), dateline=None)
    return analyser().analyse(Document(id=document.id, text=document.text, published=document.published))


def merged(
    *analyses: Analysis, before: Published | None = None, files: tuple[Corrections, ...] = ()
) -> tuple[Briefing, ...]:
    return merge(analyses, load(ROOT / "generator.yml"), files, before or Published()).briefings


def publish(folder: Path, briefings: tuple[Briefing, ...]) -> Published:
    """What the next run reads."""
    for page in render(briefings, Translation(units=()), Config(root=folder)):
        if page.path.endswith(".json"):
            path = folder / page.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page.text, encoding="utf-8")
    return published.load(folder)


def ids(briefing: Briefing) -> dict[str, frozenset[str]]:
    """Anchors by their group, with words that tell what they stand for."""
    parts = {
        "participants": (*briefing.participants, *briefing.mentioned),
        "locations": briefing.locations,
        "statements": briefing.statements,
    }
    return {name: frozenset(part.id for part in items) for name, items in parts.items()}


def test_two_reports_become_one_briefing_with_everything_in_its_place() -> None:
    (briefing,) = merged(analysed("blatt-a"), analysed("blatt-b"))
    assert [s.id for s in briefing.sources] == ["blatt-a", "blatt-b"]
    people = {p.name.de: p for p in briefing.participants}
    assert {"Jonas Wendrich", "Ewa Malinska"} <= set(people)
    assert {r.document for r in people["Jonas Wendrich"].reports} == {"blatt-a", "blatt-b"}
    start = next(c for c in briefing.statements if "beginnen" in c.text.de)
    assert {r.document for r in start.reports} == {"blatt-a", "blatt-b"}
    assert any(p.scene for p in briefing.locations)


def test_every_reference_lies_in_its_source() -> None:
    for briefing in merged(analysed("blatt-a"), analysed("blatt-b")):
        for where, reference in references(briefing):
            text = briefing.document(reference.document).text
            assert 0 <= reference.span.start < reference.span.end <= len(text), where


def test_speakers_and_addressees_are_in_the_briefing() -> None:
    (briefing,) = merged(analysed("blatt-a"), analysed("blatt-b"))
    for claim in briefing.statements:
        for id_ in (claim.speaker, claim.addressee):
            assert id_ is None or briefing.participant(id_) is not None


def test_a_second_run_says_the_same(tmp_path: Path) -> None:
    first = merged(analysed("blatt-a"), analysed("blatt-b"))
    second = merged(analysed("blatt-b"), analysed("blatt-a"), before=publish(tmp_path, first))
    assert second == first


def test_an_article_more_renames_nothing(tmp_path: Path) -> None:
    (before,) = merged(analysed("blatt-a"), analysed("blatt-b"))
    (after,) = merged(later(), analysed("blatt-a"), analysed("blatt-b"), before=publish(tmp_path, (before,)))
    assert (after.id, len(after.sources)) == (before.id, 3)
    assert ids(after)["participants"] >= {p.id for p in before.participants}
    kept = {c.text.de for c in after.statements}
    assert all(c.id in ids(after)["statements"] for c in before.statements if c.text.de in kept)


def test_an_edited_article_renames_nothing(tmp_path: Path) -> None:
    (before,) = merged(analysed("blatt-a"), analysed("blatt-b"))
    old = analysed("blatt-b").document
    new = Document(
        id=old.id, text=f"Diese Fassung wurde ergänzt.\n\n{old.text}", published=old.published, agencies=old.agencies
    )
    edited = analyser().analyse(new)
    (after,) = merged(analysed("blatt-a"), edited, before=publish(tmp_path, (before,)))
    assert after.id == before.id
    words = {c.text.de: c.id for c in after.statements}
    assert all(words[c.text.de] == c.id for c in before.statements if c.text.de in words)


def test_one_article_is_a_briefing_too() -> None:
    (briefing,) = merged(analysed("blatt-a"))
    assert (len(briefing.sources), briefing.overlaps, briefing.changes) == (1, (), ())


def test_a_persons_word_counts_more_than_the_programs(tmp_path: Path) -> None:
    (before,) = merged(analysed("blatt-a"), analysed("blatt-b"))
    entries = {
        "title": {"de": "Brücke wird saniert", "en": "Bridge to be renovated"},
        "participants": [{"match": "Ewa Malinska", "name": {"de": "Ewa Malińska", "en": "Ewa Malińska"}}],
        "date": date(2024, 6, 1),
    }
    file = corrections(entries, "briefings/x.yml", briefing=before.id)
    known = publish(tmp_path, (before,))
    for _ in range(2):
        (after,) = merged(analysed("blatt-a"), analysed("blatt-b"), before=known, files=(file,))
        assert after.title.en == "Bridge to be renovated"
        assert "Ewa Malińska" in {p.name.de for p in after.participants}
        assert [c.kind for c in after.changes].count("correction") == 2
        assert after.id == before.id
        known = publish(tmp_path, (after,))


def test_parted_articles_are_two_briefings(tmp_path: Path) -> None:
    (before,) = merged(analysed("blatt-a"), analysed("blatt-b"))
    file = Corrections(file="briefings/x.yml", briefing=before.id, part=("blatt-b",))
    first = merged(analysed("blatt-a"), analysed("blatt-b"), before=publish(tmp_path, (before,)), files=(file,))
    assert [[s.id for s in b.sources] for b in first] == [["blatt-a"], ["blatt-b"]]
    second = merged(analysed("blatt-a"), analysed("blatt-b"), before=publish(tmp_path, first), files=(file,))
    assert [b.id for b in second] == [b.id for b in first]


def test_nothing_in_nothing_out() -> None:
    assert merged() == ()


@pytest.mark.parametrize("text", ["Kurz.", "„Ja.“", "1234 5678", "Berlin (dpa) - Regen.\n"])
def test_strange_articles_do_no_harm(text: str) -> None:
    (briefing,) = merged(analyser().analyse(Document(id="x", text=text)))
    assert briefing.id
