"""One body, group or person without a name over several articles, whatever each calls it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analyse import nations
from generator.analyse.forms import skeleton
from generator.merge import roles
from generator.merge.appearance import Appearance
from generator.merge.tables import words
from generator.merge.words import Vocabulary
from generator.model import Entity, EntityKind


def join(appearances: list[Appearance], vocabulary: Vocabulary) -> list[list[Appearance]]:
    """Organisations by any of their names, people without a name and groups by what they are called."""
    groups: list[list[Appearance]] = []
    by_form: dict[tuple[str, str], list[Appearance]] = {}
    for one in appearances:
        forms = [(kind(one.entity), skeleton(form)) for form in _forms(one.entity)]
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
    by_terms: dict[tuple[EntityKind, frozenset[str]], list[Appearance]] = {}
    for group in groups:
        entity = group[0].entity
        terms = roles.terms(entity.name, vocabulary) or frozenset((entity.name,))
        by_terms.setdefault((kind(entity), terms), []).extend(group)
    for own, terms in list(by_terms):
        if len(terms) == 1 and own == "organisation" and not next(iter(terms)).startswith("="):
            states = [(k, t) for k, t in by_terms if k == own and t > terms and all(x[0] == "=" for x in t - terms)]
            if len(states) == 1:
                by_terms[states[0]].extend(by_terms.pop((own, terms)))
    return list(by_terms.values())


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


def _short(parts: list[str], vocabulary: Vocabulary) -> Iterator[str]:
    """Its last word, what follows a hyphen, its first word where that is its proper name, and its initials."""
    if len(parts) == 1:
        before, _, tail = parts[0].rpartition("-")
        if before and tail[:1].isupper():
            yield tail
        return
    if nations.load().named(parts[-1]) is not None:
        return
    if parts[0][:1].isupper() and parts[-1][:1].isupper() and not {"von", "der", "des", "für", "in"} & set(parts):
        yield parts[-1]
        if all(word[:1].isupper() for word in parts) and not vocabulary.noun(parts[0]):
            yield parts[0]
    capitals = [part[0] for word in parts for part in word.split("-") if part[:1].isupper()]
    if len(capitals) > 1:
        yield "".join(capitals)


def kind(entity: Entity) -> EntityKind:
    """A place that speaks is a state or its government."""
    return "organisation" if entity.kind == "place" else entity.kind


def _forms(entity: Entity) -> Iterator[str]:
    yield entity.name
    if kind(entity) == "organisation":
        yield from (alias for alias in entity.aliases if len(alias) > 1)
