"""The translation memory: what was translated before, by whom, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from generator.model import TranslationUnit
from generator.translate.normalise import key

MemoryState = Literal["reviewed", "machine", "rejected"]
_ENGINE = re.compile(r" [0-9a-f]{12}$")
STATES: tuple[MemoryState, ...] = ("reviewed", "machine", "rejected")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One source with one translation, or with the note that an engine failed on it."""

    source: str
    target: str | None
    """None: the engine named in `origin` failed on it. Only with state `machine`."""
    state: MemoryState
    origin: str
    """The person who gave the wording, or the engine as `<name> <version> <12 digits of its SHA-256>`."""
    first_use: str = ""
    """Date of the earliest source that has it (ISO 8601, as exact as known), empty when unknown."""
    last_use: str = ""
    """Date of the latest source that has it."""
    flags: tuple[str, ...] = ()
    """Checks that failed, where an engine failed on it."""
    attempt: str = ""
    """The English that failed, for the reviewer."""
    note: str = ""
    """What a person wrote beside it."""
    line: int = field(default=0, compare=False)
    """Where it stands in the file it was read from, counted from 1; 0 when it was not read."""

    @property
    def by_engine(self) -> bool:
        """Whether an engine made it: such a one is made anew when the checks have come to fail it."""
        return self.state == "machine" and _ENGINE.search(self.origin) is not None


class Memory:
    """Entries by their source. Values stay as they are; every change returns a new memory."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._by_key: dict[str, list[Entry]] = {}
        for entry in entries:
            self._by_key.setdefault(key(entry.source), []).append(entry)

    def __iter__(self) -> Iterator[Entry]:
        """All entries in the order of a file: by source, reviewed ones first."""
        every = (entry for group in self._by_key.values() for entry in group)
        rank = STATES.index
        return iter(sorted(every, key=lambda e: (key(e.source), e.source, rank(e.state), e.target or "", e.origin)))

    def __len__(self) -> int:
        return sum(map(len, self._by_key.values()))

    def entries(self, source: str) -> tuple[Entry, ...]:
        """Everything known of a source."""
        return tuple(self._by_key.get(key(source), ()))

    def find(self, source: str) -> Entry | None:
        """The entry to use: reviewed before machine, the same letters before the same key; never a rejected one."""
        usable = [entry for entry in self.entries(source) if entry.state != "rejected"]
        return min(usable, key=lambda e: (STATES.index(e.state), e.source != source), default=None)

    def rejected(self, source: str) -> frozenset[str]:
        """Translations of a source that a person has turned down."""
        return frozenset(e.target for e in self.entries(source) if e.state == "rejected" and e.target is not None)

    def without_older(self, engine: str) -> Memory:
        """This memory without what other engines than `engine` made."""
        return Memory(entry for entry in self if not entry.by_engine or entry.origin == engine)

    def with_entry(self, entry: Entry) -> Memory:
        """This memory with `entry` in place of what it had under the same source and of the same rank.

        A reviewed entry takes the place of any machine's, a machine's never that of a reviewed one: then the memory
        stays as it is. Rejected ones stand beside others.
        """
        return self.with_entries((entry,))

    def with_entries(self, entries: Iterable[Entry]) -> Memory:
        """`with_entry` for several, in their order."""
        memory = Memory()
        memory._by_key = dict(self._by_key)
        for entry in entries:
            place = key(entry.source)
            memory._by_key[place] = _placed(entry, memory._by_key.get(place, []))
        return memory

    def recorded(self, units: Iterable[TranslationUnit]) -> Memory:
        """This memory after a run: new results of the engine as `machine`, dates of use widened by the sources'."""
        new = []
        for unit in units:
            known = self.find(unit.segment.source)
            if unit.origin == "engine" or (unit.state == "untranslated" and unit.engine is not None):
                made = Entry(
                    source=unit.segment.source,
                    target=unit.target,
                    state="machine",
                    origin=unit.engine or "",
                    flags=unit.flags if unit.target is None else (),
                    attempt=unit.attempt or "",
                )
                old = known if known is not None and known.state == "machine" else made
                new.append(_used(replace(made, first_use=old.first_use, last_use=old.last_use, note=old.note), unit))
            elif known is not None and unit.origin == "memory":
                used = _used(known, unit)
                if used != known:
                    new.append(used)
        return self.with_entries(new) if new else self


def _placed(entry: Entry, group: list[Entry]) -> list[Entry]:
    if entry.state == "rejected":
        return [e for e in group if e.target != entry.target] + [entry]
    if entry.state == "machine" and any(e.state == "reviewed" and e != entry for e in group):
        return group
    return [e for e in group if e.state == "rejected" and e.target != entry.target] + [entry]


def _used(entry: Entry, unit: TranslationUnit) -> Entry:
    first = min(filter(None, (entry.first_use, unit.segment.first_use)), default="")
    last = max(filter(None, (entry.last_use, unit.segment.last_use)), default="")
    return replace(entry, first_use=first, last_use=last)
