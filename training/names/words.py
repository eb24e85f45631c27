"""Writes the word table of the name tagger: word clusters and name lists.

    python -m training.names.words NER-de-train.bioes titles-de-en.tsv.xz parallel models/names

The clusters (`exchange.py`) are learned from the words of GermEval 2014's training part (CC BY 4.0), from the German
Wikipedia titles (CC0), from `training/translation/written.tsv`, and from the German sides of the corpora `TEXTS` in the
folder `parallel` (`NAME.de.xz`, one sentence a line). Forenames and surnames (`lists.py`) come from `forenames.txt`,
from models/lexicon, and from the same titles and texts. Five minutes on one core; the result is the same on every run.
"""

from __future__ import annotations

import argparse
import array
import re
from collections import Counter
from pathlib import Path

import marisa_trie

from generator.analyse.lexicon import Lexicon
from generator.analyse.names.words import CLUSTERS, FLAGS, PATHS, WORDS
from training.names import exchange, lists
from training.names.corpora import bioes, persons, text

TEXTS = (
    "cocoa-mt",
    "debian-news",
    "europarl-22k",
    "mlqe-pe",
    "mt-geneval",
    "nextstrain-covid",
    "tatoeba-anki",
    "written",
    "xquad",
)
"""Corpora whose licence allows a model: CDLA-Sharing 1.0, MIT/Expat and OPL, without restriction, CC0 and CC BY-SA,
CC BY-SA 3.0, CC BY 4.0, CC BY 2.0 FR, CC0, CC BY-SA 4.0."""
WRITTEN = Path(__file__).parents[1] / "translation" / "written.tsv"
FORENAMES = Path(__file__).with_name("forenames.txt")
COUNT = 512
"""Clusters."""
ROUNDS = 12
LEAST = 2
"""Times that a word must stand in the texts to get a cluster."""
ALONE = 8
"""The same for words of GermEval only: the name model must learn on them what it will meet, names without a cluster."""
WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*\.?")
DIGITS = str.maketrans("123456789", "0" * 9)


def clusters(labelled: list[list[str]], texts: list[list[str]]) -> tuple[dict[str, int], list[str]]:
    """The cluster of every kept word, from 1, and each cluster's path in the tree as bits from the root, "" for 0."""
    plain = exchange.Text(([word.translate(DIGITS) for word in row] for row in labelled + texts), LEAST)
    assigned = exchange.clusters(plain, COUNT, ROUNDS)
    elsewhere = {word for row in texts for word in row}
    often = Counter(word for row in labelled for word in row)
    numbers = {
        word: cluster + 1
        for word, cluster in zip(plain.words, assigned.tolist(), strict=False)
        if WORD.fullmatch(word) and (word in elsewhere or often[word] >= ALONE)
    }
    return numbers, ["", *exchange.paths(plain, assigned, COUNT)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("labelled", "titles", "texts", "out"):
        parser.add_argument(name, type=Path)
    args = parser.parse_args()
    sentences = list(bioes(args.labelled))
    labelled = [[word for word, _ in sentence] for sentence in sentences]
    paths = [args.titles, WRITTEN, *(args.texts / f"{name}.de.xz" for name in TEXTS)]
    texts = [sentence for path in paths for sentence in text(path)]
    values, bits = clusters(labelled, texts)
    print(len(values), "words in", len(bits) - 1, "clusters")
    folder = args.out.parent / "lexicon"
    lexicon = Lexicon.load(folder)
    forenames, surnames = lists.of_lexicon(folder, lexicon)
    forenames |= lists.written(FORENAMES) | lists.of_persons(persons(sentences))
    forenames, surnames = lists.grown((forenames, surnames), labelled + texts, lexicon)
    for flag, names in (("forename", forenames), ("surname", surnames)):
        for name in names:
            values[name] = values.get(name, 0) | FLAGS[flag]
    trie = marisa_trie.Trie(sorted(values))
    table = array.array("H", bytes(2 * len(trie)))
    for word, key in trie.items():
        table[key] = values[word]
    args.out.mkdir(parents=True, exist_ok=True)
    trie.save(str(args.out / WORDS))
    (args.out / CLUSTERS).write_bytes(table.tobytes())
    (args.out / PATHS).write_text("\n".join(bits) + "\n", encoding="utf-8")
    size = sum((args.out / name).stat().st_size for name in (WORDS, CLUSTERS, PATHS))
    print(len(forenames), "forenames,", len(surnames), "surnames,", size, "bytes")


if __name__ == "__main__":
    main()
