"""What a word form can be: noun, determiner, verb; its cases, mood, lemmas. Each is read from the lexicon once."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.analyse.article import article_words, prepositions
from generator.analyse.lexicon import Lexicon, Reading
from generator.analyse.tables import words

CASES = ("NOM", "GEN", "DAT", "AKK")
SHAPES = ("MAS", "FEM", "NEU", "PLU")
ALL = (1 << 16) - 1
"""One bit for each case of each gender in the singular, and of the plural."""
NOMINATIVE, GENITIVE, DATIVE, ACCUSATIVE = (0xF << (4 * at) for at in range(4))
PLURAL = sum(1 << (4 * at + 3) for at in range(4))
MIXED, STRICT, INDICATIVE = "mixed", "konjunktiv", "indicative"
SHORTEST_HEAD = 4
"""Letters of the shortest last part from which a compound's gender is taken."""
SHORT_HEADS = frozenset(("rat", "amt", "tag"))
"""Shorter last parts that name bodies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A spelling with everything it can be."""

    noun: int = 0
    """Cases as a noun or name, 0 where it is none."""
    guessed: bool = False
    """The lexicon knows only the last part of the noun."""
    name: bool = False
    """Only known as a proper name, or unknown and capitalised."""
    proper: bool = False
    """Can be a proper name."""
    determiner: int = 0
    """Cases as article, determiner or pronoun."""
    pronoun: bool = False
    """A personal or indefinite pronoun that stands alone: "er", "man"."""
    adjective: bool = False
    adverb: bool = False
    preposition: bool = False
    finite: tuple[str, ...] = ()
    """Lemmas as a finite verb of the third person."""
    mood: str = INDICATIVE
    """Of the finite verb: Konjunktiv only, Konjunktiv by spelling alone ("sollte", "sagten"), indicative."""
    present: bool = False
    """Konjunktiv I and no other finite form."""
    singular: bool = False
    plural: bool = False
    infinitive: tuple[str, ...] = ()
    zu: tuple[str, ...] = ()
    """Lemmas as an infinitive with "zu" inside: "mitzuteilen"."""
    participle: tuple[str, ...] = ()
    attributive: bool = False
    """Can stand before a noun as an inflected adjective or participle."""
    joined: bool = False
    """A finite form with its particle in front, as in subordinate clauses: "mitteilte"."""

    @property
    def verbal(self) -> bool:
        return bool(self.finite or self.infinitive or self.participle or self.zu)


NAME = re.compile(
    r"[a-z.]{1,6}-[A-ZÄÖÜ]|[\w-]+\.(?:de|com|org|net|at|ch|eu|ru|uk)$|[a-z]{3}$|[a-zäöü]+\.[a-z]{2}$|[a-z]+[A-Z]"
)
"""Names that begin with a small letter: "al-Dschasira", "zeitung.de", "taz"."""


INNER_ZU = re.compile(
    r"(ab|an|auf|aus|bei|dar|durch|ein|entgegen|fest|fort|heraus|herein|hervor|hin|hinaus|hinzu|mit|nach|nieder|um|vor|voran|"
    r"voraus|vorbei|weg|weiter|wieder|zurück|zusammen)zu([a-zäöüß]{2,}n)$"
)
"""An infinitive with "zu" inside that the lexicon does not know: "voranzutreiben"."""


