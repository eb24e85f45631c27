"""Terms of the termbase: enforced ones stand, forbidden ones do not, preferred ones should."""

from __future__ import annotations

import re
from functools import cache

from generator.translate.english import plural
from generator.translate.pair import Check, Complaint, Pair, complaint
from generator.translate.termbase import Occurrence, Term


def find_enforced(pair: Pair) -> Complaint | None:
    told, wrong = [], []
    for occurrence in pair.source.terms:
        term = occurrence.term
        if term.status == "enforced" and not occurrence.compound and not _given(term, pair.target):
            told.append(f"“{term.english[0]}” is missing for “{term.german}”")
        if term.status == "forbidden":
            wrong += [form for form in term.english if stands(form, pair.target)]
            told += [f"“{form}” must not stand for “{term.german}”" for form in wrong]
    return complaint(told, words=tuple(wrong))


def find_preferred(pair: Pair) -> Complaint | None:
    expected = (o for o in pair.source.terms if o.term.status == "preferred" or (_enforced(o) and o.compound))
    return complaint(
        [
            f"“{o.term.english[0]}” is preferred for “{o.term.german}”"
            for o in expected
            if not _given(o.term, pair.target)
        ]
    )


def _enforced(occurrence: Occurrence) -> bool:
    return occurrence.term.status == "enforced"


def _given(term: Term, target: str) -> bool:
    return any(stands(form, target) for form in term.english)


def stands(term: str, target: str) -> bool:
    """Whether the English term stands in `target`, each of its words in any regular form."""
    return _pattern(term).search(target.replace("’", "'")) is not None


@cache
def _pattern(term: str) -> re.Pattern[str]:
    forms = "|".join(r"[\s-]+".join(map(_forms, re.split(r"[\s-]+", form))) for form in {term, plural(term)})
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE)


def _forms(word: str) -> str:
    """Plural, possessive and verb endings, with the spelling before them (Quirk et al. 1985, 3.5 to 3.10, 5.79)."""
    word = word.replace("’", "'")
    if word.endswith("y") and len(word) > 3 and word[-2] not in "aeiou":
        return rf"{re.escape(word[:-1])}(?:y|ies|ied|ying)(?:'s?)?"
    if word.endswith("e"):
        return rf"{re.escape(word[:-1])}(?:e|es|ed|ing)(?:'s?)?"
    return rf"{re.escape(word)}(?:{re.escape(word[-1])}?(?:ed|ing)|e?s)?(?:'s?)?"


ENFORCED = Check(name="terms", severity="error", find=find_enforced)
PREFERRED = Check(name="preferred-terms", severity="warning", find=find_preferred)
