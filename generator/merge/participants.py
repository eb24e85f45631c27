"""One person, organisation or group over several articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.analyse import nations
from generator.analyse.forms import compatible, parse, plain, similar, skeleton
from generator.merge import roles
from generator.merge.carriers import carries, kinship
from generator.merge.ids import keep, slug, unique
from generator.merge.tables import words
from generator.merge.words import Vocabulary
from generator.model import Analysis, Entity, EntityKind, Involvement, Mention, Participant, Reference, Text
from generator.read.published import Ids

STRENGTH: dict[Involvement, int] = {"mentioned": 0, "affected": 1, "acts": 2, "speaks": 3}
PROMINENCE: dict[EntityKind, float] = {"organisation": 0.5, "group": 0.2}
"""Factors of the weight for the order: readers look for people first."""
KINDS = ("person", "organisation", "group")


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """An entity in its article."""

    analysis: Analysis
    entity: Entity

    @property
    def key(self) -> tuple[str, str]:
        return (self.analysis.document.id, self.entity.id)


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
        *_others([o for o in all_ if not named(o.entity)], vocabulary),
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


def _others(appearances: list[Appearance], vocabulary: Vocabulary) -> list[list[Appearance]]:
    """Organisations by any of their names, people without a name and groups by what they are called."""
    groups: list[list[Appearance]] = []
    by_form: dict[tuple[str, str], list[Appearance]] = {}
    for one in appearances:
        forms = [(_kind(one.entity), skeleton(form)) for form in _forms(one.entity)]
        group = next((by_form[form] for form in forms if form in by_form), None)
        if group is None:
            group = []
            groups.append(group)
        group.append(one)
        for form in forms:
            by_form.setdefault(form, group)
    return _shortened(_qualified(groups, vocabulary), vocabulary)


def _qualified(groups: list[list[Appearance]], vocabulary: Vocabulary) -> list[list[Appearance]]:
    """ "Regierung von Norwegen" and "norwegische Regierung" are one; so is "Regierung", where there is no other."""
    by_words: dict[tuple[EntityKind, frozenset[str]], list[Appearance]] = {}
    for group in groups:
        entity = group[0].entity
        words = roles.terms(entity.name, vocabulary) or frozenset((entity.name,))
        by_words.setdefault((_kind(entity), words), []).extend(group)
    for kind, words in list(by_words):
        if len(words) == 1 and kind == "organisation" and not next(iter(words)).startswith("="):
            states = [(k, w) for k, w in by_words if k == kind and w > words and all(x[0] == "=" for x in w - words)]
            if len(states) == 1:
                by_words[states[0]].extend(by_words.pop((kind, words)))
    return list(by_words.values())


def _shortened(groups: list[list[Appearance]], vocabulary: Vocabulary) -> list[list[Appearance]]:
    """A body and a short form of its name are one, where no other has it: "UN-Sicherheitsrat", "Sicherheitsrat"."""
    merged: dict[int, list[Appearance]] = {}
    owners: list[list[Appearance]] = []
    for group in sorted(groups, key=lambda group: -len(group[0].entity.name)):
        entity = group[0].entity
        short = entity.kind == "organisation" and " " not in entity.name and nations.load().named(entity.name) is None
        fits = [o for o in owners if any(_shortens(entity.name, one.entity, vocabulary) for one in o)] if short else []
        if len(fits) == 1:
            merged[id(group)] = fits[0]
        else:
            owners.append(group)
    for group in groups:
        if id(group) in merged:
            merged[id(group)].extend(group)
    return [group for group in groups if id(group) not in merged]


def _shortens(name: str, whole: Entity, vocabulary: Vocabulary) -> bool:
    """Whether a name of one word is what another is called for short."""
    if whole.kind != "organisation" or whole.name == name:
        return False
    forms = {skeleton(form) for form in _short(whole.name.split(), vocabulary)}
    head = any(name.lower().endswith(noun) for noun in words("", "heads.txt"))
    return skeleton(name) in forms or (head and whole.name.split(" in ")[0].lower().endswith(name.lower()))


def _short(words: list[str], vocabulary: Vocabulary) -> Iterator[str]:
    """Its last word, what follows a hyphen, its first word where that is its proper name, and its initials."""
    if len(words) == 1:
        before, _, tail = words[0].rpartition("-")
        if before and tail[:1].isupper():
            yield tail
        return
    if nations.load().named(words[-1]) is not None:
        return
    if words[0][:1].isupper() and words[-1][:1].isupper() and not {"von", "der", "des", "für", "in"} & set(words):
        yield words[-1]
        if all(word[:1].isupper() for word in words) and not vocabulary.noun(words[0]):
            yield words[0]
    capitals = [part[0] for word in words for part in word.split("-") if part[:1].isupper()]
    if len(capitals) > 1:
        yield "".join(capitals)


def _kind(entity: Entity) -> EntityKind:
    """A place that speaks is a state or its government."""
    return "organisation" if entity.kind == "place" else entity.kind


def _forms(entity: Entity) -> Iterator[str]:
    yield entity.name
    if _kind(entity) == "organisation":
        yield from (alias for alias in entity.aliases if len(alias) > 1)


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
        kind=_kind(entity),
        name=Text(de=name, en=english),
        aliases=_aliases(name, [one.entity for one in group]),
        roles=roles.join((role.name for one in group for role in one.entity.roles), vocabulary),
        reports=tuple(_reference(one) for one in group),
        involvement=involvement,
        weight=round(sum(_weights(group).values()) / sources, 3),
    )


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
        if carries(one):
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
