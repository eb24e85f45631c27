"""Reads the tables of linguistic knowledge that lie beside the modules."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable


@cache
def rows(package: str, name: str) -> tuple[dict[str, str], ...]:
    """The rows of a CSV file with a header, values stripped.

    Args:
        package: below `generator.analyse`, empty for that package itself.
        name: file name.
    """
    lines = _file(package, name).read_text(encoding="utf-8").splitlines()
    return tuple({key: (value or "").strip() for key, value in row.items()} for row in csv.DictReader(lines))


@cache
def words(package: str, name: str) -> frozenset[str]:
    """The words of a text file, one a line; `#` starts a comment."""
    lines = _file(package, name).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if (word := line.partition("#")[0].strip()))


def _file(package: str, name: str) -> Traversable:
    return files(".".join(filter(None, ("generator.analyse", package)))).joinpath(name)
