"""No German word was left standing."""

from __future__ import annotations

import re

from generator.translate.checks.addresses import ADDRESS
from generator.translate.pair import Check, Complaint, Pair, complaint
from generator.translate.tables import words
from generator.translate.vocabulary import WORD, is_english

_BEFORE = re.compile(r"([A-ZÄÖÜ][\w.]*|van|von|der|de|di|zu)[ -]$")
_AFTER = re.compile(r"[ -]([A-ZÄÖÜ]\w*)")
_TITLE = re.compile(r"“([^“”]+)”")


def find(pair: Pair) -> Complaint | None:
    given = set(WORD.findall(pair.source.text))
    german = {word.lower() for word in given}
    meant = {part for english in _meant(pair) for part in WORD.findall(english)}
    left = [
        match[0]
        for match in WORD.finditer(ADDRESS.sub(lambda address: " " * len(address[0]), pair.target))
        if len(match[0]) > 2
        and match[0].lower() in german
        and match[0] not in meant
        and (not is_english(match[0]) or match[0] in words("false-friends.txt"))
        and _is_word(match[0], given, pair.source.common)
        and not _in_name(pair, match)
    ]
    return complaint([f"“{word}” is German" for word in dict.fromkeys(left)], words=tuple(dict.fromkeys(left)))


def _meant(pair: Pair) -> list[str]:
    """English that may well look German: names and terms."""
    terms = [form for occurrence in pair.source.terms for form in occurrence.term.english]
    return [*(english for _, english in pair.source.names), *terms]


def _is_word(word: str, given: set[str], common: frozenset[str]) -> bool:
    """Whether it is an ordinary German word: English borrows only rare ones ("raengmyon") and those in lower case."""
    return not common.isdisjoint((word, word.capitalize())) or (word.islower() and word in given)


def _in_name(pair: Pair, match: re.Match[str]) -> bool:
    """Whether a word is part of an abbreviation, or of a name or title that stands in the German as well."""
    before, after = _BEFORE.search(pair.target[: match.start()]), _AFTER.match(pair.target[match.end() :])
    beside = [found[1] for found in (before, after) if found is not None and found[1] not in pair.source.common]
    return (
        match[0].isupper()
        or any(re.search(rf"\b{re.escape(word)}\b", pair.source.text) for word in beside)
        or any(
            title[1] in pair.source.text
            for title in _TITLE.finditer(pair.target)
            if title.start() < match.start() < title.end()
        )
    )


CHECK = Check(name="left-over-german", severity="error", find=find)
