"""The whole analysis of the five seeds, against files that a person has read (`python -m tests.golden` writes them)."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator import read
from generator.analyse import Analyser
from generator.model import Analysis, PartialDate, Span

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
GOLDEN = ROOT / "tests" / "golden" / "analysis"


@cache
def analyser() -> Analyser:
    return Analyser(ROOT / "models")


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_analysis_of_a_seed(seed: Path) -> None:
    golden = (GOLDEN / f"{seed.stem}.json").read_text(encoding="utf-8")
    assert json.loads(written(analyser().analyse(read.read_file(seed)))) == json.loads(golden)


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_nothing_lies_in_the_boilerplate(seed: Path) -> None:
    analysis = analyser().analyse(read.read_file(seed))
    spans = [m.span for e in analysis.entities for m in e.mentions] + [t.span for t in analysis.times]
    assert not [s for s in spans for b in analysis.document.boilerplate if s.overlaps(b)]


def golden_analyses() -> dict[str, str]:
    """File name and content of every golden analysis."""
    return {f"{seed.stem}.json": written(analyser().analyse(read.read_file(seed))) for seed in SEEDS}


def written(analysis: Analysis) -> str:
    """An analysis as JSON that reads well as a diff: the words themselves in place of offsets."""
    text = analysis.document.text

    def words(spans: tuple[Span, ...]) -> list[str]:
        return [" ".join(span.of(text).split()) for span in spans]

    def date(when: PartialDate) -> dict[str, Any]:
        return {"date": when.iso()} | {
            k: v for k in ("weekday", "part", "clock") if (v := getattr(when, k)) is not None
        }

    names = {place.id: place.name.de for place in analysis.places}
    value = {
        "entities": [
            {
                "id": e.id,
                "kind": e.kind,
                "name": e.name,
                "english": e.english,
                "involvement": e.involvement,
                "weight": e.weight,
                "roles": [f"{r.name.de} = {r.name.en}" for r in e.roles],
                "mentions": [f"{m.span.of(text)} ({m.kind}: {m.reason})" for m in e.mentions],
            }
            for e in sorted(analysis.entities, key=lambda e: (-e.weight, e.id))
        ],
        "places": [
            {
                "name": f"{p.name.de} = {p.name.en}",
                "kind": p.kind,
                "within": [names[w] for w in p.within],
                "position": [p.latitude, p.longitude],
                "scene": p.scene,
                "facts": words(tuple(f.span for f in p.facts)),
            }
            for p in analysis.places
        ],
        "times": [
            {"words": t.span.of(text)} | date(t.date) | ({"until": t.until.iso()} if t.until else {})
            for t in analysis.times
        ],
        "quotations": [
            {
                "type": q.type,
                "quote": words(q.quote),
                "cue": words(q.cue),
                "speaker": words(q.speaker),
                "addressee": words(q.addressee),
                "speaker_entity": q.speaker_entity,
            }
            for q in analysis.quotations
        ],
        "questions": [
            {"kind": q.kind, "words": words((q.span,))[0], "evidence": words(q.evidence)} for q in analysis.questions
        ],
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
