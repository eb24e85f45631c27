"""Every line leads to its place in a source, and a verbatim quotation is that very place."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.subject import Subject, references
from generator.model import Briefing, Problem, Text

VERBATIM = "Direct"


def check(subject: Subject) -> Iterator[Problem]:
    """Errors for references outside their source and for quotations that are not the source's words."""
    for briefing in subject.briefings:
        yield from _places(briefing)
        yield from _quotations(briefing)


def _places(briefing: Briefing) -> Iterator[Problem]:
    texts = {source.id: source.text for source in briefing.sources}
    for where, reference in references(briefing):
        text = texts.get(reference.document)
        if text is None:
            yield _error(briefing, where, f"refers to {reference.document}, which is no source of this briefing.")
        elif not 0 <= reference.span.start < reference.span.end <= len(text):
            span = reference.span
            yield _error(briefing, where, f"refers to [{span.start}, {span.end}) of {reference.document}, outside it.")


def _quotations(briefing: Briefing) -> Iterator[Problem]:
    for claim in briefing.statements:
        for variant in claim.variants:
            source = briefing.document(variant.reference.document).text
            if _folded(variant.text) not in " ".join(source.split()):
                yield _error(briefing, f"statement {claim.id}", f"is not in the words of {variant.reference.document}.")
            elif variant.type == VERBATIM and _folded(variant.text) != _folded(
                Text(de=variant.reference.span.of(source))
            ):
                yield _error(briefing, f"statement {claim.id}", "is verbatim but not the words of its reference.")


def _folded(text: Text) -> str:
    return " ".join(text.de.split())


def _error(briefing: Briefing, where: str, message: str) -> Problem:
    return Problem(check="proof", severity="error", where=f"{briefing.id}, {where}", message=message)
