"""No German word was left standing."""

from __future__ import annotations

import re

from generator.translate.pair import Check, Pair

_LOWER = re.compile(r"(?<![\w-])[a-zäöüß]{3,}(?![\w-])")
_GERMAN_LETTERS = re.compile(r"(?<![\w-])[a-zäöüß]*[äöüß][a-zäöüß]*(?![\w-])")
_SAME = frozenset(
    "in an am so all war bald hat band list rang gilt not fast arm hand angst modern international national"
    " name wind gold system problem person position normal test start region post job option block boss".split()
)


def find(pair: Pair) -> str | None:
    source = set(_LOWER.findall(pair.source))
    left = [w for w in _LOWER.findall(pair.target) if w in source and w not in _SAME]
    left += [w for w in _GERMAN_LETTERS.findall(pair.target) if w in source]
    return f"German left: {', '.join(dict.fromkeys(left))}" if left else None


CHECK = Check(name="left-over-german", severity="error", find=find)
