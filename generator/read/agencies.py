"""News agencies by the abbreviations in credits (`agencies.csv`)."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files
from itertools import pairwise


def listed(credit: str) -> tuple[str, ...]:
    """The agencies of a credit such as `dpa/afp/fte`, lower case; empty where it names none.

    Other parts of a credit are signs of authors.
    """
    parts = re.split(r"[/,;&]| und |\s-\s", credit)
    return tuple(dict.fromkeys(name for part in parts if (name := _table().get(part.strip(" ().").lower()))))


def credited(line: str) -> tuple[str, ...]:
    """The agencies that a line of credits names anywhere."""
    words = re.split(r"[^\w-]+", line.lower())
    pairs = [f"{a} {b}" for a, b in pairwise(words)]
    return tuple(dict.fromkeys(name for word in (*pairs, *words) if (name := _table().get(word))))


@cache
def _table() -> dict[str, str]:
    lines = files("generator.read").joinpath("agencies.csv").read_text(encoding="utf-8").splitlines()
    return {form: row["id"] for row in csv.DictReader(lines) for form in (row["id"], *row["forms"].split("|")) if form}
