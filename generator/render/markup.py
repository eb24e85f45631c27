"""Text as data: nothing that an article says can become markup."""

from __future__ import annotations

import json
import re
from typing import Any

from markupsafe import Markup, escape

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\ufffe\uffff]")
_PLAIN = re.compile(r"[^A-Za-z0-9 ,.()'?!/%\-\u00a0-\U0010ffff]")
_STRAIGHT = re.compile(r'["„“”»«]')
_PAIRS = {"de": ("„", "“"), "en": ("“", "”")}


def collapse(text: str) -> str:
    """`text` on one line: white space collapsed, control characters shown as U+FFFD."""
    return " ".join(_CONTROL.sub("\ufffd", text).split())


def heading(text: str) -> Markup:
    """`text` for a Markdown heading: whatever Markdown could read as markup becomes a character reference."""
    return Markup(_PLAIN.sub(lambda match: f"&#{ord(match[0])};", collapse(text)))


def block(text: str) -> Markup:
    """`text` for an HTML block: escaped and on one line, so that no Markdown rule sees it."""
    return escape(collapse(text))


def quoted(text: str, language: str) -> str:
    """`text` with its double quotation marks in the way of `language`, where they pair; otherwise unchanged."""
    marks = _STRAIGHT.findall(text)
    if len(marks) % 2:
        return text
    turn = iter(_PAIRS.get(language, _PAIRS["de"]) * (len(marks) // 2))
    return _STRAIGHT.sub(lambda _: next(turn), text)


def yaml(text: str) -> Markup:
    """`text` as a YAML scalar for front matter; escaped for HTML, where the theme puts it as it is."""
    return Markup(json.dumps(str(block(text)), ensure_ascii=False))


def data(value: dict[str, Any]) -> Markup:
    """`value` as a YAML mapping on one line for front matter: JSON is one."""
    return Markup(json.dumps(value, ensure_ascii=False).replace("<", "\\u003c"))


def anchor(id: str) -> str:
    """`id` as it may stand in an address and an HTML `id`; the usual ids stay as they are."""
    return re.sub(r"[^\w-]+", "-", id)


def sentence(text: str) -> str:
    """`text` with a capital at its start."""
    return text[:1].upper() + text[1:]
