"""The id of a new briefing: its title's words and the month, German."""

from __future__ import annotations

from generator.analyse.article import article_words, prepositions
from generator.merge.ids import slug
from generator.model import PartialDate, Text

LONGEST = 50
"""Characters of the words."""


def name(title: Text, date: PartialDate | None) -> str:
    """For example `treffen-wendrich-malinska-rathaus-goerlitz-2024-05`; made once, since a published id stays."""
    small = {*article_words(), *prepositions(), "und"}
    words = " ".join(word for word in title.de.split() if word.lower() not in small)
    day = date.iso()[:7] if date else ""
    return "-".join(filter(None, (slug(words, LONGEST) or "ereignis", day)))
