"""An analysis as JSON: the contract of `analyse --json`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator.model import Analysis, Span


def analyse_json(path: Path, analysis: Analysis) -> dict[str, Any]:
    """One line of `analyse --json`; offsets are code points of `text`, from 0, half-open."""
    return {
        "path": path.as_posix(),
        "text": analysis.document.text,
        "sentences": [_pair(sentence.span) for sentence in analysis.sentences],
        "entities": [
            {
                "id": entity.id,
                "kind": entity.kind,
                "name": entity.name,
                "roles": [role.name.de for role in entity.roles],
                "mentions": [_pair(mention.span) for mention in entity.mentions],
            }
            for entity in analysis.entities
        ],
        "quotations": [
            {
                "type": quotation.type,
                "medium": quotation.medium,
                "quote": _pairs(quotation.quote),
                "cue": _pairs(quotation.cue),
                "frame": _pairs(quotation.frame),
                "speaker": _pairs(quotation.speaker),
                "addressee": _pairs(quotation.addressee),
                "speaker_entity": quotation.speaker_entity,
            }
            for quotation in analysis.quotations
        ],
        "questions": [
            {"kind": question.kind, "span": _pair(question.span), "evidence": _pairs(question.evidence)}
            for question in analysis.questions
        ],
    }


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [_pair(span) for span in spans]
