"""The memory out to other tools and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from heapq import nlargest
from pathlib import Path
from typing import Literal

from generator.errors import EngineError
from generator.translate import tmx, xliff
from generator.translate.memory import Entry, Memory
from generator.translate.normalise import key

Format = Literal["tmx", "xliff", "xliff2"]
FORMATS: tuple[Format, ...] = ("tmx", "xliff", "xliff2")
NEAR = 0.75
"""Similarity (0 to 1, Ratcliff & Obershelp) from which another source is worth the reviewer's look."""


def exported(memory: Memory, format: Format) -> bytes:
    """The memory as TMX 1.4b, XLIFF 1.2 or XLIFF 2.0."""
    if format == "tmx":
        return tmx.serialise(memory)
    return xliff.serialise(memory, "1.2" if format == "xliff" else "2.0")


def read(path: Path, known: Memory, person: str) -> tuple[Entry, ...]:
    """What a file from another tool changes in the memory `known`.

    Args:
        path: TMX or XLIFF; told apart by their root element.
        known: the memory to be changed.
        person: who worked in the other tool; becomes the origin of what was changed there.

    Raises:
        EngineError: neither TMX nor XLIFF, or broken.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise EngineError(f"{path}: cannot be read ({error.strerror}). Give a TMX or XLIFF file.") from error
    if b"<xliff" in data[:2000]:
        entries = xliff.parse(data, str(path))
    elif b"<tmx" in data[:2000]:
        entries = tuple(_compared(e, known) for e in tmx.parse(data, str(path), foreign=True))
    else:
        raise EngineError(f"{path}: neither TMX nor XLIFF. Export it from the tool in one of these formats.")
    changes = (_by(entry, known, person) for entry in entries)
    return tuple(entry for entry in changes if entry is not None and entry not in known.entries(entry.source))


def near(source: str, memory: Memory, count: int = 3) -> tuple[tuple[float, Entry], ...]:
    """Reviewed entries whose source is similar, the most similar first: to be shown, never to be used."""
    wanted = key(source)
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    found = []
    for entry in memory:
        if entry.state != "reviewed" or key(entry.source) == wanted:
            continue
        matcher.set_seq1(key(entry.source))
        if matcher.real_quick_ratio() >= NEAR and matcher.quick_ratio() >= NEAR and matcher.ratio() >= NEAR:
            found.append((matcher.ratio(), entry))
    return tuple(nlargest(count, found, key=lambda f: (f[0], f[1].source)))


def changes(before: Memory, after: Memory) -> Sequence[str]:
    """What differs between two memories, as lines for a person: German, then the old and the new English."""
    told = []
    for entry in after:
        old = before.find(entry.source)
        if entry in before.entries(entry.source) or (old is not None and old.target == entry.target):
            continue
        told.append(f"  {entry.source}")
        if old is not None:
            told.append(f"- {old.target or '(failed)'}")
        told.append(f"+ {entry.target or '(failed)'}")
    return told


def _compared(entry: Entry, known: Memory) -> Entry:
    """A machine's unit of a TMX file that the memory has with other words was changed by a person."""
    ours = known.find(entry.source)
    if entry.state == "machine" and entry.target and ours is not None and ours.target != entry.target:
        return replace(entry, state="reviewed", origin="")
    return entry


def _by(entry: Entry, known: Memory, person: str) -> Entry | None:
    if entry.state == "rejected" and entry.target is None:
        ours = known.find(entry.source)
        return replace(ours, state="rejected", origin=person) if ours is not None and ours.target else None
    return entry if entry.origin else replace(entry, origin=person)
