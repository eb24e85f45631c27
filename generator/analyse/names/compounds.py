"""Names inside compounds: "UN" in "UN-Generalsekretär", "Kreml" in "Kreml-Chef"."""

from __future__ import annotations

from collections.abc import Mapping

from generator.analyse import nations
from generator.analyse.lexicon import Lexicon
from generator.analyse.names.features import organisations
from generator.analyse.names.kinds import NameKind, NameSpan
from generator.analyse.places import gazetteer, nouns
from generator.analyse.roles import offices
from generator.analyse.tables import words
from generator.analyse.tokens import Token
from generator.model import Span

SHORTEST = 2
"""Letters of the shortest name in a compound."""


def find(token: Token, label: NameKind | None, seen: Mapping[str, NameKind], lexicon: Lexicon) -> NameSpan | None:
    """The name that opens a hyphenated compound; None where the compound opens with a common word.

    "Burmey-Distrikt" is the name of a place as a whole.

    Args:
        label: what the model takes the name in it for, None where it sees no name in it.
        seen: the kind of every name, and part of a person's name, that the article has elsewhere.
    """
    form = token.text
    cut = _cut(form, seen, lexicon)
    if cut is None:
        return None
    first = form[:cut]
    if form[cut + 1 :] in words("names", "units.txt"):
        return None
    kind = known(first, seen)
    if kind is None and nouns.find(form[cut + 1 :]) and not lexicon.has(first, "SUB", "ADJ"):
        return NameSpan(span=Span(start=token.start, end=token.end), kind="place", part=False)
    kind = kind or (None if lexicon.has(first, "SUB") else label or _listed(first))
    if kind is None or len(first) < SHORTEST:
        return None
    return NameSpan(span=Span(start=token.start, end=token.start + cut), kind=kind, part=True)


def _cut(form: str, seen: Mapping[str, NameKind], lexicon: Lexicon) -> int | None:
    """Length of what may be a name: up to the last hyphen, or to an earlier one where that much is a known name."""
    if not form[:1].isupper():
        return None
    cuts = [at for at, sign in enumerate(form) if sign in "-‐‑" and 0 < at < len(form) - 1]
    for cut in reversed(cuts):
        if known(form[:cut], seen):
            return cut
    if not cuts:
        return None
    head = form[cuts[-1] + 1 :]
    common = head[:1].islower() or lexicon.has(head, "SUB") or offices.load().find(head) is not None
    return cuts[0] if common else None


def known(name: str, seen: Mapping[str, NameKind]) -> NameKind | None:
    """The kind of a name by the tables and by the article."""
    if nations.load().named(name):
        return "place"
    if name in organisations() or name in offices.parties():
        return "organisation"
    return seen.get(name) or ("place" if gazetteer.region(name) else None)


def _listed(name: str) -> NameKind | None:
    return "place" if gazetteer.towns_named(name) else None
