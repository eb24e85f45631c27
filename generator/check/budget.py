"""The pages quote, they do not reprint: how much of a source's own prose they show, and how much at a stretch."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.subject import Subject
from generator.model import Problem
from generator.provenance import runs, share


def check(subject: Subject) -> Iterator[Problem]:
    """Errors for sources of which a page shows more than the configured share, or too long a passage."""
    budget = subject.config.budget
    for briefing in subject.briefings:
        for source in briefing.sources:
            where = f"{briefing.id}, source {source.id}"
            part = share(briefing, source)
            if part > budget.share:
                message = f"shows {part:.0%} of the source's own prose; `budget.share` allows {budget.share:.0%}."
                yield Problem(check="budget", severity="error", where=where, message=message)
            for span, length in runs(briefing, source):
                if length > budget.longest_run:
                    message = (
                        f"shows {length} words of its prose at a stretch (characters {span.start} to {span.end}); "
                        f"`budget.longest_run` allows {budget.longest_run}."
                    )
                    yield Problem(check="budget", severity="error", where=where, message=message)
