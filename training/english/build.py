"""Make the English word list of the translation checks.

    apt-get download wamerican-large wbritish-large && for f in *.deb; do dpkg -x $f scowl; done
    python training/english/build.py scowl/usr/share/dict PARALLEL titles-de-en.tsv.xz generator/translate/tables

`english.marisa`: the SCOWL lists (large, American and British), what stands three times and more in the English side of
the parallel text, and capitalised words that stand twice there or in English titles of Wikipedia. `false-friends.txt`:
English words that are much commoner as German ones.
"""

from __future__ import annotations

import argparse
import lzma
import re
from collections import Counter
from pathlib import Path

import marisa_trie

CORPORA = (
    "written",
    "europarl-22k",
    "tatoeba-anki",
    "tatoeba-test2021",
    "suttas-de-en",
    "mlqe-pe",
    "debian-news",
    "xquad",
    "pud",
    "mt-geneval",
    "nextstrain-covid",
    "opensource-guide",
    "cocoa-mt",
)
WORD = re.compile(r"[^\W\d_]+")


def counted(folder: Path, language: str) -> Counter[str]:
    """How often each word stands in the text, as it is written."""
    words: Counter[str] = Counter()
    for corpus in CORPORA:
        with lzma.open(folder / f"{corpus}.{language}.xz", "rt", encoding="utf-8") as lines:
            for line in lines:
                words.update(WORD.findall(line))
    return words


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scowl", type=Path)
    parser.add_argument("parallel", type=Path)
    parser.add_argument("titles", type=Path)
    parser.add_argument("target", type=Path)
    arguments = parser.parse_args()
    english = counted(arguments.parallel, "en")
    german: Counter[str] = Counter()
    for word, count in counted(arguments.parallel, "de").items():
        german[word.lower()] += count
    listed = {
        line
        for name in ("american-english-large", "british-english-large")
        for line in (arguments.scowl / name).read_text(encoding="utf-8").split("\n")
        if WORD.fullmatch(line)
    }
    common = {w for w, n in english.items() if n >= 3 and german[w] < n and re.fullmatch("[a-z]{3,}", w)}
    with lzma.open(arguments.titles, "rt", encoding="utf-8") as lines:
        english.update(word for line in lines for word in WORD.findall(line.split("\t")[1]) if word[0].isupper())
    names = {w for w, n in english.items() if n >= 2 and w[0].isupper() and len(w) > 2 and german[w.lower()] < 2 * n}
    words = listed | common | names
    marisa_trie.Trie(sorted(words)).save(str(arguments.target / "english.marisa"))
    friends = sorted(
        word
        for word in words
        if word.islower()
        and len(word) > 2
        and german[word] >= 20
        and english[word] < 15
        and english[word] * 20 < german[word]
        and english[word.capitalize()] < 10
    )
    head = "# English words that are German words left standing where the German text has them too."
    (arguments.target / "false-friends.txt").write_text("\n".join([head, *friends, ""]), encoding="utf-8")
    print(len(words), "words,", len(friends), "false friends")


if __name__ == "__main__":
    main()
