"""Collects names of Russian, Ukrainian, Belarusian and Bulgarian persons with their German and English transcription.

Source: pairs of German and English Wikipedia titles (CC0), one a line, tab-separated, xz. A pair is taken where both
have a forename and a family name, patronymics aside, where the German family name has a Slavic shape, and where the two
agree in their consonants once letters that transcribe the same Cyrillic ones are put together. That says nothing about
which of them is right, so the rule under test has no part in the choice.

    python training/transcription/collect.py TITLES.tsv.xz benchmarks/transcription.tsv
"""

from __future__ import annotations

import argparse
import hashlib
import lzma
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

HELD_OUT = 5
"""One name in so many is held out, by hash."""
SLAVIC = re.compile(
    r"(?:[oeyj]w|ow[aoy]j?|ew[ao]|jew|[kmndlrsctgpbjz]in|[nktdrlsm]ina|s[ck]i|s[ck]ij|skyj|zki|zkyj|zkaja|skaja|skaya|enko|"
    r"uk|[ti]schik|w[iy]tsch|ow[iy]tsch|schyn|tsch[iy]n|ez|ko|jak|aja|ych|ich)$"
)
PATRONYMIC = {
    "de": re.compile(r"(?:[oe]witsch|[oe]wna|itsch|itschna|owytsch)$"),
    "en": re.compile(r"(?:[oey]vich|[oey]vna|ich|ichna|ovych)$"),
}
SAME = {
    "de": (
        ("schtsch", "Q"),
        ("tsch", "C"),
        ("dsch", "J"),
        ("sch", "S"),
        ("sh", "S"),
        ("ch", "K"),
        ("kh", "K"),
        ("z", "T"),
        ("ts", "T"),
        ("x", "ks"),
        ("w", "v"),
        ("ck", "k"),
        ("ph", "f"),
        ("th", "t"),
        ("y", ""),
        ("j", ""),
    ),
    "en": (
        ("shch", "Q"),
        ("ch", "C"),
        ("dzh", "J"),
        ("zh", "S"),
        ("sh", "S"),
        ("kh", "K"),
        ("tz", "T"),
        ("ts", "T"),
        ("x", "ks"),
        ("w", "v"),
        ("ck", "k"),
        ("ph", "f"),
        ("th", "t"),
        ("z", "s"),
        ("y", ""),
        ("j", ""),
    ),
}


def pairs(titles: Path) -> Iterator[tuple[str, str]]:
    with lzma.open(titles, "rt", encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            german, english = (_name(side, field) for side, field in zip(("de", "en"), fields[:2], strict=True))
            if not german or not english or not SLAVIC.search(german[1]) or not _slavic_spelling(german):
                continue
            pairs_ = zip(german, english, strict=True)
            if _english_spelling(english) and all(_consonants("de", g) == _consonants("en", e) for g, e in pairs_):
                yield " ".join(german), " ".join(english)


def words(titles: Path) -> Iterator[tuple[str, str]]:
    """Single words of any title, towns and rivers included, that are transcribed differently in the two languages."""
    with lzma.open(titles, "rt", encoding="utf-8") as lines:
        for line in lines:
            german, english = (
                re.sub(r" \(.*\)$|, .*", "", field).split() for field in line.rstrip("\n").split("\t")[:2]
            )
            for parts, side in ((german, "de"), (english, "en")):
                if len(parts) == 3 and PATRONYMIC[side].search(parts[1]):
                    del parts[1]
            for g, e in zip(german, english, strict=False):
                if len(german) == len(english) and _differs(g, e) and _consonants("de", g) == _consonants("en", e):
                    yield g, e


def _differs(german: str, english: str) -> bool:
    """Whether the German letters are those of a transcription from Cyrillic and the English ones show it."""
    if not re.fullmatch(r"[A-Z][a-z]+", german) or not re.fullmatch(r"[A-Z][a-z]+", english):
        return False
    g, e = german.lower(), english.lower()
    return (
        ("w" in g and "v" in e and "w" not in e)
        or ("sch" in g and re.search("[csz]h", e) is not None and "sch" not in e)
        or ("j" in g and "y" in e and "j" not in e)
    )


def _name(side: str, title: str) -> tuple[str, str] | None:
    parts = re.sub(r" \(.*\)$|, .*", "", title).split()
    if len(parts) == 3 and PATRONYMIC[side].search(parts[1]):
        del parts[1]
    if len(parts) != 2 or not all(re.fullmatch(r"[A-ZÄÖÜŠŽČ][\w’'-]+", p) for p in parts):
        return None
    return parts[0], parts[1]


def _slavic_spelling(german: tuple[str, str]) -> bool:
    """Whether the letters of the name are those of a transcription, with none that Duden's has not."""
    return bool(re.search(r"w|sch|j|ch|[sz]k", german[1].lower())) and not re.search(
        r"[’'šžčćěéèáàóíôâêçğışąęłńśźżöüä]", " ".join(german).lower()
    )


def _english_spelling(english: tuple[str, str]) -> bool:
    """Whether the English title transcribes at all: not a bearer's own French, German or Scandinavian spelling."""
    return re.search(r"w|j|ou|tz|[^\x00-\x7f'’]|sch", " ".join(english).lower()) is None


def _consonants(side: str, word: str) -> str:
    letters = "".join(
        c for c in unicodedata.normalize("NFKD", word.lower()) if c.isalpha() and not unicodedata.combining(c)
    )
    for old, new in SAME[side]:
        letters = letters.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", re.sub("[aeiou]", "", letters))


def split(name: str) -> str:
    """`held-out` for one family name in `HELD_OUT`, else `tuning`: bearers of one family name fall on one side."""
    digest = hashlib.sha256(name.split()[-1].encode()).digest()
    return "held-out" if digest[0] % HELD_OUT == 0 else "tuning"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("titles", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    found = sorted(set(pairs(args.titles)))
    args.out.write_text("".join(f"{g}\t{e}\t{split(g)}\n" for g, e in found), encoding="utf-8")
    print(f"{len(found)} pairs, {sum(split(g) == 'held-out' for g, _ in found)} held out")


if __name__ == "__main__":
    main()
