"""There is an English text at all."""

from __future__ import annotations

from generator.translate.pair import Check, Complaint, Pair


def find(pair: Pair) -> Complaint | None:
    if any(c.isalnum() for c in pair.target) or not any(c.isalnum() for c in pair.source.text):
        return None
    return Complaint(message="no words")


CHECK = Check(name="empty", severity="error", find=find)
