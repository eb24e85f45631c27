"""The reporting clause: its verb, who speaks in it, to whom, and who passes it on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.analyse.quotations.cues import Cue, lemma_of, predicate
from generator.analyse.quotations.forms import ACCUSATIVE, DATIVE, GENITIVE, NOMINATIVE, PLURAL, STRICT
from generator.analyse.quotations.lexical import endings, nouns, sources
from generator.analyse.quotations.phrases import phrase_at, subject
from generator.analyse.quotations.reading import CUTS, MARKS, Phrase, Range, Text
from generator.analyse.quotations.segments import Segment
from generator.analyse.tables import words

CONTRAST = frozenset(("aber", "jedoch", "dabei", "zugleich", "allerdings", "dagegen"))
"""Words in a clause that goes on with the subject of the one before: "..., sprechen aber davon"."""

EMPHASIS = frozenset(("selbst", "selber", "dagegen", "hingegen", "wiederum"))
"""Words behind a subject before its verb: "die Kampagne selbst warf ihm vor"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A clause with a reporting verb."""

    at: int
    """Number of its segment in the sentence."""
    first: int
    last: int
    """Tokens of the clause, what is quoted not included."""
    cue: Cue
    speaker: Range | None
    addressee: Range | None
    carrier: Range | None
    elliptical: bool = False
    """The subject is that of the clause before: "und fügte hinzu"."""
    inverted: bool = False
    """The verb comes first, the subject after it: ", sagte Kim"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clauses:
    """A sentence cut into segments, with the reporting clauses among them."""

    sentence: int
    segments: tuple[Segment, ...]
    frames: dict[int, Frame]
    """By the number of the segment that holds the verb."""


def clauses(text: Text, sentence: int, segments: tuple[Segment, ...]) -> Clauses:
    """The reporting clauses of a sentence."""
    frames: dict[int, Frame] = {}
    for at, segment in enumerate(segments):
        if segment.finite:
            frame = _frame(text, segments, at)
            if frame is not None and _joins(text, segment, frame):
                other = shared(text, segments, at)
                own = frame.speaker and phrase_at(text, frame.speaker[0], frame.last)
                if other is None and own is not None and not speaks(text, own):
                    frame = replace(frame, speaker=None, elliptical=True)
                else:
                    frame = replace(frame, speaker=other or frame.speaker, elliptical=other is not None)
            if frame is not None:
                frames[at] = frame
    return Clauses(sentence=sentence, segments=segments, frames=frames)


def _frame(text: Text, segments: tuple[Segment, ...], at: int) -> Frame | None:
    segment = segments[at]
    last = reach(text, segments, at)
    cue = predicate(text, segment, last)
    if cue is None:
        return None
    start = opening(text, segments, at)
    end = segment.last
    while cue.tokens[-1] >= end:
        end = next(s.last for s in segments if s.last > cue.tokens[-1])
    speaker = _speaker(text, segment, start, cue, end, _beside(text, segments, at, end))
    inverted = segment.kind == "main" and segment.order == 1 and start == segment.first
    between = any(s.kind in ("ask", "sub", "rel") for s in segments[:at] if s.first >= start)
    addressee = _addressee(text, cue, segment.first if between else start, end, speaker)
    carrier = _carrier(text, start, end, speaker)
    return Frame(
        at=at,
        first=start,
        last=end,
        cue=cue,
        speaker=speaker,
        addressee=None if _overlap(addressee, carrier) else addressee,
        carrier=carrier,
        inverted=inverted,
    )


def _overlap(a: Range | None, b: Range | None) -> bool:
    return a is not None and b is not None and a[0] < b[1] and b[0] < a[1]


def _joins(text: Text, segment: Segment, frame: Frame) -> bool:
    """Whether a verb-first clause has no subject of its own but that of the clause before."""
    if segment.kind == "main" and frame.speaker is None and segment.before == "und" and _participle(text, frame):
        return True
    if not frame.inverted or segment.before == '"' or frame.cue.passive:
        return False
    if frame.speaker is None:
        alone = find_subject(text, segment, segment.first, segment.verb, frame.last) is None
        told = segment.before != "," or any(text.lower[i] in CONTRAST for i in range(segment.first, frame.last))
        return alone and told
    if segment.before not in ("und", "aber", "sowie", "doch", "oder"):
        return False
    own = phrase_at(text, frame.speaker[0], frame.last)
    return own is None or own.cases & ACCUSATIVE != 0 or own.name


