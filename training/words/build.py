"""Counts how common German terms are: writes `generator/merge/common.csv`.

    python -m training.words.build NER-de-train.bioes      (GermEval 2014, CC BY 4.0: one token a line, blank between)

The data holds single sentences; a term in a share s of them is taken to be in 1 - (1 - s)^18 of the articles.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from generator.analyse.lexicon import Lexicon
from generator.merge.words import Vocabulary

ROOT = Path(__file__).parents[2]
SENTENCES = 18
"""Of a news article."""
LEAST = 5
"""Sentences that a term needs."""


def sentences(path: Path) -> Iterator[str]:
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        yield " ".join(line.split()[0] for line in block.splitlines() if line.split())


def main() -> None:
    vocabulary = Vocabulary(Lexicon.load(ROOT / "models" / "lexicon"))
    counts: Counter[str] = Counter()
    size = 0
    for sentence in sentences(Path(sys.argv[1])):
        counts.update({term for term in vocabulary.terms(sentence) if not term.isdigit()})
        size += 1
    lines = ["term,per_thousand"]
    for term, count in sorted(counts.items()):
        share = round(1000 * (1 - (1 - count / size) ** SENTENCES))
        if count >= LEAST and share:
            lines.append(f"{term},{share}")
    (ROOT / "generator" / "merge" / "common.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines) - 1} terms from {size} sentences")


if __name__ == "__main__":
    main()
