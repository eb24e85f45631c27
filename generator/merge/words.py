"""Words reduced to terms that inflected forms share, and how much a shared term says."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from generator.analyse.article import article_words
from generator.analyse.lexicon import Lexicon

WORD = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*")
NONFINITE = re.compile("INF|PA2|EIZ")
PRIOR = 500
"""Articles that the table of common terms counts for, against those of the collection."""
UNSEEN = 0.5
"""Articles that a term is taken to have that neither knows."""
FOLDED = str.maketrans({"ü": "u", "ö": "o", "ä": "a", "ß": "ss"})
JOINED = (("sch", "$"), ("ei", "%"), ("ie", "&"))


def stem(word: str) -> str:
    """The stem of a German word in any case (CISTEM, Weissweiler & Fraser 2017)."""
    left = word.lower().translate(FOLDED)
    if left.startswith("ge") and len(left) >= 6:
        left = left[2:]
    for letters, sign in JOINED:
        left = left.replace(letters, sign)
    left = re.sub(r"(.)\1", r"\1*", left)
    while len(left) > 3:
        if len(left) > 5 and left.endswith(("em", "er", "nd")):
            left = left[:-2]
        elif left.endswith(("t", "e", "s", "n")):
            left = left[:-1]
        else:
            break
    left = re.sub(r"(.)\*", r"\1\1", left)
    for letters, sign in JOINED:
        left = left.replace(sign, letters)
    return left


class Vocabulary:
    """Terms of German words by lexicon and stem; remembers the forms that it has seen."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._terms: dict[str, str] = {}

    def term(self, form: str) -> str:
        """The stem of the form's lemma: "traf" and "treffen" have one."""
        known = self._terms.get(form)
        if known is None:
            known = self._terms[form] = stem(self._lemma(form))
        return known

    def terms(self, text: str) -> list[str]:
        """The terms of every word in text order; a compound with hyphens gives its parts too."""
        found = []
        for form in WORD.findall(text):
            found.append(self.term(form))
            if "-" in form:
                found += [self.term(part) for part in form.split("-")]
        return found

    def finite(self, form: str) -> bool:
        """Whether a lower-case form can be a finite verb."""
        verb = form.islower() and self.lexicon.has(form, "VER:1", "VER:2", "VER:3", "VER:MOD", "VER:AUX")
        return verb and form not in article_words()

    def surely_finite(self, forms: list[str], at: int) -> bool:
        """Whether a form is no infinitive or participle: "wurde", and "haben" but in "gehört haben wollen"."""
        tags = self.lexicon.tags(forms[at])
        if any(tag.startswith(("VER:MOD", "VER:AUX")) for tag in tags):
            return at == 0 or not self.lexicon.has(forms[at - 1], "PA2", "VER:INF", "VER:AUX:INF")
        return self.finite(forms[at]) and all(tag.startswith("VER") and not NONFINITE.search(tag) for tag in tags)

    def infinitive(self, form: str) -> bool:
        """Whether a form can be an infinitive."""
        return form.islower() and self.lexicon.has(form, "VER:INF", "VER:AUX:INF", "VER:MOD:INF")

    def with_zu(self, forms: list[str]) -> bool:
        """Whether the forms end in an infinitive with "zu"."""
        return forms[-2:-1] == ["zu"] or self.lexicon.has(forms[-1], "VER:EIZ")

    def describes(self, form: str) -> bool:
        """Whether a form can be an adjective with an ending: "vermissten"."""
        return form.endswith(("e", "en", "er", "es", "em")) and self.lexicon.has(form, "ADJ", "PA2")

    def noun(self, form: str) -> bool:
        """Whether the lexicon has the form as a common noun."""
        return self.lexicon.has(form, "SUB")

    def _lemma(self, form: str) -> str:
        prefixes = ("SUB", "EIG") if form[:1].isupper() else ("VER", "ADJ", "PA")
        for prefix in prefixes:
            lemmas = self.lexicon.lemmas(form, prefix)
            if lemmas:
                return min(lemmas, key=lambda lemma: (len(lemma), lemma))
        if form[:1].isupper() and not self.lexicon.tags(form):
            return self._lemma(form[0].lower() + form[1:]) if form[1:].islower() else form
        return form


class Weights:
    """What a term says: the logarithm of one by the share of articles that hold it (Spärck Jones 1972).

    The share is that of the collection, smoothed by a table of common terms, so that two articles alone are compared
    as two among thousands would be.
    """

    def __init__(self, articles: Iterable[Iterable[str]] = ()) -> None:
        """Args: articles: the terms of each article of the collection."""
        self._counts: Counter[str] = Counter()
        self._size = 0
        for terms in articles:
            self._counts.update(set(terms))
            self._size += 1
        self._known: dict[str, float] = {}

    def __getitem__(self, term: str) -> float:
        known = self._known.get(term)
        if known is None:
            seen = common().get(term, 0.0) * PRIOR + self._counts[term] + UNSEEN
            known = self._known[term] = max(0.0, math.log((PRIOR + self._size + UNSEEN) / seen))
        return known


@cache
def common() -> Mapping[str, float]:
    """Share of German articles that hold a term, 0 to 1, of terms that are not rare."""
    lines = files("generator.merge").joinpath("common.csv").read_text(encoding="utf-8").splitlines()[1:]
    return {term: int(share) / 1000 for term, share in (line.split(",") for line in lines)}
