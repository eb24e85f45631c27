"""Names of persons, places and organisations in an article.

A linear-chain conditional random field (Lafferty, McCallum & Pereira 2001) labels the tokens; what it sees of them
is in `features.py`. Names inside compounds come from a rule (`compounds.py`).
"""

from __future__ import annotations

from pathlib import Path

import pycrfsuite

from generator.analyse.lexicon import Lexicon
from generator.analyse.names import compounds
from generator.analyse.names.features import Features
from generator.analyse.names.kinds import NameKind, NameSpan
from generator.analyse.names.words import WordTable
from generator.analyse.tokens import Token
from generator.errors import GeneratorError
from generator.model import Document, Sentence, Span

__all__ = ["NameKind", "NameSpan", "NameTagger"]

MODEL = "names.crfsuite"
KINDS: dict[str, NameKind] = {"PER": "person", "LOC": "place", "ORG": "organisation"}
"""The model's labels that are names; OTH and deriv are none here."""
Chunk = tuple[int, int, str]
"""First token, one past the last, label without B or I."""


class NameTagger:
    """Marks the names of an article."""

    def __init__(self, models: Path, lexicon: Lexicon) -> None:
        """
        Args:
            models: folder that holds `names/`.

        Raises:
            GeneratorError: the model is missing or cannot be read.
        """
        path = models / "names"
        self._lexicon = lexicon
        self._features = Features(lexicon, WordTable.load(path))
        self._model = pycrfsuite.Tagger()
        try:
            self._model.open(str(path / MODEL))
        except (OSError, ValueError) as error:
            raise GeneratorError(
                f"{path / MODEL}: the name model cannot be opened ({error}); "
                f"take the file from the repository again or run training/names/train.py"
            ) from error

    def tag(
        self, document: Document, sentences: tuple[Sentence, ...], tokens: tuple[tuple[Token, ...], ...]
    ) -> tuple[NameSpan, ...]:
        """The names in text order, without overlaps."""
        chunked = [self._chunks(sentence) for sentence in tokens]
        seen = _seen(tokens, chunked)
        found: list[NameSpan] = []
        for sentence, chunks in zip(tokens, chunked, strict=True):
            inside = set()
            for first, last, label in chunks:
                kind = KINDS.get(label)
                if kind:
                    span = Span(start=sentence[first].start, end=sentence[last - 1].end)
                    found.append(NameSpan(span=span, kind=kind, part=False))
                    inside |= set(range(first, last))
            parts = {first: KINDS.get(label[:3]) for first, _, label in chunks if label.endswith("part")}
            for at, token in enumerate(sentence):
                if at in inside or "-" not in token.text:
                    continue
                part = compounds.part(token, parts.get(at), seen, self._lexicon)
                if part:
                    found.append(NameSpan(span=part[0], kind=part[1], part=True))
        return tuple(sorted(found, key=lambda name: name.span))

    def _chunks(self, sentence: tuple[Token, ...]) -> list[Chunk]:
        items = pycrfsuite.ItemSequence(self._features.sentence([token.text for token in sentence]))
        return chunks(self._model.tag(items))


def chunks(labels: list[str]) -> list[Chunk]:
    """Runs of labels in BIO; an I without its B opens a run too."""
    found: list[Chunk] = []
    first, kind = 0, ""
    for at, label in enumerate([*labels, "O"]):
        if kind and (label[:1] != "I" or label[2:] != kind):
            found.append((first, at, kind))
            kind = ""
        if label != "O" and not kind:
            first, kind = at, label[2:]
    return found


def _seen(tokens: tuple[tuple[Token, ...], ...], chunked: list[list[Chunk]]) -> dict[str, NameKind]:
    """Kinds of the names by their words, of persons also by each word."""
    seen: dict[str, NameKind] = {}
    for sentence, found in zip(tokens, chunked, strict=True):
        for first, last, label in found:
            kind = KINDS.get(label)
            forms = [token.text for token in sentence[first:last]]
            if kind == "person":
                seen |= dict.fromkeys((form for form in forms if len(form) > compounds.SHORTEST), kind)
            elif kind:
                seen.setdefault(" ".join(forms), kind)
    return seen
