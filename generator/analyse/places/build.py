"""Place entities with their kind, surroundings and coordinates; the scene told apart."""

from __future__ import annotations

from generator.analyse import nations
from generator.model import Document, Entity, Place, PlaceKind, Reference, Sentence, Text


def build(document: Document, sentences: tuple[Sentence, ...], entities: tuple[Entity, ...]) -> tuple[Place, ...]:
    """The places of an article."""
    return tuple(_place(document, entity) for entity in entities if entity.kind == "place")


def _place(document: Document, entity: Entity) -> Place:
    known = nations.load()
    kind: PlaceKind = "country" if known.named(entity.name) else "city" if entity.name in known.by_capital else "other"
    references = tuple(Reference(document=document.id, span=m.span) for m in entity.mentions)
    return Place(id=entity.id, name=Text(de=entity.name, en=entity.english), kind=kind, references=references)
