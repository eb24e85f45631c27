"""Timelines of an event, from a fixture: articles, a dot, date [until date] [background]: words [sources]."""

from __future__ import annotations

import pytest

from generator.merge import timeline
from generator.model import TimelineEntry
from tests.merge.events import cases, event, letters


@pytest.mark.parametrize(("block", "expected"), cases("timeline.txt"))
def test_timeline(block: str, expected: list[str]) -> None:
    happened = event(block)
    lines = [f"{when(e)}: {e.text.de} [{letters(happened, e.reports)}]" for e in timeline.find(happened)]
    assert lines == expected


def when(entry: TimelineEntry) -> str:
    until = f" until {entry.until.iso()}" if entry.until else ""
    return f"{entry.date.iso()}{until}{' background' if entry.background else ''}"


def test_every_entry_stands_in_its_source_and_there_are_not_too_many() -> None:
    happened = event("\n\n".join(f"Am {day}. Mai 2024 begann der Bau Nummer {day} im Ort." for day in range(1, 16)))
    text = happened.analyses[0].document.text
    found = timeline.find(happened)
    assert len(found) == 12
    assert len({entry.id for entry in found}) == 12
    assert all(entry.reports[0].span.of(text) == entry.text.de for entry in found)
    assert [entry.date for entry in found] == sorted(entry.date for entry in found)
