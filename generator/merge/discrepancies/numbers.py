"""Numbers in figures and in words, with what makes them vague."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from generator.merge.tables import rows

SCALE = 1000
"""From here on a numeral multiplies the figure before it: "14 Millionen"."""
TENS = re.compile(r"(ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)und(\w+zig|dreißig)")
ABOUT = frozenset(("rund", "etwa", "ungefähr", "circa", "ca", "ca.", "gut", "knapp", "fast", "nahezu", "beinahe"))
LEAST = frozenset(("mindestens", "wenigstens", "über", "mehr", "zumindest"))
MOST = frozenset(("höchstens", "maximal", "bis", "unter", "weniger"))
VAGUE = 0.1
"""How far, as a share, a figure may lie from one that is given as about right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    first: int
    """Token in its sentence."""
    last: int
    value: float
    english: str
    bound: str = ""
    """`about`, `least`, `most`, or empty for an exact figure."""

    def compatible(self, other: Number) -> bool:
        """Whether both can be true at once."""
        if "about" in (self.bound, other.bound):
            return abs(self.value - other.value) <= VAGUE * max(self.value, other.value)
        if self.bound == other.bound == "":
            return self.value == other.value
        if self.bound == other.bound:
            return True
        low, high = (self, other) if (self.bound == "least" or other.bound == "most") else (other, self)
        return low.value <= high.value


def find(forms: tuple[str, ...]) -> tuple[Number, ...]:
    """The numbers of a sentence, no ordinals and no years, in text order."""
    found: list[Number] = []
    at = 0
    while at < len(forms):
        number = _at(forms, at)
        if number is not None:
            found.append(number)
        at = number.last if number else at + 1
    return tuple(found)


def _at(forms: tuple[str, ...], at: int) -> Number | None:
    read = _read(forms[at])
    if read is None:
        return None
    value, english = read
    last = at + 1
    scale = _words().get(forms[last]) if last < len(forms) else None
    if scale and scale[0] >= SCALE:
        value, english, last = value * scale[0], f"{english} {scale[1]}", last + 1
    elif value >= SCALE and forms[at][:1].isupper():
        return None
    return Number(first=at, last=last, value=value, english=english, bound=_bound(forms, at))


def _read(form: str) -> tuple[float, str] | None:
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?", form):
        if re.fullmatch(r"(?:1[5-9]|20)\d\d", form):
            return None
        value = float(form.replace(".", "").replace(",", "."))
        return value, form.translate(str.maketrans(".,", ",."))
    small = form[:1].lower() + form[1:]
    known = _words().get(form) or _words().get(small)
    if known is not None:
        return known
    tens = TENS.fullmatch(small)
    if tens and tens[2] in _words():
        value = _words()[tens[1]][0] + _words()[tens[2]][0]
        return value, f"{value:.0f}"
    return None


def _bound(forms: tuple[str, ...], at: int) -> str:
    before = [form.lower() for form in forms[max(0, at - 2) : at]]
    if "als" in before[-1:] and ("mehr" in before or "weniger" in before):
        return "least" if "mehr" in before else "most"
    last = before[-1] if before else ""
    if last in ABOUT:
        return "about"
    if last == "zu" and "bis" in before:
        return "most"
    return "least" if last in LEAST else "most" if last in MOST else ""


@cache
def _words() -> dict[str, tuple[float, str]]:
    return {row["word"]: (float(row["value"]), row["english"]) for row in rows("discrepancies", "numerals.csv")}