def _participle(text: Text, frame: Frame) -> bool:
    """Whether the verb is the participle of the clause before: "hat es geprüft und gestern bestätigt"."""
    return frame.cue.verb == frame.last - 1 and bool(text.forms[frame.cue.verb].participle)


def shared(text: Text, segments: tuple[Segment, ...], at: int) -> Range | None:
    """The subject of the main clause before, which an elliptical clause shares: "er nickte und sagte"."""
    for back in range(at - 1, -1, -1):
        segment = segments[back]
        if segment.kind == "main" and segment.finite:
            start = opening(text, segments, back)
            found = find_subject(text, segment, start, segment.verb, segment.last)
            if found is not None and not (found.pronoun and text.lower[found.first] in ("es", "man")):
                return extend(text, found, segment.verb if found.first < segment.verb else segment.last)
            if segment.order == 2:
                return None
    return None


def opening(text: Text, segments: tuple[Segment, ...], at: int) -> int:
    """The first token of a clause: with what stands before its verb in segments of its own."""
    segment = segments[at]
    if segment.kind in ("sub", "ask") and segment.opener and at:
        for back in range(at, max(-1, at - 4), -1):
            if segments[back].opener == segment.opener and any(
                text.lower[i] == segment.opener
                for i in range(segments[back].first, min(segments[back].last, segments[back].first + 3))
            ):
                return segments[back].first
    if segment.kind != "main" or segment.order != 1:
        if segment.kind == "main" and at and _trailing(text, segments, at):
            return segments[at - 1].first
        return segment.first
    back = at - 1
    first = segment.first
    after = segments[at + 1] if at + 1 < len(segments) else None
    if after is not None and after.kind == "main" and after.order == 1 and after.before in (",", "–", "-"):
        own = phrase_at(text, segment.verb + 1, segment.last) if segment.verb + 1 < segment.last else None
        if own is not None and own.nominative and text.forms[after.verb].mood == STRICT:
            return first
    if segment.before in ("und", "oder", "aber", "sowie"):
        return first
    asked = back > 0 and segments[back].kind == "ask" and segments[back - 1].kind == "frag"
    while back >= 0 and segments[back].kind in ("frag", "rel", "sub", "inf", "ask") and not segments[back].order:
        if (
            not asked
            and segments[back].kind in ("sub", "ask", "inf")
            and back + 1 == at
            and segments[back].opener in ("dass", "ob")
        ):
            break
        first = segments[back].first
        back -= 1
        if segments[back + 1].before not in (",", "–", "-", "—"):
            break
    if back >= 0 and segments[back].kind == "main" and first < segment.first:
        opens = phrase_at(text, segments[back + 1].first, segments[back + 1].last)
        whole = opens is not None and opens.nominative and opens.last >= segments[back + 1].last - 1
        if segments[back + 1].before in (",", "–", "-", "—") and not (whole and back + 2 < at):
            return segment.first
    if back == 0 and segments[0].kind == "quote":
        return segment.first
    return first


def _trailing(text: Text, segments: tuple[Segment, ...], at: int) -> bool:
    """Whether a fragment opens the sentence and the clause goes on behind its comma: "Am Montag, dem 5. Mai, sagte ..."."""
    return (
        at == 1 and segments[0].kind == "frag" and segments[1].before == "," and text.lower[segments[1].first] != "so"
    )


def reach(text: Text, segments: tuple[Segment, ...], at: int) -> int:
    """One past the last token where the verb's particle or participle may stand: behind an apposition or a clause."""
    end = segments[at].last
    if segments[at].kind != "main":
        return end
    for nearby in range(at + 1, min(len(segments), at + 4)):
        segment = segments[nearby]
        if segment.kind in ("main", "quote") or segment.before not in (",", "–", "-"):
            break
        if segment.kind == "frag" and (
            nearby == at + 1 or segment.last - segment.first <= 2 or segments[nearby - 1].kind == "rel"
        ):
            end = segment.last
    return end


