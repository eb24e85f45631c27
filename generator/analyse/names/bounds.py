"""Where the name of a person begins and ends, where the model took too few words for it or too many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.analyse.lexicon import Lexicon
from generator.analyse.names import foreign
from generator.analyse.names.chunks import Chunk, Sentences
from generator.analyse.places import gazetteer
from generator.analyse.roles import offices
from generator.analyse.tables import words
from generator.analyse.tokens import Token

AT = frozenset(("von", "in", "aus", "bei"))
"""Prepositions of a place that stands before a name: "Bürgermeisterin von X Anna Y"."""


def mend(tokens: Sentences, chunks: list[list[Chunk]], lexicon: Lexicon) -> list[list[Chunk]]:
    """The names of an article with persons' names whole and alone."""
    forms = {token.text for sentence in tokens for token in sentence}
    surnames = {
        sentence[c.last - 1].text
        for sentence, found in zip(tokens, chunks, strict=True)
        for c in found
        if c.kind == "person" and c.last - c.first > 1
    }
    chunks = [_missed(s, _geography(s, found), surnames, lexicon) for s, found in zip(tokens, chunks, strict=True)]
    return [
        _whole(s, [part for c in found for part in _alone(s, c, forms, surnames, lexicon)], forms, lexicon)
        for s, found in zip(tokens, chunks, strict=True)
    ]


def _geography(sentence: tuple[Token, ...], chunks: list[Chunk]) -> list[Chunk]:
    """ "Fraser Island" is a place, also where the model took it for a person or its last word for a state."""
    for at in range(1, len(sentence)):
        before = sentence[at - 1].text
        if sentence[at].text not in words("names", "geography.txt") or not (before[:1].isupper() and before.isalpha()):
            continue
        over = [c for c in chunks if c.overlaps(at - 1, at + 1)]
        if any(c.kind == "organisation" or c.last > at + 1 for c in over):
            continue
        first = min([c.first for c in over if c.first < at] or [at - 1])
        place = Chunk(first=first, last=at + 1, kind="place", weight=1.0)
        chunks = sorted([*(c for c in chunks if c not in over), place], key=lambda c: c.first)
    return chunks


def _missed(sentence: tuple[Token, ...], chunks: list[Chunk], surnames: set[str], lexicon: Lexicon) -> list[Chunk]:
    """A forename with a word that can only be a name is a person; so is "der Deutsche X" where the article knows X."""
    taken = {at for c in chunks for at in range(c.first, c.last)}
    found = []
    for at in range(1, len(sentence)):
        before, form = sentence[at - 1].text, sentence[at].text
        if {at - 1, at} & taken or not _unknown(form, lexicon):
            continue
        if any(tag.endswith("VOR") for tag in lexicon.tags(before)) and not lexicon.has(before, "SUB", "ADJ"):
            found.append(Chunk(first=at - 1, last=at + 1, kind="person", weight=1.0))
        elif form in surnames and _people(before, lexicon):
            found.append(Chunk(first=at, last=at + 1, kind="person", weight=1.0))
    return sorted([*chunks, *found], key=lambda c: c.first)


def _alone(
    sentence: tuple[Token, ...], chunk: Chunk, forms: set[str], surnames: set[str], lexicon: Lexicon
) -> Iterator[Chunk]:
    """A person without the place before, the employer and the possession behind; "der Deutsche X" is a person."""
    texts = [token.text for token in sentence[chunk.first : chunk.last]]
    if chunk.kind == "organisation" and len(texts) == 2 and texts[1] in surnames and _people(texts[0], lexicon):
        yield replace(chunk, first=chunk.first + 1, kind="person", weight=1.0)
        return
    cut = _place(sentence, chunk, texts, lexicon) if chunk.kind in ("person", "place") else 0
    if cut:
        yield replace(chunk, last=chunk.first + cut, kind="place")
        chunk = replace(chunk, first=chunk.first + cut, kind="person")
    if chunk.kind != "person":
        yield chunk
        return
    inner = range(chunk.first + 1, chunk.last - 1)
    owner = next((at for at in inner if _genitive(sentence[at].text, forms)), None)
    yield chunk if owner is None else replace(chunk, last=owner + 1)


def _people(form: str, lexicon: Lexicon) -> bool:
    """Whether a form is an adjective used as a noun: "Deutsche", "Grüne"."""
    return lexicon.has(form, "SUB") and form.endswith(("e", "er", "en")) and lexicon.has(form.lower(), "ADJ")


def _genitive(form: str, forms: set[str]) -> bool:
    return form.endswith("s") and len(form) > 4 and form[:-1] in forms


def _place(sentence: tuple[Token, ...], chunk: Chunk, texts: list[str], lexicon: Lexicon) -> int:
    """How many words of a place stand before forename and family name; 0 for none."""
    before = sentence[chunk.first - 1].text if chunk.first else ""
    if before not in AT:
        return 0
    for count in (2, 1):
        rest = texts[count:]
        forename = len(rest) > 1 and any(tag.endswith("VOR") for tag in lexicon.tags(rest[0]))
        if (forename or count > 1 < len(rest)) and _known(" ".join(texts[:count])):
            return count
    return 0


def _known(name: str) -> bool:
    return gazetteer.towns_named(name) or foreign.known_place(name)


def _whole(sentence: tuple[Token, ...], chunks: list[Chunk], forms: set[str], lexicon: Lexicon) -> list[Chunk]:
    """Persons with the words of their names that no table knows: after an office, and behind the name."""
    found: list[Chunk] = []
    for number, chunk in enumerate(chunks):
        previous = found[-1] if found else None
        if chunk.kind == "person":
            limit = chunks[number + 1].first if number + 1 < len(chunks) else len(sentence)
            chunk = _longer(sentence, chunk, previous.last if previous else 0, limit, forms, lexicon)
            if previous and previous.kind == "person" and previous.last == chunk.first and _one(sentence, chunk, forms):
                chunk = replace(chunk, first=found.pop().first)
        found.append(chunk)
    return found


def _longer(
    sentence: tuple[Token, ...], chunk: Chunk, start: int, limit: int, forms: set[str], lexicon: Lexicon
) -> Chunk:
    first, last = chunk.first, chunk.last
    if (
        first - 1 > start
        and _unknown(sentence[first - 1].text, lexicon)
        and offices.load().find(sentence[first - 2].text)
    ):
        first -= 1
    owner = _genitive(sentence[last - 1].text, forms)
    if last - first > 1 and last < limit and not owner and _unknown(sentence[last].text, lexicon):
        last += 1
    return replace(chunk, first=first, last=last)


def _one(sentence: tuple[Token, ...], chunk: Chunk, forms: set[str]) -> bool:
    """Whether the names of two persons without a word between them are one: nothing shows the second elsewhere."""
    texts = [token.text for token in sentence[chunk.first - 1 : chunk.last]]
    return chunk.last - chunk.first == 1 and not any(_genitive(text, forms) for text in texts)


def _unknown(form: str, lexicon: Lexicon) -> bool:
    """Whether a word can only be a name: with a capital, in no table, of letters."""
    known = (
        lexicon.common(form) or form in lexicon or form.lower() in lexicon or _known(form) or offices.load().find(form)
    )
    return form[:1].isupper() and form.isalpha() and not form.isupper() and len(form) > 2 and not known
