"""What a statement says: its content words, names, numbers and negations, so that two wordings can be compared."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

from generator.merge import acts
from generator.merge.tables import words
from generator.merge.words import WORD, Vocabulary, Weights, stem
from generator.model import Analysis, Span
from generator.provenance import QUOTED

CLAUSE = re.compile(r"(?<!\d)\.\s|[;:!?,]\s|\s[-–—]\s|\n")
PREFIX, PART = 6, 0.6
"""Letters, and share of the longer word, in which two kindred words begin alike."""
KINDRED = 0.85
"""What a kindred word counts beside the same one."""
TELLING = 0.6
"""Weight below which a word says nothing."""
NAME = 1.5
"""Weight of a name: that two statements speak of one state makes them no one statement."""
NUMBER = 2.5
"""Weight of a number."""
RUN, TELLS = 4, 4.0
"""Words in a row that two verbatim quotations of one utterance share, and their least weight together."""
ASIDE = re.compile(r"\s?\([^()]*\)")
PART_OF_SENTENCE = re.compile(r"[,;:()]|\s[-–—]\s")
SHORT = 4
"""Words of a main clause that may well end in its verb: "er komme"."""
SENTENCE = re.compile(r"(?<!\d)[.!?…]+[\"“”»«’)]*\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A part of a statement between commas and full stops."""

    terms: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    negated: bool

    @property
    def said(self) -> frozenset[str]:
        """Terms, names and numbers, as `Content.weights` calls them."""
        return self.terms | self.names | {f"#{number}" for number in self.numbers}


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A statement, compared."""

    clauses: tuple[Clause, ...]
    sentences: tuple[frozenset[str], ...]
    """Terms, names and numbers of each sentence."""
    weights: Mapping[str, float]
    """Of every term, name and number (with `#` before it)."""
    names: frozenset[str]
    quoted: tuple[str, ...]
    """The words in quotation marks, as stems."""
    runs: frozenset[tuple[str, ...]]
    """Telling runs among them."""

    @property
    def weight(self) -> float:
        return sum(self.weights.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """What two statements have in common."""

    share: float
    """Weight of it by that of the statement that says less, 0 to 1."""
    weight: float
    terms: int
    """Content words and numbers among it, names aside."""


class Reader:
    """Reads the content of statements of one event."""

    def __init__(self, vocabulary: Vocabulary, meant: Mapping[tuple[str, str], str]) -> None:
        """Args: meant: (document id, entity id) -> who or what it is over all articles."""
        self._vocabulary = vocabulary
        self._weights = Weights()
        self._meant = meant

    def clause(self, text: str) -> bool:
        """Whether the words hold a finite verb that neither begins them nor, as in a subordinate clause, ends them."""
        short = len(WORD.findall(text)) <= SHORT and not self._perfect(WORD.findall(text))
        at = 0
        for part in PART_OF_SENTENCE.split(ASIDE.sub("", text)):
            forms = WORD.findall(part)
            infinitive = any(a == "zu" and self._vocabulary.infinitive(b) for a, b in pairwise(forms))
            final = bool(forms) and (self._vocabulary.finite(forms[-1]) or self._vocabulary.with_zu(forms))
            for i, form in enumerate(forms):
                finite = self._vocabulary.finite(form) and (i == 0 or forms[i - 1] != "zu")
                if final and i < len(forms) - 1 and not self._vocabulary.surely_finite(forms, i):
                    continue
                if i < len(forms) - 1 and forms[i + 1][:1].isupper() and self._vocabulary.describes(form):
                    continue
                if finite and at + i and (short or i < len(forms) - 1) and not (infinitive and form.endswith("n")):
                    return True
            if not at and forms and len(forms) < len(WORD.findall(text)) and self._told(forms):
                return True
            at += len(forms)
        return False

    def _perfect(self, forms: list[str]) -> bool:
        """Whether the words end as a subordinate clause in the perfect does: "eine Attrappe gewesen sei"."""
        return len(forms) > 2 and self._vocabulary.lexicon.has(forms[-2], "VER:PA2", "PA2")

    def _told(self, forms: list[str]) -> bool:
        """Whether the words before the first comma are a main clause that ends in its verb: "Kim sagte, dass"."""
        opens = forms[0][:1].isupper() and forms[0].lower() not in words("", "subordinators.txt")
        return opens and len(forms) > 1 and self._vocabulary.surely_finite(forms, len(forms) - 1)

    def finite(self, form: str) -> bool:
        """Whether a lower-case form can be a finite verb."""
        return self._vocabulary.finite(form)

    def act(self, text: str) -> bool:
        """Whether the words tell an act of speech."""
        return acts.is_act(self._vocabulary.lexicon, text)

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
        clauses: list[Clause] = []
        weights: dict[str, float] = {}
        sentences: list[frozenset[str]] = []
        for first, last in _parts(SENTENCE, text, span.start, span.end):
            own = [
                self._clause(text, start, end, leave, names, speaker, weights)
                for start, end in _parts(CLAUSE, text, first, last)
            ]
            clauses += [c for c in own if c.terms or c.names or c.numbers]
            sentences.append(frozenset[str]().union(*(c.said for c in own)))
        quoted = self._quoted(span.of(text))
        return Content(
            clauses=tuple(clauses),
            sentences=tuple(sentences),
            weights=weights,
            names=frozenset[str]().union(*(c.names for c in clauses)),
            quoted=tuple(word for word, _ in quoted),
            runs=frozenset(
                tuple(word for word, _ in run)
                for run in (quoted[i : i + RUN] for i in range(len(quoted) - RUN + 1))
                if sum(weight for _, weight in run) >= TELLS
            ),
        )

    def _quoted(self, text: str) -> list[tuple[str, float]]:
        """Stem and weight of every word in quotation marks."""
        forms = (form for part in QUOTED.findall(text) for form in WORD.findall(part))
        return [(stem(form), self._weights[self._vocabulary.term(form)]) for form in forms]

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
                weights[f"#{stem(form)}"] = NUMBER
            else:
                term = family(self._vocabulary.term(form))
                if (weight := self._weights[term.lstrip("=")]) >= TELLING:
                    terms.add(term)
                    weights[term] = weight
        return Clause(terms=frozenset(terms), names=frozenset(meant), numbers=frozenset(numbers), negated=negated)


def compare(a: Content, b: Content) -> Match | None:
    """What both say, at one place of the longer statement; None where it is nothing or they contradict each other."""
    fewer, more = (a, b) if a.weight <= b.weight else (b, a)
    if not fewer.weights.keys() & more.weights.keys() or _contradict(a, b):
        return None
    wide = max(2, len(fewer.sentences))
    windows = (more.sentences[at : at + wide] for at in range(max(1, len(more.sentences) - wide + 1)))
    matches = (_match(fewer, frozenset[str]().union(*window)) for window in windows)
    return max(matches, key=lambda match: match.weight)


def same_words(a: Content, b: Content) -> bool:
    """Whether both quote one utterance: a telling run of words in common, or the whole of the shorter one."""
    return (bool(a.runs & b.runs) or _within(a.quoted, b.quoted)) and not _contradict(a, b)


def _within(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    shorter, longer = sorted((a, b), key=len)
    return len(shorter) > RUN and f" {' '.join(shorter)} " in f" {' '.join(longer)} "


def _match(fewer: Content, others: frozenset[str]) -> Match:
    found = {}
    for term, weight in fewer.weights.items():
        if term in others:
            found[term] = weight
        elif any(_kindred(term, other) for other in others):
            found[term] = weight * KINDRED
    weight = sum(found.values())
    return Match(share=weight / fewer.weight, weight=weight, terms=len(found.keys() - fewer.names))


@lru_cache(maxsize=100_000)
def _kindred(a: str, b: str) -> bool:
    """ "besprechen" and "sprechen", "Raketentechnik" and "Raketentechnologie"."""
    if a[0] in "=#" or b[0] in "=#":
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
    left = [c for c in a.clauses if common & c.said]
    right = [c for c in b.clauses if common & c.said]
    if any(c.negated for c in left) != any(c.negated for c in right):
        return True
    for values in ("numbers", "names"):
        one = frozenset[str]().union(*(getattr(c, values) for c in left))
        other = frozenset[str]().union(*(getattr(c, values) for c in right))
        if one and other and not (one <= other or other <= one):
            return True
    return False


def _parts(cut: re.Pattern[str], text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The ranges between the places where `cut` matches."""
    cuts = [start, *(m.end() for m in cut.finditer(text, start, end)), end]
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
