"""Parts of a clause that both kinds of question are put together from."""

from __future__ import annotations

from generator.analyse.article import Article, Words, article_words, prepositions
from generator.analyse.questions import clauses
from generator.merge.discrepancies import numbers
from generator.merge.reading import Source
from generator.merge.tables import words

DEMONSTRATIVES = frozenset(("dieser", "diese", "dieses", "diesen", "diesem"))
PERSONAL = DEMONSTRATIVES | {"er", "sie", "ihn", "ihm", "ihnen", "dies", "das", "deren", "dessen"}
"""Words that stand for something said before."""


def spoken(source: Source, where: Words, asked: str | None = None) -> str:
    """The words as they stand, single-spaced, with resolved pronouns as names in square brackets.

    Args:
        asked: the name of who was asked, whom a pronoun that nothing else resolves stands for.
    """
    article = source.article
    if where.first >= where.last:
        return ""
    tokens = article.tokens[where.sentence]
    pieces, at = [], tokens[where.first].start
    for number in range(where.first, where.last):
        name = _meant(source, where.sentence, number, asked)
        if name is not None:
            pieces += [article.document.text[at : tokens[number].start], f"[{name}]"]
            at = tokens[number].end
    pieces.append(article.document.text[at : tokens[where.last - 1].end])
    return " ".join("".join(pieces).split())


def expletive(source: Source, where: Words) -> bool:
    """Whether an "es" in the words needs nothing said before: no other subject, and a verb that takes "es"."""
    forms = source.article.forms(where.sentence)
    lemmas = {lemma for form in forms[where.first : where.last] for lemma in source.event.lexicon.lemmas(form, "VER")}
    return bool(lemmas & words("questions", "impersonal.txt"))


def _meant(source: Source, sentence: int, at: int, asked: str | None) -> str | None:
    """What a pronoun stands for: whom the analysis found, who was asked, or the subject of the sentence before."""
    form = source.article.forms(sentence)[at]
    known = source.pronouns.get((sentence, at))
    if known is not None or form not in ("er", "sie"):
        return known
    return asked or _subject_before(source, sentence, form)


def _subject_before(source: Source, sentence: int, pronoun: str) -> str | None:
    """ "die Raketen", where the sentence before begins so, goes on with its verb and agrees with the pronoun."""
    article = source.article
    if not sentence or article.sentences[sentence - 1].paragraph != article.sentences[sentence].paragraph:
        return None
    forms = article.forms(sentence - 1)
    noun = next((i for i in range(1, min(4, len(forms))) if forms[i][:1].isupper()), None)
    if noun is None or noun + 1 >= len(forms) or not article.finite(forms[noun + 1]):
        return None
    if not all(article.adjective(form) for form in forms[1:noun]):
        return None
    tags = [tag.split(":") for tag in source.tags(forms[noun]) if tag.startswith("SUB:NOM")]
    many = forms[noun + 1].endswith("n") or forms[noun + 1] in ("sind", "seien")
    fitting = {("Der", "er"): "MAS", ("Die", "sie"): "PLU" if many else "FEM"}.get((forms[0], pronoun))
    if fitting is None or not any(fitting in tag for tag in tags):
        return None
    return " ".join((forms[0].lower(), *forms[1 : noun + 1]))


def leans(source: Source, where: Words, asked: str | None = None) -> bool:
    """Whether a pronoun in the words stands for something that only the text before says."""
    forms = source.article.forms(where.sentence)
    for at in range(where.first, where.last):
        form = forms[at].lower()
        if form.startswith("solch"):
            return True
        if form in words("", "pointers.txt") and forms[at + 1 : at + 2] != (",",):
            return True
        if form == "es" and not expletive(source, Words(sentence=where.sentence, first=where.first, last=len(forms))):
            return True
        if form not in PERSONAL or _meant(source, where.sentence, at, asked):
            continue
        following = forms[at + 1] if at + 1 < len(forms) else ""
        if form in DEMONSTRATIVES:
            return following.lower().removesuffix("s").removesuffix("e") not in words("", "times.txt")
        article = form == "das" and (following[:1].isupper() or source.article.adjective(following))
        relative = at > where.first and forms[at - 1] == ","
        possessive = form in ("deren", "dessen") and any(f[:1].isupper() for f in forms[where.first : at])
        if not (article or relative or possessive):
            return True
    return False


def mixed(source: Source, body: Words) -> bool:
    """Whether a verb is joined to another, which one finite verb cannot serve: "sich ändern und gebaut"."""
    article, forms = source.article, source.article.forms(body.sentence)
    return any(
        forms[at] in ("und", "oder")
        and forms[at - 1].islower()
        and (clauses.infinitive(article, forms[at - 1]) or clauses.participle(article, forms[at - 1]))
        for at in range(body.first + 1, body.last)
    )


def lower_first(article: Article, where: Words, text: str) -> str:
    """The words with a small first letter where their first one opens the sentence and is no noun or name."""
    form = article.forms(where.sentence)[where.first]
    return text[0].lower() + text[1:] if _small(article, form) else text


def _small(article: Article, form: str) -> bool:
    """Whether a word with a capital has it only because it opens the sentence."""
    small = form[0].lower() + form[1:]
    if small in article_words() or small in prepositions() or numbers.find((small,)):
        return True
    tags = article.lexicon.tags(small)
    if any(tag.startswith(("PRO", "ART")) for tag in tags):
        return True
    return bool(tags) and not article.lexicon.has(form, "SUB", "EIG")


def joined(*pieces: str) -> str:
    """The pieces that are not empty with spaces between."""
    return " ".join(piece for piece in pieces if piece)


def plural(source: Source, where: Words) -> bool | None:
    """Whether a noun phrase in the nominative is plural; None where its noun can be either or is unknown."""
    article = source.article
    forms = article.forms(where.sentence)[where.first : where.last]
    if "und" in forms or "sowie" in forms:
        return True
    first = forms[0].lower()
    if numbers.find((first,)):
        return numbers.find((first,))[0].value != 1
    for at, form in enumerate(forms):
        if not form[:1].isupper() or (at == 0 and _small(article, form)):
            continue
        found = {
            "PLU" if "PLU" in tag else "SIN"
            for tag in source.tags(form)
            if tag.startswith(("SUB", "EIG")) and ":NOM:" in tag
        }
        if first == "die" and found == {"SIN", "PLU"}:
            return None
        return found == {"PLU"} if len(found) == 1 else None
    return None


def without_connective(source: Source, middle: Words) -> Words:
    """The words without one at their beginning that ties them to the sentence before."""
    forms = source.article.forms(middle.sentence)
    ties = words("questions", "connectives.txt")
    if len(middle) and forms[middle.first] in ties:
        return Words(sentence=middle.sentence, first=middle.first + 1, last=middle.last)
    return middle
