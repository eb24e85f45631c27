"""Out to a CAT tool and back into the memory; near matches are shown, never used."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.errors import EngineError
from generator.translate import exchange
from generator.translate.exchange import FORMATS, Format
from generator.translate.memory import Entry, Memory

MACHINE = Entry(source="Guten Tag.", target="Good day.", state="machine", origin="fake 1.0 0123456789ab")
REVIEWED = Entry(source="Gute Nacht.", target="Good night.", state="reviewed", origin="Karin Berger")
FAILED = Entry(source="Weg.", target=None, state="machine", origin="fake 1.0 0123456789ab", flags=("names",))
MEMORY = Memory([MACHINE, REVIEWED, FAILED])


@pytest.mark.parametrize("format", FORMATS)
def test_what_comes_back_untouched_changes_nothing(format: Format, tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(exchange.exported(MEMORY, format))
    assert exchange.read(path, MEMORY, "Anna Blau") == ()


@pytest.mark.parametrize("format", FORMATS)
def test_a_new_wording_is_the_persons(format: Format, tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(exchange.exported(MEMORY, format).replace(b"Good day.", b"Hello."))
    (entry,) = exchange.read(path, MEMORY, "Anna Blau")
    assert (entry.source, entry.target, entry.state, entry.origin) == ("Guten Tag.", "Hello.", "reviewed", "Anna Blau")
    after = MEMORY.with_entries([entry])
    assert after.find("Guten Tag.") == entry
    assert exchange.changes(MEMORY, after) == ["  Guten Tag.", "- Good day.", "+ Hello."]


@pytest.mark.parametrize("format", ["xliff", "xliff2"])
def test_an_emptied_wording_is_rejected(format: Format, tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(exchange.exported(MEMORY, format).replace(b"Good day.", b""))
    (entry,) = exchange.read(path, MEMORY, "Anna Blau")
    assert entry == replace(MACHINE, state="rejected", origin="Anna Blau")
    assert MEMORY.with_entries([entry]).find("Guten Tag.") is None


@pytest.mark.parametrize("data", [b"", b"<html/>", b"Guten Tag;Good day", b"\xff\xfe"])
def test_another_kind_of_file(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(data)
    with pytest.raises(EngineError, match=r"x\.csv: neither TMX nor XLIFF"):
        exchange.read(path, MEMORY, "Anna Blau")


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=r"gone\.tmx: cannot be read"):
        exchange.read(tmp_path / "gone.tmx", MEMORY, "Anna Blau")


def test_near_matches_are_reviewed_similar_and_sorted() -> None:
    memory = Memory(
        [
            REVIEWED,
            replace(REVIEWED, source="Gute Nacht!"),
            replace(REVIEWED, source="Gute Nacht, Herr."),
            replace(MACHINE, source="Gute Nacht?"),
        ]
    )
    found = exchange.near("Gute Nacht.", memory)
    assert [entry.source for _, entry in found] == ["Gute Nacht!", "Gute Nacht, Herr."]
    assert all(0.75 <= ratio < 1 for ratio, _ in found)
    assert memory.find("Gute Nacht,") is None
