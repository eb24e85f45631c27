"""Ids that are made from German words once and kept from then on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from generator.analyse.forms import plain
from generator.model import Reference
from generator.read.published import Ids

T = TypeVar("T")
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})
LONGEST = 60
"""Characters of an id."""


def slug(text: str, longest: int = LONGEST) -> str:
    """Lower-case ASCII words with hyphens, cut after a whole word; empty where `text` has no letter or digit."""
    words = re.findall(r"[a-z0-9]+", plain(text.translate(UMLAUTS)))
    kept = words[:1]
    for word in words[1:]:
        if len("-".join(kept)) + 1 + len(word) > longest:
            break
        kept.append(word)
    return "-".join(kept)[:longest]


def unique(wanted: str, taken: Iterable[str]) -> str:
    """`wanted`, or with the first number behind it that makes it new."""
    used = set(taken)
    found, number = wanted, 2
    while found in used:
        found, number = f"{wanted}-{number}", number + 1
    return found


def keep(items: Sequence[T], references: Callable[[T], Iterable[Reference]], before: Ids) -> dict[str, str]:
    """New id by present id: the published one where an item stands at the same places, else its own.

    Published ids go to the items that share most with them (intersection over union of the code points that their
    references mark), each once; an item whose own id is taken so gets a number.

    Args:
        items: values with a field `id`, unique.
        references: where an item stands in the sources.
        before: what was published.
    """
    own = {_id(item): frozenset(references(item)) for item in items}
    pairs = [
        (-overlap, id_ != known, known, at, id_)
        for at, (id_, places) in enumerate(own.items())
        for known, published in before.items()
        if (overlap := shared(places, published)) > 0
    ]
    new: dict[str, str] = {}
    taken: set[str] = set()
    for _, _, known, _, id_ in sorted(pairs):
        if id_ not in new and known not in taken:
            new[id_] = known
            taken.add(known)
    for id_ in own:
        if id_ not in new:
            new[id_] = unique(id_, taken)
            taken.add(new[id_])
    return new


def renamed(items: Iterable[T], new: dict[str, str]) -> tuple[T, ...]:
    """The items with their new ids."""
    return tuple(replace(item, id=new[_id(item)]) for item in items)  # type: ignore[type-var]


def shared(one: frozenset[Reference], other: frozenset[Reference]) -> float:
    """Code points that both mark by those that either marks, 0 to 1."""
    if one == other:
        return 1.0 if one else 0.0
    either = _marked(one | other)
    return (_marked(one) + _marked(other) - either) / either if either else 0.0


def _marked(references: Iterable[Reference]) -> int:
    """Code points under the references, each once."""
    total, document, end = 0, "", 0
    for reference in sorted(references):
        if reference.document != document:
            document, end = reference.document, 0
        total += max(0, reference.span.end - max(end, reference.span.start))
        end = max(end, reference.span.end)
    return total


def _id(item: Any) -> str:
    return str(item.id)
