"""Organisations, states, places and groups while the article is being read."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.analyse.cover import Cover
from generator.analyse.forms import plain
from generator.analyse.nations import Nation
from generator.analyse.places.nouns import Noun
from generator.model import EntityKind, Mention, MentionKind, Role, Span

NESTED = 3
"""How many mentions back one may begin that still holds a place in the text."""


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
    """In the order in which they were found."""
    _cover: Cover = field(default_factory=Cover)

    def add(self, form: str, mention: Mention) -> None:
        """Take a mention that overlaps none of its own; `Things.add` is the usual way."""
        if not self._cover.overlaps(mention.span):
            self._cover.add(mention.span)
            self.forms[form] += 1
            self.mentions.append(mention)


class Things:
    """All things of an article: by name, by their place in the text, by what they are said to be."""

    __slots__ = ("_by_name", "_by_noun", "_by_role", "_cover", "_spans", "_starts")

    def __init__(self) -> None:
        self._by_name: dict[tuple[EntityKind, str], Thing] = {}
        self._by_noun: dict[Noun, list[Thing]] = defaultdict(list)
        self._by_role: dict[str, list[tuple[Thing, Span]]] = defaultdict(list)
        self._cover = Cover()
        self._spans: list[Span] = []
        self._starts: dict[int, tuple[Thing, Span]] = {}

    def __iter__(self) -> Iterator[Thing]:
        return iter(self._by_name.values())

    def of(self, kind: EntityKind, name: str, nation: Nation | None = None) -> Thing:
        """The thing of a kind and name, made where there is none."""
        return self._by_name.setdefault((kind, plain(name)), Thing(kind=kind, name=name, nation=nation))

    def get(self, kind: EntityKind, name: str) -> Thing | None:
        """The thing of a kind and name, where there is one."""
        return self._by_name.get((kind, plain(name)))

    def add(self, thing: Thing, form: str, span: Span, kind: MentionKind, reason: str) -> None:
        """Add a mention to one of the things."""
        thing.add(form, Mention(span=span, kind=kind, reason=reason))
        self._cover.add(span)
        insort(self._spans, span)
        self._starts.setdefault(span.start, (thing, span))

    def absorb(self, span: Span) -> None:
        """Take back the mentions of organisations inside `span`: they are parts of a longer name."""
        at = bisect_right(self._spans, Span(start=span.start, end=0))
        while at < len(self._spans) and self._spans[at].start < span.end:
            thing, own = self._starts[self._spans[at].start]
            if thing.kind == "organisation" and span.contains(own):
                thing.mentions[:] = [m for m in thing.mentions if m.span != own]
            at += 1

    def add_noun(self, thing: Thing, noun: Noun) -> None:
        """Note what kind of place a thing is."""
        if noun not in thing.nouns:
            self._by_noun[noun].append(thing)
        thing.nouns[noun] += 1

    def add_role(self, thing: Thing, role: Role) -> None:
        """Note what a thing is said to be."""
        thing.roles.setdefault(role.name.de, role)
        self._by_role[role.name.de.split()[-1]].append((thing, role.span))

    def taken(self, span: Span) -> bool:
        """Whether a mention overlaps `span`."""
        return self._cover.overlaps(span)

    def within(self, span: Span) -> bool:
        """Whether a mention holds the whole of `span`."""
        at = bisect_right(self._spans, Span(start=span.start + 1, end=0))
        return any(other.contains(span) for other in self._spans[max(0, at - NESTED) : at])

    def starting(self, offset: int) -> tuple[Thing, Span] | None:
        """The thing whose mention starts at `offset`, and that mention."""
        return self._starts.get(offset)

    def of_noun(self, noun: Noun) -> list[Thing]:
        """Places of a kind."""
        return self._by_noun[noun]

    def said_to_be(self, noun: str, before: int) -> Thing | None:
        """The only thing that the text before offset `before` says to be a `noun`."""
        found: Thing | None = None
        for thing, span in self._by_role[noun]:
            if span.end <= before and thing is not found:
                if found is not None:
                    return None
                found = thing
        return found
