"""An entity in its article."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Analysis, Entity


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """An entity in its article."""

    analysis: Analysis
    entity: Entity

    @property
    def key(self) -> tuple[str, str]:
        return (self.analysis.document.id, self.entity.id)
