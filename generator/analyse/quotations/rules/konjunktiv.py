"""Sentences in the Konjunktiv without a frame: what somebody said goes on."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analyse.quotations.drafts import Draft, View
from generator.analyse.quotations.extents import konjunktiv
from generator.analyse.quotations.frames import Clauses
from generator.analyse.quotations.reading import Text
from generator.analyse.quotations.segments import Segment
from generator.analyse.quotations.speakers import nearby


def find(view: View) -> Iterator[Draft]:
    """Runs of sentences whose main verb is Konjunktiv, joined where nothing stands between them."""
    run: list[Clauses] = []
    for clauses in view.clauses:
        if _belongs(view, clauses, bool(run)):
            run.append(clauses)
            continue
        if run:
            yield _draft(view, run)
        run = []
    if run:
        yield _draft(view, run)


def _belongs(view: View, clauses: Clauses, running: bool) -> bool:
    text = view.text
    first, last = text.bounds[clauses.sentence]
    if text.sentences[clauses.sentence].heading or not view.free(first, last):
        return False
    main = next((s for s in clauses.segments if s.kind == "main"), None)
    if main is None or not konjunktiv(text, main):
        return False
    if _present(text, main):
        return True
    return running or nearby(view, clauses.sentence)


def _present(text: Text, segment: Segment) -> bool:
    """Whether the verb is Konjunktiv I, which in a main clause means somebody else's words."""
    word = text.lower[segment.finite[0]]
    return word in ("sei", "seien") or (
        text.forms[segment.finite[0]].singular
        and word.endswith("e")
        and not word.endswith(("te", "äte", "äme", "äbe", "äre"))
    )


def _draft(view: View, run: list[Clauses]) -> Draft:
    text = view.text
    first, last = text.bounds[run[0].sentence][0], text.bounds[run[-1].sentence][1]
    return Draft(
        rule="konjunktiv" if nearby(view, run[0].sentence) else "konjunktiv-alone",
        type="IndirectFreeIndirect",
        medium="speech",
        quote=((first, last),),
    )
