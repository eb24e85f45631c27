"""Ways to put a sentence to the engine, the plain one first; the next ones are for sentences that failed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.translate.checks.quotes import MARKS
from generator.translate.pair import Names, name_pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """What the engine gets, and how its answer becomes the answer to the sentence."""

    source: str
    restored: Callable[[str], str] = str


Variant = Callable[[str, Names], Way | None]


def plain(sentence: str, names: Names) -> Way:
    """As it is, with German quotation marks whatever the article uses: engines know them best."""
    return Way(source=_german_marks(sentence))


def english_names(sentence: str, names: Names) -> Way | None:
    """With the English forms of the names in the German: they are copied."""
    changed = sentence
    for german, english in sorted(names, key=lambda n: -len(n[0])):
        if german != english:
            changed = name_pattern(german).sub(rf"{english}\\g<ending>", changed)
    return Way(source=_german_marks(changed)) if changed != sentence else None


def _german_marks(sentence: str) -> str:
    marks = MARKS.findall(sentence)
    if len(marks) % 2:
        return sentence
    turn = iter("„“" * (len(marks) // 2))
    return MARKS.sub(lambda _: next(turn), sentence)


VARIANTS: tuple[Variant, ...] = (plain, english_names)
