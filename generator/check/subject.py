"""What the checks look at."""

from __future__ import annotations

from dataclasses import dataclass

from generator.config import Config
from generator.model import Briefing, Page, Translation
from generator.provenance import references

__all__ = ["Subject", "references"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A run's result before it is written."""

    briefings: tuple[Briefing, ...]
    translation: Translation
    pages: tuple[Page, ...]
    config: Config
