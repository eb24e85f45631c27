"""Fixtures of the quotations: German, a dot, what is found; a block begins with `#`.

An expected line is `Type quote | speaker | cue | addressee | carrier`; parts at the end that are empty are left out, a
gap inside a part is ` … `. Names may be marked as in `tests/analyse/marked.py` (`{Karin Berger|person}`): the entity
behind the speaker follows its words as `Berger = Karin Berger`.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from generator.analyse import entities
from generator.analyse.quotations import QuotationFinder
from generator.model import Quotation, Span
from tests.analyse.marked import lexicon, read

FIXTURES = Path(__file__).parent / "fixtures"


@cache
def finder() -> QuotationFinder:
    return QuotationFinder(lexicon())


def blocks(path: Path) -> list[tuple[str, str, list[str]]]:
    """Title, input and expected lines of each block of a fixture file."""
    found = []
    for block in re.split(r"\n(?=# )", path.read_text(encoding="utf-8")):
        title, _, rest = block.strip().partition("\n")
        given, _, expected = rest.partition("\n.")
        found.append((title.removeprefix("# "), given.strip(), [x for x in expected.strip().splitlines() if x]))
    return found


def found(given: str) -> list[str]:
    """What is found in a text, as lines of a fixture."""
    article, names = read(given)
    known = entities.build(article.document, article.sentences, article.tokens, names, article.lexicon) if names else ()
    by_id = {entity.id: entity.name for entity in known}
    quotations = finder().find(article.document, article.sentences, article.tokens, known)
    return [_line(article.document.text, quotation, by_id) for quotation in quotations]


def _line(text: str, quotation: Quotation, names: dict[str, str]) -> str:
    speaker = _words(text, quotation.speaker)
    if quotation.speaker_entity:
        speaker += f" = {names[quotation.speaker_entity]}"
    parts = [speaker, *(_words(text, s) for s in (quotation.cue, quotation.addressee, quotation.carrier))]
    while parts and not parts[-1]:
        parts.pop()
    return " | ".join((f"{quotation.type} {_words(text, quotation.quote)}", *parts))


def _words(text: str, spans: tuple[Span, ...]) -> str:
    return " … ".join(" ".join(span.of(text).split()) for span in spans)
