"""Named organisations, states as actors and places: one entity for all forms of a name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import takewhile

from generator.analyse import nations
from generator.analyse.article import Article, Words
from generator.analyse.cover import Cover
from generator.analyse.english import place_in_english
from generator.analyse.entities import groups, institutions, localities
from generator.analyse.entities.bodies import body, organisations
from generator.analyse.entities.found import LOCATIVE, Found
from generator.analyse.entities.syntax import genitive, governed, lemma, passive_sentence, subject, verb
from generator.analyse.entities.things import Thing, Things
from generator.analyse.forms import plain
from generator.analyse.nations import Nation
from generator.analyse.places import gazetteer, nouns
from generator.analyse.roles.held import Held
from generator.analyse.tables import words
from generator.model import EntityKind, MentionKind, Span

INNER = frozenset(("für", "der", "des", "und", "in", "von", "of", "for", "and", "the"))
"""Words without an initial in an abbreviation."""
SHORTEST_INITIALS = 3
CARRIERS = frozenset(("laut", "zufolge", "gegenüber"))
"""Prepositions whose object speaks, so that a capital after them means a government."""
STATIVE = frozenset(
    ("sein", "liegen", "heißen", "gelten", "bleiben", "gehören", "besuchen", "verlassen", "erreichen", "bereisen")
)
"""Verbs of what a town is or what is done to it, not of what a government does."""
ABBREVIATION = re.compile(r"[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{0,3}[A-ZÄÖÜ][a-zäöü]{0,2}")


def gather(article: Article, names: Iterable[Found], unnamed: tuple[Held, ...]) -> list[Thing]:
    """Organisations, states that act, places, groups and people without a name, in order of first mention."""
    things = Things()
    names = tuple(names)
    short = _shorter(article, names) | _abbreviations(article, names)
    for found in names:
        if found.kind in ("organisation", "place"):
            _add(article, things, found, short)
    taken = Cover(f.span for f in names)
    _states(article, things, taken)
    localities.add(article, things, taken)
    for held in unnamed:
        thing = things.of("person", held.role.name.de)
        thing.english = held.role.name.en
        things.add(thing, held.role.name.de, held.role.span, "nominal", "without a name")
    institutions.add(article, things, taken)
    groups.add(article, things, taken)
    _join_short(article, things)
    for thing in things:
        thing.mentions.sort(key=lambda m: m.span)
    return sorted((t for t in things if t.mentions), key=lambda t: t.mentions[0].span)


def _add(article: Article, things: Things, found: Found, short: dict[str, str]) -> None:
    known = nations.load()
    kind: MentionKind = "part" if found.part else "name"
    nation = known.named(found.form)
    if (
        nation
        and not found.part
        and len(found.where) == 1
        and _people(article, article.forms(found.where.sentence), found.where.first)
    ):
        return
    if nation:
        _state(article, things, nation, found.form, found.where, found.span, kind)
        return
    capital = known.by_capital.get(found.form)
    if capital and not found.part and _government(article, found.where):
        government = things.of("organisation", capital.name, capital)
        things.add(government, found.form, found.span, "name", "capital for its government")
        return
    if found.kind == "place" and not found.part and _place(article, things, found):
        return
    name = short.get(found.form) or organisations().get(found.form, found.form)
    sort: EntityKind = "organisation" if found.form in organisations() else found.kind
    same, longer = plain(name) == plain(found.form), plain(name).startswith(plain(found.form))
    reason = "name" if same else "short form" if longer else "abbreviation"
    things.add(things.of(sort, name), found.form, found.span, kind, reason)


def _place(article: Article, things: Things, found: Found) -> bool:
    """A place with the noun before it: "Weltraumbahnhof X", "Gebiet Y", "Rathaus Z"."""
    forms = article.forms(found.where.sentence)
    first = found.where.first
    noun = nouns.find(forms[first]) if len(found.where) > 1 else None
    name = found.form.partition(" ")[2] if noun else found.form
    if noun is None and first and (noun := nouns.find(forms[first - 1])):
        first -= 1
    if noun is None and " " in name and _of_town(things, found):
        return True
    where = Words(sentence=found.where.sentence, first=first, last=found.where.last)
    if noun is not None and body(noun.german) and governed(article, where) not in LOCATIVE:
        form = f"{noun.german} {name}"
        things.add(things.of("organisation", form), form, article.span(where), "name", "name with its kind")
        return True
    nation = nations.load().named(name) if noun and noun.kind == "region" else None
    if nation:
        _state(article, things, nation, found.form, found.where, found.span, "name")
        return True
    if noun is not None:
        name = " ".join(takewhile(lambda w: not w.islower() or w in words("", "particles.txt"), name.split())) or name
    thing = things.of("place", name)
    if noun is not None and noun.shown:
        things.add_noun(thing, noun)
        form = f"{noun.german} {name}"
    else:
        form = name
    span = article.span(where) if noun is None or noun.shown else found.span
    things.add(thing, form, span, "name", "name" if noun is None else "name with its kind")
    return True


def _of_town(things: Things, found: Found) -> bool:
    """ "Berliner Olympiastadion" is the same as "Olympiastadion Berlin"."""
    adjective, _, rest = found.form.partition(" ")
    noun = nouns.find(rest)
    town = next((t for t in nouns.towns(adjective) if gazetteer.towns_named(t)), None)
    if noun is None or town is None or not noun.bare:
        return False
    name, english = noun.named(town, place_in_english(town, frozenset()))
    thing = things.of("place", name)
    thing.english = english
    things.add(thing, found.form, found.span, "name", "name with its kind")
    return True


def _states(article: Article, things: Things, taken: Cover) -> None:
    """States and their adjectives that the tagger left: they are in a table, so every one is found."""
    known = nations.load()
    for sentence, forms in article.each():
        at = 0
        while at < len(forms):
            length = next((n for n in (4, 3, 2, 1) if known.named(" ".join(forms[at : at + n]))), 0)
            length = 0 if length == 1 and _people(article, forms, at) else length
            where = Words(sentence=sentence, first=at, last=min(at + max(length, 1), len(forms)))
            span = article.span(where)
            free = not taken.overlaps(span)
            if length and free and (nation := known.named(" ".join(forms[at : at + length]))):
                _state(article, things, nation, article.text(where), where, span, "name")
            form = forms[at]
            if (
                not length
                and free
                and (described := known.described(form))
                and described.code != "EU"
                and (form[:1].islower() or "-" in form or at == 0)
            ):
                state = things.of("place", described.name, described)
                things.add(state, form, span, "adjective", "adjective")
            at += max(length, 1)


def _state(
    article: Article, things: Things, nation: Nation, form: str, where: Words, span: Span, kind: MentionKind
) -> None:
    if (kind == "name" and acts(article, where)) or (kind == "part" and groups.source(article, where)):
        reason = "state that acts" if kind == "name" else "state that is a source"
        things.add(things.of("organisation", nation.name, nation), form, span, kind, reason)
    else:
        things.add(things.of("place", nation.name, nation), form, span, kind, "name")


def _people(article: Article, forms: tuple[str, ...], at: int) -> bool:
    """ "die Polen", "an den Polen": the people, or the poles, where the state has no article."""
    before = forms[at - 1].lower() if at else ""
    if before not in ("die", "der", "den", "viele", "alle") or nations.load().named(forms[at].removesuffix("n")):
        return False
    return any(r.tag.startswith("SUB:") and r.lemma + "n" == forms[at] for r in article.lexicon.readings(forms[at]))


def acts(article: Article, where: Words) -> bool:
    """Whether a state or capital acts or speaks here, rather than being a place."""
    forms = article.forms(where.sentence)
    preposition = governed(article, where)
    if preposition in CARRIERS or forms[where.last : where.last + 1] == ("zufolge",):
        return True
    return preposition is None and subject(article, where)


def _government(article: Article, where: Words) -> bool:
    """Whether a capital means its government: free of a preposition, or in "nach Einschätzungen aus Oslo"."""
    forms = article.forms(where.sentence)
    span = article.span(where)
    dateline = article.document.dateline
    before = forms[where.first - 1] if where.first else ""
    if (
        (dateline and dateline.contains(span))
        or article.sentences[where.sentence].heading
        or nouns.find(before)
        or institutions.find(before)
        or before == "("
        or forms[where.last : where.last + 1] == ("(",)
    ):
        return False
    following = forms[where.last] if where.last < len(forms) else ""
    if following[:1].isupper() and not article.tags(following):
        return False
    preposition = governed(article, where)
    if preposition == "aus":
        return bool(
            {"Angaben", "Einschätzung", "Einschätzungen", "Kreisen", "Sicht"}
            & set(forms[max(0, where.first - 4) : where.first])
        )
    if preposition is not None:
        return preposition in CARRIERS
    if any(r.lemma in STATIVE for r in article.lexicon.readings(before)):
        return False
    at = verb(article, where)
    if at is not None and (lemma(article, where, at) in STATIVE or passive_sentence(article, where.sentence)):
        return False
    return not genitive(article, where) and before not in (",", "und", "/") and len(forms) > 3


def _shorter(article: Article, names: tuple[Found, ...]) -> dict[str, str]:
    """First words that stand for an organisation's whole name: "Daimler" for "Daimler AG"."""
    full: dict[str, set[str]] = defaultdict(set)
    for f in names:
        if f.kind == "organisation" and not f.part:
            parts = f.form.split(" ")
            for length in range(1, len(parts)):
                full[" ".join(parts[:length])].add(f.form)
            first = next((at for at, part in enumerate(parts) if not _of_clubs(part)), 0)
            if parts[0] in ("Deutsche", "Deutscher", "Deutsches") and len(parts) == len(("Deutsche", "Bahn")):
                full[parts[1]].add(f.form)
            if 0 < first < len(parts) - 1:
                full[" ".join(parts[first:])].add(f.form)
    short = {}
    for found in names:
        fits = sorted(full.get(found.form, ()))
        town = gazetteer.towns_named(found.form)
        if found.kind == "organisation" and len(fits) == 1 and not town and _name(article, found.form, fits[0]):
            short[found.form] = fits[0]
    return short


