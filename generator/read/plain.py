"""Plain text: what is article, what is not, and what the lines say of the article."""

from __future__ import annotations

from pathlib import Path

from generator.model import Document
from generator.read import lines


def read(path: Path, text: str) -> Document:
    """The document of a text file; its id is the file's stem."""
    return lines.document(path.stem, text, ())
