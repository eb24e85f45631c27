"""Forms of German verbs, made from the lexicon: the third person of the present, and prefixes that come off."""

from __future__ import annotations

from generator.analyse.lexicon import Lexicon, Reading
from generator.merge.tables import rows

UMLAUTS = (("", ""), ("e", "i"), ("e", "ie"), ("a", "ä"), ("au", "äu"), ("o", "ö"), ("ö", "i"))
"""Changes of the stem's vowel in the third person singular: "geben" - "gibt"."""
SHORTEST_PREFIX, LONGEST_PREFIX = 2, 9
"""Letters of a prefix that comes off: "ab" to "zusammen" and longer."""


def present(lexicon: Lexicon, infinitive: str, plural: bool) -> str | None:
    """The third person of the present, with its prefix: "stattfinden" -> "stattfindet"; None where it is unknown."""
    known = _irregular().get(infinitive)
    if known is not None:
        return known[plural]
    if plural:
        return infinitive
    stem = infinitive.removesuffix("n").removesuffix("e")
    for old, new in UMLAUTS:
        at = stem.rfind(old) if old else -1
        changed = stem[:at] + new + stem[at + len(old) :] if old and at >= 0 else stem
        if old and at < 0:
            continue
        for ending in ("t", "et", ""):
            if any(_is_present(r, infinitive) for r in lexicon.readings(changed + ending)):
                return changed + ending
    return None


def indicative(lexicon: Lexicon, form: str) -> str | None:
    """The present indicative of a form in the Konjunktiv of reported speech; other forms as they are.

    "werde" -> "wird", "hätten" -> "haben"; "könnte" and its like stay. None where the form cannot be made.
    """
    third = [r for r in lexicon.readings(form) if r.tag.startswith("VER") and "3" in r.tag.split(":")]
    if not third or any({"PRÄ", "PRT"} & set(r.tag.split(":")) for r in third):
        return form
    modal = any(r.tag.startswith("VER:MOD") and "KJ2" in r.tag.split(":") for r in third)
    return form if modal else present(lexicon, third[0].lemma, "PLU" in third[0].tag.split(":"))


def divide(lexicon: Lexicon, form: str) -> tuple[str, str]:
    """A form and its prefix apart, as in a main clause: "aufhielten" -> ("hielten", "auf"); ("fliegt", "") else."""
    separable = [r for r in lexicon.readings(form) if r.tag.startswith("VER") and r.tag.endswith(":NEB")]
    if not separable:
        return form, ""
    for cut in range(LONGEST_PREFIX, SHORTEST_PREFIX - 1, -1):
        prefix, rest = form[:cut], form[cut:]
        if not lexicon.has(prefix, "ZUS"):
            continue
        for reading in separable:
            inner = reading.lemma[cut:]
            if reading.lemma.startswith(prefix) and any(r.lemma == inner for r in lexicon.readings(rest)):
                return rest, prefix
    return form, ""


def _is_present(reading: Reading, infinitive: str) -> bool:
    parts = reading.tag.split(":")
    return reading.lemma == infinitive and {"3", "SIN", "PRÄ"} <= set(parts) and parts[0] == "VER"


def _irregular() -> dict[str, tuple[str, str]]:
    return {row["infinitive"]: (row["singular"], row["plural"]) for row in rows("questions", "irregular.csv")}
