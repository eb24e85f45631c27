"""Persons meant by their function: "der russische Präsident", "der Kreml-Chef", "der Gast aus Nordkorea"."""

from __future__ import annotations

from generator.analyse.article import Article, Words, article_words
from generator.analyse.entities.persons import Person
from generator.analyse.roles import offices
from generator.analyse.roles.find import Held, complement_end, held
from generator.model import Mention, Span

OPENERS = frozenset(("der", "des", "von", "für", "aus"))
"""Words that open what belongs to a function named without its holder."""
FAR = 3
"""Sentences back in which a bare "der Minister" still finds its bearer among several."""


def resolve(article: Article, persons: list[Person], taken: tuple[Span, ...]) -> None:
    """Add nominal mentions where exactly one person fits.

    Args:
        taken: names and the roles that stand with them.
    """
    for sentence, forms in article.each():
        for at, form in enumerate(forms):
            office = offices.load().find(form)
            if office is None:
                continue
            found = held(article, sentence, at, complement_end(article, forms, at + 1, OPENERS))
            if found is None or any(found.role.span.overlaps(t) for t in taken) or not _definite(article, found):
                continue
            person = _bearer(article, persons, found)
            if person is not None:
                person.mentions.append(Mention(span=found.role.span, kind="nominal", reason="role"))
                person.mentions.sort(key=lambda m: m.span)


def _definite(article: Article, found: Held) -> bool:
    """After "der", "die", "dem", "den", "des" in the singular, or a genitive ("Nordkoreas Machthaber")."""
    where = article.locate(found.role.span)
    if where is None:
        return False
    forms = article.forms(where.sentence)
    before = forms[where.first - 1].lower() if where.first else ""
    return before in ("der", "dem", "den", "des", "die") or (before not in article_words() and found.nation is not None)


def _bearer(article: Article, persons: list[Person], found: Held) -> Person | None:
    fits = [p for p in persons if _fits(p, found)]
    if len(fits) <= 1:
        return fits[0] if fits and _bound(fits[0], found, persons) else None
    if found.nation:
        return None
    near = article.locate(found.role.span)
    first = article.sentences[max(0, near.sentence - FAR)].span.start if near else 0
    close = [p for p in fits if p.last_before(found.role.span) >= first]
    return close[0] if len(close) == 1 else None


def _fits(person: Person, found: Held) -> bool:
    if found.gender and person.gender and found.gender != person.gender:
        return False
    if found.nation and found.nation not in person.nations:
        return False
    if found.office.group == "guest":
        return found.nation is not None
    return any(_same_office(h, found) for h in person.held)


def _same_office(own: Held, found: Held) -> bool:
    a, b = own.office, found.office
    if a.german.lower().endswith(b.german.lower()) or b.german.lower().endswith(a.german.lower()):
        return True
    return bool(a.group) and a.group == b.group and a.group in ("state", "government", "mayor")


def _bound(person: Person, found: Held, persons: list[Person]) -> bool:
    """A person named only later is meant by a role that says whose it is, not by a bare one."""
    return bool(found.nation) or person.mentions[0].span.start < found.role.span.start
