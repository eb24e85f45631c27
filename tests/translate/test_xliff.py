"""XLIFF 1.2 and 2.0: nothing is lost on the way to another tool and back, and what was done there is understood."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from lxml import etree

from generator.errors import EngineError
from generator.translate import xliff
from generator.translate.memory import Entry, Memory
from generator.translate.xliff import Version
from tests.translate.entries import memories

VERSIONS: tuple[Version, ...] = ("1.2", "2.0")
MACHINE = Entry(
    source="Guten Tag.",
    target="Good day.",
    state="machine",
    origin="fake 1.0 0123456789ab",
    first_use="2023-09",
    note="x",
)
FAILED = Entry(
    source="Weg.",
    target=None,
    state="machine",
    origin="fake 1.0 0123456789ab",
    flags=("names", "length"),
    attempt="Way",
)


@pytest.mark.parametrize("version", VERSIONS)
@given(memory=memories)
@settings(max_examples=40, deadline=None)
def test_there_and_back(version: Version, memory: Memory) -> None:
    again = Memory(xliff.parse(xliff.serialise(memory, version), "x.xlf"))
    assert list(again) == list(memory)


@pytest.mark.parametrize("version", VERSIONS)
def test_the_root_says_which_version_and_languages(version: Version) -> None:
    root = etree.fromstring(xliff.serialise(Memory([MACHINE]), version))
    assert etree.QName(root).namespace == f"urn:oasis:names:tc:xliff:document:{version}"
    assert root.get("version") == version
    languages = {
        value
        for element in root.iter()
        for name, value in element.items()
        if name.lower().endswith(("lang", "language"))
    }
    assert languages == {"de", "en"}


@pytest.mark.parametrize("version", VERSIONS)
def test_control_characters_cannot_break_the_file(version: Version) -> None:
    data = xliff.serialise(Memory([replace(MACHINE, source="Gut\x01en", target="Go\x00od", note="\x02x")]), version)
    (entry,) = xliff.parse(data, "x.xlf")
    assert (entry.source, entry.target, entry.note) == ("Guten", "Good", "x")


@pytest.mark.parametrize("version", VERSIONS)
def test_what_was_reworded_is_a_persons(version: Version) -> None:
    data = xliff.serialise(Memory([MACHINE]), version).replace(b"Good day.", b"Hello.")
    (entry,) = xliff.parse(data, "x.xlf")
    assert (entry.target, entry.state, entry.origin, entry.flags) == ("Hello.", "reviewed", "", ())
    assert (entry.first_use, entry.note) == ("2023-09", "x")


@pytest.mark.parametrize("version", VERSIONS)
def test_a_failure_that_was_filled_in_is_a_persons(version: Version) -> None:
    data = xliff.serialise(Memory([FAILED]), version)
    tag = b"</source>"
    (entry,) = xliff.parse(data.replace(tag, tag + b"<target>Away.</target>"), "x.xlf")
    assert (entry.target, entry.state, entry.flags, entry.attempt) == ("Away.", "reviewed", (), "")


@pytest.mark.parametrize(
    ("version", "before", "after"),
    [
        ("1.2", b'approved="no"', b'approved="yes"'),
        ("1.2", b'state="translated"', b'state="final"'),
        ("2.0", b'state="translated"', b'state="final"'),
        ("2.0", b'state="translated"', b'state="reviewed"'),
    ],
)
def test_what_was_approved_is_a_persons(version: Version, before: bytes, after: bytes) -> None:
    data = xliff.serialise(Memory([MACHINE]), version)
    assert before in data
    (entry,) = xliff.parse(data.replace(before, after), "x.xlf")
    assert (entry.target, entry.state, entry.origin) == ("Good day.", "reviewed", "")


@pytest.mark.parametrize("version", VERSIONS)
def test_what_was_emptied_is_rejected(version: Version) -> None:
    (entry,) = xliff.parse(xliff.serialise(Memory([MACHINE]), version).replace(b"Good day.", b""), "x.xlf")
    assert (entry.target, entry.state) == (None, "rejected")


def test_a_foreign_file_is_read() -> None:
    data = b"""<?xml version="1.0"?><xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
    <file original="a" source-language="de" target-language="en" datatype="plaintext"><body>
    <trans-unit id="1"><source>Hallo</source><target>Hello</target></trans-unit>
    <trans-unit id="2"><source>Nein</source></trans-unit></body></file></xliff>"""
    first, second = xliff.parse(data, "x.xlf")
    assert (first.target, first.state) == ("Hello", "reviewed")
    assert (second.target, second.state) == (None, "machine")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<xliff", r"line 1: not well-formed XML"),
        (b"", r"line \d+: not well-formed XML"),
        (b"<html/>", "line 1: not an XLIFF file"),
        (b"<xliff version='3.5'/>", "line 1: not an XLIFF file"),
        (
            b"""<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a"
            source-language="de" datatype="plaintext"><body>
            <trans-unit id="1"><source></source><target>x</target></trans-unit></body></file></xliff>""",
            "line 3: a unit without German",
        ),
    ],
)
def test_a_broken_file_is_refused_with_its_place(data: bytes, message: str) -> None:
    with pytest.raises(EngineError, match=rf"x\.xlf, {message}.*Export it again"):
        xliff.parse(data, "x.xlf")
