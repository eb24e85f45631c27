"""The entity behind the words that name a speaker."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from generator.analyse.quotations.cues import lemma_of
from generator.analyse.quotations.drafts import Draft, View
from generator.analyse.quotations.frames import opening
from generator.analyse.quotations.lexical import endings, nouns, sources
from generator.analyse.quotations.phrases import phrase_at
from generator.analyse.quotations.reading import Phrase, Range, Text
from generator.analyse.quotations.subjects import find_subject
from generator.analyse.tables import rows, words
from generator.model import Entity, Mention

NEAR = 20
"""Quotations back among which one is looked for."""
REACH = 3
"""Sentences back to which "demnach" and "seiner Meinung nach" may point."""
ANTECEDENT = 12
"""Tokens of the longest noun phrase that a relative pronoun takes up."""
GENITIVES = frozenset(("des", "der", "eines", "einer"))
"""Articles that say whose somebody is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A mention in tokens."""

    first: int
    last: int
    mention: Mention
    entity: Entity


def attribute(view: View, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """The drafts with their speakers' entities."""
    text = view.text
    if not text.entities:
        return drafts
    mentions = _mentions(text)
    starts = [m.first for m in mentions]
    states = {e.name: e for e in text.entities if e.kind == "organisation"}
    done: list[Draft] = []
    carriers: dict[Range, str | None] = {}
    for draft in drafts:
        entity = None
        if draft.speaker is not None:
            whose = _antecedent(view, draft.speaker) or draft.speaker
            inside = _inside(mentions, starts, whose)
            entity = _entity(text, whose, inside, states) or _pointing(view, draft, done, mentions, starts, carriers)
        if draft.carrier is not None and draft.carrier not in carriers:
            carriers[draft.carrier] = _entity(text, draft.carrier, _inside(mentions, starts, draft.carrier), states)
        done.append(replace(draft, entity=entity))
    return tuple(done)


def _antecedent(view: View, speaker: Range) -> Range | None:
    """The noun phrase that a relative pronoun takes up: "ein Brief an Mira Sand, die erklärte, ..."."""
    text, first = view.text, speaker[0]
    segments = view.clauses[text.sentence[first]].segments
    opens = any(s.kind == "rel" and s.first == first and s.opener == text.lower[first] for s in segments)
    if not opens or speaker[1] != first + 1 or text.lower[first - 1] != ",":
        return None
    for at in range(max(text.bounds[text.sentence[first]][0], first - ANTECEDENT), first - 1):
        phrase = phrase_at(text, at, first - 1)
        if phrase is not None and phrase.last == first - 1 and not phrase.pronoun:
            return phrase.range
    return None


def _inside(mentions: list[Named], starts: list[int], where: Range) -> list[Named]:
    low, high = bisect_left(starts, where[0]), bisect_right(starts, where[1] - 1)
    return [m for m in mentions[max(0, low - 1) : high] if m.last > where[0]]


def _mentions(text: Text) -> list[Named]:
    starts = [t.start for t in text.tokens]
    found = []
    for entity in text.entities:
        for mention in entity.mentions:
            first = max(bisect_right(starts, mention.span.start) - 1, 0)
            last = max(bisect_left(starts, mention.span.end), first + 1)
            found.append(Named(first=first, last=last, mention=mention, entity=entity))
    return sorted(found, key=lambda n: (n.first, n.last, n.entity.id))


def _entity(text: Text, where: Range, inside: list[Named], states: dict[str, Entity]) -> str | None:
    if not inside:
        return None
    phrase = phrase_at(text, where[0], where[1])
    if phrase is None:
        return inside[0].entity.id if len(inside) == 1 and inside[0].first == where[0] else None
    head = _at_head(text, phrase, inside)
    if head is not None:
        return head.entity.id
    beside = _apposition(text, phrase, where, inside)
    if beside is not None:
        return beside.entity.id
    source = any(lemma in sources() or lemma in nouns() for lemma in lemma_of(text, phrase.head)) or _compound(
        text, phrase
    )
    if source or _speaks_for(text, phrase):
        return _owner(text, phrase, inside, states, source)
    return None


def _at_head(text: Text, phrase: Phrase, inside: list[Named]) -> Named | None:
    """The mention that the head noun or the name after it belongs to; a full name before a title."""
    held = [
        m
        for m in inside
        if m.mention.kind in ("name", "nominal", "pronoun")
        and m.first < phrase.core
        and m.last > phrase.head
        and not _genitive(text, m)
        and (m.entity.kind != "place" or _alone(text, phrase.first, m.first))
        and not _in_title(text, m.first)
    ]
    held.sort(key=lambda m: (m.entity.kind == "place", m.mention.kind != "name", -m.last))
    return held[0] if held else None


def _genitive(text: Text, named: Named) -> bool:
    """Whether a name says whose somebody is: "der Präsident Lettlands", "ein Anhänger Otto Breits"."""
    return named.mention.kind == "name" and text.tokens[named.last - 1].text == named.entity.name.split()[-1] + "s"


def _in_title(text: Text, at: int) -> bool:
    """Whether a name goes on with others in quotation marks: "die „Aktion Norwegen hilft“"."""
    return 0 <= text.inside[at] == text.inside[at - 1] and bool(text.forms[at - 1].noun)


def _alone(text: Text, first: int, last: int) -> bool:
    """Whether no other noun stands before a place: "die Stadt Bergen", but not "der Bund Bergen"."""
    nouns_before = [text.tokens[i].text for i in range(first + 1, last) if text.forms[i].noun]
    return not nouns_before or {row["german"] for row in rows("places", "kinds.csv")}.issuperset(nouns_before)


