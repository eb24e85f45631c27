"""English names by table: states, capitals, places with German names of their own, known organisations, and names of
Wikipedia titles (CC0)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import marisa_trie

from generator.analyse import nations
from generator.analyse.forms import skeleton
from generator.analyse.tables import rows


def known(german: str) -> str | None:
    """The English form of a name that a table holds; None where none does."""
    return listed(german) or titled(german)


def listed(german: str) -> str | None:
    """By the tables that are kept by hand."""
    return _table().get(german)


def titled(german: str) -> str | None:
    """By the titles, found in any usual spelling of a name of several words."""
    key = german if " " not in german else " ".join(skeleton(part) for part in german.split())
    values = _titles().get(key)
    return values[0].decode() if values else None


@cache
def _table() -> dict[str, str]:
    states = nations.load().by_code.values()
    own = {row["german"]: row["english"] for row in rows("entities", "organisations.csv")}
    short = {
        row["abbreviation"]: row["abbreviation"] for row in rows("entities", "organisations.csv") if row["abbreviation"]
    }
    capitals = {capital: n.english_capital for n in states for capital in n.capitals}
    exonyms = {row["german"]: row["english"] for row in rows("english", "exonyms.csv")}
    return capitals | exonyms | {form: n.english for n in states for form in n.forms} | short | own


@cache
def _titles() -> marisa_trie.BytesTrie:
    return marisa_trie.BytesTrie().mmap(str(Path(__file__).with_name("titles.marisa")))
