"""Institutions named by what they are: "die norwegische Regierung", "der Generalstab in Oslo"."""

from __future__ import annotations

from functools import cache

from generator.analyse import nations
from generator.analyse.article import Article, Words, article_words
from generator.analyse.cover import Cover
from generator.analyse.english import phrase_in_english, place_in_english
from generator.analyse.entities.things import Things
from generator.analyse.places import gazetteer
from generator.analyse.roles import offices
from generator.analyse.roles.phrase import uninflected
from generator.analyse.tables import rows, words
from generator.model import Role, Text

DEFINITE = frozenset(("der", "die", "das", "dem", "den", "des"))
QUOTES = frozenset(("„", "“", '"', "»", "‚"))
PLURAL = frozenset(("viele", "alle", "mehrere", "einige", "beide", "beiden"))
OWNERS = frozenset(("für", "in", "von", "der", "des"))
"""Words that open what belongs to the name of an institution."""


def add(article: Article, things: Things, taken: Cover) -> None:
    """Add every institution of the table that lies outside the spans `taken`."""
    for sentence, forms in article.each():
        for at, form in enumerate(forms):
            row = find(form) if form[:1].isupper() else None
            if row is None:
                continue
            here = article.span(Words(sentence=sentence, first=at, last=at + 1))
            if not taken.overlaps(here) and not things.taken(here):
                _one(article, things, sentence, forms, at, row)


def _one(article: Article, things: Things, sentence: int, forms: tuple[str, ...], at: int, row: dict[str, str]) -> None:
    after = at + 1 + (forms[at + 1 : at + 2] != () and forms[at + 1] in QUOTES)
    following = article.span(Words(sentence=sentence, first=after, last=after + 1)) if after < len(forms) else None
    begun = things.starting(following.start) if following else None
    named = begun[0] if begun else None
    first, last = at, _end(article, things, sentence, at + 1)
    nation = nations.load().described(forms[at - 1]) if at else None
    owner, owned = _owner(forms, at - 1), _owner(forms, at + 1)
    german, english = row["german"], row["english"]
    name = _bare_name(article, forms, at, row) if last == at + 1 and named is None else at + 1
    tail = " ".join(forms[at + 1 : max(last, name)])
    if nation and not (tail and name > last):
        first -= 1
        ending = {"f": "e", "n": "es", "m": "er"}[row["gender"]]
        german, english = f"{uninflected(forms[at - 1])}{ending} {german}", f"{nation.english_adjective} {english}"
    elif owner:
        first -= 1
        german, english = f"{german} {forms[at - 1]}", f"{english} of {owner.english}"
    elif owned and not tail:
        last += 1
        german, english = f"{german} {forms[at + 1]}", f"{english} of {owned.english}"
    elif named is not None and named.kind == "place" and last == at + 1 and _local(named.name, forms[after]):
        last += 1
        german, english = f"{german} {named.name}", f"{place_in_english(named.name, frozenset())} {english}"
    if tail:
        tail_english = phrase_in_english(tail) if last > at + 1 else None
        german = f"{german} {tail}"
        english = f"{english} {tail_english}" if tail_english else ""
        last = max(last, name)
    own = bool(named is not None and named.kind == "organisation")
    if german == row["german"] and not own:
        if _again(article, things, sentence, at, row) or not row.get("bare"):
            return
    elif not (tail or own or row.get("bare")) and not _determined(forms, first):
        return
    where = Words(sentence=sentence, first=first, last=last)
    begins = named is not None and any(form.split()[0] == forms[after] for form in named.forms)
    owned_by_name = named is not None and forms[after].endswith("s") and not begins
    if named is not None and own and last == at + 1 and not owned_by_name:
        things.add_role(named, Role(name=Text(de=german, en=english or None), span=article.span(where)))
        return
    if tail:
        things.absorb(article.span(where))
    thing = things.of("organisation", german)
    thing.english = thing.english or english or None
    things.add(thing, german, article.span(where), "nominal", "institution")


def _determined(forms: tuple[str, ...], first: int) -> bool:
    """Whether an article in the singular stands before: not in "Affären deutscher Unternehmen"."""
    first -= bool(first) and forms[first - 1] in QUOTES
    return bool(first) and forms[first - 1].lower() in article_words() and forms[first - 1].lower() not in PLURAL


