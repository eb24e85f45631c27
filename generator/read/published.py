"""What was published before: ids with the places in the sources that they stand for, so that they can be kept."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.model import Moved, Problem, Reference, Span

FOLDER, INDEX = "de/api/v1/briefings", "de/api/v1/index.json"
"""Of the public data, relative to `docs/`: the briefings, and the list of them."""
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
    words: Mapping[Reference, str] = field(default_factory=dict)
    """What stood at each reference."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """All pages of the last run."""

    briefings: tuple[PublishedBriefing, ...] = ()
    """By id."""
    moved: tuple[Moved, ...] = ()
    """Old addresses that lead to another page."""
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
    path = docs / INDEX
    moved: tuple[Moved, ...] = ()
    try:
        if path.exists():
            listed = json.loads(path.read_text(encoding="utf-8")).get("moved", ())
            moved = tuple(Moved(id=str(one["id"]), to=str(one["to"])) for one in listed)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        message = f"cannot be read ({error}); old addresses are lost. Restore the file from the last commit."
        problems.append(Problem(check="published", severity="warning", where=str(path), message=message))
    ordered = tuple(sorted(briefings, key=lambda b: b.id))
    return Published(briefings=ordered, moved=moved, problems=tuple(problems))


def _briefing(data: Any) -> PublishedBriefing:
    parts: dict[str, dict[str, frozenset[Reference]]] = {part: {} for part in EVIDENCE.values()}
    words: dict[Reference, str] = {}
    for key, part in EVIDENCE.items():
        for item in data.get(key, ()):
            proofs = dict(_proofs(item))
            words |= proofs
            parts[part][str(item["id"])] = frozenset(proofs)
    sources = frozenset(str(source["id"]) for source in data["sources"])
    return PublishedBriefing(id=str(data["id"]), sources=sources, parts=parts, words=words)


def relocated(briefing: PublishedBriefing, texts: Mapping[str, str]) -> Mapping[str, Ids]:
    """The parts of a briefing with every reference where its words stand now; without those whose words are gone.

    Args:
        texts: the articles' texts by document id.
    """
    now = {r: _found(r, words, texts.get(r.document, "")) for r, words in briefing.words.items()}
    return {
        part: {
            id_: frozenset(new for r in references if (new := now.get(r, r)) is not None)
            for id_, references in ids.items()
        }
        for part, ids in briefing.parts.items()
    }


def _found(reference: Reference, words: str, text: str) -> Reference | None:
    """The place of `words` in `text` that is nearest to where they stood."""
    start = reference.span.start
    if text[start : start + len(words)] != words:
        places = [at for at in (text.rfind(words, 0, start + len(words)), text.find(words, start)) if at >= 0]
        if not places:
            return None
        start = min(places, key=lambda at: abs(at - reference.span.start))
    return Reference(document=reference.document, span=Span(start=start, end=start + len(words)))


def _proofs(item: Mapping[str, Any]) -> Iterator[tuple[Reference, str]]:
    proofs: Iterable[Mapping[str, Any]] = (
        *item.get("reports", ()),
        *item.get("evidence", ()),
        *(proof for position in item.get("positions", ()) for proof in position["reports"]),
    )
    for proof in proofs:
        span = Span(start=int(proof["start"]), end=int(proof["end"]))
        yield Reference(document=str(proof["source"]), span=span), str(proof["text"])