def _name(article: Article, form: str, full: str) -> bool:
    """Whether a short form is a name by itself and no common noun, unless the longer form is "Deutsche" and it."""
    return not article.lexicon.has(form, "SUB") or full.startswith("Deutsche")


def _of_clubs(part: str) -> bool:
    """ "1.", "FC", "SV": what stands before a club's name."""
    return (part in words("names", "clubs.txt") and part.isupper()) or part.rstrip(".").isdigit()


def _abbreviations(article: Article, names: tuple[Found, ...]) -> dict[str, str]:
    """Short forms explained in brackets: "Bundeskriminalamt (BKA)"."""
    short = {}
    for found in names:
        forms = article.forms(found.where.sentence)
        last = found.where.last + (forms[found.where.last : found.where.last + 1] in (("“",), ('"',), ("«",), ("”",)))
        if found.kind != "person" and forms[last : last + 1] == ("(",) and forms[last + 2 : last + 3] == (")",):
            candidate = forms[last + 1]
            if ABBREVIATION.fullmatch(candidate) and candidate[0].lower() == found.form[0].lower():
                short[candidate] = found.form
    inside = {(f.where.sentence, i) for f in names for i in range(f.where.first, f.where.last) if len(f.where) > 1}
    for sentence, forms in article.each():
        for at, (noun, opening, candidate, closing) in enumerate(
            zip(forms, forms[1:], forms[2:], forms[3:], strict=False)
        ):
            if (
                (sentence, at) not in inside
                and (opening, closing) == ("(", ")")
                and ABBREVIATION.fullmatch(candidate)
                and noun[:1] == candidate[:1]
            ):
                short.setdefault(candidate, _base(article, noun))
    return short


def _join_short(article: Article, things: Things) -> None:
    """ "AK", "VFG" are the one body of the article with these initials: "Arbeitskreis X", "Verband freier Gärtner"."""
    bodies: dict[str, list[Thing]] = defaultdict(list)
    for thing in things:
        head, _, rest = thing.name.partition(" ")
        if thing.kind != "organisation" or not rest or not thing.mentions:
            continue
        tail = article.lexicon.tail(head)
        if tail and tail != head:
            bodies[head[0] + tail[0]].append(thing)
        initials = "".join(word[0] for word in thing.name.split() if word not in INNER).upper()
        if len(initials) >= SHORTEST_INITIALS:
            bodies[initials].append(thing)
    for initials, named in bodies.items():
        short = things.get("organisation", initials)
        if short is None or len(named) != 1 or initials in organisations():
            continue
        for mention in short.mentions:
            named[0].add(initials, replace(mention, reason="abbreviation"))
        short.mentions.clear()


def _base(article: Article, form: str) -> str:
    """The lemma of a noun in any case; the form where the lexicon has none."""
    return next((r.lemma for r in article.lexicon.readings(form) if r.tag.startswith("SUB")), form)
