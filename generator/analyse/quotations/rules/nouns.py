"""A noun announces what is said: "die Forderung, ... zu ...", "der Vorwurf, X habe ...", "ein Bericht, wonach ..."."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analyse.quotations.cues import lemma_of
from generator.analyse.quotations.drafts import Draft, View
from generator.analyse.quotations.extents import complement_end
from generator.analyse.quotations.frames import Clauses, opening, shared
from generator.analyse.quotations.lexical import nouns, sources
from generator.analyse.quotations.moods import konjunktiv
from generator.analyse.quotations.phrases import phrase_at
from generator.analyse.quotations.reading import Range, Text
from generator.analyse.quotations.rules.following import PURPOSE
from generator.analyse.quotations.segments import Segment
from generator.analyse.quotations.subjects import extend, find_subject, speaks
from generator.analyse.tables import words
from generator.model import Medium

POSSESSIVE = frozenset(("sein", "seine", "seiner", "seinem", "seinen", "ihr", "ihre", "ihrer", "ihrem", "ihren"))
WHEREBY = frozenset(("wonach",))


def find(view: View) -> Iterator[Draft]:
    """Complements of nouns."""
    text = view.text
    for clauses in view.clauses:
        segments = clauses.segments
        for at in range(1, len(segments)):
            segment = segments[at]
            if segment.before not in (",", ":"):
                continue
            noun = _noun(text, clauses, at)
            if segment.opener in WHEREBY or _according(text, clauses, at):
                yield _whereby(view, clauses, at, noun)
                continue
            if noun is None or segments[at - 1].kind == "quote":
                continue
            place, takes, medium = noun
            if not _fits(text, clauses, at, takes) or segment.first in view.starts:
                continue
            end = complement_end(text, clauses, at)
            quote = text.trim(segment.first, segments[end - 1].last)
            if quote is None:
                continue
            where, speaker = _holder(text, clauses, at, place)
            yield Draft(
                rule="noun",
                type="Indirect",
                medium=medium,
                quote=(quote,),
                cue=(place,),
                frame=((where[0], quote[0]),),
                speaker=speaker,
            )


def _according(text: Text, clauses: Clauses, at: int) -> bool:
    """Whether a relative clause names the noun before it as its source: "Gerüchte, nach denen ...", "laut dem"."""
    segment, previous = clauses.segments[at], clauses.segments[at - 1]
    if segment.kind != "rel" or text.lower[segment.first] not in ("nach", "laut"):
        return False
    nearest = next((i for i in range(previous.last - 1, previous.first, -1) if text.forms[i].noun), previous.first)
    return any(lemma in sources() or lemma in nouns() for lemma in lemma_of(text, nearest))


def _noun(text: Text, clauses: Clauses, at: int) -> tuple[int, frozenset[str], Medium] | None:
    """The announcing noun at the end of the segment before: its token, what it takes, the medium."""
    previous = clauses.segments[at - 1]
    if previous.last < previous.first + 1:
        return None
    end = previous.last
    while end > previous.first and end > previous.last - 3 and _verbal(text, end - 1):
        end -= 1
    for place in range(end - 1, max(previous.first, end - 8) - 1, -1):
        if not text.tokens[place].text[0].isupper() or text.hidden[place]:
            continue
        for lemma in lemma_of(text, place):
            if lemma in nouns():
                phrase = phrase_at(text, place, end)
                if phrase is not None and (phrase.last >= end - 1 or _judged(clauses, at - 1)):
                    return place, *nouns()[lemma]
    return None


def _judged(clauses: Clauses, at: int) -> bool:
    """Whether the clause denies or judges what the noun announces: "wies den Vorwurf als abwegig zurück, ..."."""
    frame = clauses.frames.get(at)
    return frame is not None and frame.cue.entry.verb.replace("|", "") in words("quotations", "denying.txt")


def _verbal(text: Text, at: int) -> bool:
    """Whether the token is a verb or its particle."""
    return text.forms[at].verbal or text.lower[at] in words("quotations", "particles.txt")


def _holds(text: Text, previous: Segment, place: int) -> bool:
    """Whether the subject of the clause voices what the noun announces, rather than hears or denies it."""
    lemmas = {
        lemma
        for at in (*previous.finite, *range(place + 1, previous.last))
        for lemma in (*text.forms[at].finite, *text.forms[at].participle, *text.forms[at].infinitive)
    }
    before = next(
        (i for i in range(place - 1, max(previous.first, place - 4) - 1, -1) if text.forms[i].preposition), -1
    )
    aside = before >= 0 and text.lower[before] not in ("mit", "zu", "zum", "zur", "der", "in")
    return bool(lemmas & words("quotations", "holding.txt")) and not aside


def _fits(text: Text, clauses: Clauses, at: int, takes: frozenset[str]) -> bool:
    segment = clauses.segments[at]
    if segment.kind == "sub" and segment.opener in ("dass", "daß"):
        return "d" in takes
    if segment.kind == "ask":
        return "q" in takes and segment.opener == "ob"
    if segment.kind == "inf":
        return "z" in takes and text.lower[segment.first] not in PURPOSE
    return segment.kind == "main" and "v" in takes and konjunktiv(text, segment) and segment.order == 2


def _holder(text: Text, clauses: Clauses, at: int, place: int) -> tuple[Range, Range | None]:
    """The clause of the noun, and whose words they are: a genitive, a possessive, or the subject beside the noun."""
    previous = clauses.segments[at - 1]
    where = (previous.first, previous.last)
    phrase = phrase_at(text, place, previous.last)
    if phrase is not None and phrase.last > phrase.core:
        first = phrase.core + (text.forms[phrase.core].preposition)
        return where, (first, phrase.last)
    for first in range(max(previous.first, place - 4), place):
        around = phrase_at(text, first, previous.last)
        if around is not None and around.head == place and text.lower[first] in POSSESSIVE:
            return where, around.range
    frame = clauses.frames.get(at - 1)
    if frame is not None and "mit" in text.lower[max(place - 3, 0) : place]:
        return where, frame.speaker
    if previous.finite:
        start = opening(text, clauses.segments, at - 1)
        found = find_subject(text, previous, start, previous.verb, previous.last)
        if found is None and previous.order == 1:
            return where, shared(text, clauses.segments, at - 1)
        if (
            found is not None
            and not found.first <= place < found.last
            and speaks(text, found)
            and text.lower[found.first] != "es"
            and _holds(text, previous, place)
        ):
            return where, extend(text, found, previous.verb if found.first < previous.verb else previous.last)
    return where, None


def _whereby(view: View, clauses: Clauses, at: int, noun: tuple[int, frozenset[str], Medium] | None) -> Draft:
    """ ", wonach ...": the noun before is the speaker."""
    text, segment = view.text, clauses.segments[at]
    opener = next((i for i in range(segment.first, segment.last) if text.lower[i] in WHEREBY), segment.first + 1)
    end = complement_end(text, clauses, at)
    last = clauses.segments[end - 1].last
    speaker: Range | None = None
    previous = clauses.segments[at - 1]
    for first in range(previous.first, previous.last):
        phrase = phrase_at(text, first, previous.last)
        if phrase is not None and phrase.last == previous.last and not text.forms[first].preposition:
            speaker = phrase.range
            break
    return Draft(
        rule="whereby",
        type="Indirect",
        medium=noun[2] if noun else "speech",
        quote=((opener + 1, last),),
        cue=(opener,),
        frame=((clauses.segments[at - 1].first, opener + 1),),
        speaker=speaker,
    )
