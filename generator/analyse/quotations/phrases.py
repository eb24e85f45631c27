"""Noun phrases: where they end, which cases they can have."""

from __future__ import annotations

from dataclasses import replace

from generator.analyse.quotations.forms import ALL, GENITIVE, NOMINATIVE, PLURAL
from generator.analyse.quotations.reading import MARKS, Phrase, Text
from generator.analyse.quotations.verbs import finite
from generator.analyse.tables import words

LONGEST = 40
"""Tokens of the longest noun phrase with everything that hangs on it."""


def phrase_at(text: Text, at: int, stop: int) -> Phrase | None:
    """The noun phrase that begins at token `at` and ends before `stop`; None where none begins there."""
    if at in text.phrases:
        earlier, known = text.phrases[at]
        if known.last <= stop if stop <= earlier else known.last < earlier - 1:
            return known
    core = _core(text, at, stop)
    if core is None:
        return None
    last = _hang(text, core, stop)
    phrase = Phrase(
        first=at,
        last=last,
        head=core.head,
        core=core.core,
        cases=core.cases,
        name=core.name,
        pronoun=core.pronoun,
    )
    text.phrases[at] = stop, phrase
    return phrase


def _core(text: Text, at: int, stop: int) -> Phrase | None:
    """Determiner, adjectives, noun or name."""
    first, cases, form = at, ALL, text.forms[at]
    if text.lower[at] in ("so", "auch", "selbst", "sowohl", "weder", "nur", "etwa", "rund", "sogar") and at + 1 < stop:
        at += 1
        form = text.forms[at]
    determined = False
    if text.lower[at] in words("quotations", "personal.txt"):
        return Phrase(first=first, last=at + 1, head=at, core=at + 1, cases=form.determiner or ALL, pronoun=True)
    if form.determiner and not form.noun and text.lower[at] != "es":
        cases = ALL if text.lower[at] in ("dessen", "deren") else form.determiner
        determined = True
        at += 1
    seen, mark = at, False
    while at < stop and at - first < LONGEST:
        form, word = text.forms[at], text.tokens[at].text
        if word in MARKS:
            quoted = _quoted(text, first, at, stop, cases)
            if quoted is not None:
                return quoted
            mark = True
            at += 1
            continue
        if (
            form.adjective
            and form.noun
            and (word.endswith("er") or determined)
            and _noun_follows(text, at, stop)
            and text.tokens[at + 1].text[0].isupper()
        ):
            at += 1
            continue
        if form.noun and (word[0].isupper() or not word[0].isalpha() or form.name):
            found = _named(text, first, at, stop, cases, mark)
            counted = found is not None and text.lower[first][:1].isdigit()
            return replace(found, cases=ALL) if found is not None and counted else found
        if (
            determined
            and word in ("beiden", "beide", "meisten", "anderen", "übrigen")
            and not _noun_follows(text, at, stop)
        ):
            return Phrase(first=first, last=at + 1, head=at, core=at + 1, cases=cases, pronoun=True)
        if _modifier(text, at, determined):
            at += 1
            continue
        if determined and at > seen and word in ("und", "oder", ",") and at + 1 < stop and text.forms[at + 1].adjective:
            at += 1
            continue
        if determined and form.preposition and at + 1 < stop:
            end = _extended(text, at, stop)
            if end:
                at = end
                continue
        break
    if determined and at > seen and text.forms[at - 1].attributive and text.lower[at - 1][-1] in "enr":
        return Phrase(first=first, last=at, head=at - 1, core=at, cases=cases)
    if (
        determined
        and at > seen
        and text.lower[at - 1][:1].isdigit()
        and text.lower[at - 1].endswith(("ige", "igen", "iger"))
    ):
        return Phrase(first=first, last=at, head=at - 1, core=at, cases=cases)
    if at < stop and text.forms[first].pronoun and at in (first, first + 1):
        return _pronoun(text, first)
    if at == stop and text.forms[first].pronoun and at == first + 1:
        return _pronoun(text, first)
    return None


def _pronoun(text: Text, at: int) -> Phrase:
    cases = text.forms[at].determiner or ALL
    return Phrase(first=at, last=at + 1, head=at, core=at + 1, cases=cases, pronoun=True)


