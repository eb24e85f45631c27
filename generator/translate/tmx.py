"""The memory as a file: TMX 1.4b (https://www.gala-global.org/tmx-14b), read and written by the Translate Toolkit."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

from lxml import etree
from translate.storage.tmx import tmxfile

from generator.errors import EngineError
from generator.translate.memory import STATES, Entry, Memory
from generator.translate.normalise import held

HEADER = {
    "creationtool": "lagebild",
    "creationtoolversion": "1",
    "segtype": "block",
    "o-tmf": "TMX",
    "adminlang": "en",
    "srclang": "de",
    "datatype": "plaintext",
}
PROPS = ("x-state", "x-origin", "x-first-use", "x-last-use", "x-checks", "x-attempt")
MEND = "Mend that line or restore the file (`git checkout -- {}`)."


def load(path: Path) -> Memory:
    """Read a memory; a missing file is an empty one.

    Entities are not resolved and nothing is fetched.

    Raises:
        EngineError: not TMX, or a unit without German, with an unknown state, or without English though it is reviewed.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Memory()
    except OSError as error:
        raise EngineError(f"{path}: cannot be read ({error.strerror}). Put the file there, or none.") from error
    return Memory(parse(data, str(path)))


def parse(data: bytes, where: str, *, foreign: bool = False) -> tuple[Entry, ...]:
    """The units of a TMX file.

    Args:
        data: the file.
        where: how messages call it.
        foreign: units may come without a state (another tool's memory): they count as `reviewed`.

    Raises:
        EngineError: see `load`.
    """
    try:
        store = tmxfile(sourcelanguage="de", targetlanguage="en")
        store.parse(data)
    except etree.XMLSyntaxError as error:
        place = f"{where}, line {error.lineno}"
        raise EngineError(f"{place}: not well-formed XML ({error.msg}). {MEND.format(where)}") from error
    except (AssertionError, AttributeError, LookupError, ValueError, TypeError) as error:
        raise EngineError(f"{where}, line 1: not a TMX file. {MEND.format(where)}") from error
    return tuple(_entry(unit, where, foreign) for unit in store.units)


def _entry(unit: Any, where: str, foreign: bool) -> Entry:
    element = unit.xmlelement
    place = f"{where}, line {element.sourceline}"
    props = {prop.get("type"): prop.text or "" for prop in element.findall("prop")}
    source, target = unit.source or "", unit.target or None
    state = props.get("x-state", "reviewed" if foreign else "")
    if not source:
        raise EngineError(f'{place}: a unit without German text (<tuv xml:lang="de">). {MEND.format(where)}')
    if state not in STATES:
        raise EngineError(f"{place}: the state is {state!r}, not one of {', '.join(STATES)}. {MEND.format(where)}")
    if target is None and state != "machine":
        raise EngineError(f"{place}: a {state} unit without English text. {MEND.format(where)}")
    return Entry(
        source=source,
        target=target,
        state=state,
        origin=props.get("x-origin") or element.get("creationid") or "",
        first_use=props.get("x-first-use", ""),
        last_use=props.get("x-last-use", ""),
        flags=tuple(props.get("x-checks", "").split()),
        attempt=props.get("x-attempt", ""),
        note=unit.getnotes(),
        line=element.sourceline or 0,
    )


def serialise(memory: Memory) -> bytes:
    """The file of a memory: the same for the same entries, whatever their history."""
    store = tmxfile(sourcelanguage="de", targetlanguage="en")
    header = store.document.getroot().find("header")
    header.attrib.clear()
    header.attrib.update(HEADER)
    for entry in memory:
        unit = store.addsourceunit(held(entry.source))
        if entry.target is not None:
            unit.settarget(held(entry.target), "en")
        values = (entry.state, entry.origin, entry.first_use, entry.last_use, " ".join(entry.flags), entry.attempt)
        for name, value in reversed(tuple(zip(PROPS, values, strict=True))):
            if value:
                prop = etree.Element("prop", {"type": name})
                prop.text = held(value)
                unit.xmlelement.insert(0, prop)
        if entry.note:
            unit.addnote(held(entry.note))
    return bytes(store)


def save(memory: Memory, path: Path) -> bool:
    """Write the memory if it differs from the file: all of it or nothing. Returns whether it was written."""
    data = serialise(memory)
    if path.exists() and path.read_bytes() == data:
        return False
    write_atomically(path, data)
    return True


def write_atomically(path: Path, data: bytes) -> None:
    """Write beside the file, then put it in its place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
