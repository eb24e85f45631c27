"""Second versions of an article: with one fact changed, or only told in other words."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from generator.analyse.article import Article
from generator.analyse.entities.syntax import governed, subject
from generator.analyse.lexicon import Lexicon
from generator.analyse.tokens import tokenize
from generator.merge.discrepancies import numbers
from generator.merge.reading import tail
from generator.merge.tables import rows
from generator.model import Analysis, Document, Span
from generator.provenance import QUOTED

Fact = Literal["number", "time", "place", "kind", "actor"]
FACTS: tuple[Fact, ...] = ("number", "time", "place", "kind", "actor")
DAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
CITIES = ("Kassel", "Rostock", "Graz", "Turin", "Lyon", "Porto", "Gent", "Malmö", "Breslau", "Izmir", "Osaka", "Denver")
NAMES = ("Martin Albers", "Helga Sommerfeld", "Otto Brandis", "Renate Zielke")
ENDINGS = ("", "s", "es", "e", "en", "n", "er", "ern")
SMALL = {"zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10}
ADVERB_FIRST = re.compile(
    r"((?:Am|Im) [A-ZÄÖÜ]\w+|Heute|Gestern|Zuvor) (\w+) "
    r"((?:der|die|das|ein|eine) (?:[a-zäöüß]+ )?[A-ZÄÖÜ]\w+)(?= [a-zäöü])"
)
DROPPED, REORDERED, ADDED = 0.15, 0.6, 3
"""Share of the sentences that a second version leaves out; of those with an adverb first that it begins with the
subject; sentences of another article that it adds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    document: Document
    fact: Fact | None
    """What was changed; None where nothing was."""
    old: Span | None = None
    """The changed sentence in the first version."""
    new: Span | None = None
    """The same in the second."""


def changed(analysis: Analysis, fact: Fact, lexicon: Lexicon, chance: random.Random) -> Iterator[tuple[int, str]]:
    """The number of a sentence and that sentence with another fact; at most one."""
    text = analysis.document.text
    found = [
        (number, new)
        for number, sentence in enumerate(analysis.sentences)
        if not sentence.heading and not QUOTED.search(sentence.span.of(text))
        for new in _RULES[fact](analysis, sentence.span, lexicon, chance)
    ]
    if found:
        yield chance.choice(found)


def second(
    analysis: Analysis,
    other: Analysis,
    chance: random.Random,
    lexicon: Lexicon,
    fact: Fact | None = None,
    change: tuple[int, str] | None = None,
) -> Version:
    """The article in other words, with sentences of another one, and with the change where one is given."""
    text = analysis.document.text
    parts: list[str] = []
    new: Span | None = None
    old = analysis.sentences[change[0]].span if change else None
    actor = change[1].split("\t") if change and fact == "actor" else None
    for number, sentence in enumerate(analysis.sentences):
        words = sentence.span.of(text)
        own = change is not None and number == change[0]
        if own and change is not None and actor is None:
            words = change[1]
        elif not own and number and chance.random() < DROPPED:
            continue
        words = _told_otherwise(words, lexicon, chance, keep=own)
        if actor:
            for before, after in zip(actor[::2], actor[1::2], strict=True):
                words = re.sub(rf"(?<!\w){re.escape(before)}(?!\w)", after, words)
        start = sum(map(len, parts))
        if own:
            new = Span(start=start, end=start + len(words))
        gap = (
            "\n\n"
            if number + 1 < len(analysis.sentences) and analysis.sentences[number + 1].paragraph != sentence.paragraph
            else " "
        )
        parts.append(words + gap)
    strange = [s.span.of(other.document.text) for s in other.sentences if not s.heading]
    parts += [words + " " for words in chance.sample(strange, min(ADDED, len(strange)))]
    document = replace(analysis.document, id="second", text="".join(parts), boilerplate=(), headings=(), dateline=None)
    return Version(document=document, fact=fact, old=old, new=new)


def _told_otherwise(words: str, lexicon: Lexicon, chance: random.Random, keep: bool) -> str:
    """Synonyms, another order, other quotation marks, and round figures where the sentence may lose its exact one."""
    quoted = [m.span() for m in QUOTED.finditer(words)]
    for before, after in _synonyms():
        match = re.search(rf"(?<!\w){before}(?!\w)", words)
        if match and not any(a <= match.start() < b for a, b in quoted) and "mit" not in after:
            words = words[: match.start()] + after + words[match.end() :]
            quoted = [m.span() for m in QUOTED.finditer(words)]
    if not keep:
        words = re.sub(r"(?<![\d.,\w])(?!(?:1[5-9]|20)\d\d\b)(\d{2,4})(?= [A-ZÄÖÜ]\w)", _rounded, words)
    if chance.random() < REORDERED:
        words = _reordered(words, lexicon)
    return re.sub(r'„([^“”"]*)[“”]', r'"\1"', words) if "„" in words else words


def _rounded(match: re.Match[str]) -> str:
    value = int(match[1])
    size = 10 ** (len(match[1]) - 1)
    near = round(value / size) * size
    return f"rund {near}" if near != value and abs(near - value) <= 0.08 * value else match[1]


