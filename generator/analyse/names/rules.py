"""Rules on the model's names: where one ends, and what is no name of a person, a place or an organisation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import takewhile

from generator.analyse import nations
from generator.analyse.lexicon import Lexicon
from generator.analyse.names.chunks import Chunk, Sentences, form
from generator.analyse.names.features import institutions, known_names, organisations
from generator.analyse.places import gazetteer
from generator.analyse.roles import offices
from generator.analyse.tables import rows, words
from generator.analyse.tokens import Token

OPENING = frozenset(("„", "“", '"', "»", "‚", "'"))
OPEN = frozenset(("für", "und", "von", "zur", "zum", "der", "des", "of", "for", "de", "&", "-", "/"))
"""Words that no name ends with."""
FILLERS = (("namens",), ("mit", "Namen"), ("mit", "dem", "Namen"))
"""Between a thing and its name."""
APPOSITION = 10
"""Tokens in which a thing's name follows in an apposition."""
REACH = 4
"""Tokens before a name in which its article stands."""
SO_CALLED = frozenset(f"{so}genannte{ending}" for so in ("", "so") for ending in ("", "n", "r", "s", "m"))
INDEFINITE = frozenset(("ein", "eine", "einen", "einem", "einer", "eines"))
CONTRACTED = frozenset(("am", "im", "zum", "zur", "vom", "beim"))
GLUED = re.compile(r"[^\W\d_]{2,}\d\w*")
"""Letters and digits run together: remains of markup, no name."""
MODEL = re.compile(r"[A-Z]?-?\d{3,}[\w-]*|[A-Z]\d+")
"""Number of a model: "747", "A380"."""
ABSTRACT = re.compile(r"(?:heit|keit|tion|tät|ismus|kompetenz|konferenz|komitees?)$")
"""Ends of compounds that name no place."""
COMPOUND = 5
"""Letters of the shortest noun that also counts as the last part of a compound."""


def tidy(tokens: Sentences, chunks: list[list[Chunk]], lexicon: Lexicon) -> list[list[Chunk]]:
    """The names of an article without those of events and things, complete where the model broke off."""
    things = {name for sentence in tokens for name in _things(sentence)}
    things |= {form(s, c) for s, found in zip(tokens, chunks, strict=True) for c in found if _so_called(s, c)}
    things |= {name[:-1] for name in things if name.endswith("s") and " " not in name}
    known = {form(s, c) for s, found in zip(tokens, chunks, strict=True) for c in found if c.kind == "organisation"}
    chunks = [
        [part for c in found for part in _parted(s, c, known, lexicon)] for s, found in zip(tokens, chunks, strict=True)
    ]
    return [
        [
            whole
            for at, chunk in enumerate(found)
            if form(sentence, chunk) not in things
            and _name(form(sentence, chunk))
            and not (chunk.kind != "person" and _event(sentence, chunk))
            and not _common(sentence, chunk, lexicon)
            and (whole := _whole(sentence, chunk, found[at + 1].first if at + 1 < len(found) else len(sentence)))
        ]
        for sentence, found in zip(tokens, chunks, strict=True)
    ]


def _parted(sentence: tuple[Token, ...], chunk: Chunk, known: set[str], lexicon: Lexicon) -> tuple[Chunk, ...]:
    """ "die ABC Norwegen" is the organisation before a state; its head is none of it; "im Haus Linnau" is no person."""
    before = sentence[chunk.first - 1].text if chunk.first else ""
    if chunk.kind == "person" and before in ("im", "ins") and chunk.last - chunk.first > 1:
        return (replace(chunk, kind="place"),)
    last = sentence[chunk.last - 1].text
    short = " ".join(t.text for t in sentence[chunk.first : chunk.last - 1])
    if chunk.kind == "organisation" and short in known and nations.load().named(last):
        return (replace(chunk, last=chunk.last - 1),)
    forename = chunk.last - 2
    if (
        chunk.kind == "organisation"
        and forename >= chunk.first + 2
        and sentence[chunk.first].text.removesuffix("s") in institutions()
        and any(t.endswith("VOR") for t in lexicon.tags(sentence[forename].text.partition("-")[0]))
    ):
        return replace(chunk, last=forename), replace(chunk, first=forename, kind="person")
    return (chunk,)


