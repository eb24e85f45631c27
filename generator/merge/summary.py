"""The short version: sentences of the sources, verbatim, that together say what happened.

Sentences are ranked by LexRank (Erkan & Radev 2004, JAIR 22: the stationary distribution of a walk over similar
sentences, with a prior on early ones) and picked one by one in the manner of maximal marginal relevance (Carbonell &
Goldstein 1998, SIGIR): what a chosen sentence has said discounts the rest. Order and words are the sources'.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

from generator import provenance
from generator.analyse.questions import clauses
from generator.merge import standing
from generator.merge.discrepancies.kinds import contradict
from generator.merge.event import Event
from generator.merge.reading import Source, sources
from generator.merge.tables import words
from generator.model import Reference, Span, SummarySentence, Text

LARGEST, FEWEST = 300, 4
"""Sentences that are compared, and the first ones of each source that always are: their number counts squared."""
MOST, LONGEST, SHORTEST = 5, 40, 6
"""Sentences of a summary; words of its sentences."""
DAMPING = 0.85
"""Share of the walk that follows similarity; the rest goes to early sentences (Brin & Page 1998)."""
STEPS = 30
SAME = 0.55
"""Cosine from which another source's sentence says the same."""
REPEATED = 0.5
"""Share of told words from which a sentence adds nothing."""
ENOUGH, WEAK = 3, 0.45
"""Sentences after which one must be of this rank to be added."""
COST = 0.3
"""Exponent of a sentence's length: how much room counts (Lin & Bilmes 2010, NAACL)."""
FACET = 0.15
"""What each of who, where and when adds to a first sentence's worth."""
NAMED = 0.5
"""What a name that was told counts as repetition, beside another word."""
GUESSED, SAID = 0.3, 0.6
"""Weight of a guess, and of somebody's words."""
LEAD = ((1, 1.5), (2, 1.3), (4, 1.1), (1_000_000, 1.0))
"""Weight of the sentences before a number."""
FIRST = 0.9
"""Part of a source's budget that the first sentence may take: a page needs one."""
SHARE = 0.7
"""Part of a source's budget that the summary may use; the rest belongs to statements, questions and timeline."""
ENDS = (".", "!", "…")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    source: Source
    number: int
    """Of the sentence in its article."""
    at: int
    """The same without headings."""
    span: Span
    vector: dict[str, float]
    words: int
    usable: bool
    """Can stand alone; the others only vote."""


def find(event: Event) -> tuple[SummarySentence, ...]:
    """Three to five sentences as the event went; fewer where the articles are short or the budget small."""
    pool = _pool(event)
    if not pool:
        return ()
    ranks = _lexrank(pool)
    chosen = _pick(event, pool, ranks)
    ordered = (*chosen[:1], *sorted(chosen[1:], key=_position))
    return tuple(
        SummarySentence(
            id=f"summary-{number}",
            text=Text(de=standing.named(c.source, c.source.sentence(c.number))),
            reports=tuple(map(_reference, (c, *_others(c, pool)))),
        )
        for number, c in enumerate(ordered, start=1)
    )


