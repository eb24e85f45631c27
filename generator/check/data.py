"""The public data validates against its schema, and each proof in it is its source's slice."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from generator.check.subject import Subject
from generator.model import Problem
from generator.render import data


def check(subject: Subject) -> Iterator[Problem]:
    """Errors by file and path in it."""
    texts = {source.id: source.text for briefing in subject.briefings for source in briefing.sources}
    for page in subject.pages:
        if not page.path.startswith(data.API) or page.path.endswith("schema.json"):
            continue
        value = json.loads(page.text)
        if error := best_match(_validator().iter_errors(value)):
            yield _error(f"{page.path}, {error.json_path}", error.message[:200])
        for proof in _proofs(value):
            if texts.get(proof["source"], "")[proof["start"] : proof["end"]] != proof["text"]:
                yield _error(f"{page.path}, {proof['source']} at {proof['start']}", "is not the source's text there.")


def _proofs(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if value.keys() == {"source", "start", "end", "text"}:
            yield value
        for part in value.values():
            yield from _proofs(part)
    elif isinstance(value, list):
        for part in value:
            yield from _proofs(part)


def _error(where: str, message: str) -> Problem:
    return Problem(check="data", severity="error", where=where, message=message)


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(data.schema())
