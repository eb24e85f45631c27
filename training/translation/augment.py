"""More pairs out of pairs: other quotation marks, other names, two sentences in one, titles."""

import random
import re
from collections import Counter
from pathlib import Path

Pair = tuple[str, str]

STRAIGHT = re.compile(r'"([^"]+)"')
CURLY = re.compile(r"„([^“”]+)[“”]")
CURLY_ENGLISH = re.compile(r"“([^“”]+)”")
NAME = re.compile(r"(?<![\w-])[A-ZÄÖÜÉÇŠŽ][a-zäöüßéèáíóúçñšžčćłşğ]{3,}(?![\w-])")
PHRASES = Path(__file__).with_name("phrases")


def syllables() -> list[list[str]]:
    """Onsets, vowels, consonants and endings for invented()."""
    return [line.split() for line in (PHRASES / "syllables.txt").read_text(encoding="utf-8").splitlines()]


def requoted(pairs: list[Pair]) -> list[Pair]:
    """The pairs with quotations, in the other style: straight marks typographic, typographic ones straight."""
    found = []
    for german, english in pairs:
        if german.count('"') and german.count('"') == english.count('"') and german.count('"') % 2 == 0:
            found.append((STRAIGHT.sub(r"„\1“", german), STRAIGHT.sub(r"“\1”", english)))
        elif len(CURLY.findall(german)) == len(CURLY_ENGLISH.findall(english)) > 0:
            found.append((CURLY.sub(r'"\1"', german), CURLY_ENGLISH.sub(r'"\1"', english)))
    return found


def invented(rng: random.Random, parts: list[list[str]]) -> str:
    """A name that is nobody's, so that a network can only copy it; `parts`: onsets, vowels, consonants, endings."""
    onsets, vowels, consonants, endings = parts
    middle = "".join(rng.choice(vowels) + rng.choice(consonants) for _ in range(rng.choice((1, 1, 2, 2))))
    return rng.choice(onsets) + middle + rng.choice(endings)


def renamed(pairs: list[Pair], seed: int) -> list[Pair]:
    """The pairs that share a capitalised word, with other names in its place on both sides.

    Half of the new names are names that other pairs share, half are invented. Words that many pairs share (countries,
    months) stay, for their neighbours depend on them.
    """
    rng = random.Random(seed)
    parts = syllables()
    shared = [sorted(set(NAME.findall(g)) & set(NAME.findall(e))) for g, e in pairs]
    counts = Counter(name for names in shared for name in names)
    known = sorted(name for name, count in counts.items() if count <= 20)
    found = []
    for (german, english), names in zip(pairs, shared, strict=True):
        rare = [name for name in names if counts[name] <= 20]
        if rare:
            others = {name: rng.choice(known) if rng.random() < 0.5 else invented(rng, parts) for name in rare}
            pattern = re.compile(r"(?<![\w-])(" + "|".join(rare) + r")(?![\w-])")
            found.append(tuple(pattern.sub(lambda m, o=others: o[m[1]], text) for text in (german, english)))
    return found


def joined(pairs: list[Pair], longest: int = 420) -> list[Pair]:
    """Every second sentence of running text together with the next, up to so many characters: practice in length."""
    couples = zip(pairs[::2], pairs[1::2], strict=False)
    return [(f"{a} {c}", f"{b} {d}") for (a, b), (c, d) in couples if len(a) + len(c) <= longest and a[-1:] in '.!?"“']


def titles(pairs: list[Pair], longest: int = 6) -> list[Pair]:
    """Pairs of titles without explanations in parentheses or after a comma, of at most so many words."""
    found = []
    for german, english in pairs:
        if not re.search(r"[(),:/]", german + english) and max(german.count(" "), english.count(" ")) < longest:
            found.append((german, english))
    return found
