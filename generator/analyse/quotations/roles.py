"""Who speaks in a reporting clause, to whom, and who passes it on."""

from __future__ import annotations

from dataclasses import replace

from generator.analyse.quotations.cues import Cue, lemma_of
from generator.analyse.quotations.forms import ACCUSATIVE, DATIVE, PLURAL
from generator.analyse.quotations.lexical import endings, nouns, sources
from generator.analyse.quotations.phrases import phrase_at
from generator.analyse.quotations.reading import Phrase, Range, Text
from generator.analyse.quotations.segments import Segment
from generator.analyse.quotations.subjects import extend, find_subject, speaks
from generator.analyse.tables import words


def find_speaker(text: Text, segment: Segment, start: int, cue: Cue, end: int, beside: int) -> Range | None:
    if cue.entry.verb == "zitieren":
        return _cited(text, segment, start, cue, end)
    if cue.passive:
        return _agent(text, segment, start, cue.verb, end) or _document(text, start, end)
    if cue.entry.verb == "heißen" or (cue.entry.verb == "stehen"):
        return _after(text, start, end, ("in", "im", "aus", "von", "vom", "seitens", "auf", "bei", "beim"))
    if cue.entry.verb in ("verlauten", "verlautbaren") and find_subject(text, segment, start, cue.verb, end) is None:
        return _after(text, start, end, ("aus", "von", "vom"))
    if "rede" in cue.entry.with_:
        return _document(text, start, end)
    if cue.entry.verb in ("hervor|gehen",) or "hervor" in cue.entry.with_:
        return _after(text, start, end, ("aus",))
    found = find_subject(text, segment, start, cue.verb, end)
    if found is None:
        return None
    word = text.lower[found.first]
    if found.pronoun and segment.kind != "rel" and (word in ("man", "dies", "das") or (word == "es" and _empty(cue))):
        return None
    ahead = found.first < cue.verb
    if not ahead and {"dat", "von"} & {*cue.entry.to, *cue.entry.reports}:
        found = _without_reader(text, found, cue)
    return extend(text, found, cue.verb if ahead else max(end, beside), forefield=ahead and segment.kind == "main")


def _without_reader(text: Text, found: Phrase, cue: Cue) -> Phrase:
    """ "die Trainerin der Zeitung X" behind "sagte": the newspaper is told, not the trainer's owner."""
    hung = text.lower[found.core] if found.core < found.last else ""
    if hung in ("von", "vom") and "von" in (*cue.entry.to, *cue.entry.reports):
        return replace(found, last=found.core)
    if hung not in ("der", "dem"):
        return found
    inner = phrase_at(text, found.core, found.last)
    told = inner is not None and text.lower[inner.head].endswith(endings("media.txt"))
    speaks_for = text.lower[found.head].endswith(endings("spokespeople.txt"))
    blamed = cue.entry.verb in ("vor|werfen", "vor|halten", "unter|stellen") and not cue.passive
    return replace(found, last=found.core) if (told and not speaks_for) or blamed else found


def _empty(cue: Cue) -> bool:
    """Whether "es" is no more than a placeholder with the verb."""
    return cue.entry.verb in ("sein", "werden", "lauten", "geben") or "es" in cue.entry.with_


def _agent(text: Text, segment: Segment, start: int, verb: int, end: int) -> Range | None:
    """Who acts in the passive: "von der Polizei", "durch das Ministerium"; not who "von" belongs to in the subject."""
    prepositions = ("von", "vom", "durch", "seitens")
    found = _after(text, verb, end, prepositions)
    if found is not None:
        return found
    ahead = _after(text, start, end, prepositions)
    opens = phrase_at(text, start, verb)
    if ahead is None or (opens is not None and ahead[0] < opens.last):
        return None
    hangs = segment.kind == "main" and ahead[0] - 1 > start and text.forms[ahead[0] - 2].noun
    return None if hangs else ahead


def _document(text: Text, start: int, end: int) -> Range | None:
    """What says it in the passive: "in dem Bericht wurde vermutet"."""
    found = _after(text, start, end, ("in", "im"))
    if found is None:
        return None
    phrase = phrase_at(text, found[0], end)
    if phrase is None or not any(n in sources() or n in nouns() for n in lemma_of(text, phrase.head)):
        return None
    return found