def _bare_name(article: Article, forms: tuple[str, ...], at: int, row: dict[str, str]) -> int:
    """Past the name that follows a body: "Arbeitskreis Vorratsdaten", "Verband freier Gärtner"."""
    start = at + 1
    if row["german"] not in words("entities", "naming.txt") or start >= len(forms):
        return start
    end = start
    while end < len(forms) and forms[end].endswith("er") and article.adjective(forms[end].lower()):
        end += 1
    if end >= len(forms) or not forms[end][:1].isupper() or not any(c.islower() for c in forms[end]):
        return start
    if offices.load().find(forms[end]) and end == start:
        return start
    if end == start and not (_determined(forms, at) and article.lexicon.has(forms[end], "SUB")):
        known = article.lexicon.tail(forms[end])
        return start if known is None or not _determined(forms, at) else end + 1
    return end + 1


def _owner(forms: tuple[str, ...], at: int) -> nations.Nation | None:
    """The state whose genitive token `at` is: "Norwegens"."""
    return nations.load().named(forms[at]) if 0 <= at < len(forms) and forms[at].endswith(("s", "’", "'")) else None


def _again(article: Article, things: Things, sentence: int, at: int, row: dict[str, str]) -> bool:
    """ "die Fluggesellschaft" after "die italienische Fluggesellschaft X": the one that the article calls so."""
    forms = article.forms(sentence)
    if not at or forms[at - 1].lower() not in DEFINITE:
        return False
    span = article.span(Words(sentence=sentence, first=at, last=at + 1))
    said = things.said_to_be(row["german"], span.start)
    if said is not None:
        things.add(said, said.name, span, "nominal", "role")
    return said is not None


def _end(article: Article, things: Things, sentence: int, start: int) -> int:
    """Past "für Straßenbau", "in Dresden", "der Europäischen Union": an opener, an adjective or none, one noun or name.

    The name of an institution has no article after "für": "macht den Dienst für das Attentat verantwortlich".
    """
    forms = article.forms(sentence)
    if forms[start : start + 1] == () or forms[start] not in OWNERS:
        return start
    whole = bool(start) and _named_by_genitive(forms[start - 1]) and forms[start] in ("der", "des")
    at = start + 1
    while at < len(forms) and (
        forms[at].lower() in article_words()
        or article.adjective(forms[at])
        or (article.adjective(forms[at].lower()) and forms[at + 1 : at + 2] != () and forms[at + 1][:1].isupper())
    ):
        at += 1
    if at >= len(forms) or not forms[at][:1].isupper():
        return start
    if forms[start] == "für":
        if forms[start + 1].lower() in article_words():
            return start
        shared = forms[at].endswith("-") and forms[at + 1 : at + 2] == ("und",) and at + 2 < len(forms)
        return at + 3 if shared else at + 1
    if not (whole or _place(article, forms[at])):
        return start
    here = article.span(Words(sentence=sentence, first=at, last=at + 1))
    named = things.starting(here.start)
    where = article.locate(named[1]) if named else None
    return where.last if where else at + 1


def _named_by_genitive(form: str) -> bool:
    """Whether whose body it is belongs to its name: "Verband der Gärtner", also as the last part of a compound."""
    heads = words("entities", "naming.txt")
    return form.removesuffix("s").removesuffix("e") in heads or form.endswith(("verband", "verbandes", "verbands"))


def _local(name: str, form: str) -> bool:
    """Whether a town or region stands uninflected behind an institution: "Landgericht Köln"."""
    return form in name.split() and bool(gazetteer.towns_named(name.partition("-")[0]) or gazetteer.region(name))


def _place(article: Article, form: str) -> bool:
    known = nations.load()
    return (
        known.named(form) is not None
        or gazetteer.towns_named(form)
        or any(t.endswith(("GEO", "STD", "COU", "GEB")) for t in article.tags(form))
    )


@cache
def _table() -> dict[str, dict[str, str]]:
    return {row["german"]: row for row in rows("entities", "institutions.csv")}


def find(form: str) -> dict[str, str] | None:
    """The row of an institution, in any case; also of a ministry that the table holds in parts."""
    table = _table()
    for base in (form, form.removesuffix("s"), form.removesuffix("es")):
        if base in table:
            return table[base]
    prefix, hyphen, rest = form.rpartition("-")
    if hyphen and rest in words("entities", "hyphenated.txt") and (row := table.get(rest)):
        return {**row, "german": form, "english": f"{prefix} {row['english']}", "bare": "yes"}
    for cut in range(3, len(form) - 8):
        row = table.get(form[cut:].capitalize())
        if row is not None and row["german"] in ("Ministerium",) and (english := _portfolio(form[:cut])):
            return {"german": form.removesuffix("s"), "english": f"{english} ministry", "gender": "n"}
    return None


def _portfolio(part: str) -> str | None:
    return next((row["english"] for row in rows("roles", "parts.csv") if row["german"] == part), None)
