"""Persons meant by their function: "der norwegische Präsident", "der Kreml-Chef", "der Gast aus Norwegen"."""

from __future__ import annotations

from bisect import bisect_left

from generator.analyse.article import Article, article_words
from generator.analyse.cover import Cover
from generator.analyse.entities import institutions
from generator.analyse.entities.persons import Person
from generator.analyse.roles import offices
from generator.analyse.roles.held import Held, complement_end, held
from generator.analyse.tables import words
from generator.model import Mention, Span

OPENERS = frozenset(("der", "des", "von", "für"))
"""Words that open what belongs to a function named without its holder."""
SPEAKING = frozenset(
    (
        "spokesperson",
        "police",
        "official",
        "expert",
        "minister",
        "director",
        "court",
        "lawyer",
        "military",
        "diplomat",
        "member",
        "leader",
        "chair",
        "adviser",
        "church",
        "mayor",
        "government",
        "state",
        "secretary",
        "vice",
        "politician",
        "commissioner",
        "speaker-of-house",
        "governor",
    )
)
"""Groups of offices whose holder is somebody without being named: "ein Sprecher der Polizei"."""
FORMER = frozenset(
    ("ehemalig", "früher", "einstig", "damalig", "designiert", "künftig", "abgesetzt", "gestürzt", "zurückgetreten")
)
"""Adjectives of an office that its bearer does not hold now."""
FEDERAL = "Bundes"
"""Sets the offices of a federation apart from those of its states."""
REACH = 200
"""Sentences on either side in which an office without a name finds its bearer."""
FAR = 3
"""Sentences back in which a bare "der Minister" still finds its bearer among several."""


def resolve(article: Article, persons: list[Person], taken: Cover) -> tuple[Held, ...]:
    """Add nominal mentions where exactly one person fits; return the functions of persons without a name.

    Args:
        taken: names and the roles that stand with them.
    """
    unnamed = []
    bearers = Bearers(article, persons)
    for sentence, forms in article.each():
        for at, form in enumerate(forms):
            office = offices.load().find(form)
            if office is None or institutions.find(form):
                continue
            openers = OPENERS | {"aus"} if office.group == "guest" else OPENERS
            found = held(article, sentence, at, complement_end(article, forms, at + 1, openers))
            if found is None or taken.overlaps(found.role.span):
                continue
            if _post(article, found):
                continue
            person = _bearer(article, bearers, found) if _definite(article, found) else None
            if person is None and _unnamed(article, found) and not _general(article, persons, found):
                unnamed.append(found)
            elif person is not None:
                person.refer(Mention(span=found.role.span, kind="nominal", reason="role"))
    return tuple(unnamed)


def _post(article: Article, found: Held) -> bool:
    """ "das Amt des Präsidenten": the office, not its holder."""
    where = article.locate(found.role.span)
    forms = article.forms(where.sentence) if where else ()
    return bool(where and where.first > 1 and forms[where.first - 2] in words("entities", "posts.txt"))


def _unnamed(article: Article, found: Held) -> bool:
    """ "ein Sprecher der Polizei", "der Polizeisprecher": one person whom the article does not name."""
    where = article.locate(found.role.span)
    if where is None or found.office.group not in SPEAKING:
        return False
    forms = article.forms(where.sentence)
    before = forms[where.first - 1].lower() if where.first else ""
    if where.first > 1 and forms[where.first - 2] == "als":
        return False
    if before in ("ein", "eine", "einer", "einem", "einen"):
        return True
    said = " " in found.role.name.de or offices.load().specific(found.office)
    plural = before == "die" and found.office.gender == "m"
    return said and before in ("der", "die", "dem", "den") and not plural


def _general(article: Article, persons: list[Person], found: Held) -> bool:
    """Whether "the" office means no other than a named holder by other words, or the office at all.

    "die Anwältin des Opfers" beside "Anna X, Anwältin der Frau"; "der Kanzler" beside "Kanzlerin X".
    """
    if found.nation or not _definite(article, found):
        return False
    offices_ = [held.office for person in persons for held in person.held]
    complement = [form for form in found.role.name.de.split()[1:] if form[:1].isupper()]
    if complement:
        same = any(office.german == found.office.german for office in offices_)
        return (
            same and all(article.lexicon.common(form) for form in complement) and found.office.group != "spokesperson"
        )
    other = [o for o in offices_ if o.english and o.english == found.office.english and o.german != found.office.german]
    return bool(other) and found.adjectives == frozenset()


def _definite(article: Article, found: Held) -> bool:
    """After "der", "die", "dem", "den", "des" in the singular, or a genitive ("Norwegens König")."""
    where = article.locate(found.role.span)
    if where is None:
        return False
    forms = article.forms(where.sentence)
    before = forms[where.first - 1].lower() if where.first else ""
    return before in ("der", "dem", "den", "des", "die") or (before not in article_words() and found.nation is not None)


class Bearers:
    """Who may be meant by an office: the persons whose own office stands within `REACH` sentences."""

    def __init__(self, article: Article, persons: list[Person]) -> None:
        self._article = article
        self._persons = persons
        self._held = sorted(
            (where.sentence, number)
            for number, person in enumerate(persons)
            for held in person.held
            if (where := article.locate(held.role.span))
        )

    def near(self, span: Span) -> list[Person]:
        where = self._article.locate(span)
        if where is None:
            return []
        first = bisect_left(self._held, (where.sentence - REACH,))
        last = bisect_left(self._held, (where.sentence + REACH + 1,))
        return [self._persons[number] for number in sorted({number for _, number in self._held[first:last]})]


def _bearer(article: Article, bearers: Bearers, found: Held) -> Person | None:
    fits = [p for p in bearers.near(found.role.span) if _fits(p, found)]
    if len(fits) <= 1:
        return fits[0] if fits and _bound(fits[0], found) else None
    if found.nation:
        return None
    near = article.locate(found.role.span)
    first = article.sentences[max(0, near.sentence - FAR)].span.start if near else 0
    close = [p for p in fits if p.last_before(found.role.span) >= first]
    return close[0] if len(close) == 1 else None


def _fits(person: Person, found: Held) -> bool:
    if found.gender in ("m", "f") and person.gender and found.gender != person.gender:
        return False
    if found.nation and found.nation not in person.nations:
        return False
    if found.office.group == "guest":
        return found.nation is not None
    return any(_same_office(h, found) for h in person.held)


def _same_office(own: Held, found: Held) -> bool:
    if bool(FORMER & own.adjectives) != bool(FORMER & found.adjectives) or found.adjectives - own.adjectives - FORMER:
        return False
    a, b = own.office, found.office
    if a.german == b.german:
        return True
    if a.group and b.group and a.group != b.group:
        return False
    if a.german.lower().endswith(b.german.lower()):
        return True
    if b.german.lower().endswith(a.german.lower()):
        return "-" in b.german
    federal = a.german.startswith(FEDERAL) != b.german.startswith(FEDERAL)
    return not federal and a.group == b.group and a.group in ("state", "government", "mayor")


def _bound(person: Person, found: Held) -> bool:
    """A person named only later is meant by a role that says whose it is, not by a bare one."""
    exact = " " in found.role.name.de and any(held.role.name.de == found.role.name.de for held in person.held)
    return bool(found.nation) or exact or person.mentions[0].span.start < found.role.span.start
