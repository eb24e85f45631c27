"""Who and what an article speaks of: one person, organisation, place or group, one entity."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.analyse.article import Article, Words
from generator.analyse.cover import Cover
from generator.analyse.english import organisation_in_english, person_in_english, place_in_english
from generator.analyse.entities import nominals, others, persons, pronouns
from generator.analyse.entities.found import Found, prepare
from generator.analyse.entities.things import Thing
from generator.analyse.forms import name_key, plain, same_name
from generator.analyse.lexicon import Lexicon
from generator.analyse.names import NameSpan
from generator.analyse.roles import find as roles
from generator.analyse.roles.held import Held
from generator.analyse.tokens import Token
from generator.model import Document, Entity, Role, Sentence

__all__ = ["build", "name_key", "same_name"]


def build(
    document: Document,
    sentences: tuple[Sentence, ...],
    tokens: tuple[tuple[Token, ...], ...],
    names: tuple[NameSpan, ...],
    lexicon: Lexicon,
) -> tuple[Entity, ...]:
    """Join the names of an article, with roles, nominal mentions and pronouns, into entities in text order."""
    article = Article(document=document, sentences=sentences, tokens=tokens, lexicon=lexicon)
    found = prepare(article, names)
    article = replace(article, english=_english(article, found))
    people = persons.gather(article, (f for f in found if f.kind == "person"))
    _add_roles(article, people, found)
    people = persons.unite(people)
    taken = Cover(f.span for f in found if f.kind == "person" and not f.part)
    for held in (h for p in people for h in p.held):
        taken.add(held.role.span)
    unnamed = nominals.resolve(article, people, taken)
    pronouns.resolve(article, people)
    things = others.gather(article, found, unnamed)
    ids: set[str] = set()
    states = frozenset(t.nation.code for t in things if t.nation)
    entities = [_person(p, ids) for p in people] + [_thing(t, ids, states) for t in things]
    return tuple(sorted(entities, key=lambda e: e.mentions[0].span))


def _english(article: Article, found: tuple[Found, ...]) -> dict[str, str]:
    """English forms of the organisations and places by their words in the article; not of German descriptions."""
    forms = {}
    for f in found:
        if f.part or f.kind not in ("organisation", "place"):
            continue
        english = organisation_in_english(f.form) if f.kind == "organisation" else place_in_english(f.form, frozenset())
        if english != f.form or not _described(article, f.form):
            forms[article.text(f.where)] = english
    return forms


def _described(article: Article, form: str) -> bool:
    """Whether German words say what an organisation or a place is, so that its name cannot stand in English."""
    parts = form.split()
    if len(parts) == 1:
        return article.lexicon.common(form)
    if len(parts) == 2 and parts[1].isupper():
        return False
    return any(
        part.islower() or (not part.isupper() and (article.lexicon.has(part, "SUB") or article.adjective(part.lower())))
        for part in parts
    )


def _add_roles(article: Article, people: list[persons.Person], found: tuple[Found, ...]) -> None:
    starts = frozenset((f.where.sentence, f.where.first) for f in found if f.kind == "person")
    ends: dict[tuple[int, int], tuple[Words, tuple[Held, ...]]] = {}
    named = [(m, p) for p in people for m in p.mentions if m.kind == "name"]
    for mention, person in sorted(named, key=lambda pair: pair[0].span):
        where = article.locate(mention.span)
        if where is None:
            continue
        words = article.text(where)
        genitive = words.endswith(("s", "'", "’")) and words not in person.forms
        held = roles.around(article, where, starts, genitive=genitive)
        if not held and article.forms(where.sentence)[where.first - 1 : where.first] in (("und",), (",",)):
            first, offices = ends.get((where.sentence, where.first - 1), (where, ()))
            held = roles.together(article, first, offices)
        ends[where.sentence, where.last] = where, held
        person.held += held
    for person in people:
        for office in person.held:
            person.gender = person.gender or (office.gender if office.gender != "n" else None)


def _person(person: persons.Person, ids: set[str]) -> Entity:
    roles_: dict[str, Role] = {}
    for held in person.held:
        roles_.setdefault(held.role.name.de, held.role)
    name = person.full
    return Entity(
        id=_id(name, ids),
        kind="person",
        name=name,
        english=person_in_english(name, person.nations),
        aliases=tuple(sorted(set(person.forms) - {name})),
        roles=tuple(roles_.values()),
        mentions=tuple(person.mentions),
    )


def _thing(thing: Thing, ids: set[str], states: frozenset[str]) -> Entity:
    name, english = thing.name, thing.english
    if thing.nation:
        english = thing.nation.english
    elif english is None and thing.kind == "place":
        english = place_in_english(name, states)
        if thing.nouns:
            name, english = thing.nouns.most_common(1)[0][0].named(name, english)
    elif english is None:
        english = organisation_in_english(name)
    suffix = " Staat" if thing.nation and thing.kind == "organisation" else ""
    return Entity(
        id=_id(thing.name + suffix, ids),
        kind=thing.kind,
        name=name,
        english=english,
        aliases=tuple(sorted(set(thing.forms) - {name})),
        roles=tuple(thing.roles.values()),
        mentions=tuple(thing.mentions),
    )


def _id(name: str, ids: set[str]) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", plain(name)).strip("-") or "name"
    unique, number = slug, 2
    while unique in ids:
        unique, number = f"{slug}-{number}", number + 1
    ids.add(unique)
    return unique
