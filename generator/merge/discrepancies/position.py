"""What one side of a discrepancy says, in its own words, with who says it."""

from __future__ import annotations

import re

from generator.analyse import nations
from generator.analyse.article import Words
from generator.merge.reading import Source
from generator.model import Position, Reference, Text

CLAIM = re.compile(r"\bnach (?P<adjective>[a-zäöüß-]+en) Angaben\b")


def position(
    source: Source, where: Words, english: str | None, reports: tuple[Reference, ...], german: str | None = None
) -> Position:
    """The words `where` of the source, or `german` for them, followed by who claims them where the sentence says so."""
    german = german or source.article.text(where)
    who = _claimant(source, where)
    if who is None:
        return Position(text=Text(de=german, en=english), reports=reports)
    both = english is not None and who.en is not None
    return Position(text=Text(de=f"{german} ({who.de})", en=f"{english} ({who.en})" if both else None), reports=reports)


def _claimant(source: Source, where: Words) -> Text | None:
    sentence = source.article.sentences[where.sentence].span
    match = CLAIM.search(sentence.of(source.analysis.document.text))
    if match is not None:
        nation = nations.load().described(match["adjective"])
        english = f"according to {nation.english}" if nation else None
        return Text(de=match[0], en=english)
    span = source.article.span(where)
    for quotation in source.analysis.quotations:
        if quotation.speaker_entity and any(part.contains(span) for part in quotation.quote):
            who = source.event.participant(
                source.event.people.get((source.analysis.document.id, quotation.speaker_entity))
            )
            return who.name if who else None
    return None
