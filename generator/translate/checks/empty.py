"""There is an English text at all."""

from __future__ import annotations

from generator.translate.pair import Check, Pair


def find(pair: Pair) -> str | None:
    return None if any(c.isalnum() for c in pair.target) or not any(c.isalnum() for c in pair.source) else "no words"


CHECK = Check(name="empty", severity="error", find=find)
