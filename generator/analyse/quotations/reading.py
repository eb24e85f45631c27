"""An article laid out for the rules: one row of tokens with their forms, quotation marks, brackets, sentences."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from generator.analyse.quotations.forms import NOMINATIVE, Form, Forms
from generator.analyse.quotations.marks import Quoted, pair
from generator.analyse.tables import words as wordlist
from generator.analyse.tokens import Token
from generator.model import Document, Entity, Sentence, Span

Range = tuple[int, int]
"""Tokens `[first, last)` of the row."""
CUTS = frozenset((",", ";", ":", "–", "—", "-", "…", "..."))
"""Marks at which a sentence is cut into segments."""
MARKS = frozenset('„“”»«›‹‚‘’"')
SHORTEST = 5
"""Tokens, marks included, above which words in marks can be a sentence."""
ENDLESS = 400
"""Tokens at which a sentence without an end is cut, so that the work stays in proportion to the text."""
ENDS = frozenset((".", "!", "?", "…", "..."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """A stretch in quotation marks as tokens, marks included."""

    first: int
    last: int
    depth: int
    whole: bool = False
    """Stands beside a frame or alone, not as a part of another sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    first: int
    last: int
    """One past its last token, attributes and appositions included."""
    head: int
    """Token of the head noun, or of the pronoun."""
    core: int
    """One past the head noun or name, before what hangs on it."""
    cases: int
    """Bits as in `forms`."""
    name: bool = False
    pronoun: bool = False

    @property
    def range(self) -> Range:
        return (self.first, self.last)

    @property
    def nominative(self) -> bool:
        return bool(self.cases & NOMINATIVE)


@dataclass(slots=True, kw_only=True)
class Text:
    """The row of tokens. Built once by `lay_out`, never changed by a rule."""

    document: Document
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]
    tokens: list[Token]
    lower: list[str]
    forms: list[Form]
    bounds: list[Range]
    """Token range of each sentence."""
    sentence: list[int]
    """Number of the sentence of each token."""
    hidden: list[bool]
    """In brackets, or in whole direct speech: no part of the syntax around it."""
    inside: list[int]
    """Number of the outermost utterance that holds the token, -1 outside."""
    utterances: tuple[Utterance, ...] = ()
    phrases: dict[int, tuple[int, Phrase]] = field(default_factory=dict)
    """Noun phrases by their first token, filled on demand: where the search had to stop, and what was found."""
    names: dict[int, int] = field(default_factory=dict)
    """The names that were tagged: first token, one past the last."""
    name_ends: frozenset[int] = frozenset()

    def span(self, where: Range) -> Span:
        return Span(start=self.tokens[where[0]].start, end=self.tokens[where[1] - 1].end)

    def words(self, where: Range) -> str:
        """The text of a range as it stands."""
        return self.span(where).of(self.document.text)

    def trim(self, first: int, last: int) -> Range | None:
        """The range without commas, dashes and full stops at its ends; None where nothing is left."""
        edge = {",", ";", ":", "–", "—", "-", ".", "…"}
        while first < last and self.lower[first] in edge:
            first += 1
        while last > first and self.lower[last - 1] in edge:
            last -= 1
        return (first, last) if first < last else None

    def closed(self, first: int, last: int) -> Range | None:
        """The trimmed range, up to the closing of marks that open in it and close in the same sentence."""
        where = self.trim(first, last)
        if where is None:
            return None
        first, last = where
        number = self.inside[last - 1]
        if number >= 0 and first <= self.utterances[number].first:
            close = max(last, self.utterances[number].last)
            last = close if self.sentence[close - 1] == self.sentence[last - 1] else last
        return first, last


def lay_out(
    document: Document,
    sentences: tuple[Sentence, ...],
    tokens: tuple[tuple[Token, ...], ...],
    entities: tuple[Entity, ...],
    forms: Forms,
) -> Text:
    """The article as a row of tokens."""
    sentences, tokens = _cut(sentences, tokens)
    row: list[Token] = []
    bounds: list[Range] = []
    number: list[int] = []
    for at, part in enumerate(tokens):
        bounds.append((len(row), len(row) + len(part)))
        row.extend(part)
        number.extend([at] * len(part))
    outside = tuple((s.start, s.end) for s in sorted((*document.boilerplate,)))
    quoted = pair(document.text, outside)
    starts = [t.start for t in row]
    known = _forms(row, bounds, forms)
    utterances = _utterances(row, known, starts, bounds, number, quoted)
    inside = [-1] * len(row)
    for at, utterance in enumerate(utterances):
        if utterance.depth == 0:
            inside[utterance.first : utterance.last] = [at] * (utterance.last - utterance.first)
    names: dict[int, int] = {}
    for mention in (m for e in entities for m in e.mentions if m.kind == "name"):
        at = bisect_left(starts, mention.span.start)
        if at < len(row) and row[at].start == mention.span.start:
            names[at] = max(bisect_left(starts, mention.span.end), names.get(at, 0))
    hidden = _hidden(row, bounds, utterances)
    return Text(
        document=document,
        sentences=sentences,
        entities=entities,
        tokens=row,
        lower=[t.text.lower() for t in row],
        forms=known,
        bounds=bounds,
        sentence=number,
        hidden=hidden,
        inside=inside,
        utterances=utterances,
        names=names,
        name_ends=frozenset(names.values()),
    )


