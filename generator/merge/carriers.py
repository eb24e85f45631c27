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
FIRST = frozenset(("agentur", "magazin", "nachrichtenagentur", "radio", "sender", "zeitung"))
"""Words that say so at a name's beginning: "Radio Nordwind"."""
ARTICLE = re.compile(r"^(?:der|die|das)\s+", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def carries(participant: Participant, acts: bool) -> bool:
    """Whether the participant is a medium, an agency or a mere account, and the event is not about what it does."""
    central = acts and participant.weight >= CENTRAL
    return not central and _is_carrier(participant.kind, participant.name.de, participant.roles)


def _is_carrier(kind: EntityKind, name: str, roles: tuple[Text, ...]) -> bool:
    """Whether a body or group of that name and those roles passes on what others say."""
    if kind not in ("organisation", "group"):
        return False
    bare = ARTICLE.sub("", name.strip('"„“”»«')).lower().removesuffix(" online")
    if bare in words("", "media.txt") or name.lower() in words("", "media.txt") or agencies.listed(bare):
        return True
    found = [word for role in roles for word in WORD.findall(role.de.lower())]
    own = WORD.findall(bare)
    found += own[-1:]
    found += [word for word in own[:1] if word in FIRST]
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
