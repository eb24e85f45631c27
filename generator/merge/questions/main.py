"""Questions from main clauses with a hedge: "Die Gespräche könnten dazu führen" -> "Werden die Gespräche dazu führen?".

The modal verb goes; what stands first follows the verb where it is the subject, and the subject follows the verb where
it is not (Duden, Die Grammatik, the fields of the German sentence).
"""

from __future__ import annotations

import itertools
import re

from generator.analyse.article import Words, article_words, prepositions
from generator.analyse.questions import clauses
from generator.analyse.questions.raised import ESTIMATE
from generator.merge.questions.parts import joined, leans, lower_first, mixed, plural, spoken, without_connective
from generator.merge.questions.verbs import divide, indicative, present
from generator.merge.reading import Source
from generator.merge.tables import words

ENDS = frozenset((",", ";", ":", "–", "—", "-"))
ESSENTIAL = frozenset(("dass", "ob", "wenn", "falls", "um", "als", "bis", "bevor"))
"""Words after a comma that open what the sentence cannot do without."""
ACCORDING = re.compile(r"^(?:Laut|Nach|Gemäß|Zufolge)\b|\bzufolge$|\bnach$")
OBLIQUE = frozenset(("den", "dem", "des", "einen", "einem", "eines", "ihm", "ihn", "ihnen"))
REACH = 5
"""Tokens from a genitive's article to its noun."""
FRONT = frozenset(("es", "man", "sich", "er", "sie"))
"""Pronouns that follow the verb at once."""


def question(source: Source, clause: Words, hedge: int) -> str | None:
    """The clause as a question without its mark; None where it has no certain form.

    Args:
        hedge: token of the modal verb or adverb.
    """
    forms = source.article.forms(clause.sentence)
    inside = clauses.quoted(source.article, clause.sentence)
    cut = next((i for i in range(hedge + 1, clause.last) if forms[i] in ENDS and i not in inside), clause.last)
    if cut < clause.last and (_essential(source, forms[cut + 1 : clause.last]) or forms[cut] == ":"):
        return None
    clause = Words(sentence=clause.sentence, first=clause.first, last=cut)
    if leans(source, clause) or any(i in inside for i in (clause.first, hedge)) or "zwar" in forms:
        return None
    if not clauses.finite(source.article, forms[hedge]):
        return _with_adverb(source, clause, hedge)
    return _with_modal(source, clause, hedge)


def _essential(source: Source, forms: tuple[str, ...]) -> bool:
    """Whether what follows a comma is a clause that the one before cannot do without."""
    lexicon = source.article.lexicon
    infinitives = any(a == "zu" and clauses.infinitive(source.article, b) for a, b in itertools.pairwise(forms))
    infinitives = infinitives or any("EIZ" in tag for form in forms for tag in lexicon.tags(form))
    return infinitives or forms[0] in ESSENTIAL


def _with_modal(source: Source, clause: Words, modal: int) -> str | None:
    article = source.article
    forms = article.forms(clause.sentence)
    last = next((i for i in range(clause.last - 1, modal, -1) if clauses.infinitive(article, forms[i])), None)
    if last is None or forms[last - 1] == "zu":
        return None
    many = forms[modal].endswith("n") and forms[modal + 1] != "es"
    finite, kept, prefix = _verb(source, forms, last, many)
    if finite is None:
        return None
    front = Words(sentence=clause.sentence, first=clause.first, last=modal)
    middle = Words(sentence=clause.sentence, first=modal + 1, last=last + kept)
    after = Words(sentence=clause.sentence, first=last + 1, last=clause.last)
    if not _can_follow(source, forms[after.first : after.last]) or mixed(
        source, Words(sentence=clause.sentence, first=modal, last=last)
    ):
        return None
    body = _fields(source, front, middle, many, copula=forms[last] == "sein")
    return None if body is None else joined(finite, body, prefix, spoken(source, after))


def _can_follow(source: Source, forms: tuple[str, ...]) -> bool:
    """Whether words can stand behind the verbs: a comparison or a phrase with a preposition, and nothing joined on."""
    return not forms or (
        not {"und", "oder"} & set(forms) and (forms[0] in clauses.COMPARISON or forms[0].lower() in prepositions())
    )


def _verb(source: Source, forms: tuple[str, ...], last: int, many: bool) -> tuple[str | None, int, str]:
    """The finite verb of the question, whether the infinitive stays, and the prefix that comes off."""
    lexicon, infinitive = source.article.lexicon, forms[last]
    perfect = clauses.participle(source.article, forms[last - 1])
    if infinitive in ("sein", "werden") or (infinitive == "haben" and perfect):
        return present(lexicon, infinitive, many), 0, ""
    if infinitive in words("questions", "statives.txt"):
        finite = present(lexicon, infinitive, many)
        return (None, 0, "") if finite is None else (*divide(lexicon, finite)[:1], 0, divide(lexicon, finite)[1])
    return present(lexicon, "werden", many), 1, ""


