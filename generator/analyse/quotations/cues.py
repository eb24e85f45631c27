"""The predicate of a clause, looked up among the reporting verbs."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analyse.quotations.lexical import Entry, particles, verbs
from generator.analyse.quotations.reading import Text
from generator.analyse.quotations.segments import Segment
from generator.analyse.quotations.verbs import finite
from generator.analyse.tables import words

AUXILIARIES = frozenset(
    ("haben", "sein", "werden", "können", "müssen", "sollen", "wollen", "dürfen", "mögen", "lassen", "bekommen")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A reporting verb found in a clause."""

    entry: Entry
    verb: int
    """Token of the finite verb."""
    tokens: tuple[int, ...]
    """All tokens of the predicate, in text order."""
    passive: bool = False


def predicate(text: Text, segment: Segment, last: int) -> Cue | None:
    """The reporting verb of a clause whose right end is searched up to token `last`; None where it has none."""
    verb = segment.verb
    if verb < 0:
        return None
    for candidate in segment.finite:
        cue = _at(text, segment, candidate, last)
        if cue is not None:
            return cue
    return None


def _at(text: Text, segment: Segment, verb: int, last: int) -> Cue | None:
    form = text.forms[verb]
    clause = [i for i in range(segment.first, last) if not text.hidden[i]]
    lower = {text.lower[i] for i in clause}
    if AUXILIARIES & set(form.finite):
        cue = _compound(text, segment, verb, clause, lower, last)
        if cue is not None:
            return cue
    if segment.kind in ("sub", "rel", "ask") and verb > segment.first:
        for lemma in form.finite:
            entry = _entry(text.lower[verb - 1] + lemma, lower)
            if entry is not None and entry.verb.startswith(text.lower[verb - 1] + "|"):
                return _cue(text, entry, clause, verb, (verb - 1, verb))
    for lemma in form.finite:
        for particle in particles().get(lemma, ()):
            place = _particle(text, clause, verb, particle)
            if place is not None:
                entry = _entry(particle + lemma, lower)
                if entry is not None:
                    return _cue(text, entry, clause, verb, (verb, place))
        if form.joined or not _separated(text, clause, verb, segment.last):
            entry = _entry(lemma, lower)
            if entry is not None:
                return _cue(text, entry, clause, verb, (verb,))
    return None


def _compound(text: Text, segment: Segment, verb: int, clause: list[int], lower: set[str], last: int) -> Cue | None:
    """Auxiliary with participle or infinitive: "hat gefordert", "wurde mitgeteilt", "will prüfen"."""
    aux = set(text.forms[verb].finite)
    modal = not aux & {"haben", "sein", "werden"}
    for place in reversed(clause):
        form = text.forms[place]
        if place == verb or not (form.participle or form.infinitive):
            continue
        if text.lower[place] in ("worden", "haben", "werden", "sein") or (place and text.lower[place - 1] == "zu"):
            continue
        if text.lower[place].startswith("bekannt"):
            continue
        lemmas = form.infinitive if modal else (form.participle or form.infinitive)
        if place and text.lower[place - 1] in words("quotations", "particles.txt"):
            lemmas = (*(text.lower[place - 1] + lemma for lemma in (*form.participle, *lemmas)), *lemmas)
        for lemma in dict.fromkeys((*lemmas, *form.participle)):
            entry = _entry(lemma, lower)
            if entry is not None:
                passive = ("werden" in aux or "worden" in lower) and bool(form.participle) and not modal
                passive = passive or (modal and "werden" in lower and bool(form.participle))
                extra = (place, place + 1) if text.lower[place + 1 : place + 2] == ["worden"] else (place,)
                extra = (place - 1, *extra) if entry.verb.startswith(text.lower[place - 1] + "|") else extra
                return _cue(text, entry, clause, verb, (verb, *extra), passive=passive)
        if segment.kind == "main":
            break
    return None


def _entry(lemma: str, lower: set[str]) -> Entry | None:
    for entry in verbs().get(lemma, ()):
        if all(word in lower for word in entry.with_):
            return entry
    return None


def _cue(text: Text, entry: Entry, clause: list[int], verb: int, tokens: tuple[int, ...], passive: bool = False) -> Cue:
    extra = [i for i in clause if text.lower[i] in entry.with_]
    return Cue(entry=entry, verb=verb, tokens=tuple(sorted({*tokens, *extra})), passive=passive)


def _particle(text: Text, clause: list[int], verb: int, particle: str) -> int | None:
    """The token of a separated particle: the clause's end, or before a further phrase."""
    behind = [i for i in clause if i > verb and text.lower[i] == particle]
    for place in reversed(behind):
        after = place + 1
        if place == clause[-1] or (after < len(text.lower) and text.lower[after] in (",", ":", "und", ".", ";", "–")):
            return place
        if particle not in words("", "prepositions.txt") and not text.forms[place].determiner:
            return place
    return None


def _separated(text: Text, clause: list[int], verb: int, segment_last: int) -> bool:
    """Whether the verb's particle stands at the clause's end, so that the verb is another one."""
    ends = {clause[-1], next((i for i in reversed(clause) if i < segment_last), clause[-1])}
    return any(
        i != verb and text.lower[i] in words("quotations", "particles.txt") and not finite(text, i) for i in ends
    )


def lemma_of(text: Text, at: int) -> tuple[str, ...]:
    """Spellings under which a noun may stand in the tables: itself and without its ending."""
    word = text.tokens[at].text
    forms = [word]
    for ending in ("en", "n", "s", "es", "e", "er"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            forms.append(word[: -len(ending)])
    return tuple(forms)
