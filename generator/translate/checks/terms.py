"""Terms of the termbase: enforced ones stand, forbidden ones do not, preferred ones should."""

from __future__ import annotations

import re
from functools import cache

from generator.translate.pair import Check, Complaint, Pair, complaint


def find_enforced(pair: Pair) -> Complaint | None:
    told = []
    for occurrence in pair.source.terms:
        term = occurrence.term
        if term.status == "enforced" and not any(stands(form, pair.target) for form in term.english):
            told.append(f"“{term.english[0]}” is missing for “{term.german}”")
        if term.status == "forbidden":
            told += [
                f"“{form}” must not stand for “{term.german}”" for form in term.english if stands(form, pair.target)
            ]
    return complaint(told)


def find_preferred(pair: Pair) -> Complaint | None:
    return complaint(
        [
            f"“{o.term.english[0]}” is preferred for “{o.term.german}”"
            for o in pair.source.terms
            if o.term.status == "preferred" and not any(stands(form, pair.target) for form in o.term.english)
        ]
    )


def stands(term: str, target: str) -> bool:
    """Whether the English term stands in `target`, each of its words in any regular form."""
    return _pattern(term).search(target.replace("’", "'")) is not None


@cache
def _pattern(term: str) -> re.Pattern[str]:
    words = [_forms(word) for word in term.replace("’", "'").split()]
    return re.compile(r"(?<!\w)" + r"[\s-]+".join(words) + r"(?!\w)", re.IGNORECASE)


def _forms(word: str) -> str:
    """Plural, possessive and verb endings, with the spelling before them (Quirk et al. 1985, 3.5 to 3.10, 5.79)."""
    if word.endswith("y") and len(word) > 3 and word[-2] not in "aeiou":
        return rf"{re.escape(word[:-1])}(?:y|ies|ied|ying)(?:'s?)?"
    if word.endswith("e"):
        return rf"{re.escape(word[:-1])}(?:e|es|ed|ing)(?:'s?)?"
    if word.endswith("man"):
        return rf"{re.escape(word[:-3])}m[ae]n(?:'s?)?"
    return rf"{re.escape(word)}(?:{re.escape(word[-1])}?(?:ed|ing)|e?s)?(?:'s?)?"


ENFORCED = Check(name="terms", severity="error", find=find_enforced)
PREFERRED = Check(name="preferred-terms", severity="warning", find=find_preferred)
