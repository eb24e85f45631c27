"""An Argos Translate package run by CTranslate2 in batches."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence

from generator.config import Translation as Settings
from generator.errors import EngineError
from generator.translate import tokens
from generator.translate.engine import Engine, EngineFactory, Hypothesis
from generator.translate.packages import Package

BATCH = 768
"""Most source pieces decoded together; larger batches were no faster on two cores."""
LONGEST = 250
"""Most pieces that are translated together: models of this kind saw no longer sentences, and hold few more."""


class ArgosEngine:
    """Decodes with the package's model in int8; sentences of similar length share a batch."""

    def __init__(self, package: Package, settings: Settings) -> None:
        import ctranslate2

        self._tokenizer = tokens.load(package.folder)
        self._settings = settings
        self._prefix = str(package.metadata.get("target_prefix") or "")
        try:
            self._model = ctranslate2.Translator(
                str(package.folder / "model"),
                compute_type="int8",
                inter_threads=settings.threads or os.cpu_count() or 1,
                intra_threads=1,
            )
        except (RuntimeError, ValueError) as error:
            raise EngineError(
                f"{package.path}: the model cannot be loaded ({error}). Fetch the package again."
            ) from error

    def translate(
        self, sentences: Sequence[str], n_best: int, avoid: Sequence[str] = ()
    ) -> tuple[tuple[Hypothesis, ...], ...]:
        """See `Engine`. `n_best` beyond the beam widens the beam."""
        parts = [list(self._cut(sentence)) for sentence in sentences]
        answers = iter(self._decoded([part for cut in parts for part in cut], n_best, avoid))
        return tuple(_joined([next(answers) for _ in cut]) for cut in parts)

    def _cut(self, sentence: str) -> Iterator[str]:
        """The sentence, or where it is too long parts of it, ended at a comma or a space if there is one."""
        if len(self._tokenizer.encode(sentence)) <= LONGEST:
            yield sentence
            return
        middle = len(sentence) // 2
        ends = (m.end() for m in re.finditer(r",\s|\s", sentence) if middle / 2 < m.end() < middle * 1.5)
        at = min(ends, key=lambda end: (sentence[end - 2] != ",", abs(end - middle)), default=middle)
        yield from self._cut(sentence[:at].strip())
        yield from self._cut(sentence[at:].strip())

    def _decoded(self, sentences: Sequence[str], n_best: int, avoid: Sequence[str]) -> Iterator[tuple[Hypothesis, ...]]:
        pieces = [self._tokenizer.encode(sentence) for sentence in sentences]
        results = self._model.translate_batch(
            pieces,
            target_prefix=[[self._prefix]] * len(pieces) if self._prefix else None,
            max_batch_size=BATCH,
            batch_type="tokens",
            beam_size=max(self._settings.beam, n_best),
            num_hypotheses=n_best,
            length_penalty=self._settings.length_penalty,
            max_decoding_length=LONGEST + 50,
            suppress_sequences=[self._tokenizer.encode(word) for word in avoid] or None,
            replace_unknowns=True,
            return_scores=True,
        )
        exponent = self._settings.length_penalty - 1  # from what the decoder ranks by to the mean
        for result in results:
            yield tuple(
                Hypothesis(text=self._decode(hypothesis), score=score * (len(hypothesis) + 1) ** exponent)
                for hypothesis, score in zip(result.hypotheses, result.scores, strict=True)
            )

    def _decode(self, pieces: Sequence[str]) -> str:
        return self._tokenizer.decode(pieces[1:] if self._prefix and pieces[:1] == [self._prefix] else pieces).strip()


def _joined(parts: Sequence[tuple[Hypothesis, ...]]) -> tuple[Hypothesis, ...]:
    """The hypotheses of a sentence from those of its parts, rank by rank."""
    if len(parts) == 1:
        return parts[0]
    return tuple(
        Hypothesis(text=" ".join(h.text for h in rank), score=sum(h.score for h in rank) / len(rank))
        for rank in zip(*parts, strict=False)
    )


def factory(package: Package, settings: Settings) -> EngineFactory:
    """The package as an engine that loads when it is first needed."""

    def load() -> Engine:
        return ArgosEngine(package, settings)

    return EngineFactory(identity=package.identity, load=load)
