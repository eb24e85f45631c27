"""Segments to English: memory first, then an engine, each result checked before it is believed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.config import Translation as Settings
from generator.model import Segment, Translation, TranslationUnit
from generator.translate import checks, splitting
from generator.translate.engine import Engine, EngineFactory, Hypothesis
from generator.translate.memory import Entry, Memory
from generator.translate.pair import Finding, Pair, Source, Sources
from generator.translate.repair import paired, repaired
from generator.translate.splitting import Sentence
from generator.translate.variants import VARIANTS, Way
from generator.translate.vocabulary import WORD

Progress = Callable[[int, int], None]
"""Called with the number of segments that are done and with that of all."""
PORTION = 400
"""Segments that share the engine's batches; progress is told after each portion."""
WARNING_COST = 0.2
"""What a failed check of lesser weight costs against the engine's mean log-probability."""
NOTHING = Hypothesis(text="", score=-100.0)
"""In place of what an engine could not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One possible English of a sentence."""

    text: str
    findings: tuple[Finding, ...]
    score: float

    @property
    def critical(self) -> int:
        return sum(f.severity == "error" for f in self.findings)

    @property
    def cost(self) -> tuple[int, float]:
        """To be made as small as possible: critical findings first, then doubt."""
        return self.critical, WARNING_COST * (len(self.findings) - self.critical) - self.score


class Translator:
    """Turns segments into English.

    Args:
        engine: what translates; None where the machine has none.
        memory: what was translated before.
        sources: knows the terms and words of a German text.
        settings: `translation` of generator.yml.
    """

    def __init__(self, engine: EngineFactory | None, memory: Memory, sources: Sources, settings: Settings) -> None:
        self._engine = engine
        self._memory = memory
        self._sources = sources
        self._settings = settings

    def translate(self, segments: Sequence[Segment], progress: Progress | None = None) -> Translation:
        """English for every segment, or the reason why there is none. The engine is loaded only where it is needed.

        Raises:
            EngineError: the package cannot be loaded.
        """
        units: dict[Segment, TranslationUnit] = {}
        open_: list[Segment] = []
        for segment in segments:
            unit = self._remembered(segment) if WORD.search(segment.source) else _wordless(segment)
            if unit is None:
                open_.append(segment)
            else:
                units[segment] = unit
        if progress is not None:
            progress(len(units), len(segments))
        if open_ and self._engine is not None:
            engine = self._engine.load()
            for group in _groups(open_):
                units.update(zip(group, self._translated(group, engine), strict=True))
                if progress is not None:
                    progress(len(units), len(segments))
        return Translation(units=tuple(units.get(s) or _untranslated(s) for s in segments))

    def _remembered(self, segment: Segment) -> TranslationUnit | None:
        entry = self._memory.find(segment.source)
        if entry is None:
            return None
        if entry.target is None:
            if self._engine is not None and entry.origin != str(self._engine.identity):
                return None
            return _untranslated(segment, entry)
        found = checks.run(Pair(source=self._sources.of(segment.source, segment.names), target=entry.target))
        if entry.by_engine and checks.critical(found):
            return None if self._engine is not None else _untranslated(segment)
        return TranslationUnit(
            segment=segment,
            target=entry.target,
            origin="memory",
            state=entry.state,
            flags=tuple(f.check for f in found),
            engine=entry.origin if entry.state == "machine" else None,
        )

    def _translated(self, segments: Sequence[Segment], engine: Engine) -> list[TranslationUnit]:
        split = {segment: splitting.split(segment.source) for segment in segments}
        wanted = {s.text: self._sources.of(s.text, segment.names) for segment in segments for s in split[segment]}
        best = self._best(tuple(wanted.values()), engine)
        return [self._unit(segment, split[segment], best) for segment in segments]

    def _best(self, sources: Sequence[Source], engine: Engine) -> dict[str, Candidate]:
        """The best English of each sentence: the plain way first, another way for those that fail critically."""
        wordless = (source for source in sources if not WORD.search(source.text))
        best = {s.text: Candidate(text=repaired(s, s.text), findings=(), score=0.0) for s in wordless}
        for variant in VARIANTS:
            todo = []
            for source in sources:
                known = best.get(source.text)
                way = variant(source, known.findings if known else ()) if known is None or known.critical else None
                if way is not None:
                    todo.append((source, way))
            for (source, _), candidates in zip(todo, self._attempts(todo, engine), strict=True):
                old = (best[source.text],) if source.text in best else ()
                best[source.text] = min((*old, *candidates), key=lambda c: c.cost)
        return best

    def _attempts(self, todo: Sequence[tuple[Source, Way]], engine: Engine) -> Iterator[list[Candidate]]:
        """What the engine makes of each way, repaired and checked."""
        texts = [text for _, way in todo for text in way.sources]
        avoid = tuple(dict.fromkeys(word for _, way in todo for word in way.avoid))
        answers = iter(engine.translate(texts, self._settings.hypotheses, avoid) if texts else ())
        for source, way in todo:
            parts = [next(answers) or (NOTHING,) for _ in way.sources]
            yield [self._candidate(source, way, ranked) for ranked in zip(*parts, strict=False)]

    def _candidate(self, source: Source, way: Way, parts: Sequence[Hypothesis]) -> Candidate:
        text = repaired(source, way.restored(tuple(part.text for part in parts)))
        score = min(part.score for part in parts)
        found = checks.run(Pair(source=source, target=text, score=score))
        if text in self._memory.rejected(source.text):
            found += (Finding(check="rejected", severity="error", message="a person turned this wording down"),)
        return Candidate(text=text, findings=found, score=score)

    def _unit(self, segment: Segment, split: tuple[Sentence, ...], best: dict[str, Candidate]) -> TranslationUnit:
        assert self._engine is not None
        target = paired(splitting.join(split, tuple(best[s.text].text for s in split)))
        found = checks.run(Pair(source=self._sources.of(segment.source, segment.names), target=target))
        failed = any(best[s.text].critical for s in split) or checks.critical(found)
        failed = failed or target in self._memory.rejected(segment.source)
        every = (*found, *(f for s in split for f in best[s.text].findings))
        return TranslationUnit(
            segment=segment,
            target=None if failed else target,
            origin="none" if failed else "engine",
            state="untranslated" if failed else "machine",
            flags=tuple(dict.fromkeys(f.check for f in every)),
            engine=str(self._engine.identity),
            attempt=target if failed else None,
        )


def _wordless(segment: Segment) -> TranslationUnit:
    """Figures and marks need no engine, only their English form."""
    target = repaired(Source(text=segment.source), segment.source)
    return TranslationUnit(segment=segment, target=target, origin="pattern", state="reviewed")


def _untranslated(segment: Segment, entry: Entry | None = None) -> TranslationUnit:
    return TranslationUnit(
        segment=segment,
        target=None,
        origin="none",
        state="untranslated",
        flags=entry.flags if entry else (),
        engine=entry.origin if entry else None,
        attempt=entry.attempt or None if entry else None,
    )


def _groups(segments: Sequence[Segment]) -> Iterator[Sequence[Segment]]:
    """Portions after each of which the progress is told."""
    for start in range(0, len(segments), PORTION):
        yield segments[start : start + PORTION]
