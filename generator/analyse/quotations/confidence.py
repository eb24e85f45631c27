"""How sure a find is: the share of right ones among those of its construction."""

from __future__ import annotations

from functools import cache

from generator.analyse.tables import rows

UNKNOWN = 0.3
"""For a construction that the table does not know."""


def confidence(construction: str) -> float:
    """Probability that a find of this construction is a quotation of its type; of its kind where a verb is unknown."""
    table = _table()
    return table.get(construction, table.get(construction.split()[0], UNKNOWN))


@cache
def _table() -> dict[str, float]:
    return {row["construction"]: float(row["confidence"]) for row in rows("quotations", "confidence.csv")}
