"""A very long article takes as much longer as it is longer."""

from __future__ import annotations

import time
from itertools import product

from generator.analyse import entities, sentences, times
from generator.analyse.article import Article
from generator.analyse.entities import involvement
from generator.analyse.places import build as places
from generator.analyse.tokens import tokenize
from generator.model import Document, PartialDate
from tests.analyse.test_golden import analyser

SYLLABLES = ("Bal", "Der", "Fin", "Gol", "Har", "Kel", "Lom", "Mer", "Nor", "Pel", "Ros", "Sal", "Tor", "Ver", "Wil")
SMALL, FACTOR, ROOM = 60, 6, 2.5
"""Paragraphs of the shorter text, how many times longer the other is, how far its time may exceed that."""


def text(paragraphs: int) -> str:
    """Paragraphs with a new person, office, town and number each."""
    surnames = ("".join((a, b.lower(), c.lower())) for a, b, c in product(SYLLABLES, repeat=3))
    towns = ("Kiel", "Bremen", "Leipzig", "Rostock", "Dresden", "Köln", "Mainz")
    return "\n\n".join(
        f"Der Minister Anna {name} besuchte am Montag die Stadt {towns[i % 7]} in Deutschland. {name} sagte, der "
        f"Verband freier Gärtner habe {i} Anwohner gefragt. Sie liegt 20 Kilometer westlich von {towns[i % 5]}. "
        f"Der Minister lobte die Polizei in {towns[i % 3]}, er reiste ab."
        for i, name in zip(range(paragraphs), surnames, strict=False)
    )


def seconds(paragraphs: int) -> float:
    document = Document(id="x", text=text(paragraphs), published=PartialDate(year=2024, month=5, day=14))
    begin = time.process_time()
    split = sentences.split(document)
    tokens = tuple(tokenize(document.text, sentence.span) for sentence in split)
    names = analyser().tagger.tag(document, split, tokens)
    found = entities.build(document, split, tokens, names, analyser().lexicon)
    article = Article(document=document, sentences=split, tokens=tokens, lexicon=analyser().lexicon)
    places.build(article, involvement.assess(article, found, ()))
    times.find(document, split)
    return time.process_time() - begin


def test_time_grows_with_the_length_alone() -> None:
    seconds(SMALL)
    short = min(seconds(SMALL) for _ in range(3))
    assert seconds(SMALL * FACTOR) < short * FACTOR * ROOM
