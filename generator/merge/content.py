"""What a statement says: its content words, names, numbers and negations, so that two wordings can be compared."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from generator.merge.words import WORD, Vocabulary, Weights, stem
from generator.model import Analysis, Span
from generator.provenance import QUOTED

CLAUSE = re.compile(r"[.;:!?,]\s|\s[-–—]\s|\n")
PREFIX, PART = 6, 0.6
"""Letters, and share of the longer word, in which two kindred words begin alike."""
KINDRED = 0.85
"""What a kindred word counts beside the same one."""
TELLING = 0.6
"""Weight below which a word says nothing."""
NAME = 1.5
"""Weight of a name: that two statements speak of one state makes them no one statement."""
RUN = 4
"""Words in a row that two verbatim quotations of one utterance share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A part of a statement between commas and full stops."""

    terms: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    negated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A statement, compared."""

    clauses: tuple[Clause, ...]
    weights: Mapping[str, float]
    """Of every term and name."""
    verbatim: tuple[str, ...]
    """The words in quotation marks, as stems, for runs."""

    @property
    def weight(self) -> float:
        return sum(self.weights.values())


class Reader:
    """Reads the content of statements of one event."""

    def __init__(self, vocabulary: Vocabulary, meant: Mapping[tuple[str, str], str]) -> None:
        """Args: meant: (document id, entity id) -> who or what it is over all articles."""
        self._vocabulary = vocabulary
        self._weights = Weights()
        self._meant = meant

    def clause(self, text: str) -> bool:
        """Whether the words hold a finite verb, and do not begin with it."""
        forms = ["", *WORD.findall(text)]
        finite = [at for at, (b, form) in enumerate(pairwise(forms)) if b != "zu" and self._vocabulary.finite(form)]
        return bool(finite) and finite[0] > 0

    def read(self, analysis: Analysis, span: Span, leave: tuple[Span, ...], speaker: str | None) -> Content:
        """The content of `span` without the spans of `leave` (the words that attribute it) and without its speaker."""
        text = analysis.document.text
        names = {
            m.span: self._meant[key]
            for e in analysis.entities
            if (key := (analysis.document.id, e.id)) in self._meant
            for m in e.mentions
            if span.contains(m.span)
        }
        clauses, weights = [], dict[str, float]()
        for start, end in _clauses(text, span):
            clause = self._clause(text, start, end, leave, names, speaker, weights)
            if clause.terms or clause.names or clause.numbers:
                clauses.append(clause)
        words = " ".join(QUOTED.findall(span.of(text)))
        return Content(
            clauses=tuple(clauses),
            weights=weights,
            verbatim=tuple(stem(word) for word in WORD.findall(words)),
        )

    def _clause(
        self,
        text: str,
        start: int,
        end: int,
        leave: tuple[Span, ...],
        names: Mapping[Span, str],
        speaker: str | None,
        weights: dict[str, float],
    ) -> Clause:
        terms: set[str] = set()
        meant: set[str] = set()
        numbers: set[str] = set()
        negated = False
        for match in WORD.finditer(text, start, end):
            word = Span(start=match.start(), end=match.end())
            if any(part.overlaps(word) for part in leave):
                continue
            name = next((id_ for span, id_ in names.items() if span.overlaps(word)), None)
            if name is not None:
                if name != speaker:
                    meant.add(name)
                    weights[name] = NAME
                continue
            form = match[0]
            if form.lower() in negations():
                negated = True
            elif form[0].isdigit() or stem(form) in numerals():
                numbers.add(stem(form))
            else:
                term = family(self._vocabulary.term(form))
                if (weight := self._weights[term.lstrip("=")]) >= TELLING:
                    terms.add(term)
                    weights[term] = weight
        return Clause(terms=frozenset(terms), names=frozenset(meant), numbers=frozenset(numbers), negated=negated)


def similarity(a: Content, b: Content) -> float:
    """Weight of what both say by the weight of the one that says less, 0 to 1; 0 where they contradict each other."""
    fewer, more = (a, b) if a.weight <= b.weight else (b, a)
    if not fewer.weight:
        return 0.0
    matched = _matched(fewer, more)
    if not matched or _contradict(a, b):
        return 0.0
    return sum(fewer.weights[term] * factor for term, factor in matched.items()) / fewer.weight


def matched_weight(a: Content, b: Content) -> float:
    """Weight of what both say."""
    return sum(a.weights[term] * factor for term, factor in _matched(a, b).items())


def shares_words(a: Content, b: Content) -> bool:
    """Whether the quoted words of both have a telling run in common, so that they are one utterance."""
    if _contradict(a, b):
        return False
    runs = {a.verbatim[i : i + RUN] for i in range(len(a.verbatim) - RUN + 1)}
    return any(b.verbatim[i : i + RUN] in runs for i in range(len(b.verbatim) - RUN + 1))


def _matched(a: Content, b: Content) -> dict[str, float]:
    """The terms of `a` that `b` has too, or a kindred one, with what they count."""
    found = {}
    for term in a.weights:
        if term in b.weights:
            found[term] = 1.0
        elif any(_kindred(term, other) for other in b.weights):
            found[term] = KINDRED
    return found


def _kindred(a: str, b: str) -> bool:
    """ "besprechen" and "sprechen", "Raketentechnik" and "Raketentechnologie"."""
    if a[0] in "@=" or b[0] in "@=":
        return False
    shorter, longer = sorted((a, b), key=len)
    if len(shorter) >= PREFIX - 1 and longer.endswith(shorter) and len(longer) - len(shorter) <= 4:
        return True
    common = next((i for i, c in enumerate(shorter) if c != longer[i]), len(shorter))
    return common >= PREFIX and common >= PART * len(longer)


def _contradict(a: Content, b: Content) -> bool:
    """Whether a negation, a number or a name differs in the clauses that speak of the same."""
    common = {t for t in a.weights if t in b.weights or any(_kindred(t, o) for o in b.weights)}
    common |= {t for t in b.weights if any(_kindred(t, o) for o in a.weights)}
    left = [c for c in a.clauses if common & (c.terms | c.names)]
    right = [c for c in b.clauses if common & (c.terms | c.names)]
    if any(c.negated for c in left) != any(c.negated for c in right):
        return True
    for values in ("numbers", "names"):
        one = frozenset[str]().union(*(getattr(c, values) for c in left))
        other = frozenset[str]().union(*(getattr(c, values) for c in right))
        if one and other and not (one <= other or other <= one):
            return True
    return False


def _clauses(text: str, span: Span) -> list[tuple[int, int]]:
    cuts = [span.start, *(m.start() for m in CLAUSE.finditer(text, span.start, span.end)), span.end]
    return [(a, b) for a, b in pairwise(cuts) if a < b]


def family(term: str) -> str:
    """The family of a term (with `=` before it), or the term."""
    return _families().get(term, term)


@cache
def negations() -> frozenset[str]:
    """Words that turn a statement round, lower case."""
    return frozenset(_lines("negations.txt"))


@cache
def numerals() -> frozenset[str]:
    """Stems of number words."""
    return frozenset(stem(word) for word in _lines("numbers.txt"))


@cache
def _families() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in _lines("families.txt"):
        members = [stem(word) for word in line.split()]
        for member in members:
            found.setdefault(member, f"={members[0]}")
    return found


def _lines(name: str) -> list[str]:
    lines = files("generator.merge").joinpath(name).read_text(encoding="utf-8").splitlines()
    return [text for line in lines if (text := line.partition("#")[0].strip())]
