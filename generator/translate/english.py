"""English words in their regular forms (Quirk et al. 1985, 3.5 to 3.10, 5.79 to 5.91)."""

from __future__ import annotations

import re

from generator.translate.tables import rows

_LINKS = re.compile(r"(?<=[a-z])(?: (?:of|for|in|on|to|at|without|against|with)\b.*|-(?:general|elect|in-chief)\b.*)$")
"""What follows the noun that a term is about: "minister *of defence*", "secretary*-general*"."""


def plural(term: str) -> str:
    """The plural of a noun phrase: "minister of defence" -> "ministers of defence"."""
    rest = _LINKS.search(term.lower())
    head, tail = (term[: rest.start()], term[rest.start() :]) if rest else (term, "")
    return _plural(head) + tail


def _plural(word: str) -> str:
    for row in rows("plurals.csv"):
        if re.search(rf"(?:^|[\s'-]){row['singular']}$", word, re.IGNORECASE):
            return word[: len(word) - len(row["singular"])] + row["plural"]
    if re.search(r"[^aeiou]y$", word):
        return f"{word[:-1]}ies"
    if re.search(r"(?:s|x|z|ch|sh)$", word):
        return f"{word}es"
    if word.endswith("man"):
        return f"{word[:-3]}men"
    return f"{word}s"
