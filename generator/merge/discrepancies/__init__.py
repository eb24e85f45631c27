"""Where the sources of an event contradict each other, shown as what each says."""

from __future__ import annotations

from generator.merge.discrepancies import kinds, quantities, telling
from generator.merge.event import Event
from generator.merge.reading import sources
from generator.model import Discrepancy


def find(event: Event) -> tuple[Discrepancy, ...]:
    """Discrepancies between two or more sources; rather none than a false one."""
    if len(event.analyses) < 2:
        return ()
    read = sources(event)
    found = (*quantities.find(read), *kinds.find(read))
    shown = {report for discrepancy in found for position in discrepancy.positions for report in position.reports}
    return (*found, *telling.find(read, shown))
