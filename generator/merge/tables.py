"""Reads the tables of linguistic knowledge that lie beside the modules of this stage."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def rows(package: str, name: str) -> tuple[dict[str, str], ...]:
    """The rows of a CSV file with a header, values stripped.

    Args:
        package: below `generator.merge`, empty for that package itself.
        name: file name.
    """
    return tuple(
        {key: (value or "").strip() for key, value in row.items()}
        for row in csv.DictReader(_text(package, name).splitlines())
    )


@cache
def words(package: str, name: str) -> frozenset[str]:
    """The words of a text file, one a line; `#` starts a comment."""
    return frozenset(word for line in _text(package, name).splitlines() if (word := line.partition("#")[0].strip()))


def _text(package: str, name: str) -> str:
    folder = files(".".join(filter(None, ("generator.merge", package))))
    return folder.joinpath(name).read_text(encoding="utf-8")
