"""Where the event happens: places weighed by how and where the article names them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from generator.analyse import nations
from generator.analyse.article import Article, Words, article_words
from generator.analyse.entities.bodies import institution
from generator.analyse.entities.syntax import genitive, governed
from generator.analyse.places import gazetteer, nesting, nouns, titled
from generator.analyse.roles import offices
from generator.analyse.tables import words
from generator.model import Entity, Mention, PlaceKind

YEAR = re.compile(r"(?:19|20)\d\d")
HERE = frozenset(("in", "im", "am", "an", "auf", "bei", "beim", "nahe", "vor", "unweit"))
"""Prepositions of a place where something happens."""
LOCATED, EVENT, EARLY, DATELINE, HEADING = 1.0, 2.0, 2.0, 2.0, 1.0
"""Points: after such a preposition; with a verb of an event; in the first two paragraphs; as dateline; in a heading."""
FIRST = 2.5
"""Points for a place in the first sentence."""
TITLE = 5
"""Points for a place that the title says the event is in: "Oslo: ...", "... in Oslo"."""
TAKEN_TO = frozenset(("Krankenhaus", "Klinik", "Universitätsklinikum", "Gefängnis"))
"""Where people come to be after the event."""
DIRECTION = frozenset(("die", "den", "das", "eine", "einen"))
PLUPERFECT = frozenset(("war", "waren", "hatte", "hatten"))
LEAST = 2.0
"""Points below which nothing is the scene."""
ABROAD = frozenset(("University", "College", "Institute", "Center", "Centre", "School", "Universität"))
"""Where somebody works."""
WAYS = frozenset(("Route", "Strecke", "Flug", "Linie", "Weg", "Fahrt", "Reise", "Richtung", "Abflug", "Start"))
"""Nouns before a place that is an end of a way."""
BACKGROUND = frozenset(("nach", "seit", "gegen", "über", "wegen", "trotz"))
"""Prepositions of what the event refers to."""
INNER = 0.5
"""Share of a place's points above which any inside it is the scene."""
WEAK = 5.0
"""Points up to which a smaller place gives way to the state of the first sentence."""
LEAST_STATE = 5.0
"""The same for a state, which is named for many other reasons."""


def find(
    article: Article, places: tuple[Entity, ...], kinds: dict[str, PlaceKind], around: dict[str, tuple[str, ...]]
) -> frozenset[str]:
    """Ids of the scene: the place with most points that is no country, or else a country; with it the town around."""
    points: Counter[str] = Counter({place.id: _points(article, place) for place in places})
    scene = _best(article, places, points, kinds, around)
    titles = titled.named(article.document.title or "", places)
    if not titles:
        return scene
    points.update(dict.fromkeys(titles, TITLE))
    return titled.choose(scene, _best(article, places, points, kinds, around), titles, kinds, around)


def _best(
    article: Article,
    places: tuple[Entity, ...],
    points: Counter[str],
    kinds: dict[str, PlaceKind],
    around: dict[str, tuple[str, ...]],
) -> frozenset[str]:
    first = {p.id for p in places for m in p.mentions if _opens(article, m)}
    small = [
        id_
        for id_, n in points.most_common()
        if n >= LEAST and kinds[id_] in ("venue", "city", "region", "sea", "other")
    ]
    states = [id_ for id_, n in points.most_common() if n >= LEAST_STATE and kinds[id_] == "country"]
    limit, happens = points[small[0]] if small else 0.0, _event(article, _first(article))
    opening = [i for i in states if not small or (happens and limit <= min(WEAK, points[i]) and i in first)]
    if not small or opening:
        return frozenset(opening[:1])
    named = frozenset(place.id for place in places if nouns.find(place.name.split()[0]))
    best = _innermost(small[0], small, points, around, named)
    further = {id_ for inner in around[best] for id_ in (inner, *around[inner])}
    town = {id_ for id_ in further if kinds[id_] == "city"}
    return frozenset({best, *town})


def _innermost(
    best: str, small: list[str], points: Counter[str], around: dict[str, tuple[str, ...]], named: frozenset[str]
) -> str:
    """A place inside the best one: one that a noun calls a venue, or one with at least half its points.

    Args:
        named: ids of the places whose names begin with a noun of place.
    """
    inside = [id_ for id_ in small if best in around[id_] and (id_ in named or points[id_] > INNER * points[best])]
    return max(inside, key=lambda id_: points[id_]) if inside else best


