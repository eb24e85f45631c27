"""The id of a new briefing: who, where and when, in German words."""

from __future__ import annotations

import re

from generator.merge.ids import slug
from generator.model import Analysis, PartialDate, Participant, Place

PEOPLE, CENTRAL = 2, 0.35
"""Most names in an id, and the least weight of their bearers."""
NOUNS = 3
"""Nouns of the first sentence or heading that stand in for names."""


def name(
    analyses: tuple[Analysis, ...],
    participants: tuple[Participant, ...],
    locations: tuple[Place, ...],
    date: PartialDate | None,
) -> str:
    """For example `kim-park-seoul-2024-05`; made once, since a published id stays."""
    parts = [p.name.de for p in participants if p.kind != "group" and p.weight >= CENTRAL][:PEOPLE]
    scene = next((p.name.de.split()[-1] for p in locations if p.scene), None)
    if scene and not any(scene in part for part in parts):
        parts.append(scene)
    if len(parts) < PEOPLE:
        parts += _nouns(analyses[0], " ".join(parts))
    end = date.iso() if date else "ohne-datum"
    return f"{slug(' '.join(parts)) or slug(analyses[0].document.id) or 'ereignis'}-{end}"


def _nouns(analysis: Analysis, said: str) -> list[str]:
    """The longest capitalised words of the headline, else of the first sentence, in their order."""
    document = analysis.document
    first = document.title or next((s.span.of(document.text) for s in analysis.sentences), "")
    words = [w for w in re.findall(r"[A-ZÄÖÜ][\w-]{3,}", first) if w not in said]
    longest = sorted(dict.fromkeys(words), key=len, reverse=True)[:NOUNS]
    return [word for word in dict.fromkeys(words) if word in longest]