class Forms:
    """Forms by spelling, each looked up once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._known: dict[str, Form] = {}

    def __getitem__(self, spelling: str) -> Form:
        found = self._known.get(spelling)
        if found is None:
            found = self._known[spelling] = self._read(spelling)
        return found

    def opening(self, spelling: str) -> Form:
        """The form of a word that stands first in a sentence, where a capital says nothing."""
        small = spelling[:1].lower() + spelling[1:]
        if small == spelling:
            return self[spelling]
        lower = self[small]
        if lower.determiner or lower.preposition or lower.pronoun or small in words("", "determiners.txt"):
            return lower
        upper = self[spelling]
        known = self._lexicon.has(spelling, "SUB", "EIG")
        if known and not (lower.adverb or (lower.adjective and not self._lexicon.has(spelling, "SUB:NOM"))):
            return upper
        order = all(tag.startswith(("VER:IMP", "VER:1", "VER:2")) for tag in self._lexicon.tags(small))
        return lower if self._lexicon.number(small) is not None and not order and not (known and upper.name) else upper

    def _read(self, spelling: str) -> Form:
        readings = self._lexicon.readings(spelling)
        if spelling[:1].isupper() or spelling[:1].isdigit():
            return self._noun(spelling, readings)
        if not readings and NAME.match(spelling):
            return Form(noun=ALL, name=True, proper=True)
        if not readings and (inner := INNER_ZU.match(spelling)):
            return Form(zu=(inner[1] + inner[2],))
        if not readings:
            return Form(adjective=spelling[:1].islower() and spelling.endswith(("e", "en", "er", "es", "em")))
        return _small(spelling, readings)

    def _noun(self, spelling: str, readings: tuple[Reading, ...]) -> Form:
        if spelling[:1].isdigit():
            return Form(adjective=True)
        cases = _cases(r.tag for r in readings if r.tag.startswith("SUB"))
        named = _cases(r.tag for r in readings if r.tag.startswith("EIG"))
        if spelling.endswith("e") and any(r.tag.endswith(":ADJ") for r in readings):
            cases |= PLURAL & (NOMINATIVE | ACCUSATIVE)
        if not cases and not named and not any(r.tag.startswith(("ADJ", "PA", "ADV", "PRP")) for r in readings):
            cases = self._head(spelling)
            if cases:
                return Form(noun=cases, guessed=True)
        if not cases and not named:
            return Form(noun=ALL, name=True, proper=True, adjective=spelling.endswith("er") and bool(readings))
        adjective = any(r.tag.endswith(":ADJ") for r in readings) or (
            spelling.endswith("er") and any(r.tag.startswith("ADJ") for r in readings)
        )
        return Form(noun=cases | named, name=not cases, proper=bool(named), adjective=adjective)

    def _head(self, spelling: str) -> int:
        """Cases of an unknown compound, after its longest known last part."""
        for at in range(1, len(spelling) - 2):
            part = spelling[at:].lstrip("-")
            if len(part) < SHORTEST_HEAD and part not in SHORT_HEADS:
                continue
            tail = part[0].upper() + part[1:]
            cases = _cases(tag for tag in self._lexicon.tags(tail) if tag.startswith("SUB"))
            if cases:
                return cases
        return 0


def _small(spelling: str, readings: tuple[Reading, ...]) -> Form:
    tags = [(r.lemma, r.tag, r.tag.split(":")) for r in readings]
    determiner = _cases(tag for _, tag, parts in tags if parts[0] in ("ART", "PRO"))
    closed = any(parts[0] in ("ART", "KON", "PRP") for _, _, parts in tags) or spelling in prepositions()
    third = [] if closed else [(le, parts) for le, _, parts in tags if parts[0] == "VER" and "3" in parts]
    moods = {mark for _, parts in third for mark in ("KJ1", "KJ2", "PRÄ", "PRT") if mark in parts}
    subjunctive, indicative = bool(moods & {"KJ1", "KJ2"}), bool(moods & {"PRÄ", "PRT"})
    return Form(
        determiner=determiner or (ALL if spelling in article_words() else 0),
        pronoun=spelling in words("quotations", "pronouns.txt"),
        adjective=any(parts[0] in ("ADJ", "PA1", "PA2", "ZAL") for _, _, parts in tags),
        adverb=any(parts[0] in ("ADV", "NEG") for _, _, parts in tags),
        preposition=spelling in prepositions(),
        finite=tuple(dict.fromkeys(le for le, _ in third)),
        mood=(MIXED if indicative else STRICT) if subjunctive else INDICATIVE,
        present=moods == {"KJ1"} or spelling in ("sei", "seien"),
        singular=any("SIN" in parts for _, parts in third),
        plural=any("PLU" in parts for _, parts in third),
        infinitive=tuple(dict.fromkeys(le for le, _, parts in tags if parts[0] == "VER" and "INF" in parts)),
        zu=tuple(dict.fromkeys(le for le, _, parts in tags if parts[0] == "VER" and "EIZ" in parts)),
        participle=tuple(dict.fromkeys(le for le, _, parts in tags if parts[0] == "VER" and "PA2" in parts)),
        attributive=any(parts[0] in ("ADJ", "PA1", "PA2") and "PRD" not in parts for _, _, parts in tags),
        joined=any("NEB" in parts for _, parts in third),
    )


def _cases(tags: object) -> int:
    """The case bits of tags such as `SUB:GEN:SIN:MAS` or `ART:DEF:DAT:PLU:FEM`."""
    bits = 0
    for tag in tags:  # type: ignore[attr-defined]
        parts = tag.split(":")
        for case in range(4):
            if CASES[case] in parts:
                if "PLU" in parts:
                    bits |= 1 << (4 * case + 3)
                elif "ALG" in parts:
                    bits |= 0x7 << (4 * case)
                else:
                    bits |= sum(1 << (4 * case + at) for at in range(3) if SHAPES[at] in parts)
    return bits
