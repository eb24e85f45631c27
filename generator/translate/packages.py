"""Argos Translate packages on this machine: where they lie, what they are, how they are opened."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from generator.config import Config
from generator.errors import EngineError
from generator.translate.engine import Identity

READY = "content.sha256"
"""Written last into an unpacked copy: a copy without it was cut short and is made anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A German to English package."""

    path: Path
    """The `.argosmodel` file or the unpacked folder."""
    folder: Path
    """Where its content lies unpacked."""
    identity: Identity
    metadata: dict[str, Any]


def find(config: Config) -> Package | None:
    """The package to use: the configured one, else the newest in Argos's own folders, else the newest in `models/`.

    Raises:
        EngineError: the configured package cannot be used, or a package in `models/` is broken.
    """
    cache = config.root / ".cache" / "packages"
    if config.translation.package:
        return open_package(config.root / config.translation.package, cache)
    for folder in (*argos_folders(), config.path("models")):
        found = [p for p in candidates(folder) if is_german_to_english(p)]
        if found:
            return open_package(max(found, key=_version), cache)
    return None


def argos_folders() -> tuple[Path, ...]:
    """The folders in which Argos Translate keeps packages, after its documentation (environment, then XDG)."""
    data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "argos-translate"
    named = (os.environ.get(name) for name in ("ARGOS_PACKAGES_DIR", "ARGOS_TRANSLATE_PACKAGE_DIR"))
    return (*(Path(name) for name in named if name), data / "packages")


def candidates(folder: Path) -> list[Path]:
    """Everything in `folder` that looks like a package, sorted by name."""
    if not folder.is_dir():
        return []
    return sorted(p for p in folder.iterdir() if p.suffix == ".argosmodel" or (p / "metadata.json").is_file())


def is_german_to_english(path: Path) -> bool:
    """Whether the package says so of itself; a broken one does not."""
    try:
        metadata = read_metadata(path)
    except EngineError:
        return False
    return (metadata.get("from_code"), metadata.get("to_code")) == ("de", "en")


def read_metadata(path: Path) -> dict[str, Any]:
    """`metadata.json` of a package, packed or not.

    Raises:
        EngineError: there is none, or it is no JSON object.
    """
    try:
        if path.is_dir():
            text = (path / "metadata.json").read_text(encoding="utf-8")
        else:
            with zipfile.ZipFile(path) as archive:
                text = archive.read(_inside(archive, "metadata.json")).decode("utf-8")
        data = json.loads(text)
    except (OSError, zipfile.BadZipFile, KeyError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise EngineError(
            f"{path}: not an Argos Translate package ({error}). Give a .argosmodel file or an unpacked package."
        ) from error
    if not isinstance(data, dict):
        raise EngineError(f"{path}, metadata.json: expected an object. Fetch the package again.")
    return data


def open_package(path: Path, cache: Path) -> Package:
    """Make a package ready for use; a zip file is unpacked once below `cache`, atomically.

    Raises:
        EngineError: it is missing, broken, not German to English, or without a model.
    """
    if not path.exists():
        raise EngineError(f"{path}: there is no such package. Correct `translation: package` in generator.yml.")
    metadata = read_metadata(path)
    codes = (metadata.get("from_code"), metadata.get("to_code"))
    if codes != ("de", "en"):
        raise EngineError(f"{path}: translates {codes[0]} to {codes[1]}, not de to en. Give another one.")
    folder = path if path.is_dir() else _unpacked(path, cache)
    if not (folder / "model" / "model.bin").is_file():
        raise EngineError(f"{path}: holds no model/model.bin. Fetch the package again.")
    digest = _kept_digest(folder) or content_digest(folder)
    name = path.stem if path.is_file() else path.name
    identity = Identity(name=name, version=str(metadata.get("package_version", "")), sha256=digest)
    return Package(path=path, folder=folder, identity=identity, metadata=metadata)


def content_digest(folder: Path) -> str:
    """SHA-256 over the names and contents of what decides a translation, in order of name."""
    total = hashlib.sha256()
    for file in sorted(p for p in folder.rglob("*") if p.is_file()):
        name = file.relative_to(folder).as_posix()
        if name.startswith("model/") or name in ("metadata.json", "sentencepiece.model", "bpe.model"):
            total.update(f"{name}\0{file_digest(file)}\n".encode())
    return total.hexdigest()


def file_digest(path: Path) -> str:
    """SHA-256 of a file, hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _kept_digest(folder: Path) -> str | None:
    kept = folder / READY
    return kept.read_text(encoding="ascii").strip() if kept.is_file() else None


def _unpacked(path: Path, cache: Path) -> Path:
    target = cache / file_digest(path)
    if (target / READY).is_file():
        return target
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache, prefix="unpacking-") as temporary:
        folder = Path(temporary) / "package"
        extract(path, folder)
        (folder / READY).write_text(content_digest(folder) + "\n", encoding="ascii")
        if not (target / READY).is_file():
            shutil.rmtree(target, ignore_errors=True)
        with contextlib.suppress(OSError):  # another run was faster
            os.replace(folder, target)
    if not (target / READY).is_file():
        raise EngineError(f"{target}: cannot be written. Make room, or give the folder's rights to this user.")
    return target


def extract(path: Path, folder: Path) -> None:
    """Unpack a `.argosmodel` into `folder`, without the folder that it wraps its files in.

    Raises:
        EngineError: the archive is damaged or a name in it leads out of the folder.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            root = PurePosixPath(_inside(archive, "metadata.json")).parent
            for member in archive.infolist():
                name = PurePosixPath(member.filename)
                if member.is_dir() or root not in (name, *name.parents):
                    continue
                inner = name.relative_to(root)
                if ".." in inner.parts or inner.is_absolute():
                    raise EngineError(f"{path}: the name {member.filename!r} in it leads out of it. Do not use it.")
                file = folder.joinpath(*inner.parts)
                file.parent.mkdir(parents=True, exist_ok=True)
                with archive.open(member) as source, file.open("wb") as target:
                    shutil.copyfileobj(source, target)
    except (zipfile.BadZipFile, KeyError, EOFError, OSError) as error:
        raise EngineError(f"{path}: the package is damaged ({error}). Fetch it again.") from error


def _inside(archive: zipfile.ZipFile, name: str) -> str:
    """The shortest path in `archive` that ends in `name`; raises KeyError where there is none."""
    found = [n for n in archive.namelist() if PurePosixPath(n).name == name]
    if not found:
        raise KeyError(f"no {name} in it")
    return min(found, key=lambda n: (n.count("/"), n))


def version_key(version: str) -> tuple[int, ...]:
    """A version as numbers, to be compared: 1.10 comes after 1.9."""
    return tuple(int(part) for part in version.split(".") if part.isdigit())


def _version(path: Path) -> tuple[tuple[int, ...], str]:
    return version_key(str(read_metadata(path).get("package_version", ""))), path.name
