"""Who only passes on what others say: agencies, media, "Angaben" and "Kreise"."""

from __future__ import annotations

import re
from functools import cache

from generator.analyse.tables import rows
from generator.merge.tables import words
from generator.model import EntityKind, Participant, Text
from generator.read import agencies

CENTRAL = 0.7
"""Weight from which an event is about a medium itself."""
ARTICLE = re.compile(r"^(?:der|die|das)\s+", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def carries(participant: Participant) -> bool:
    """Whether the participant is a medium, an agency or a mere account, and the event is not about it."""
    return participant.weight < CENTRAL and is_carrier(participant.kind, participant.name.de, participant.roles)


def is_carrier(kind: EntityKind, name: str, roles: tuple[Text, ...]) -> bool:
    """Whether a body or group of that name and those roles passes on what others say."""
    if kind not in ("organisation", "group"):
        return False
    bare = ARTICLE.sub("", name.strip('"„“”»«')).lower()
    if bare in words("", "media.txt") or name.lower() in words("", "media.txt") or agencies.listed(bare):
        return True
    heads = [role.de.lower() for role in roles] + ([bare] if kind == "organisation" else [])
    found = [word for head in heads for word in WORD.findall(head)]
    found += WORD.findall(bare)[-1:] if kind == "group" else []
    tails = tuple(words("", "carriers.txt")) + (("kreise",) if kind == "group" else ())
    return any(word in words("", "carrier_words.txt") or word.endswith(tails) for word in found)


def kinship(role: Text) -> bool:
    """Whether a role is a bare word of kinship: "Sohn"."""
    return role.de in _kin()


@cache
def _kin() -> frozenset[str]:
    return frozenset(
        row[key] for row in rows("roles", "roles.csv") if row["group"] == "kin" for key in ("masculine", "feminine")
    ) | {"Frau", "Mann"}
