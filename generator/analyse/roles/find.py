"""Functions of a named person or organisation in the words around the name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.analyse import nations
from generator.analyse.article import Article, Words, article_words, prepositions
from generator.analyse.roles import offices
from generator.analyse.roles.offices import Gender, Office
from generator.analyse.roles.phrase import Phrase, german, in_english, known_modifier, uninflected
from generator.analyse.tables import words
from generator.model import Role, Text

LEFT = 12
"""Most tokens before a name in which its office may stand."""
BRACKET = 6
"""Most tokens of brackets between an office and its holder."""
COMPLEMENT_OPENERS = frozenset(
    ("der", "des", "für", "von", "vom", "im", "in", "bei", "beim", "am", "an", "zur", "zum", "aus")
)
NOT_NOMINATIVE = frozenset(("seinen", "ihren", "den", "dem", "einen", "einem", "seinem", "ihrem", "keinen", "diesen"))
GENITIVE = frozenset(("der", "des", "eines", "einer"))
"""Articles that go on with a complement after its noun."""
CAPITAL = frozenset(("Regierende", "Regierender", "Regierenden", "Erster", "Erste", "Ersten", "Oberste", "Obersten"))
"""Adjectives that are part of a title."""
QUOTES = frozenset(("„", "“", '"', "»", "«", "”"))
DATIVE = frozenset(("von", "mit", "bei", "aus", "nach", "zu", "gegenüber", "zwischen"))
"""Prepositions after which "den" is a plural."""
COPULA = frozenset(("ist", "war", "wird", "wurde", "bleibt", "blieb", "sei", "werde"))


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


def around(
    article: Article, name: Words, names: frozenset[tuple[int, int]], *, genitive: bool = False
) -> tuple[Held, ...]:
    """What the words before and after the name `name` say of its bearer.

    Args:
        names: (sentence, first token) of every person's name, so that no office is taken from another.
        genitive: whether the name stands in the genitive, so that "der Arzt Xs" is somebody else.
    """
    forms = article.forms(name.sentence)
    loose = name.first > 0 and forms[name.first - 1] == ","
    earlier = tuple(h for h in before(article, name) if not (genitive and _nominative(article, h)))
    later = () if loose and earlier else after(article, name, names)
    found = (*earlier, *later, *predicate(article, name, names), *inverted(article, name), *party(article, name))
    return tuple(h for h in found if h.office.group != "person")


def _nominative(article: Article, found: Held) -> bool:
    """Whether an office has an article of its own that is no genitive."""
    where = article.locate(found.role.span)
    forms = article.forms(where.sentence) if where else ()
    return bool(where and where.first and forms[where.first - 1].lower() in article_words() - {"des", "eines"})


def before(article: Article, name: Words) -> tuple[Held, ...]:
    """ "der russische Verteidigungsminister Sergej X", "der Direktor der Behörde Y", "der Minister für Z, N N,"."""
    forms = article.forms(name.sentence)
    last = name.first
    if last and forms[last - 1] == "," and forms[name.last : name.last + 1] == (",",):
        last -= 1
    if last > 2 and forms[last - 1] == ")" and "(" in forms[max(0, last - BRACKET) : last]:
        last = max(at for at in range(last) if forms[at] == "(")
    while last and forms[last - 1] in words("", "titles.txt") and offices.load().find(forms[last - 1]) is None:
        last -= 1
    for at in range(last - 1, max(-1, last - LEFT), -1):
        form = forms[at]
        office = offices.load().find(form)
        if office is not None and (office.group == "person" or (at + 1 < last and office.group in ("", "kin"))):
            return ()
        if office is not None and _complement(forms[at + 1 : last]):
            return _coordinated(article, name.sentence, at, last)
        if not _inside(article, form):
            return ()
    return ()


def _coordinated(article: Article, sentence: int, head: int, end: int) -> tuple[Held, ...]:
    """The office at `head`, and the one before it in "Gründer und Geschäftsführer der X"."""
    forms = article.forms(sentence)
    second = held(article, sentence, head, end)
    first = None
    if head > 1 and forms[head - 1] == "und" and offices.load().find(forms[head - 2]):
        first = held(article, sentence, head - 2, head - 1)
    return tuple(h for h in (first, second) if h is not None)


def together(article: Article, name: Words, held: Iterable[Held]) -> tuple[Held, ...]:
    """What the holder of `held` shares with who follows: "von den Ministerpräsidenten A und B".

    Args:
        name: the first name; `held` are the offices before it.
    """
    shared = []
    for one in held:
        where = article.locate(one.role.span)
        if where is None or where.sentence != name.sentence or where.last != name.first or one.office.gender != "m":
            continue
        forms = article.forms(where.sentence)
        determiner = forms[where.first - 1].lower() if where.first else ""
        before_it = forms[where.first - 2].lower() if where.first > 1 else ""
        if determiner in ("die", "beiden") or (determiner == "den" and before_it in DATIVE):
            shared.append(one)
    return tuple(shared)


def after(article: Article, name: Words, names: frozenset[tuple[int, int]]) -> tuple[Held, ...]:
    """ "An X, Direktor des Instituts Y." and "X, der seit 2019 Präsident von Y ist,"."""
    forms = article.forms(name.sentence)
    at = _past_bracket(forms, name.last)
    if forms[at : at + 1] != (",",):
        return ()
    head = _head(article, forms, at + 1)
    if head is None or (name.sentence, head + 1) in names:
        return ()
    return _apposition(article, name.sentence, head)


def predicate(article: Article, name: Words, names: frozenset[tuple[int, int]]) -> tuple[Held, ...]:
    """ "X ist Präsident von Y"."""
    forms = article.forms(name.sentence)
    at = name.last
    if forms[at : at + 1] == () or forms[at] not in COPULA:
        return ()
    head = _head(article, forms, at + 1)
    if head is None or (name.sentence, head + 1) in names or NOT_NOMINATIVE & set(forms[at + 1 : head]):
        return ()
    return _apposition(article, name.sentence, head)


def inverted(article: Article, name: Words) -> tuple[Held, ...]:
    """ "Präsident von Y ist X"."""
    forms = article.forms(name.sentence)
    last = name.first
    while last and (forms[last - 1] == "der" or forms[last - 1] == "die" or forms[last - 1].endswith("-jährige")):
        last -= 1
    if last < 2 or forms[last - 1] not in COPULA:
        return ()
    return before(article, Words(sentence=name.sentence, first=last - 1, last=name.last))


def party(article: Article, name: Words) -> tuple[Held, ...]:
    """The abbreviation in "Jonas X (ABC)" where the tables know it as a party."""
    forms = article.forms(name.sentence)
    if forms[name.last : name.last + 1] != ("(",) or forms[name.last + 2 : name.last + 3] != (")",):
        return ()
    form = forms[name.last + 1]
    known = offices.parties().get(form)
    if known is None:
        return ()
    span = article.span(Words(sentence=name.sentence, first=name.last + 1, last=name.last + 2))
    member = Office(german=form, gender="m", english=known, group="politician")
    return (Held(role=Role(name=Text(de=form, en=known), span=span), office=member, gender=None, nation=None),)


def _apposition(article: Article, sentence: int, head: int) -> tuple[Held, ...]:
    """The office at `head` with its complement, and a second one after "und"."""
    forms = article.forms(sentence)
    if forms[head + 1 : head + 2] == ("und",) and head + 2 < len(forms) and offices.load().find(forms[head + 2]):
        return _coordinated(article, sentence, head + 2, complement_end(article, forms, head + 3))
    found = held(article, sentence, head, complement_end(article, forms, head + 1))
    return (found,) if found else ()


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
    ellipsis = ""
    if head > 1 and forms[head - 1] == "und" and forms[head - 2].endswith("-"):
        first, ellipsis = head - 2, forms[head - 2]
    start = first
    while first and _modifier(article, forms[first - 1]):
        first -= 1
    while first < start and not _determined(forms, first) and article.finite(forms[first]):
        first += 1
    determiner = forms[first - 1].lower() if first and forms[first - 1].lower() in article_words() else ""
    owner = ""
    if first and not determiner and _genitive_name(article, forms, first - 1):
        owner = forms[first - 1]
        first -= 1
    modifiers = forms[first + bool(owner) : start]
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
    names = {**_plain_names(article, phrase.complement), **article.english}
    role = Role(name=Text(de=german(phrase), en=in_english(phrase, names)), span=span)
    return Held(
        role=role,
        office=office,
        gender=gender,
        nation=office.nation or (state.code if state else None),
        adjectives=frozenset(uninflected(m.lower()) for m in modifiers if known_modifier(m.lower())),
    )


def _plain_names(article: Article, complement: str) -> dict[str, str]:
    """What a complement names, where it is no German word: it stays in English as it is."""
    name = complement.partition(" ")[2]
    forms = name.split()
    unknown = all(form[:1].isupper() and not article.lexicon.common(form.rpartition("-")[2]) for form in forms)
    return {name: name} if forms and unknown else {}


def _determined(forms: tuple[str, ...], first: int) -> bool:
    """Whether an article or a genitive stands before token `first`; without one "erklärte Sprecher X" is a verb."""
    before = forms[first - 1] if first else ""
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


def _modifier(article: Article, form: str) -> bool:
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


def _genitive_name(article: Article, forms: tuple[str, ...], at: int) -> bool:
    form = forms[at]
    if not form[:1].isupper() or forms[max(0, at - 1)].lower() in ("des", "eines"):
        return False
    if nations.load().named(form):
        return form.endswith(("s", "'", "’"))
    if form.endswith(("'", "’")):
        return True
    return form.endswith("s") and any(t.startswith("EIG:GEN") for t in article.tags(form))


def _complement(forms: tuple[str, ...]) -> bool:
    """Whether the words between an office and a name can complete the office."""
    if not forms or (len(forms) == 1 and forms[0].endswith("s") and nations.load().named(forms[0])):
        return True
    plain = tuple(form for form in forms if form not in QUOTES)
    return plain[:1] != () and plain[0] in COMPLEMENT_OPENERS and len(plain) > 1 and plain[-1][:1].isupper()


def _inside(article: Article, form: str) -> bool:
    """Whether a word may stand between an office and the name of its holder."""
    if (
        form[:1].isupper()
        or form.lower() in article_words()
        or form in COMPLEMENT_OPENERS | QUOTES
        or form in ("und", "&")
    ):
        return True
    return article.adjective(form) and not form.endswith("te")


def _head(article: Article, forms: tuple[str, ...], start: int) -> int | None:
    """The office that opens an apposition at `start`, past article, relative pronoun and adjectives."""
    for at in range(start, min(start + 6, len(forms))):
        if offices.load().find(forms[at]):
            return at
        form = forms[at]
        if not (
            form.lower() in article_words()
            or _modifier(article, form)
            or form.isdigit()
            or form in ("seit", "zugleich")
            or _genitive_name(article, forms, at)
        ):
            return None
    return None


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
        if form in prepositions() and form not in openers:
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


def _past_bracket(forms: tuple[str, ...], at: int) -> int:
    if forms[at : at + 1] == ("(",) and ")" in forms[at : at + 6]:
        return forms.index(")", at) + 1
    return at


def _named_in(forms: tuple[str, ...]) -> nations.Nation | None:
    known = nations.load()
    for at in range(len(forms)):
        for length in (3, 2, 1):
            nation = known.named(" ".join(forms[at : at + length])) or known.described(forms[at])
            if nation:
                return nation
    return None
