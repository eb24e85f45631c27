"""A preposition names the source: "laut Polizei", "Angaben des Ministeriums zufolge", "nach Ansicht der Richter"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.analyse.quotations.cues import lemma_of
from generator.analyse.quotations.drafts import Draft, View
from generator.analyse.quotations.forms import STRICT
from generator.analyse.quotations.frames import Clauses
from generator.analyse.quotations.lexical import sources
from generator.analyse.quotations.moods import konjunktiv
from generator.analyse.quotations.phrases import phrase_at
from generator.analyse.quotations.reading import Phrase, Range, Text
from generator.analyse.quotations.subjects import extend
from generator.analyse.tables import words
from generator.model import Medium

BEFORE = frozenset(("laut", "gemäß", "zufolge"))
"""Before their noun, whatever it is."""
NOUNS = frozenset(("nach", "aus", "mit"))
"""Only before a noun that names a source."""
OWN = frozenset(("seiner", "ihrer", "seinen", "ihren", "meiner", "unserer"))
"""In somebody's words they are no source of their own: "seiner Meinung nach"."""
ADVERBS = frozenset(("demnach", "danach", "demzufolge"))


def find(view: View) -> Iterator[Draft]:
    """Clauses with a source in a preposition."""
    text = view.text
    for clauses in view.clauses:
        first, last = text.bounds[clauses.sentence]
        for at in range(first, last):
            if text.hidden[at]:
                continue
            found = _phrase(view, at, first, last)
            if found is None:
                continue
            where, cue, speaker, medium = found
            where, speaker = _with_apposition(text, clauses, where, speaker)
            if any(f.first <= where[0] < f.last for f in clauses.frames.values() if f.cue.tokens in view.cues):
                continue
            if text.lower[speaker[0]] in OWN and (view.owner[at] >= 0 or _told_already(view, clauses)):
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


def _with_apposition(text: Text, clauses: Clauses, where: Range, speaker: Range) -> tuple[Range, Range]:
    """The source with the apposition behind it: "nach Angaben von Emil Rohr, dem Sprecher der Bahn, ..."."""
    for n, segment in enumerate(clauses.segments[1:-1], 1):
        after = clauses.segments[n + 1]
        behind = segment.before == "," and segment.first - 1 == where[1] == speaker[1]
        if behind and segment.kind == "frag" and after.kind == "main" and after.order == 1:
            phrase = phrase_at(text, segment.first, segment.last)
            if phrase is not None and phrase.last == segment.last:
                return (where[0], segment.last), (speaker[0], segment.last)
    return where, speaker


def _phrase(view: View, at: int, first: int, last: int) -> tuple[Range, tuple[int, ...], Range, Medium] | None:
    """Words of the source, its cue, who it is, the medium."""
    text = view.text
    word = text.lower[at]
    if word in BEFORE or word in NOUNS:
        start = at + 1 + (at + 2 < last and text.forms[at + 1].adverb and not text.forms[at + 1].determiner)
        inner = phrase_at(text, start, last) if start < last else None
        if inner is not None and (word in ("laut", "gemäß") or (word == "zufolge" and text.lower[at + 1] != ",")):
            if word == "zufolge" and at > first and _before(text, at, first) is not None:
                inner = None
            else:
                whom = extend(text, inner, inner.last)
                return (at, whom[1]), (at,), whom, _medium(text, inner) or "speech"
        medium = _medium(text, inner) if inner is not None else None
        if inner is not None and medium and (word == "nach" or text.lower[inner.head] in ("sicht",)):
            if word == "nach":
                return (at, inner.last), (at,), inner.range, medium
            if word == "aus":
                return (at, inner.last), (at,), inner.range, medium
    if word in ("zufolge", "nach") and at > first:
        before = _before(text, at, first)
        first = before.first if before is not None else at
        if before is not None and _attributive(text, first, at, last):
            before = None
        if before is not None and text.lower[first] in ("auch", "nur", "so"):
            before = phrase_at(text, first + 1, at) or before
        free = word == "zufolge" or at + 1 == last or not text.forms[at + 1].noun
        if before is not None and free and (word == "zufolge" or _belief(text, before)):
            return (first, at + 1), (at,), before.range, _medium(text, before) or "speech"
    if word in ADVERBS and (word != "danach" or _told(view, at, first, last)):
        return (at, at + 1), (at,), (at, at + 1), "speech"
    return None


def _attributive(text: Text, first: int, at: int, last: int) -> bool:
    """Whether the words belong to an adjective: "die seiner Meinung nach wachsende Gefahr"."""
    if not first or at + 2 >= last or not text.forms[first - 1].determiner:
        return False
    return text.forms[at + 1].attributive and text.forms[at + 2].noun != 0


def _belief(text: Text, phrase: Phrase) -> bool:
    """Whether "nach" can stand behind the words: "seiner Meinung nach", "dem Vernehmen nach"."""
    nouns = words("quotations", "before_nach.txt")
    return any(lemma in nouns for lemma in lemma_of(text, phrase.head)) and bool(text.forms[phrase.first].determiner)


