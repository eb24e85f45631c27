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
    return frozenset(word for line in _lines(name) if (word := line.partition("#")[0].strip()))


@cache
def mapping(name: str) -> dict[str, str]:
    """The rows of a CSV file whose first two columns are `de` and `en`."""
    return {row["de"]: row["en"] for row in rows(name)}


def _lines(name: str) -> list[str]:
    return files("generator.translate").joinpath("tables").joinpath(name).read_text(encoding="utf-8").splitlines()
