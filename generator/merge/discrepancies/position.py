"""What one side of a discrepancy says, in its own words, with who says it."""

from __future__ import annotations

import re

from generator.analyse import nations
from generator.analyse.article import Words
from generator.merge.reading import Source
from generator.model import Position, Reference, Span, Text

CLAIM = re.compile(r"\b[Nn]ach (?P<adjective>[a-zäöüß-]+en) Angaben\b")


def position(
    source: Source, where: Words, english: str | None, reports: tuple[Reference, ...], german: str | None = None
) -> Position:
    """The words `where` of the source, or `german` for them, followed by who claims them where the sentence says so.

    Args:
        reports: where the sources of this side say it; the words that name the claimant are added.
    """
    german = german or source.article.text(where)
    found = _claimant(source, where)
    if found is None:
        return Position(text=Text(de=german, en=english), reports=reports)
    who, spans = found
    both = f"{english} ({who.en})" if english is not None and who.en is not None else None
    proof = tuple(source.reference(span) for span in spans)
    return Position(text=Text(de=f"{german} ({who.de})", en=both), reports=tuple(dict.fromkeys((*reports, *proof))))


def _claimant(source: Source, where: Words) -> tuple[Text, tuple[Span, ...]] | None:
    """Who vouches for the words, and where the article says so."""
    sentence = source.article.sentences[where.sentence].span
    match = CLAIM.search(source.analysis.document.text, sentence.start, sentence.end)
    if match is not None:
        nation = nations.load().described(match["adjective"])
        english = f"according to {nation.english}" if nation else None
        who = Text(de=f"nach {match['adjective']} Angaben", en=english)
        return who, (Span(start=match.start(), end=match.end()),)
    span = source.article.span(where)
    for quotation in source.analysis.quotations:
        if quotation.speaker_entity and any(part.contains(span) for part in quotation.quote):
            people, document = source.event.people, source.analysis.document.id
            speaker = source.event.participant(people.get((document, quotation.speaker_entity)))
            return (speaker.name, quotation.speaker) if speaker else None
    return None
