"""Every benchmark, one after the other; those that need data which is not in the repository take it from a folder.

    python -m benchmarks [DATA]

DATA holds `ner/` (GermEval 2014 and PUD), `quotations/` (Petersen-Frey & Biemann 2024) and `translation-dev/` (newstest
2017). What is not there is named and left out.
"""

from __future__ import annotations

import argparse
import runpy
import sys
from pathlib import Path

RUNS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("names", (), ("ner/NER-de-test.tsv", "ner/pud.iob2")),
    ("transcription", (), ()),
    ("analysis_speed", (), ("quotations/dev.jsonl.xz", "quotations/train.jsonl.xz")),
    ("quotations", ("--data",), ("quotations/dev.jsonl.xz",)),
    ("clustering", (), ()),
    ("discrepancies", ("--data",), ("quotations/dev.jsonl.xz", "quotations/train.jsonl.xz")),
    ("questions", ("--data",), ("quotations/dev.jsonl.xz", "quotations/train.jsonl.xz")),
    ("translation", ("--data",), ("translation-dev",)),
    ("translation_speed", (), ()),
)
"""Name, options, what follows them below DATA."""


def main() -> None:
    """Run them all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="?", default=Path("nowhere"))
    data = parser.parse_args().data
    for name, options, paths in RUNS:
        missing = [path for path in paths if not (data / path).exists()]
        if missing:
            print(f"== {name}: left out, no {', '.join(missing)} in {data}")
            continue
        print(f"== {name}", flush=True)
        sys.argv = [name, *options, *(str(data / path) for path in paths)]
        runpy.run_module(f"benchmarks.{name}", run_name="__main__")


if __name__ == "__main__":
    main()
