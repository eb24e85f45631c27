"""How often a construction is right: the confidences that `generator/analyse/quotations` ships.

    python -m training.quotations.calibrate --data train.jsonl.xz

Reads the train part of the corpus of Petersen-Frey & Biemann 2024 (not in the repository) and writes
`generator/analyse/quotations/confidence.csv`: for each construction, and each verb of a reported act, the share of
finds of which at least half of the words are annotated with the same type and the same speaker, drawn towards the share
of all finds of its kind where there are few (a beta prior of WEIGHT finds).
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from pathlib import Path

from benchmarks.quotations import HALF, Roles, Tokens, annotated, articles
from generator.analyse import entities, sentences
from generator.analyse.lexicon import Lexicon
from generator.analyse.names import NameTagger
from generator.analyse.quotations import QuotationFinder
from generator.analyse.tokens import tokenize
from generator.model import Document, Quotation

ROOT = Path(__file__).parents[2]
OUT = ROOT / "generator" / "analyse" / "quotations" / "confidence.csv"
WEIGHT = 5
"""Finds that the share of the whole kind counts for."""
DISTANT = 0.4
"""The share from which constructions start whose speaker is taken from further away."""


def _spoken(quotation: Quotation, found: frozenset[int], same: list[Roles], tokens: Tokens) -> bool:
    """Whether the speaker is that of the annotation that shares most words, or one side names nobody."""
    speaker = tokens.within((s.start, s.end) for s in quotation.speaker)
    nearest = max(same, key=lambda g: len(g.roles["quote"] & found), default=None)
    return not speaker or nearest is None or not nearest.roles["speaker"] or bool(speaker & nearest.roles["speaker"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    args = parser.parse_args()
    lexicon = Lexicon.load(ROOT / "models" / "lexicon")
    tagger, finder = NameTagger(ROOT / "models", lexicon), QuotationFinder(lexicon)
    seen: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for article in articles(args.data):
        document = Document(id="article", text=article["originalText"])
        split = sentences.split(document)
        words = tuple(tokenize(document.text, s.span) for s in split)
        known = entities.build(document, split, words, tagger.tag(document, split, words), lexicon)
        tokens = Tokens(article)
        gold = annotated(article, tokens)
        for rule, quotation in finder.drafts(document, split, words, known):
            found = tokens.within((s.start, s.end) for s in quotation.quote)
            same = [g for g in gold if g.type == quotation.type and g.roles["quote"] & found]
            share = len(found & {i for g in same for i in g.roles["quote"]})
            hit = share >= HALF * len(found) and _spoken(quotation, found, same, tokens)
            for key in {rule, rule.split()[0]}:
                seen[key] += 1
                right[key] += hit
    everything = sum(v for k, v in right.items() if " " not in k) / sum(v for k, v in seen.items() if " " not in k)
    rows = []
    for key in sorted(seen):
        kind = key.split()[0]
        prior = everything if key == kind else right[kind] / seen[kind]
        prior = DISTANT if key.endswith(("-far", "-topic")) else prior
        rows.append((key, f"{(right[key] + WEIGHT * prior) / (seen[key] + WEIGHT):.2f}"))
    with OUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("construction", "confidence"))
        writer.writerows(rows)


if __name__ == "__main__":
    main()
