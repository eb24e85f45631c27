"""Currencies, measures and percentages are the same ones."""

from __future__ import annotations

import re
from functools import cache

from generator.translate.pair import Check, Complaint, Pair, complaint
from generator.translate.tables import rows


def find(pair: Pair) -> Complaint | None:
    told = [
        f"{name} is missing"
        for name, german, english in _units()
        if german.search(pair.source.text) and not english.search(pair.target)
    ]
    return complaint(told)


@cache
def _units() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    after_figure = r"(?:\d|illionen?|illiarden?|tausend|Mio\.?|Mrd\.?)[\s-]?"
    return tuple(
        (
            row["name"],
            re.compile(rf"{after_figure}(?:{row['de']})(?![^\W_])"),
            re.compile(rf"(?<![^\W\d_])(?:{row['en']})(?![^\W\d_])|(?:{row['sign'] or '(?!)'})", re.IGNORECASE),
        )
        for row in rows("units.csv")
    )


CHECK = Check(name="units", severity="error", find=find)
