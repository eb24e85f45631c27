"""The date that an article states of itself."""

from __future__ import annotations

import re
from datetime import date as calendar

from generator.model import PartialDate, Span

MONTHS = (
    "januar", "februar", "märz", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "dezember",
)  # fmt: skip
STATED = re.compile(
    r"(?i:(?:stand|veröffentlicht|erstellt|aktualisiert|zuletzt aktualisiert|datum|erscheinungsdatum|publiziert)"
    r"(?: am)?:? *)(?:(?i:mo|di|mi|do|fr|sa|so)\w*,? *(?:den )?)?(?P<date>\d[^\n]{3,40})"
)
ISO = re.compile(r"(?P<year>[12]\d{3})-(?P<month>\d{2})(?:-(?P<day>\d{2}))?(?!\d)")
POINTS = re.compile(r"(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\. ?(?P<year>[12]\d{3})(?!\d)")
WRITTEN = re.compile(rf"(?P<day>\d{{1,2}})\. (?P<name>(?i:{'|'.join(MONTHS)}|jänner)) (?P<year>[12]\d{{3}})(?!\d)")
MARK = re.compile(r"\s*date (?=[12]\d{3}-\d{2})")
"""Before the first words of an article: ` date 2023-09 `."""
HEAD = 600
"""Code points at the start in which a line that states the date is looked for."""


def leading(text: str) -> tuple[Span, PartialDate] | None:
    """The place and value of a date mark before the first words, or of a line that states nothing but the date."""
    mark = MARK.match(text)
    if mark and (found := ISO.match(text, mark.end())) and (date := _valid(found)):
        return Span(start=0, end=found.end()), date
    for line in re.finditer(r"[^\n]+", text[:HEAD]):
        stated = STATED.match(line[0].strip())
        words = stated["date"] if stated else line[0].strip()
        date = parse(words)
        if date and (stated or re.fullmatch(r"[\d.\w :,|–-]{6,40}", words)):
            return Span(start=line.start(), end=line.end()), date
    return None


def parse(words: str) -> PartialDate | None:
    """`2023-09`, `2023-09-13`, `13.9.2023` or `13. September 2023` at the start of `words`; None for anything else."""
    for pattern in (ISO, POINTS, WRITTEN):
        if (found := pattern.match(words)) and (date := _valid(found)):
            return date
    return None


def _valid(found: re.Match[str]) -> PartialDate | None:
    parts = found.groupdict()
    name = (parts.get("name") or "").lower().replace("jänner", "januar")
    month = MONTHS.index(name) + 1 if name else int(parts["month"])
    try:
        calendar(int(parts["year"]), month, int(parts["day"] or 1))
    except ValueError:
        return None
    return PartialDate(year=int(parts["year"]), month=month, day=int(parts["day"]) if parts["day"] else None)
