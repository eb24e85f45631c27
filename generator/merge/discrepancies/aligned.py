"""Sentences of two articles that tell one happening: the same verb, the same names, mostly the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.analyse.entities.syntax import governed
from generator.analyse.questions import clauses
from generator.merge.discrepancies.moments import dates
from generator.merge.reading import EMPTY, Source
from generator.model import PartialDate, Place, Reference

LONGEST = 28
"""Words of a sentence that is compared and shown."""
SAME = 0.6
"""Share of the shorter sentence's content words in the other's."""
SHARED = 3
"""Content words that both have, beside names."""
NAMES = 1
HERE = frozenset(("in", "im", "am", "auf", "bei", "beim", "nahe", "vor", "unweit"))
"""Prepositions of a place where something happens."""
REPORTED = re.compile(
    r"\b(?:[Ll]aut|zufolge|[Dd]emnach|[Aa]ngeblich\w*|mutmaßlich\w*|[Oo]ffenbar|[Oo]ffensichtlich|[Vv]ermutlich"
    r"|[Mm]öglicherweise|[Ww]ahrscheinlich|soll|sollen|könnten?|dürften?|gilt|gelten|Angaben|Berichten?|Einschätzung\w*)\b"
)
"""Words with which a sentence does not vouch for what it says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A sentence of running text that tells something."""

    source: Source
    sentence: int
    verbs: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]
    """Content without names, verbs and numbers."""
    dates: tuple[PartialDate, ...]
    claimed: bool
    """Somebody else vouches for it, or nobody."""

    @property
    def text(self) -> str:
        """The sentence without its last mark."""
        document = self.source.analysis.document
        return " ".join(self.source.article.sentences[self.sentence].span.of(document.text).split()).rstrip(".!")

    @property
    def reference(self) -> Reference:
        return self.source.reference(self.source.article.sentences[self.sentence].span)

    def places(self) -> tuple[Place, ...]:
        """The towns where it happens."""
        article, event = self.source.article, self.source.event
        document = self.source.analysis.document.id
        found = []
        for entity in self.source.analysis.entities:
            place = next((p for p in event.locations if p.id == event.places.get((document, entity.id))), None)
            for mention in entity.mentions if place is not None and place.kind == "city" else ():
                where = article.locate(mention.span)
                if where and where.sentence == self.sentence and governed(article, where) in HERE and place:
                    found.append(place)
        return tuple(dict.fromkeys(found))


def pairs(sources: tuple[Source, ...]) -> Iterator[tuple[Told, Told]]:
    """Pairs of sentences of different articles that tell one happening, each once, found by their verbs."""
    by_verb: dict[str, list[tuple[int, Told]]] = {}
    for number, source in enumerate(sources):
        for mine in told(source):
            earlier = {
                (n, other.sentence): other for verb in mine.verbs for n, other in by_verb.get(verb, ()) if n != number
            }
            yield from ((other, mine) for other in earlier.values() if _one(other, mine))
            for verb in mine.verbs:
                by_verb.setdefault(verb, []).append((number, mine))


def told(source: Source) -> Iterator[Told]:
    article = source.article
    for number, sentence in enumerate(article.sentences):
        forms = article.forms(number)
        inside = clauses.quoted(article, number)
        if sentence.heading or inside or len(forms) > LONGEST:
            continue
        content = source.content(source.sentence(number))
        verbs = frozenset(
            reading.lemma
            for form in forms
            if form[:1].islower()
            for reading in source.event.lexicon.readings(form)
            if reading.tag.startswith("VER") and not reading.tag.startswith(("VER:AUX", "VER:MOD"))
        )
        names = frozenset(word for word in content if word.startswith("@"))
        yield Told(
            source=source,
            sentence=number,
            verbs=(verbs & content) - EMPTY,
            names=names,
            words=frozenset(word for word in content - names - verbs if not word[:1].isdigit()),
            dates=dates(source, number),
            claimed=_claimed(source, number),
        )


def _claimed(source: Source, sentence: int) -> bool:
    span = source.article.sentences[sentence].span
    text = span.of(source.analysis.document.text)
    quoted = any(part.overlaps(span) for q in source.analysis.quotations for part in (*q.quote, *q.frame))
    konjunktiv = any(source.event.lexicon.is_konjunktiv(form) for form in source.article.forms(sentence))
    return quoted or konjunktiv or bool(REPORTED.search(text))


def _one(a: Told, b: Told) -> bool:
    shared = a.words & b.words
    names = a.names & b.names
    return (
        bool(a.verbs & b.verbs)
        and len(names) >= NAMES
        and len(shared) + len(a.verbs & b.verbs) >= SHARED
        and len(shared) + len(names) >= SAME * min(len(a.words) + len(a.names), len(b.words) + len(b.names))
    )
