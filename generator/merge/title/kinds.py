"""What kind of event articles name: by the nouns and verbs of `kinds.csv`, in their titles or first sentences."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache

from generator.analyse.lexicon import Lexicon
from generator.merge.event import Event
from generator.merge.reading import Source, base, sources, tail
from generator.merge.tables import rows, words

EARLY = 3
"""Sentences of an article that say what its event is."""
TOGETHER, PLAINEST = "with", "meeting"
"""The frame of people who come together, and its plainest kind."""
AFTER = frozenset(("nach", "vor", "wegen", "trotz", "um", "gegen", "ohne", "bei", "seit", "für"))
"""Prepositions before an event that make it the occasion of another."""
CASUALTIES = ("tot", "todesopfer", "opfer", "verletzt", "verwundet")
"""Beginnings of the words before "bei" or "durch" and an event: "Zehn Tote bei Brand"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    name: str
    german: str
    english: str
    frame: str
    """Who stands in the title: `with` two who meet, `of` and `against` one person, `place` nobody."""


def find(event: Event) -> Kind | None:
    """The kind that more than half of the articles name early, and none but it; None: not certain.

    Meetings of all sorts count as one kind: its most frequent word, the plainest where none is.
    """
    votes: Counter[Kind] = Counter()
    together = 0
    for source in sources(event):
        named = _named(source, alone=len(event.analyses) == 1)
        votes.update(named)
        together += any(kind.frame == TOGETHER for kind in named)
    others = [count for kind, count in votes.items() if kind.frame != TOGETHER]
    if 2 * together > len(event.analyses) and 2 * max(others, default=0) <= together:
        return max((k for k in votes if k.frame == TOGETHER), key=lambda k: (votes[k], k.name == PLAINEST))
    if not votes:
        return None
    (best, count), *rest = votes.most_common()
    certain = best.frame != TOGETHER and 2 * count > len(event.analyses) and all(2 * n < count for _, n in rest)
    return best if certain else None


def _named(source: Source, alone: bool) -> frozenset[Kind]:
    """The kinds that an article's title names; where it names none, those of its first sentences.

    Args:
        alone: no other article can bear out what the first sentences say, so that a title counts alone.
    """
    title = source.analysis.document.title
    found = in_title(source.event.lexicon, title) if title else frozenset()
    if found or (alone and title):
        return found
    running = [
        n for n, s in enumerate(source.analysis.sentences) if not s.heading and len(source.article.tokens[n]) > EARLY
    ]
    for number in running[: 1 if alone else EARLY]:
        found |= _in_sentence(source, number)
    return frozenset(kind for kind in found if not alone or kind.frame == "place")


def in_title(lexicon: Lexicon, title: str) -> frozenset[Kind]:
    """The kinds that a title is about: its first noun, what cost lives, or a verb; none where it doubts or denies."""
    forms = tuple(title.replace(",", " ,").replace(":", " : ").replace("(", "( ").replace(")", " )").split())
    if _doubtful(lexicon, forms):
        return frozenset()
    found = set()
    colon = forms.index(":") + 1 if ":" in forms[:6] else 0
    for at, form in enumerate(forms):
        kind = _kind(lexicon, form)
        if kind is None:
            continue
        verb = not form[:1].isupper() and kind.frame != "place"
        before = forms[colon if at >= colon else 0 : at]
        opens = not any(_noun(lexicon, f) or f.lower() in AFTER for f in before) and len(before) <= EARLY
        costs = any(f.lower().startswith(CASUALTIES) for f in forms[:at]) and bool(
            {"bei", "durch"} & {f.lower() for f in forms[max(0, at - 2) : at]}
        )
        if verb or opens or costs or (kind.frame != "place" and form[:1].isupper()):
            found.add(kind)
    return frozenset(found)


def _in_sentence(source: Source, number: int) -> frozenset[Kind]:
    """The kinds that a sentence tells as news: an event with an indefinite article, or people who meet or act."""
    lexicon, forms = source.event.lexicon, source.article.forms(number)
    if _doubtful(lexicon, forms):
        return frozenset()
    persons = {p.id for p in source.event.participants if p.kind == "person"}
    named = {word[1:] for _, word in source.each(source.sentence(number)) if word.startswith("@")} & persons
    found = set()
    for at, form in enumerate(forms):
        kind = _kind(lexicon, form)
        if kind is None:
            continue
        people = len(named) >= {"with": 2, "of": 1, "against": 1}.get(kind.frame, 0)
        if people and (kind.frame != "place" or _is_new(source, forms, at)):
            found.add(kind)
    return frozenset(found)


def _is_new(source: Source, forms: tuple[str, ...], at: int) -> bool:
    """Whether a noun has an indefinite article, and is not the occasion of something else: "bei einem Brand"."""
    first = at
    while first and source.article.adjective(forms[first - 1]):
        first -= 1
    new = first > 0 and forms[first - 1].lower() in ("ein", "eine", "einem", "einer", "einen")
    return new and (first < 2 or forms[first - 2].lower() not in AFTER - {"bei"})


def _kind(lexicon: Lexicon, form: str) -> Kind | None:
    candidates = tail(lexicon, form) if form[:1].isupper() else lexicon.lemmas(form, "VER") or (form,)
    return next((_triggers()[c] for c in candidates if c in _triggers()), None)


def _noun(lexicon: Lexicon, form: str) -> bool:
    return form[:1].isupper() and lexicon.has(form, "SUB") and not lexicon.has(form[0].lower() + form[1:], "ADJ", "PA")


def _doubtful(lexicon: Lexicon, forms: tuple[str, ...]) -> bool:
    """Whether a word says that the event has not happened, or that the text is of what came of it."""
    lemmas = {form.lower() for form in forms} | {base(lexicon, form) or "" for form in forms}
    lemmas |= {part for form in forms if form[:1].isupper() for part in tail(lexicon, form)}
    return bool(lemmas & words("title", "doubts.txt")) or "?" in "".join(forms)


@cache
def _triggers() -> dict[str, Kind]:
    return {
        trigger: Kind(name=row["kind"], german=row["german"], english=row["english"], frame=row["frame"])
        for row in rows("title", "kinds.csv")
        for trigger in row["triggers"].split("|")
    }
