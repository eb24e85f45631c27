"""Pieces of words, as a package wants them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from generator.errors import EngineError
from generator.translate import moses


class Tokenizer(Protocol):
    def encode(self, sentence: str) -> list[str]:
        """The pieces of a sentence."""

    def decode(self, pieces: Sequence[str]) -> str:
        """The sentence of the pieces."""


class SentencePiece:
    """`sentencepiece.model` of a package (Kudo & Richardson 2018, arXiv 1808.06226)."""

    def __init__(self, model: Path) -> None:
        import sentencepiece

        self._processor = sentencepiece.SentencePieceProcessor(model_file=str(model))

    def encode(self, sentence: str) -> list[str]:
        return list(self._processor.encode(sentence, out_type=str))

    def decode(self, pieces: Sequence[str]) -> str:
        text: str = self._processor.decode_pieces(list(pieces))
        return text.replace("▁", " ").replace("_", " ").strip()


class Bpe:
    """`bpe.model` of a package (Sennrich et al. 2016, P16-1162), with the words of the Moses tokenizer around it."""

    def __init__(self, model: Path) -> None:
        from argostranslate.apply_bpe import BPE

        with model.open(encoding="utf-8") as stream:
            self._bpe = BPE(stream)

    def encode(self, sentence: str) -> list[str]:
        return list(self._bpe.segment_tokens(moses.words(sentence)))

    def decode(self, pieces: Sequence[str]) -> str:
        return moses.text(" ".join(pieces).replace("@@ ", "").split())


def load(folder: Path) -> Tokenizer:
    """The tokenizer of an unpacked package.

    Raises:
        EngineError: the package has none.
    """
    if (folder / "sentencepiece.model").is_file():
        return SentencePiece(folder / "sentencepiece.model")
    if (folder / "bpe.model").is_file():
        return Bpe(folder / "bpe.model")
    raise EngineError(f"{folder}: neither sentencepiece.model nor bpe.model in the package. Fetch it again.")
