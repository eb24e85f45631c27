"""Clauses without a parser: a sentence cut at its commas, colons, dashes and conjunctions; each part with its verbs.

What a part is follows from the place of its finite verb (the topological fields of German: first, second, last) and
from the word that opens it.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.analyse.quotations.lexical import openers
from generator.analyse.quotations.phrases import phrase_at
from generator.analyse.quotations.reading import CUTS, MARKS, Range, Text
from generator.analyse.quotations.verbs import finite

JOINERS = frozenset(("und", "oder", "aber", "doch", "sowie", "sondern", "denn"))
AUXILIARIES = frozenset(("haben", "sein", "werden"))
MODALS = frozenset(("haben", "sein", "werden", "können", "müssen", "sollen", "wollen", "dürfen", "mögen"))
BEFORE_DASS = frozenset(("so", "ohne", "als", "statt", "anstatt", "und", "oder", "auch", "nur", "außer"))
PLAIN = openers("plain")
"""Subordinate whatever the place of their verb."""
LOOSE = openers("loose")
"""Subordinate where the verb stands last."""
ASKING = openers("asking")
RELATIVE = openers("relative")


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A part of a sentence between two cuts, the cuts not included."""

    first: int
    last: int
    before: str
    """The cut before it: a mark, a conjunction, or empty at the sentence's start."""
    kind: str
    """`main`, `sub`, `rel`, `ask`, `inf`, `frag`, `quote` (whole direct speech)."""
    opener: str = ""
    """The word that opens a subordinate clause, lower case."""
    finite: tuple[int, ...] = ()
    """Tokens of its finite verbs."""
    order: int = 0
    """Place of the finite verb of a main clause: 1 first, 2 later."""

    @property
    def verb(self) -> int:
        """The finite verb's token, -1 where there is none."""
        return self.finite[0] if self.finite else -1


def segment(text: Text, bounds: Range) -> tuple[Segment, ...]:
    """The parts of one sentence in text order."""
    found: list[Segment] = []
    before = ""
    for first, last, cut in _pieces(text, bounds):
        if text.hidden[first] and text.inside[first] >= 0 and text.utterances[text.inside[first]].whole:
            found.append(Segment(first=first, last=last, before=before, kind="quote"))
        else:
            for a, b, joiner in _split(text, first, last):
                found.append(_classify(text, a, b, joiner or before, found))
                before = ""
        before = cut
    return tuple(found)


def _pieces(text: Text, bounds: Range) -> list[tuple[int, int, str]]:
    pieces: list[tuple[int, int, str]] = []
    first = bounds[0]
    for at in range(*bounds):
        quoted = text.inside[at] >= 0 and text.utterances[text.inside[at]].whole
        if at > bounds[0] and text.inside[at] != text.inside[at - 1] and (quoted or _was_whole(text, at)):
            if first < at:
                pieces.append((first, at, '"'))
            first = at
        if text.hidden[at] or quoted:
            continue
        if text.lower[at] in CUTS:
            if first < at:
                pieces.append((first, at, text.lower[at]))
            elif pieces:
                pieces[-1] = (*pieces[-1][:2], text.lower[at])
            first = at + 1
    last = bounds[1]
    while last > first and text.lower[last - 1] in (".", "!", "?") and text.inside[last - 1] < 0:
        last -= 1
    if first < last:
        pieces.append((first, last, ""))
    return pieces


def _was_whole(text: Text, at: int) -> bool:
    return text.inside[at - 1] >= 0 and text.utterances[text.inside[at - 1]].whole


def _split(text: Text, first: int, last: int) -> list[tuple[int, int, str]]:
    """A piece cut once more before "und" and its like, where a further clause begins."""
    parts: list[tuple[int, int, str]] = []
    start, joiner, seen = first, "", False
    at = first
    while at < last:
        if text.hidden[at]:
            at += 1
            continue
        if at > start and seen and text.lower[at] in ("dass", "daß") and text.lower[at - 1] not in BEFORE_DASS:
            parts.append((start, at, joiner))
            start, joiner, seen = at, ",", False
        elif (
            at > start + 1
            and (seen or _closes(text, start, at))
            and text.lower[at] in JOINERS
            and at + 1 < last
            and _clause_follows(text, at + 1, last)
        ):
            parts.append((start, at, joiner))
            start, joiner, seen = at, text.lower[at], False
        elif not seen:
            seen = finite(text, at) == 2 or (finite(text, at) == 1 and _second_place(text, start, at))
        at += 1
    parts.append((start, last, joiner))
    return parts


