"""The subject of a verb: the noun phrase that agrees with it, told apart from its objects."""

from __future__ import annotations

from generator.analyse.quotations.forms import ACCUSATIVE, DATIVE, GENITIVE, NOMINATIVE, PLURAL
from generator.analyse.quotations.lexical import endings
from generator.analyse.quotations.phrases import phrase_at, subject
from generator.analyse.quotations.reading import CUTS, MARKS, Phrase, Range, Text
from generator.analyse.quotations.segments import Segment
from generator.analyse.tables import words


def find_subject(text: Text, segment: Segment, start: int, verb: int, end: int) -> Phrase | None:
    """The noun phrase that is the subject of the verb at token `verb`."""
    form = text.forms[verb]
    plural, singular = form.plural, form.singular
    if segment.kind in ("main", "quote"):
        if segment.order == 2 or start < segment.first:
            found = _forefield(text, start, verb, plural, singular)
            if found is not None and found.pronoun and text.lower[found.first] in ("das", "dies", "dieses"):
                return _scan(text, verb + 1, end, plural, singular) or found
            if found is not None and not _object(text, found, verb, end, plural, singular):
                return found
        return _scan(text, verb + 1, end, plural, singular) or _named(text, segment, start, verb)
    first = start + 1
    if segment.kind == "rel" and text.forms[segment.first].preposition:
        owned = phrase_at(text, segment.first + 1, verb)
        first = owned.last if owned is not None and text.lower[owned.first] in ("dessen", "deren") else first
    found = _scan(text, first, verb, plural, singular)
    if segment.kind == "rel" and (found is None or not found.pronoun):
        opener = next(i for i in range(segment.first, verb + 1) if text.lower[i] == segment.opener or i == verb)
        alone = (text.lower[opener] in ("der", "welcher") and singular) or (
            text.lower[opener] in ("die", "welche") and not (found is not None and found.name)
        )
        if text.lower[opener] in ("der", "die", "das", "welche", "welcher", "welches") and (found is None or alone):
            return Phrase(first=opener, last=opener + 1, head=opener, core=opener + 1, cases=0xF, pronoun=True)
    return found


def _named(text: Text, segment: Segment, start: int, verb: int) -> Phrase | None:
    """A name that does not agree with its verb: "Köche ohne Grenzen teilte mit"."""
    if segment.order != 2 or start >= verb or text.forms[start].preposition:
        return None
    phrase = phrase_at(text, start, verb)
    return phrase if phrase is not None and phrase.last == verb and phrase.nominative and not phrase.pronoun else None


def _forefield(text: Text, start: int, verb: int, plural: bool, singular: bool) -> Phrase | None:
    at = start
    while at < verb and (text.lower[at] in words("quotations", "before_subject.txt") or text.hidden[at]):
        at += 1
    if at < verb and text.forms[at].adverb and not text.forms[at].determiner and at + 1 < verb:
        beside = phrase_at(text, at + 1, verb)
        at += beside is not None and beside.last == verb
    if at >= verb or text.forms[at].preposition:
        return None
    phrase = phrase_at(text, at, verb)
    if phrase is None:
        return None
    several = plural and phrase.nominative and "und" in text.lower[phrase.first : verb]
    if not several and not subject(text, phrase, plural, singular):
        return None
    rest = [i for i in range(phrase.last, verb) if not text.hidden[i]]
    if not phrase.cases & (ACCUSATIVE | DATIVE | GENITIVE):
        return phrase
    if rest and text.lower[rest[0]] not in CUTS and not _loose(text, rest):
        return None
    return phrase


def _object(text: Text, found: Phrase, verb: int, end: int, plural: bool, singular: bool) -> bool:
    """Whether the noun phrase before the verb is its object, because a pronoun or a name after it is the subject."""
    if (
        (found.cases & ACCUSATIVE == 0 and not found.name)
        or text.forms[found.head].proper
        or text.tokens[found.head].text.isupper()
    ):
        return False
    if any(found.first <= at < found.core for at in text.names):
        return False
    if words("quotations", "emphasis.txt") & set(text.lower[found.last : verb]):
        return False
    after = phrase_at(text, verb + 1, end) if verb + 1 < end else None
    if after is None or not subject(text, after, plural, singular):
        return False
    if after.pronoun:
        return text.lower[after.first] in ("er", "wir", "ich", "man")
    if found.pronoun:
        return text.lower[found.first] in ("das", "dies", "dieses", "es")
    if not after.cases & ~NOMINATIVE and after.cases:
        return True
    return (
        after.name
        and text.tokens[after.first].text not in MARKS
        and not found.name
        and not after.cases & ~(NOMINATIVE | ACCUSATIVE | DATIVE | GENITIVE)
        and (not text.lower[found.head].endswith(endings("people.txt")))
    )


