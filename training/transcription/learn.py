"""Learns which English letters an ambiguous German group stands for.

Data: words of German and English Wikipedia titles (CC0) and Cyrillic words in both transcriptions (`cyrillic.py`),
without the family names that `benchmarks/transcription.tsv` holds out. Every ambiguous group is one case of a maximum
entropy model (a CRF of length one, L-BFGS).

    python -m training.transcription.learn TITLES.tsv.xz benchmarks/transcription.tsv \\
        generator/analyse/english/transcription.crfsuite
"""

from __future__ import annotations

import argparse
import unicodedata
from pathlib import Path

import pycrfsuite

from generator.analyse.english.transcription import candidates, features, graphemes, label
from training.transcription import cyrillic
from training.transcription.collect import words

SURNAMES = Path(__file__).with_name("surnames.txt")
SETTINGS = {"c1": 0.15, "c2": 0.02, "max_iterations": 80, "feature.minfreq": 2}


def align(german: str, english: str) -> list[str] | None:
    """The English letters for each group, or None where the two cannot be aligned."""
    groups = graphemes(german)

    def walk(index: int, rest: str) -> list[str] | None:
        if index == len(groups):
            return [] if not rest else None
        for option in sorted(candidates(german, *groups[index]), key=len, reverse=True):
            if rest.startswith(option) and (tail := walk(index + 1, rest[len(option) :])) is not None:
                return [option, *tail]
        return None

    return walk(0, english)


def tuning(titles: Path, pairs: Path) -> list[tuple[str, str]]:
    """The words of all titles and of the Cyrillic lists, but for those of a name that is held out."""
    held_out = {
        word
        for line in pairs.read_text(encoding="utf-8").splitlines()
        if line.endswith("\theld-out")
        for word in line.split("\t")[0].split()[-1:]
    }
    known = [(german.lower(), plain(english)) for german, english in words(titles) if german not in held_out]
    return known + [pair for pair in cyrillic.pairs(SURNAMES) if pair[0].capitalize() not in held_out]


def learn(pairs: list[tuple[str, str]], out: Path) -> int:
    """Train on aligned pairs, write the model, return the number of cases."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(SETTINGS)
    cases = 0
    for german, english in pairs:
        for (start, end), letters in zip(graphemes(german), align(german, english) or (), strict=False):
            if len(candidates(german, start, end)) > 1:
                trainer.append([features(german, start, end)], [label(german[start:end], letters)])
                cases += 1
    trainer.train(str(out))
    return cases


def plain(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("titles", type=Path)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    given = tuning(args.titles, args.pairs)
    print(f"{len(given)} words, {learn(given, args.out)} cases, {args.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
