"""Discrepancies found and false, in articles that were made to differ in one fact.

    python -m benchmarks.discrepancies --data ARTICLES.jsonl.xz ... [--every 3] [--show]

Of each article two second versions are made: one with a fact changed by rule (a number, a day, a place, a kind of
thing, who did it), told in other words, with sentences left out and others added, and one that is only told otherwise.
Each is merged with the first. Found is a discrepancy between the changed sentence and its first version; every other
one is false. Results go to `results/discrepancies.json`.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from dataclasses import replace
from pathlib import Path

from benchmarks.analysis_speed import documents
from benchmarks.versions import FACTS, NAMES, Version, changed, second
from generator.analyse import Analyser
from generator.config import Config
from generator.merge import merge
from generator.model import Analysis, Discrepancy, Reference
from generator.read.published import Published

HERE = Path(__file__).parent
ROOT = HERE.parent


def found(first: Analysis, version: Version, analyser: Analyser, config: Config) -> tuple[Discrepancy, ...]:
    """The discrepancies between an article and its second version; none where the two are too short to be joined."""
    other = analyser.analyse(version.document)
    briefings = merge((first, other), config, (), Published()).briefings
    return tuple(discrepancy for briefing in briefings for discrepancy in briefing.discrepancies)


def right(discrepancy: Discrepancy, version: Version) -> bool:
    """Whether it lies between the changed sentence and its first version, or names who was changed everywhere."""
    if version.fact == "actor" and discrepancy.id == "d-actor":
        return any(name.split()[-1] in position.text.de for position in discrepancy.positions for name in NAMES)
    reports = [report for position in discrepancy.positions for report in position.reports]
    return any(_in(r, version, first=True) for r in reports) and any(_in(r, version, first=False) for r in reports)


def _in(report: Reference, version: Version, first: bool) -> bool:
    span = version.old if first else version.new
    return span is not None and (report.document != version.document.id) == first and report.span.overlaps(span)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, nargs="+", required=True)
    parser.add_argument("--every", type=int, default=1, help="take every n-th article")
    parser.add_argument("--show", action="store_true", help="print what was found, missed and false")
    args = parser.parse_args()
    config = Config(root=ROOT)
    wide = replace(config.budget, share=1.0, longest_run=1000)
    config = replace(config, budget=wide, merge=replace(config.merge, threshold=0.0, days=100_000))
    analyser = Analyser(ROOT / "models")
    analyses = [analyser.analyse(document) for document in list(documents(args.data))[:: args.every]]
    counts: Counter[str] = Counter(articles=len(analyses))
    for number, first in enumerate(analyses):
        chance = random.Random(number)
        strange = analyses[(number + 7) % len(analyses)]
        tries = [(fact, next(changed(first, fact, analyser.lexicon, chance), None)) for fact in FACTS]
        possible = [(fact, change) for fact, change in tries if change is not None]
        versions = [second(first, strange, chance, analyser.lexicon)]
        if possible:
            fact, change = possible[number % len(possible)]
            versions.append(second(first, strange, chance, analyser.lexicon, fact, change))
        for version in versions:
            told = found(first, version, analyser, config)
            hits = [d for d in told if right(d, version)]
            counts["true"] += len(hits)
            counts["false"] += len(told) - len(hits)
            counts["false, nothing changed"] += len(told) if version.fact is None else 0
            if version.fact is not None:
                counts[f"{version.fact}, changed"] += 1
                counts[f"{version.fact}, found"] += bool(hits)
            if args.show:
                _show(first, version, told, hits)
    result: dict[str, float] = dict(sorted(counts.items()))
    result["precision"] = round(counts["true"] / max(1, counts["true"] + counts["false"]), 3)
    for fact in FACTS:
        result[f"{fact}, recall"] = round(counts[f"{fact}, found"] / max(1, counts[f"{fact}, changed"]), 3)
    changes = sum(counts[f"{fact}, changed"] for fact in FACTS)
    result["recall"] = round(sum(counts[f"{fact}, found"] for fact in FACTS) / max(1, changes), 3)
    out = HERE / "results" / "discrepancies.json"
    out.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(result, indent=1))


def _show(first: Analysis, version: Version, told: tuple[Discrepancy, ...], hits: list[Discrepancy]) -> None:
    if version.old is not None and version.new is not None and not hits:
        print(f"missed {version.fact}: {version.old.of(first.document.text)}")
        print(f"               {version.new.of(version.document.text)}")
    for discrepancy in told:
        sides = " | ".join(position.text.de for position in discrepancy.positions)
        print(f"{'found' if discrepancy in hits else 'FALSE'} {version.fact}: {discrepancy.topic.de}: {sides}")


if __name__ == "__main__":
    main()
