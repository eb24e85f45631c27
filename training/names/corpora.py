"""Readers of the corpora: sentences of (form, label); BIO with PER, LOC, ORG, OTH and their deriv and part."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

Labelled = list[tuple[str, str]]


def bioes(path: Path) -> Iterator[Labelled]:
    """GermEval 2014 as `form label` with BIOES labels in capitals."""
    for sentence in _blocks(path):
        yield [(form, _bio(label)) for form, label in (line.rsplit(" ", 1) for line in sentence)]


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