def _reordered(words: str, lexicon: Lexicon) -> str:
    """ "Am Montag fuhr der Zug ab." -> "Der Zug fuhr am Montag ab." """
    match = ADVERB_FIRST.match(words)
    if match is None or not lexicon.has(match[2], "VER:3", "VER:AUX", "VER:MOD"):
        return words
    subject = match[3][0].upper() + match[3][1:]
    return f"{subject} {match[2]} {match[1][0].lower()}{match[1][1:]}{words[match.end() :]}"


def _synonyms() -> list[tuple[str, str]]:
    lines = Path(__file__).with_name("harmless.tsv").read_text(encoding="utf-8").splitlines()
    return [(before, after) for before, _, after in (line.partition("\t") for line in lines)]


def _number(analysis: Analysis, span: Span, lexicon: Lexicon, chance: random.Random) -> Iterator[str]:
    text = analysis.document.text
    tokens = tokenize(text, span)
    forms = tuple(token.text for token in tokens)
    for number in numbers.find(forms):
        token = tokens[number.first]
        counted = next((form for form in forms[number.last : number.last + 2] if form[:1].isupper()), "Uhr")
        if number.value < 2 or counted in ("Uhr", "Jahrhundert", *MONTHS.split("|")):
            continue
        if token.text.lower() in SMALL:
            new = next(
                w for w, v in sorted(SMALL.items(), key=lambda i: chance.random()) if v > 1 and v != number.value
            )
        elif token.text.isdigit():
            new = str(int(int(token.text) * 1.5) + 1)
        else:
            continue
        yield _with(text, span, Span(start=token.start, end=token.end), new)


def _time(analysis: Analysis, span: Span, lexicon: Lexicon, chance: random.Random) -> Iterator[str]:
    text = analysis.document.text
    for match in re.finditer(rf"\b(?:{'|'.join(DAYS)})\b", text[span.start : span.end]):
        day = DAYS[(DAYS.index(match[0]) + 2) % 7]
        yield _with(text, span, _at(span, match), day)
    for match in re.finditer(rf"\b(\d\d?)(?=\. (?:{MONTHS})\b)", text[span.start : span.end]):
        yield _with(text, span, _at(span, match), str((int(match[1]) + 3) % 28 + 1))


def _place(analysis: Analysis, span: Span, lexicon: Lexicon, chance: random.Random) -> Iterator[str]:
    text = analysis.document.text
    for place in analysis.places:
        if place.kind == "city" and text.count(place.name.de) == 1:
            at = text.index(place.name.de)
            if span.start <= at < span.end and re.search(r"\b(?:in|bei|nahe) $", text[span.start : at]):
                where = Span(start=at, end=at + len(place.name.de))
                yield _with(text, span, where, chance.choice([c for c in CITIES if c not in text]))


def _kind(analysis: Analysis, span: Span, lexicon: Lexicon, chance: random.Random) -> Iterator[str]:
    """Another noun of the same gender, number and case beside it in the tree."""
    text = analysis.document.text
    table = {row["german"]: row["within"] for row in rows("discrepancies", "kinds.csv")}
    for token in tokenize(text, span):
        kind = next((t for t in tail(lexicon, token.text) if t in table), None) if token.text[:1].isupper() else None
        if kind is None or not table[kind] or any(within == kind for within in table.values()):
            continue
        tags = {tag for form in (token.text, kind.title()) for tag in lexicon.tags(form) if tag.startswith("SUB")}
        siblings = [other for other, within in table.items() if within == table[kind] and other != kind]
        for other in sorted(siblings, key=lambda _: chance.random()):
            forms = (other.capitalize() + ending for ending in ENDINGS)
            form = next((f for f in forms if tags & set(lexicon.tags(f))), None)
            if form and form not in text:
                yield _with(text, span, Span(start=token.start, end=token.end), form)
                break


def _actor(analysis: Analysis, span: Span, lexicon: Lexicon, chance: random.Random) -> Iterator[str]:
    """Old and new names, with tabs between them: who acts has another name in the whole article."""
    tokens = tuple(tokenize(analysis.document.text, sentence.span) for sentence in analysis.sentences)
    article = Article(document=analysis.document, sentences=analysis.sentences, tokens=tokens, lexicon=lexicon)
    for entity in analysis.entities:
        words = entity.name.split()
        acts = entity.kind == "person" and entity.involvement in ("acts", "speaks") and len(words) == 2
        here = [m.span for m in entity.mentions if m.kind == "name" and span.contains(m.span)]
        if acts and any(
            not governed(article, where) and subject(article, where) for m in here if (where := article.locate(m))
        ):
            name = next(n for n in NAMES if not set(n.split()) & set(analysis.document.text.split()))
            pairs = [(entity.name, name), (f"{words[1]}s", f"{name.split()[1]}s"), (words[1], name.split()[1])]
            yield "\t".join(part for pair in pairs for part in pair)


def _at(span: Span, match: re.Match[str]) -> Span:
    return Span(start=span.start + match.start(), end=span.start + match.end())


def _with(text: str, span: Span, where: Span, new: str) -> str:
    return text[span.start : where.start] + new + text[where.end : span.end]


_RULES = {"number": _number, "time": _time, "place": _place, "kind": _kind, "actor": _actor}
