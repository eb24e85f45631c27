"""The public data of a briefing: plain JSON, both languages, as `schema.json` describes it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib.resources import files
from typing import Any

from generator.model import Briefing, Claim, Document, Moved, PartialDate, Participant, Place, Reference, Text
from generator.render.view import Texts

API = "de/api/v1"
"""Folder of the data, relative to `docs/`."""


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of every file of the data."""
    text = files("generator.render").joinpath("schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def dumps(value: Any) -> str:
    """JSON as it is committed: readable, in a fixed order, with a line end."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def index(briefings: Iterable[Briefing], texts: Texts, moved: Iterable[Moved]) -> dict[str, Any]:
    """The list of all briefings, in the order given, and of the ids that stand for another one now."""
    return {
        "briefings": [
            {
                "id": briefing.id,
                "title": _text(briefing.title, texts),
                "date": _date(briefing.date),
                "sources": len(briefing.sources),
                "file": f"briefings/{briefing.id}.json",
            }
            for briefing in briefings
        ],
        "moved": [{"id": one.id, "to": one.to} for one in moved],
    }


def briefing(value: Briefing, texts: Texts) -> dict[str, Any]:
    """One briefing."""

    def proofs(references: Iterable[Reference]) -> list[dict[str, Any]]:
        return [_proof(value, reference) for reference in references]

    def participant(one: Participant) -> dict[str, Any]:
        return {
            "id": one.id,
            "kind": one.kind,
            "name": _text(one.name, texts),
            "aliases": list(one.aliases),
            "roles": [_text(role, texts) for role in one.roles],
            "reports": proofs(one.reports),
        }

    def location(place: Place) -> dict[str, Any]:
        return {
            "id": place.id,
            "name": _text(place.name, texts),
            "kind": place.kind,
            "within": list(place.within),
            "latitude": place.latitude,
            "longitude": place.longitude,
            "scene": place.scene,
            "reports": proofs(place.references),
        }

    def statement(claim: Claim) -> dict[str, Any]:
        line = texts.line(claim.text, "en")
        return {
            "id": claim.id,
            "type": claim.type,
            "speaker": claim.speaker,
            "addressee": claim.addressee,
            "text": _text(claim.text, texts),
            "reports": proofs(claim.reports),
            "translation": {"origin": line.origin, "flags": list(line.flags)},
        }

    return {
        "id": value.id,
        "title": _text(value.title, texts),
        "date": _date(value.date),
        "sources": [_source(source) for source in value.sources],
        "summary": [{"id": s.id, "text": _text(s.text, texts), "reports": proofs(s.reports)} for s in value.summary],
        "participants": [participant(p) for p in value.participants],
        "mentioned": [participant(p) for p in value.mentioned],
        "locations": [location(p) for p in value.locations],
        "statements": [statement(c) for c in value.statements],
        "open_questions": [
            {
                "id": q.id,
                "kind": q.kind,
                "status": q.status,
                "text": _text(q.text, texts),
                "evidence": proofs(q.evidence),
            }
            for q in value.open_questions
        ],
        "discrepancies": [
            {
                "id": d.id,
                "topic": _text(d.topic, texts),
                "positions": [{"text": _text(p.text, texts), "reports": proofs(p.reports)} for p in d.positions],
            }
            for d in value.discrepancies
        ],
        "timeline": [
            {"id": t.id, "date": t.date.iso(), "text": _text(t.text, texts), "reports": proofs(t.reports)}
            for t in value.timeline
        ],
        "changes": [{"date": _date(c.date), "kind": c.kind, "text": _text(c.text, texts)} for c in value.changes],
    }


def _text(text: Text, texts: Texts) -> dict[str, str | None]:
    line = texts.line(text, "en")
    return {"de": text.de, "en": line.text if line.language == "en" else None}


def _date(date: PartialDate | None) -> str | None:
    return date.iso() if date else None


def _source(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "agencies": list(document.agencies),
        "published": _date(document.published),
        "url": document.url,
        "words": document.words,
    }


def _proof(value: Briefing, reference: Reference) -> dict[str, Any]:
    text = reference.span.of(value.document(reference.document).text)
    return {"source": reference.document, "start": reference.span.start, "end": reference.span.end, "text": text}
