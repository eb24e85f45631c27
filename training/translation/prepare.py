"""Turn aligned text into SentencePiece token shards for train.py.

    PYTHONPATH=. python training/translation/prepare.py TEXT_DIR DATA_DIR --pieces spm.model [--titles TSV]

TEXT_DIR holds `<corpus>.de` and `<corpus>.en`, one segment a line. Each corpus becomes `DATA_DIR/<corpus>.npz`, and so
does what augment.py makes of the corpora of news and speech (quotes, names, joined, titles), what compose.py makes
(composed) and what inflect.py makes of the word list (words). A shard `<corpus>~` holds the same pairs with the German
cut into pieces at random (sub-word regularisation, Kudo 2018, arXiv 1804.10959). The pieces are those of an earlier
package (its `sentencepiece.model`); a missing file is trained on all text. Pairs are normalised (NFC), de-duplicated
over all corpora, and dropped when empty, identical and longer than 3 words, very unequal in length, or set aside in
`held-out.tsv`. Runs in the project's own environment.
"""

import argparse
import lzma
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import sentencepiece
from augment import PHRASES, Pair, joined, renamed, requoted, titles
from compose import composed
from inflect import inflected

HERE = Path(__file__).parent
NEWS = ("wmt08-16-newstest", "written", "own", "wmt14-sample-15k", "europarl-22k", "pud", "mlqe-pe", "nextstrain-covid")
DOCUMENTS = ("wmt08-16-newstest", "europarl-22k")
SAMPLED = (*NEWS, "tatoeba-anki", "names", "composed", "words")
LONGEST_TEXT = 1000  # characters
COMPOSED = 12_000  # pairs
LONGEST = 160  # pieces


def clean(line: str) -> str:
    """The line in NFC with single spaces."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", line)).strip()


def fit(pair: Pair) -> bool:
    """Whether a pair looks like a sentence and its translation."""
    german, english = pair
    if not german or not english or max(len(german), len(english)) > LONGEST_TEXT:
        return False
    if german == english and german.count(" ") > 2:
        return False
    return 0.4 < (len(german) + 15) / (len(english) + 15) < 2.5


def table(path: Path) -> list[Pair]:
    """The pairs of a two-column TSV file, plain or xz."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        rows = (line.rstrip("\n").split("\t") for line in lines)
        return [(clean(row[0]), clean(row[1])) for row in rows if len(row) == 2]


def corpora(folder: Path) -> dict[str, list[Pair]]:
    """The pairs of every corpus in a folder, by its name."""
    found = {}
    for path in sorted(folder.glob("*.de")):
        with path.open(encoding="utf-8") as german, path.with_suffix(".en").open(encoding="utf-8") as english:
            found[path.stem] = [(clean(g), clean(e)) for g, e in zip(german, english, strict=True)]
    return found


def distinct(found: dict[str, list[Pair]], seen: set[Pair]) -> dict[str, list[Pair]]:
    """The fit pairs of each corpus that no corpus before it has; `seen` grows."""
    kept: dict[str, list[Pair]] = {}
    for name, pairs in found.items():
        kept[name] = []
        for pair in pairs:
            if pair not in seen and fit(pair):
                seen.add(pair)
                kept[name].append(pair)
    return kept


def write(path: Path, pairs: Iterable[Pair], pieces: sentencepiece.SentencePieceProcessor, sampled: bool) -> str:
    """One shard; a line that says what is in it. `sampled`: the German cut into pieces at random (Kudo 2018)."""
    rows = list(pairs)
    german, english = [row[0] for row in rows], [row[1] for row in rows]
    chance = {"enable_sampling": True, "alpha": 0.2, "nbest_size": -1} if sampled else {}
    source, target = pieces.encode(german, num_threads=1, **chance), pieces.encode(english, num_threads=1)
    keep = [i for i in range(len(rows)) if 0 < len(source[i]) <= LONGEST and 0 < len(target[i]) <= LONGEST]
    arrays = {}
    for side, ids in (("src", source), ("tgt", target)):
        arrays[side] = np.concatenate([np.array(ids[i], np.uint16) for i in keep])
        arrays[side + "_len"] = np.array([len(ids[i]) for i in keep], np.uint16)
    np.savez_compressed(path, **arrays)
    return f"{path.stem}\t{len(keep)} pairs\t{len(arrays['tgt'])} target pieces"


def vocabulary(path: Path, found: dict[str, list[Pair]], size: int) -> sentencepiece.SentencePieceProcessor:
    """The pieces at `path`, trained on all text if there are none."""
    if not path.exists():
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=(text for pairs in found.values() for pair in pairs for text in pair),
            model_prefix=str(path.with_suffix("")),
            vocab_size=size,
            model_type="unigram",
            character_coverage=0.9999,
            byte_fallback=True,
            pad_id=0,
            unk_id=1,
            bos_id=2,
            eos_id=3,
            normalization_rule_name="identity",
        )
    return sentencepiece.SentencePieceProcessor(model_file=str(path))


def main() -> None:
    """Read the arguments, write the shards."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--pieces", type=Path, required=True)
    parser.add_argument("--size", type=int, default=8000, help="count of pieces, if they are to be trained")
    parser.add_argument("--titles", type=Path)
    parser.add_argument("--written", type=Path, default=HERE / "written.tsv")
    options = parser.parse_args()
    options.data.mkdir(parents=True, exist_ok=True)
    raw = corpora(options.text) | {"own": table(options.written)}
    held = set(table(HERE / "held-out.tsv"))
    kept = distinct(raw, set(held))
    news = [pair for name in NEWS for pair in kept.get(name, [])]
    extra = {
        "quotes": requoted(news),
        "names": renamed(news, seed=1),
        "joined": [pair for name in DOCUMENTS for pair in joined([p for p in raw.get(name, []) if fit(p)])],
    }
    extra["composed"] = composed(COMPOSED)
    extra["lexicon"] = table(PHRASES / "lexicon.tsv")
    extra["words"] = inflected(HERE.parents[1] / "models" / "lexicon")
    if options.titles:
        extra["titles"] = titles(table(options.titles))
    pieces = vocabulary(options.pieces, kept, options.size)
    for name, pairs in (kept | extra).items():
        if pairs:
            print(write(options.data / f"{name}.npz", pairs, pieces, False), flush=True)
            if name in SAMPLED:
                print(write(options.data / f"{name}~.npz", pairs, pieces, True), flush=True)


if __name__ == "__main__":
    main()