def _common(sentence: tuple[Token, ...], chunk: Chunk, lexicon: Lexicon) -> bool:
    """Whether a name is none here: "am Tatort", "eine Boeing 747", "ein so genannter X", "Hacker" alone."""
    name, first = form(sentence, chunk), sentence[chunk.first].text
    before = [token.text for token in sentence[max(0, chunk.first - REACH) : chunk.first]]
    single = chunk.last - chunk.first == 1
    if chunk.kind == "person":
        if any(GLUED.fullmatch(token.text) for token in sentence[chunk.first : chunk.last]):
            return True
        town = first == "von" and gazetteer.towns_named(name.partition(" ")[2])
        return (single and _people(name, lexicon)) or (town and offices.load().find("".join(before[-1:])) is not None)
    if chunk.kind == "place":
        return single and ABSTRACT.search(name) is not None and lexicon.tail(name) is not None and not _listed(name)
    if chunk.kind != "organisation" or name in organisations():
        return False
    if not single and MODEL.fullmatch(sentence[chunk.last - 1].text):
        return True
    if known_names([name]) or first in words("names", "clubs.txt"):
        after = sentence[chunk.last].text if chunk.last < len(sentence) else ""
        model = MODEL.fullmatch(after) or before[-1:] in (["Marke"], ["Typ"], ["Modell"])
        return single and bool(model or _indefinite(before, lexicon))
    noun = lexicon.has(name, "SUB") and not name.isupper() and name not in institutions()
    return single and noun and bool(before) and before[-1].lower() in words("", "determiners.txt") | CONTRACTED


def _listed(name: str) -> bool:
    return bool(gazetteer.towns_named(name) or gazetteer.region(name) or nations.load().named(name))


def _so_called(sentence: tuple[Token, ...], chunk: Chunk) -> bool:
    return bool(SO_CALLED & {token.text for token in sentence[max(0, chunk.first - 2) : chunk.first]})


def _indefinite(before: list[str], lexicon: Lexicon) -> bool:
    """Whether an indefinite article stands before, with adjectives or none: "ein voll beladener Airbus"."""
    for word in reversed(before):
        if word in INDEFINITE:
            return True
        if not word.islower() or not lexicon.has(word, "ADJ", "PA1", "PA2", "ADV"):
            return False
    return False


def _name(words_: str) -> bool:
    """Whether words can be a name at all: more than a letter, a capital or a known abbreviation."""
    parts = [part for part in words_.split() if any(map(str.isalnum, part))]
    never = words("names", "never.txt")
    if all(part.islower() or part.rstrip(".") in never for part in parts) and words_ not in organisations():
        return "." in words_ and not {part.rstrip(".") for part in parts} & never
    return sum(map(str.isalpha, words_)) > 1


def _event(sentence: tuple[Token, ...], chunk: Chunk) -> bool:
    """ "Leichtathletik-Weltmeisterschaften", "Olympischen Spielen", "Friede von X"."""
    first, last = sentence[chunk.first].text, sentence[chunk.last - 1].text
    things = words("names", "things.txt")
    ship = first.isupper() and first.lower() in things
    thing = ship or (chunk.last - chunk.first > 1 and last.lower() in things)
    words_ = [token.text for token in sentence[chunk.first : chunk.last]]
    small = (at for at, word in enumerate(words_) if at and not word[:1].isupper())
    head = words_[next(small, len(words_)) - 1]
    return thing or any(_ends(form, words("names", "events.txt")) for form in (head, head.removesuffix("n"), last))


