"""The short version: sentences of the sources, verbatim, that together say what happened.

Sentences are ranked by LexRank (Erkan & Radev 2004, JAIR 22: the stationary distribution of a walk over similar
sentences, with a prior on early ones) and picked one by one in the manner of maximal marginal relevance (Carbonell &
Goldstein 1998, SIGIR): what a chosen sentence has said discounts the rest. Order and words are the sources'.
"""

from __future__ import annotations

import math
from dataclasses import replace

from generator import provenance
from generator.merge import acts, standing
from generator.merge.discrepancies.kinds import contradict
from generator.merge.event import Event
from generator.merge.summary.pool import Candidate, candidates, mostly
from generator.merge.summary.rank import cosine, lexrank
from generator.merge.when import earlier
from generator.model import Reference, SummarySentence, Text

MOST = 5
"""Sentences of a summary."""
SAME = 0.55
"""Cosine from which another source's sentence says the same."""
REPEATED, NEW = 0.5, 3
"""Share of told words from which a sentence adds nothing; words beside names that it must add."""
ENOUGH, WEAK = 3, 0.45
"""Sentences after which one must be of this rank to be added."""
COST = 0.3
"""Exponent of a sentence's length: how much room counts (Lin & Bilmes 2010, NAACL)."""
FACET = 0.15
"""What each of who, where and when adds to a first sentence's worth."""
NAMED = 0.3
"""What a name that was told counts as repetition, beside another word."""
GUESSED, SAID, PAST = 0.3, 0.4, 0.6
"""Weight of a guess, of somebody's words, of what lies more than a week back."""
HEADLINE, OUTCOME = 0.6, 1.4
"""What the whole of a headline's words adds to a sentence that has them (Edmundson 1969, JACM 16); factor of a promise,
a decision, a result of those who act."""
LEAD = ((1, 1.5), (2, 1.3), (4, 1.1), (1_000_000, 1.0))
"""Weight of the sentences before a number."""
SHARE, SMALL = 0.7, 60
"""Part of a source's budget that the summary may use; the rest belongs to statements, questions and timeline. Of a
budget of so few words it may use all: a reader of a short page needs to know what happened."""


def find(event: Event) -> tuple[SummarySentence, ...]:
    """Three to five sentences as the event went; fewer where the articles are short or the budget small."""
    pool = candidates(event)
    if not pool:
        return ()
    chosen = _pick(event, pool, lexrank(pool))
    ordered = (*chosen[:1], *sorted(chosen[1:], key=_position))
    return tuple(
        SummarySentence(
            id=f"summary-{number}",
            text=Text(de=_shown(c)),
            reports=tuple(map(_reference, (c, *_others(c, pool)))),
        )
        for number, c in enumerate(ordered, start=1)
    )


def _shown(candidate: Candidate) -> str:
    """Its words; a sentence that ends before its subordinate clause gets its full stop."""
    where = candidate.source.sentence(candidate.number)
    text = standing.named(candidate.source, replace(where, last=candidate.last))
    return f"{text}." if candidate.last < len(where) else text


def _pick(event: Event, pool: list[Candidate], ranks: list[float]) -> list[Candidate]:
    """Greedily, by relevance against repetition for the room that a sentence takes, within each source's budget."""
    whole = {a.document.id: event.budget.share * max(a.document.words, provenance.SHORTEST) for a in event.analyses}
    share = SHARE if sum(whole.values()) > SMALL else 1.0
    left = {document: share * words for document, words in whole.items()}
    chosen: list[Candidate] = []
    told: set[str] = set()
    usable = [i for i, c in enumerate(pool) if c.usable and c.words <= event.budget.longest_run]
    tells = [_tells(event, candidate) for candidate in pool]
    offices = {word.lower() for p in event.participants for role in p.roles for word in role.de.split()}
    matter = [_matters(event, candidate) for candidate in pool]

    def worth(i: int) -> float:
        weight = _lead(pool[i]) if chosen else tells[i]
        return ranks[i] * weight * matter[i] * (1 - _repeated(pool[i], told)) ** 2 / math.pow(pool[i].words, COST)

    while usable and len(chosen) < MOST:
        best = max(usable, key=worth)
        usable.remove(best)
        if (len(chosen) >= ENOUGH and ranks[best] * matter[best] < WEAK) or _says_nothing(pool[best], told, offices):
            continue
        for candidate in (pool[best], pool[best].shorter):
            if candidate is None or not candidate.usable:
                continue
            document, cost = candidate.source.analysis.document, _cost(candidate)
            room = left[document.id] if chosen else whole[document.id]
            if cost <= room and not _runs_on(event, candidate, chosen):
                chosen.append(candidate)
                told |= candidate.vector.keys()
                left[document.id] -= cost
                break
    return chosen


def _tells(event: Event, candidate: Candidate) -> float:
    """For the first sentence: more where it says who, where and when, and stands early."""
    scenes = {f"@{p.id}" for p in event.locations if p.scene}
    timed = any(candidate.span.contains(time.span) for time in candidate.source.analysis.times)
    names = candidate.vector.keys()
    facets = min(2, len(_acting(event) & names)) + 2 * bool(scenes & names) + timed
    return _lead(candidate) ** 2 * (1 + FACET * facets)


def _acting(event: Event) -> set[str]:
    return {f"@{p.id}" for p in event.participants if p.involvement in ("acts", "speaks")}


def _matters(event: Event, candidate: Candidate) -> float:
    """More for what a headline says and for what came of it, less for what is guessed, only said, or long past."""
    analysis = candidate.source.analysis
    text = candidate.span.of(analysis.document.text)
    outcome = bool(_acting(event) & candidate.vector.keys()) and acts.is_outcome(event.lexicon, text)
    past = any(candidate.span.contains(t.span) and earlier(t.date, event.date) for t in analysis.times)
    weight = (1 + HEADLINE * candidate.headline) * (OUTCOME if outcome else 1.0) * (PAST if past else 1.0)
    return weight * _sure(candidate)


def _sure(candidate: Candidate) -> float:
    """Less for what is only a guess or somebody's words: questions and statements have their own places on a page.

    What an article begins with is its news, also where it names a source: "Laut Polizei starben zehn Menschen".
    """
    analysis = candidate.source.analysis
    guess = any(candidate.span.overlaps(q.span) for q in analysis.questions)
    said = any(mostly((*q.quote, *q.frame), candidate.span) for q in analysis.quotations if q.type != "Reported")
    news = candidate.at == 0 and not provenance.QUOTED.search(candidate.span.of(analysis.document.text))
    return (GUESSED if guess else 1.0) * (SAID if said and not news else 1.0)


def _says_nothing(candidate: Candidate, told: set[str], offices: set[str]) -> bool:
    """Whether chosen sentences have said most of it, or all but a word or two beside names and offices."""
    new = [word for word in candidate.vector if word not in told | offices and not word.startswith("@")]
    return bool(told) and (len(new) < NEW or _repeated(candidate, told) >= REPEATED)


def _repeated(candidate: Candidate, told: set[str]) -> float:
    """Share of what the sentence says that chosen ones have said; names, which return anyway, count for less."""
    weights = {word: NAMED if word.startswith("@") else 1.0 for word in candidate.vector}
    return sum(w for word, w in weights.items() if word in told) / sum(weights.values())


def _cost(candidate: Candidate) -> int:
    """Words of its source's own prose that the sentence shows."""
    return provenance.words(provenance.own_prose(candidate.source.analysis.document), candidate.span)


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
