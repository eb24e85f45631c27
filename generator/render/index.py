"""People, organisations and places over all briefings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Briefing, Claim, Participant, Place, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """Somebody in one briefing."""

    briefing: Briefing
    participant: Participant
    takes_part: bool
    """False where the briefing merely mentions them."""
    said: tuple[Claim, ...]
    """Statements by them."""
    about: tuple[Claim, ...]
    """Statements of others in which a source names them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person, organisation or state over all briefings."""

    id: str
    name: Text
    """As the newest briefing has it."""
    aliases: tuple[str, ...]
    appearances: tuple[Appearance, ...]
    """In the order of the briefings."""

    @property
    def kind(self) -> str:
        """`person`, `organisation` or `place`."""
        return self.appearances[0].participant.kind

    @property
    def roles(self) -> tuple[tuple[Text, tuple[Briefing, ...]], ...]:
        """Each role with the briefings in which it is given, in their order."""
        found: dict[Text, list[Briefing]] = {}
        for appearance in self.appearances:
            for role in dict.fromkeys(appearance.participant.roles):
                found.setdefault(role, []).append(appearance.briefing)
        return tuple((role, tuple(briefings)) for role, briefings in found.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A place over all briefings."""

    place: Place
    """As the newest briefing has it."""
    around: tuple[Place, ...]
    """The places around it, nearest first."""
    scene_of: tuple[Briefing, ...]
    mentioned_in: tuple[Briefing, ...]


def people(briefings: Iterable[Briefing]) -> tuple[Person, ...]:
    """Whoever takes part in at least one of the briefings, unnamed groups aside, by German name."""
    found: dict[str, list[Appearance]] = {}
    for briefing in briefings:
        for number, participant in enumerate((*briefing.participants, *briefing.mentioned)):
            if participant.kind != "group":
                takes_part = number < len(briefing.participants)
                found.setdefault(participant.id, []).append(_appearance(briefing, participant, takes_part))
    return tuple(
        sorted(
            (_person(id, appearances) for id, appearances in found.items() if any(a.takes_part for a in appearances)),
            key=lambda person: (person.name.de.casefold(), person.id),
        )
    )


def sites(briefings: Iterable[Briefing]) -> tuple[Site, ...]:
    """Every place of the briefings, by German name."""
    found: dict[str, list[tuple[Briefing, Place]]] = {}
    for briefing in briefings:
        for place in briefing.locations:
            found.setdefault(place.id, []).append((briefing, place))
    return tuple(
        Site(
            place=seen[0][1],
            around=tuple(p for id in seen[0][1].within for p in seen[0][0].locations if p.id == id),
            scene_of=tuple(briefing for briefing, place in seen if place.scene),
            mentioned_in=tuple(briefing for briefing, place in seen if not place.scene),
        )
        for _, seen in sorted(found.items(), key=lambda item: (item[1][0][1].name.de.casefold(), item[0]))
    )


def _appearance(briefing: Briefing, participant: Participant, takes_part: bool) -> Appearance:
    said = tuple(claim for claim in briefing.statements if claim.speaker == participant.id)
    about = tuple(
        claim
        for claim in briefing.statements
        if claim.speaker != participant.id
        and any(
            report.document == proof.document and report.span.contains(proof.span)
            for report in claim.reports
            for proof in participant.reports
        )
    )
    return Appearance(briefing=briefing, participant=participant, takes_part=takes_part, said=said, about=about)


def _person(id: str, appearances: list[Appearance]) -> Person:
    name = appearances[0].participant.name
    forms = (form for a in appearances for form in (a.participant.name.de, *a.participant.aliases))
    return Person(
        id=id,
        name=name,
        aliases=tuple(form for form in dict.fromkeys(forms) if form != name.de),
        appearances=tuple(appearances),
    )
