"""The briefings of the five seeds, against a file that a person has read (`python -m tests.golden` writes it)."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator import read
from generator.analyse import Analyser
from generator.config import load
from generator.merge import merge
from generator.model import Briefing, PartialDate, Participant, Reference, Text
from generator.read.published import Published

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden" / "merge"


@cache
def briefings() -> tuple[Briefing, ...]:
    analyser = Analyser(ROOT / "models")
    documents = read.read_all(ROOT / "seeds").documents
    return merge(tuple(map(analyser.analyse, documents)), load(ROOT / "generator.yml"), (), Published()).briefings


@pytest.mark.parametrize("briefing", briefings(), ids=lambda briefing: briefing.id)
def test_briefing_is_as_the_golden_file_says(briefing: Briefing) -> None:
    golden = (GOLDEN / f"{briefing.id}.json").read_text(encoding="utf-8")
    assert json.loads(written(briefing)) == json.loads(golden)


def test_the_seeds_are_one_event() -> None:
    assert [len(briefing.sources) for briefing in briefings()] == [5]


def golden_briefings() -> dict[str, str]:
    """File name and content of every golden briefing."""
    return {f"{briefing.id}.json": written(briefing) for briefing in briefings()}


def written(briefing: Briefing) -> str:
    """A briefing as JSON that reads well as a diff: words and source letters in place of offsets."""
    letters = {source.id: chr(ord("A") + number) for number, source in enumerate(briefing.sources)}
    texts = {source.id: source.text for source in briefing.sources}

    def carriers(references: tuple[Reference, ...]) -> str:
        return "".join(sorted({letters[r.document] for r in references}))

    def words(reference: Reference) -> str:
        return f"{letters[reference.document]}: {' '.join(reference.span.of(texts[reference.document]).split())}"

    def both(text: Text) -> str:
        return text.de if text.en is None else f"{text.de} = {text.en}"

    def date(when: PartialDate | None) -> dict[str, Any]:
        if when is None:
            return {}
        named = {key: value for key in ("weekday", "part", "clock") if (value := getattr(when, key)) is not None}
        return {"date": when.iso()} | named

    def person(one: Participant) -> str:
        roles = "; ".join(both(role) for role in one.roles)
        parts = (f"{one.kind} {both(one.name)}", ", ".join(one.aliases), roles, one.involvement, carriers(one.reports))
        return " | ".join(parts)

    value = {
        "id": briefing.id,
        "title": both(briefing.title),
        **date(briefing.date),
        "sources": [f"{letters[s.id]} {s.id}" for s in briefing.sources],
        "summary": [f"{both(s.text)} [{carriers(s.reports)}]" for s in briefing.summary],
        "participants": {p.id: person(p) for p in briefing.participants},
        "mentioned": {p.id: person(p) for p in briefing.mentioned},
        "locations": {
            p.id: f"{'* ' * p.scene}{p.kind} {both(p.name)} in {', '.join(p.within)} [{carriers(p.references)}]"
            for p in briefing.locations
        },
        "facts": [words(fact) for place in briefing.locations for fact in place.facts],
        "statements": [
            {
                "id": claim.id,
                "speaker": claim.speaker,
                **({"to": claim.addressee} if claim.addressee else {}),
                **({"context": claim.context.de} if claim.context else {}),
                "variants": [f"{v.type} {words(v.reference)}" for v in claim.variants],
            }
            for claim in briefing.statements
        ],
        "open_questions": [
            f"{q.kind}, {q.status}, {q.raised_by}: {both(q.text)} [{carriers(q.evidence)}]"
            for q in briefing.open_questions
        ],
        "discrepancies": [
            {both(d.topic): [f"{both(p.text)} [{carriers(p.reports)}]" for p in d.positions]}
            for d in briefing.discrepancies
        ],
        "timeline": [
            date(t.date) | {"text": both(t.text), "sources": carriers(t.reports), "background": t.background}
            for t in briefing.timeline
        ],
        "changes": [date(c.date) | {"kind": c.kind, "text": both(c.text)} for c in briefing.changes],
        "overlaps": [f"{''.join(letters[d] for d in o.documents)} {o.agencies} {o.share}" for o in briefing.overlaps],
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