def _cut(
    sentences: tuple[Sentence, ...], tokens: tuple[tuple[Token, ...], ...]
) -> tuple[tuple[Sentence, ...], tuple[tuple[Token, ...], ...]]:
    """Sentences cut where one ends and the next begins without a space, as in text from the web, and endless ones."""
    split: list[Sentence] = []
    parts: list[tuple[Token, ...]] = []
    for sentence, words in zip(sentences, tokens, strict=True):
        start = 0
        for at in range(2, len(words) - 1):
            if _glued(words, at) or at - start >= ENDLESS:
                split.append(replace(sentence, span=Span(start=words[start].start, end=words[at].end)))
                parts.append(words[start : at + 1])
                start = at + 1
        if start < len(words):
            split.append(replace(sentence, span=Span(start=words[start].start, end=words[-1].end)))
            parts.append(words[start:])
    return tuple(split), tuple(parts)


def _glued(words: tuple[Token, ...], at: int) -> bool:
    """Whether the full stop at token `at` ends a sentence though no space follows: "sagte Berg.Danach"."""
    after = words[at + 1]
    if words[at].text[:-1].isdigit() and words[at].text[-1] == "." and after.text in MARKS and at + 2 < len(words):
        return words[at + 2].text[0].isupper() and after.end == words[at + 2].start
    return (
        words[at].text == "."
        and after.start == words[at].end
        and after.text[0].isupper()
        and words[at - 1].text[-1].islower()
    )


def _forms(row: list[Token], bounds: list[Range], forms: Forms) -> list[Form]:
    known = [forms[t.text] for t in row]
    for first, last in bounds:
        opens = True
        for at in range(first, last):
            text = row[at].text
            if opens and text[0].isalpha():
                small = forms[text[0].lower() + text[1:]]
                beside = at + 1 < last and row[at + 1].text[0].isupper() and small.attributive and not small.finite
                known[at] = small if beside else forms.opening(text)
                opens = False
            elif text in (":", "„", "–") or text in ENDS:
                opens = True
            elif not text[0].isalpha() and text not in MARKS:
                opens = opens and text in ("(", "-")
    return known


def _utterances(
    row: list[Token],
    known: list[Form],
    starts: list[int],
    bounds: list[Range],
    number: list[int],
    quoted: Sequence[Quoted],
) -> tuple[Utterance, ...]:
    found = []
    for q in quoted:
        first, last = bisect_left(starts, q.start), bisect_left(starts, q.end)
        if first >= last or row[first].start != q.start:
            first = max(bisect_right(starts, q.start) - 1, 0)
        if last - first > 2:
            found.append(
                Utterance(first=first, last=last, depth=q.depth, whole=_whole(row, known, bounds, number, first, last))
            )
    return tuple(found)


def _whole(row: list[Token], known: list[Form], bounds: list[Range], number: list[int], first: int, last: int) -> bool:
    """Whether the words in marks stand for themselves: a sentence, or beside their frame."""
    start, end = bounds[number[first]][0], bounds[number[last - 1]][1]
    before = row[first - 1].text if first > start else ""
    after = row[last].text if last < end else ""
    if before and before != ":" and row[first + 1].text[0].islower():
        return False
    announced = row[first - 1].text.lower() in wordlist("quotations", "speech_nouns.txt") or (
        before in ("wie", "Beispiel")
        and any(t.text.lower() in wordlist("quotations", "speech_nouns.txt") for t in row[first - 4 : first])
    )
    if announced and row[first + 1].text[0].isupper():
        return True
    joined = after in ("und", "oder", "sowie") or (before in ("und", "oder", "sowie") and row[first - 2].text in MARKS)
    framed = last >= end or bool(known[last].finite) or after in ("so", "laut")
    alone = framed or (joined and row[first + 1].text[0].isupper())
    if (before in ("", ":") or joined) and alone and _spoken(row, known, first, last):
        return True
    opens = before in ("", ":", ",", "–", "-", "—", "(") or before in MARKS
    closes = after in ("", ",", "–", "-", "—", ")", ".", ";") or after in MARKS or row[last - 2].text in (",", "!", "?")
    return opens and closes and (before in ("", ":", ",") or after == "")


def _spoken(row: list[Token], known: list[Form], first: int, last: int) -> bool:
    """Whether the words hold a verb and are long enough for a sentence."""
    return last - first > SHORTEST and any(
        known[i].finite and not known[i].noun and row[i].text[0].islower() for i in range(first + 1, last - 1)
    )


def _hidden(row: list[Token], bounds: list[Range], utterances: Sequence[Utterance]) -> list[bool]:
    hidden = [False] * len(row)
    for utterance in utterances:
        if utterance.whole and utterance.depth == 0:
            hidden[utterance.first : utterance.last] = [True] * (utterance.last - utterance.first)
    for first, last in bounds:
        opened: int | None = None
        for at in range(first, last):
            if row[at].text in ("(", "["):
                opened = at if opened is None else opened
            elif row[at].text in (")", "]") and opened is not None:
                hidden[opened : at + 1] = [True] * (at + 1 - opened)
                opened = None
    return hidden
