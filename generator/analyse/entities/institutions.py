"""Institutions named by what they are: "die norwegische Regierung", "der Generalstab in Oslo"."""

from __future__ import annotations

from functools import cache

from generator.analyse import nations
from generator.analyse.article import Article, Words, article_words
from generator.analyse.cover import Cover
from generator.analyse.english import phrase_in_english, place_in_english
from generator.analyse.entities.things import Things
from generator.analyse.places import gazetteer
from generator.analyse.roles.phrase import uninflected
from generator.analyse.tables import rows
from generator.model import Role, Text

DEFINITE = frozenset(("der", "die", "das", "dem", "den", "des"))
QUOTES = frozenset(("„", "“", '"', "»", "‚"))
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
    first = at
    nation = nations.load().described(forms[at - 1]) if at else None
    owner, owned = _owner(forms, at - 1), _owner(forms, at + 1)
    ending = {"f": "e", "n": "es", "m": "er"}[row["gender"]]
    german, english = row["german"], row["english"]
    last = _end(article, things, sentence, at + 1)
    tail = " ".join(forms[at + 1 : last])
    if nation:
        first -= 1
        german, english = f"{uninflected(forms[at - 1])}{ending} {german}", f"{nation.english_adjective} {english}"
    elif owner:
        first -= 1
        german, english = f"{german} {forms[at - 1]}", f"{english} of {owner.english}"
    elif owned and not tail:
        last += 1
        german, english = f"{german} {forms[at + 1]}", f"{english} of {owned.english}"
    elif named is not None and named.kind == "place" and last == at + 1 and _town(named.name, forms[after]):
        last += 1
        german, english = f"{german} {named.name}", f"{place_in_english(named.name, frozenset())} {english}"
    if tail:
        tail_english = phrase_in_english(tail)
        german = f"{german} {tail}"
        english = f"{english} {tail_english}" if tail_english else ""
    alone = not (tail or nation or owner or owned or named)
    if alone and (_again(article, things, sentence, at, row) or not row.get("bare")):
        return
    where = Words(sentence=sentence, first=first, last=last)
    owned_by_name = named is not None and forms[after].endswith("s") and forms[after] not in named.forms
    if named is not None and named.kind == "organisation" and last == at + 1 and not owned_by_name:
        things.add_role(named, Role(name=Text(de=german, en=english or None), span=article.span(where)))
        return
    thing = things.of("organisation", german)
    thing.english = thing.english or english or None
    things.add(thing, german, article.span(where), "nominal", "institution")


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
    if not _place(article, forms[at]):
        return start
    here = article.span(Words(sentence=sentence, first=at, last=at + 1))
    named = things.starting(here.start)
    where = article.locate(named[1]) if named else None
    return where.last if where else at + 1


def _town(name: str, form: str) -> bool:
    """Whether a town stands uninflected behind an institution: "Landgericht Köln"."""
    return form in name.split() and gazetteer.towns_named(name.partition("-")[0]) and not gazetteer.region(name)


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
    for cut in range(3, len(form) - 8):
        row = table.get(form[cut:].capitalize())
        if row is not None and row["german"] in ("Ministerium",) and (english := _portfolio(form[:cut])):
            return {"german": form.removesuffix("s"), "english": f"{english} ministry", "gender": "n"}
    return None


def _portfolio(part: str) -> str | None:
    return next((row["english"] for row in rows("roles", "parts.csv") if row["german"] == part), None)