def _closes(text: Text, first: int, at: int) -> bool:
    """Whether marks that hold a clause close before token `at`."""
    return text.inside[at - 1] >= 0 > text.inside[at] and any(finite(text, i) for i in range(first, at))


def _second_place(text: Text, first: int, at: int) -> bool:
    """Whether one noun phrase alone stands before token `at`, so that it is the finite verb."""
    phrase = phrase_at(text, first, at)
    return phrase is not None and phrase.last == at and phrase.nominative


def _clause_follows(text: Text, at: int, last: int) -> bool:
    if text.lower[at] in PLAIN:
        return True
    skipped = 0
    while at < last and skipped < 3 and text.forms[at].adverb and not text.forms[at].finite:
        at, skipped = at + 1, skipped + 1
    if at < last and (finite(text, at) == 2 or _told(text, at, last)):
        return True
    phrase = phrase_at(text, at, last) if at < last else None
    if phrase is None or not phrase.nominative or phrase.last >= last:
        return False
    return finite(text, phrase.last) == 2 or _told(text, phrase.last, last)


def _told(text: Text, at: int, last: int) -> bool:
    """Whether a form that could be a participle is finite, because what it reports follows: "und berichtet, dass"."""
    after = text.lower[last : last + 2]
    return finite(text, at) == 1 and at + 1 == last and after[:1] == [","] and after[1:] in (["dass"], ["daß"], ["ob"])


def _classify(text: Text, first: int, last: int, before: str, earlier: list[Segment]) -> Segment:
    previous = earlier[-1] if earlier else None
    at = first
    joined = ""
    while at < last - 1 and (text.hidden[at] or text.lower[at] in JOINERS or text.tokens[at].text in MARKS):
        joined = joined or (text.lower[at] if text.lower[at] in JOINERS else "")
        at += 1
    visible = [i for i in range(at, last) if not text.hidden[i] and text.tokens[i].text not in MARKS]
    if not visible:
        return Segment(first=first, last=last, before=before, kind="frag")
    strong = [i for i in visible if finite(text, i) == 2]
    attributes = [i for i in strong if _before_noun(text, i, last)]
    if attributes:
        modal = [i for i in visible if finite(text, i) == 1 and MODALS & set(text.forms[i].finite)]
        strong = [i for i in strong if i not in attributes] or modal[:1] or strong
    weak = [i for i in visible if finite(text, i) == 1] if not strong else []
    opener, intro = _opener(text, visible)
    if opener in RELATIVE and opener not in ASKING and before not in (",", "–", "-", "—", "und", "oder"):
        opener = ""
    found = tuple(strong) or (_weak(text, visible, weak, opener) if weak else ())
    if (
        found
        and not strong
        and (opener in RELATIVE or len(visible) == 1)
        and text.forms[found[0]].participle
        and _pending(text, earlier)
    ):
        found = ()
    if not found:
        kind = "inf" if _infinitive(text, visible) else "frag"
        if opener in PLAIN:
            kind = "sub" if opener in PLAIN - {"ob"} or intro == 0 else "ask"
            kind = "ask" if opener == "ob" else kind
        return Segment(first=first, last=last, before=before, kind=kind, opener=opener)
    final = _final(text, visible, found[-1])
    kind = "main"
    if opener in PLAIN:
        kind = "ask" if opener == "ob" else "sub"
    elif opener and final:
        kind = "sub" if opener in LOOSE else "ask" if opener in ASKING and intro == 0 else "rel"
        if opener == "wie" and before not in (",", ":", "–"):
            kind = "sub"
        if kind == "rel" and _second(text, visible, found[0]):
            kind = "main"
    elif (
        previous is not None and joined and final and previous.kind in ("sub", "rel", "ask") and found[0] != visible[0]
    ):
        kind, opener = previous.kind, previous.opener
    elif not opener and (final or len(visible) == 1):
        unfinished = _unfinished(earlier)
        if unfinished is not None and not phrase_ends(text, visible, found[0]):
            kind, opener = ("ask" if unfinished.opener == "ob" else "sub"), unfinished.opener
    order = 0
    if kind == "main":
        place = visible.index(found[0])
        light = joined and place <= 2 and all(_light(text, i) for i in visible[:place])
        order = 1 if place == 0 or light else 2
        opener = ""
    if kind == "main" and joined and before not in (":", ";"):
        before = joined
    return Segment(first=first, last=last, before=before, kind=kind, opener=opener, finite=found, order=order)


def _before_noun(text: Text, at: int, last: int) -> bool:
    """Whether a form that could be an attribute stands before a noun: "der Beihilfe beschuldigte Personen müssen"."""
    return text.forms[at].attributive and at + 1 < last and text.forms[at + 1].noun != 0 and not text.forms[at + 1].name


