"""One thing called by names that exclude each other: "Kurzstreckenraketen" here, "Marschflugkörper" there.

`kinds.csv` is a tree of nouns; two names exclude each other where they have a common root and neither is above the
other. They are of one thing where the same verb, somebody who acts, the number and the day agree, and neither article
uses the other's name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.analyse.article import Words
from generator.merge.discrepancies import numbers
from generator.merge.discrepancies.aligned import ALIKE, MANY
from generator.merge.discrepancies.moments import dates, same_day
from generator.merge.discrepancies.position import position
from generator.merge.discrepancies.verbs import verbs
from generator.merge.reading import Source, tail
from generator.merge.tables import rows
from generator.model import Discrepancy, PartialDate, Position, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A noun of the table in an article."""

    source: Source
    where: Words
    """With number and adjectives."""
    kind: str
    count: numbers.Number | None
    verbs: frozenset[str]
    names: frozenset[str]
    """Who the sentence names."""
    content: frozenset[str]
    """Of the sentence, without kinds and names."""
    dates: tuple[PartialDate, ...]


def find(sources: tuple[Source, ...]) -> Iterator[Discrepancy]:
    """Discrepancies of kind, each pair of names once."""
    named = [list(_named(source)) for source in sources]
    used = [frozenset(n.kind for n in group) for group in named]
    seen: dict[tuple[str, str], tuple[list[Named], list[Named]]] = {}
    for i, left in enumerate(named):
        for j in range(i + 1, len(named)):
            for a in left:
                for b in named[j]:
                    known = _under(a.kind) & used[j] or _under(b.kind) & used[i]
                    if not known and _exclude(a.kind, b.kind) and _one_thing(a, b):
                        key = (min(a.kind, b.kind), max(a.kind, b.kind))
                        sides = seen.setdefault(key, ([], []))
                        sides[a.kind > b.kind].append(a)
                        sides[b.kind > a.kind].append(b)
    for (first, second), sides in seen.items():
        yield Discrepancy(
            id=f"d-{first}-{second}",
            topic=_topic(_root(first)),
            positions=tuple(_position(side) for side in sides),
        )


def contradict(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two sets of content words call a thing by names that exclude each other, or hold other figures."""
    kinds = [{word for word in words if word in _table()} for words in (a, b)]
    if any(_exclude(x, y) for x in kinds[0] - kinds[1] for y in kinds[1] - kinds[0]):
        return True
    figures = [{word for word in words if word[:1].isdigit()} for words in (a, b)]
    return all(figures) and not figures[0] & figures[1]


def _named(source: Source) -> Iterator[Named]:
    article = source.article
    for sentence, forms in article.each():
        if article.sentences[sentence].heading:
            continue
        counts = {number.last: number for number in numbers.find(forms)}
        for at, form in enumerate(forms):
            kind = _kind(source, form) if form[:1].isupper() else None
            if kind is None:
                continue
            first = at
            while first and article.adjective(forms[first - 1]) and first not in counts:
                first -= 1
            count = counts.get(first)
            where = Words(sentence=sentence, first=count.first if count else first, last=at + 1)
            content = frozenset(w for _, w in source.each(source.sentence(sentence)))
            names = frozenset(w for w in content if w.startswith("@"))
            yield Named(
                source=source,
                where=where,
                kind=kind,
                count=count,
                verbs=verbs(source, sentence, at),
                names=names,
                content=content - names - _table().keys(),
                dates=dates(source, sentence),
            )


def _kind(source: Source, form: str) -> str | None:
    return next((t for t in tail(source.event.lexicon, form) if t in _table()), None)


def _one_thing(a: Named, b: Named) -> bool:
    counted = a.count is None or b.count is None or a.count.value == b.count.value
    shared = len(a.content & b.content)
    alike = shared >= MANY and shared >= ALIKE * max(len(a.content), len(b.content))
    told = alike or (bool(a.verbs & b.verbs) and bool(a.names & b.names))
    return counted and told and same_day(a.dates, b.dates)


def _exclude(a: str, b: str) -> bool:
    return a != b and _root(a) == _root(b) and a not in _above(b) and b not in _above(a)


def _above(kind: str) -> tuple[str, ...]:
    """The kinds above, nearest first."""
    found: list[str] = []
    while (kind := _table()[kind]["within"]) and kind not in found:
        found.append(kind)
    return tuple(found)


def _under(kind: str) -> frozenset[str]:
    """The kind and those below it."""
    return frozenset(other for other in _table() if other == kind or kind in _above(other))


def _root(kind: str) -> str:
    return (kind, *_above(kind))[-1]


def _topic(root: str) -> Text:
    row = next((row for row in rows("discrepancies", "topics.csv") if row["kind"] == root), None)
    noun = _table()[root]
    if row is None:
        return Text(de=f"Art ({root.capitalize()})", en=f"Type ({noun['english']})")
    return Text(de=row["german"], en=row["english"])


def _position(side: list[Named]) -> Position:
    shown = side[0]
    references = dict.fromkeys(n.source.reference(n.source.article.span(n.where)) for n in side)
    return position(shown.source, shown.where, _english(shown), tuple(references))


def _english(named: Named) -> str | None:
    """The noun phrase in English; None where an adjective or the rest of a compound is in no table."""
    row = _table()[named.kind]
    forms = named.source.article.forms(named.where.sentence)
    if (tail(named.source.event.lexicon, forms[named.where.last - 1]) or ("",))[0] != named.kind:
        return None
    table = {r["german"]: r["english"] for r in rows("discrepancies", "attributes.csv")}
    first = named.count.last if named.count else named.where.first
    described = []
    for form in forms[first : named.where.last - 1]:
        stem = next(
            (form.removesuffix(e) for e in ("en", "er", "es", "em", "e") if form.removesuffix(e) in table), form
        )
        if stem not in table:
            return None
        described.append(table[stem])
    number = named.count
    *qualities, noun = row["english" if number is None or number.value == 1 else "plural"].split()
    phrase = " ".join((*qualities, *described, noun))
    if number is None:
        return phrase
    return f"{number.english} {phrase}" if number.value != 1 else f"{'an' if phrase[0] in 'aeio' else 'a'} {phrase}"


@cache
def _table() -> dict[str, dict[str, str]]:
    return {row["german"]: row for row in rows("discrepancies", "kinds.csv")}
