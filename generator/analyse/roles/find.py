"""Functions of a named person or organisation in the words around the name."""

from __future__ import annotations

from collections.abc import Iterable

from generator.analyse import nations
from generator.analyse.article import Article, Words, article_words
from generator.analyse.places import gazetteer, nouns
from generator.analyse.roles import offices
from generator.analyse.roles.held import (
    COMPLEMENT_OPENERS,
    OF_PLACES,
    QUOTES,
    Held,
    complement_end,
    genitive_name,
    held,
    modifier,
)
from generator.analyse.roles.offices import Office
from generator.analyse.tables import words
from generator.model import Role, Text

LEFT = 12
"""Most tokens before a name in which its office may stand."""
BRACKET = 6
"""Most tokens of brackets between an office and its holder."""
NOT_NOMINATIVE = frozenset(("seinen", "ihren", "den", "dem", "einen", "einem", "seinem", "ihrem", "keinen", "diesen"))
DATIVE = frozenset(("von", "mit", "bei", "aus", "nach", "zu", "gegenüber", "zwischen"))
"""Prepositions after which "den" is a plural."""
BESIDE = frozenset(
    ("seit", "zugleich", "seines", "ihres", "Zeichens", "derzeit", "damals", "heute", "bisher", "einst", "als")
)
"""Words that may stand before the office in an apposition."""
COPULA = frozenset(("ist", "war", "wird", "wurde", "bleibt", "blieb", "sei", "werde"))


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
    end = _past_bracket(forms, name.last)
    closed = forms[end : end + 1] in ((",",), (".",), ())
    if last and forms[last - 1] == "," and (closed or _opening(article, forms, last - 1, end)):
        last -= 1
    if last > 2 and forms[last - 1] == ")" and "(" in forms[max(0, last - BRACKET) : last]:
        last = max(at for at in range(last) if forms[at] == "(")
    while last and forms[last - 1] in words("", "titles.txt") and offices.load().find(forms[last - 1]) is None:
        last -= 1
    for at in range(last - 1, max(-1, last - LEFT), -1):
        form = forms[at]
        office = offices.load().find(form)
        if office is not None and last < name.first and at > 1 and _of_somebody(forms, at):
            continue
        if office is not None and (office.group == "person" or (at + 1 < last and office.group in ("", "kin"))):
            return ()
        if office is not None and _complement(forms[at + 1 : last]):
            return _coordinated(article, name.sentence, at, last)
        if not _inside(article, form):
            return ()
    return ()


def _opening(article: Article, forms: tuple[str, ...], comma: int, end: int) -> bool:
    """Whether a sentence begins with an office and its holder: "Die Leiterin, Anna X sagt", a comma short."""
    start = forms[:comma]
    verb = end < len(forms) and article.finite(forms[end])
    return verb and start[:1] in (("Der",), ("Die",)) and not any(f == "," or article.finite(f) for f in start[1:])


def _of_somebody(forms: tuple[str, ...], at: int) -> bool:
    """Whether the office at `at` is the genitive of another noun: "die Schwester des Ministers, Anna X,"."""
    return forms[at - 1] in ("des", "eines") and offices.load().find(forms[at - 2]) is not None


def _coordinated(article: Article, sentence: int, head: int, end: int) -> tuple[Held, ...]:
    """The office at `head`, and the one before it in "Gründer und langjähriger Geschäftsführer der X"."""
    forms = article.forms(sentence)
    second = held(article, sentence, head, end)
    first = None
    joint = head - 1
    while joint > 0 and forms[joint] != "und" and modifier(article, forms[joint]):
        joint -= 1
    if joint > 0 and forms[joint] == "und" and offices.load().find(forms[joint - 1]):
        first = held(article, sentence, joint - 1, joint)
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
        nouns_ = [t for t in article.tags(forms[where.last - 1]) if t.startswith("SUB")]
        plural = bool(nouns_) and all(":PLU:" in tag for tag in nouns_)
        if determiner in ("die", "beiden") or (determiner == "den" and (plural or before_it in DATIVE)):
            shared.append(one)
    return tuple(shared)


def after(article: Article, name: Words, names: frozenset[tuple[int, int]]) -> tuple[Held, ...]:
    """ "An X, Direktor des Instituts Y." and "X, der seit 2019 Präsident von Y ist,"."""
    forms = article.forms(name.sentence)
    at = _past_bracket(forms, name.last)
    if forms[at : at + 1] != (",",):
        return ()
    head = _head(article, forms, at + 1)
    if head is None:
        return ()
    end = complement_end(article, forms, head + 1)
    if any((name.sentence, at) in names for at in range(head + 1, end + 1)):
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
    while last and (forms[last - 1] in ("der", "die") or _between(article, forms[last - 1])):
        last -= 1
    if last < 2 or forms[last - 1] not in COPULA:
        return ()
    return before(article, Words(sentence=name.sentence, first=last - 1, last=name.last))


def _between(article: Article, form: str) -> bool:
    """Whether a word may stand between a copula and a name: "bleibt der parteilose X"."""
    return form.endswith(("-jährige", "lose")) or (article.adjective(form) and form.endswith("e") and form.islower())


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


def _complement(forms: tuple[str, ...]) -> bool:
    """Whether the words between an office and a name can complete the office."""
    if not forms or (len(forms) == 1 and forms[0].endswith("s") and _place(forms[0])):
        return True
    plain = tuple(form for form in forms if form not in QUOTES)
    return plain[:1] != () and plain[0] in COMPLEMENT_OPENERS and len(plain) > 1 and plain[-1][:1].isupper()


def _place(form: str) -> bool:
    """Whether a form is a place in the genitive."""
    name = form.removesuffix("s")
    listed = gazetteer.region(name) or gazetteer.towns_named(name)
    return bool(nations.load().named(form) or listed or nouns.unknown_genitive(form))


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
    for at in range(start, min(start + 8, len(forms))):
        if offices.load().find(forms[at]):
            return at
        form = forms[at]
        if not (
            form.lower() in article_words()
            or modifier(article, form)
            or (form.islower() and form.endswith(OF_PLACES))
            or form.isdigit()
            or form in BESIDE
            or genitive_name(article, forms, at)
        ):
            return None
    return None


def _past_bracket(forms: tuple[str, ...], at: int) -> int:
    if forms[at : at + 1] == ("(",) and ")" in forms[at : at + 6]:
        return forms.index(")", at) + 1
    return at
