"""The only file that knows the order of the stages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TextIO

from generator import check, merge, publish, read, render, translate
from generator.analyse import Analyser
from generator.config import Config
from generator.model import Analysis, Briefing, Page, Problem, Translation
from generator.progress import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a run made, and what it found on the way."""

    articles: int
    briefings: tuple[Briefing, ...]
    translation: Translation
    pages: tuple[Page, ...]
    problems: tuple[Problem, ...]
