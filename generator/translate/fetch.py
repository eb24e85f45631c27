"""Packages from the Argos index, or from a file, onto this machine. Never called while a site is built."""

from __future__ import annotations

import os
import shutil
import socket
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import requests

from generator.config import Config
from generator.errors import EngineError
from generator.translate import packages
from generator.translate.argos import ArgosEngine
from generator.translate.packages import Package

HASHES = "packages.sha256"
"""Below `models/`: the hash of every package that was ever fetched, one `<sha256>  <file name>` a line (sha256sum)."""
TIMEOUT = 60.0
"""Seconds without a byte after which a server counts as gone."""
CHUNK = 1 << 16
Progress = Callable[[int, int], None]
"""Called with the bytes that are there and those of the whole, 0 when unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A package of the index."""

    name: str
    """File name."""
    version: str
    links: tuple[str, ...]


def offered() -> Offer:
    """The newest German to English package of the Argos index (its address: `ARGOS_PACKAGE_INDEX`).

    Raises:
        EngineError: the index cannot be reached or has no such package.
    """
    from argostranslate import package, settings  # makes Argos's folders, therefore only here

    before = _written(settings.local_package_index)
    timeout = socket.getdefaulttimeout()
    socket.setdefaulttimeout(TIMEOUT)
    try:
        package.update_package_index()
    finally:
        socket.setdefaulttimeout(timeout)
    if _written(settings.local_package_index) == before:
        raise EngineError(
            f"{settings.remote_package_index}: the package index cannot be reached. "
            "Check the network, or copy a .argosmodel file here and run `python -m generator model install FILE`."
        )
    try:
        found: list[Any] = [
            p
            for p in package.get_available_packages()
            if (p.type, p.from_code, p.to_code) == ("translate", "de", "en") and p.links
        ]
    except (ValueError, AttributeError, TypeError) as error:
        raise EngineError(
            f"{settings.remote_package_index}: not a package index ({error}). Try again later."
        ) from error
    if not found:
        raise EngineError(
            f"{settings.remote_package_index}: has no German to English package. Use `model install FILE`."
        )
    best = max(found, key=lambda p: packages.version_key(p.package_version))
    name = f"translate-de_en-{best.package_version.replace('.', '_')}.argosmodel"
    return Offer(name=name, version=best.package_version, links=tuple(best.links))


def fetch(config: Config, progress: Progress | None = None) -> Package:
    """Download the offered package, prove it and install it. A download cut short goes on where it stopped.

    Its hash is kept when it has been installed for the first time, and asked for from then on.

    Raises:
        EngineError: no network, a file that is no package, or one whose hash is not the one kept from the first time.
    """
    offer = offered()
    folder = config.root / ".cache" / "downloads"
    folder.mkdir(parents=True, exist_ok=True)
    part, whole = folder / f"{offer.name}.part", folder / offer.name
    _download(offer, part, progress)
    os.replace(part, whole)
    try:
        hashes = config.path("models") / HASHES
        digest = packages.file_digest(whole)
        _prove(hashes, offer.name, digest)
        installed = install(config, whole)
        _keep(hashes, offer.name, digest)
    finally:
        whole.unlink(missing_ok=True)
    return installed


def install(config: Config, file: Path) -> Package:
    """Unpack a package into Argos's own folder, where this project and Argos Translate find it; all of it or nothing.

    Raises:
        EngineError: it is no German to English package, or it cannot be loaded.
    """
    if not file.is_file():
        raise EngineError(f"{file}: there is no such file. Give a .argosmodel file.")
    package = packages.open_package(file, config.root / ".cache" / "packages")
    ArgosEngine(package, config.translation).translate(["Guten Tag."], 1)
    home = packages.argos_folders()[0]
    home.mkdir(parents=True, exist_ok=True)
    target = home / file.stem
    with tempfile.TemporaryDirectory(dir=home, prefix=".installing-") as temporary:
        made = Path(temporary) / target.name
        shutil.copytree(package.folder, made)
        if target.exists():
            shutil.rmtree(target)
        os.replace(made, target)
    return packages.open_package(target, config.root / ".cache" / "packages")


def _download(offer: Offer, part: Path, progress: Progress | None) -> None:
    reasons = []
    for link in offer.links:
        if urlsplit(link).scheme not in ("http", "https"):
            reasons.append(f"{link}: not an http address")
            continue
        try:
            _resume(link, part, progress)
            return
        except (requests.RequestException, OSError) as error:
            reasons.append(f"{link}: {type(error).__name__}")
    raise EngineError(
        f"{offer.name}: cannot be downloaded ({'; '.join(reasons)}). What has come is kept: run `model fetch` again."
    )


def _resume(link: str, part: Path, progress: Progress | None) -> None:
    have = part.stat().st_size if part.exists() else 0
    headers = {"Range": f"bytes={have}-"} if have else {}
    with requests.get(link, headers=headers, stream=True, timeout=TIMEOUT) as answer:
        if answer.status_code == 416:
            part.unlink()
            raise requests.RequestException("what was kept is longer than the file")
        answer.raise_for_status()
        resumed = answer.status_code == 206
        have = have if resumed else 0
        total = have + int(answer.headers.get("Content-Length", 0))
        with part.open("ab" if resumed else "wb") as stream:
            for chunk in answer.iter_content(CHUNK):
                stream.write(chunk)
                have += len(chunk)
                if progress is not None:
                    progress(have, total)
    if total and have < total:
        raise requests.ConnectionError(f"ended after {have} of {total} bytes")


def _prove(hashes: Path, name: str, digest: str) -> None:
    kept = _kept(hashes).get(name, digest)
    if kept != digest:
        raise EngineError(
            f"{name}: its SHA-256 is {digest}, but {hashes} has {kept} from the first time. It was thrown away. "
            "Fetch again; if the publisher has really changed the file, delete its line there."
        )


def _keep(hashes: Path, name: str, digest: str) -> None:
    lines = sorted(f"{d}  {n}\n" for n, d in (_kept(hashes) | {name: digest}).items())
    hashes.parent.mkdir(parents=True, exist_ok=True)
    hashes.write_text("".join(lines), encoding="utf-8")


def _kept(hashes: Path) -> dict[str, str]:
    lines = hashes.read_text(encoding="utf-8").splitlines() if hashes.exists() else []
    return {parts[1]: parts[0] for line in lines if len(parts := line.split()) == 2}


def _written(path: Path) -> tuple[int, int] | None:
    """When a file was last written, and its size; None where there is none."""
    return (path.stat().st_mtime_ns, path.stat().st_size) if path.exists() else None
