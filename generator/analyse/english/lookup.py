"""English names by table."""

from __future__ import annotations

from functools import cache

from generator.analyse import nations


def known(german: str) -> str | None:
    """The English form of a name that a table holds; None where none does."""
    return _table().get(german)


@cache
def _table() -> dict[str, str]:
    states = nations.load().by_code.values()
    return {n.capital: n.english_capital for n in states if n.capital} | {form: n.english for n in states for form in n.forms}
