"""One person, one entity: full names, surnames, spelling variants."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from generator.analyse.article import Article
from generator.analyse.entities.found import Found
from generator.analyse.forms import PersonName, compatible, near_keys, one_apart, parse, similar, skeleton
from generator.analyse.roles.held import Held
from generator.analyse.roles.offices import Gender
from generator.model import Mention, Span

FULL = ("full name", "variant")
SLIP = 5
"""Letters from which a name may be one of a person in the same office with a letter wrong."""
TITLES: dict[str, Gender] = {"Frau": "f", "Herr": "m", "Herrn": "m"}


@dataclass(slots=True, kw_only=True)
class Person:
    """A person while the article is being read."""

    name: PersonName
    forms: Counter[str] = field(default_factory=Counter)
    mentions: list[Mention] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)
    gender: Gender | None = None

    @property
    def full(self) -> str:
        """The fullest form seen; of equally full ones the most frequent."""
        return max(self.forms, key=lambda form: (len(form.replace("-", " ").split()), self.forms[form]))

    @property
    def nations(self) -> frozenset[str]:
        return frozenset(h.nation for h in self.held if h.nation)

    def add(self, found: Found, reason: str) -> None:
        self.forms[found.form] += 1
        self.mentions.append(Mention(span=found.span, kind="part" if found.part else "name", reason=reason))

    def last_before(self, span: Span) -> int:
        """End of the last mention before `span`, -1 where there is none; for mentions in text order."""
        at = bisect_right(self.mentions, span.start, key=lambda m: m.span.end)
        return self.mentions[at - 1].span.end if at else -1

    def refer(self, mention: Mention) -> None:
        """Add a mention in its place in the text."""
        insort(self.mentions, mention, key=lambda m: m.span)


def gather(article: Article, names: Iterable[Found]) -> list[Person]:
    """Persons in order of first mention; a bare surname joins the one full name that it fits, else the nearest."""
    names = tuple(names)
    persons = Register()
    full = [(f, parse(f.form)) for f in names if parse(f.form).forenames]
    for found, name in full:
        person = next(
            (p for p in persons.similar(name) if p.name.forenames and compatible(p.name.forenames, name.forenames)),
            None,
        )
        reason = "full name" if person is None or skeleton(person.full) == skeleton(found.form) else "variant"
        if person is None:
            person = Person(name=name, gender=forename_gender(article, name))
            persons.add(person)
        person.add(found, reason)
    for found in names:
        name = parse(found.form)
        if name.forenames:
            continue
        person, reason = _bearer(article, persons, name, found)
        if person is None:
            person, reason = Person(name=name), "surname"
            persons.add(person)
        person.add(found, reason)
    for person in persons:
        person.mentions.sort(key=lambda m: m.span)
    return sorted(persons, key=lambda p: p.mentions[0].span)


def unite(persons: list[Person]) -> list[Person]:
    """The persons, those under one office whose family names are one letter apart made one: a slip of the source."""
    kept: list[Person] = []
    holders: dict[str, list[Person]] = defaultdict(list)
    for person in persons:
        offices = dict.fromkeys(h.office.german for h in person.held)
        near = [] if person.name.forenames else [p for office in offices for p in holders[office]]
        same = next((p for p in near if _slip(p, person)), None)
        if same is None:
            kept.append(person)
            for office in offices:
                holders[office].append(person)
            continue
        same.forms += person.forms
        same.held += person.held
        for mention in person.mentions:
            same.refer(replace(mention, reason="variant"))
    return kept


def _slip(full: Person, bare: Person) -> bool:
    a, b = skeleton(full.name.surname), skeleton(bare.name.surname)
    return min(len(full.name.surname), len(bare.name.surname)) >= SLIP and a[0] == b[0] and one_apart(a, b)


class Register:
    """The persons of an article, found by family name and by forename."""

    __slots__ = ("_by_forename", "_by_surname", "_persons")

    def __init__(self) -> None:
        self._persons: list[Person] = []
        self._by_surname: dict[str, list[int]] = defaultdict(list)
        self._by_forename: dict[str, list[Person]] = defaultdict(list)

    def __iter__(self) -> Iterator[Person]:
        return iter(self._persons)

    def add(self, person: Person) -> None:
        for key in near_keys(person.name.surname):
            self._by_surname[key].append(len(self._persons))
        for forename in dict.fromkeys(map(skeleton, person.name.forenames)):
            self._by_forename[forename].append(person)
        self._persons.append(person)

    def similar(self, name: PersonName) -> list[Person]:
        """Persons with the family name in any spelling, in the order in which they came."""
        numbers = sorted({n for key in near_keys(name.surname) for n in self._by_surname.get(key, ())})
        return [p for n in numbers if similar((p := self._persons[n]).name.surname, name.surname)]

    def of_forename(self, key: str) -> list[Person]:
        """Persons one of whose forenames has the skeleton `key`."""
        return self._by_forename.get(key, [])


def _bearer(article: Article, persons: Register, name: PersonName, found: Found) -> tuple[Person | None, str]:
    """Whose bare name it is: of several with the surname the one named in full most often, else the first."""
    fits = persons.similar(name)
    before = article.forms(found.where.sentence)[found.where.first - 1] if found.where.first else ""
    gender = TITLES.get(before)
    fits = [p for p in fits if gender and p.gender == gender] or fits
    if fits:
        best = max(fits, key=lambda p: (sum(m.reason in FULL for m in p.mentions), -p.mentions[0].span.start))
        same = best.name.surname == name.surname or skeleton(best.name.surname) == skeleton(name.surname)
        return best, "surname" if same else "variant"
    named = persons.of_forename(name.key)
    fits = [p for p in named if name.key == skeleton(p.name.forenames[0])]
    if len(fits) == 1:
        return fits[0], "forename"
    fits = [p for p in named if name.key in map(skeleton, p.name.forenames[1:])]
    return (fits[0], "one of two surnames") if len(fits) == 1 else (None, "")


def forename_gender(article: Article, name: PersonName) -> Gender | None:
    """By the lexicon's forenames; None where it has none or both."""
    tags = [t for forename in name.forenames[:1] for t in article.tags(forename) if t.endswith("VOR")]
    genders = {"m" if ":MAS" in t else "f" for t in tags}
    return ("m" if "m" in genders else "f") if len(genders) == 1 else None
