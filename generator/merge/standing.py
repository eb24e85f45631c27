"""Whether a sentence can stand alone, for a reader who does not see the one before it."""

from __future__ import annotations

from generator.analyse.article import Words
from generator.analyse.questions import clauses
from generator.merge.reading import Source, base
from generator.merge.tables import words

PERSONAL = {
    "er": frozenset(("MAS",)),
    "ihn": frozenset(("MAS",)),
    "ihm": frozenset(("MAS", "NEU")),
    "sie": frozenset(("FEM", "PLU")),
    "ihnen": frozenset(("PLU",)),
}
"""Pronouns with the gender, or plural, of what they can stand for."""
POSSESSIVE = frozenset(("ihr", "ihre", "ihrem", "ihren", "ihrer", "sein", "seine", "seinem", "seinen", "seiner"))
INDEFINITE = frozenset(("ein", "eine", "einen", "einem", "einer", "eines"))
ENDINGS = frozenset(("e", "er", "es", "en", "em"))
EXPLETIVE = frozenset(("gab", "gibt", "kam", "war", "ist", "handelt", "handelte", "wird", "wurde", "wurden"))
"""Verbs behind "Es" that need nothing said before."""
CUTS = frozenset((",", ";", ":", "–", "—", "-"))
ESSENTIAL = frozenset(("dass", "ob", "wenn", "falls", "wie", "zu"))
"""Words that open a clause without which the one before says nothing."""
NEAR = 4
"""Tokens at the beginning in which "dafür", "dort" and their like point back."""


def alone(source: Source, where: Words) -> bool:
    """Whether nothing in the words stands for what only the text before them says.

    A pronoun needs a noun before it in the words, or a name that the analysis found for it and that is shown behind it.
    """
    forms = source.article.forms(where.sentence)
    opener = forms[where.first]
    article = opener == "Das" and _determines(source, forms[where.first + 1 : where.last])
    if (opener in words("", "anaphors.txt") and not article) or not opener[:1].isalnum() or opener[:1].islower():
        return False
    if opener.lower() in INDEFINITE and forms[where.first + 1 : where.first + 2] and _another(forms[where.first + 1]):
        return False
    if opener == "Es" and forms[where.first + 1 : where.first + 2] and forms[where.first + 1] not in EXPLETIVE:
        return False
    nouns: set[str] = set()
    meant: set[str] = set()
    inside = clauses.quoted(source.article, where.sentence)
    for at in range(where.first, where.last):
        form = forms[at].lower()
        if form in words("", "speakers.txt") and at not in inside:
            return False
        if form in PERSONAL and at not in inside and not _clear(source, where, at, meant):
            return False
        if form in words("", "pointers.txt") and at < where.first + NEAR and not _conjunction(source, forms, at):
            return False
        if form in POSSESSIVE and not nouns and not _later(source, where, at):
            return False
        if form in ("diese", "dieser", "dieses", "diesen", "diesem") and at not in inside:
            noun = next((base(source.event.lexicon, f) for f in forms[at + 1 : at + NEAR] if f[:1].isupper()), None)
            now = noun in words("", "times.txt") - words("", "passed_times.txt")
            if noun is None or not (now or noun in nouns):
                return False
        word = base(source.event.lexicon, forms[at]) if forms[at][:1].isupper() else None
        if word and word not in words("", "times.txt"):
            nouns.add(word)
            meant |= _genders(source, where.sentence, at)
    return True


def _another(form: str) -> bool:
    """Whether an adjective counts on from something said before: "ein weiterer", "eine zweite"."""
    return any(form.startswith(stem) and form[len(stem) :] in ENDINGS for stem in words("", "another.txt"))


def _later(source: Source, where: Words, at: int) -> bool:
    """Whether a name follows that a possessive can point forward to: "Bei seinem Besuch hat X ..."."""
    people = {f"@{id_}" for id_ in source.event.people.values()}
    return any(source.names.get((where.sentence, i)) in people for i in range(at + 1, where.last))


def _clear(source: Source, where: Words, at: int, meant: set[str]) -> bool:
    """Whether a pronoun has something before it that it can stand for, a name that can be shown behind it, or stands in
    a clause before the main one, which names who is meant."""
    forms = source.article.forms(where.sentence)
    if (where.sentence, at) in source.pronouns or "ANY" in meant or PERSONAL[forms[at].lower()] & meant:
        return True
    comma = next((i for i in range(at, where.last) if forms[i] == ","), None)
    opens = any(clauses.asks(form) or form in ("Als", "Nachdem", "Weil", "Während") for form in forms[where.first : at])
    return opens and comma is not None and _later(source, where, comma)


def _genders(source: Source, sentence: int, at: int) -> set[str]:
    """What a noun is as what a pronoun stands for: its genders, `PLU`, and `ANY` for names."""
    if (sentence, at) in source.names:
        return {"ANY"}
    tags = [t.split(":") for t in source.tags(source.article.forms(sentence)[at]) if t.startswith("SUB")]
    return {"PLU" if "PLU" in tag else next((g for g in ("MAS", "FEM", "NEU") if g in tag), "ANY") for tag in tags}


def _determines(source: Source, following: tuple[str, ...]) -> bool:
    """Whether "Das" before these words is an article: a noun follows, with adjectives between."""
    nouns = [at for at, form in enumerate(following[:NEAR]) if form[:1].isupper()]
    return bool(nouns) and all(
        source.article.adjective(form) or form[:1].isdigit() or "-" in form for form in following[: nouns[0]]
    )


def _conjunction(source: Source, forms: tuple[str, ...], at: int) -> bool:
    """ "damit" and "da" after a comma or before a clause of their own."""
    return forms[at].lower() in ("da", "damit") and at > 0 and forms[at - 1] == ","


def named(source: Source, where: Words) -> str:
    """The words, single-spaced; the first pronoun gets its name in square brackets where no name stands before it."""
    article = source.article
    for at in range(where.first, where.last):
        if (where.sentence, at) in source.names and (where.sentence, at) not in source.pronouns:
            break
        name = source.pronouns.get((where.sentence, at))
        if name is not None and article.forms(where.sentence)[at].lower() in PERSONAL:
            head = article.text(Words(sentence=where.sentence, first=where.first, last=at + 1))
            rest = article.text(Words(sentence=where.sentence, first=at + 1, last=where.last))
            return f"{head} [{name}] {rest}"
    return article.text(where)


def can_end(source: Source, sentence: int, comma: int) -> bool:
    """Whether the sentence can end at a comma: the part before it is one whole main clause, the rest a subordinate."""
    forms = source.article.forms(sentence)
    last = len(forms)
    while last and forms[last - 1] in clauses.BREAKS:
        last -= 1
    if comma >= last - 1 or any(form in CUTS for form in forms[:comma]) or ESSENTIAL & set(forms[comma + 1 : last]):
        return False
    article = source.article
    opener = forms[comma + 1]
    follows = clauses.asks(opener) or any(t.startswith("KON:UNT") for t in article.lexicon.tags(opener))
    if not (follows or opener in ("um", "der", "die", "das", "denen", "deren", "dessen", "sowie")):
        return False
    verbs = [i for i in range(comma) if clauses.finite(article, forms[i])]
    if not verbs or forms[0].lower() in ("nachdem", "als", "weil", "während", "obwohl", "bevor", "seit", "da"):
        return False
    helps = any(t.startswith(("VER:AUX", "VER:MOD")) for t in article.lexicon.tags(forms[verbs[0]]))
    tail = forms[verbs[0] + 1 : comma]
    return not helps or any(clauses.participle(article, f) or clauses.infinitive(article, f) for f in tail)
