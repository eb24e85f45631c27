"""Short German phrases after an office, in English: "für natürliche Ressourcen", "der Vereinten Nationen", "Polens"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from generator.analyse import nations
from generator.analyse.english.lookup import known
from generator.analyse.places import gazetteer, nouns
from generator.analyse.tables import rows, words

OPENERS = {
    "für": "for",
    "in": "in",
    "im": "in the",
    "von": "of",
    "vom": "of the",
    "der": "of the",
    "des": "of the",
    "bei": "at",
    "beim": "at the",
    "aus": "from",
    "am": "at the",
}


def phrase_in_english(german: str, names: Mapping[str, str] | None = None) -> str | None:
    """The phrase with its English preposition, or None where a word is in no table.

    Args:
        names: English forms of names that the article has, by its own words.
    """
    names = names or {}
    if owner := nations.load().named(german):
        return f"of {noun_in_english(owner.name) or owner.english}"
    opener, _, rest = german.partition(" ")
    if opener in OPENERS and rest:
        article = ""
        for determiner in ("den ", "dem ", "das ", "die ", "der "):
            if rest.startswith(determiner):
                rest, article = rest.removeprefix(determiner), "the "
        if _kept(rest):
            feminine = german.startswith("der ") or " der " in german
            return f"{OPENERS[opener].removesuffix(' the')} {_nominative(rest)}" if feminine else None
        state = noun_in_english(rest) if nations.load().named(rest) else None
        english = (
            state or names.get(rest) or noun_in_english(rest) or _kind_and_name(rest, names) or _in_place(rest, names)
        )
        if english is None:
            return None
        lead = OPENERS[opener]
        drawn = opener in ("im", "am", "beim", "vom")
        kind = nouns.find(rest.partition(" ")[0])
        of_kind = " " in rest and kind is not None and not kind.shown
        named = names.get(rest) == rest or of_kind or (_bare(english) and not (drawn and english == german.split()[-1]))
        if named or (lead.endswith("the") and english.startswith("the ")):
            lead, article = lead.removesuffix(" the"), ""
        return f"{lead} {article}{english}"
    english = names.get(german) or noun_in_english(german.rstrip("'’")) or noun_in_english(german.removesuffix("s"))
    return f"of {english}" if english else None


def noun_in_english(german: str) -> str | None:
    """One noun phrase without its article; None where no table has it."""
    nation = nations.load().named(german)
    if nation:
        return nation.english if nation.code not in ("US", "GB", "NL", "PH", "AE", "CZ") else f"the {nation.english}"
    kind, _, name = german.partition(" ")
    sort = nouns.find(kind)
    if name and sort and not sort.shown:
        return noun_in_english(name)
    if name and kind == "Republik" and (state := nations.load().named(name)):
        return f"the Republic of {state.english}"
    fields = _fields()
    for form in (
        german,
        german.removesuffix("s"),
        german.removesuffix("es"),
        german.replace("ten ", "te ").replace("en ", "e "),
    ):
        if form in fields:
            return fields[form]
    if ministry := _ministry(german):
        return ministry
    head, _, tail = german.partition(" und ")
    if tail and (left := noun_in_english(head)) and (right := noun_in_english(tail)):
        return f"{left} and {right}"
    adjective, _, noun = german.partition(" ")
    english_adjective = _adjective(adjective)
    if english_adjective and noun and (english := noun_in_english(noun)) and (english != noun or known(noun)):
        return f"{english_adjective} {english}"
    head, _, tail = german.partition(" für ")
    if tail and (left := noun_in_english(head)) and (right := noun_in_english(tail)):
        return f"{left} for {right}"
    if table := known(german):
        return table
    first, _, last = german.rpartition("-")
    if first and last and (nation := nations.load().named(first)) and (english := noun_in_english(last)):
        return f"{nation.english} {english}"
    region = gazetteer.region(german)
    return region.english if region else known(german) or (german if gazetteer.towns_named(german) else None)


def _kept(german: str) -> bool:
    """Whether a name of an adjective and such a noun stays German: "Deutschen Bank"."""
    first, _, last = german.partition(" ")
    return last in words("english", "kept.txt") and first[:1].isupper() and first.endswith("en")


def _nominative(feminine: str) -> str:
    first, _, last = feminine.partition(" ")
    return f"{first.removesuffix('n')} {last}"


def _kind_and_name(german: str, names: Mapping[str, str]) -> str | None:
    """ "amerikanischen Weltraumbehörde NASA": what it is by the tables, then its name."""
    parts = german.split()
    for cut in range(1, len(parts)):
        name, kind = " ".join(parts[cut:]), " ".join(parts[:cut])
        if name in names and institution(kind.split()[-1]) and (english := noun_in_english(kind)):
            return f"{english} {names[name]}"
    return None


def _in_place(german: str, names: Mapping[str, str]) -> str | None:
    """ "Unionsfraktion im Bundestag": a noun and where it is."""
    for opener in ("im", "in", "bei", "beim", "aus"):
        noun, found, place = german.partition(f" {opener} ")
        if found and (english := names.get(noun) or noun_in_english(noun)):
            where = phrase_in_english(f"{opener} {place}", names)
            return f"{english} {where}" if where else None
    return None


def _ministry(german: str) -> str | None:
    """ "Umweltministeriums" -> "environment ministry"."""
    portfolio, found, rest = german.partition("ministerium")
    if not found or rest.strip("s"):
        return None
    english = {row["german"]: row["english"] for row in rows("roles", "parts.csv")}.get(portfolio)
    return f"{english} ministry" if english else None


def _adjective(form: str) -> str | None:
    nation = nations.load().described(form)
    base = next((form.lower().removesuffix(e) for e in ("en", "er", "es", "em", "e") if form.endswith(e)), form.lower())
    return (
        nation.english_adjective
        if nation
        else {row["german"]: row["english"] for row in rows("roles", "modifiers.csv")}.get(base)
    )


def _bare(english: str) -> bool:
    return any(n.english == english for n in nations.load().by_code.values()) or english == known(english)


def institution(german: str, *, cases: bool = True) -> str | None:
    """The English of a noun of a body: "Amtsgericht" -> "local court".

    Args:
        cases: whether the noun may stand in the genitive.
    """
    table = _institutions()
    forms = (german, german.removesuffix("s"), german.removesuffix("es")) if cases else (german,)
    return next((table[form] for form in forms if form in table), None) or _ministry(german)


@cache
def _institutions() -> dict[str, str]:
    return {row["german"]: row["english"] for row in rows("entities", "institutions.csv")}


@cache
def _fields() -> dict[str, str]:
    return _institutions() | {row["german"]: row["english"] for row in rows("roles", "fields.csv")}
