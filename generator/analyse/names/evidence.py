"""What the whole article says of a name: a form seen as a person once is one elsewhere.

The model reads sentence by sentence. Here its marginal probabilities are summed over the article for every form (after
Krishnan & Manning 2006, without their second model), full names are found again wherever they stand, and names that
begin with the family name are found by their shape.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from generator.analyse import nations
from generator.analyse.forms import east_asian
from generator.analyse.lexicon import Lexicon
from generator.analyse.names.features import organisations
from generator.analyse.names.kinds import NameKind
from generator.analyse.places import gazetteer
from generator.analyse.roles import offices
from generator.analyse.tables import words
from generator.analyse.tokens import Token

SURNAME = 1.0
"""Weight of a full name for its family name standing alone, in marginal probability."""
CLEAR = 1.5
"""How many times the weight of another reading a kind must have to overrule the model."""
NOBLE = frozenset(("von", "van", "de", "del", "della", "di", "da", "dos", "ten", "ter", "bin", "ibn", "bint"))
"""Particles that go on with a name even where the model stopped before them."""
ARABIC = re.compile(r"(?:[A-Z]\w+ )*(?:al|el|as|az|ar|ad|an|at|asch|esch)-[A-Z]\w+")
SURE = 0.5
"""Weight from which an organisation's or a place's name of several words is looked for again."""
LEAST = 0.45
"""Probability that a name must have once in the article: what is less likely everywhere is left out."""
SHORTEST = 3
"""Letters of the shortest form that evidence is gathered for."""
Sentences = tuple[tuple[Token, ...], ...]
Votes = dict[str, dict[NameKind | None, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """A name as the model sees it: tokens `[first, last)` of one sentence."""

    first: int
    last: int
    kind: NameKind
    weight: float
    """The model's probability of this kind, averaged over the tokens."""

    def overlaps(self, first: int, last: int) -> bool:
        return self.first < last and first < self.last


def agree(
    tokens: Sentences, chunks: list[list[Chunk]], outside: list[list[float]], lexicon: Lexicon
) -> list[list[Chunk]]:
    """The names of an article, made consistent.

    Args:
        tokens: of every sentence.
        chunks: the model's names in every sentence, in text order.
        outside: the model's probability that a token belongs to no name, for every token.
    """
    chunks = [_arabic(s, c) for s, c in zip(tokens, chunks, strict=True)]
    chunks = [_with_particles(s, c, lexicon) for s, c in zip(tokens, chunks, strict=True)]
    chunks = [_family_name_first(s, c, lexicon) for s, c in zip(tokens, chunks, strict=True)]
    full = _full_names(tokens, chunks)
    chunks = [_again(s, c, full) for s, c in zip(tokens, chunks, strict=True)]
    votes = _votes(tokens, chunks, outside)
    chunks = [_single(s, c, votes, lexicon) for s, c in zip(tokens, chunks, strict=True)]
    return _sure(tokens, chunks)


def _sure(tokens: Sentences, chunks: list[list[Chunk]]) -> list[list[Chunk]]:
    """The names that are likely once in the article, and the places of the tables."""
    paired = list(zip(tokens, chunks, strict=True))
    sure = {
        (chunk.kind, name)
        for sentence, found in paired
        for chunk in found
        for name in (form(sentence, chunk),)
        if chunk.weight >= LEAST or (chunk.kind == "place" and _place(name))
    }
    return [[chunk for chunk in found if (chunk.kind, form(sentence, chunk)) in sure] for sentence, found in paired]


def form(sentence: tuple[Token, ...], chunk: Chunk) -> str:
    """The words of a name, single-spaced."""
    return " ".join(token.text for token in sentence[chunk.first : chunk.last])


