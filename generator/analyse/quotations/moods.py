"""The mood of a clause's verb: Konjunktiv tells somebody's words."""

from __future__ import annotations

from generator.analyse.quotations.forms import INDICATIVE, MIXED, STRICT
from generator.analyse.quotations.reading import Text
from generator.analyse.quotations.segments import Segment


def konjunktiv(text: Text, segment: Segment) -> bool:
    """Whether the first finite verb is Konjunktiv and nothing else."""
    if not segment.finite or text.forms[segment.finite[0]].mood != STRICT:
        return False
    return "ich" not in text.lower[segment.first : segment.last]


def present(text: Text, segment: Segment) -> bool:
    """Whether the verb is Konjunktiv I, which means somebody else's words where no sense of time or wish does."""
    return text.lower[segment.verb] in ("sei", "seien") or text.forms[segment.verb].present


def indicative(text: Text, segment: Segment) -> bool:
    """Whether the first finite verb is indicative and nothing else."""
    return bool(segment.finite) and text.forms[segment.finite[0]].mood == INDICATIVE


def past(text: Text, segment: Segment) -> bool:
    """Whether the verb is Konjunktiv by its spelling alone and most likely a past: "stimmte", not "sollte"."""
    if not segment.finite or text.forms[segment.finite[0]].mood != MIXED:
        return False
    return not {"sollen", "wollen", "können", "müssen", "dürfen"} & set(text.forms[segment.finite[0]].finite)
