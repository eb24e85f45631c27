"""The tables that lie beside the modules."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a CSV file with a header, values stripped."""
    lines = _lines(name)
    return tuple({k: (v or "").strip() for k, v in row.items()} for row in csv.DictReader(lines))


@cache
def words(name: str) -> frozenset[str]:
    """The lines of a text file; `#` starts a comment."""
    return frozenset(lines(name))


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of a text file in their order; `#` starts a comment."""
    return tuple(line for raw in _lines(name) if (line := raw.partition("#")[0].strip()))


def _lines(name: str) -> list[str]:
    return files("generator.translate").joinpath("tables").joinpath(name).read_text(encoding="utf-8").splitlines()
