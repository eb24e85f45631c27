"""States: their names (CLDR through Babel), adjectives and capitals (`nations.csv`), in German and English."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from babel import Locale

from generator.analyse.tables import rows

ENDINGS = ("e", "en", "er", "es", "em", "")
"""Of a German adjective; the base form last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nation:
    code: str
    """ISO 3166-1 alpha-2; `EU`, and the historic codes of states that are no more."""
    name: str
    english: str
    adjective: str
    """German, uninflected, lower case; empty where none is in use."""
    english_adjective: str
    capitals: tuple[str, ...]
    """German names of the capital, the usual one first."""
    english_capital: str
    forms: frozenset[str]
    """Every German name, nominative."""
    adjectives: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Nations:
    """All states, by name, adjective and capital."""

    by_code: dict[str, Nation]
    by_name: dict[str, Nation]
    """Nominative and genitive forms."""
    by_adjective: dict[str, Nation]
    """Inflected forms, lower case."""
    by_capital: dict[str, Nation]

    def named(self, form: str) -> Nation | None:
        """The state that `form` names, in any case."""
        return self.by_name.get(form)

    def described(self, form: str) -> Nation | None:
        """The state whose inflected adjective `form` is; "US-amerikanischen" and "norwegischen" alike."""
        return self.by_adjective.get(form.lower())


@cache
def load() -> Nations:
    """All states of CLDR, with what `nations.csv` knows of them."""
    german, english = Locale("de").territories, Locale("en").territories
    table = {row["iso"]: row for row in rows("", "nations.csv")}
    codes = [
        code
        for code in german
        if len(code) == 2 and code.isalpha() and code not in ("EZ", "QO", "UN", "XA", "XB", "ZZ")
    ]
    nations = [
        _nation(code, german.get(code, ""), english.get(code, ""), table.get(code, {}))
        for code in sorted({*codes, *table})
    ]
    by_adjective = {a + ending: n for n in nations for a in n.adjectives for ending in ENDINGS}
    return Nations(
        by_code={n.code: n for n in nations},
        by_name={case: n for n in nations for form in n.forms for case in _cases(form)},
        by_adjective=by_adjective,
        by_capital={capital: n for n in nations for capital in n.capitals},
    )


def _nation(code: str, german: str, english: str, row: dict[str, str]) -> Nation:
    name, english_name = row.get("name") or german, row.get("name_english") or english.replace("&", "and")
    other = [form for form in row.get("other", "").split("|") if form]
    adjective = row.get("adjective", "")
    return Nation(
        code=code,
        name=name,
        english=english_name,
        adjective=adjective,
        english_adjective=row.get("english", ""),
        capitals=tuple(filter(None, row.get("capital", "").split("|"))),
        english_capital=row.get("capital_english", ""),
        forms=frozenset(form for form in (german, name, *other) if form[:1].isupper() and not form.endswith("isch")),
        adjectives=frozenset(form.lower() for form in (adjective, *other) if form.endswith("sch")),
    )


def _cases(form: str) -> tuple[str, ...]:
    """Nominative and genitive, and for "Demokratische Volksrepublik Korea" the inflected adjectives."""
    genitive = (form + "’", form + "'") if form.endswith(("s", "x", "z", "ß")) else (form + "s",)
    if form.endswith(("lande", "inseln")):
        return (form, form.removesuffix("n") + "n", form + "’")
    *adjectives, noun = form.split()
    while adjectives and not adjectives[-1].endswith(("e", "es")):
        noun = f"{adjectives.pop()} {noun}"
    if not adjectives or not all(a.endswith(("e", "es")) for a in adjectives):
        return (form, *genitive)
    stems = [a.removesuffix("s") for a in adjectives]
    inflected = tuple(" ".join((*(a + "n" for a in stems), noun + ending)) for ending in ("", "n", "s", "es"))
    return (form, *genitive, " ".join((*stems, noun)), *inflected)
