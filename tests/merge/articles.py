"""Invented articles as analyses made by hand: names and quotations are found by their words."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from generator.analyse import sentences
from generator.analyse.lexicon import Lexicon
from generator.merge.words import Vocabulary
from generator.model import (
    Analysis,
    Document,
    Entity,
    Mention,
    PartialDate,
    Place,
    Quotation,
    Reference,
    Role,
    Span,
    Text,
)

ROOT = Path(__file__).parents[2]


@cache
def lexicon() -> Lexicon:
    return Lexicon.load(ROOT / "models" / "lexicon")


@cache
def vocabulary() -> Vocabulary:
    return Vocabulary(lexicon())


def spans(text: str, words: str) -> tuple[Span, ...]:
    """Every place of the words."""
    found = re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)
    return tuple(Span(start=m.start(), end=m.end()) for m in found)


def day(iso: str | None) -> PartialDate | None:
    """`2024-05-16` or `2024-05`."""
    parts = [int(part) for part in iso.split("-")] if iso else []
    return PartialDate(year=parts[0], month=parts[1], day=parts[2] if len(parts) > 2 else None) if parts else None


def somebody(text: str, *forms: str, kind: str = "person", roles: tuple[str, ...] = (), **more: object) -> Entity:
    """An entity with the first of `forms` as its name, mentioned wherever a form stands."""
    taken: list[Span] = []
    for form in sorted(forms, key=len, reverse=True):
        taken += [s for s in spans(text, form) if not any(s.overlaps(t) for t in taken)]
    values: dict[str, object] = {
        "id": re.sub(r"\W+", "-", forms[0].lower()),
        "kind": kind,
        "name": forms[0],
        "english": forms[0],
        "aliases": forms[1:],
        "roles": tuple(Role(name=Text(de=r, en=r), span=Span(start=0, end=1)) for r in roles),
        "mentions": tuple(Mention(span=s, kind="name", reason="name") for s in sorted(taken)),
        "involvement": "acts",
        "weight": 0.5,
    }
    return Entity(**(values | more))  # type: ignore[arg-type]


def article(
    id: str,
    text: str,
    *entities: Entity,
    published: str | None = "2024-05-16",
    said: tuple[Quotation, ...] = (),
    agencies: tuple[str, ...] = (),
) -> Analysis:
    """The analysis of an invented article; place entities become places of one kind, a city."""
    document = Document(id=id, text=text, published=day(published), agencies=agencies)
    places = tuple(
        Place(
            id=e.id,
            name=Text(de=e.name, en=e.english),
            kind="city",
            references=tuple(Reference(document=id, span=m.span) for m in e.mentions),
        )
        for e in entities
        if e.kind == "place"
    )
    return Analysis(
        document=document, sentences=sentences.split(document), entities=entities, quotations=said, places=places
    )


def quoted(text: str, words: str, speaker: Entity | None, type: str = "Direct", **more: object) -> Quotation:
    """A quotation by its words; `frame` may give those that attribute it."""
    frame = more.pop("frame", None)
    return Quotation(
        type=type,  # type: ignore[arg-type]
        medium="speech",
        quote=(_at(text, words),),
        frame=(_at(text, str(frame)),) if frame else (),
        speaker_entity=speaker.id if speaker else None,
        **more,  # type: ignore[arg-type]
    )


def _at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words))
