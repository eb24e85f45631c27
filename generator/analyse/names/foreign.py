"""Names that the model, which learned from German news, breaks: family name first, Arabic article."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.analyse import nations
from generator.analyse.forms import east_asian
from generator.analyse.lexicon import Lexicon
from generator.analyse.names.chunks import Chunk, form
from generator.analyse.names.features import organisations
from generator.analyse.places import gazetteer
from generator.analyse.tables import words
from generator.analyse.tokens import Token

ARABIC = re.compile(r"(?:[A-Z]\w+ )*(?:al|el|as|az|ar|ad|an|at|asch|esch)-[A-Z]\w+")


def arabic(sentence: tuple[Token, ...], chunks: list[Chunk]) -> list[Chunk]:
    """ "al-Masri", "Karim al-Masri": a family name with the Arabic article in lower case is a person's."""
    found: list[Chunk] = []
    for chunk in chunks:
        name = form(sentence, chunk)
        listed = name[:1].upper() + name[1:]
        if listed in organisations() or listed.removesuffix("s") in organisations():
            chunk = replace(chunk, kind="organisation", weight=1.0) if ARABIC.fullmatch(name) else chunk
        elif ARABIC.fullmatch(name):
            chunk = replace(chunk, kind="person", weight=1.0)
            if found and found[-1].last == chunk.first and _given(sentence, found[-1]):
                chunk = replace(chunk, first=found.pop().first)
        found.append(chunk)
    return found


def _given(sentence: tuple[Token, ...], chunk: Chunk) -> bool:
    """Whether a name can be a given name: of a person, or of a single word that no table of places has."""
    name = form(sentence, chunk)
    return chunk.kind == "person" or not (" " in name or known_place(name) or gazetteer.towns_named(name))


def family_name_first(sentence: tuple[Token, ...], chunks: list[Chunk], lexicon: Lexicon) -> list[Chunk]:
    """ "Kim Il Sung", "Ban Ki-moon": a family name of the list and one or two syllables, not all German words."""
    surnames = words("", "east_asian_surnames.txt")
    past = 0
    for at, token in enumerate(sentence):
        if at < past or token.text not in surnames:
            continue
        for last in (at + 3, at + 2):
            parts = [t.text for t in sentence[at:last]]
            parts[-1:] = [part.rstrip(".") for part in parts[-1:]]
            if (
                len(parts) == last - at
                and not known_place(" ".join(parts))
                and not gazetteer.towns_named(" ".join(parts))
                and all(p[:1].isupper() and len(p) > 1 and not nations.load().named(p) for p in parts[1:])
                and (_person(chunks, at) or not all(noun(p, lexicon) for p in parts[1:]))
                and east_asian(parts)
                and (
                    at or not lexicon.common(parts[0]) or last == at + 3 or "-" in parts[1] or _foreign(parts, lexicon)
                )
                and not any(c.kind == "person" and _longer(sentence, c, at, last) for c in chunks)
            ):
                chunks = _with(sentence, chunks, Chunk(first=at, last=last, kind="person", weight=1.0), lexicon)
                past = last
                break
    return chunks


def _person(chunks: list[Chunk], at: int) -> bool:
    """Whether the model takes the word at token `at` for a person's."""
    return any(chunk.kind == "person" and chunk.first == at for chunk in chunks)


def _foreign(parts: list[str], lexicon: Lexicon) -> bool:
    """Whether the second of two words at the start of a sentence is no German one, so that the first is a name too."""
    return (
        parts[0].lower() not in words("", "prepositions.txt")
        and parts[1] not in lexicon
        and parts[1].lower() not in lexicon
    )


def _longer(sentence: tuple[Token, ...], chunk: Chunk, first: int, last: int) -> bool:
    """Whether a person's name holds tokens `[first, last)` and more, which is no place that only follows."""
    if not (chunk.first <= first and last < chunk.last):
        return False
    rest = " ".join(token.text for token in sentence[last : chunk.last])
    return chunk.first < first or not known_place(rest)


def _with(sentence: tuple[Token, ...], chunks: list[Chunk], new: Chunk, lexicon: Lexicon) -> list[Chunk]:
    """The chunks with `new`; of a longer one that it cuts only a state, a town or a name of its own stays."""
    if new in chunks:
        return chunks
    kept = []
    for chunk in chunks:
        if not chunk.overlaps(new.first, new.last):
            kept.append(chunk)
            continue
        for first, last in ((chunk.first, new.first), (new.last, chunk.last)):
            rest = " ".join(token.text for token in sentence[first:last])
            if first < last and (nations.load().named(rest) or gazetteer.towns_named(rest)):
                kept.append(Chunk(first=first, last=last, kind="place", weight=chunk.weight))
            elif first < last and not any(lexicon.common(t.text) for t in sentence[first:last]):
                kept.append(replace(chunk, first=first, last=last))
    return sorted([*kept, new], key=lambda c: c.first)


def known_place(name: str) -> bool:
    """Whether the tables know a state, a capital or a region of the name."""
    known = nations.load()
    return bool(known.named(name) or name in known.by_capital or gazetteer.region(name))


def noun(form: str, lexicon: Lexicon) -> bool:
    """Whether the lexicon has a form, spelled exactly so, and not as a proper name."""
    tags = lexicon.tags(form)
    return bool(tags) and not any(tag.startswith("EIG") for tag in tags)
