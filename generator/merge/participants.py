"""One person, organisation or group over several articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from generator.analyse.forms import compatible, parse, plain, similar
from generator.merge import bodies, roles
from generator.merge.appearance import Appearance
from generator.merge.carriers import carries, kinship
from generator.merge.ids import keep, slug, unique
from generator.merge.words import Vocabulary
from generator.model import Analysis, Entity, EntityKind, Involvement, Mention, Participant, Reference, Text
from generator.read.published import Ids

STRENGTH: dict[Involvement, int] = {"mentioned": 0, "affected": 1, "acts": 2, "speaks": 3}
PROMINENCE: dict[EntityKind, float] = {"organisation": 0.5, "group": 0.2}
"""Factors of the weight for the order: readers look for people first."""
KINDS = ("person", "organisation", "group")


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    participants: tuple[Participant, ...]
    """By weight."""
    people: Mapping[tuple[str, str], str]
    """(document id, entity id) -> participant id."""
    acting: frozenset[str] = frozenset()
    """Ids of those who do something, whether they speak or not."""
    vague: frozenset[str] = frozenset()
    """Ids of bodies and groups that have no name, and nothing that says which one is meant: "Armee"."""


def join(analyses: tuple[Analysis, ...], vocabulary: Vocabulary, threshold: float) -> Joined:
    """Everybody in the articles of one event.

    Args:
        threshold: confidence from which a quotation counts, so that its speaker speaks.
    """
    speakers = {(a.document.id, q.speaker_entity) for a in analyses for q in a.quotations if q.confidence >= threshold}
    all_ = [Appearance(analysis=a, entity=e) for a in analyses for e in a.entities]
    all_ = [one for one in all_ if (one.entity.kind in KINDS or one.key in speakers) and not _credited(one)]
    groups = [
        *_people([one for one in all_ if named(one.entity)]),
        *bodies.join([o for o in all_ if not named(o.entity)], vocabulary),
    ]
    participants: list[Participant] = []
    people: dict[tuple[str, str], str] = {}
    acting, vague = set(), set()
    for group in groups:
        taken = (p.id for p in participants)
        participant = _participant(group, len(analyses), speakers, vocabulary, taken)
        participants.append(participant)
        people |= {one.key: participant.id for one in group}
        if any(one.entity.involvement == "acts" and not _only_said(one) for one in group):
            acting.add(participant.id)
        if all(_vague(one.entity) for one in group):
            vague.add(participant.id)
    return Joined(
        participants=tuple(sorted(participants, key=_order)),
        people=people,
        acting=frozenset(acting),
        vague=frozenset(vague),
    )


def _credited(one: Appearance) -> bool:
    """Whether it only stands in the dateline: "Ulm (dpa) - "."""
    dateline = one.analysis.document.dateline
    return dateline is not None and all(dateline.contains(m.span) for m in one.entity.mentions)


def _only_said(one: Appearance) -> bool:
    """Whether it stands in nothing but what others say."""
    said = [part for q in one.analysis.quotations for part in q.quote if q.speaker_entity != one.entity.id]
    return all(any(part.contains(m.span) for part in said) for m in one.entity.mentions)


def _vague(entity: Entity) -> bool:
    unnamed = all(m.kind in ("nominal", "pronoun") for m in entity.mentions)
    return entity.kind in ("organisation", "group") and unnamed and " " not in entity.name


def named(entity: Entity) -> bool:
    """Whether it is a person whom an article names, rather than calling them by an office."""
    return entity.kind == "person" and any(m.kind == "name" for m in entity.mentions)


def _people(appearances: list[Appearance]) -> list[list[Appearance]]:
    """Full names first, so that a bare family name meets those that it may stand for; one in doubt stays alone."""
    groups: list[list[Appearance]] = []
    for one in sorted(appearances, key=lambda one: -len(parse(one.entity.name).forenames)):
        fits = [group for group in groups if all(_one_person(one.entity, other.entity) for other in group)]
        if len(fits) > 1:
            offices = _offices(one.entity)
            fits = [group for group in fits if any(offices & _offices(other.entity) for other in group)]
        if len(fits) == 1:
            fits[0].append(one)
        else:
            groups.append([one])
    return groups


def _one_person(a: Entity, b: Entity) -> bool:
    left, right = parse(a.name), parse(b.name)
    return similar(left.surname, right.surname) and compatible(left.forenames, right.forenames)


def _offices(entity: Entity) -> frozenset[str]:
    return frozenset(word.lower() for role in entity.roles for word in role.name.de.split() if word[:1].isupper())


def _participant(
    group: list[Appearance],
    sources: int,
    speakers: set[tuple[str, str | None]],
    vocabulary: Vocabulary,
    taken: Iterable[str],
) -> Participant:
    name, english = _name([one.entity for one in group])
    entity = group[0].entity
    involvement = max((_involvement(one, speakers) for one in group), key=STRENGTH.__getitem__)
    return Participant(
        id=unique(slug(name) or entity.id, taken),
        kind=bodies.kind(entity),
        name=Text(de=name, en=None if english == name and _described(group) else english),
        aliases=_aliases(name, [one.entity for one in group]),
        roles=roles.join((role.name for one in group for role in one.entity.roles), vocabulary),
        reports=tuple(_reference(one) for one in group),
        involvement=involvement,
        weight=round(sum(_weights(group).values()) / sources, 3),
    )


def _described(group: list[Appearance]) -> bool:
    """Whether the articles only say what it is, so that its German words are no name that English could keep."""
    return all(m.kind in ("nominal", "pronoun") for one in group for m in one.entity.mentions)


def _weights(group: list[Appearance]) -> dict[str, float]:
    """The greatest weight in each article."""
    found: dict[str, float] = {}
    for one in group:
        document = one.analysis.document.id
        found[document] = max(found.get(document, 0.0), one.entity.weight)
    return found


def _name(entities: list[Entity]) -> tuple[str, str]:
    """German and English: of a person the full name that most articles have, of others the fullest one."""
    counts = Counter(entity.name for entity in entities)
    person = entities[0].kind == "person"
    full = [name for name in counts if not person or parse(name).forenames] or list(counts)

    def rank(name: str) -> tuple[int, int, int]:
        words = len(plain(name).split())
        return (*((counts[name], words) if person else (words, counts[name])), -list(counts).index(name))

    best = max(full, key=rank)
    return best, next(entity.english for entity in entities if entity.name == best)


def _aliases(name: str, entities: list[Entity]) -> tuple[str, ...]:
    """Other forms, without those that are only a part of the name or hold more than it."""
    counts = Counter(form for entity in entities for form in (entity.name, *entity.aliases))
    own = set(name.split())
    others = (form for form, _ in counts.most_common() if form != name)
    return tuple(form for form in others if not set(form.split()) <= own and not own < set(form.split()))


def _involvement(one: Appearance, speakers: set[tuple[str, str | None]]) -> Involvement:
    return "speaks" if one.key in speakers else one.entity.involvement


def _reference(one: Appearance) -> Reference:
    """The first place where the article has the fullest name, else the first place at all."""
    text = one.analysis.document.text

    def rank(mention: Mention) -> tuple[bool, bool, int]:
        words = " ".join(mention.span.of(text).split())
        return (not words.startswith(one.entity.name), mention.kind != "name", mention.span.start)

    return Reference(document=one.analysis.document.id, span=min(one.entity.mentions, key=rank).span)


def renamed(joined: Joined, before: Ids) -> Joined:
    """With the published ids of those who stand at the same places."""
    new = keep(joined.participants, lambda p: p.reports, before)
    participants = tuple(replace(p, id=new[p.id]) for p in joined.participants)
    return replace(
        joined,
        participants=participants,
        people={key: new[id_] for key, id_ in joined.people.items()},
        acting=frozenset(new[id_] for id_ in joined.acting),
        vague=frozenset(new[id_] for id_ in joined.vague),
    )


def speaking(
    participants: tuple[Participant, ...], speakers: Collection[str | None], acting: Collection[str] = ()
) -> tuple[Participant, ...]:
    """Speakers of statements speak, others who did at most act; who only passes words on is named, whatever it says.

    Those who take part come first, by weight.

    Args:
        acting: ids of those who do something beside speaking.
    """

    def adjusted(one: Participant) -> Participant:
        if carries(one, one.id in acting):
            return replace(one, involvement="mentioned")
        if one.id in speakers:
            return replace(one, involvement="speaks")
        if one.involvement == "acts" and one.kind != "person" and one.id not in acting:
            return replace(one, involvement="mentioned")
        if one.involvement != "speaks":
            return one
        return replace(one, involvement="acts" if one.kind == "person" or one.id in acting else "mentioned")

    return tuple(sorted((_shown(adjusted(p)) for p in participants), key=_order))


def _shown(one: Participant) -> Participant:
    """Without words of kinship, unless nothing else is known of somebody who is only named."""
    public = tuple(role for role in one.roles if not kinship(role))
    return one if one.involvement == "mentioned" and not public else replace(one, roles=public)


def _order(participant: Participant) -> tuple[bool, float, str]:
    weight = participant.weight * PROMINENCE.get(participant.kind, 1.0)
    return (participant.involvement == "mentioned", -weight, participant.id)
