"""No German word was left standing."""

from __future__ import annotations

import re

from generator.translate.pair import Check, Complaint, Pair, complaint
from generator.translate.tables import words
from generator.translate.vocabulary import WORD, is_english

_CAPITAL = re.compile(r"([A-ZÄÖÜ][\w’'.]*)[ -]$")


def find(pair: Pair) -> Complaint | None:
    given = set(WORD.findall(pair.source.text))
    german = {word.lower() for word in given}
    meant = {part for english in _meant(pair) for part in WORD.findall(english)}
    left = [
        match[0]
        for match in WORD.finditer(pair.target)
        if len(match[0]) > 2
        and match[0].lower() in german
        and match[0] not in meant
        and (not is_english(match[0]) or match[0] in words("false-friends.txt"))
        and (match[0] in given if match[0].islower() else not _in_name(pair.target, match))
        and (match[0].islower() or match[0] in pair.source.common)
    ]
    return complaint([f"“{word}” is German" for word in dict.fromkeys(left)], words=tuple(dict.fromkeys(left)))


def _meant(pair: Pair) -> list[str]:
    """English that may well look German: names and terms."""
    terms = [form for occurrence in pair.source.terms for form in occurrence.term.english]
    return [*(english for _, english in pair.source.names), *terms]


def _in_name(text: str, match: re.Match[str]) -> bool:
    """Whether a capitalised word is part of a longer name, an abbreviation or a quoted title."""
    before, after = text[: match.start()], text[match.end() :]
    neighbour = _CAPITAL.search(before)
    opens = neighbour is not None and neighbour.start() == 0 and is_english(neighbour[1].lower())
    return (
        match[0].isupper()
        or (neighbour is not None and not opens)
        or re.search(r"(?:[“‘(-]|\b(?:van|von|der|de|di|zu) )$", before) is not None
        or re.match(r"[ -][A-ZÄÖÜ]|[”’)-]|’s [A-Z]", after) is not None
    )


CHECK = Check(name="left-over-german", severity="error", find=find)
