"""Name forms: parts of a person's name, spelling variants, genitives."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from generator.analyse.tables import rows, words

CLOSE = 7
"""Letters from which two spellings of a family name may differ in one letter."""

ARTICLE = re.compile(r"^(?:[aAeE]l|a[sznrdt]|a?[ae]sch)-(?=[A-Z])")
"""The Arabic article before a family name."""
SYLLABLE = "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?[aeiouü]{1,3}(?:ng|n)?"
"""One syllable of a Chinese given name in Latin letters."""
KOREAN = "(?:tr|ngh?|qu|[bpmdtnlgkhjrsc]h?)?[yw]?[aeiou]{1,3}(?:ng|[nklmpthw])?"
"""One syllable of a Korean or Vietnamese given name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    forenames: tuple[str, ...]
    surname: str
    """With its particles ("von der Leyen"); for a ruler with a number, the whole name."""

    @property
    def key(self) -> str:
        """Equal for spelling variants of the same family name."""
        return family(self.surname)


@cache
def parse(form: str) -> PersonName:
    """Split a person's name; Korean, Chinese and Vietnamese names begin with the family name."""
    parts = [p for p in form.split() if p not in words("", "titles.txt")] or form.split()
    if parts[-1] in words("", "suffixes.txt") and len(parts) > 1:
        if parts[-1][-1] == "." and parts[-1].isupper():
            return PersonName(forenames=(), surname=" ".join(parts))
        parts = parts[:-1]
    if east_asian(parts):
        return PersonName(forenames=tuple(" ".join(parts[1:]).replace("-", " ").split()), surname=parts[0])
    first = len(parts) - 1
    while first > 0 and parts[first - 1].lower() in words("", "particles.txt"):
        first -= 1
    return PersonName(forenames=tuple(parts[:first]), surname=" ".join(parts[first:]))


def east_asian(parts: list[str]) -> bool:
    """Whether the family name stands first: a known one, then one or two short syllables."""
    if len(parts) < 2 or parts[0] not in words("", "east_asian_surnames.txt"):
        return False
    given = " ".join(parts[1:]).replace("-", " ").split()
    if len(parts) == 2 and "-" not in parts[1]:
        return re.fullmatch(rf"(?:{SYLLABLE}){{1,2}}", parts[1].lower()) is not None
    return len(given) <= 3 and all(re.fullmatch(f"{SYLLABLE}|{KOREAN}", plain(g)) for g in given)


def plain(text: str) -> str:
    """Lower case without diacritics, hyphens as spaces."""
    decomposed = unicodedata.normalize("NFKD", text.lower().replace("ß", "ss").replace("ł", "l").replace("ø", "o"))
    letters = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(re.sub(r"[-‐–'’`ʼ]", " ", letters).split())


@cache
def skeleton(text: str) -> str:
    """The same for the usual spelling variants of a name: "-skyj" and "-ski", "Min Su" and "Min-su"."""
    folded = plain(text)
    for row in rows("", "spelling.csv"):
        folded = re.sub(row["pattern"].replace("$", r"\b"), row["folded"], folded)
    return re.sub(r"(.)\1", r"\1", folded)


def family(surname: str) -> str:
    """The skeleton of a family name; the Arabic article may be missing."""
    return skeleton(ARTICLE.sub("", surname))


def similar(a: str, b: str) -> bool:
    """Whether two family names are spellings of one: equal skeletons, or long and one letter apart."""
    left, right = family(a), family(b)
    return left == right or (min(len(left), len(right)) >= CLOSE and left[:1] == right[:1] and one_apart(left, right))


def near_keys(name: str) -> frozenset[str]:
    """Keys of which two family names share one where `similar` may hold: the skeleton, and it less one letter
    (symmetric deletion, Garbe 2012)."""
    key = family(name)
    if len(key) < CLOSE:
        return frozenset((key,))
    return frozenset((key, *(key[:at] + key[at + 1 :] for at in range(1, len(key)))))


def compatible(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether the forenames of two mentions can be one person's: none, initials, or those of one among the other's."""
    if not a or not b:
        return True
    if skeleton(" ".join(a)) == skeleton(" ".join(b)):
        return True
    left, right = [skeleton(x) for x in a], [skeleton(x) for x in b]
    if any(len(x.rstrip(".")) == 1 for x in (left[0], right[0])):
        return left[0][0] == right[0][0]
    fewer, more = sorted((left, right), key=len)
    return all(any(_same_forename(x, y) for y in more) for x in fewer)


def same_name(a: str, b: str) -> bool:
    """Whether two names, as two articles write them, can be the same person's or organisation's.

    Full names agree in family name and forenames, in any usual spelling; a bare family name agrees with a full one.
    """
    if skeleton(a) == skeleton(b):
        return True
    left, right = parse(a), parse(b)
    return similar(left.surname, right.surname) and compatible(left.forenames, right.forenames)


def name_key(name: str) -> str:
    """A key that spelling variants of the whole name share; for `Mao Zedong` and `Mao Tse-tung` it differs."""
    return skeleton(name)


def base(form: str, known: frozenset[str]) -> str:
    """A name without its genitive ending, where the form without it is known or the apostrophe says so."""
    if form.endswith(("'", "’")):
        return form[:-1]
    if form.endswith("s") and form[:-1] in known:
        return form[:-1]
    if form.endswith("es") and form[:-2] in known:
        return form[:-2]
    return form


def _same_forename(a: str, b: str) -> bool:
    short = min(len(a.rstrip(".")), len(b.rstrip("."))) == 1
    return a[0] == b[0] if short else a == b


def one_apart(a: str, b: str) -> bool:
    """Whether two words differ in one letter, more, less or other."""
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) > 1:
        return False
    at = next((i for i, c in enumerate(a) if c != b[i]), len(a))
    return a[at + 1 :] == b[at + 1 :] if len(a) == len(b) else a[at:] == b[at + 1 :]
