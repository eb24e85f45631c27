"""Saved web pages: the article as trafilatura (Barbaresi 2021) finds it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from pathlib import Path

from generator.errors import SourceError
from generator.model import Document
from generator.read import dates, lines

DATES = {"original_date": True, "extensive_search": False}
"""Only a date that the page states, none guessed from its text."""

SHORTEST = 20
"""Words of the shortest article; what is shorter is a page's furniture."""


def read(path: Path, text: str) -> Document:
    """The document of a saved page. Its text is the extracted article, since markup has no readable offsets.

    Raises:
        SourceError: no article is found in the page.
    """
    from trafilatura import extract, extract_metadata

    article = extract(text, include_comments=False, include_tables=False, favor_precision=True)
    if not article or len(article.split()) < SHORTEST:
        raise SourceError(f"{path}: no article found in the page. Save its text as {path.stem}.txt instead.")
    article = unicodedata.normalize("NFC", article.replace("\r\n", "\n"))
    document = lines.document(path.stem, re.sub(r"\n(?!\n)", "\n\n", article), ())
    said = extract_metadata(text, date_config=DATES)
    known = {
        "title": said.title or document.title,
        "publisher": said.sitename,
        "url": said.url,
        "published": dates.parse(said.date) if said.date else document.published,
    }
    return replace(document, **{key: value for key, value in known.items() if value})
