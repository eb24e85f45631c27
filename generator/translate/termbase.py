"""The terms of the house: German, English, and how strictly the English is asked for."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Literal, NamedTuple

from generator.errors import EngineError
from generator.translate.german import Forms, German

Status = Literal["enforced", "preferred", "forbidden"]
STATUSES: tuple[Status, ...] = ("enforced", "preferred", "forbidden")
COLUMNS = ("de", "en", "pos", "status", "domain", "source")
SHORTEST_HEAD = 7
"""Letters that a term must have to be looked for at the end of a compound."""
_TOKEN = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    german: str
    english: tuple[str, ...]
    """The first one is asked for, the others are allowed. Of a forbidden term: what must not stand."""
    pos: str
    status: Status
    domain: str
    source: str = ""
    """Where the English is in use."""
    line: int = 0
    """Where it stands in the file, counted from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """A term that stands in a source."""

    start: int
    """First code point, counted from 0."""
    end: int
    term: Term
    plural: bool = False
    """The German is a plural and nothing else."""
    compound: bool = False
    """It is the last part of a longer word: its English is expected, not asked for."""


class Token(NamedTuple):
    start: int
    end: int
    text: str


class Termbase:
    """Terms by their German words, found in any inflected form."""

    def __init__(self, terms: Iterable[Term], lexicon: Forms | None = None) -> None:
        self.terms = tuple(terms)
        self._german = German(lexicon)
        self._by_first: dict[str, list[tuple[tuple[str, ...], Term]]] = {}
        self._heads: dict[str, Term] = {}
        for term in self.terms:
            words = tuple(_TOKEN.findall(term.german))
            for base in self._german.bases(words[0]):
                self._by_first.setdefault(base, []).append((words, term))
            if len(words) == 1 and term.pos == "noun" and len(words[0]) >= SHORTEST_HEAD:
                self._heads.setdefault(words[0].lower(), term)

    def within(self, source: str) -> tuple[Occurrence, ...]:
        """The terms that stand in `source`, in its order, without those that are part of a longer one."""
        tokens = [Token(m.start(), m.end(), m[0]) for m in _TOKEN.finditer(source)]
        found = [o for i in range(len(tokens)) for o in self._from(source, tokens[i:])]
        whole = [o for o in found if not any(_inside(o, other) for other in found)]
        once = {(o.start, o.end, o.term.status, o.term.english): o for o in sorted(whole, key=lambda o: -o.term.line)}
        return tuple(sorted(once.values(), key=lambda o: (o.start, o.end, o.term.line)))

    def _from(self, source: str, tokens: Sequence[Token]) -> Iterator[Occurrence]:
        """The terms that begin with the first of `tokens`; where there is none, the one that ends a compound."""
        first, none = tokens[0], True
        candidates = {id(t): (w, t) for base in self._german.bases(first.text) for w, t in self._by_first.get(base, ())}
        for words, term in candidates.values():
            here = tokens[: len(words)]
            gaps = (source[a.end : b.start] for a, b in pairwise(here))
            same = (self._same(word, token.text) for word, token in zip(words, here, strict=False))
            if len(here) == len(words) and all(gap in (" ", "-") for gap in gaps) and all(same):
                none = False
                plural = self._german.is_plural(here[-1].text) and not self._german.is_plural(words[-1])
                yield Occurrence(start=first.start, end=here[-1].end, term=term, plural=plural)
        head = self._head(first.text) if none else None
        if head is not None:
            yield Occurrence(
                start=first.start, end=first.end, term=head, plural=self._german.is_plural(first.text), compound=True
            )

    def _head(self, word: str) -> Term | None:
        """The term that a compound ends in, where what stands before it is a word too."""
        for base in self._german.bases(word):
            for cut in range(3, len(base) - SHORTEST_HEAD + 1):
                term = self._heads.get(base[cut:])
                if term is not None and self._german.is_noun(base[:cut]):
                    return term
        return None

    def _same(self, base: str, word: str) -> bool:
        """Whether `word` is a form of `base`; nouns are told from verbs by their capital."""
        return (base[0].islower() or word[0].isupper()) and not self._german.bases(base).isdisjoint(
            self._german.bases(word)
        )


def load(path: Path, lexicon: Forms | None = None) -> Termbase:
    """Read a termbase (CSV with a header); a missing file has no terms.

    Raises:
        EngineError: not a table in UTF-8, a missing column, an unknown status, an empty term.
    """
    if not path.exists():
        return Termbase((), lexicon)
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            rows = csv.DictReader(stream, strict=True)
            missing = [c for c in COLUMNS if c not in (rows.fieldnames or ())]
            if missing:
                wanted = ", ".join(COLUMNS)
                raise EngineError(f"{path}, line 1: no column {', '.join(missing)}. The columns are {wanted}.")
            return Termbase([_term(row, f"{path}, line {rows.line_num}", rows.line_num) for row in rows], lexicon)
    except (UnicodeDecodeError, csv.Error, OSError) as error:
        raise EngineError(f"{path}: cannot be read as a table in UTF-8 ({error}). Save it as CSV in UTF-8.") from error


def _term(row: dict[str, str | None], where: str, line: int) -> Term:
    value = {column: (row[column] or "").strip() for column in COLUMNS}
    english = tuple(filter(None, (part.strip() for part in value["en"].split("|"))))
    status = next((s for s in STATUSES if s == value["status"]), None)
    if status is None:
        raise EngineError(f"{where}: the status is {value['status']!r}, not one of {', '.join(STATUSES)}.")
    if not _TOKEN.search(value["de"]) or not english:
        raise EngineError(f"{where}: German or English is empty. Fill it in or delete the line.")
    return Term(
        german=value["de"],
        english=english,
        pos=value["pos"],
        status=status,
        domain=value["domain"],
        source=value["source"],
        line=line,
    )


def _inside(a: Occurrence, b: Occurrence) -> bool:
    return b.start <= a.start and a.end <= b.end and (b.end - b.start) > (a.end - a.start)