def _pending(text: Text, earlier: list[Segment]) -> bool:
    """Whether the main clause before still waits for its participle: "hatte der Chef, Otto Breit, ... überreicht"."""
    main = next((s for s in reversed(earlier) if s.kind == "main"), None)
    if main is None or not main.finite or not AUXILIARIES & set(text.forms[main.verb].finite):
        return False
    return not any(text.forms[i].participle or text.forms[i].infinitive for i in range(main.verb + 1, main.last))


def _unfinished(earlier: list[Segment]) -> Segment | None:
    """The subordinate clause that still lacks its verb: "Wie die Firma, die ..., mitteilte"."""
    for segment in reversed(earlier):
        if segment.kind in ("rel", "inf") or (segment.kind == "frag" and not segment.opener):
            continue
        if not segment.finite and (segment.opener in PLAIN or segment.opener == "wie"):
            return segment
        return None
    return None


def phrase_ends(text: Text, visible: list[int], verb: int) -> bool:
    """Whether nothing but one noun phrase stands before the verb, as in a main clause."""
    phrase = phrase_at(text, visible[0], verb)
    return phrase is not None and phrase.last == verb and phrase.first == visible[0] and not phrase.name


def _light(text: Text, at: int) -> bool:
    """An adverb that may stand between "und" and its verb."""
    return text.lower[at] in ("so", "auch", "dann") and not text.forms[at].noun


def _opener(text: Text, visible: list[int]) -> tuple[str, int]:
    """The word that opens a subordinate clause, and how many tokens stand before it."""
    for skipped, at in enumerate(visible[:3]):
        word = text.lower[at]
        if word in PLAIN or word in LOOSE or word in ASKING or (word in RELATIVE and not _date(text, at)):
            return word, skipped
        form = text.forms[at]
        if not (form.preposition or (form.adverb and not form.finite) or word in ("um", "ohne")):
            break
    return "", 0


def _date(text: Text, at: int) -> bool:
    """Whether a date follows, as in "am Montag, den 5. Mai"."""
    after = text.lower[at + 1] if at + 1 < len(text.lower) else ""
    return text.lower[at] in ("den", "dem") and after[:1].isdigit() and after.endswith(".")


def _weak(text: Text, visible: list[int], weak: list[int], opener: str) -> tuple[int, ...]:
    """Verbs that could be infinitive or participle, taken for finite where nothing else is."""
    last = visible[-1]
    candidates = [i for i in weak if not (i and text.lower[i - 1] == "zu")]
    if _infinitive(text, visible):
        subject = phrase_at(text, visible[0], last)
        alone = [i for i in candidates if (subject is not None and i == subject.last) or i == visible[0]]
        candidates = [i for i in alone if i + 1 <= last and text.lower[i + 1] != "zu" and not text.forms[i + 1].zu]
    if not candidates:
        return ()
    if opener and (candidates[-1] == last or opener in PLAIN):
        return (candidates[-1],)
    early = candidates[0]
    if not opener and early == last and _told(text, early, last + 1):
        return (early,)
    if early == visible[0] or early != last or len(visible) <= 3:
        return (early,)
    before = text.forms[visible[-2]]
    if before.pronoun or (before.noun and len(visible) <= 4):
        return (early,)
    phrase = phrase_at(text, visible[0], early)
    if phrase is None or not phrase.nominative:
        return ()
    between = range(phrase.last, early)
    return (early,) if all(text.forms[i].adverb or text.hidden[i] for i in between) else ()


def _infinitive(text: Text, visible: list[int]) -> bool:
    for i in visible:
        if text.forms[i].zu:
            return True
        if text.lower[i] == "zu" and i + 1 < len(text.forms) and text.forms[i + 1].infinitive:
            return True
    return False


def _final(text: Text, visible: list[int], verb: int) -> bool:
    """Whether nothing but other verbs follows the finite one."""
    place = visible.index(verb)
    if place == 0:
        return False
    if place + 1 < len(visible) and text.lower[visible[place + 1]] == "als":
        return True
    return all(
        text.forms[i].infinitive or text.forms[i].participle or text.lower[i] in ("worden", "zu")
        for i in visible[place + 1 :]
    )


def _second(text: Text, visible: list[int], verb: int) -> bool:
    """Whether "die Partei wachse" is a main clause: article and noun agree and the verb comes straight after them."""
    phrase = phrase_at(text, visible[0], verb + 1)
    return (
        phrase is not None
        and not phrase.pronoun
        and phrase.nominative
        and all(text.tokens[i].text in MARKS for i in range(phrase.last, verb))
        and phrase.last <= verb
        and phrase.head > visible[0]
    )
