"""The short version: sentences of the sources, verbatim, that together say what happened.

Sentences are ranked by LexRank (Erkan & Radev 2004, JAIR 22: the stationary distribution of a walk over similar
sentences, with a prior on early ones) and picked by maximal marginal relevance (Carbonell & Goldstein 1998, SIGIR), so
that each adds something.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

from generator.analyse.questions import clauses
from generator.merge.event import Event
from generator.merge.reading import Source, sources
from generator.merge.tables import words
from generator.model import Reference, Span, SummarySentence, Text

MOST, LONGEST, SHORTEST = 5, 40, 6
"""Sentences of a summary; words of its sentences."""
DAMPING = 0.85
"""Share of the walk that follows similarity; the rest goes to early sentences (Brin & Page 1998)."""
STEPS = 30
NOVELTY = 0.6
"""Weight of relevance against novelty (lambda of the paper)."""
SAME = 0.55
"""Cosine from which another source's sentence says the same."""
REPEATED = 0.5
"""Cosine from which a sentence adds nothing."""
SHARE = 0.5
"""Part of a source's budget that the summary may use; the rest belongs to statements, questions and timeline."""
ENDS = (".", "!", "…")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    source: Source
    number: int
    """Of the sentence in its article."""
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
    ordered = sorted(chosen, key=lambda c: (_position(c), -ranks[pool.index(c)]))
    return tuple(
        SummarySentence(id=f"summary-{number}", text=Text(de=_text(c)), reports=(_reference(c), *_others(c, pool)))
        for number, c in enumerate(ordered, start=1)
    )


def _pool(event: Event) -> list[Candidate]:
    rows = []
    for source in sources(event):
        for number, sentence in enumerate(source.analysis.sentences):
            if not sentence.heading:
                rows.append((source, number, source.content(source.sentence(number))))
    total = len(rows)
    counts = Counter(word for _, _, content in rows for word in content)
    return [
        Candidate(
            source=source,
            number=number,
            span=source.analysis.sentences[number].span,
            vector={word: math.log(1 + total / counts[word]) for word in content},
            words=len(source.analysis.sentences[number].span.of(source.analysis.document.text).split()),
            usable=_stands_alone(source, number),
        )
        for source, number, content in rows
        if content
    ]


def _stands_alone(source: Source, number: int) -> bool:
    """Whether a reader understands the sentence without the one before it, and it is more than a quotation."""
    forms = source.article.forms(number)
    text = source.analysis.sentences[number].span.of(source.analysis.document.text)
    if not SHORTEST <= len(text.split()) <= LONGEST or not text.rstrip('"”“«»)').endswith(ENDS):
        return False
    if forms[0] in words("", "dependent.txt") or not (forms[0][:1].isupper() or forms[0][:1].isdigit()):
        return False
    inside = clauses.quoted(source.article, number)
    if 2 * len(inside) > len(forms) or text.count('"') % 2:
        return False
    return any(clauses.finite(source.article, form) for form in forms)


def _lexrank(pool: list[Candidate]) -> list[float]:
    similar = [[cosine(a.vector, b.vector) for b in pool] for a in pool]
    totals = [sum(row) or 1.0 for row in similar]
    early = [1.0 / (1 + candidate.number) for candidate in pool]
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
    left = {
        source.analysis.document.id: SHARE * event.budget.share * source.analysis.document.words
        for source in sources(event)
    }
    chosen: list[Candidate] = []
    usable = [i for i, c in enumerate(pool) if c.usable and c.words <= event.budget.longest_run]
    while usable and len(chosen) < MOST:

        def relevance(i: int) -> float:
            again = max((cosine(pool[i].vector, c.vector) for c in chosen), default=0.0)
            return NOVELTY * ranks[i] * _lead(pool[i]) - (1 - NOVELTY) * again

        best = max(usable, key=relevance)
        usable.remove(best)
        candidate = pool[best]
        document = candidate.source.analysis.document.id
        first = not any(c.source.analysis.document.id == document for c in chosen)
        fits = candidate.words <= left[document] or (first and not chosen)
        again = max((cosine(candidate.vector, c.vector) for c in chosen), default=0.0)
        if fits and again < REPEATED:
            chosen.append(candidate)
            left[document] -= candidate.words
    return chosen


def _lead(candidate: Candidate) -> float:
    """More for the first sentences, where a news article says who, what, when and where."""
    return 1.5 if candidate.number < 2 else 1.2 if candidate.number < 4 else 1.0


def _position(candidate: Candidate) -> float:
    """How far into its article a sentence stands, 0 to 1."""
    return candidate.number / max(1, len(candidate.source.analysis.sentences))


def _text(candidate: Candidate) -> str:
    return " ".join(candidate.span.of(candidate.source.analysis.document.text).split())


def _reference(candidate: Candidate) -> Reference:
    return candidate.source.reference(candidate.span)


def _others(shown: Candidate, pool: list[Candidate]) -> tuple[Reference, ...]:
    """The most similar sentence of each other source, where it says the same."""
    found: dict[str, tuple[float, Candidate]] = {}
    for other in pool:
        document = other.source.analysis.document.id
        close = cosine(shown.vector, other.vector)
        if other.source is not shown.source and close >= SAME and close > found.get(document, (0.0, other))[0]:
            found[document] = (close, other)
    return tuple(_reference(other) for _, other in found.values())


def cosine(a: dict[str, float], b: dict[str, float]) -> float:
    """Of two weighted bags of words, 0 to 1."""
    shared = sum(a[word] * b[word] for word in a.keys() & b.keys())
    if not shared:
        return 0.0
    return shared / math.sqrt(sum(v * v for v in a.values()) * sum(v * v for v in b.values()))