def _things(sentence: tuple[Token, ...]) -> Iterator[str]:
    """The capitalised words behind a noun of a thing: "Trägerrakete „X“", "vom Typ X"."""
    for at, token in enumerate(sentence):
        if not token.text[:1].isupper() or not _ends(token.text, words("names", "things.txt")):
            continue
        first = at + 1
        first += next((len(f) for f in FILLERS if [t.text for t in sentence[first : first + len(f)]] == list(f)), 0)
        first += sentence[first : first + 1] != () and sentence[first].text in OPENING
        last = first
        while last < len(sentence) and (sentence[last].text[:1].isupper() or sentence[last].text.isdigit()):
            last += 1
        if last - first > 1 and any(c.isdigit() for c in sentence[last - 1].text):
            yield sentence[first].text
            yield " ".join(t.text for t in sentence[first : last - 1])
        name = " ".join(t.text for t in sentence[first:last])
        if name and not (gazetteer.towns_named(name) or nations.load().named(name) or known_names([name])):
            yield name
        yield from _apposed(sentence, at)


def _apposed(sentence: tuple[Token, ...], thing: int) -> Iterator[str]:
    """ "das größte Schiff der Welt, die „X“": what stands in quotation marks after a comma and an article."""
    forms = [token.text for token in sentence[thing + 1 : thing + 1 + APPOSITION]]
    comma = forms.index(",") if "," in forms else len(forms)
    article, mark = (*forms[comma + 1 : comma + 3], "", "")[:2]
    if article in ("die", "der", "das") and mark in OPENING:
        name = takewhile(lambda form: form[:1].isupper() or form.isdigit(), forms[comma + 3 :])
        yield " ".join(name)


def _ends(form: str, nouns: frozenset[str]) -> bool:
    last = form.lower().rpartition("-")[2]
    return last in nouns or last.endswith(_tails(nouns))


@cache
def _tails(nouns: frozenset[str]) -> tuple[str, ...]:
    """The nouns that also count as the last part of a compound."""
    return tuple(sorted(noun for noun in nouns if len(noun) >= COMPOUND))


def _whole(sentence: tuple[Token, ...], chunk: Chunk, limit: int) -> Chunk | None:
    """A name that ends in "für" goes on to the noun; one that cannot go on loses such words."""
    last = chunk.last
    if chunk.kind == "organisation" and _coordinated(sentence, chunk, limit):
        return replace(chunk, last=last + 2)
    if sentence[last - 1].text in OPEN and last < limit and sentence[last].text[:1].isupper():
        return replace(chunk, last=last + 1)
    while last > chunk.first and sentence[last - 1].text in OPEN:
        last -= 1
    if (
        chunk.first
        and sentence[chunk.first - 1].text == "1."
        and sentence[chunk.first].text in words("names", "clubs.txt")
    ):
        return replace(chunk, first=chunk.first - 1, last=last)
    return replace(chunk, last=last) if last > chunk.first else None


@cache
def group_forms() -> frozenset[str]:
    """Nouns of people without a name: "Hacker"."""
    return frozenset(row["german"] for row in rows("entities", "groups.csv"))


def _people(name: str, lexicon: Lexicon) -> bool:
    """Whether a word is only a plural: "Hacker", "Insidern", "Medienberichten"."""
    tags = lexicon.tags(name)
    plural = bool(tags) and all(tag.startswith("SUB") and ":PLU:" in tag for tag in tags)
    return plural or name in group_forms() or name.removesuffix("n") in group_forms()


def _coordinated(sentence: tuple[Token, ...], chunk: Chunk, limit: int) -> bool:
    """Whether a name "Institut für A" goes on with "und B", after which it ends: a bracket, a mark, a small word."""
    forms = [token.text for token in sentence[chunk.first : chunk.last]]
    more = [token.text for token in sentence[chunk.last : chunk.last + 3]]
    if forms[-2:-1] != ["für"] or len(more) < 3 or chunk.last + 2 > limit:
        return False
    joined, noun, after = more
    return joined == "und" and noun[:1].isupper() and noun.isalpha() and not after[:1].isupper() and not _office(noun)


def _office(form: str) -> bool:
    return offices.load().find(form) is not None
