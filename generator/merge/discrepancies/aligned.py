"""Sentences of two articles that tell one happening: the same verb, the same names, mostly the same words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.analyse.entities.syntax import governed
from generator.analyse.questions import clauses
from generator.merge.discrepancies.moments import dates
from generator.merge.reading import EMPTY, Source
from generator.model import PartialDate, Place, Reference

LONGEST = 34
"""Words of a sentence that is compared and shown."""
SAME, ALIKE = 0.6, 0.75
"""Share of the shorter sentence's content words in the other's; from which two are nearly the same sentence."""
SHARED, MANY = 3, 4
"""Content words that both have, beside names; for nearly the same sentence without a name."""
HERE = frozenset(("in", "im", "am", "auf", "bei", "beim", "nahe", "vor", "unweit"))
"""Prepositions of a place where something happens."""
UNREAL = frozenset(("wäre", "wären", "hätte", "hätten", "würde", "würden"))
"""What would be, rather than what somebody says."""
REPORTED = re.compile(
    r"\b(?:[Ll]aut|zufolge|[Dd]emnach|[Aa]ngeblich\w*|mutmaßlich\w*|[Oo]ffenbar|[Oo]ffensichtlich|[Vv]ermutlich"
    r"|[Mm]öglicherweise|[Ww]ahrscheinlich|soll|sollen|könnten?|dürften?|gilt|gelten|Angaben|Berichten?|Einschätzung\w*)\b"
)
"""Words with which a sentence does not vouch for what it says."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """A sentence of running text that tells something."""

    source: Source
    sentence: int
    verbs: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]
    """Content without names, verbs and numbers."""
    dates: tuple[PartialDate, ...]

    @property
    def text(self) -> str:
        """The sentence without its last mark."""
        document = self.source.analysis.document
        return " ".join(self.source.article.sentences[self.sentence].span.of(document.text).split()).rstrip(".!")

    @property
    def reference(self) -> Reference:
        return self.source.reference(self.source.article.sentences[self.sentence].span)

    @cached_property
    def claimed(self) -> bool | None:
        """Whether its own words say that somebody else vouches for it, or nobody; None where it is of speech at all."""
        span = self.source.article.sentences[self.sentence].span
        document = self.source.analysis.document
        lexicon = self.source.event.lexicon
        forms = (f for f in self.source.article.forms(self.sentence) if not lexicon.has(f, "PRO", "ADJ", "ART"))
        konjunktiv = any(lexicon.is_konjunktiv(form) and form not in UNREAL for form in forms)
        if konjunktiv or REPORTED.search(span.of(document.text)):
            return True
        quotations = self.source.analysis.quotations
        said = any(part.overlaps(span) for q in quotations for part in (*q.quote, *q.frame, *q.cue))
        return None if said else False

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

    def likeness(self, other: Told) -> float:
        """Share of the shorter sentence's words and names that the other has, 0 to 1."""
        shared = len(self.words & other.words) + len(self.names & other.names)
        return shared / max(1, min(len(self.words) + len(self.names), len(other.words) + len(other.names)))

    def nearly(self, other: Told) -> bool:
        """Whether the two are nearly one sentence, names aside; one of few words with the same names too."""
        shared = len(self.words & other.words)
        few = shared + len(self.verbs & other.verbs) >= SHARED and self.names == other.names
        return (shared >= MANY or few) and shared >= ALIKE * max(len(self.words), len(other.words))


def pairs(sources: tuple[Source, ...]) -> Iterator[tuple[Told, Told]]:
    """Pairs of sentences of different articles that tell one happening, each once, found by the words they share."""
    index: dict[str, list[tuple[int, Told]]] = {}
    for number, source in enumerate(sources):
        own = list(told(source))
        for mine in own:
            shared = Counter((n, other.sentence) for word in _keys(mine) for n, other in index.get(word, ()))
            earlier = {(n, other.sentence): other for word in _keys(mine) for n, other in index.get(word, ())}
            close = (earlier[key] for key, count in shared.items() if count >= SHARED)
            yield from ((other, mine) for other in close if _one(other, mine))
        for mine in own:
            for word in _keys(mine):
                index.setdefault(word, []).append((number, mine))


def _keys(told: Told) -> frozenset[str]:
    return told.verbs | told.words


def told(source: Source) -> Iterator[Told]:
    """The sentences of an article that have no words in quotation marks and are not too long."""
    article = source.article
    for number, sentence in enumerate(article.sentences):
        forms = article.forms(number)
        inside = clauses.quoted(article, number)
        if sentence.heading or inside or len(forms) > LONGEST or not any(clauses.finite(article, f) for f in forms):
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
        )


def _one(a: Told, b: Told) -> bool:
    """Whether the two have a verb and a name in common and most words, or nearly all words."""
    verbs = a.verbs & b.verbs
    if a.nearly(b) and (verbs or not a.verbs or not b.verbs):
        return True
    enough = len(a.words & b.words) + len(verbs) >= SHARED
    return bool(verbs) and bool(a.names & b.names) and enough and a.likeness(b) >= SAME
