"""The terms of the house: German, English, and how strictly the English is asked for."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from generator.errors import EngineError

Status = Literal["enforced", "preferred", "forbidden"]
STATUSES: tuple[Status, ...] = ("enforced", "preferred", "forbidden")
COLUMNS = ("de", "en", "pos", "status", "domain", "note")
ENDINGS = ("", "e", "en", "em", "er", "es", "n", "ern", "s", "ens", "nen", "se", "sen", "ses")
"""Of German nouns and adjectives, for words that no lexicon knows."""
_TOKEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*-?")


class Reading(Protocol):
    """One way to read a German word."""

    @property
    def lemma(self) -> str: ...

    @property
    def tag(self) -> str: ...


class Forms(Protocol):
    """What this stage asks of the forms lexicon."""

    def readings(self, form: str) -> Sequence[Reading]:
        """Every base form and tag that `form` may have; empty where it is unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    german: str
    english: tuple[str, ...]
    """The first one is asked for, the others are allowed. Of a forbidden term: what must not stand."""
    pos: str
    status: Status
    domain: str
    note: str = ""
    line: int = 0
    """Where it stands in the file, counted from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """A term that stands in a source."""

    start: int
    """First code point, counted from 0."""
    end: int
    term: Term


class Termbase:
    """Terms by their German words, found in any inflected form."""

    def __init__(self, terms: Iterable[Term], lexicon: Forms | None = None) -> None:
        self.terms = tuple(terms)
        self._lexicon = lexicon
        self._known: dict[str, frozenset[str]] = {}
        self._by_first: dict[str, list[tuple[tuple[str, ...], Term]]] = {}
        for term in self.terms:
            words = tuple(_TOKEN.findall(term.german))
            for base in self._bases(words[0]):
                self._by_first.setdefault(base, []).append((words, term))

    def within(self, source: str) -> tuple[Occurrence, ...]:
        """The terms that stand in `source`, in its order, without those that are part of a longer one."""
        tokens = [(m.start(), m.end(), m[0]) for m in _TOKEN.finditer(source)]
        found: list[Occurrence] = []
        for i, (start, _, word) in enumerate(tokens):
            candidates = {id(t): (w, t) for base in self._bases(word) for w, t in self._by_first.get(base, ())}
            for words, term in candidates.values():
                here = tokens[i : i + len(words)]
                if len(here) == len(words) and all(self._same(a, b[2]) for a, b in zip(words, here, strict=True)):
                    found.append(Occurrence(start=start, end=here[-1][1], term=term))
        whole = [o for o in found if not any(_inside(o, other) for other in found)]
        return tuple(sorted(whole, key=lambda o: (o.start, o.end, o.term.line)))

    def _same(self, base: str, word: str) -> bool:
        return not self._bases(base).isdisjoint(self._bases(word))

    def _bases(self, word: str) -> frozenset[str]:
        """Lower-case base forms that a word may have; of one that no lexicon knows, what is left without an ending."""
        if word not in self._known:
            self._known[word] = self._looked_up(word)
        return self._known[word]

    def _looked_up(self, word: str) -> frozenset[str]:
        forms = (word, word.lower())
        lemmas = {r.lemma.lower() for form in forms for r in self._lexicon.readings(form)} if self._lexicon else set()
        if not lemmas:
            lemmas = {word.lower().removesuffix(ending) for ending in ENDINGS if len(word) - len(ending) > 3}
        return frozenset(lemmas | {word.lower()})


def load(path: Path, lexicon: Forms | None = None) -> Termbase:
    """Read a termbase (CSV with a header); a missing file has no terms.

    Raises:
        EngineError: a missing column, an unknown status, an empty term.
    """
    if not path.exists():
        return Termbase((), lexicon)
    with path.open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream)
        missing = [c for c in COLUMNS if c not in (rows.fieldnames or ())]
        if missing:
            raise EngineError(f"{path}, line 1: no column {', '.join(missing)}. The columns are {', '.join(COLUMNS)}.")
        return Termbase([_term(row, f"{path}, line {rows.line_num}", rows.line_num) for row in rows], lexicon)


def _term(row: dict[str, str], where: str, line: int) -> Term:
    english = tuple(part.strip() for part in (row["en"] or "").split("|") if part.strip())
    status = next((s for s in STATUSES if s == row["status"]), None)
    if status is None:
        raise EngineError(f"{where}: the status is {row['status']!r}, not one of {', '.join(STATUSES)}.")
    if not (row["de"] or "").strip() or not english:
        raise EngineError(f"{where}: German or English is empty. Fill it in or delete the line.")
    return Term(
        german=row["de"].strip(),
        english=english,
        pos=row["pos"].strip(),
        status=status,
        domain=row["domain"].strip(),
        note=(row["note"] or "").strip(),
        line=line,
    )


def _inside(a: Occurrence, b: Occurrence) -> bool:
    return b.start <= a.start and a.end <= b.end and (b.end - b.start) > (a.end - a.start)
