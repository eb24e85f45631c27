"""Builds the table of English name forms from pairs of German and English Wikipedia titles (CC0).

Kept are names: of persons (without patronymic), towns, rivers, organisations. Left out are common nouns, pairs that
contradict each other, single words that do not even begin alike or whose English is a word ("Regen", "Kiel"), and
titles whose English is of something else: a qualifier ("Troy, New York"), more words than the name ("Port Louis
District"), an abbreviation ("Ufa", "UFA").

    python training/names_en.py TITLES.tsv.xz generator/analyse/english/titles.marisa
"""

from __future__ import annotations

import argparse
import lzma
import re
from collections.abc import Iterator
from pathlib import Path

import marisa_trie

from generator.analyse.forms import skeleton
from generator.translate.vocabulary import is_english

PATRONYMIC = {
    "de": re.compile(r"(?:[oe]witsch|[oe]wna|[oe]wytsch|itschna)$"),
    "en": re.compile(r"(?:[oey]v[iy]ch|[oey]vna|ichna)$"),
}
SMALL = frozenset(
    (
        "der",
        "die",
        "das",
        "des",
        "von",
        "van",
        "de",
        "la",
        "le",
        "del",
        "di",
        "da",
        "und",
        "für",
        "in",
        "im",
        "zu",
        "zur",
        "am",
        "an",
        "al",
        "el",
        "bin",
        "ibn",
        "of",
        "the",
        "and",
        "for",
        "on",
        "upon",
        "del",
        "du",
        "e",
        "y",
        "i",
        "at",
    )
)
COMMON = re.compile(
    r"(?:ung|heit|keit|schaft|tät|ismus|logie|graphie|grafie|tion|ik|ie|ose|itis|säure|krankheit|syndrom|effekt|gesetz|satz|prozess|verfahren|theorie|spiel|musik|tanz|käse|wein|vogel|pflanze|baum|fisch|schlange|arten|artige|linge|tiere|kunde|lehre|recht)$"
)


def names(titles: Path) -> Iterator[tuple[str, str]]:
    with lzma.open(titles, "rt", encoding="utf-8") as lines:
        for line in lines:
            german, english = line.rstrip("\n").split("\t")[:2]
            if "(" in german or "," in german or "/" in german or ":" in german:
                continue
            english = re.sub(r" \(.*\)$|, .*", "", english)
            german, english = _short("de", german), _short("en", english)
            if " " not in german and (" " in english or _first(german) != _first(english)):
                continue
            if german != english and _name(german) and _name(english) and not COMMON.search(german):
                yield german, english


def _first(name: str) -> str:
    return skeleton(name)[:1].replace("c", "k")


def _other(german: str, english: str) -> bool:
    """Whether the English is a word, has all words of the name and more, or is an abbreviation where it is none."""
    if " " not in german and is_english(english.lower()):
        return True
    words = [skeleton(word) for word in german.split()]
    more = [skeleton(word) for word in english.split()]
    whole = all(word in more for word in words) and len(more) > len(words)
    return whole or (english.isupper() and not german.isupper())


def _short(side: str, title: str) -> str:
    parts = title.split()
    if len(parts) == 3 and PATRONYMIC[side].search(parts[1]):
        del parts[1]
    return " ".join(parts)


def _name(title: str) -> bool:
    parts = title.split()
    return (
        0 < len(parts) <= 6
        and len(title) > 2
        and parts[0][:1].isupper()
        and all(p[:1].isupper() or p in SMALL or p[:3] in ("al-", "el-") for p in parts)
        and not any(c.isdigit() for c in title)
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("titles", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    table: dict[str, set[str]] = {}
    other: set[str] = set()
    for german, english in names(args.titles):
        key = german if " " not in german else " ".join(skeleton(p) for p in german.split())
        table.setdefault(key, set()).add(english)
        if _other(german, english):
            other.add(key)
    entries = [
        (key, next(iter(forms)).encode()) for key, forms in table.items() if len(forms) == 1 and key not in other
    ]
    marisa_trie.BytesTrie(entries).save(str(args.out))
    print(f"{len(entries)} names, {args.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
