"""Figures that exclude each other: "zwölf Tote" here, "14 Tote" there.

`measures.csv` says what is counted and by which words beside the number. Figures of two articles are compared where
each article has one figure of that measure for the event, so that no part is taken for the whole; "mindestens",
"rund" and their like are taken into account. What grows while news goes on is compared only within one day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.analyse.article import Words
from generator.analyse.questions.clauses import BREAKS
from generator.merge.discrepancies import numbers
from generator.merge.discrepancies.moments import dates, same_day
from generator.merge.discrepancies.position import position
from generator.merge.reading import Source, base
from generator.merge.tables import rows
from generator.model import Discrepancy, PartialDate, Position, Text

REACH = 5
"""Tokens between a number and the noun that it counts, adjectives between."""
FACTOR = 20.0
"""Largest quotient of two figures of one thing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A figure in an article."""

    source: Source
    where: Words
    """From the words that make it vague to the noun."""
    number: numbers.Number
    noun: str
    """Lemma of what is counted; empty for a plain figure."""
    measure: dict[str, str]
    content: frozenset[str]
    """Of the sentence."""
    dates: tuple[PartialDate, ...]


def find(sources: tuple[Source, ...]) -> Iterator[Discrepancy]:
    """Discrepancies of figures, one a measure."""
    by_source = [_single(list(_measured(source))) for source in sources]
    for name in dict.fromkeys(name for figures in by_source for name in figures):
        figures = [found[name] for found in by_source if name in found]
        sides = _sides(figures)
        if len(sides) > 1:
            measure = figures[0].measure
            yield Discrepancy(
                id=f"d-{measure['name']}",
                topic=Text(de=measure["german"], en=measure["english"]),
                positions=tuple(map(_position, sides)),
            )


def _measured(source: Source) -> Iterator[Measured]:
    article = source.article
    for sentence, forms in article.each():
        if article.sentences[sentence].heading:
            continue
        for number in numbers.find(forms):
            found = noun(source, forms, number)
            for measure in rows("discrepancies", "measures.csv"):
                if _fits(source, sentence, forms, number, found, measure):
                    yield Measured(
                        source=source,
                        where=Words(
                            sentence=sentence, first=_start(forms, number), last=found[0] if found else number.last
                        ),
                        number=number,
                        noun=found[1] if found else "",
                        measure=measure,
                        content=source.content(source.sentence(sentence)),
                        dates=dates(source, sentence),
                    )
                    break


def noun(source: Source, forms: tuple[str, ...], number: numbers.Number) -> tuple[int, str] | None:
    """The end and the lemma of what a number counts."""
    for at in range(number.last, min(number.last + REACH, len(forms))):
        if forms[at][:1].isupper():
            lemma = base(source.event.lexicon, forms[at])
            return (at + 1, lemma) if lemma else None
        if not source.article.adjective(forms[at]) and not source.article.adverb(forms[at]):
            return None
    return None


def _fits(
    source: Source,
    sentence: int,
    forms: tuple[str, ...],
    number: numbers.Number,
    found: tuple[int, str] | None,
    measure: dict[str, str],
) -> bool:
    """Whether the number is of the measure: by what it counts, and by a word of its clause where one is asked for."""
    nouns, cues = measure["nouns"].split("|"), frozenset(filter(None, measure["cues"].split("|")))
    if measure["nouns"] and (found is None or found[1] not in nouns):
        return False
    if not measure["nouns"]:
        before = base(source.event.lexicon, forms[number.first - 1]) if number.first else None
        return before in cues
    if not cues:
        return True
    first = next((i + 1 for i in range(number.first, -1, -1) if forms[i] in BREAKS), 0)
    last = next((i for i in range(number.first, len(forms)) if forms[i] in BREAKS), len(forms))
    return bool(cues & source.content(Words(sentence=sentence, first=first, last=last)))


def _start(forms: tuple[str, ...], number: numbers.Number) -> int:
    """The first of the words that make the number vague."""
    for length in (2, 1):
        first = number.first - length
        if first >= 0 and " ".join(forms[first : number.first]).lower() in _bounds():
            return first
    return number.first


def _single(figures: list[Measured]) -> dict[str, Measured]:
    """The figure of each measure of which the article has just one; a measure with several says nothing certain."""
    found: dict[str, Measured] = {}
    several: set[str] = set()
    for figure in figures:
        name = figure.measure["name"]
        known = found.setdefault(name, figure)
        if not known.number.compatible(figure.number) or known.noun != figure.noun:
            several.add(name)
    return {name: figure for name, figure in found.items() if name not in several}


def _sides(figures: list[Measured]) -> list[list[Measured]]:
    """The figures in groups that can all be true at once, where any two groups exclude each other."""
    sides: list[list[Measured]] = []
    for figure in figures:
        home = next((side for side in sides if all(figure.number.compatible(f.number) for f in side)), None)
        if home is None:
            sides.append([figure])
        else:
            home.append(figure)
    first, *others = sides
    return [first, *(side for side in others if any(_of_one_thing(f, g) for f in first for g in side))]


def _of_one_thing(a: Measured, b: Measured) -> bool:
    low, high = sorted((a.number.value, b.number.value))
    if high > FACTOR * max(low, 1) or a.noun != b.noun or not same_day(a.dates, b.dates):
        return False
    if mentions(a.source, b.number.value) or mentions(b.source, a.number.value):
        return False
    if a.measure["grows"] and not one_day(a.source, b.source):
        return False
    return _share_a_name(a.source, b.source) and bool((a.content & b.content) - {a.noun, b.noun})


def _share_a_name(a: Source, b: Source) -> bool:
    """Whether two articles name one person, body or place that is no state."""
    states = {p.id for p in a.event.locations if p.kind == "country"}
    return bool((_named(a) & _named(b)) - states)


def _named(source: Source) -> set[str]:
    document, event = source.analysis.document.id, source.event
    return {id_ for ids in (event.people, event.places) for key, id_ in ids.items() if key[0] == document}


def mentions(source: Source, value: float) -> bool:
    """Whether an article names a figure anywhere."""
    return any(n.value == value for _, forms in source.article.each() for n in numbers.find(forms))


def one_day(a: Source, b: Source) -> bool:
    """Whether two articles are, as far as known, of one day."""
    one, other = a.analysis.document.published, b.analysis.document.published
    return one is None or other is None or (one.year, one.month, one.day) == (other.year, other.month, other.day)


def _position(side: list[Measured]) -> Position:
    shown = side[0]
    references = dict.fromkeys(f.source.reference(f.source.article.span(f.where)) for f in side)
    return position(shown.source, shown.where, _english(shown), tuple(references), _german(shown))


def _german(figure: Measured) -> str:
    """The figure as it stands; a noun of the dative right behind it in the nominative: "52 Passagiere"."""
    text, lexicon = figure.source.article.text(figure.where), figure.source.event.lexicon
    noun = text.split()[-1]
    alone = figure.noun and figure.where.last == figure.number.last + 1
    nominative = alone and any(":NOM:PLU" in tag or ":NOM:SIN" in tag for tag in lexicon.tags(noun))
    shorter = noun.removesuffix("n")
    if alone and not nominative and any(":NOM:PLU" in tag for tag in lexicon.tags(shorter)):
        return text.removesuffix(noun) + shorter
    return text


def _english(figure: Measured) -> str | None:
    """The figure in English; None where words stand in it that no table has."""
    forms = figure.source.article.forms(figure.where.sentence)
    number = figure.number
    vague = " ".join(forms[figure.where.first : number.first]).lower()
    if figure.noun and figure.where.last != number.last + 1:
        return None
    table = {row["german"]: row for row in rows("discrepancies", "counted.csv")}
    noun = table.get(figure.noun)
    if figure.noun and noun is None:
        return None
    counted = (noun["english"] if number.value == 1 else noun["plural"]) if noun else ""
    return " ".join(filter(None, (_bounds().get(vague, ""), number.english, counted)))


@cache
def _bounds() -> dict[str, str]:
    return {row["german"]: row["english"] for row in rows("discrepancies", "bounds.csv")}