def _arabic(sentence: tuple[Token, ...], chunks: list[Chunk]) -> list[Chunk]:
    """ "al-Masri", "Karim al-Masri": a family name with the Arabic article in lower case is a person's."""
    found: list[Chunk] = []
    for chunk in chunks:
        name = form(sentence, chunk)
        if ARABIC.fullmatch(name) and name not in organisations():
            chunk = replace(chunk, kind="person", weight=1.0)
            if found and found[-1].kind == "person" and found[-1].last == chunk.first:
                chunk = replace(chunk, first=found.pop().first)
        found.append(chunk)
    return found


def _family_name_first(sentence: tuple[Token, ...], chunks: list[Chunk], lexicon: Lexicon) -> list[Chunk]:
    """ "Kim Il Sung", "Ban Ki-moon": a family name of the list and one or two syllables, not all German words."""
    surnames = words("", "east_asian_surnames.txt")
    for at, token in enumerate(sentence):
        if token.text not in surnames:
            continue
        for last in (at + 3, at + 2):
            parts = [t.text for t in sentence[at:last]]
            if (
                len(parts) == last - at
                and all(p[:1].isupper() and not nations.load().named(p) for p in parts[1:])
                and not all(_noun(p, lexicon) for p in parts[1:])
                and east_asian(parts)
                and (at or not lexicon.common(parts[0]) or last == at + 3 or "-" in parts[1])
                and not any(c.kind == "person" and _longer(sentence, c, at, last) for c in chunks)
            ):
                chunks = _with(sentence, chunks, Chunk(first=at, last=last, kind="person", weight=1.0), lexicon)
                break
    return chunks


def _longer(sentence: tuple[Token, ...], chunk: Chunk, first: int, last: int) -> bool:
    """Whether a person's name holds tokens `[first, last)` and more, which is no place that only follows."""
    if not (chunk.first <= first and last < chunk.last):
        return False
    rest = " ".join(token.text for token in sentence[last : chunk.last])
    return chunk.first < first or not _place(rest)


def _place(name: str) -> bool:
    """Whether the tables know a state, a capital or a region of the name."""
    known = nations.load()
    return bool(known.named(name) or name in known.by_capital or gazetteer.region(name))


def _noun(form: str, lexicon: Lexicon) -> bool:
    """Whether the lexicon has a form, spelled exactly so, and not as a proper name."""
    tags = lexicon.tags(form)
    return bool(tags) and not any(tag.startswith("EIG") for tag in tags)


def _with_particles(sentence: tuple[Token, ...], chunks: list[Chunk], lexicon: Lexicon) -> list[Chunk]:
    """ "Otto von der Linnau" where the model stopped before the particle; "Anna von der Schule" stays "Anna"."""
    joined = []
    for chunk in chunks:
        last = chunk.last
        while last < len(sentence) and sentence[last].text in words("", "particles.txt"):
            last += 1
        opened = sentence[chunk.last].text in NOBLE if chunk.last < last < len(sentence) else False
        surname = sentence[last].text if opened else ""
        known = nations.load().named(surname) or gazetteer.towns_named(surname) or gazetteer.region(surname)
        if chunk.kind == "person" and surname[:1].isupper() and not known and not lexicon.common(surname):
            chunk = replace(chunk, last=last + 1)
        joined.append(chunk)
    return [c for i, c in enumerate(joined) if not any(o.overlaps(c.first, c.last) for o in joined[:i])]


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


def _full_names(tokens: Sentences, chunks: list[list[Chunk]]) -> dict[str, list[tuple[tuple[str, ...], NameKind]]]:
    """Names of several words by their first word, longest first."""
    counted: dict[tuple[str, ...], dict[NameKind, float]] = defaultdict(lambda: defaultdict(float))
    for sentence, found in zip(tokens, chunks, strict=True):
        for chunk in found:
            if chunk.last - chunk.first > 1:
                counted[tuple(t.text for t in sentence[chunk.first : chunk.last])][chunk.kind] += chunk.weight
    full: dict[str, list[tuple[tuple[str, ...], NameKind]]] = defaultdict(list)
    for form, kinds in sorted(counted.items(), key=lambda item: (-len(item[0]), item[0])):
        kind = max(kinds, key=kinds.__getitem__)
        if kind == "person" or kinds[kind] >= SURE:
            full[form[0]].append((form, kind))
    return full