def _beside(text: Text, segments: tuple[Segment, ...], at: int, end: int) -> int:
    """One past an apposition in a segment of its own behind the clause: ", sagte Mira Sand, Trainerin des SV"."""
    if at + 1 >= len(segments) or segments[at + 1].kind != "frag" or segments[at + 1].before != ",":
        return end
    after = segments[at + 1]
    phrase = phrase_at(text, after.first, after.last)
    return after.last if phrase is not None and phrase.last == after.last and phrase.nominative else end


def _speaker(text: Text, segment: Segment, start: int, cue: Cue, end: int, beside: int) -> Range | None:
    if cue.entry.verb == "zitieren":
        return _cited(text, segment, start, cue, end)
    if cue.passive:
        return _agent(text, start, end) or _document(text, start, end)
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
    if not ahead and {"dat", "von"} & set(cue.entry.to):
        found = _without_reader(text, found, cue)
    return extend(text, found, cue.verb if ahead else max(end, beside), forefield=ahead and segment.kind == "main")


def _without_reader(text: Text, found: Phrase, cue: Cue) -> Phrase:
    """ "die Trainerin der Zeitung X" behind "sagte": the newspaper is told, not the trainer's owner."""
    hung = text.lower[found.core] if found.core < found.last else ""
    if hung in ("von", "vom") and "von" in cue.entry.to:
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
    while at < verb and (
        text.lower[at] in ("und", "aber", "doch", "auch", "denn", "sondern", "oder", "so", "nur") or text.hidden[at]
    ):
        at += 1
    if at < verb and text.forms[at].adverb and not text.forms[at].determiner and at + 1 < verb:
        beside = phrase_at(text, at + 1, verb)
        at += beside is not None and beside.last == verb
    if at >= verb or text.forms[at].preposition:
        return None
    phrase = phrase_at(text, at, verb)
    if phrase is None or not subject(text, phrase, plural, singular):
        if phrase is None or not plural or not (phrase.nominative and " und " in f" {' '.join(text.lower[phrase.first : verb])} "):
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
    if EMPHASIS & set(text.lower[found.last : verb]):
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
        all(text.forms[i].adverb or text.lower[i] in ("selbst", "selber") for i in rest)
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


def _agent(text: Text, start: int, end: int) -> Range | None:
    """Who acts in the passive: "von der Polizei", "durch das Ministerium"."""
    return _after(text, start, end, ("von", "vom", "durch", "seitens"))


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


def _addressee(text: Text, cue: Cue, start: int, end: int, speaker: Range | None) -> Range | None:
    to = cue.entry.to
    prepositions = [p for p in to if p not in ("dat", "acc")]
    taken = range(*speaker) if speaker else range(0)
    at = start
    while at < end:
        if at in taken or at in cue.tokens or text.hidden[at]:
            at += 1
            continue
        word, form = text.lower[at], text.forms[at]
        if word in prepositions or word == "gegenüber":
            inner = phrase_at(text, at + 1, end) if at + 1 < end else None
            if inner is not None and inner.first not in taken and (word != "zu" or inner.name or inner.pronoun):
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
        if cue.passive and to and phrase.last <= cue.verb and phrase.first == start:
            return phrase.range
        bare = not text.forms[phrase.first].determiner and not phrase.name and not phrase.pronoun
        apposed = phrase.name and at > start and text.lower[at - 1] == ","
        if apposed or (bare and not (text.lower[phrase.head].endswith("n") and phrase.cases & PLURAL)):
            at = phrase.last
            continue
        if wanted and phrase.cases & wanted and text.lower[phrase.head] not in words("quotations", "times.txt"):
            if text.lower[phrase.first] not in ("dies", "das", "es", "sich") and phrase.first > start:
                return phrase.range
        at = phrase.last
    return None


def _carrier(text: Text, start: int, end: int, speaker: Range | None) -> Range | None:
    """Who passes the words on: "sagte er laut der Zeitung", "der Agentur zufolge"."""
    for at in range(start, end):
        if text.lower[at] in ("laut", "zufolge") and not text.hidden[at]:
            inner = phrase_at(text, at + 1, end) if text.lower[at] == "laut" and at + 1 < end else None
            if inner is not None:
                return inner.range
            for first in range(max(start, at - 9), at):
                before = phrase_at(text, first, at)
                if before is not None and before.last == at and not _overlap(before.range, speaker):
                    return before.range
    return None
