"""Writes the pages: all of them or none."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from generator.errors import PublishError
from generator.model import Page

STAGED, KEPT = ".staged-", ".kept-"
"""Beginnings of the folders beside the pages in which a run prepares the new ones and keeps the old ones."""


def publish(pages: tuple[Page, ...], docs: Path) -> int:
    """Make `docs/<language>/` hold these pages and nothing else.

    The pages are first written whole beside the old ones, which then change places with them. A run that was cut off
    between the two is mended by the next.

    Returns:
        How many files are new, changed or gone.

    Raises:
        PublishError: the disk is full or cannot be written; the pages stand as they were.
    """
    try:
        docs.mkdir(parents=True, exist_ok=True)
        _mend(docs)
        changed = _changed(pages, docs)
        if changed:
            _exchange(pages, docs)
    except OSError as error:
        raise PublishError(
            f"{error.filename or docs}: the pages cannot be written ({error.strerror}). Those of the last run stand. "
            "Free space or mend the rights, then run again."
        ) from error
    return changed


def _changed(pages: Iterable[Page], docs: Path) -> int:
    new = {page.path: page.text.encode() for page in pages}
    languages = {path.partition("/")[0] for path in new}
    old = {p.relative_to(docs).as_posix(): p for name in languages for p in (docs / name).rglob("*") if p.is_file()}
    kept = sum(path in old and old[path].read_bytes() == data for path, data in new.items())
    return len(new) - kept + len(old.keys() - new.keys())


def _exchange(pages: tuple[Page, ...], docs: Path) -> None:
    staged = Path(tempfile.mkdtemp(prefix=STAGED, dir=docs))
    try:
        for page in pages:
            path = staged / page.path
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("w", encoding="utf-8", newline="\n") as file:
                file.write(page.text)
                file.flush()
                os.fsync(file.fileno())
        kept = Path(tempfile.mkdtemp(prefix=KEPT, dir=docs))
        try:
            for folder in sorted(staged.iterdir()):
                if (docs / folder.name).exists():
                    (docs / folder.name).rename(kept / folder.name)
                folder.rename(docs / folder.name)
        except OSError:
            _restore(kept, docs)
            raise
        shutil.rmtree(kept)
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def _mend(docs: Path) -> None:
    """Put back what a run that was cut off had set aside, and remove what it had prepared."""
    for kept in docs.glob(f"{KEPT}*"):
        _restore(kept, docs)
    for staged in docs.glob(f"{STAGED}*"):
        shutil.rmtree(staged)


def _restore(kept: Path, docs: Path) -> None:
    for folder in kept.iterdir():
        shutil.rmtree(docs / folder.name, ignore_errors=True)
        folder.rename(docs / folder.name)
    kept.rmdir()
