"""What little syntax the readers need: is a noun phrase a subject, or governed by a preposition?"""

from __future__ import annotations

from generator.analyse.article import Article, Words, article_words, prepositions

REACH = 4
"""Tokens back in which a preposition still governs a noun (article and adjectives between)."""
APPOSITION = 14
"""Most tokens of an apposition or of brackets between a subject and its verb."""
SUBORDINATE = frozenset(("dass", "ob", "weil", "wenn", "als", "da", "während", "nachdem", "bevor", "wie", "bis"))
OF_PLACES = ("ische", "ischen", "ischem", "ischer")
"""Endings of adjectives of places, also of those that the lexicon lacks."""
OBJECT = frozenset(("den", "einen", "ihren", "seinen", "dem", "einem", "ihrem", "seinem", "des", "eines"))
"""Determiners that no subject has in the masculine singular."""
ADVERBIAL = frozenset(("unter", "anderem", "anderen", "auch", "jedoch", "allerdings", "zudem"))
"""May stand between the verb and its subject."""
PLUPERFECT = frozenset(("war", "waren", "hatte", "hatten"))
PASSIVE = frozenset(("wird", "werden", "wurde", "wurden", "worden", "werde", "würden"))


def governed(article: Article, where: Words) -> str | None:
    """The preposition, lower case, whose object the words are; None where there is none."""
    forms = article.forms(where.sentence)
    for at in range(where.first - 1, max(-1, where.first - 1 - REACH), -1):
        form = forms[at].lower()
        if form == "unter" and forms[at + 1] in ("anderem", "anderen"):
            return None
        if form in prepositions() and not (form == "während" or (forms[at][:1].isupper() and at)):
            return form
        if not (
            form in article_words()
            or article.adjective(form)
            or (forms[at].islower() and form.endswith(OF_PLACES))
            or (form.endswith("er") and forms[at][:1].isupper())
        ):
            return None
    return None


def subject(article: Article, where: Words) -> bool:
    """Whether the words stand where a subject stands: beside a finite verb, free of a preposition, no genitive."""
    return verb(article, where) is not None


def verb(article: Article, where: Words) -> int | None:
    """The token of the finite verb or conjunction whose subject the words can be; None where they are none."""
    if governed(article, where) is not None or genitive(article, where):
        return None
    forms = article.forms(where.sentence)
    first = where.first
    while first and (forms[first - 1].lower() in article_words() or article.adjective(forms[first - 1])):
        first -= 1
    if any(form.lower() in OBJECT for form in forms[first : where.first]):
        return None
    apposed = bool(first) and forms[first - 1] == "," and forms[where.last : where.last + 1] == (",",)
    if apposed and _finite(article, forms, where.last + 1):
        return where.last + 1
    for last in _ends(article, forms, where.last):
        if _finite(article, forms, last):
            return last
    if first >= 2 and forms[first - 1] in ("und", "sowie") and forms[first - 2][:1].isupper():
        return _coordinated(article, where.sentence, forms, first - 1)
    while (
        first
        and (article.adverb(forms[first - 1]) or forms[first - 1] in ADVERBIAL)
        and not article.finite(forms[first - 1])
    ):
        first -= 1
    if first and forms[first - 1].lower() in SUBORDINATE:
        return first - 1
    if first and _finite(article, forms, first - 1) and not _taken(article, where.sentence, forms, first - 1):
        return first - 1
    return None


def lemma(article: Article, where: Words, at: int) -> str | None:
    """The lemma of the finite verb at token `at`, or of the last one before a comma after the conjunction there."""
    forms = article.forms(where.sentence)
    if forms[at].lower() in SUBORDINATE:
        end = next((i for i in range(where.last, len(forms)) if forms[i] in (",", ".", ";", ":")), len(forms))
        at = next((i for i in range(end - 1, at, -1) if _finite(article, forms, i)), at)
    return next((r.lemma for r in article.lexicon.readings(forms[at]) if r.tag.startswith("VER")), None)


def direct_object(article: Article, where: Words) -> bool:
    """Whether the words stand behind a verb that has its subject already: "A traf B"."""
    if governed(article, where) is not None or genitive(article, where):
        return False
    forms = article.forms(where.sentence)
    first = where.first
    while first and (forms[first - 1].lower() in article_words() or article.adjective(forms[first - 1])):
        first -= 1
    return bool(first) and _finite(article, forms, first - 1) and _taken(article, where.sentence, forms, first - 1)


