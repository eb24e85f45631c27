"""One statement over several articles, whatever the wording."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from generator.merge.content import Reader, compare, same_words
from generator.merge.ids import slug, unique
from generator.merge.sayings import Saying, read
from generator.merge.words import WORD, Vocabulary, Weights
from generator.model import Analysis, Claim, Participant, Text

ALIKE, LIKELY, SAME_SOURCE = 0.55, 0.75, 0.65
"""Least share of what two wordings of one speaker have in common; where nobody is named; in one article."""
ENOUGH = 4.0
"""Least weight of what two wordings share."""
TERMS, MORE_TERMS = 2, 3
"""Least content words that they share; where nobody is named."""
COMPARED = 6
"""Wordings of a group, the longest ones, that another is compared with."""
WORDS, LONG = 4, 4
"""Words of a statement's id, and the letters that they have at least."""


def join(
    analyses: tuple[Analysis, ...],
    participants: tuple[Participant, ...],
    people: Mapping[tuple[str, str], str],
    places: Mapping[tuple[str, str], str],
    vocabulary: Vocabulary,
    threshold: float,
) -> tuple[Claim, ...]:
    """The statements of an event, under each speaker in the order of the article that has most of them.

    Args:
        people: (document id, entity id) -> participant id.
        places: (document id, entity id) -> place id.
        threshold: confidence from which a quotation counts.
    """
    meant = {**places, **people}
    reader = Reader(vocabulary, meant)
    sayings = [s for a in analyses for s in read(a, people, reader, threshold)]
    groups = _grouped(sayings)
    order = {p.id: at for at, p in enumerate(participants)}
    by_speaker: dict[str | None, list[list[Saying]]] = defaultdict(list)
    for group in groups:
        by_speaker[_speaker(group)].append(group)
    claims: list[Claim] = []
    weights = Weights()
    for speaker in sorted(by_speaker, key=lambda s: (s is None, order.get(s or "", len(order)))):
        for group in _ordered(by_speaker[speaker]):
            claims.append(_claim(group, speaker, vocabulary, weights, claims))
    return tuple(claims)


def _grouped(sayings: list[Saying]) -> list[list[Saying]]:
    """The longest wordings first, so that shorter ones find the whole that they are a part of."""
    groups: list[list[Saying]] = []
    for saying in sorted(sayings, key=lambda s: -s.content.weight):
        best, at = max(((_fits(saying, group), -at) for at, group in enumerate(groups)), default=(0.0, 0))
        if best > 0:
            groups[-at].append(saying)
        else:
            groups.append([saying])
    return groups


def _fits(saying: Saying, group: list[Saying]) -> float:
    """How surely a wording belongs to a group: by its longest one, or by any that says nearly the same."""
    if not any(s.speaker == saying.speaker or _verbatim(s, saying) for s in group):
        return 0.0
    values = [_same(saying, other) for other in group[:COMPARED]]
    return max(values[0], max((value for value in values if value >= LIKELY), default=0.0))


def _same(a: Saying, b: Saying) -> float:
    """How surely two wordings are one statement; 0 where they are not."""
    if a.speaker != b.speaker and ((a.speaker and b.speaker) or not _verbatim(a, b)):
        return 0.0
    if same_words(a.content, b.content):
        return 1.0
    match = compare(a.content, b.content)
    if match is None:
        return 0.0
    named = a.speaker is not None and b.speaker is not None
    least = max(ALIKE if named else LIKELY, SAME_SOURCE if a.analysis is b.analysis else 0.0)
    enough = match.weight >= ENOUGH and match.terms >= (TERMS if named else MORE_TERMS)
    return match.share if match.share >= least and enough else 0.0


def _verbatim(a: Saying, b: Saying) -> bool:
    """Whether both quote the same words, so that the source that names the speaker speaks for the other."""
    return a.type == b.type == "Direct" and same_words(a.content, b.content)


def _speaker(group: list[Saying]) -> str | None:
    return next((s.speaker for s in group if s.speaker), None)


def _ordered(groups: list[list[Saying]]) -> list[list[Saying]]:
    counts = Counter(d for group in groups for d in {s.analysis.document.id for s in group})
    fullest = max(counts, key=lambda d: (counts[d], d))

    def position(group: list[Saying]) -> tuple[float, str]:
        own = [s.position for s in group if s.analysis.document.id == fullest]
        all_ = [s.position for s in group]
        return (min(own) if own else sum(all_) / len(all_), group[0].text)

    return sorted(groups, key=position)


def _claim(
    group: list[Saying], speaker: str | None, vocabulary: Vocabulary, weights: Weights, before: list[Claim]
) -> Claim:
    group = sorted(group, key=lambda s: (not s.whole, s.rank, -s.content.weight, s.analysis.document.id, s.span.start))
    shown = group[0]
    context = next((s for s in group if s.context), None)
    return Claim(
        id=unique(_id(shown.text, vocabulary, weights), (c.id for c in before)),
        type=shown.type,
        speaker=speaker,
        text=Text(de=shown.text),
        variants=tuple(s.variant() for s in group),
        addressee=next((s.addressee for s in group if s.addressee and s.addressee != speaker), None),
        context=_sentence(context) if context else None,
        confidence=max(s.confidence for s in group),
    )


def _sentence(saying: Saying) -> Text | None:
    if saying.context is None:
        return None
    words = " ".join(saying.context.of(saying.analysis.document.text).split())
    return Text(de=words[:1].upper() + words[1:])


def _id(text: str, vocabulary: Vocabulary, weights: Weights) -> str:
    """From the most telling words, in their order."""
    words = [w for w in dict.fromkeys(WORD.findall(text)) if len(w) >= LONG] or WORD.findall(text)
    telling = sorted(words, key=lambda w: -weights[vocabulary.term(w)])[:WORDS]
    return "s-" + (slug(" ".join(w for w in words if w in telling)) or "statement")
