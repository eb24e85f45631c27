"""Ways to put a sentence to the engine, the plain one first; the next ones are for sentences that failed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial

from generator.translate.checks.quotes import MARKS
from generator.translate.english import plural
from generator.translate.pair import Finding, Source, name_pattern
from generator.translate.tables import lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """What the engine gets, and how its answers become the answer to the sentence."""

    sources: tuple[str, ...]
    restored: Callable[[tuple[str, ...]], str]
    """The English of the sentence, from that of each of `sources`."""
    avoid: tuple[str, ...] = ()
    """English words that must not stand."""


Variant = Callable[[Source, tuple[Finding, ...]], Way | None]
"""Gets a sentence and what the best English so far fails; None where this way offers nothing new."""


def plain(source: Source, findings: tuple[Finding, ...]) -> Way:
    """As it is, with German quotation marks whatever the article uses: engines know them best."""
    return _one(german_marks(source.text))


def other_words(source: Source, findings: tuple[Finding, ...]) -> Way | None:
    """Without the words that are none."""
    avoid = tuple(word for finding in findings for word in finding.words)
    return _one(german_marks(source.text), avoid) if avoid else None


def english_names(source: Source, findings: tuple[Finding, ...]) -> Way | None:
    """With the English forms of names and terms in the German: they are copied."""
    changed, free = source.text, len(source.text)
    for occurrence in reversed(source.terms):
        if occurrence.term.status == "enforced" and not occurrence.compound and occurrence.end <= free:
            term, free = occurrence.term.english[0], occurrence.start
            changed = changed[:free] + (plural(term) if occurrence.plural else term) + changed[occurrence.end :]
    for german, english in sorted(source.names, key=lambda n: -len(n[0])):
        if german != english:
            changed = name_pattern(german).sub(partial(_in_place, english), changed)
    return _one(german_marks(changed)) if changed != source.text else None


def straight_marks(source: Source, findings: tuple[Finding, ...]) -> Way | None:
    """With straight quotation marks, for an engine that loses the others."""
    if not MARKS.search(source.text):
        return None
    return _one(MARKS.sub('"', source.text))


def stand_ins(source: Source, findings: tuple[Finding, ...]) -> Way | None:
    """With well-known names in place of rare ones: the engine copies them, then they give way again."""
    changed, back = source.text, {}
    free = {kind: iter(lines(f"{kind}.txt")) for kind in ("stand-in-persons", "stand-in-places")}
    for german, english in sorted(source.names, key=lambda n: -len(n[0])):
        pattern = name_pattern(german)
        match = pattern.search(changed)
        if match is None:
            continue
        place = _PLACE_BEFORE.search(changed[: match.start()]) is not None
        stand_in = next(free["stand-in-places" if place else "stand-in-persons"], None)
        if stand_in is None or stand_in in source.text:
            continue
        back[stand_in] = english
        changed = pattern.sub(partial(_in_place, stand_in), changed)
    if not back:
        return None
    names = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in back))
    return Way(
        sources=(german_marks(changed),),
        restored=lambda answers: names.sub(lambda match: back[match[0]], answers[0]),
    )


def clauses(source: Source, findings: tuple[Finding, ...]) -> Way | None:
    """In parts, each translated alone: what a long sentence muddles often comes out right so."""
    text = german_marks(source.text)
    breaks = [m for m in _breaks().finditer(text) if _WORD.search(text[: m.start()])]
    starts, ends = [0, *(m.end() for m in breaks)], [*(m.start() for m in breaks), len(text)]
    parts = [text[a:b] for a, b in zip(starts, ends, strict=True)]
    if len(parts) < 2 or any(len(_WORD.findall(part)) < SHORTEST for part in parts):
        return None
    between = [_SEPARATORS.get(m[0].strip(), f"{m[0].strip()} ") for m in breaks]

    def restored(answers: tuple[str, ...]) -> str:
        bare = [answer.rstrip(".") for answer in answers[:-1]] + [answers[-1]]
        return bare[0] + "".join(sep + part for sep, part in zip(between, bare[1:], strict=True))

    return Way(sources=tuple(parts), restored=restored)


def german_marks(sentence: str) -> str:
    """The sentence with its quotations as „…“; unchanged where the marks do not pair."""
    if len(MARKS.findall(sentence)) % 2:
        return sentence
    turn = iter("„“" * (len(MARKS.findall(sentence)) // 2))
    return MARKS.sub(lambda _: next(turn), sentence)


def _in_place(name: str, match: re.Match[str]) -> str:
    return name + match["ending"]


def _one(text: str, avoid: tuple[str, ...] = ()) -> Way:
    return Way(sources=(text,), restored=lambda answers: answers[0], avoid=avoid)


_PLACE_BEFORE = re.compile(r"\b(?:in|nach|aus|bei|von|um|vor|über|Stadt|Region|Provinz|Hauptstadt|Ort|Insel) $")

SHORTEST = 3
"""Words that a part must have to be translated alone."""
_WORD = re.compile(r"[^\W_]+")
_SEPARATORS = {"–": " – ", "—": " – ", "-": " – "}


@cache
def _breaks() -> re.Pattern[str]:
    """Where a sentence may be parted: semicolon, colon, dash, a comma after a quotation or before a conjunction."""
    return re.compile(rf"[;:]\s+|\s+[–—-]\s+|(?<=[“”«»\"]),\s+|,\s+(?=(?:{'|'.join(lines('conjunctions.txt'))})\b)")


VARIANTS: tuple[Variant, ...] = (plain, other_words, english_names, straight_marks, stand_ins, clauses)
