"""What is new in a briefing, dated by its sources and corrections, never by the clock."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from generator.model import Change, Document, OpenQuestion, PartialDate, Text


def find(
    sources: tuple[Document, ...], questions: tuple[OpenQuestion, ...], corrected: Iterable[Change]
) -> tuple[Change, ...]:
    """Sources later than the first, questions answered by a later one, corrections; the newest first, undated last."""
    dated = [source for source in sources if source.published is not None]
    first = dated[0].published if dated else None
    changes = [
        Change(date=source.published, kind="source", text=said("source", _letter(number)))
        for number, source in enumerate(sources)
        if first is not None and source.published is not None and _later(source.published, first)
    ]
    for question in questions:
        if question.answer is not None and question.status == "answered":
            source = next(s for s in sources if s.id == question.answer.document)
            changes.append(Change(date=source.published, kind="answer", text=_answered(question)))
    return tuple(sorted((*changes, *corrected), key=lambda c: c.date.iso() if c.date else "", reverse=True))


def said(key: str, name: str | Text = "") -> Text:
    """The words of `changes.csv`, with a name where they have one."""
    german, english = _words()[key]
    both = Text(de=name, en=name) if isinstance(name, str) else name
    return Text(de=german.format(both.de), en=english.format(both.en or both.de))


def _answered(question: OpenQuestion) -> Text:
    text = said("answer", question.text)
    return text if question.text.en is not None else Text(de=text.de)


def _later(date: PartialDate, first: PartialDate) -> bool:
    """Whether a date lies after the other, as far as both are known."""
    exact = min(len(date.iso()), len(first.iso()))
    return date.iso()[:exact] > first.iso()[:exact]


def _letter(number: int) -> str:
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


@cache
def _words() -> dict[str, tuple[str, str]]:
    lines = files("generator.merge").joinpath("changes.csv").read_text(encoding="utf-8").splitlines()
    return {row["key"]: (row["german"], row["english"]) for row in csv.DictReader(lines)}
