"""An Argos Translate package run by CTranslate2 in batches."""

from __future__ import annotations

import os
from collections.abc import Sequence

from generator.config import Translation as Settings
from generator.errors import EngineError
from generator.translate import tokens
from generator.translate.engine import Engine, EngineFactory, Hypothesis
from generator.translate.packages import Package

BATCH = 1024
"""Most source pieces decoded together; larger batches were no faster on two cores."""
LONGEST = 250
"""Pieces that a model of this kind was trained on at most, with room; longer sentences are cut by their caller."""


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
        return tuple(
            tuple(
                Hypothesis(text=self._decode(hypothesis), score=score)
                for hypothesis, score in zip(result.hypotheses, result.scores, strict=True)
            )
            for result in results
        )

    def _decode(self, pieces: Sequence[str]) -> str:
        text = self._tokenizer.decode(pieces)
        return text.removeprefix(self._prefix).strip() if self._prefix else text


def factory(package: Package, settings: Settings) -> EngineFactory:
    """The package as an engine that loads when it is first needed."""

    def load() -> Engine:
        return ArgosEngine(package, settings)

    return EngineFactory(identity=package.identity, load=load)
