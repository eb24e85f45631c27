"""Readers of the corpora: sentences of (form, label), in BIO with PER, LOC, ORG, OTH and their deriv and part; texts
without labels as sentences of words."""

from __future__ import annotations

import lzma
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.analyse.tokens import tokenize
from generator.model import Span

Labelled = list[tuple[str, str]]


def bioes(path: Path) -> Iterator[Labelled]:
    """GermEval 2014 as `form label` with BIOES labels in capitals."""
    for sentence in _blocks(path):
        yield [(form, _bio(label)) for form, label in (line.rsplit(" ", 1) for line in sentence)]


def persons(sentences: Iterable[Labelled]) -> Iterator[list[str]]:
    """The names of persons, word by word."""
    for sentence in sentences:
        name: list[str] = []
        for form, label in [*sentence, ("", "O")]:
            if label != "I-PER":
                if name:
                    yield name
                name = []
            if label in ("B-PER", "I-PER"):
                name.append(form)


def text(path: Path) -> Iterator[list[str]]:
    """A text of one sentence a line, plain or packed by xz; of a table the first column."""
    with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            sentence = line.rstrip("\n").partition("\t")[0]
            if sentence:
                yield [token.text for token in tokenize(sentence, Span(start=0, end=len(sentence)))]


def columns(path: Path) -> Iterator[Labelled]:
    """GermEval 2014 and PUD: number, form, outer label, ... parted by tabs; `#` opens a remark."""
    for sentence in _blocks(path):
        rows = [line.split("\t") for line in sentence if not line.startswith("#")]
        if rows:
            yield [(row[1], row[2]) for row in rows]


def _bio(label: str) -> str:
    label = label.replace("DERIV", "deriv").replace("PART", "part")
    return {"S": "B", "E": "I"}.get(label[0], label[0]) + label[1:]


def _blocks(path: Path) -> Iterator[list[str]]:
    block: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block