def _pool(event: Event) -> list[Candidate]:
    rows: list[tuple[Source, int, int, frozenset[str]]] = []
    most = max(FEWEST, LARGEST // max(1, len(event.analyses)))
    for source in sources(event):
        running = [n for n, sentence in enumerate(source.analysis.sentences) if not sentence.heading][:most]
        rows += [(source, n, at, source.content(source.sentence(n))) for at, n in enumerate(running)]
    total = len(rows)
    counts = Counter(word for *_, content in rows for word in content)
    return [
        Candidate(
            source=source,
            number=number,
            at=at,
            span=source.analysis.sentences[number].span,
            vector={word: math.log(1 + total / counts[word]) for word in content},
            words=len(source.analysis.sentences[number].span.of(source.analysis.document.text).split()),
            usable=_usable(source, number),
        )
        for source, number, at, content in rows
        if content
    ]


def _usable(source: Source, number: int) -> bool:
    """Whether the sentence is whole, more than a quotation and clear without the sentence before it."""
    forms = source.article.forms(number)
    span = source.analysis.sentences[number].span
    text = span.of(source.analysis.document.text)
    if not SHORTEST <= len(text.split()) <= LONGEST or not text.rstrip('"”“«»)').endswith(ENDS):
        return False
    leans = forms[0] in words("", "dependent.txt") and forms[0] != "Das" and (number, 0) not in source.pronouns
    if leans or not standing.alone(source, source.sentence(number)):
        return False
    inside = clauses.quoted(source.article, number)
    if 2 * len(inside) > len(forms) or text.count('"') % 2 or text.count("„") != text.count("“") + text.count("”"):
        return False
    return not _unattributed(source, span) and any(clauses.finite(source.article, form) for form in forms)


def _unattributed(source: Source, span: Span) -> bool:
    """Whether the sentence is somebody's speech, and who says it stands outside it."""
    return any(
        any(part.contains(span) for part in q.quote) or _mostly(q.quote, span)
        for q in source.analysis.quotations
        if not any(part.overlaps(span) for part in (*q.frame, *q.cue, *q.speaker))
    )


def _mostly(parts: tuple[Span, ...], span: Span) -> bool:
    """Whether the parts cover more than half of the span."""
    covered = sum(max(0, min(p.end, span.end) - max(p.start, span.start)) for p in parts)
    return 2 * covered > span.end - span.start


def _lexrank(pool: list[Candidate]) -> list[float]:
    similar = [[cosine(a.vector, b.vector) for b in pool] for a in pool]
    totals = [sum(row) or 1.0 for row in similar]
    early = [1.0 / (1 + candidate.at) for candidate in pool]
    prior = [value / sum(early) for value in early]
    ranks = prior
    for _ in range(STEPS):
        ranks = [
            (1 - DAMPING) * prior[i] + DAMPING * sum(ranks[j] * similar[j][i] / totals[j] for j in range(len(pool)))
            for i in range(len(pool))
        ]
    top = max(ranks)
    return [rank / top for rank in ranks]


def _pick(event: Event, pool: list[Candidate], ranks: list[float]) -> list[Candidate]:
    """Greedily, by relevance against repetition for the room that a sentence takes, within each source's budget."""
    whole = {a.document.id: event.budget.share * max(a.document.words, provenance.SHORTEST) for a in event.analyses}
    left = {document: SHARE * words for document, words in whole.items()}
    chosen: list[Candidate] = []
    told: set[str] = set()
    usable = [i for i, c in enumerate(pool) if c.usable and c.words <= event.budget.longest_run]

    def worth(i: int) -> float:
        weight = _lead(pool[i]) if chosen else _tells(event, pool[i])
        return ranks[i] * weight * _sure(pool[i]) * (1 - _repeated(pool[i], told)) ** 2 / math.pow(pool[i].words, COST)

    while usable and len(chosen) < MOST:
        best = max(usable, key=worth)
        usable.remove(best)
        candidate = pool[best]
        cost = _cost(candidate, pool)
        room = left if chosen else {document: FIRST * words for document, words in whole.items()}
        weak = len(chosen) >= ENOUGH and ranks[best] < WEAK
        fits = not weak and all(words <= room[document] for document, words in cost.items())
        if fits and _repeated(candidate, told) < REPEATED and not _runs_on(event, candidate, chosen):
            chosen.append(candidate)
            told |= candidate.vector.keys()
            for document, words in cost.items():
                left[document] -= words
    return chosen


def _tells(event: Event, candidate: Candidate) -> float:
    """For the first sentence: more where it says who, where and when, and stands early."""
    acting = {f"@{p.id}" for p in event.participants if p.involvement in ("acts", "speaks")}
    scenes = {f"@{p.id}" for p in event.locations if p.scene}
    timed = any(candidate.span.contains(time.span) for time in candidate.source.analysis.times)
    names = candidate.vector.keys()
    facets = min(2, len(acting & names)) + 2 * bool(scenes & names) + timed
    return _lead(candidate) ** 2 * (1 + FACET * facets)


def _sure(candidate: Candidate) -> float:
    """Less for what is only a guess or somebody's words: questions and statements have their own places on a page."""
    analysis = candidate.source.analysis
    guess = any(candidate.span.overlaps(q.span) for q in analysis.questions)
    said = any(_mostly(q.quote, candidate.span) for q in analysis.quotations if q.type != "Reported")
    return (GUESSED if guess else 1.0) * (SAID if said else 1.0)


def _repeated(candidate: Candidate, told: set[str]) -> float:
    """Share of what the sentence says that chosen ones have said; names, which return anyway, count for less."""
    weights = {word: NAMED if word.startswith("@") else 1.0 for word in candidate.vector}
    return sum(w for word, w in weights.items() if word in told) / sum(weights.values())


def _cost(candidate: Candidate, pool: list[Candidate]) -> Counter[str]:
    """Words of their own prose that the sentence and its counterparts show of each source."""
    cost: Counter[str] = Counter()
    for shown in (candidate, *_others(candidate, pool)):
        document = shown.source.analysis.document
        cost[document.id] += provenance.words(provenance.own_prose(document), shown.span)
    return cost


def _runs_on(event: Event, candidate: Candidate, chosen: list[Candidate]) -> bool:
    """Whether it would stand beside a chosen sentence of its article and both together be too long a passage."""
    beside = [c for c in chosen if c.source is candidate.source and abs(c.at - candidate.at) == 1]
    return bool(beside) and candidate.words + sum(c.words for c in beside) > event.budget.longest_run


def _lead(candidate: Candidate) -> float:
    """More for the first sentences, where a news article says who, what, when and where."""
    return next(weight for number, weight in LEAD if candidate.at < number)


def _position(candidate: Candidate) -> float:
    """How far into its article a sentence stands, 0 to 1."""
    return candidate.at / max(1, len(candidate.source.analysis.sentences))


def _reference(candidate: Candidate) -> Reference:
    return candidate.source.reference(candidate.span)


def _others(shown: Candidate, pool: list[Candidate]) -> tuple[Candidate, ...]:
    """The most similar sentence of each other source, where it says the same."""
    found: dict[str, tuple[float, Candidate]] = {}
    for other in pool:
        document = other.source.analysis.document.id
        close = cosine(shown.vector, other.vector)
        if contradict(frozenset(shown.vector), frozenset(other.vector)):
            continue
        if other.source is not shown.source and close >= SAME and close > found.get(document, (0.0, other))[0]:
            found[document] = (close, other)
    return tuple(other for _, other in found.values())


def cosine(a: dict[str, float], b: dict[str, float]) -> float:
    """Of two weighted bags of words, 0 to 1."""
    shared = sum(a[word] * b[word] for word in a.keys() & b.keys())
    if not shared:
        return 0.0
    return shared / math.sqrt(sum(v * v for v in a.values()) * sum(v * v for v in b.values()))
