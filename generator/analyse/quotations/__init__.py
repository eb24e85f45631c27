"""Who said what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.analyse.lexicon import Lexicon
from generator.analyse.quotations.attribution import attribute
from generator.analyse.quotations.confidence import confidence
from generator.analyse.quotations.drafts import Draft, View
from generator.analyse.quotations.forms import Forms
from generator.analyse.quotations.frames import clauses
from generator.analyse.quotations.reading import Range, Text, lay_out
from generator.analyse.quotations.rules import RULES
from generator.analyse.quotations.segments import segment
from generator.analyse.quotations.speakers import inherit
from generator.analyse.tokens import Token
from generator.model import Document, Entity, Quotation, Sentence, Span


class QuotationFinder:
    """Finds the quotations of an article."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._forms = Forms(lexicon)

    def find(
        self,
        document: Document,
        sentences: tuple[Sentence, ...],
        tokens: tuple[tuple[Token, ...], ...],
        entities: tuple[Entity, ...],
    ) -> tuple[Quotation, ...]:
        """The quotations in text order."""
        return tuple(quotation for _, quotation in self.drafts(document, sentences, tokens, entities))

    def drafts(
        self,
        document: Document,
        sentences: tuple[Sentence, ...],
        tokens: tuple[tuple[Token, ...], ...],
        entities: tuple[Entity, ...],
    ) -> Iterator[tuple[str, Quotation]]:
        """The quotations in text order, each with the name of the construction that found it."""
        text = lay_out(document, sentences, tokens, entities, self._forms)
        view = View(
            text=text,
            clauses=tuple(clauses(text, n, segment(text, bounds)) for n, bounds in enumerate(text.bounds)),
            owner=(-1,) * len(text.tokens),
        )
        for rule in RULES:
            view = _admit(view, rule(view))
        for draft in attribute(view, inherit(view)):
            yield draft.rule, _quotation(text, draft)


def _admit(view: View, drafts: Iterable[Draft]) -> View:
    """The view with new drafts; what quotes almost the same words as an earlier one is left out."""
    found, owner = list(view.found), list(view.owner)
    sizes = [draft.tokens() for draft in found]
    cues = {(draft.type, draft.cue) for draft in found}
    for draft in drafts:
        tokens = draft.tokens()
        rivals = {owner[i] for i in tokens if owner[i] >= 0}
        if draft.type != "Direct" and any(_same(tokens, sizes[r]) for r in rivals):
            continue
        if draft.type != "Direct" and draft.cue and (draft.type, draft.cue) in cues:
            continue
        cues.add((draft.type, draft.cue))
        found.append(draft)
        for i in tokens:
            if owner[i] < 0 or len(tokens) <= len(sizes[owner[i]]):
                owner[i] = len(found) - 1
        sizes.append(tokens)
    return view.among(found, owner)


def _same(a: set[int], b: set[int]) -> bool:
    return len(a & b) > 0.7 * min(len(a), len(b)) and len(a & b) > 0.5 * max(len(a), len(b))


def _quotation(text: Text, draft: Draft) -> Quotation:
    return Quotation(
        type=draft.type,
        medium=draft.medium,
        quote=_spans(text, draft.quote),
        cue=tuple(text.span((i, i + 1)) for i in draft.cue),
        frame=_spans(text, _outside(draft.frame, draft.quote)),
        speaker=_spans(text, (draft.speaker,)),
        addressee=_spans(text, (draft.addressee,)),
        speaker_entity=draft.entity,
        carrier=_spans(text, (draft.carrier,)),
        confidence=confidence(draft.rule),
    )


def _outside(ranges: tuple[Range, ...], taken: tuple[Range, ...]) -> tuple[Range, ...]:
    """What is left of `ranges` without `taken`, in order."""
    left = list(ranges)
    for first, last in taken:
        left = [part for a, b in left for part in ((a, min(b, first)), (max(a, last), b)) if part[0] < part[1]]
    return tuple(sorted(left))


def _spans(text: Text, ranges: tuple[Range | None, ...]) -> tuple[Span, ...]:
    return tuple(text.span(r) for r in ranges if r is not None and r[0] < r[1])
