"""Clock times, joined to the dates beside them."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.model import Sentence, TimeExpression

NEAR = 60
"""Code points between a clock time and the date that it belongs to."""


def with_clocks(text: str, sentence: Sentence, here: list[TimeExpression]) -> list[TimeExpression]:
    """Clock times joined to the date that stands next to them."""
    for match in re.finditer(r"\b(\d{1,2})(?:[.:](\d\d))? Uhr(?: (\d\d))?\b", sentence.span.of(text)):
        hour, minute = int(match[1]), int(match[2] or match[3] or 0)
        at = sentence.span.start + match.start()
        near = [
            i
            for i, t in enumerate(here)
            if min(abs(t.span.start - at), abs(t.span.end - at)) <= NEAR and t.until is None
        ]
        if hour > 24 or minute > 59 or not near:
            continue
        best = min(near, key=lambda i: min(abs(here[i].span.start - at), abs(here[i].span.end - at)))
        if here[best].date.clock is None:
            here[best] = replace(here[best], date=replace(here[best].date, clock=f"{hour % 24:02}:{minute:02}"))
    return here
