"""What was published before: ids with the places in the sources that they stand for, so that they can be kept."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.model import Problem, Reference, Span

FOLDER = "de/api/v1/briefings"
"""Of the public data, relative to `docs/`."""
EVIDENCE = {
    "summary": "summary",
    "participants": "participants",
    "mentioned": "participants",
    "locations": "locations",
    "statements": "statements",
    "open_questions": "questions",
    "discrepancies": "discrepancies",
    "timeline": "timeline",
}
"""Keys of the data, and the part of a briefing in which their ids are unique."""

Ids = Mapping[str, frozenset[Reference]]
"""References by id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedBriefing:
    """One page of the last run."""

    id: str
    sources: frozenset[str]
    """Document ids."""
    parts: Mapping[str, Ids]
    """The ids of `participants`, `locations`, `statements`, ..."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """All pages of the last run."""

    briefings: tuple[PublishedBriefing, ...] = ()
    """By id."""
    problems: tuple[Problem, ...] = field(default=())
    """Files that cannot be read; their ids are made anew."""


def load(docs: Path) -> Published:
    """Read the public data below the folder `docs`; empty where there is none. Never raises for damaged data."""
    briefings, problems = [], []
    for path in sorted((docs / FOLDER).glob("*.json")):
        try:
            briefings.append(_briefing(json.loads(path.read_text(encoding="utf-8"))))
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            message = f"cannot be read ({error}); the briefing gets new ids. Restore the file from the last commit."
            problems.append(Problem(check="published", severity="warning", where=str(path), message=message))
    return Published(briefings=tuple(sorted(briefings, key=lambda b: b.id)), problems=tuple(problems))


def _briefing(data: Any) -> PublishedBriefing:
    parts: dict[str, dict[str, frozenset[Reference]]] = {part: {} for part in EVIDENCE.values()}
    for key, part in EVIDENCE.items():
        for item in data.get(key, ()):
            parts[part][str(item["id"])] = frozenset(_references(item))
    return PublishedBriefing(id=str(data["id"]), sources=frozenset(str(s["id"]) for s in data["sources"]), parts=parts)


def _references(item: Mapping[str, Any]) -> Iterator[Reference]:
    proofs: Iterable[Mapping[str, Any]] = (
        *item.get("reports", ()),
        *item.get("evidence", ()),
        *(proof for position in item.get("positions", ()) for proof in position["reports"]),
    )
    for proof in proofs:
        span = Span(start=int(proof["start"]), end=int(proof["end"]))
        yield Reference(document=str(proof["source"]), span=span)