def _taken(article: Article, sentence: int, forms: tuple[str, ...], at: int) -> bool:
    """Whether a noun phrase before the verb at token `at` opens the sentence and is its subject."""
    first = at
    while first and (
        forms[first - 1][:1].isupper()
        or forms[first - 1].lower() in article_words()
        or forms[first - 1] == "und"
        or article.adjective(forms[first - 1])
    ):
        first -= 1
    if first or not at or not _noun(article, forms[at - 1]):
        return False
    if any(form.lower() in prepositions() or form.lower() in OBJECT for form in forms[:at]):
        return False
    return not genitive(article, Words(sentence=sentence, first=at - 1, last=at))


def passive(article: Article, where: Words) -> bool:
    """Whether the words are the subject of "werden" with a participle."""
    at = verb(article, where)
    forms = article.forms(where.sentence)
    return at is not None and forms[at] in PASSIVE and _participle(article, forms[at:])


def passive_sentence(article: Article, sentence: int) -> bool:
    """Whether a sentence has a form of "werden" and a participle."""
    forms = article.forms(sentence)
    return bool(PASSIVE & set(forms)) and _participle(article, forms)


def pluperfect(article: Article, sentence: int) -> bool:
    """Whether a sentence tells, in the pluperfect, what was before."""
    forms = article.forms(sentence)
    return bool(PLUPERFECT & set(forms)) and _participle(article, forms)


def genitive(article: Article, where: Words) -> bool:
    """Whether the words are a genitive: by article, or by an ending on the name."""
    forms = article.forms(where.sentence)
    last = forms[where.last - 1]
    before = forms[where.first - 1].lower() if where.first else ""
    if before in ("des", "eines", "dessen"):
        return True
    if before == "der" and where.first > 2 and forms[where.first - 2][:1].isupper():
        return True
    if len(where) > 1 and article.lexicon.has(forms[where.first], "SUB"):
        return False
    tags = [r.tag for r in article.lexicon.readings(last)]
    return bool(tags) and all(":GEN:" in tag for tag in tags if tag.startswith(("EIG", "SUB")))


def _ends(article: Article, forms: tuple[str, ...], last: int) -> tuple[int, ...]:
    """Where a noun phrase may end: at once, after "und B", after brackets, after an apposition between commas."""
    ends = [last]
    if forms[last : last + 1] in (("und",), ("sowie",)):
        end = last + 1
        while end < len(forms) and (
            forms[end][:1].isupper() or forms[end] in article_words() or article.adjective(forms[end])
        ):
            end += 1
        ends.insert(0, end)
    if forms[last : last + 1] == ("(",) and ")" in forms[last : last + APPOSITION]:
        ends.append(forms.index(")", last) + 1)
    if forms[ends[-1] : ends[-1] + 1] == (",",) and "," in forms[ends[-1] + 1 : ends[-1] + APPOSITION]:
        ends.append(forms.index(",", ends[-1] + 1) + 1)
    return tuple(ends)


def _noun(article: Article, form: str) -> bool:
    """Whether a capitalised form is a noun or name, even where every first word has a capital."""
    if not form[:1].isupper() or form.lower() in article_words():
        return False
    readings = article.lexicon.readings(form)
    return any(r.tag.startswith(("SUB", "EIG")) for r in readings) or not article.lexicon.readings(form.lower())


def _participle(article: Article, forms: tuple[str, ...]) -> bool:
    return any(t.startswith(("VER:PA2", "PA2")) for f in forms if f[:1].islower() for t in article.tags(f))


def _finite(article: Article, forms: tuple[str, ...], at: int) -> bool:
    if not 0 <= at < len(forms):
        return False
    form = forms[at]
    return article.finite(form) and form not in article_words() and form not in prepositions()


def _coordinated(article: Article, sentence: int, forms: tuple[str, ...], und: int) -> int | None:
    """The verb of what stands before "und": the capitalised words before it."""
    first = und
    while first and forms[first - 1][:1].isupper():
        first -= 1
    return verb(article, Words(sentence=sentence, first=first, last=und)) if first < und else None
