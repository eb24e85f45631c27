"""The memory for CAT tools: XLIFF 1.2 and 2.0 (OASIS), read and written by the Translate Toolkit.

What XLIFF has no place for travels as notes, so that nothing is lost on the way there and back. A unit that a tool
marks as approved, or whose English was changed, comes back as `reviewed`; one whose English was emptied as `rejected`.
"""

from __future__ import annotations

import hashlib
from typing import Any, Literal

from lxml import etree
from translate.storage.xliff import xlifffile
from translate.storage.xliff2 import Xliff2File

from generator.errors import EngineError
from generator.translate.memory import STATES, Entry, Memory
from generator.translate.normalise import held

Version = Literal["1.2", "2.0"]
SKELETON: dict[Version, bytes] = {
    "1.2": b"""<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="de-en" \
source-language="de" target-language="en" datatype="plaintext"><body/></file></xliff>""",
    "2.0": b"""<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="de" trgLang="en">\
<file id="de-en"/></xliff>""",
}
VERSIONS: dict[str, Version] = {"1": "1.2", "2": "2.0"}
"""By the first digit of the namespace's version."""
TARGET_STATES = {
    "1.2": {"reviewed": "signed-off", "machine": "translated", "rejected": "needs-translation"},
    "2.0": {"reviewed": "reviewed", "machine": "translated", "rejected": "initial"},
}
APPROVED = ("signed-off", "final", "reviewed")
NOTE = "note"
"""Category of what a person wrote; the others carry the fields of an entry."""


def serialise(memory: Memory, version: Version) -> bytes:
    """The memory as XLIFF; units are numbered in the memory's order."""
    store: Any = (xlifffile if version == "1.2" else Xliff2File)()
    store.parse(SKELETON[version])
    for number, entry in enumerate(memory, 1):
        unit = store.UnitClass(held(entry.source))
        store.addunit(unit)
        unit.setid(str(number))
        if entry.target is not None:
            unit.target = held(entry.target)
        _mark(unit, entry, version)
        _add_notes(unit, entry, version)
    etree.cleanup_namespaces(store.document.getroot())
    return bytes(store)


def parse(data: bytes, where: str) -> tuple[Entry, ...]:
    """The units of an XLIFF file; a changed or approved one has no origin: the caller knows who did it.

    Raises:
        EngineError: not XLIFF 1.2 or 2.0, or a unit without German.
    """
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
        number = (etree.QName(root).namespace or "").removeprefix("urn:oasis:names:tc:xliff:document:")
        version = VERSIONS[number[:1]]
        store: Any = (xlifffile if version == "1.2" else Xliff2File)()
        store.parse(data)
    except etree.XMLSyntaxError as error:
        raise EngineError(
            f"{where}, line {error.lineno}: not well-formed XML ({error.msg}). Export it again."
        ) from error
    except (AssertionError, AttributeError, LookupError, ValueError, TypeError, StopIteration) as error:
        raise EngineError(
            f"{where}, line 1: not an XLIFF file. Export it again from the tool as XLIFF 1.2 or 2.0."
        ) from error
    return tuple(_entry(unit, where, version) for unit in store.units if unit.istranslatable())


def _mark(unit: Any, entry: Entry, version: Version) -> None:
    state = TARGET_STATES[version][entry.state]
    if version == "1.2":
        unit.xmlelement.set("approved", "yes" if entry.state == "reviewed" else "no")
        target = unit.xmlelement.find(unit.namespaced("target"))
        if target is not None:
            target.set("state", state)
    else:
        unit.xmlelement.attrib.clear()
        unit.xmlelement.set("state", state if entry.target is not None else "initial")


def _add_notes(unit: Any, entry: Entry, version: Version) -> None:
    fields = {
        "state": entry.state,
        "origin": entry.origin,
        "first-use": entry.first_use,
        "last-use": entry.last_use,
        "checks": " ".join(entry.flags),
        "attempt": entry.attempt,
        "digest": _digest(entry.target),
        NOTE: entry.note,
    }
    element, category = (unit.xmlelement, "from") if version == "1.2" else (unit.getunitelement(), "category")
    if version == "2.0":
        notes = etree.Element(unit.namespaced("notes"))
        element.insert(0, notes)
        element = notes
    for name, value in fields.items():
        if value:
            note = etree.SubElement(element, unit.namespaced("note"))
            note.set(category, name)
            note.text = held(value)


def _notes(unit: Any, version: Version) -> dict[str, str]:
    element, category = (unit.xmlelement, "from") if version == "1.2" else (unit.getunitelement(), "category")
    found: dict[str, list[str]] = {}
    for note in element.iter(unit.namespaced("note")):
        found.setdefault(note.get(category, NOTE), []).append(note.text or "")
    return {name: "\n".join(texts) for name, texts in found.items()}


def _entry(unit: Any, where: str, version: Version) -> Entry:
    line = unit.xmlelement.sourceline or 0
    if not unit.source:
        raise EngineError(f"{where}, line {line}: a unit without German. Export it again.")
    notes, target = _notes(unit, version), unit.target or None
    kept = next((state for state in STATES if state == notes.get("state")), None)
    changed = notes.get("digest", "") != _digest(target)
    element = unit.xmlelement.find(unit.namespaced("target")) if version == "1.2" else unit.xmlelement
    approved = unit.xmlelement.get("approved") == "yes" or (element is not None and element.get("state") in APPROVED)
    by_person = target is not None and (changed or (approved and kept != "reviewed"))
    emptied = target is None and changed
    return Entry(
        source=unit.source,
        target=target,
        state="reviewed" if by_person else "rejected" if emptied else kept or ("reviewed" if target else "machine"),
        origin="" if by_person or emptied else notes.get("origin", ""),
        first_use=notes.get("first-use", ""),
        last_use=notes.get("last-use", ""),
        flags=() if by_person else tuple(notes.get("checks", "").split()),
        attempt="" if by_person else notes.get("attempt", ""),
        note=notes.get(NOTE, ""),
        line=line,
    )


def _digest(target: str | None) -> str:
    return hashlib.sha256(held(target).encode()).hexdigest()[:16] if target else ""
