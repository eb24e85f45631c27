"""The verbs that govern a word: those of its clause."""

from __future__ import annotations

from generator.analyse.questions.clauses import BREAKS
from generator.merge.reading import EMPTY, Source


def verbs(source: Source, sentence: int, at: int) -> frozenset[str]:
    """Lemmas of the full verbs in the clause of token `at`."""
    forms = source.article.forms(sentence)
    first = next((i + 1 for i in range(at, -1, -1) if forms[i] in BREAKS), 0)
    last = next((i for i in range(at, len(forms)) if forms[i] in BREAKS), len(forms))
    found = {
        reading.lemma
        for form in forms[first:last]
        if form[:1].islower()
        for reading in source.event.lexicon.readings(form)
        if reading.tag.startswith("VER") and not reading.tag.startswith(("VER:AUX", "VER:MOD"))
    }
    return frozenset(found - EMPTY)
