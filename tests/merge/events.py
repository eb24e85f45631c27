"""Events of invented articles: German with its names marked, joined as the merge stage does it.

An article begins with a line `@ id date title`; date and title may be missing.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.analyse import entities, questions, times
from generator.analyse.entities import involvement
from generator.analyse.places import build as places_of
from generator.merge import participants, places, when
from generator.merge.event import Event
from generator.model import Analysis, Reference
from tests.analyse.marked import lexicon, read
from tests.merge.articles import day, vocabulary

HERE = Path(__file__).parent
HEAD = re.compile(r"^@ (?P<id>\S+)(?: (?P<date>[\d-]+))?(?: (?P<title>.+))?$", re.MULTILINE)


def cases(name: str) -> list[object]:
    """The blocks of a fixture file as parameters: the articles and the expected lines."""
    found = []
    for block in re.split(r"\n(?=# )", (HERE / "fixtures" / name).read_text(encoding="utf-8")):
        title, _, rest = block.strip().partition("\n")
        given, _, expected = rest.partition("\n.\n") if "\n.\n" in rest else (rest.removesuffix("\n."), "", "")
        lines = [line for line in expected.strip().splitlines() if line]
        found.append(pytest.param(given.strip(), lines, id=title.removeprefix("# ")))
    return found


def event(block: str) -> Event:
    """The event of the block's articles; without a head line, of one article of 16 May 2024."""
    if not block.startswith("@ "):
        block = f"@ a 2024-05-16\n{block}"
    heads = list(HEAD.finditer(block))
    ends = [*(head.start() for head in heads[1:]), len(block)]
    analyses = tuple(_analysis(head, block[head.end() : end]) for head, end in zip(heads, ends, strict=True))
    people = participants.join(analyses, vocabulary(), 0.5)
    where = places.join(analyses)
    return Event(
        id="x",
        analyses=analyses,
        date=when.find(analyses),
        participants=people.participants,
        locations=where.locations,
        statements=(),
        people=people.people,
        places=where.places,
        lexicon=lexicon(),
    )


def letters(event: Event, references: tuple[Reference, ...]) -> str:
    """The ids of the articles that carry something, each once, in their order."""
    carriers = {reference.document for reference in references}
    return " ".join(a.document.id for a in event.analyses if a.document.id in carriers)


def _analysis(head: re.Match[str], marked: str) -> Analysis:
    published = day(head["date"])
    article, names = read(marked.strip(), published)
    document = replace(article.document, id=head["id"], title=head["title"])
    article = replace(article, document=document)
    split, tokens = article.sentences, article.tokens
    found = involvement.assess(article, entities.build(document, split, tokens, names, article.lexicon), ())
    return Analysis(
        document=document,
        sentences=split,
        entities=found,
        questions=questions.find(document, split, tokens, found, (), article.lexicon),
        times=times.find(document, split),
        places=places_of.build(article, found),
    )
