"""Sentences in the Konjunktiv without a frame: what somebody said goes on."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analyse.quotations.drafts import Draft, View
from generator.analyse.quotations.frames import Clauses
from generator.analyse.quotations.moods import konjunktiv, present
from generator.analyse.quotations.reading import Text
from generator.analyse.quotations.segments import Segment
from generator.analyse.quotations.speakers import REACH, quoted_before

SUPPOSING = frozenset(("wäre", "könnte", "müsste", "dürfte", "möchte", "sollte"))
"""Forms that the writer's own suppositions have more often than somebody's words."""


def find(view: View) -> Iterator[Draft]:
    """Runs of sentences whose main verb is Konjunktiv, joined where nothing stands between them."""
    run: list[Clauses] = []
    for clauses in view.clauses:
        if _belongs(view, clauses, bool(run) or _goes_on(view, clauses)):
            run.append(clauses)
            continue
        if run:
            yield _draft(view, run)
        run = []
    if run:
        yield _draft(view, run)


def _goes_on(view: View, clauses: Clauses) -> bool:
    """Whether the next sentence of the paragraph is in Konjunktiv I: "Viele würden schweigen. Es sei ..."."""
    text, number = view.text, clauses.sentence + 1
    if number >= len(view.clauses) or text.sentences[number].paragraph != text.sentences[number - 1].paragraph:
        return False
    main = next((s for s in view.clauses[number].segments if s.kind == "main" and s.finite), None)
    return main is not None and konjunktiv(text, main) and present(text, main) and view.free(*text.bounds[number])


def _belongs(view: View, clauses: Clauses, running: bool) -> bool:
    text = view.text
    first, last = text.bounds[clauses.sentence]
    if text.sentences[clauses.sentence].heading or not view.free(first, last):
        return False
    mains = [s for s in clauses.segments if s.kind == "main" and s.finite]
    if not mains:
        return False
    told = [s for s in mains if konjunktiv(text, s) and not _condition(s, clauses) and not _guess(text, s)]
    if any(present(text, s) for s in told) and (konjunktiv(text, mains[0]) or running):
        return True
    if not konjunktiv(text, mains[0]) or mains[0] not in told:
        return _unclear(text, mains[0]) and (running or _told_before(view, clauses.sentence))
    if text.lower[mains[0].verb] in SUPPOSING:
        return running
    near = quoted_before(view, clauses.sentence, 1) or _speaks_before(view, clauses.sentence)
    if text.forms[mains[0].verb].singular:
        return running or near
    return running or near or quoted_before(view, clauses.sentence, REACH)


def _speaks_before(view: View, sentence: int) -> bool:
    """Whether somebody is said to say something in the sentence before."""
    if not sentence:
        return False
    return any(f.speaker is not None and f.cue.entry.takes for f in view.clauses[sentence - 1].frames.values())


def _condition(segment: Segment, clauses: Clauses) -> bool:
    """Whether the verb opens the sentence: "Käme er, ..."."""
    return segment.order == 1 and segment.first == clauses.segments[0].first


def _guess(text: Text, segment: Segment) -> bool:
    """ "dürfte" and "dürften" are the writer's own guess more often than somebody's words."""
    return text.lower[segment.verb] in ("dürfte", "dürften")


def _told_before(view: View, sentence: int) -> bool:
    """Whether the sentence before ends in reported speech in the Konjunktiv."""
    first = view.text.bounds[sentence][0]
    owners = {view.owner[at] for at in range(max(0, first - 2), first)} - {-1}
    return any(view.found[o].rule == "following-konjunktiv" for o in owners)


def _unclear(text: Text, segment: Segment) -> bool:
    """Whether the verb is Konjunktiv by its spelling alone, as "sollten"."""
    return text.lower[segment.verb] in ("solle", "sollten", "sollte", "wollten", "dürften")


def _draft(view: View, run: list[Clauses]) -> Draft:
    text = view.text
    first, last = text.bounds[run[0].sentence][0], text.bounds[run[-1].sentence][1]
    return Draft(
        rule="konjunktiv" if quoted_before(view, run[0].sentence, REACH) else "konjunktiv-alone",
        type="IndirectFreeIndirect",
        medium="speech",
        quote=((first, last),),
    )
