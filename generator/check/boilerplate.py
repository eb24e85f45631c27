"""Nothing of a source's metadata, promotion or credits reaches a page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.subject import Subject, references
from generator.model import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """Errors for references that touch what the reading stage marked."""
    for briefing in subject.briefings:
        marked = {source.id: source.boilerplate for source in briefing.sources}
        for where, reference in references(briefing):
            if any(reference.span.overlaps(span) for span in marked.get(reference.document, ())):
                yield Problem(
                    check="boilerplate",
                    severity="error",
                    where=f"{briefing.id}, {where}",
                    message=f"shows boilerplate of {reference.document} at {reference.span.start}.",
                )
