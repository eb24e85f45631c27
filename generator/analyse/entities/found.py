"""Name spans as the tagger gives them, made ready: trimmed, without genitive, of the right kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.analyse import nations
from generator.analyse.article import Article, Words
from generator.analyse.forms import base
from generator.analyse.names import NameSpan
from generator.analyse.roles import offices
from generator.analyse.tables import words
from generator.model import EntityKind, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A name in its place."""

    where: Words
    span: Span
    form: str
    """Without genitive ending, single-spaced."""
    kind: EntityKind
    part: bool
    """Inside a compound."""


def prepare(article: Article, names: Iterable[NameSpan]) -> tuple[Found, ...]:
    """The names in text order."""
    spans = [(name, where) for name in names if (where := article.locate(name.span))]
    seen = frozenset(form for _, where in spans for form in article.forms(where.sentence)[where.first : where.last])
    found = []
    for name, located in spans:
        where = located if name.part else _trim(article, located)
        if where is None:
            continue
        span = name.span if name.part else article.span(where)
        form = " ".join(span.of(article.document.text).split()).strip("-–„“\"»«,.:")
        if not any(c.isalpha() for c in form):
            continue
        form = form if name.part else nominative(article, form, seen)
        found.append(Found(where=where, span=span, form=form, kind=_kind(name, form), part=name.part))
    return tuple(sorted(found, key=lambda f: f.span))


def nominative(article: Article, form: str, seen: frozenset[str]) -> str:
    """A name without its genitive ending, judged by its other forms in the article and the lexicon."""
    head, _, last = form.rpartition(" ")
    nation = nations.load().named(form)
    if nation and form not in nation.forms:
        return form.removesuffix("s").rstrip("'’")
    bare = base(last, seen)
    if bare == last and last.endswith("s") and len(last) > 3:
        tags = article.lexicon.readings(last)
        if tags and all(t.tag.startswith(("EIG:GEN", "SUB:GEN")) for t in tags):
            bare = tags[0].lemma
    return f"{head} {bare}".strip()


def _trim(article: Article, where: Words) -> Words | None:
    """Without titles, offices and lower-case words at the start."""
    forms = article.forms(where.sentence)
    first, last = where.first, where.last
    titles = words("", "titles.txt")
    while first < last - 1 and (forms[first] in titles or (offices.load().find(forms[first]) and forms[first + 1][:1].isupper())
                                or nations.load().described(forms[first])):
        first += 1
    while first < last and not any(c.isalnum() for c in forms[last - 1]):
        last -= 1
    if first == last:
        return None
    return Words(sentence=where.sentence, first=first, last=last)


def _kind(name: NameSpan, form: str) -> EntityKind:
    known = nations.load()
    if known.named(form) or (name.kind == "person" and form in known.by_capital):
        return "place"
    return name.kind
