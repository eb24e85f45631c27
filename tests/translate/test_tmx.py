"""The memory's file: TMX 1.4b, the same after any way there and back, refused with file, line and mend when broken."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree

from generator.errors import EngineError
from generator.translate import tmx
from generator.translate.memory import Entry, Memory
from tests.translate.entries import memories

HEAD = """<?xml version="1.0" encoding="utf-8"?>
<tmx version="1.4">
  <header srclang="de" datatype="plaintext" segtype="block" adminlang="en" o-tmf="x" creationtool="x"
          creationtoolversion="1"/>
  <body>
"""
UNIT = """<tu>
<prop type="x-state">{state}</prop>
<tuv xml:lang="de"><seg>{german}</seg></tuv>
<tuv xml:lang="en"><seg>{english}</seg></tuv>
</tu>
"""
FOOT = "</body></tmx>"
ENTRY = Entry(source="Guten Tag.", target="Good day.", state="reviewed", origin="Karin Berger")


@given(memories)
@settings(max_examples=60, deadline=None)
def test_there_and_back(memory: Memory) -> None:
    data = tmx.serialise(memory)
    again = Memory(tmx.parse(data, "x.tmx"))
    assert list(again) == list(memory)
    assert tmx.serialise(again) == data


def test_the_file_is_tmx_1_4b() -> None:
    root = etree.fromstring(tmx.serialise(Memory([ENTRY])))
    assert (root.tag, root.get("version")) == ("tmx", "1.4")
    assert root.find("header").get("srclang") == "de"
    (unit,) = root.iter("tu")
    languages = [tuv.get("{http://www.w3.org/XML/1998/namespace}lang") for tuv in unit.iter("tuv")]
    assert languages == ["de", "en"]
    assert {p.get("type"): p.text for p in unit.iter("prop")} == {"x-state": "reviewed", "x-origin": "Karin Berger"}


def test_control_characters_cannot_break_the_file() -> None:
    data = tmx.serialise(Memory([replace(ENTRY, source="Guten\x01 Tag\ufffe.", attempt="\x00")]))
    memory = Memory(tmx.parse(data, "x.tmx"))
    assert memory.find("Guten\x01 Tag\ufffe.") is not None


def test_a_missing_file_is_an_empty_memory(tmp_path: Path) -> None:
    assert len(tmx.load(tmp_path / "none.tmx")) == 0


def test_saving_the_same_leaves_the_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "memory" / "de-en.tmx"
    assert tmx.save(Memory([ENTRY]), path)
    before = path.stat().st_mtime_ns
    assert not tmx.save(tmx.load(path), path)
    assert path.stat().st_mtime_ns == before
    assert [p.name for p in path.parent.iterdir()] == ["de-en.tmx"]


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "de-en.tmx"
    tmx.save(Memory([ENTRY]), path)
    before = path.read_bytes()

    def full(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(tmx.os, "replace", full)
    with pytest.raises(OSError, match="no space"):
        tmx.save(Memory(), path)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["de-en.tmx"]


def test_a_persons_edit_by_hand_is_read(tmp_path: Path) -> None:
    path = tmp_path / "de-en.tmx"
    path.write_text(
        HEAD + UNIT.format(state="reviewed", german="A &amp; B", english="A &lt; B") + FOOT, encoding="utf-8"
    )
    (entry,) = tmx.load(path)
    assert (entry.source, entry.target, entry.line) == ("A & B", "A < B", 6)


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("", "line 1", "not a TMX file|not well-formed"),
        ("<html></html>", "line 1", "not a TMX file"),
        ("no XML at all", "line 1", "not well-formed"),
        (HEAD + UNIT.format(state="machine", german="a", english="b"), "line 11", "not well-formed"),
        (HEAD + "<tu>\n<tuv", "line 7", "not well-formed"),
        (HEAD + "<<<<<<< HEAD\n" + FOOT, "line 6", "not well-formed"),
        (HEAD + UNIT.format(state="approved", german="a", english="b") + FOOT, "line 6", "state is 'approved'"),
        (HEAD + UNIT.format(state="reviewed", german="", english="b") + FOOT, "line 6", "without German"),
        (
            HEAD + UNIT.format(state="reviewed", german="a", english="") + FOOT,
            "line 6",
            "reviewed unit without English",
        ),
        (HEAD + UNIT.format(state="", german="a", english="b") + FOOT, "line 6", "state is ''"),
        (HEAD + UNIT.format(state="machine", german="&boom;", english="b") + FOOT, "line 8", "not well-formed"),
    ],
)
def test_a_broken_file_is_refused_with_its_place_and_mend(tmp_path: Path, text: str, place: str, message: str) -> None:
    path = tmp_path / "de-en.tmx"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(EngineError, match=rf"de-en\.tmx, {place}: .*({message}).*Mend that line or restore"):
        tmx.load(path)


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "de-en.tmx"
    path.write_bytes((HEAD + UNIT.format(state="machine", german="für", english="b") + FOOT).encode("latin-1"))
    with pytest.raises(EngineError, match=r"de-en\.tmx, line \d+: not well-formed"):
        tmx.load(path)


def test_a_folder_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "de-en.tmx").mkdir()
    with pytest.raises(EngineError, match=r"de-en\.tmx: cannot be read"):
        tmx.load(tmp_path / "de-en.tmx")


def test_entities_are_not_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    doctype = f'<!DOCTYPE tmx [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    text = HEAD.replace("<tmx", doctype + "<tmx", 1) + UNIT.format(state="machine", german="&x;a", english="b") + FOOT
    (tmp_path / "de-en.tmx").write_text(text, encoding="utf-8")
    assert all("secret" not in entry.source for entry in tmx.load(tmp_path / "de-en.tmx"))


def test_another_tools_units_come_in_without_a_state() -> None:
    text = (
        HEAD + '<tu creationid="anna"><tuv xml:lang="de"><seg>a</seg></tuv><tuv xml:lang="en"><seg>b</seg></tuv></tu>'
    )
    (entry,) = tmx.parse((text + FOOT).encode(), "x.tmx", foreign=True)
    assert (entry.state, entry.origin) == ("reviewed", "anna")