def _apposition(text: Text, phrase: Phrase, where: Range, inside: list[Named]) -> Named | None:
    """A person named behind a comma: "der Sprecher der Polizei, Otto Breit"."""
    at = phrase.last
    while at < where[1] - 1:
        if text.lower[at] == ",":
            other = phrase_at(text, at + 1, where[1])
            if other is not None:
                held = _at_head(text, other, [m for m in inside if m.entity.kind == "person"])
                if held is not None:
                    return held
        at += 1
    return None


def _compound(text: Text, phrase: Phrase) -> bool:
    """Whether the head is a compound of a noun of sources: "Polizeiangaben"."""
    low = text.lower[phrase.head]
    return any(low.endswith((n.lower(), n.lower() + "n", n.lower() + "en", n.lower() + "e")) for n in sources())


def _speaks_for(text: Text, phrase: Phrase) -> bool:
    """Whether the head is somebody who speaks for a body: "ein Sprecher des Ministeriums"."""
    return text.lower[phrase.head].endswith(endings("spokespeople.txt"))


def _further(text: Text, phrase: Phrase, named: Named) -> bool:
    """Whether a name is not whose words they are: "Angaben des Polizeichefs von Bergen", "Sicht der Ärzte des TSV".

    Who speaks for a body says what that says: "Angaben eines Sprechers der Bahn".
    """
    between = range(phrase.core, named.first)
    before = named.first - 1
    if any(text.lower[i].endswith(endings("spokespeople.txt")) for i in between):
        return False
    if sum(text.lower[i] in GENITIVES for i in between) > 1:
        return True
    if before < phrase.core or not text.forms[before].preposition:
        return False
    if before > phrase.core and text.lower[before] not in ("von", "vom"):
        return True
    return (
        named.last < phrase.last
        if _genitive(text, named)
        else before - 1 > phrase.head and bool(text.forms[before - 1].noun)
    )


def _document(text: Text, phrase: Phrase) -> bool:
    """Whether the words stand in a paper, whose country does not speak: "einer norwegischen Studie"."""
    return any(sources().get(lemma) == "writing" for lemma in lemma_of(text, phrase.head))


def _owner(text: Text, phrase: Phrase, inside: list[Named], states: dict[str, Entity], source: bool) -> str | None:
    """Whose report or spokesman it is: the genitive behind the noun, the adjective or first part before it."""
    after = [m for m in inside if m.first >= phrase.core and m.mention.kind in ("name", "nominal", "pronoun")]
    before = [m for m in inside if m.first < phrase.core]
    for named in (*after[:1], *before[-1:]):
        entity = named.entity
        if _further(text, phrase, named) or (named.mention.kind == "adjective" and _document(text, phrase)):
            continue
        if entity.kind == "place" and named.mention.kind in ("adjective", "part"):
            entity = states.get(entity.name, entity)
        if source or entity.kind in ("organisation", "place", "group"):
            return entity.id
    return None


def _pointing(
    view: View,
    draft: Draft,
    done: list[Draft],
    mentions: list[Named],
    starts: list[int],
    carriers: dict[Range, str | None],
) -> str | None:
    """Whom "demnach", "eigenen Angaben zufolge", "seiner Meinung nach" point to."""
    text = view.text
    assert draft.speaker is not None
    first = draft.speaker[0]
    said = {text.lower[i] for i in range(*draft.speaker)}
    sentence = text.sentence[first]
    if said & {"eigenen", "eigener", "eigenem"}:
        return _subject(view, sentence, first, mentions, starts)
    if said == {"er"} or said == {"sie"}:
        return _same_person(view, sentence, first, done, mentions)
    pointing = said & words("quotations", "pointing.txt")
    if not pointing:
        return None
    for before in reversed(done[-NEAR:]):
        if before.speaker is None or before.speaker[0] >= first:
            continue
        if text.sentence[before.speaker[0]] < sentence - REACH:
            return None
        if before.carrier is not None and pointing & {"demnach", "danach", "demzufolge"}:
            return carriers.get(before.carrier)
        return before.entity
    return None


def _same_person(view: View, sentence: int, first: int, done: list[Draft], mentions: list[Named]) -> str | None:
    """The one person quoted in the sentence before, where nobody else comes between."""
    text = view.text
    before = [
        d
        for d in done[-NEAR:]
        if d.speaker is not None and d.start < first and text.sentence[d.end - 1] >= sentence - 1
    ]
    quoted = {d.entity for d in before}
    start = text.bounds[max(0, sentence - 1)][0]
    people = {
        m.entity.id
        for m in mentions
        if start <= m.first < first and m.entity.kind == "person" and m.mention.kind != "pronoun"
    }
    if not quoted:
        return next(iter(people)) if len(people) == 1 else None
    return next(iter(quoted)) if len(quoted) == 1 and (not people or people == quoted) else None


def _subject(view: View, sentence: int, inside: int, mentions: list[Named], starts: list[int]) -> str | None:
    """The entity that is the subject of the clause around a token."""
    text, segments = view.text, view.clauses[sentence].segments
    for at, segment in enumerate(segments):
        if segment.first <= inside < segment.last and segment.finite:
            start = opening(text, segments, at)
            found = find_subject(text, segment, start, segment.verb, segment.last)
            if found is None:
                return None
            held = _at_head(text, found, _inside(mentions, starts, found.range))
            return held.entity.id if held else None
    return None
