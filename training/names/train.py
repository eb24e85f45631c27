"""Trains the name model on GermEval 2014, measures it on the development part, and trains it again on both.

    python -m training.names.train NER-de-train.bioes NER-de-dev.tsv models/names

The word table must lie in the folder already (`training/names/words.py`). A linear-chain CRF (Lafferty, McCallum &
Pereira 2001) by L-BFGS with both norms as penalties (CRFsuite, Okazaki 2007), compressed by gzip. Ten minutes on
one core; the result is the same on every run.
"""

from __future__ import annotations

import argparse
import gzip
import tempfile
from collections.abc import Iterable
from pathlib import Path

import pycrfsuite

from benchmarks.names import measure
from generator.analyse.lexicon import Lexicon
from generator.analyse.names import MODEL, NameTagger
from generator.analyse.names.features import Features
from generator.analyse.names.words import WordTable
from training.names.corpora import Labelled, bioes, columns

PARAMETERS = {"c1": 0.1, "c2": 0.6, "max_iterations": 80, "feature.minfreq": 2}
"""Weights of the L1 and L2 penalties, L-BFGS steps, and how often a feature must be seen."""


def label(tag: str) -> str:
    """The model's label: derived names of all kinds are one."""
    return tag[:2] + "deriv" if tag.endswith("deriv") else tag


def trained(sentences: Iterable[Labelled], features: Features) -> bytes:
    """The model of labelled sentences, packed."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=PARAMETERS, verbose=False)
    for sentence in sentences:
        items = features.sentence([form for form, _ in sentence])
        trainer.append(pycrfsuite.ItemSequence(items), [label(tag) for _, tag in sentence])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model"
        trainer.train(str(path))
        return gzip.compress(path.read_bytes(), compresslevel=9, mtime=0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("train", "dev", "out"):
        parser.add_argument(name, type=Path)
    args = parser.parse_args()
    lexicon = Lexicon.load(args.out.parent / "lexicon")
    features = Features(lexicon, WordTable.load(args.out))
    sentences = list(bioes(args.train))
    (args.out / MODEL).write_bytes(trained(sentences, features))
    print(measure(NameTagger(args.out.parent, lexicon), args.dev))
    packed = trained([*sentences, *columns(args.dev)], features)
    (args.out / MODEL).write_bytes(packed)
    print(len(packed), "bytes")


if __name__ == "__main__":
    main()
