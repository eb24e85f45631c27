"""Titles, open questions and discrepancies to be judged by eye, and how many there are.

    python -m benchmarks.questions --data ARTICLES.jsonl.xz ...
    python -m benchmarks.questions --data ... --threshold 0.12 --days 30

The second clusters loosely: most pairs are two events, so that a discrepancy found in them is false.

Every question is printed with its clause, every discrepancy with what each source says. Counts go to
`results/questions.json`; what the eye says of them belongs into the report of whoever looked.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

from benchmarks.analysis_speed import documents
from generator.analyse import Analyser
from generator.config import Config
from generator.merge import merge
from generator.model import Briefing
from generator.read.published import Published

HERE = Path(__file__).parent
ROOT = HERE.parent


def shown(briefing: Briefing) -> list[str]:
    """What there is to judge in one briefing."""
    texts = {source.id: source.text for source in briefing.sources}
    made = briefing.title.en is not None
    lines = [f"title: {briefing.title.de} = {briefing.title.en}"] if made else []
    for question in briefing.open_questions:
        clause = question.evidence[0]
        lines.append(f"question ({question.kind}, {question.status}): {question.text.de}")
        lines.append(f"    from: {' '.join(clause.span.of(texts[clause.document]).split())}")
    for discrepancy in briefing.discrepancies:
        lines.append(f"discrepancy: {discrepancy.topic.de}")
        lines += [f"    {position.text.de}" for position in discrepancy.positions]
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, nargs="+", required=True)
    parser.add_argument("--threshold", type=float)
    parser.add_argument("--days", type=int)
    args = parser.parse_args()
    config = Config(root=ROOT)
    given = {key: value for key in ("threshold", "days") if (value := getattr(args, key)) is not None}
    config = replace(config, merge=replace(config.merge, **given))
    analyser = Analyser(ROOT / "models")
    analyses = tuple(map(analyser.analyse, documents(args.data)))
    briefings = merge(analyses, config, (), Published()).briefings
    counts: Counter[str] = Counter(articles=len(analyses), briefings=len(briefings))
    for briefing in briefings:
        if lines := shown(briefing):
            print("\n".join((f"# {', '.join(source.id for source in briefing.sources)}", *lines)), end="\n\n")
        counts["of several sources"] += len(briefing.sources) > 1
        counts["titles by table"] += briefing.title.en is not None
        counts["discrepancies"] += len(briefing.discrepancies)
        counts["summary sentences"] += len(briefing.summary)
        counts["timeline entries"] += len(briefing.timeline)
        counts.update(f"questions, {question.kind}" for question in briefing.open_questions)
    result = {"threshold": config.merge.threshold, "days": config.merge.days} | dict(sorted(counts.items()))
    out = HERE / "results" / "questions.json"
    out.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(result))


if __name__ == "__main__":
    main()
