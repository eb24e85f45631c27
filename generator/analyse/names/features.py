"""What the name model sees of a token: itself, its neighbours, what tables and lexicon know of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from generator.analyse import nations
from generator.analyse.lexicon import Lexicon
from generator.analyse.names.words import WordTable
from generator.analyse.places import gazetteer, nouns
from generator.analyse.roles import offices
from generator.analyse.tables import rows, words

REACH = 2
"""Tokens on either side that a token's features tell of."""
KEPT = 60_000
"""Forms whose properties are kept in memory."""
DEPTHS = (4, 7, 10)
"""Bits of a cluster's path that make a coarser class."""
KINDS = ("VOR", "NAC", "STD", "COU", "GEB", "WAT", "MOU", "GEO", "PER")
"""Sorts of proper name in the lexicon's tags."""


@dataclass(frozen=True, slots=True)
class Form:
    """What is known of one form, ready as features for each distance from the token in question."""

    around: tuple[tuple[str, ...], ...]
    """Features for the distances -REACH to REACH."""
    cluster: str
    shape: str
    tags: str


class Features:
    """Features of sentences, with a memory of forms seen."""

    def __init__(self, lexicon: Lexicon, table: WordTable) -> None:
        self._lexicon = lexicon
        self._table = table
        self._forms: dict[str, Form] = {}

    def sentence(self, forms: Sequence[str]) -> list[list[str]]:
        """One list of features a token."""
        known = [self._form(form) for form in forms]
        last = len(forms) - 1
        listed = known_names(forms)
        found = []
        for at, form in enumerate(known):
            own = list(form.around[REACH])
            for distance in range(-REACH, REACH + 1):
                there = at + distance
                if distance == 0:
                    continue
                if 0 <= there <= last:
                    own += known[there].around[distance + REACH]
                else:
                    own.append(f"{distance}|end")
            before = known[at - 1] if at else EDGE
            after = known[at + 1] if at < last else EDGE
            own += (
                f"c-c|{before.cluster}|{form.cluster}",
                f"cc|{form.cluster}|{after.cluster}",
                f"c-c+|{before.cluster}|{after.cluster}",
                f"s-s|{before.shape}|{form.shape}",
                f"ss|{form.shape}|{after.shape}",
                f"sss|{before.shape}|{form.shape}|{after.shape}",
                f"t-t|{before.tags}|{form.tags}",
                f"tt|{form.tags}|{after.tags}",
                f"ts|{before.tags}|{form.shape}|{after.tags}",
                f"w-c|{forms[at - 1].lower() if at else '^'}|{form.cluster}",
                f"cw|{form.cluster}|{forms[at + 1].lower() if at < last else '$'}",
                *listed.get(at, ()),
            )
            found.append(own)
        return found

    def _form(self, form: str) -> Form:
        known = self._forms.get(form)
        if known is None:
            if len(self._forms) >= KEPT:
                self._forms.clear()
            known = self._forms[form] = self._look(form)
        return known

    def _look(self, form: str) -> Form:
        lower, shape = form.lower(), outline(form)
        path, forename, surname = self._class(form)
        tags = self._tags(form)
        flags = [*self._flags(form)]
        flags += ["forename"] * forename + ["surname"] * surname
        cluster = path or f"?{shape}"
        coarse = [f"c{depth}|{path.ljust(16, '0')[:depth]}" for depth in DEPTHS] if path else []
        near = (f"w|{lower}", f"c|{cluster}", f"s|{shape}", f"t|{tags}", *coarse, *(f"k|{k}" for k in flags))
        far = (f"w|{lower}", f"c|{cluster}", f"k|{'+'.join(flags) or shape}")
        own = [f"W|{form}", *near, f"n|{self._lexicon.number(form)}", f"l|{min(len(form), 12)}"]
        own += [f"p{n}|{form[:n]}" for n in (2, 3, 4) if len(form) > n]
        own += [f"e{n}|{lower[-n:]}" for n in (1, 2, 3, 4, 5) if len(form) > n]
        own += self._parts(form)
        side = near + ((f"e3|{lower[-3:]}",) if len(form) > 4 else ())
        around = tuple(
            tuple(own) if distance == 0 else tuple(f"{distance}|{f}" for f in (side if abs(distance) == 1 else far))
            for distance in range(-REACH, REACH + 1)
        )
        return Form(around=around, cluster=cluster, shape=shape, tags=tags + "+".join(flags[:1]))

    def _class(self, form: str) -> tuple[str, bool, bool]:
        """Cluster and name lists; a genitive is looked up without its ending, a double name by its parts."""
        path, forename, surname = self._table.find(form)
        if not path and form[-1:] in ("s", "'", "’") and len(form) > 3:
            base = self._table.find(form.rstrip("'’") if form[-1] != "s" else form[:-1])
            path, forename, surname = base[0], forename or base[1], surname or base[2]
        if not path and form.isupper() and len(form) > 4:
            path = self._table.find(form.capitalize())[0]
        first, dash, last = form.rpartition("-")
        if dash and not path:
            forename = forename or all(self._table.find(part)[1] for part in form.split("-"))
            surname = surname or (self._table.find(last)[2] and self._table.find(first)[2])
        return path, forename, surname

    def _tags(self, form: str) -> str:
        """Coarse classes of the lexicon: word classes, kinds of proper names."""
        tags = self._lexicon.tags(form)
        lower = ""
        if not tags and form[:1].isupper():
            tags, lower = self._lexicon.tags(form.lower()), "~"
        classes = {tag[:3] for tag in tags}
        if "EIG" in classes:
            classes |= {kind for tag in tags for kind in KINDS if tag.endswith(kind)}
        return lower + ".".join(sorted(classes))

    def _flags(self, form: str) -> list[str]:
        base = form[:-1] if form.endswith("s") else form
        found = []
        states = nations.load()
        if states.named(form):
            found.append("state")
        elif states.described(form):
            found.append("of-state")
        if form[:1].isupper():
            if gazetteer.towns_named(form) or (base != form and gazetteer.towns_named(base)):
                found.append("town")
            if gazetteer.region(form) or gazetteer.region(base):
                found.append("region")
            if form in organisations() or form in offices.parties():
                found.append("organisation")
            if form in words("names", "clubs.txt"):
                found.append("club")
            if offices.load().find(form):
                found.append("office")
            if form in words("", "titles.txt"):
                found.append("title")
            found += self._noun(form)
            if form.endswith("er") and any(map(gazetteer.towns_named, (form[:-2], form[:-2] + "en"))):
                found.append("of-town")
        elif form in words("", "particles.txt"):
            found.append("particle")
        return found

    def _noun(self, form: str) -> list[str]:
        """What a common noun says of the name behind it: "Fluggesellschaft X", "Flughafen X", "Trägerrakete X"."""
        last = self._lexicon.tail(form.rpartition("-")[2]) or form.rpartition("-")[2]
        bases = {form, last, last.removesuffix("n"), last.removesuffix("en"), last.removesuffix("s")}
        found = ["institution"] if bases & institutions() else []
        found += ["kind"] if nouns.find(form) or nouns.find(last) else []
        return found + (["thing"] if last.lower() in words("names", "things.txt") else [])

    def _parts(self, form: str) -> list[str]:
        """Features of the parts of a compound, with hyphens or without."""
        if "-" in form.strip("-"):
            parts = form.strip("-").split("-")
            first, last = parts[0], parts[-1]
            found = [f"h1|{first.lower()}", f"h2|{last.lower()}", f"hn|{len(parts)}"]
            found += [f"hc1|{self._class(first)[0]}", f"hc2|{self._class(last)[0]}", f"ht2|{self._tags(last)}"]
            found += [f"hk1|{k}" for k in self._flags(first)] + [f"hk2|{k}" for k in self._flags(last)]
            return found
        if not form[:1].isupper() or len(form) < 7 or not form.isalpha() or form in self._lexicon:
            return []
        tail = self._lexicon.tail(form)
        if tail:
            return [f"x|{tail.lower()}", f"xc|{self._class(tail)[0]}"]
        return ["x|none"]