def _again(
    sentence: tuple[Token, ...], chunks: list[Chunk], full: Mapping[str, list[tuple[tuple[str, ...], NameKind]]]
) -> list[Chunk]:
    """Full names that the model missed or took for something else where they stand again."""
    for at, token in enumerate(sentence):
        for form, kind in full.get(token.text, ()):
            last = at + len(form)
            parts = [t.text for t in sentence[at:last]]
            if len(parts) < len(form) or parts[:-1] != list(form[:-1]) or parts[-1] not in (form[-1], form[-1] + "s"):
                continue
            over = [c for c in chunks if c.overlaps(at, last)]
            if any(c.first < at or last < c.last for c in over):
                break
            if not (len(over) == 1 and over[0].kind == kind and (over[0].first, over[0].last) == (at, last)):
                new = Chunk(first=at, last=last, kind=kind, weight=1.0)
                chunks = sorted([*(c for c in chunks if c not in over), new], key=lambda c: c.first)
            break
    return chunks


def _votes(tokens: Sentences, chunks: list[list[Chunk]], outside: list[list[float]]) -> Votes:
    """Weight of every kind, and of no name (None), for single words without genitive ending."""
    forms = {t.text for sentence in tokens for t in sentence}
    votes: Votes = defaultdict(lambda: defaultdict(float))
    for sentence, found, none in zip(tokens, chunks, outside, strict=True):
        inside = {i for c in found for i in range(c.first, c.last)}
        for chunk in found:
            last = bare(sentence[chunk.last - 1].text, forms)
            if chunk.last - chunk.first == 1:
                votes[last][chunk.kind] += chunk.weight
            elif chunk.kind == "person":
                first, *_ = parts = [t.text for t in sentence[chunk.first : chunk.last]]
                votes[first if east_asian(parts) else last]["person"] += SURNAME
        for at, token in enumerate(sentence):
            if at not in inside and token.text[:1].isupper():
                votes[bare(token.text, forms)][None] += none[at]
    return votes


def bare(form: str, forms: Iterable[str]) -> str:
    """A form without its genitive ending, where the article has it without."""
    return form[:-1] if form.endswith("s") and form[:-1] in forms else form


def _single(sentence: tuple[Token, ...], chunks: list[Chunk], votes: Votes, lexicon: Lexicon) -> list[Chunk]:
    """Names of one word under the kind that the article gives them most."""
    kept = [c for c in chunks if c.last - c.first > 1]
    own = {c.first: c for c in chunks if c.last - c.first == 1}
    inside = {i for c in kept for i in range(c.first, c.last)}
    for at, token in enumerate(sentence):
        chunk = own.get(at)
        counted = votes.get(bare(token.text, votes))
        if at in inside or (counted is None and chunk is None):
            continue
        if counted is None or len(token.text) < SHORTEST:
            kept += [chunk] if chunk else []
            continue
        best = max((k for k in counted if k), key=lambda k: counted[k], default=None)
        current = chunk.kind if chunk else None
        clear = best is not None and best != current and counted[best] >= CLEAR * counted[current]
        held = best == "person" and at > 0 and offices.load().find(sentence[at - 1].text) is not None
        if clear and (chunk or held or not _doubtful(sentence, at, lexicon)):
            kept.append(Chunk(first=at, last=at + 1, kind=best or "person", weight=1.0))
        elif chunk:
            kept.append(chunk)
    return sorted(kept, key=lambda c: c.first)


def _doubtful(sentence: tuple[Token, ...], at: int, lexicon: Lexicon) -> bool:
    """Whether a word that the model passed over may be a common noun here, or the start of a sentence."""
    form = sentence[at].text
    if not form[:1].isupper() or _noun(form, lexicon) or (not at and form.lower() in lexicon):
        return True
    before = sentence[at - 1].text if at else ""
    return lexicon.has(form, "SUB", "ADJ", "VER") and before.lower() in words("", "determiners.txt")
