"""What a briefing shows of its sources: every reference, and how much of a source's own prose stands under them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.model import Briefing, Document, Reference, Span, blank

QUOTED = re.compile(r'„[^“”"]*[“”"]|"[^"]*"|»[^«]*«|«[^»]*»|“[^”]*”')
"""Words in quotation marks: they are the speaker's, not the source's."""
SHORTEST = 120
"""Words of a source below which a share says nothing."""


NAMED = re.compile(r"(?:^|\s)[A-ZÄÖÜ][\w-]*\s+$")
"""A noun right before quotation marks, whose name then stands in them: "das Schiff „Aurora“"."""


def speaks(text: str) -> bool:
    """Whether somebody's words stand in quotation marks in `text`: not only what a ship or a newspaper is called."""
    return any(_spoken(text, match) for match in QUOTED.finditer(text))


def _spoken(text: str, match: re.Match[str]) -> bool:
    words = match[0][1:-1].split()
    return bool(words) and not (all(w[:1].isupper() for w in words) and NAMED.search(text[: match.start()]))


def references(briefing: Briefing) -> Iterator[tuple[str, Reference]]:
    """Every reference of a briefing, with the place on the page that it proves."""
    for sentence in briefing.summary:
        yield from ((f"short version {sentence.id}", r) for r in sentence.reports)
    for participant in (*briefing.participants, *briefing.mentioned):
        yield from ((f"participant {participant.id}", r) for r in participant.reports)
    for place in briefing.locations:
        yield from ((f"place {place.id}", r) for r in (*place.references, *place.facts))
    for claim in briefing.statements:
        for variant in claim.variants:
            yield f"statement {claim.id}", variant.reference
            if variant.frame is not None:
                yield f"statement {claim.id}", variant.frame
    for question in briefing.open_questions:
        yield from ((f"question {question.id}", r) for r in question.evidence)
        if question.answer is not None:
            yield f"question {question.id}", question.answer
    for discrepancy in briefing.discrepancies:
        for position in discrepancy.positions:
            yield from ((f"discrepancy {discrepancy.id}", r) for r in position.reports)
    for entry in briefing.timeline:
        yield from ((f"timeline {entry.id}", r) for r in entry.reports)


def own_prose(source: Document) -> str:
    """The source's text with boilerplate blanked and quoted words replaced by NUL characters, offsets unchanged."""
    text = blank(source.text, source.boilerplate)
    return QUOTED.sub(lambda match: "\0" * len(match[0]), text)


def names(briefing: Briefing) -> Iterator[Reference]:
    """The references that only name somebody or a place: a name is no prose."""
    for participant in (*briefing.participants, *briefing.mentioned):
        yield from participant.reports
    for place in briefing.locations:
        yield from place.references


def shown(briefing: Briefing, source: Document) -> list[Span]:
    """What the briefing shows of the source, names aside, in order, spans that touch or overlap as one."""
    bare = set(names(briefing))
    return joined(r.span for _, r in references(briefing) if r.document == source.id and r not in bare)


def share(briefing: Briefing, source: Document) -> float:
    """Words of the source's own prose that the briefing shows, by all of its words: 0 to 1."""
    own = own_prose(source)
    return sum(words(own, span) for span in shown(briefing, source)) / max(source.words, SHORTEST)


def runs(briefing: Briefing, source: Document) -> Iterator[tuple[Span, int]]:
    """Each passage that the briefing shows of the source, with the words of the longest run of its own prose in it."""
    own = own_prose(source)
    for span in shown(briefing, source):
        yield span, longest(own, span)


def longest(own: str, span: Span) -> int:
    """Words of the longest run of a source's own prose in `span`; `own` as `own_prose` makes it."""
    return max((len(part.split()) for part in span.of(own).split("\0")), default=0)


def words(own: str, span: Span) -> int:
    """Words of a source's own prose in `span`; `own` as `own_prose` makes it."""
    return len(span.of(own).replace("\0", " ").split())


def joined(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that touch or overlap as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end + 1:
            found[-1] = Span(start=found[-1].start, end=max(found[-1].end, span.end))
        else:
            found.append(span)
    return found
