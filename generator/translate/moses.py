"""Words as the Moses tokenizer makes them (Koehn et al. 2007, P07-2045), for packages that were trained on them."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ESCAPES = {
    "&": "&amp;",
    "|": "&#124;",
    "<": "&lt;",
    ">": "&gt;",
    "'": "&apos;",
    '"': "&quot;",
    "[": "&#91;",
    "]": "&#93;",
}
_PLAIN = str.maketrans(
    {"„": '"', "“": '"', "”": '"', "«": '"', "»": '"', "‚": "'", "‘": "'", "’": "'", "–": "-", "—": "-"}
)
_APART = re.compile(r"([^\w\s.,'\-])|((?<!\d),|,(?!\d))|(')|(\.{2,})")
_NO_SPACE_BEFORE = re.compile(r"^[.,?!:;%)\]}”]+$")
_NO_SPACE_AFTER = re.compile(r"^[(\[{“$£€¿¡]+$")


def words(sentence: str) -> list[str]:
    """The words and marks of a German sentence, escaped as Moses does."""
    text = re.sub(r"\s+", " ", sentence.translate(_PLAIN)).strip()
    found = _APART.sub(lambda match: f" {match[0]} ", text).split()
    parted: list[str] = []
    for i, word in enumerate(found):
        bare = word.rstrip(".")
        ends = i == len(found) - 1 or not any(c.isalnum() for c in "".join(found[i + 1 :]))
        if word.endswith(".") and bare and (ends or not (_short(bare) or found[i + 1][:1].islower())):
            parted += [bare, word[len(bare) :]]
        else:
            parted.append(word)
    return ["".join(_ESCAPES.get(c, c) for c in word) for word in parted]


def text(words: Sequence[str]) -> str:
    """English words and marks as running text."""
    unescaped = {escape: char for char, escape in reversed(_ESCAPES.items())}
    made, open_quote = "", False
    for word in words:
        for escape, char in unescaped.items():
            word = word.replace(escape, char)
        if word == '"':
            joined = open_quote or not made or made.endswith(("(", "["))
            open_quote = not open_quote
        else:
            joined = not made or _joined(made, word) or (open_quote and made.endswith('"'))
        made += word if joined else f" {word}"
    return made


def _joined(before: str, word: str) -> bool:
    """Whether no space stands between."""
    contracted = re.match(r"^(?:'(?:s|t|re|ve|ll|d|m)?|n't)$", word) is not None
    return contracted or _NO_SPACE_BEFORE.match(word) is not None or _NO_SPACE_AFTER.match(before[-1]) is not None


def _short(word: str) -> bool:
    from generator.analyse.tokens import abbreviated  # loads the whole analysis, which most packages do without

    return abbreviated(word) or "." in word
