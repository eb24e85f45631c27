"""Each page has a path of its own that leads nowhere else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.check.subject import Subject
from generator.model import Problem

SAFE = re.compile(r"(?:de|en)(?:/[a-z0-9][a-z0-9._-]*)+\.(?:md|json)")


def check(subject: Subject) -> Iterator[Problem]:
    """Errors for paths that are not plain, or that two pages share."""
    for path, count in Counter(page.path for page in subject.pages).items():
        if count > 1:
            yield Problem(check="paths", severity="error", where=path, message=f"{count} pages have this path.")
        if not SAFE.fullmatch(path):
            yield Problem(check="paths", severity="error", where=path, message="is no plain path below docs/.")
