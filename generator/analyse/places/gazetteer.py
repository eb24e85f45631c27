"""Towns (GeoNames, CC BY 4.0) and regions (`regions.csv`) by name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import marisa_trie

from generator.analyse import nations
from generator.analyse.nations import ENDINGS
from generator.analyse.tables import rows
from generator.model import PlaceKind

CLEAR = 8
"""How many times more inhabitants than the next town of the name make a town the one that is meant."""

GERMAN = frozenset(("DE", "AT", "CH"))
LARGE = 100_000
"""Inhabitants from which another name than the usual one means a town whose state the article does not name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    nation: str
    """ISO 3166-1 alpha-2."""
    region: str
    """First-level region, GeoNames' code."""
    latitude: float
    longitude: float
    inhabitants: int
    english: str
    """The name that GeoNames has first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    name: str
    english: str
    kind: PlaceKind
    nation: str
    """Code of the state that it lies in; empty for none or several."""
    area: str
    """GeoNames' code of a first-level region, empty for others."""


def town(name: str, nations: frozenset[str] = frozenset()) -> Town | None:
    """The town that a name means; None where GeoNames has none or several that are as likely.

    Args:
        nations: codes of the states that the article names; a town there goes before others.
    """
    name = _own(name)
    found = sorted((_town(name, v) for v in _towns().get(name, ())), key=lambda t: -t.inhabitants)
    found = [t for t in found if t.english == name] or found
    for towns in (found, [t for t in found if t.nation in nations]):
        if len(towns) == 1 or (towns and towns[0].inhabitants >= CLEAR * towns[1].inhabitants):
            return towns[0] if _sure(name, towns[0], nations) else None
    return None


def _sure(name: str, town: Town, nations: frozenset[str]) -> bool:
    """Whether a text means this town: not where a longer name lies in a state that it names ("Santiago" in Cuba), nor,
    by a name that is not its usual one, a small town."""
    if town.nation in nations:
        return True
    longer = {value.decode().split("|")[0] for _, value in _towns().items(name + " ")}
    if longer & nations:
        return False
    if town.english == name or town.nation in GERMAN:
        return True
    return town.inhabitants >= LARGE and not any(nation in GERMAN for nation in longer)


def towns_named(name: str) -> bool:
    """Whether any town has the name."""
    return _own(name) in _towns()


def usual(name: str) -> bool:
    """Whether the name is the first one that GeoNames has of a town."""
    return any(value.endswith(b"|") for value in _towns().get(name, ()))


def _own(name: str) -> str:
    """A town's own name where the German one is no name of GeoNames: "Cape Town" for "Kapstadt"."""
    return name if name in _towns() else _exonyms().get(name, name)


def region(name: str) -> Region | None:
    return _regions().get(name) or _part_of_state(name)


def _part_of_state(name: str) -> Region | None:
    """ "Südlibanon", "Norddeutschland"."""
    if not name.startswith(_beginnings()):
        return None
    for prefix, english in _prefixes():
        nation = nations.load().named(name.removeprefix(prefix).capitalize()) if name.startswith(prefix) else None
        if nation and name not in nation.forms and name.removesuffix("s") not in nations.load().by_name:
            return Region(name=name, english=f"{english} {nation.english}", kind="region", nation=nation.code, area="")
    return None


@cache
def _beginnings() -> tuple[str, ...]:
    return tuple(prefix for prefix, _ in _prefixes())


@cache
def _prefixes() -> tuple[tuple[str, str], ...]:
    table = ((row["prefix"], row["english"]) for row in rows("places", "directions.csv") if row["prefix"])
    return tuple(sorted(table, key=lambda row: -len(row[0])))


def region_described(adjective: str) -> Region | None:
    """The region whose inflected adjective this is: "sächsische"."""
    return _adjectives().get(adjective)


def _town(name: str, value: bytes) -> Town:
    nation, area, latitude, longitude, inhabitants, _, usual = value.decode().split("|")
    return Town(
        nation=nation,
        region=area,
        latitude=float(latitude),
        longitude=float(longitude),
        inhabitants=int(inhabitants),
        english=usual or name,
    )


@cache
def _exonyms() -> dict[str, str]:
    return {row["german"]: row["english"] for row in rows("english", "exonyms.csv")}


@cache
def _towns() -> marisa_trie.BytesTrie:
    return marisa_trie.BytesTrie().mmap(str(Path(__file__).with_name("towns.marisa")))


@cache
def _regions() -> dict[str, Region]:
    kinds: dict[str, PlaceKind] = {
        "region": "region",
        "sea": "sea",
        "continent": "continent",
        "city": "city",
        "other": "other",
    }
    table = [
        Region(
            name=row["german"], english=row["english"], kind=kinds[row["kind"]], nation=row["nation"], area=row["area"]
        )
        for row in rows("places", "regions.csv")
    ]
    forms = {r.name: r for r in table}
    for r in table:
        first, _, rest = r.name.partition(" ")
        if rest and first.endswith(("es", "er")):
            weak = first[:-2]
            forms |= {f"{weak}{ending} {rest}": r for ending in ("en", "e", "em")}
    return forms


@cache
def _adjectives() -> dict[str, Region]:
    return {
        row["adjective"] + ending: _regions()[row["german"]]
        for row in rows("places", "regions.csv")
        if row["adjective"]
        for ending in ENDINGS
    }