def _quoted(text: Text, first: int, at: int, stop: int, cases: int) -> Phrase | None:
    """A name in marks: "das „Haus am See“"."""
    closing = next((e for e in range(at + 1, min(stop, at + 12)) if text.tokens[e].text in MARKS), None)
    if closing is None or text.hidden[at] or closing == at + 1:
        return None
    if (
        closing + 1 < stop
        and text.forms[closing + 1].noun
        and text.tokens[closing + 1].text[0].isupper()
        and at == first
    ):
        return None
    opens = text.tokens[at + 1].text
    named = opens[0].isupper() or any(text.forms[e].noun for e in range(at + 1, closing))
    if not named and not any(c in opens for c in ".-0123456789") and closing > at + 3:
        return None
    if text.forms[at + 1].adjective and closing + 1 < stop and text.forms[closing + 1].noun:
        return None
    return Phrase(first=first, last=closing + 1, head=at + 1, core=closing + 1, cases=cases, name=True)


def _noun_follows(text: Text, at: int, stop: int) -> bool:
    return at + 1 < stop and bool(text.forms[at + 1].noun or text.forms[at + 1].attributive)


def _modifier(text: Text, at: int, determined: bool) -> bool:
    form, word = text.forms[at], text.lower[at]
    if word in ("sich", "nicht", "zu") or (form.finite and not determined and finite(text, at) == 2):
        return False
    if form.attributive or word.replace(".", "").replace(",", "").isdigit():
        return True
    if word.endswith("er") and form.adjective and text.tokens[at].text[0].isupper():
        return True
    return form.adjective and (determined or word in words("quotations", "numerals.txt")) and not form.finite


def _extended(text: Text, at: int, stop: int) -> int | None:
    """The end of "in Oberösterreich erscheinende" between article and noun, None where it is no such attribute."""
    for end in range(at + 1, min(stop, at + 10)):
        form = text.forms[end]
        if text.lower[end] in (",", ";", ":"):
            return None
        if form.finite and not form.attributive:
            return None
        if (
            form.attributive
            and not form.noun
            and text.lower[end].endswith(("de", "den", "te", "ten", "ter", "ne", "nen"))
        ):
            following = text.forms[end + 1] if end + 1 < stop else None
            if following is not None and (following.noun or following.adjective or text.tokens[end + 1].text in MARKS):
                return end
    return None


def _named(text: Text, first: int, at: int, stop: int, cases: int, mark: bool) -> Phrase | None:
    """From the head noun on: further nouns and names beside it."""
    head, name, bits = at, text.forms[at].name, text.forms[at].noun
    at += 1
    if at < text.names.get(head, 0) <= stop:
        at, name = text.names[head], True
    if _owner(text, head, at, stop):
        at += text.forms[at].name
        head, name, bits, cases = at, text.forms[at].name, text.forms[at].noun, ALL
        at += 1
    while at < stop:
        word, form = text.tokens[at].text, text.forms[at]
        if word in MARKS:
            closing = next((e for e in range(at + 1, min(stop, at + 14)) if text.tokens[e].text in MARKS), None)
            if mark:
                mark = False
                at += 1
                continue
            inner = text.tokens[at + 1].text if at + 1 < stop else ""
            if (
                closing is None
                or text.hidden[at]
                or not (inner[:1].isupper() or inner[:1].isdigit())
                or closing > at + 9
            ):
                break
            at = closing + 1
            continue
        if form.noun and word[0].isupper() and not form.preposition:
            if not _continues(text, first, head, at, name):
                break
            name = name or form.name
            at += 1
            continue
        if word.lower() in words("", "particles.txt") and at + 1 < stop and text.forms[at + 1].name:
            if word == "vom" or (word in ("von", "zu", "zur") and not name):
                break
            at += 1
            continue
        if word == "/" and at + 1 < stop and _joined(text, at):
            at += 2
            continue
        counts = at + 1 < stop and bool(text.forms[at + 1].noun or text.forms[at + 1].attributive)
        if form.name or (word[0].isdigit() and at == head + 1 and word[-1] != "." and not counts):
            at += 1
            continue
        break
    if text.forms[head].guessed and cases == ALL:
        bits = ALL
    if text.forms[head].proper and cases == ALL and not bits & NOMINATIVE and at == head + 1:
        bits = ALL
    joint = cases & bits if bits else cases
    if not joint and not name:
        joint = cases
    return Phrase(first=first, last=at, head=head, core=at, cases=joint or cases, name=name)


