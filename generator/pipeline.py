"""The only file that knows the order of the stages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TextIO

from generator import check, merge, publish, read, render
from generator.analyse import Analyser
from generator.config import Config
from generator.model import Analysis, Briefing, Document, Origin, Page, Problem, Translation
from generator.progress import Progress
from generator.read import corrections, published
from generator.translate import segments, stage, tmx
from generator.translate.memory import Memory


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a run made, and what it found on the way."""

    articles: int
    briefings: tuple[Briefing, ...]
    translation: Translation
    pages: tuple[Page, ...]
    problems: tuple[Problem, ...]
    memory: Memory
    """What was translated before."""

    @property
    def failed(self) -> bool:
        """Whether an error keeps the pages from being written."""
        return any(problem.severity == "error" for problem in self.problems)


def build(config: Config, stream: TextIO) -> Outcome:
    """The main job: articles in, pages written, the memory brought up to date. Progress goes to `stream`.

    Nothing is written where a check finds an error.

    Raises:
        GeneratorError: unusable input; the pages of the last run stand.
    """
    outcome = run(config, stream)
    if not outcome.failed:
        publish.publish(outcome.pages, config.path("docs"))
        stage.remember(config, outcome.memory, outcome.translation)
    return outcome


def run(config: Config, stream: TextIO) -> Outcome:
    """Everything but the writing.

    Raises:
        GeneratorError: unusable input.
    """
    progress = Progress(stream)
    reading = read.read_all(config.path("seeds"))
    analyses = tuple(_analysed(reading.documents, config, progress))
    before = published.load(config.path("docs"))
    merged = merge.merge(analyses, config, corrections.load(config), before)
    memory = tmx.load(stage.memory_file(config))
    todo = segments(merged.briefings)
    translator = stage.translator(config, memory)
    translation = translator.translate(todo, lambda done, total: progress.show("Translating", done, total))
    pages = render.render(merged.briefings, translation, config, merged.moved)
    subject = check.Subject(briefings=merged.briefings, translation=translation, pages=pages, config=config)
    return Outcome(
        articles=len(reading.documents),
        briefings=merged.briefings,
        translation=translation,
        pages=pages,
        problems=(*reading.problems, *before.problems, *merged.problems, *check.run(subject)),
        memory=memory,
    )


def summary(outcome: Outcome) -> str:
    """One line with what a run made."""
    briefings = outcome.briefings
    origins = Counter(unit.origin for unit in outcome.translation.units)
    names: dict[Origin, str] = {"memory": "from the memory", "engine": "by the engine", "none": "left in German"}
    counts = {
        "articles": outcome.articles,
        "briefings": len(briefings),
        "participants": sum(len(b.participants) for b in briefings),
        "statements": sum(len(b.statements) for b in briefings),
        "open questions": sum(len(b.open_questions) for b in briefings),
    }
    translated = ", ".join(f"{origins[origin]} {words}" for origin, words in names.items())
    return f"{', '.join(f'{n} {name}' for name, n in counts.items())}; segments: {translated}"


def _analysed(documents: tuple[Document, ...], config: Config, progress: Progress) -> Iterator[Analysis]:
    analyser = Analyser(config.path("models"))
    return (analyser.analyse(d) for d in progress.each("Reading", documents, len(documents)))
