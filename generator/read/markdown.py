"""Markdown with YAML front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import yaml

from generator.errors import SourceError
from generator.model import Document, Span
from generator.read import lines, sidecar

FRONT = re.compile(r"---[^\S\n]*\n(.*?)\n(?:---|\.\.\.)[^\S\n]*(?:\n|\Z)", re.DOTALL)
HEADING = re.compile(r"^[^\S\n]{0,3}(#{1,6})[^\S\n]+([^\n]*?)([^\S\n]+#+)?[^\S\n]*$", re.MULTILINE)
MARKS = re.compile(
    r"^[^\S\n]{0,3}(?:>[^\S\n]?|[-*+][^\S\n]+(?=\S))|^!\[[^\]\n]*\]\([^)\n]*\)[^\S\n]*$|<!--.*?-->|"
    r"^[^\S\n]{0,3}(?:[-*_][^\S\n]*){3,}$",
    re.MULTILINE | re.DOTALL,
)
"""Marks of quotes and lists, pictures, comments, rules: no words of the article."""


def read(path: Path, text: str) -> Document:
    """The document of a Markdown file; front matter gives the same metadata as a sidecar.

    Raises:
        SourceError: the front matter is no YAML or has an unknown key.
    """
    front = FRONT.match(text)
    boilerplate = [Span(start=0, end=front.end())] if front else []
    body = front.end() if front else 0
    boilerplate += [Span(start=m.start(), end=m.end()) for m in MARKS.finditer(text, body)]
    headings = []
    for hashes, heading in _headings(text, body):
        boilerplate += hashes
        headings.append(heading)
    document = lines.document(path.stem, text, tuple(sorted(boilerplate)), tuple(headings))
    title = headings[0].of(text) if headings and text[body : headings[0].start].strip("# \n\t") == "" else None
    known = sidecar.values(_front(path, front[1]), f"{path}, front matter") if front else {}
    return replace(document, **({"title": title or document.title} | known))


def _headings(text: str, body: int) -> Iterator[tuple[list[Span], Span]]:
    for match in HEADING.finditer(text, body):
        if match[2]:
            closing = [Span(start=match.start(3), end=match.end(3))] if match[3] else []
            yield (
                [Span(start=match.start(1), end=match.start(2)), *closing],
                Span(start=match.start(2), end=match.end(2)),
            )


def _front(path: Path, source: str) -> object:
    try:
        return yaml.safe_load(source) or {}
    except yaml.YAMLError as error:
        raise SourceError(f"{path}: the front matter is no YAML ({sidecar.place(error)}). Correct it.") from error
