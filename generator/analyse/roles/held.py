"""One function as it is held: its words in German and English, its gender, its state."""

from __future__ import annotations

from collections import ChainMap
from dataclasses import dataclass, replace

from generator.analyse import nations
from generator.analyse.article import Article, Words, article_words, prepositions
from generator.analyse.places import nouns
from generator.analyse.roles import offices
from generator.analyse.roles.offices import Gender, Office
from generator.analyse.roles.phrase import Phrase, german, in_english, known_modifier, uninflected
from generator.analyse.tables import words
from generator.analyse.times.pattern import known_words
from generator.model import Role, Text

COMPLEMENT_OPENERS = frozenset(
    ("der", "des", "für", "von", "vom", "im", "in", "bei", "beim", "am", "an", "zur", "zum", "aus")
)
GENITIVE = frozenset(("der", "des", "eines", "einer"))
"""Articles that go on with a complement after its noun."""
CAPITAL = frozenset(("Regierende", "Regierender", "Regierenden", "Erster", "Erste", "Ersten", "Oberste", "Obersten"))
"""Adjectives that are part of a title."""
OF_PLACES = ("ische", "ischen", "ischer", "isches", "ischem")
"""Endings of adjectives of places, also of those that the lexicon lacks."""
NEUTER = frozenset(("das", "dies"))
DAY = frozenset(("Morgen", "Vormittag", "Mittag", "Nachmittag", "Abend", "Wochenende", "Jahr", "Jahre", "Vortag"))
QUOTES = frozenset(("„", "“", '"', "»", "«", "”"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An office that somebody holds, as found."""

    role: Role
    office: Office
    gender: Gender | None
    """As far as the words tell."""
    nation: str | None
    """Code of the state, where the words name it."""
    adjectives: frozenset[str] = frozenset()
    """Uninflected, without those of states: "ehemalig"."""


def held(article: Article, sentence: int, head: int, end: int) -> Held | None:
    """The role whose office is token `head` and whose complement ends before token `end`."""
    forms = article.forms(sentence)
    office = offices.load().find(forms[head])
    if office is None:
        return None
    prefix = forms[head].rpartition("-")[0]
    german_word = bool(prefix) and not prefix.isupper() and article.lexicon.common(prefix)
    if german_word and office.english and prefix in office.english:
        office = replace(office, english=None)
    first = head
    if "-" in forms[head] and head and _abbreviation(forms[head - 1]):
        first, before = head - 1, forms[head - 1]
        bare = offices.load().find(forms[head].rpartition("-")[2])
        english = f"{before} {prefix} {bare.english}" if bare and bare.english else None
        office = replace(office, german=f"{before} {office.german}", english=english)
    ellipsis = ""
    if first == head > 1 and forms[head - 1] == "und" and forms[head - 2].endswith("-"):
        first, ellipsis = head - 2, forms[head - 2]
    start = first
    while first and modifier(article, forms[first - 1]):
        first -= 1
    while first < start and not _determined(forms, first, office) and article.finite(forms[first]):
        first += 1
    determiner = forms[first - 1].lower() if first and forms[first - 1].lower() in article_words() else ""
    owner = ""
    if first and not determiner and genitive_name(article, forms, first - 1):
        owner = forms[first - 1]
        first -= 1
    unshown = words("roles", "unshown.txt")
    modifiers = tuple(m for m in forms[first + bool(owner) : start] if uninflected(m) not in unshown)
    shared = () if modifiers or determiner or owner else _shared(article, forms, first)
    gender = _gender(office, forms[head], determiner, modifiers)
    phrase = Phrase(
        office=office,
        gender=gender or office.gender,
        modifiers=shared or modifiers,
        ellipsis=ellipsis,
        owner=owner,
        complement=" ".join(form for form in forms[head + 1 : end] if form not in QUOTES),
    )
    state = next((n for m in shared or modifiers if (n := nations.load().described(m))), None)
    state = state or nations.load().named(owner.rstrip("'’")) or _named_in(forms[head + 1 : end])
    span = article.span(Words(sentence=sentence, first=first, last=end))
    names = ChainMap(article.english, _plain_names(article, phrase.complement))
    role = Role(name=Text(de=german(phrase), en=in_english(phrase, names)), span=span)
    return Held(
        role=role,
        office=office,
        gender=gender,
        nation=office.nation or (state.code if state else None),
        adjectives=frozenset(uninflected(m.lower()) for m in modifiers if known_modifier(m.lower())),
    )


def _abbreviation(form: str) -> bool:
    """Whether a form is the first word of a name that a compound goes on with: "IG Metall-Vorsitzender"."""
    return form.isupper() and form.isalpha() and 1 < len(form) < 5


def _plain_names(article: Article, complement: str) -> dict[str, str]:
    """What a complement names, where it is no German word: it stays in English as it is."""
    name = complement.partition(" ")[2]
    forms = name.split()
    unknown = all(form[:1].isupper() and not article.lexicon.common(form.rpartition("-")[2]) for form in forms)
    return {name: name} if forms and unknown else {}


def _determined(forms: tuple[str, ...], first: int, office: Office) -> bool:
    """Whether an article or a genitive stands before token `first`; "erklärte Sprecher X", "das sagte X" is a verb."""
    before = forms[first - 1] if first else ""
    if before.lower() in NEUTER and office.gender != "n":
        return False
    return before.lower() in article_words() or before.endswith(("s", "'", "’"))


def _shared(article: Article, forms: tuple[str, ...], first: int) -> tuple[str, ...]:
    """The adjective of a state that two coordinated offices share: "der russische Minister A und Außenminister B"."""
    if first < 3 or forms[first - 1] != "und" or offices.load().find(forms[first]) is None:
        return ()
    for at in range(first - 2, max(-1, first - 6), -1):
        if offices.load().find(forms[at]):
            return forms[at - 1 : at] if at and nations.load().described(forms[at - 1]) else ()
        if not forms[at][:1].isupper():
            return ()
    return ()


def _gender(office: Office, form: str, determiner: str, modifiers: tuple[str, ...]) -> Gender | None:
    if not office.weak:
        return office.gender
    if determiner in ("die", "eine", "ihre", "seine") or (
        form == office.german[:-1] and not determiner and all(m.endswith("e") for m in modifiers)
    ):
        return "f"
    if determiner or form.endswith("r"):
        return "m"
    return None


def modifier(article: Article, form: str) -> bool:
    """Whether a form can be an adjective of the office behind it: of a state, a town, or any other."""
    known = nations.load()
    if known.described(form) and (form[:1].islower() or "-" in form):
        return True
    if known_modifier(form.lower()) and (form[:1].islower() or form in CAPITAL):
        return True
    if article.adjective(form) and form not in article_words() and form not in prepositions():
        return not any(t.startswith("PA1") for t in article.tags(form))
    return form.endswith("er") and form[:1].isupper() and offices.load().find(form) is None and _town(article, form)


def _town(article: Article, form: str) -> bool:
    """ "Görlitzer", "Berliner": an adjective of a town, never inflected."""
    tags = article.tags(form[:-2]) + article.tags(form[:-2] + "en")
    return bool(tags) and any(t.endswith(("GEO", "STD", "COU")) for t in tags)


def genitive_name(article: Article, forms: tuple[str, ...], at: int) -> bool:
    """Whether token `at` is a name in the genitive: "Norwegens", "Görlitz'"."""
    form = forms[at]
    if not form[:1].isupper() or forms[max(0, at - 1)].lower() in ("des", "eines"):
        return False
    if nations.load().named(form):
        return form.endswith(("s", "'", "’"))
    if form.endswith(("'", "’")) or (nouns.unknown_genitive(form) and not article.lexicon.common(form)):
        return True
    return form.endswith("s") and any(t.startswith("EIG:GEN") for t in article.tags(form))


def complement_end(
    article: Article, forms: tuple[str, ...], start: int, openers: frozenset[str] = COMPLEMENT_OPENERS
) -> int:
    """The end of "des Instituts für Z" after an office: up to the next comma, verb or stop."""
    if forms[start : start + 1] == () or forms[start] not in openers:
        return start
    if forms[start] in ("der", "des") and forms[start + 1 : start + 2] and forms[start + 1] in prepositions():
        return start
    end = start
    while end < len(forms):
        form = forms[end]
        if (form in prepositions() and form not in openers) or _time(forms, end):
            break
        if form == "und" and end + 1 < len(forms) and offices.load().find(forms[end + 1]):
            break
        if end and form in article_words() - GENITIVE and forms[end - 1][:1].isupper():
            break
        if not (
            form[:1].isupper()
            or form[:1].isdigit()
            or form.lower() in article_words()
            or form in openers
            or form in ("und", "/")
            or (article.adjective(form) and not article.finite(form))
        ):
            break
        end += 1
    while end > start and not forms[end - 1][:1].isupper():
        end -= 1
    return end if end > start + 1 else start


def _time(forms: tuple[str, ...], at: int) -> bool:
    """Whether a time begins: "am Montag", "im Mai", "am 3. Mai"."""
    if forms[at] not in ("am", "im", "in", "an", "vom") or at + 1 == len(forms):
        return False
    after = forms[at + 1]
    return after.startswith(known_words("weekday")) or after in DAY or after in known_words("month") or after.isdigit()


def _named_in(forms: tuple[str, ...]) -> nations.Nation | None:
    known = nations.load()
    for at in range(len(forms)):
        for length in (3, 2, 1):
            nation = known.named(" ".join(forms[at : at + length])) or known.described(forms[at])
            if nation:
                return nation
    return None