def known_names(forms: Sequence[str]) -> dict[int, tuple[str, ...]]:
    """Features of the tokens that make up, longest first, an organisation of the list `known.txt`."""
    known = _known()
    found: dict[int, tuple[str, ...]] = {}
    at = 0
    while at < len(forms):
        names = known.get(forms[at], ())
        size = next((len(name) for name in names if tuple(forms[at : at + len(name)]) == name), 0)
        for inside in range(at, at + size):
            found[inside] = (f"known|{'B' if inside == at else 'I'}", f"known|{'long' if size > 1 else 'one'}")
        at += max(size, 1)
    return found


@cache
def _known() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The names of the list by their first word, longest first; one word also in the genitive."""
    table: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for line in words("names", "known.txt"):
        parts = tuple(line.split())
        table[parts[0]].append(parts)
        if len(parts) == 1 and not line.endswith("s"):
            table[line + "s"].append((line + "s",))
    return {first: tuple(sorted(names, key=lambda n: (-len(n), n))) for first, names in table.items()}


EDGE = Form(around=(), cluster="#", shape="#", tags="#")


def outline(form: str) -> str:
    """The shape of a form: "Xx", "XX", "Xx-Xx", "x.", "dd"."""
    letters = re.sub(r"[A-ZÄÖÜÀ-ÖØ-Þ]", "X", form)
    letters = re.sub(r"[^\W\d_X]", "x", letters)
    return re.sub(r"(.)\1+", r"\1\1", re.sub(r"\d", "d", letters))[:12]


@cache
def institutions() -> frozenset[str]:
    """Nouns of institutions: "Behörde"."""
    return frozenset(row["german"] for row in rows("entities", "institutions.csv"))


@cache
def organisations() -> frozenset[str]:
    """Abbreviations and one-word names of organisations in the table."""
    return frozenset(
        word for row in rows("entities", "organisations.csv") for word in (row["abbreviation"], row["german"]) if word
    )
