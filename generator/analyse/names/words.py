"""Word classes for the name tagger: Brown clusters (Brown et al. 1992), forenames, surnames.

`training/names/words.py` writes the files.
"""

from __future__ import annotations

import mmap
from pathlib import Path

import marisa_trie

from generator.errors import GeneratorError

WORDS, CLUSTERS, PATHS = "words.marisa", "clusters.bin", "paths.txt"
FLAGS = {"forename": 1 << 14, "surname": 1 << 15}
"""Bits of a word's number above those of its cluster."""
CLUSTER = (1 << 14) - 1


class WordTable:
    """The class of a word, in microseconds; the files are mapped into memory."""

    def __init__(self, words: marisa_trie.Trie, numbers: memoryview, paths: list[str]) -> None:
        """`load` is the usual way."""
        self._words = words
        self._numbers = numbers
        self._paths = paths

    @classmethod
    def load(cls, path: Path) -> WordTable:
        """Open the table in folder `path`.

        Raises:
            GeneratorError: a file is missing or broken.
        """
        try:
            with (path / CLUSTERS).open("rb") as file:
                numbers = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)).cast("H")
            paths = (path / PATHS).read_text(encoding="utf-8").split("\n")
            words = marisa_trie.Trie().mmap(str(path / WORDS))
        except (OSError, ValueError, RuntimeError) as error:
            raise GeneratorError(
                f"{path}: the word table of the name model cannot be opened ({error}); "
                f"take the folder from the repository again or run training/names/words.py"
            ) from error
        if len(words) != len(numbers):
            raise GeneratorError(f"{path}: {WORDS} and {CLUSTERS} are not of one build; run training/names/words.py")
        return cls(words, numbers, paths)

    def find(self, word: str) -> tuple[str, bool, bool]:
        """The path of the word's cluster as bits from the root (empty: unknown), whether a forename, whether a
        surname."""
        key = self._words.get(word)
        if key is None:
            return "", False, False
        number = self._numbers[key]
        return (
            self._paths[number & CLUSTER],
            bool(number & FLAGS["forename"]),
            bool(number & FLAGS["surname"]),
        )
