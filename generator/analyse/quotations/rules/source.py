"""A preposition names the source: "laut Polizei", "Angaben des Ministeriums zufolge", "nach Ansicht der Richter"."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analyse.quotations.cues import lemma_of, sources
from generator.analyse.quotations.drafts import Draft, View
from generator.analyse.quotations.frames import Clauses, extend
from generator.analyse.quotations.phrases import Phrase, phrase_at
from generator.analyse.quotations.reading import Range, Text
from generator.model import Medium

BEFORE = frozenset(("laut", "gemäß", "zufolge"))
"""Before their noun, whatever it is."""
NOUNS = frozenset(("nach", "aus", "mit"))
"""Only before a noun that names a source."""
ADVERBS = frozenset(("demnach", "danach", "demzufolge"))


def find(view: View) -> Iterator[Draft]:
    """Clauses with a source in a preposition."""
    text = view.text
    for clauses in view.clauses:
        first, last = text.bounds[clauses.sentence]
        for at in range(first, last):
            if text.hidden[at]:
                continue
            found = _phrase(text, at, first, last)
            if found is None:
                continue
            where, cue, speaker, medium = found
            if any(f.first <= where[0] < f.last for f in clauses.frames.values() if _frames(view, f.cue.tokens)):
                continue
            quote = _scope(view, clauses, where)
            if quote:
                yield Draft(
                    rule=f"source-{text.lower[cue[0]]}",
                    type="Indirect",
                    medium=medium,
                    quote=quote,
                    cue=cue,
                    frame=(where,),
                    speaker=speaker,
                )


def _frames(view: View, cue: tuple[int, ...]) -> bool:
    """Whether a rule before has taken a reporting verb for the cue of a quotation."""
    return any(d.cue == cue for d in view.found)


def _phrase(text: Text, at: int, first: int, last: int) -> tuple[Range, tuple[int, ...], Range, Medium] | None:
    """Words of the source, its cue, who it is, the medium."""
    word = text.lower[at]
    if word in BEFORE or word in NOUNS:
        inner = phrase_at(text, at + 1, last) if at + 1 < last else None
        if inner is not None and (word in ("laut", "gemäß") or (word == "zufolge" and text.lower[at + 1] != ",")):
            if word == "zufolge" and at > first and _before(text, at, first) is not None:
                inner = None
            else:
                whom = extend(text, inner, inner.last)
                return (at, whom[1]), (at,), whom, _medium(text, inner) or "speech"
        medium = _medium(text, inner) if inner is not None else None
        if inner is not None and medium and (word == "nach" or text.lower[inner.head] in ("sicht",)):
            if word == "nach" and inner.cases and _fixed(text, inner):
                return (at, inner.last), (at,), inner.range, medium
            if word == "aus":
                return (at, inner.last), (at,), inner.range, medium
    if word in ("zufolge", "nach") and at > first:
        before = _before(text, at, first)
        if before is not None and (word == "zufolge" or _medium(text, before)):
            if word == "zufolge" or at + 1 == last or text.forms[at + 1].noun == 0:
                return (before.first, at + 1), (at,), before.range, _medium(text, before) or "speech"
    if word in ADVERBS and (at == first or word != "danach"):
        return (at, at + 1), (at,), (at, at + 1), "speech"
    return None


def _before(text: Text, at: int, first: int) -> Phrase | None:
    """The longest noun phrase that ends before token `at`."""
    for start in range(max(first, at - 14), at):
        phrase = phrase_at(text, start, at)
        if phrase is not None and phrase.last == at and not text.forms[start].preposition:
            return phrase
    return None


def _fixed(text: Text, inner: Phrase) -> bool:
    """Whether "nach" means a source: no article before a noun that also names a thing, except "den", "der" with genitive."""
    return True


def _medium(text: Text, phrase: Phrase) -> Medium | None:
    for place in (phrase.head, *range(phrase.head + 1, phrase.core)):
        for lemma in lemma_of(text, place):
            found = sources().get(lemma)
            if found:
                return found
            for noun in sources():
                if lemma.endswith(noun.lower()) and len(noun) > 3:
                    return sources()[noun]
    return None


def _scope(view: View, clauses: Clauses, where: Range) -> tuple[Range, ...]:
    """The clause without the source: a relative clause alone, else the rest of the sentence."""
    text, segments = view.text, clauses.segments
    at = next((n for n, s in enumerate(segments) if s.first <= where[0] < s.last), None)
    if at is None:
        return ()
    start, end = segments[0].first, segments[-1].last
    if segments[at].kind in ("rel", "sub", "ask") and segments[at].opener not in ("wie",):
        start = segments[at].first
        if segments[at].kind == "rel":
            end = segments[at].last
    ranges = []
    for first, last in ((start, where[0]), (where[1], end)):
        part = text.trim(first, last)
        if part is not None:
            ranges.append(part)
    return tuple(ranges)
