"""A person's corrections: `briefings/<id>.yml` for a page, `corrections` in `seeds/<stem>.yml` for an article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any, Literal

import yaml

from generator.config import Config, section
from generator.errors import ConfigError
from generator.model import Text
from generator.read import sidecar

SUFFIX = ".yml"


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantEntry:
    """Exactly one of `match` and `add`."""

    match: str = ""
    """A name, another form of it, or the id of a participant."""
    add: str = ""
    """Words of an article that name somebody whom the page lacks."""
    name: Text | None = None
    kind: Literal["person", "organisation", "group"] = "person"
    """Of somebody added."""
    roles: tuple[Text, ...] | None = None
    """In place of those found; an empty list takes them away."""
    same_as: str = ""
    """Another participant who is the same."""
    drop: bool = False
    date: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementEntry:
    """Exactly one of `match` and `add`."""

    match: str = ""
    """Words of the statement as an article has them."""
    add: str = ""
    """Words of an article that are a statement."""
    speaker: str = ""
    """A participant's name or id."""
    unattributed: bool = False
    """The sources do not say who speaks."""
    drop: bool = False
    date: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionEntry:
    """Exactly one of `match` and `add`."""

    match: str = ""
    """Words of the question or of its evidence."""
    add: Text | None = None
    evidence: str = ""
    """Words of an article that show that the added question is open."""
    text: Text | None = None
    link: str = ""
    """Closes the question: where it is answered."""
    drop: bool = False
    date: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrections:
    """What one file corrects."""

    file: str
    """Its path, for messages."""
    briefing: str = ""
    """Id of the page; empty for an article's own file."""
    article: str = ""
    """Id of the article; empty for a page's file."""
    title: Text | None = None
    join: tuple[str, ...] = ()
    """Articles that belong to this page."""
    part: tuple[str, ...] = ()
    """Articles that do not."""
    participants: tuple[ParticipantEntry, ...] = ()
    statements: tuple[StatementEntry, ...] = ()
    questions: tuple[QuestionEntry, ...] = ()
    date: date | None = None
    """Day of the correction, for entries without their own."""


def load(config: Config) -> tuple[Corrections, ...]:
    """All corrections, those of pages first, by file name.

    Raises:
        ConfigError: not YAML, an unknown key (with the nearest known one as a hint), or an unusable value.
    """
    pages = sorted(config.path("briefings").glob(f"*{SUFFIX}"))
    found = [corrections(_yaml(path), str(path), briefing=path.stem) for path in pages]
    for path in sorted(config.path("seeds").glob(f"*{SUFFIX}")):
        data = _yaml(path)
        if isinstance(data, dict) and data.get(sidecar.CORRECTIONS) is not None:
            where = f"{path}, `{sidecar.CORRECTIONS}`"
            found.append(corrections(data[sidecar.CORRECTIONS], where, article=path.stem))
    return tuple(found)


def corrections(data: Any, where: str, *, briefing: str = "", article: str = "") -> Corrections:
    """The corrections of one file from its YAML. Raises ConfigError as `load`."""
    own = {"title": None, "join": (), "part": ()} if article else {}
    read = section(Corrections, data, where, file=where, briefing=briefing, article=article, **own)
    for name in ("participants", "statements", "questions"):
        for number, entry in enumerate(getattr(read, name), 1):
            for message in _wrong(entry):
                raise ConfigError(f"{where}, `{name}` {number}: {message}")
    return read


def _wrong(entry: ParticipantEntry | StatementEntry | QuestionEntry) -> Iterator[str]:
    if bool(entry.match) == bool(entry.add):
        yield "needs either `match` or `add`."
    idle = [f.name for f in fields(entry) if f.name not in ("match", "date") and getattr(entry, f.name) != f.default]
    if entry.match and not idle:
        names = ", ".join(f.name for f in fields(entry) if f.name not in ("match", "add", "date"))
        yield f"corrects nothing. Add one of: {names}."
    if isinstance(entry, QuestionEntry) and entry.add and not entry.evidence:
        yield "an added question needs `evidence`: words of an article."
    if isinstance(entry, StatementEntry) and entry.speaker and entry.unattributed:
        yield "`speaker` and `unattributed` exclude each other."


def _yaml(path: Path) -> Any:
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: is not UTF-8 (byte {error.start}). Save it as UTF-8.") from error
    except yaml.YAMLError as error:
        raise ConfigError(f"{path}: is no YAML ({sidecar.place(error)}). Correct it or delete it.") from error
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror}). Check that it may be read.") from error
