"""`seeds/<stem>.yml`: what a person knows of an article better than the file says it."""

from __future__ import annotations

import datetime
import difflib
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from generator.errors import SourceError
from generator.model import PartialDate
from generator.read import agencies, dates

METADATA = ("title", "publisher", "agencies", "published", "url")
CORRECTIONS = "corrections"
"""The key under which corrections to the analysis stand; `read/corrections.py` reads them."""


def load(path: Path) -> dict[str, Any]:
    """The metadata of a sidecar as fields of `Document`.

    Raises:
        SourceError: not YAML in UTF-8, an unknown key (with the nearest known one as a hint), or an unusable value.
    """
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise SourceError(f"{path}: is not UTF-8 (byte {error.start}). Save it as UTF-8.") from error
    except yaml.YAMLError as error:
        raise SourceError(f"{path}: is no YAML ({place(error)}). Correct it or delete it.") from error
    except OSError as error:
        raise SourceError(f"{path}: cannot be read ({error.strerror}). Check that it may be read.") from error
    return values(data or {}, str(path))


def values(data: object, where: str) -> dict[str, Any]:
    """Fields of `Document` from the keys of a sidecar or of front matter. Raises SourceError as `load`."""
    if not isinstance(data, Mapping):
        raise SourceError(f"{where}: expected keys with values, found {type(data).__name__}. Write `title: ...`.")
    known = (*METADATA, CORRECTIONS)
    found: dict[str, Any] = {}
    for key, value in data.items():
        if key not in known:
            near = difflib.get_close_matches(str(key), known, 1)
            hint = f"Did you mean `{near[0]}`?" if near else f"Known keys: {', '.join(known)}."
            raise SourceError(f"{where}: unknown key `{key}`. {hint}")
        if key != CORRECTIONS and value is not None:
            found[key] = _value(str(key), value, f"{where}, `{key}`")
    return found


def place(error: yaml.YAMLError) -> str:
    """Line and column of an error of YAML, counted from 1."""
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "unreadable"
    return f"line {mark.line + 1}, column {mark.column + 1}: {problem}" if mark else str(problem)


def _value(key: str, value: object, where: str) -> Any:
    if key == "agencies":
        names = value if isinstance(value, list) else [value]
        return tuple(sorted({name for v in names for name in agencies.listed(str(v)) or (str(v).lower(),)}))
    if key == "published":
        return _date(value, where)
    if not isinstance(value, str | int | float) or isinstance(value, bool) or "\n" in str(value).strip():
        raise SourceError(f"{where}: expected one line of text, found {value!r}.")
    text = str(value).strip()
    if key == "url" and urlsplit(text).scheme not in ("http", "https"):
        raise SourceError(f"{where}: expected an address that begins with https://, found {text!r}.")
    return text


def _date(value: object, where: str) -> PartialDate:
    if isinstance(value, datetime.date):
        return PartialDate(year=value.year, month=value.month, day=value.day)
    if isinstance(value, int) and 1000 <= value <= 9999:
        return PartialDate(year=value)
    date = dates.parse(str(value))
    if date is None:
        raise SourceError(f"{where}: expected a date such as 2023-09-13, 2023-09 or 2023, found {value!r}.")
    return date
