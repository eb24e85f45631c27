"""Forms of a text: as it is sent, as it is looked up."""

from __future__ import annotations

import re
import unicodedata

_SAME = str.maketrans({**dict.fromkeys("„“”«»‟", '"'), **dict.fromkeys("‚‘’‛`´", "'"), **dict.fromkeys("–—−‐‑", "-")})
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What XML 1.0 cannot hold."""
_INVISIBLE = re.compile(f"[\u00ad\u200b-\u200f\u2060\ufeff\x7f]|{_NO_XML.pattern}")


def collapse(text: str) -> str:
    """NFC, every run of white space one space, none at the ends: the source of a segment."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def key(text: str) -> str:
    """What two sources must share to be the same for the memory.

    White space, the shape of quotation marks, apostrophes and dashes, and invisible characters do not count; every
    word, number and other sign does.
    """
    return collapse(_INVISIBLE.sub("", text).translate(_SAME))


def held(text: str) -> str:
    """The text without characters that a file of the memory cannot hold; its key is the same."""
    return _NO_XML.sub("", text)
