"""Bytes to text, or a message that says what is wrong with them."""

from __future__ import annotations

import codecs
import re
import unicodedata
from pathlib import Path

from generator.errors import SourceError

LARGEST = 10_000_000
"""Bytes of the largest article."""
UTF_16_32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def decode(path: Path) -> str:
    """The file as UTF-8, without byte-order mark, in Unicode NFC, with line ends `\\n`.

    Raises:
        SourceError: unreadable, empty, too large, not UTF-8, or not text.
    """
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise SourceError(
                f"{path}: {size / 1e6:.1f} MB is more than an article holds ({LARGEST / 1e6:.0f} MB). "
                "Cut it into articles or remove it."
            )
        data = path.read_bytes()
    except OSError as error:
        raise SourceError(
            f"{path}: cannot be read ({error.strerror}). Check that it exists and may be read."
        ) from error
    if data.startswith(UTF_16_32):
        raise SourceError(f"{path}: is UTF-16 or UTF-32. Save it as UTF-8.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(_not_utf8(path, data, error.start)) from error
    control = CONTROL.search(text)
    if control:
        line = text.count("\n", 0, control.start()) + 1
        raise SourceError(
            f"{path}, line {line}: holds the control character U+{ord(control[0]):04X}, so it is no plain text. "
            "Save the article's text as UTF-8 or remove the file."
        )
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if not text.strip():
        raise SourceError(f"{path}: is empty. Put the article's text into it or remove it.")
    return text


def _not_utf8(path: Path, data: bytes, at: int) -> str:
    if b"\x00" in data or data.count(b"\xff") > len(data) / 100:
        return f"{path}: is a binary file, no text. Remove it or put the article's text in its place."
    line = data.count(b"\n", 0, at) + 1
    return (
        f"{path}, line {line}: byte 0x{data[at]:02x} is no UTF-8, so it is perhaps Latin-1 or Windows-1252. "
        f"Convert it: iconv -f WINDOWS-1252 -t UTF-8 {path.name}"
    )
