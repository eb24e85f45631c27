"""What an article says only as a guess: "könnte", "dürfte", "soll ... haben", "möglicherweise", "vermutet, dass"."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analyse.article import Article, Words
from generator.analyse.questions import clauses
from generator.analyse.tables import rows, words
from generator.model import Question, Span

WISHES = frozenset(("will", "wollen", "wolle", "wollte", "wollten", "möchte", "möchten"))
NEGATIONS = frozenset(
    ("nicht", "kein", "keine", "keinen", "keinem", "keiner", "keineswegs", "weder", "nie", "niemals", "kaum")
)
SHORTEST = 4
"""Tokens of the shortest clause that says something."""


def find(article: Article) -> Iterator[Question]:
    """Main clauses with a hedge, and what somebody suspects; not what stands in quotation marks or hangs on a
    condition."""
    for number, forms in article.each():
        if article.sentences[number].heading or _conditional(article, forms):
            continue
        inside = clauses.quoted(article, number)
        for at, form in enumerate(forms):
            kind = _kinds().get(form if at else form[0].lower() + form[1:])
            if kind is None or at in inside:
                continue
            where = _RULES[kind](article, number, at) if kind in _RULES else None
            if where is not None and len(where) >= SHORTEST:
                token = article.tokens[number][at]
                yield Question(
                    kind="hedge", span=article.span(where), evidence=(Span(start=token.start, end=token.end),)
                )
                break


def _modal(article: Article, number: int, at: int) -> Words | None:
    first = clauses.opening(article, number, at)
    forms = article.forms(number)
    if first is None or first == at or _negated(forms, at):
        return None
    last = _until(forms, at)
    return Words(sentence=number, first=first, last=last) if _has_infinitive(article, forms, at, last) else None


def _hearsay(article: Article, number: int, at: int) -> Words | None:
    """ "soll" with a perfect infinitive: what others say has happened; "bis 2030 soll X erreicht sein" is a plan."""
    where = _modal(article, number, at)
    if where is None:
        return None
    forms = article.forms(number)
    if {"Bis", "bis"} & set(forms[where.first : where.last]):
        return None
    perfect = any(
        forms[i] in ("haben", "sein") and clauses.participle(article, forms[i - 1]) for i in range(at + 2, where.last)
    )
    return where if perfect else None


def _adverb(article: Article, number: int, at: int) -> Words | None:
    """The main clause around an adverb of doubt, where the adverb stands before or right after the verb's place."""
    forms = article.forms(number)
    end = _until(forms, at)
    verbs = [i for i in range(at - 1, -1, -1) if clauses.finite(article, forms[i])]
    if _negated(forms, verbs[0] if verbs else at) or _describes(article, forms, at):
        return None
    if _predicate(forms, at):
        return None
    if verbs and not _together(forms, verbs[0], at):
        return None
    if verbs and (first := clauses.opening(article, number, verbs[0])) is not None and first < verbs[0]:
        return Words(sentence=number, first=first, last=end)
    if at == 0 and len(forms) > 1 and clauses.finite(article, forms[1]):
        return Words(sentence=number, first=0, last=end)
    return None


def _describes(article: Article, forms: tuple[str, ...], at: int) -> bool:
    """Whether the adverb belongs to an adjective before a noun: "ein vermutlich verwirrter Mann"."""
    end = at + 1
    while end < len(forms) and (article.adjective(forms[end]) or article.adverb(forms[end])):
        end += 1
    last = end - 1
    end += end < len(forms) and forms[end] in clauses.OPENING
    return last > at and end < len(forms) and forms[end][:1].isupper() and article.adjective(forms[last])


def _predicate(forms: tuple[str, ...], at: int) -> bool:
    """Whether the word is no adverb: "für wahrscheinlich halten", "ist wahrscheinlich", "Wahrscheinlich ist ein X"."""
    after = forms[at + 1] if at + 1 < len(forms) else "."
    last = after in clauses.BREAKS and forms[at] == "wahrscheinlich"
    first = at == 0 and forms[at] == "Wahrscheinlich" and after in ("ist", "sind", "war", "waren")
    return last or first or (at > 0 and forms[at - 1] in ("für", "als", "sehr", "so"))


def _together(forms: tuple[str, ...], verb: int, at: int) -> bool:
    """Whether verb and adverb are of one clause that says what is, not what somebody wants."""
    between = forms[verb + 1 : at]
    return forms[verb] not in WISHES and not ({",", "um", "und", "–", ";", ":"} & set(between))


def _suspicion(article: Article, number: int, at: int) -> Words | None:
    """What follows "dass" after a verb or noun of suspicion."""
    forms = article.forms(number)
    for dass in range(at + 1, min(at + 8, len(forms))):
        if forms[dass] == "dass":
            return None if _negated(forms, dass) else clauses.subordinate(article, number, dass)
    return None


def _until(forms: tuple[str, ...], at: int) -> int:
    """The end of the clause: the sentence's without its last marks."""
    last = len(forms)
    while last > at and (forms[last - 1] in clauses.BREAKS or forms[last - 1] in clauses.CLOSING):
        last -= 1
    return last


def _has_infinitive(article: Article, forms: tuple[str, ...], at: int, last: int) -> bool:
    comma = next((i for i in range(at, last) if forms[i] in (",", ";", ":", "–")), last)
    return any(clauses.infinitive(article, forms[i]) for i in range(at + 1, comma))


def _negated(forms: tuple[str, ...], at: int) -> bool:
    """Whether the clause denies: what is denied is hardly what is open."""
    return bool(NEGATIONS & set(forms[at : _until(forms, at)]))


def _conditional(article: Article, forms: tuple[str, ...]) -> bool:
    lower = {form.lower() for form in forms}
    return bool(lower & words("questions", "conditions.txt")) or forms[0] in ("Sollte", "Sollten", "Würde", "Würden")


def _kinds() -> dict[str, str]:
    kinds = {row["form"]: row["kind"] for row in rows("questions", "hedges.csv")}
    lemmas = [form for form, kind in kinds.items() if kind == "verb"]
    third = {form.removesuffix("en") + ending: "verb" for form in lemmas for ending in ("t", "et", "en", "te", "ten")}
    return {form: kind for form, kind in kinds.items() if kind in _RULES} | third


_RULES = {
    "modal": _modal,
    "hearsay": _hearsay,
    "adverb": _adverb,
    "verb": _suspicion,
    "noun": _suspicion,
}
