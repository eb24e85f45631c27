"""Where the pages went that are no more: their articles are part of another one now."""

from __future__ import annotations

from collections import Counter

from generator.model import Briefing, Moved
from generator.read.published import Published


def find(briefings: tuple[Briefing, ...], published: Published) -> tuple[Moved, ...]:
    """The old addresses with the briefing that most of their articles are in, by id; those of earlier runs too."""
    live = {briefing.id for briefing in briefings}
    home = {source.id: briefing.id for briefing in briefings for source in briefing.sources}
    gone: dict[str, str] = {}
    for page in published.briefings:
        heirs = Counter(home[document] for document in sorted(page.sources) if document in home)
        if page.id not in live and heirs:
            gone[page.id] = heirs.most_common(1)[0][0]
    for move in published.moved:
        to = move.to if move.to in live else gone.get(move.to)
        if move.id not in live and to is not None:
            gone.setdefault(move.id, to)
    return tuple(Moved(id=id_, to=to) for id_, to in sorted(gone.items()))
