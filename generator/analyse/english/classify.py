"""Is a name written in German transcription from Cyrillic, or is it its bearer's own spelling?"""

from __future__ import annotations

import re
from functools import cache

from generator.analyse.tables import rows, words

CYRILLIC = frozenset(("RU", "UA", "BY", "BG", "KZ", "KG", "TJ", "UZ", "TM", "AM", "GE", "AZ", "SU", "MN"))
"""States whose names German transcribes from Cyrillic, or in the same way."""
TRANSCRIBED = re.compile(r"w|sch|j|ch|ss|x|z|[aeiouy]s[aeiouy]|ski|^s[aeouy]", re.IGNORECASE)
"""Letters that the English transcription changes."""
PLACE = re.compile(r"(?:s[ck]|[oei]w[oaek]?|grad|gorsk|[ti]no|n[yi]|k[aio]|ensk|burg|n[aje]+|je|aja)$")


def person(name: str, forenames: tuple[str, ...], surname: str, nations: frozenset[str]) -> bool:
    """Whether the rule of transcription applies to a person.

    With the state known, that decides, and the family name must show letters of a transcription; without it both a
    forename that exists in transcription alone and a Slavic family name are asked for.

    Args:
        nations: codes of the states that the article ties the person to.
    """
    if name in words("english", "own-spelling.txt") or not name.isascii():
        return False
    slavic_surname, slavic_forename = (
        bool(_endings().search(surname.lower())),
        bool(_slavic() & {f.lower() for f in forenames}),
    )
    if nations & CYRILLIC:
        return bool(TRANSCRIBED.search(name)) and (slavic_surname or slavic_forename or not forenames)
    if nations:
        return False
    return slavic_surname and slavic_forename


def place(name: str, nations: frozenset[str]) -> bool:
    """Whether the rule applies to a place that no gazetteer has, in an article that names the `nations`."""
    return (
        bool(nations & CYRILLIC)
        and name.isascii()
        and bool(TRANSCRIBED.search(name))
        and PLACE.search(name.lower()) is not None
    )


@cache
def _slavic() -> frozenset[str]:
    return frozenset(row["german"].lower() for row in rows("english", "forenames.csv") if row["slavic"])


@cache
def _endings() -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(sorted(words("english", "endings.txt"))) + ")$")
