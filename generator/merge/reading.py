"""The articles of an event read again: words without their forms, names as who is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.analyse import nations
from generator.analyse.article import Article, Words
from generator.analyse.lexicon import Lexicon
from generator.analyse.tokens import tokenize
from generator.merge.event import Event
from generator.model import Analysis, Reference, Span

SHORTEST_PART = 3
"""Letters of the shortest part of a compound."""
EMPTY = frozenset(
    ("sein", "haben", "werden", "können", "sollen", "wollen", "müssen", "dürfen", "mögen", "lassen", "geben", "sagen")
)
"""Verbs that say nothing of what a sentence is about."""


@dataclass(frozen=True, kw_only=True)
class Source:
    """One article of an event."""

    event: Event
    analysis: Analysis

    @cached_property
    def article(self) -> Article:
        """The article with its tokens."""
        document, sentences = self.analysis.document, self.analysis.sentences
        tokens = tuple(tokenize(document.text, sentence.span) for sentence in sentences)
        return Article(document=document, sentences=sentences, tokens=tokens, lexicon=self.event.lexicon)

    @cached_property
    def names(self) -> dict[tuple[int, int], str]:
        """(sentence, token) -> who or what is meant there: a participant's or place's id with `@` before it."""
        found: dict[tuple[int, int], str] = {}
        document = self.analysis.document.id
        for entity in self.analysis.entities:
            key = self.event.people.get((document, entity.id)) or self.event.places.get((document, entity.id))
            for mention in entity.mentions:
                where = self.article.locate(mention.span)
                if where is not None and mention.kind != "part":
                    for at in range(where.first, where.last):
                        found[where.sentence, at] = f"@{key or entity.id}"
        return found

    @cached_property
    def pronouns(self) -> dict[tuple[int, int], str]:
        """(sentence, token) of a pronoun -> the name of who is meant, nominative; none whom the sentence names."""
        document = self.analysis.document.id
        found: dict[tuple[int, int], str] = {}
        for entity in self.analysis.entities:
            known = self.event.participant(self.event.people.get((document, entity.id)))
            places = [(self.article.locate(m.span), m.kind) for m in entity.mentions]
            named = {where.sentence for where, kind in places if where is not None and kind in ("name", "nominal")}
            for where, kind in places:
                if kind == "pronoun" and where is not None and where.sentence not in named:
                    found[where.sentence, where.first] = known.name.de if known else entity.name
        return found

    def tags(self, form: str) -> tuple[str, ...]:
        """The lexicon's tags of a noun, for a compound those of the noun that it ends in."""
        lexicon = self.event.lexicon
        for cut in (0, *range(SHORTEST_PART, len(form) - SHORTEST_PART)):
            rest = form[cut:].lstrip("-")
            if lexicon.has(rest[:1].upper() + rest[1:], "SUB"):
                return lexicon.tags(rest[:1].upper() + rest[1:])
        return lexicon.tags(form)

    def content(self, where: Words) -> frozenset[str]:
        """What the words are about: lemmas of nouns, verbs and adjectives, numbers, and names as who is meant."""
        return frozenset(word for _, word in self.each(where))

    def each(self, where: Words) -> Iterator[tuple[int, str]]:
        """The content words with their tokens."""
        forms = self.article.forms(where.sentence)
        for at in range(where.first, where.last):
            word = state(forms[at]) or self.names.get((where.sentence, at)) or base(self.event.lexicon, forms[at])
            if word:
                yield at, word

    def sentence(self, number: int) -> Words:
        """All tokens of a sentence."""
        return Words(sentence=number, first=0, last=len(self.article.tokens[number]))

    def reference(self, span: Span) -> Reference:
        return Reference(document=self.analysis.document.id, span=span)


def sources(event: Event) -> tuple[Source, ...]:
    """The event's articles, in the order of its analyses."""
    return tuple(Source(event=event, analysis=analysis) for analysis in event.analyses)


def state(form: str) -> str | None:
    """The code of the state that a name, an adjective or a capital stands for, with `@` before it."""
    table = nations.load()
    nation = table.named(form) or table.by_capital.get(form) or (table.described(form) if form[:1].islower() else None)
    return f"@{nation.code}" if nation else None


def base(lexicon: Lexicon, form: str) -> str | None:
    """The lemma of a noun, verb or adjective, lower case; None for a word without content."""
    if form[:1].isdigit():
        return form.rstrip(".")
    if not form[:1].isalpha():
        return None
    if form[:1].isupper():
        return noun(lexicon, form)
    tags = lexicon.tags(form)
    verbs = [r.lemma for r in lexicon.readings(form) if r.tag.startswith("VER")]
    if verbs:
        return None if verbs[0] in EMPTY or any(t.startswith(("ART", "PRP", "KON", "PRO")) for t in tags) else verbs[0]
    if any(t.startswith(("ADJ", "PA1", "PA2")) for t in tags) and not any(t.startswith(("ART", "PRO")) for t in tags):
        return next(r.lemma for r in lexicon.readings(form) if r.tag.startswith(("ADJ", "PA1", "PA2")))
    return None


def noun(lexicon: Lexicon, form: str) -> str | None:
    """The lemma of a noun, lower case, also of a compound that only ends in a known one; a strange word as it is."""
    lemmas = lexicon.lemmas(form, "SUB")
    if lemmas:
        return min(lemmas, key=lambda lemma: (len(lemma), lemma)).lower()
    lower = form[0].lower() + form[1:]
    if lexicon.tags(lower) and not lexicon.has(form, "EIG"):
        return base(lexicon, lower)
    for cut in range(SHORTEST_PART, len(form) - SHORTEST_PART):
        tail = re.sub(r"^-", "", form[cut:])
        lemmas = lexicon.lemmas(tail[:1].upper() + tail[1:], "SUB")
        if lemmas:
            return form[:cut].lower() + min(lemmas, key=lambda lemma: (len(lemma), lemma)).lower()
    return form.lower()


def tail(lexicon: Lexicon, form: str) -> tuple[str, ...]:
    """The nouns that a noun ends in, longest first, lower case: "Kurzstreckenraketen" -> kurzstreckenrakete, rakete."""
    whole = noun(lexicon, form)
    if whole is None:
        return ()
    found = [whole]
    for cut in range(SHORTEST_PART, len(form) - SHORTEST_PART):
        rest = form[cut:].lstrip("-")
        lemmas = lexicon.lemmas(rest[:1].upper() + rest[1:], "SUB")
        found += [min(lemmas, key=lambda lemma: (len(lemma), lemma)).lower()] if lemmas else []
    return tuple(dict.fromkeys(found))
