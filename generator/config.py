"""`generator.yml`: every setting with its default, read strictly."""

from __future__ import annotations

import difflib
import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

import yaml

from generator.errors import ConfigError

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    url: str = ""
    """Address of the published site, for feeds and canonical links; empty leaves them relative."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotations:
    threshold: float = 0.5
    """Statements of a lower confidence (0 to 1) stay in the analysis and are left out of the pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    share: float = 0.25
    """Most of a source's own prose (words outside quotation marks, 0 to 1) that the pages may show."""
    longest_run: int = 45
    """Most words of a source's own prose in one uninterrupted passage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    threshold: float = 0.25
    """Similarity (0 to 1) from which two articles are one event."""
    days: int = 3
    """Most days between two articles on one event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    package: str = ""
    """Path of an Argos Translate package to use before any other; empty looks in the usual folders, then `models/`."""
    beam: int = 4
    """Hypotheses kept while decoding."""
    length_penalty: float = 1.0
    """Exponent of the length normalisation (Wu et al. 2016, arXiv 1609.08144); above 0."""
    hypotheses: int = 4
    """Translations asked for when the first fails a check."""
    threads: int = 0
    """Threads of the engine; 0 takes every core."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """All settings; paths are relative to the folder of `generator.yml`."""

    root: Path
    seeds: str = "seeds"
    docs: str = "docs"
    models: str = "models"
    memory: str = "memory"
    briefings: str = "briefings"
    site: Site = field(default_factory=Site)
    quotations: Quotations = field(default_factory=Quotations)
    budget: Budget = field(default_factory=Budget)
    merge: Merge = field(default_factory=Merge)
    translation: Translation = field(default_factory=Translation)

    def path(self, name: str) -> Path:
        """The folder that the setting `name` (`seeds`, `docs`, `models`, ...) points to."""
        return self.root / str(getattr(self, name))


def load(path: Path) -> Config:
    """Read `generator.yml`; a missing file means all defaults.

    Raises:
        ConfigError: not YAML, an unknown key (with the nearest known one as a hint) or a value of the wrong type.
    """
    root = path.parent
    if not path.exists():
        return Config(root=root)
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError, OSError) as error:
        raise ConfigError(f"{path}: cannot be read as YAML in UTF-8 ({error}). Correct it or delete it.") from error
    return section(Config, data or {}, str(path), root=root)


def section(kind: type[T], data: Any, where: str, **given: Any) -> T:
    """The dataclass `kind` from keys and values as YAML gives them; `given` are fields that no key may set.

    Raises:
        ConfigError: an unknown key (with a hint), a value of the wrong type, or a missing one; `where` names the place.
    """
    if not isinstance(data, Mapping):
        raise ConfigError(f"{where}: expected keys with values, found {type(data).__name__}.")
    types_ = typing.get_type_hints(kind)
    known = [f.name for f in fields(kind) if f.name not in given]  # type: ignore[arg-type]
    values = dict(given)
    for key, value in data.items():
        if key not in known:
            near = difflib.get_close_matches(str(key), known, 1)
            hint = f" Did you mean `{near[0]}`?" if near else f" Known keys: {', '.join(known)}."
            raise ConfigError(f"{where}: unknown key `{key}`.{hint}")
        values[key] = _value(types_[key], value, f"{where}, `{key}`")
    for one in fields(kind):  # type: ignore[arg-type]
        if one.name not in values and one.default is MISSING and one.default_factory is MISSING:
            raise ConfigError(f"{where}: the key `{one.name}` is missing.")
    return kind(**values)


def _value(kind: Any, value: Any, where: str) -> Any:
    if isinstance(kind, types.UnionType):
        if value is None and types.NoneType in kind.__args__:
            return None
        kind = next(k for k in kind.__args__ if k is not types.NoneType)
    if typing.get_origin(kind) is typing.Literal:
        if value not in kind.__args__:
            raise ConfigError(f"{where}: expected one of {', '.join(kind.__args__)}, found {value!r}.")
        return value
    if kind is date and isinstance(value, datetime):
        value = value.date()
    if is_dataclass(kind):
        return section(typing.cast("type[Any]", kind), value, where)
    if isinstance(kind, types.GenericAlias) and isinstance(value, list):
        return tuple(_value(kind.__args__[0], item, where) for item in value)
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(kind, type) or not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        name = getattr(kind, "__name__", str(kind))
        raise ConfigError(f"{where}: expected {name}, found {value!r}.")
    return value
