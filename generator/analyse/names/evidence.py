"""What the whole article says of a name: a form seen as a person once is one elsewhere.

The model reads sentence by sentence. Here its marginal probabilities are summed over the article for every form (after
Krishnan & Manning 2006, without their second model), full names are found again wherever they stand, and names that
begin with the family name are found by their shape.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.analyse import nations
from generator.analyse.forms import east_asian
from generator.analyse.lexicon import Lexicon
from generator.analyse.names import bounds, foreign
from generator.analyse.names.chunks import Chunk, Sentences, form
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
FROM = frozenset(("von", "vom"))
"""Particles that also stand before somebody's employer."""
SURE = 0.5
"""Weight from which an organisation's or a place's name of several words is looked for again."""
LEAST = 0.45
"""Probability that a name must have once in the article: what is less likely everywhere is left out."""
SHORTEST = 3
"""Letters of the shortest form that evidence is gathered for."""
Votes = dict[str, dict[NameKind | None, float]]


def agree(
    tokens: Sentences, chunks: list[list[Chunk]], outside: list[list[float]], lexicon: Lexicon
) -> list[list[Chunk]]:
    """The names of an article, made consistent.

    Args:
        tokens: of every sentence.
        chunks: the model's names in every sentence, in text order.
        outside: the model's probability that a token belongs to no name, for every token.
    """
    chunks = [foreign.arabic(s, c) for s, c in zip(tokens, chunks, strict=True)]
    chunks = [_with_particles(s, c, lexicon) for s, c in zip(tokens, chunks, strict=True)]
    chunks = [foreign.family_name_first(s, c, lexicon) for s, c in zip(tokens, chunks, strict=True)]
    chunks = bounds.mend(tokens, chunks, lexicon)
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
        if chunk.weight >= LEAST or (chunk.kind == "place" and foreign.known_place(name))
    }
    return [[chunk for chunk in found if (chunk.kind, form(sentence, chunk)) in sure] for sentence, found in paired]


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
        joined.append(_without_body(sentence, chunk) if chunk.kind == "person" else chunk)
    return [c for i, c in enumerate(joined) if not any(o.overlaps(c.first, c.last) for o in joined[:i])]


def _without_body(sentence: tuple[Token, ...], chunk: Chunk) -> Chunk:
    """ "Anna Linnau von der Karst" before "Bank", "Anna Linnau von der ABC": whom she works for is not in her name."""
    following = sentence[chunk.last].text if chunk.last < len(sentence) else ""
    particles = [at for at in range(chunk.first + 1, chunk.last) if sentence[at].text in FROM]
    last = sentence[chunk.last - 1].text
    short = last.isupper() and len(last) > 1 and last.isalpha()
    if not particles or particles[0] < chunk.first + 2:
        return chunk
    if not (short or following[:1].isupper() or following.isdigit()):
        return chunk
    return replace(chunk, last=particles[0])


def _full_names(tokens: Sentences, chunks: list[list[Chunk]]) -> dict[str, list[tuple[tuple[str, ...], NameKind]]]:
    """Names of several words by their first word, longest first."""
    counted: dict[tuple[str, ...], dict[NameKind, float]] = defaultdict(lambda: defaultdict(float))
    for sentence, found in zip(tokens, chunks, strict=True):
        for chunk in found:
            if chunk.last - chunk.first > 1:
                counted[tuple(t.text for t in sentence[chunk.first : chunk.last])][chunk.kind] += chunk.weight
    full: dict[str, list[tuple[tuple[str, ...], NameKind]]] = defaultdict(list)
    for name, kinds in sorted(counted.items(), key=lambda item: (-len(item[0]), item[0])):
        kind = max(kinds, key=kinds.__getitem__)
        if kind == "person" or kinds[kind] >= SURE:
            full[name[0]].append((name, kind))
    return full


def _again(
    sentence: tuple[Token, ...], chunks: list[Chunk], full: Mapping[str, list[tuple[tuple[str, ...], NameKind]]]
) -> list[Chunk]:
    """Full names that the model missed or took for something else where they stand again."""
    for at, token in enumerate(sentence):
        for name, kind in full.get(token.text, ()):
            last = at + len(name)
            parts = [t.text for t in sentence[at:last]]
            if len(parts) < len(name) or parts[:-1] != list(name[:-1]) or parts[-1] not in (name[-1], name[-1] + "s"):
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
    if not form[:1].isupper() or foreign.noun(form, lexicon) or (not at and form.lower() in lexicon):
        return True
    before = sentence[at - 1].text if at else ""
    return lexicon.has(form, "SUB", "ADJ", "VER") and before.lower() in words("", "determiners.txt")