def _continues(text: Text, first: int, head: int, at: int, name: bool) -> bool:
    """Whether a further capitalised word belongs to the noun before it: a name to its title, words of one name."""
    covering = next((start for start in range(at, max(first - 1, at - 8), -1) if text.names.get(start, 0) > at), None)
    if covering is not None:
        return covering < at or at not in text.name_ends
    form = text.forms[at]
    known = not form.proper and not (form.guessed and form.noun & NOMINATIVE)
    return not (known and not name and not text.forms[head].name and not text.forms[at - 1].name)


def _joined(text: Text, at: int) -> bool:
    """Whether a stroke stands without spaces between two capitalised words or numbers: "CDU/CSU"."""
    before, stroke, after = text.tokens[at - 1 : at + 2]
    return before.end == stroke.start and stroke.end == after.start and after.text[0].isupper()


def _owner(text: Text, head: int, at: int, stop: int) -> bool:
    """Whether a name in the genitive stands before its noun: "Polens Präsident"."""
    word, bits = text.tokens[head].text, text.forms[head].noun
    titled = at + 1 < stop and text.tokens[at].text.endswith("ender") and bool(text.forms[at + 1].noun)
    at += titled
    if at >= stop or not word.endswith(("s", "'", "’")) or not text.forms[at].noun or text.forms[at].name:
        return False
    return bits == ALL or (bool(bits) and not bits & ~GENITIVE)


def _hang(text: Text, core: Phrase, stop: int) -> int:
    """One past genitives, brackets and prepositional attributes of a noun."""
    at = core.core
    if core.pronoun and text.lower[core.head] not in words("quotations", "quantifiers.txt"):
        return at
    limit = min(stop, core.first + LONGEST)
    host = core
    while at < limit:
        word, form = text.lower[at], text.forms[at]
        if word == "(":
            closing = next((e for e in range(at, min(limit, at + 16)) if text.lower[e] == ")"), None)
            if closing is None:
                break
            at = closing + 1
            continue
        inner = None
        if word in words("quotations", "genitives.txt") and (
            not host.name or host.core - host.head < 2 or text.tokens[host.core - 1].text in MARKS
        ):
            inner = _core(text, at, limit)
            if inner is not None and not inner.cases & GENITIVE:
                inner = None
            if inner is not None and host.name and text.forms[host.head].name and text.tokens[at - 1].text not in MARKS:
                inner = None
        elif form.attributive and word.endswith("er") and not core.name and core.head == core.core - 1:
            inner = _core(text, at, limit)
            if inner is not None and not (inner.cases & GENITIVE and text.forms[inner.head].noun & GENITIVE & PLURAL):
                inner = None
        elif _attaches(text, core, word):
            after = _core(text, at + 1, limit) if at + 1 < limit else None
            inner = after if after is not None and not after.pronoun else None
        if inner is None or inner.last <= at:
            break
        at, host = inner.last, inner
    return at


def _attaches(text: Text, core: Phrase, word: str) -> bool:
    """Whether a preposition after a noun opens an attribute of it: "Verband für ...", "Otto Breit von der Uni"."""
    if word not in words("quotations", "attaching.txt"):
        return False
    return word in ("von", "vom") if core.name else True


def subject(text: Text, phrase: Phrase, plural: bool, singular: bool) -> bool:
    """Whether a phrase can be the subject of a verb of that number."""
    if not phrase.nominative:
        return False
    if (phrase.name and text.forms[phrase.head].name) or phrase.pronoun or text.tokens[phrase.head].text.isupper():
        return True
    bits = phrase.cases & NOMINATIVE
    return bool((plural and bits & 0x8) or (singular and bits & 0x7) or not (plural or singular))
