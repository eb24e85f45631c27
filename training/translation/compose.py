"""Reported and direct speech composed from the tables in `phrases/`: who said what, where and when.

Every clause stands there in indirect speech (Konjunktiv I) and direct speech with the English of both; speakers,
places, dates, sums and names are drawn at random, so that a network learns to carry them over rather than to know
them.
"""

import random
import re
from pathlib import Path

from augment import PHRASES, Pair, invented, syllables

FORENAMES = Path(__file__).parents[1] / "names" / "forenames.txt"
SLOT = re.compile(r"\{(\w+)\}")
DAYS = (
    ("Montag", "Monday"),
    ("Dienstag", "Tuesday"),
    ("Mittwoch", "Wednesday"),
    ("Donnerstag", "Thursday"),
    ("Freitag", "Friday"),
    ("Samstag", "Saturday"),
    ("Sonntag", "Sunday"),
)
MONTHS = (
    ("Januar", "January"),
    ("Februar", "February"),
    ("März", "March"),
    ("April", "April"),
    ("Mai", "May"),
    ("Juni", "June"),
    ("Juli", "July"),
    ("August", "August"),
    ("September", "September"),
    ("Oktober", "October"),
    ("November", "November"),
    ("Dezember", "December"),
)


def rows(name: str) -> list[list[str]]:
    """The rows of a table."""
    return [line.split("\t") for line in (PHRASES / name).read_text(encoding="utf-8").splitlines()]


class Composer:
    """Draws sentence pairs; `names` are given names to go before invented surnames."""

    def __init__(self, names: list[str], seed: int) -> None:
        self.rng, self.names, self.syllables = random.Random(seed), names, syllables()
        self.frames, self.clauses = rows("frames.tsv") + rows("events.tsv"), rows("clauses.tsv")
        self.speakers, self.countries, self.cities = rows("speakers.tsv"), rows("countries.tsv"), rows("cities.tsv")

    def _value(self, slot: str) -> Pair:
        """German and English of one slot."""
        rng = self.rng
        if slot == "NAME":
            name = f"{rng.choice(self.names)} {invented(rng, self.syllables)}"
            return name, name
        if slot in ("COUNTRY", "ADJ"):
            row = rng.choice(self.countries)
            return (row[0], row[1]) if slot == "COUNTRY" else (row[2], row[3])
        if slot == "CITY":
            row = rng.choice(self.cities)
            return row[0], row[1]
        if slot == "DAY":
            return rng.choice(DAYS)
        if slot == "DATE":
            day, month = rng.randint(1, 28), rng.choice(MONTHS)
            year = f" {rng.randint(1990, 2029)}" if rng.random() < 0.5 else ""
            return f"{day}. {month[0]}{year}", f"{day} {month[1]}{year}"
        if slot == "TIME":
            hour, minute = rng.randint(0, 23), rng.choice((0, 0, 15, 30, 45, rng.randint(1, 59)))
            half = "a.m." if hour < 12 else "p.m."
            clock = f"{hour}.{minute:02} Uhr" if minute else f"{hour} Uhr"
            return clock, f"{hour % 12 or 12}:{minute:02} {half}" if minute else f"{hour % 12 or 12} {half}"
        if slot == "NUMBER":
            age = str(rng.randint(16, 92))
            return age, age
        number = rng.choice((rng.randint(13, 99), rng.randint(100, 999), rng.randint(10, 990) * 100))
        if slot == "NUM":
            return f"{number:,}".replace(",", "."), f"{number:,}"
        tenth = f"{rng.randint(2, 95)}.{rng.randint(1, 9)}"
        if slot == "PERCENT":
            return tenth.replace(".", ",") + " Prozent", tenth + " percent"
        unit = rng.choice((("Millionen", "million"), ("Milliarden", "billion")))
        coin = rng.choice((("Euro", "euros"), ("Dollar", "dollars")))
        return f"{tenth.replace('.', ',')} {unit[0]} {coin[0]}", f"{tenth} {unit[1]} {coin[1]}"

    def _fill(self, texts: list[str]) -> list[str]:
        """The texts, German before the last one or two, with the same values for the same slots."""
        half = len(texts) - 1 if len(texts) == 3 else len(texts) // 2
        slots = sorted({slot for text in texts for slot in SLOT.findall(text)})
        values = {slot: self._value(slot.rstrip("23")) for slot in slots}
        return [SLOT.sub(lambda m, i=i: values[m[1]][i >= half], text) for i, text in enumerate(texts)]

    def pair(self) -> Pair:
        """One sentence pair."""
        german, english = self.rng.choice(self.frames)
        speaker, other = self._fill(self.rng.choice(self.speakers)), self._fill(self.rng.choice(self.speakers))
        clause, second = self._fill(self.rng.choice(self.clauses)), self._fill(self.rng.choice(self.clauses))
        parts = {"S": speaker[0], "s": speaker[2], "D": other[1], "d": other[2]}
        parts |= {"K": clause[0], "Q": clause[1], "k": clause[2], "q": clause[3], "Q2": second[1], "q2": second[3]}
        filled = self._fill([SLOT.sub(lambda m: parts.get(m[1], m[0]), text) for text in (german, english)])
        german, english = (re.sub(r",(?=[.:,])", "", text).replace("m..", "m.") for text in filled)
        german, english = (text[0].upper() + text[1:] for text in (german, english))
        if self.rng.random() < 0.25:
            return german.replace("„", '"').replace("“", '"'), english.replace("“", '"').replace("”", '"')
        return german, english


def composed(count: int, seed: int = 1) -> list[Pair]:
    """So many different pairs."""
    lines = FORENAMES.read_text(encoding="utf-8").splitlines()
    names = sorted({name for line in lines if not line.startswith("#") for name in line.split() if name.isalpha()})
    composer, found = Composer(names, seed), {}
    while len(found) < count:
        found[composer.pair()] = None
    return list(found)
