"""An engine that says what a test wants, and a real package with random weights."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
import sentencepiece
from ctranslate2.specs import common_spec, transformer_spec

from generator.translate.engine import EngineFactory, Hypothesis, Identity

IDENTITY = Identity(name="fake", version="1.0", sha256="ab" * 32)
OLDER = Identity(name="fake", version="0.9", sha256="cd" * 32)
Answer = Callable[[str], Sequence[str]]
METADATA = {"package_version": "1.0", "from_code": "de", "to_code": "en", "type": "translate"}


class FakeEngine:
    """Answers from a dictionary, or by a function; keeps what it was asked."""

    def __init__(self, answers: Mapping[str, str | Sequence[str]] | Answer) -> None:
        self._answers = answers
        self.asked: list[str] = []
        self.avoided: list[str] = []
        self.loaded = 0

    def translate(
        self, sentences: Sequence[str], n_best: int, avoid: Sequence[str] = ()
    ) -> tuple[tuple[Hypothesis, ...], ...]:
        self.asked += sentences
        self.avoided += avoid
        return tuple(self._hypotheses(sentence)[:n_best] for sentence in sentences)

    def _hypotheses(self, sentence: str) -> tuple[Hypothesis, ...]:
        found = self._answers(sentence) if callable(self._answers) else self._answers[sentence]
        texts = (found,) if isinstance(found, str) else found
        return tuple(Hypothesis(text=text, score=-0.1 * rank) for rank, text in enumerate(texts))

    def factory(self, identity: Identity = IDENTITY) -> EngineFactory:
        def load() -> FakeEngine:
            self.loaded += 1
            return self

        return EngineFactory(identity=identity, load=load)


def tiny_package(path: Path, **metadata: object) -> Path:
    """Write a package with random weights: it loads and decodes, and what it says is nonsense."""
    pieces = io.BytesIO()
    text = ["Guten Tag, sagte der Minister.", "Good morning, said the minister.", "Zwei Männer und drei Frauen."] * 9
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(text),
        model_writer=pieces,
        vocab_size=60,
        hard_vocab_limit=False,
        minloglevel=2,
    )
    processor = sentencepiece.SentencePieceProcessor(model_proto=pieces.getvalue())
    tokens = [processor.id_to_piece(i) for i in range(processor.get_piece_size())]
    model = path.parent / f"{path.stem}-model"
    model.mkdir(parents=True)
    _network(tokens).save(str(model))
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("de_en/metadata.json", json.dumps(METADATA | metadata))
        archive.writestr("de_en/sentencepiece.model", pieces.getvalue())
        for file in sorted(model.iterdir()):
            archive.write(file, f"de_en/model/{file.name}")
    return path


def _network(tokens: list[str]) -> transformer_spec.TransformerSpec:
    width, random = 8, np.random.default_rng(7)
    spec = transformer_spec.TransformerSpec.from_config(
        (1, 1), 2, pre_norm=True, activation=common_spec.Activation.RELU
    )

    def matrix(rows: int, columns: int) -> np.ndarray:
        return random.standard_normal((rows, columns)).astype(np.float32)

    def norm(layer: common_spec.LayerNormSpec) -> None:
        layer.gamma, layer.beta = np.ones(width, np.float32), np.zeros(width, np.float32)

    def linear(layer: common_spec.LinearSpec, rows: int, columns: int = width) -> None:
        layer.weight, layer.bias = matrix(rows, columns), np.zeros(rows, np.float32)

    embeddings = matrix(len(tokens), width)
    for side in (spec.encoder, spec.decoder):
        table = side.embeddings[0] if isinstance(side.embeddings, list) else side.embeddings
        table.weight = embeddings
        side.position_encodings.encodings = matrix(512, width)
        norm(side.layer_norm)
        for layer in side.layer:
            norm(layer.self_attention.layer_norm)
            linear(layer.self_attention.linear[0], 3 * width)
            linear(layer.self_attention.linear[1], width)
            norm(layer.ffn.layer_norm)
            linear(layer.ffn.linear_0, 2 * width)
            linear(layer.ffn.linear_1, width, 2 * width)
    for layer in spec.decoder.layer:
        norm(layer.attention.layer_norm)
        for part, rows in zip(layer.attention.linear, (width, 2 * width, width), strict=True):
            linear(part, rows)
    spec.decoder.projection.weight = embeddings
    spec.register_source_vocabulary(tokens)
    spec.register_target_vocabulary(tokens)
    spec.config.add_source_eos, spec.config.add_source_bos = True, False
    spec.config.bos_token, spec.config.eos_token, spec.config.unk_token = "<s>", "</s>", "<unk>"
    spec.config.decoder_start_token = "<s>"
    spec.validate()
    spec.optimize(quantization="int8")
    return spec