def _with_adverb(source: Source, clause: Words, adverb: int) -> str | None:
    article = source.article
    forms = article.forms(clause.sentence)
    verbs = [i for i in range(clause.first, clause.last) if clauses.finite(article, forms[i])]
    if not verbs or verbs[0] == adverb:
        return None
    verb = adverb + 1 if adverb == clause.first and adverb + 1 in verbs else verbs[0]
    if verb > adverb and adverb != clause.first:
        return None
    front = Words(sentence=clause.sentence, first=min(verb, clause.first + (adverb == clause.first)), last=verb)
    many = any("PLU" in t.split(":") for t in article.lexicon.tags(forms[verb]) if "3" in t.split(":"))
    before = Words(sentence=clause.sentence, first=verb + 1, last=max(verb + 1, adverb))
    behind = Words(sentence=clause.sentence, first=max(adverb, verb) + 1, last=clause.last)
    if before.first == before.last:
        body = _fields(source, front, behind, many)
    else:
        body = _fields(source, front, before, many)
        body = None if body is None else joined(body, spoken(source, behind))
    finite = indicative(article.lexicon, forms[verb])
    return None if body is None or finite is None else joined(finite, body)


def _fields(source: Source, front: Words, middle: Words, many: bool, copula: bool = False) -> str | None:
    """What stood before the verb and what stands behind it, in the order of a question.

    Args:
        copula: the verb is "sein", so that what is not its subject is what is said of that.
    """
    article = source.article
    forms = article.forms(front.sentence)
    middle = without_connective(source, middle)
    text = article.text(front) if len(front) else ""
    if not text or attribution(text) or text[0].lower() + text[1:] in words("questions", "connectives.txt"):
        return spoken(source, middle)
    if "," in forms[front.first : front.last]:
        return None
    moved = lower_first(article, front, spoken(source, front))
    if _subject(source, front, middle, many):
        if forms[middle.first : middle.first + 1] == ("sich",) and len(middle):
            middle = Words(sentence=middle.sentence, first=middle.first + 1, last=middle.last)
            return joined("sich", moved, spoken(source, middle))
        return joined(moved, spoken(source, middle))
    if not _adverbial(source, front):
        return _object_first(source, moved, middle, copula)
    end = _noun_phrase(source, middle)
    if end is None:
        return None
    if forms[end : end + 1] == ("von",):
        return _object_first(source, moved, middle, copula)
    subject = Words(sentence=middle.sentence, first=middle.first, last=end)
    rest = Words(sentence=middle.sentence, first=end, last=middle.last)
    return joined(spoken(source, subject), moved, spoken(source, rest))


def _adverbial(source: Source, front: Words) -> bool:
    """Whether the words are a prepositional phrase or an adverb."""
    first = source.article.forms(front.sentence)[front.first]
    small = first[0].lower() + first[1:]
    return small in prepositions() or (source.article.adverb(small) and small != "auch")


def _object_first(source: Source, moved: str, middle: Words, copula: bool) -> str | None:
    """An object or predicate that stood first goes before the verb's rest: "auch Lebensmittel liefern"."""
    article = source.article
    forms = article.forms(middle.sentence)
    if _noun_phrase(source, middle) is None or forms[middle.first] == "es":
        return None
    end = middle.last
    while (
        not copula
        and end > middle.first
        and (clauses.infinitive(article, forms[end - 1]) or clauses.participle(article, forms[end - 1]))
    ):
        end -= 1
    before = Words(sentence=middle.sentence, first=middle.first, last=end)
    rest = Words(sentence=middle.sentence, first=end, last=middle.last)
    return joined(spoken(source, before), moved, spoken(source, rest))


def attribution(text: str) -> bool:
    """Whether the words before the verb only say who estimates: "Nach Einschätzung von X", "Washington zufolge"."""
    return bool(re.match(r"Laut\b|Gemäß\b", text) or text.endswith("zufolge") or ESTIMATE.match(text))


def _subject(source: Source, front: Words, middle: Words, many: bool) -> bool:
    """Whether what stands before the verb is its subject: no preposition, no adverb, in the verb's number."""
    article = source.article
    forms = article.forms(front.sentence)
    first = forms[front.first]
    small = first[0].lower() + first[1:]
    if small in prepositions() or small in OBLIQUE or small == "auch":
        return False
    if small not in article_words() and article.adverb(small) and not article.lexicon.has(first, "SUB", "EIG"):
        return False
    number = plural(source, front)
    if number is not None and number != many:
        return False
    return not (len(middle) and forms[middle.first] in ("er", "man", "es")) and not _masculine(source, middle)


def _masculine(source: Source, middle: Words) -> bool:
    """Whether the words begin with a masculine noun in the nominative: "der Minister"."""
    forms = source.article.forms(middle.sentence)
    if not len(middle) or forms[middle.first] != "der":
        return False
    noun = next((form for form in forms[middle.first + 1 : middle.last] if form[:1].isupper()), "")
    tags = source.tags(noun)
    return any("NOM:SIN:MAS" in tag for tag in tags) and not any(":FEM" in tag or ":PLU" in tag for tag in tags)


def _noun_phrase(source: Source, middle: Words) -> int | None:
    """The end of the noun phrase right behind the verb; None where none stands there."""
    article = source.article
    forms = article.forms(middle.sentence)
    at = middle.first
    if at < middle.last and forms[at] in FRONT:
        return at + 1 + (forms[at + 1 : at + 2] == ("sich",))
    while at < middle.last and (
        forms[at].lower() in article_words() or article.adjective(forms[at]) or article.adverb(forms[at])
    ):
        at += 1
    if at >= middle.last or not (forms[at][:1].isupper() or forms[at][:1].isdigit()):
        return None
    while at < middle.last and (forms[at][:1].isupper() or forms[at][:1].isdigit()):
        at += 1
    if at < middle.last and forms[at] in ("des", "der", "eines", "einer"):
        end = at + 1
        while end < min(middle.last, at + REACH) and not forms[end][:1].isupper():
            end += 1
        at = end + 1 if end < middle.last and forms[end][:1].isupper() else at
    return at