def _told_already(view: View, clauses: Clauses) -> bool:
    """Whether the sentence is in the Konjunktiv: somebody's words, in which "seiner Meinung nach" means himself."""
    text = view.text
    return any(s.kind == "main" and konjunktiv(text, s) and text.forms[s.verb].present for s in clauses.segments)


def _claimed_before(text: Text, first: int) -> bool:
    """Whether the sentence before says with "soll" what is claimed, so that "danach" is a time."""
    start = text.bounds[text.sentence[first] - 1][0] if text.sentence[first] else first
    return bool({"soll", "sollen"} & set(text.lower[start:first]))


def _announced(view: View, first: int) -> bool:
    """Whether the sentence before names a source: "eine Studie wurde vorgestellt. Danach ..."."""
    text, number = view.text, view.text.sentence[first] - 1
    if number < 0 or number in view.quoted:
        return False
    start, end = text.bounds[number]
    lower = set(text.lower[start:end])
    if {"nach", "laut", "zufolge"} & lower or not lower & words("quotations", "publishing.txt"):
        return False
    return any(
        text.tokens[i].text[0].isupper() and any(lemma in sources() for lemma in lemma_of(text, i))
        for i in range(start, end)
    )


def _told(view: View, at: int, first: int, last: int) -> bool:
    """Whether "danach" at the sentence's start means "after what was said": the verb is Konjunktiv or "soll"."""
    text = view.text
    return (
        at == first
        and at + 1 < last
        and (
            text.forms[at + 1].mood == STRICT
            or (text.lower[at + 1] in ("soll", "sollen") and not _claimed_before(text, first))
            or _announced(view, first)
        )
    )


def _before(text: Text, at: int, first: int) -> Phrase | None:
    """The longest noun phrase that ends before token `at`."""
    for start in range(max(first, at - 14), at):
        phrase = phrase_at(text, start, at)
        if phrase is None or phrase.last != at or text.forms[start].preposition:
            continue
        last = phrase_at(text, at - 1, at)
        apart = last is not None and phrase.head < at - 1 and not _medium(text, replace(phrase, core=phrase.head + 1))
        return last if apart and last is not None and _medium(text, last) else phrase
    return None


def _medium(text: Text, phrase: Phrase) -> Medium | None:
    for place in (phrase.head, *range(phrase.head + 1, phrase.core)):
        for lemma in lemma_of(text, place):
            found = sources().get(lemma)
            if found:
                return found
            for noun in sources():
                if lemma.lower().endswith(noun.lower()) and lemma.lower() not in words("quotations", "no_sources.txt"):
                    return sources()[noun]
    return None


def _scope(view: View, clauses: Clauses, where: Range) -> tuple[Range, ...]:
    """The clause without the source: a relative clause alone, else the rest of the sentence."""
    text, segments = view.text, clauses.segments
    at = next((n for n, s in enumerate(segments) if s.first <= where[0] < s.last), None)
    if at is None:
        return ()
    start, end = _bounds(view, clauses, at)
    resume = where[1]
    if where[0] == segments[at].first and where[1] >= segments[at].last - 1:
        main = next((n for n in range(at + 1, min(len(segments), at + 4)) if segments[n].kind == "main"), None)
        if main is not None and segments[main].order == 1:
            resume = segments[main].first
    ranges = []
    for first, last in ((start, where[0]), (resume, end)):
        part = text.trim(first, last) if first < last else None
        if part is not None:
            ranges.append(part)
    return tuple(ranges)


def _bounds(view: View, clauses: Clauses, at: int) -> Range:
    """The tokens for which the source in segment `at` stands."""
    segments = clauses.segments
    segment = segments[at]
    first, last = 0, len(segments)
    if segment.kind in ("rel", "sub", "ask") and segment.opener != "wie":
        first = at
        if segment.kind == "rel":
            last = at + 1
            while last < len(segments) and segments[last].kind in ("inf", "sub", "ask"):
                last += 1
    for n in range(at, 0, -1):
        if segments[n].before in (":", ";"):
            first = max(first, n)
            break
    for n in range(at + 1, last):
        frame = clauses.frames.get(n) if segments[n].kind == "main" and segments[n].order == 2 else None
        told = frame is not None and frame.speaker is not None and not konjunktiv(view.text, segments[n])
        if segments[n].before == ";" or told:
            last = n
            break
    owners = {view.owner[i] for i in (segment.first, segment.last - 1)} - {-1}
    if owners:
        host = view.found[min(owners)]
        held = next(((a, b) for a, b in host.quote if a <= segments[at].last - 1 < b), None)
        if held:
            return max(segments[first].first, held[0]), min(segments[last - 1].last, held[1])
    return segments[first].first, segments[last - 1].last
