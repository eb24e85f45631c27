"""An organisation, a state, a place or a group while the article is being read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from generator.analyse.forms import plain
from generator.analyse.nations import Nation
from generator.analyse.places.nouns import Noun
from generator.model import EntityKind, Mention, MentionKind, Role, Span


@dataclass(slots=True, kw_only=True)
class Thing:
    """An organisation, a state or a place while the article is being read."""

    kind: EntityKind
    name: str
    nation: Nation | None = None
    nouns: Counter[Noun] = field(default_factory=Counter)
    """What kind of place it is, where nouns say so: "Weltraumbahnhof"."""
    english: str | None = None
    """Where the words give it; None leaves it to the tables."""
    roles: dict[str, Role] = field(default_factory=dict)
    """What it is said to be, by the German words: "russische Nachrichtenagentur"."""
    forms: Counter[str] = field(default_factory=Counter)
    mentions: list[Mention] = field(default_factory=list)

    def add(self, form: str, span: Span, kind: MentionKind, reason: str) -> None:
        if not any(m.span.overlaps(span) for m in self.mentions):
            self.forms[form] += 1
            self.mentions.append(Mention(span=span, kind=kind, reason=reason))
            self.mentions.sort(key=lambda m: m.span)


Things = dict[tuple[EntityKind, str], Thing]


def thing_of(things: Things, kind: EntityKind, name: str, nation: Nation | None) -> Thing:
    return things.setdefault((kind, plain(name)), Thing(kind=kind, name=name, nation=nation))
