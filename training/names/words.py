"""Writes the word table of the name tagger: Brown clusters and name lists.

Clusters (Brown et al. 1992) of German words come from the package spacy-lookups-data (MIT), forenames and surnames from
the package Faker (MIT) and, where both halves agree, from Wikipedia titles (CC0).

    python -m training.names.words CLUSTERS.json.gz FREQUENCIES.json.gz FAKER TITLES.tsv.xz models/names

CLUSTERS and FREQUENCIES are `de_lexeme_cluster.json.gz` and `de_lexeme_prob.json.gz` of the first package, FAKER is the
folder `faker/providers/person` of the second. The result is the same on every run.
"""

from __future__ import annotations

import argparse
import array
import ast
import gzip
import json
import lzma
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import marisa_trie

from generator.analyse.lexicon import Lexicon
from generator.analyse.names.words import CLUSTERS, FLAGS, PATHS, WORDS

COMMONEST = 450_000
"""Words of the cluster table that are kept, by frequency."""
LATIN = re.compile(r"[A-ZÄÖÜÀ-ÞŠŽČĆĐŁŚŻŹİŞ][a-zß-öø-ÿā-žșț’'-]+(?:-[A-ZÄÖÜÀ-Þ][a-zß-öø-ÿā-žșț]+)?")
WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*\.?")
SEEN = 3
"""Titles that must agree before a word counts as a forename."""


def clusters(table: Path, frequencies: Path) -> tuple[dict[str, int], list[str]]:
    """The cluster number of every kept word, and each cluster's path in the tree as bits from the root."""
    bits: dict[str, int] = json.loads(gzip.decompress(table.read_bytes()))
    often: dict[str, float] = json.loads(gzip.decompress(frequencies.read_bytes()))
    kept = [w for w in sorted(bits, key=lambda w: (-often.get(w, -99.0), w)) if bits[w] and WORD.fullmatch(w)]
    kept = kept[:COMMONEST]
    numbers = sorted({bits[word] for word in kept})
    order = {number: at + 1 for at, number in enumerate(numbers)}
    return {word: order[bits[word]] for word in kept}, ["", *(f"{number:b}"[::-1] for number in numbers)]


def faker(folder: Path) -> tuple[set[str], set[str]]:
    """Forenames and surnames in Latin letters of all locales."""
    forenames: set[str] = set()
    surnames: set[str] = set()
    for path in sorted(folder.glob("*/__init__.py")):
        for names, value in _assignments(ast.parse(path.read_text(encoding="utf-8"))):
            found = {n for n in _strings(value) if LATIN.fullmatch(n)}
            if names.startswith("first_names"):
                forenames |= found
            elif names.startswith("last_names"):
                surnames |= found
    return forenames, surnames


def _assignments(tree: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            yield node.targets[0].id, node.value
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
            yield node.target.id, node.value


def _strings(value: ast.expr) -> set[str]:
    return {n.value for n in ast.walk(value) if isinstance(n, ast.Constant) and isinstance(n.value, str)}


def titled(path: Path, forenames: set[str], surnames: set[str], lexicon: Lexicon) -> tuple[set[str], set[str]]:
    """Forenames and surnames of titles that look like a person's: one half known, the other no German word."""
    people = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            parts = re.sub(r" \(.*\)$", "", line.split("\t")[0]).split()
            if 2 <= len(parts) <= 3 and all(LATIN.fullmatch(p) for p in parts):
                people.append(parts)
    first: dict[str, set[str]] = defaultdict(set)
    for parts in people:
        if parts[-1] in surnames or not lexicon.has(parts[-1], "SUB", "ADJ"):
            first[parts[0]].add(parts[-1])
    last_counts = Counter(p[-1] for p in people)
    new_forenames = {
        name
        for name, lasts in first.items()
        if name not in forenames
        and not lexicon.has(name, "SUB", "ADJ", "VER", "PRP")
        and not lexicon.has(name.lower(), "ADJ", "VER", "PRP", "ADV", "ART")
        and len(lasts) >= SEEN
        and sum(last in surnames or last_counts[last] > 1 for last in lasts) * 2 >= len(lasts)
    }
    known = forenames | new_forenames
    return new_forenames, {
        parts[-1] for parts in people if parts[0] in known and not lexicon.has(parts[-1], "SUB", "ADJ", "VER")
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("clusters", "frequencies", "faker", "titles", "out"):
        parser.add_argument(name, type=Path)
    args = parser.parse_args()
    lexicon = Lexicon.load(args.out.parent / "lexicon")
    numbers, paths = clusters(args.clusters, args.frequencies)
    forenames, surnames = faker(args.faker)
    more_forenames, more_surnames = titled(args.titles, forenames, surnames, lexicon)
    values = dict(numbers)
    for flag, names in (("forename", forenames | more_forenames), ("surname", surnames | more_surnames)):
        for name in names:
            values[name] = values.get(name, 0) | FLAGS[flag]
    trie = marisa_trie.Trie(sorted(values))
    table = array.array("H", bytes(2 * len(trie)))
    for word, key in trie.items():
        table[key] = values[word]
    args.out.mkdir(parents=True, exist_ok=True)
    trie.save(str(args.out / WORDS))
    (args.out / CLUSTERS).write_bytes(table.tobytes())
    (args.out / PATHS).write_text("\n".join(paths) + "\n", encoding="utf-8")
    size = sum((args.out / name).stat().st_size for name in (WORDS, CLUSTERS, PATHS))
    print(
        f"{len(numbers)} words in {len(paths) - 1} clusters, {len(forenames)} + {len(more_forenames)} forenames, "
        f"{len(surnames)} + {len(more_surnames)} surnames, {size} bytes"
    )


if __name__ == "__main__":
    main()