def speaks(text: Text, phrase: Phrase) -> bool:
    """Whether the words can mean somebody: a name, a pronoun, a noun of people or bodies."""
    if phrase.name or phrase.pronoun or any(i in text.names for i in range(phrase.first, phrase.core)):
        return True
    head = text.lower[phrase.head]
    return head.endswith(endings("people.txt"))


def _loose(text: Text, rest: list[int]) -> bool:
    """Whether what stands between a noun and the verb can hang on the noun: a place, a coordination, an adverb."""
    form = text.forms[rest[0]]
    return (
        all(text.forms[i].adverb or text.lower[i] in words("quotations", "emphasis.txt") for i in rest)
        or form.preposition
        or form.adverb
        or text.lower[rest[0]] in ("und", "sowie", "oder")
        or bool(form.noun)
        or (form.adjective and len(rest) == 1)
    )


def _scan(text: Text, at: int, end: int, plural: bool, singular: bool) -> Phrase | None:
    """The first noun phrase from token `at` on that can be the subject."""
    while at < end:
        if text.hidden[at]:
            at += 1
            continue
        word, form = text.lower[at], text.forms[at]
        if word in CUTS:
            at += 1
            continue
        if form.preposition or word in ("zum", "zur", "beim", "im", "am", "vom", "ins"):
            inner = phrase_at(text, at + 1, end) if at + 1 < end else None
            at = inner.last if inner is not None else at + 1
            continue
        if word == "sich" or (form.adverb and not form.determiner and not form.noun):
            at += 1
            continue
        phrase = phrase_at(text, at, end)
        if phrase is None:
            at += 1
            continue
        if phrase.name and phrase.head == phrase.first and word in words("quotations", "times.txt"):
            at = phrase.last
            continue
        fits = subject(text, phrase, plural, singular) and not (phrase.pronoun and word in ("dies", "das"))
        if fits and not _bare(text, phrase):
            return phrase
        at = phrase.last
    return None


def _bare(text: Text, phrase: Phrase) -> bool:
    """Whether a noun stands without article or adjective in the singular, as subjects that speak seldom do."""
    return phrase.first == phrase.head and not phrase.cases & PLURAL and not speaks(text, phrase)


def extend(text: Text, phrase: Phrase, stop: int, forefield: bool = False) -> Range:
    """A speaker's words with appositions, brackets and coordinated names."""
    last = phrase.last
    while last < stop:
        word = text.lower[last]
        if word == "(":
            closing = next((i for i in range(last, min(stop, last + 20)) if text.lower[i] == ")"), None)
            if closing is None:
                break
            last = closing + 1
            continue
        if (word in ("und", "sowie", "oder") or (forefield and word == "als")) and last + 1 < stop:
            inner = phrase_at(text, last + 1, stop)
            if inner is None or not inner.nominative or inner.pronoun:
                break
            last = inner.last
            continue
        if word == "," and last + 1 < stop and not phrase.pronoun:
            inner = phrase_at(text, last + 1, stop)
            if inner is None or inner.pronoun or not (inner.cases & phrase.cases or inner.name):
                break
            last = inner.last
            continue
        named = _behind_place(text, last, stop) if not phrase.pronoun else None
        if named is not None:
            last = named
            continue
        if (
            forefield
            and word in words("quotations", "places_of_speakers.txt")
            and stop - last < 8
            and not phrase.pronoun
        ):
            inner = phrase_at(text, last + 1, stop) if last + 1 < stop else None
            if inner is None or inner.last != stop:
                break
            if text.lower[inner.head] in words("quotations", "times.txt"):
                break
            last = inner.last
            continue
        break
    return (phrase.first, last)


def _behind_place(text: Text, at: int, stop: int) -> int | None:
    """The end of a name in commas behind a place: "der Chef am Ort, Emil Rohr, erklärte"."""
    inner = phrase_at(text, at + 1, stop) if text.forms[at].preposition and at + 1 < stop else None
    if inner is None or inner.last + 2 >= stop or text.lower[inner.last] != ",":
        return None
    name = phrase_at(text, inner.last + 1, stop)
    closed = name is not None and name.name and name.last < stop and text.lower[name.last] == ","
    return name.last if name is not None and closed else None