def _cited(text: Text, segment: Segment, start: int, cue: Cue, end: int) -> Range | None:
    """Whose words are cited: the subject in the passive, the object else."""
    found = find_subject(text, segment, start, cue.verb, end)
    if found is None:
        return None
    if cue.passive:
        return extend(text, found, end if found.first > cue.verb else cue.verb)
    other = phrase_at(text, found.last, end) if found.first > cue.verb and found.last < end else None
    if other is None and found.last <= cue.verb and cue.verb + 1 < end:
        other = phrase_at(text, cue.verb + 1, end)
    return other.range if other is not None and not text.forms[other.first].preposition else None


def _after(text: Text, start: int, end: int, prepositions: tuple[str, ...]) -> Range | None:
    for at in range(start, end - 1):
        if text.lower[at] in prepositions and not text.hidden[at] and not (at and text.lower[at - 1][-1:].isdigit()):
            inner = phrase_at(text, at + 1, end)
            if inner is not None and text.lower[inner.head] not in words("quotations", "times.txt"):
                return extend(text, inner, end)
    return None


def find_addressee(text: Text, cue: Cue, start: int, end: int, speaker: Range | None) -> Range | None:
    to = cue.entry.to
    prepositions = [p for p in to if p not in ("dat", "acc")]
    taken = range(*speaker) if speaker else range(0)
    at = start
    while at < end:
        if at in taken or at in cue.tokens or text.hidden[at]:
            at += 1
            continue
        word, form = text.lower[at], text.forms[at]
        talk = word == "mit" and at > start and text.lower[at - 1] in words("quotations", "talks.txt")
        if word in prepositions or word in ("gegenüber", "vor", "zur", "zum") or talk:
            inner = phrase_at(text, at + 1, end) if at + 1 < end else None
            if inner is not None and inner.first not in taken and _listens(text, word, inner):
                return (inner.first, inner.last)
        if form.preposition:
            inner = phrase_at(text, at + 1, end) if at + 1 < end else None
            at = inner.last if inner is not None else at + 1
            continue
        phrase = phrase_at(text, at, end) if form.determiner or form.noun or form.attributive else None
        if phrase is None:
            at += 1
            continue
        wanted = DATIVE if "dat" in to else ACCUSATIVE if "acc" in to else 0
        ahead = phrase.first == start and phrase.last <= cue.verb and text.lower[start] not in ("es", "das", "dies")
        if cue.passive and to and ahead:
            return phrase.range
        bare = not text.forms[phrase.first].determiner and not phrase.name and not phrase.pronoun
        apposed = phrase.name and at > start and text.lower[at - 1] == ","
        if apposed or (bare and not _readers(text, phrase)):
            at = phrase.last
            continue
        time = text.lower[phrase.head] in words("quotations", "times.txt")
        bare = text.lower[phrase.first] in ("dies", "das", "es", "sich")
        inverted = ahead and speaker is not None and speaker[0] > cue.verb
        if phrase.cases & wanted and not time and not bare and (phrase.first > start or inverted):
            return phrase.range
        at = phrase.last
    return None


def _listens(text: Text, preposition: str, phrase: Phrase) -> bool:
    """Whether what follows the preposition can be spoken to: "zur Zeitung", "vor Journalisten", not "zum Plan"."""
    head = text.lower[phrase.head]
    if preposition == "vor":
        return head.endswith(endings("audience.txt"))
    if preposition in ("zu", "zur", "zum"):
        return phrase.name or phrase.pronoun or head.endswith(endings("media.txt"))
    return True


def _readers(text: Text, phrase: Phrase) -> bool:
    """Whether a noun without an article is a dative of people: "sagte Journalisten"."""
    head = text.lower[phrase.head]
    if not head.endswith("n") or not phrase.cases & PLURAL:
        return False
    return speaks(text, phrase) or head[:-1].endswith(endings("people.txt"))


def find_carrier(text: Text, start: int, end: int, speaker: Range | None) -> Range | None:
    """Who passes the words on: "sagte er laut der Zeitung", "der Agentur zufolge"."""
    for at in range(start, end):
        if text.lower[at] in ("laut", "zufolge") and not text.hidden[at]:
            inner = phrase_at(text, at + 1, end) if text.lower[at] == "laut" and at + 1 < end else None
            if inner is not None:
                return inner.range
            for first in range(max(start, at - 9), at):
                before = phrase_at(text, first, at)
                if before is not None and before.last == at and not overlap(before.range, speaker):
                    return before.range
    return None


def overlap(a: Range | None, b: Range | None) -> bool:
    return a is not None and b is not None and a[0] < b[1] and b[0] < a[1]