def _points(article: Article, place: Entity) -> float:
    total = 0.0
    bare = place.mentions[0].kind == "nominal" and " " not in place.name
    nation = nations.load().named(place.name) is not None
    for mention in place.mentions:
        where = article.locate(mention.span)
        if article.document.dateline and article.document.dateline.contains(mention.span):
            total += DATELINE
            continue
        if where is None or mention.kind in ("adjective", "part"):
            continue
        if not _located(article, where, by_article=bare or nation):
            continue
        sentence = article.sentences[where.sentence]
        opening = where.sentence == _first(article)
        if bare and not opening and not (_event(article, where.sentence) and place.name not in TAKEN_TO):
            continue
        total += LOCATED + (EARLY if sentence.paragraph < 2 else 0) + (HEADING if sentence.heading else 0)
        if not _long_ago(article, where.sentence):
            total += FIRST if opening else 0
            total += EVENT if _event(article, where.sentence) else 0
    return 0.0 if place.name in words("places", "celestial.txt") else total


def _long_ago(article: Article, sentence: int) -> bool:
    """Whether a sentence tells of an earlier year than that of the article."""
    published = article.document.published
    return published is not None and any(
        YEAR.fullmatch(form) and int(form) < published.year for form in article.forms(sentence)
    )


def _opens(article: Article, mention: Mention) -> bool:
    """Whether a mention stands in the first sentence, as a name."""
    where = article.locate(mention.span) if mention.kind == "name" else None
    return where is not None and where.sentence == _first(article)


def _first(article: Article) -> int:
    """The first sentence of the running text."""
    return next((i for i, s in enumerate(article.sentences) if not s.heading), 0)


def _located(article: Article, where: Words, *, by_article: bool) -> bool:
    """Whether something happens in a place: after "in", "bei", no direction, and not where somebody sits or works.

    Args:
        by_article: whether an accusative before the place means a direction.
    """
    forms = article.forms(where.sentence)
    first = where.first
    before = forms[first - 1] if first else ""
    if nouns.find(before) or (_apposed(article, before) and not genitive(article, where)):
        first -= 1
    preposition = governed(article, replace(where, first=first))
    if preposition == "von" and first > 1 and _building(article, forms[first - 2]):
        return _located(article, Words(sentence=where.sentence, first=first - 2, last=first - 1), by_article=True)
    if preposition not in HERE:
        return False
    at = max(i for i in range(first) if forms[i].lower() == preposition)
    determiner = forms[at + 1].lower() if at + 1 < first else ""
    plural = forms[where.last - 1] in nesting.PLURAL
    if (
        by_article
        and preposition in ("in", "an", "auf", "vor")
        and determiner in DIRECTION
        and not (plural and determiner == "den")
    ):
        return False
    owner = forms[at - 1] if at else ""
    if forms[where.last : where.last + 1] and forms[where.last].startswith("gebor"):
        return False
    if owner[:1].isupper() and _background(article, forms, at - 1):
        return False
    return not (owner[:1].isupper() and _seated(article, where.sentence, owner, forms, at))


def _apposed(article: Article, form: str) -> bool:
    """ "am Hauptstandort Köln": a common noun that says what the place is."""
    noun = article.lexicon.has(form, "SUB") or article.lexicon.tail(form) is not None
    return form[:1].isupper() and noun and form not in WAYS and offices.load().find(form) is None


def _building(article: Article, form: str) -> bool:
    """Whether a noun is one of a building, also as the last part of a compound: "Eissporthalle"."""
    noun = nouns.find(form) or nouns.find(article.lexicon.tail(form) or "")
    return noun is not None and noun.kind == "venue"


def _background(article: Article, forms: tuple[str, ...], noun: int) -> bool:
    """ "nach den Wahlen in X": what was before."""
    at = noun - 1
    while at > 0 and (forms[at].lower() in article_words() or article.adjective(forms[at])):
        at -= 1
    return at >= 0 and forms[at].lower() in BACKGROUND


def _seated(article: Article, sentence: int, owner: str, forms: tuple[str, ...], at: int) -> bool:
    """Whether the place says where somebody or a body sits ("ein Sprecher in Oslo"), or another place lies."""
    if owner in ABROAD:
        return True
    body = institution(article, owner) and not nouns.find(owner) and sentence != _first(article)
    if offices.load().find(owner) or body:
        return True
    origin = forms[at] in ("bei", "nahe", "in") and forms[at - 2 : at - 1] == ("aus",)
    return origin and bool(gazetteer.towns_named(owner))


def _event(article: Article, sentence: int) -> bool:
    """Whether a sentence has a verb of an event and does not tell, in the pluperfect, what was before it."""
    forms = article.forms(sentence)
    participle = any(t.startswith("VER:PA2") for f in forms if f[:1].islower() for t in article.tags(f))
    if participle and PLUPERFECT & set(forms):
        return False
    cues = words("places", "cues.txt")
    parted = forms[-2] if len(forms) > 1 and forms[-2].islower() else ""
    return any(
        r.lemma in cues or parted + r.lemma in cues
        for form in article.forms(sentence)
        if form[:1].islower()
        for r in article.lexicon.readings(form)
    )
