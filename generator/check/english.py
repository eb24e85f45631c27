"""Every German text has its English, or the English page says that it has none."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.subject import Subject
from generator.model import Problem
from generator.translate import segments, stage


def check(subject: Subject) -> Iterator[Problem]:
    """An error for a text that never came to translation; a warning for each that stays German."""
    units = {unit.segment.source for unit in subject.translation.units}
    for segment in segments(subject.briefings):
        if segment.source not in units:
            message = "never came to the translation stage."
            yield Problem(check="english", severity="error", where=segment.source[:60], message=message)
    yield from stage.problems(subject.translation)
