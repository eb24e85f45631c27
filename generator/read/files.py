"""Which files are articles, and each one's way to a Document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generator.errors import SourceError
from generator.model import Document, Problem
from generator.read import german, html, markdown, plain, sidecar
from generator.read.decode import decode

READERS = {".txt": plain.read, ".md": markdown.read, ".html": html.read, ".htm": html.read}
SIDECAR = ".yml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What `seeds/` holds."""

    documents: tuple[Document, ...]
    """In the order of their ids."""
    problems: tuple[Problem, ...]
    """Files that were left out, and why."""


def read_all(folder: Path) -> Reading:
    """Every article of a folder, with its sidecar.

    Raises:
        SourceError: the folder is missing, or articles or sidecars cannot be read; the message names every one.
    """
    if not folder.is_dir():
        raise SourceError(f"{folder}: no such folder. Put the articles there, or set `seeds` in generator.yml.")
    paths = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    articles = [path for path in paths if path.suffix.lower() in READERS]
    problems = list(_strangers(paths, articles))
    documents, refused = [], list(_twice(articles))
    for path in articles:
        try:
            documents.append(read_file(path))
        except SourceError as error:
            refused.append(str(error))
    if refused:
        raise SourceError("\n".join(refused))
    for document, path in zip(documents, articles, strict=True):
        if not german.likely(document):
            problems.append(_problem(path, "does not look like German and is left out. Remove it from the folder."))
    kept = tuple(sorted(filter(german.likely, documents), key=lambda d: d.id))
    return Reading(documents=kept, problems=tuple(problems))


def read_file(path: Path) -> Document:
    """One article; a sidecar `<stem>.yml` beside it supplies or corrects what the file says of itself.

    Raises:
        SourceError: the file or its sidecar cannot be used; the message names file, place and mend.
    """
    reader = READERS.get(path.suffix.lower(), plain.read)
    document = reader(path, decode(path))
    if not any(c.isalpha() for c in document.text):
        raise SourceError(f"{path}: holds no text. Put the article's text into it or remove it.")
    beside = path.with_suffix(SIDECAR)
    known = sidecar.load(beside) if beside.is_file() else {}
    return replace(document, **known)


def _strangers(paths: list[Path], articles: list[Path]) -> Iterator[Problem]:
    stems = {path.stem for path in articles}
    for path in paths:
        if path.suffix.lower() == SIDECAR and path.stem not in stems:
            yield _problem(path, f"belongs to no article. Rename it after one ({path.stem}.txt) or remove it.")
        elif path not in articles and path.suffix.lower() != SIDECAR:
            kinds = ", ".join(READERS)
            yield _problem(path, f"is no kind of file that is read ({kinds}). Convert it or remove it.")


def _twice(articles: list[Path]) -> Iterator[str]:
    by_stem: dict[str, Path] = {}
    for path in articles:
        other = by_stem.setdefault(path.stem, path)
        if other is not path:
            yield f"{path}: has the same name as {other.name}, and names are the articles' ids. Rename one of them."


def _problem(path: Path, message: str) -> Problem:
    return Problem(check="read", severity="warning", where=str(path), message=message)
