"""The pages quote, they do not reprint: how much of a source's own prose they show, and how much at a stretch."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.check.subject import Subject, references
from generator.model import Document, Problem, Span, blank

QUOTED = re.compile(r'„[^“”"]*[“”"]|"[^"]*"|»[^«]*«|«[^»]*»|“[^”]*”')
"""Words in quotation marks: they are the speaker's, not the source's."""
SHORTEST = 120
"""Words of a source below which a share says nothing."""


def check(subject: Subject) -> Iterator[Problem]:
    """Errors for sources of which a page shows more than the configured share, or too long a passage."""
    budget = subject.config.budget
    for briefing in subject.briefings:
        for source in briefing.sources:
            own = _own(source)
            spans = _joined(r.span for _, r in references(briefing) if r.document == source.id)
            share = sum(_words(own, span) for span in spans) / max(source.words, SHORTEST)
            where = f"{briefing.id}, source {source.id}"
            if share > budget.share:
                message = f"shows {share:.0%} of the source's own prose; `budget.share` allows {budget.share:.0%}."
                yield Problem(check="budget", severity="error", where=where, message=message)
            for span in spans:
                length = max((len(part.split()) for part in span.of(own).split("\0")), default=0)
                if length > budget.longest_run:
                    message = (
                        f"shows {length} words of its prose at a stretch (characters {span.start} to {span.end}); "
                        f"`budget.longest_run` allows {budget.longest_run}."
                    )
                    yield Problem(check="budget", severity="error", where=where, message=message)


def _own(source: Document) -> str:
    """The source's text with boilerplate blanked and quoted words replaced by NUL characters, offsets unchanged."""
    text = blank(source.text, source.boilerplate)
    return QUOTED.sub(lambda match: "\0" * len(match[0]), text)


def _words(own: str, span: Span) -> int:
    return len(span.of(own).replace("\0", " ").split())


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that touch or overlap as one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end + 1:
            joined[-1] = Span(start=joined[-1].start, end=max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
