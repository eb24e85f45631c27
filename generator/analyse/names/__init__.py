"""Names of persons, places and organisations in an article.

A linear-chain conditional random field (Lafferty, McCallum & Pereira 2001) labels the tokens; what it sees of them
is in `features.py`. The article as a whole corrects it (`evidence.py`), so do rules (`rules.py`); names
inside compounds come from a rule (`compounds.py`).
"""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite

from generator.analyse.lexicon import Lexicon
from generator.analyse.names import compounds, definitions, evidence, rules
from generator.analyse.names.chunks import Chunk
from generator.analyse.names.features import Features
from generator.analyse.names.kinds import NameKind, NameSpan
from generator.analyse.names.words import WordTable
from generator.analyse.tokens import Token
from generator.errors import GeneratorError
from generator.model import Document, Sentence, Span

__all__ = ["NameKind", "NameSpan", "NameTagger"]

MODEL = "names.crfsuite.gz"
KINDS: dict[str, NameKind] = {"PER": "person", "LOC": "place", "ORG": "organisation"}
"""The model's labels that are names; OTH and deriv are none here."""


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
            self._weights = gzip.decompress((path / MODEL).read_bytes())  # the tagger reads in them, without a copy
            self._model.open_inmemory(self._weights)
        except (OSError, EOFError, ValueError) as error:
            raise GeneratorError(
                f"{path / MODEL}: the name model cannot be opened ({error}); "
                f"take the file from the repository again or run training/names/train.py"
            ) from error

    def tag(
        self, document: Document, sentences: tuple[Sentence, ...], tokens: tuple[tuple[Token, ...], ...]
    ) -> tuple[NameSpan, ...]:
        """The names in text order, without overlaps."""
        read = [self._read(sentence) for sentence in tokens]
        chunked = evidence.agree(tokens, [r.chunks for r in read], [r.outside for r in read], self._lexicon)
        chunked = definitions.define(tokens, chunked, self._lexicon)
        chunked = rules.tidy(tokens, chunked, self._lexicon)
        seen = _seen(tokens, chunked)
        found: list[NameSpan] = []
        for sentence, chunks, reading in zip(tokens, chunked, read, strict=True):
            inside = set()
            for chunk in chunks:
                span = Span(start=sentence[chunk.first].start, end=sentence[chunk.last - 1].end)
                found.append(NameSpan(span=span, kind=chunk.kind, part=False))
                inside |= set(range(chunk.first, chunk.last))
            for at, token in enumerate(sentence):
                if at in inside or "-" not in token.text:
                    continue
                name = compounds.find(token, reading.parts.get(at), seen, self._lexicon)
                found += [name] if name else []
        return tuple(sorted(found, key=lambda name: name.span))

    def _read(self, sentence: tuple[Token, ...]) -> Reading:
        forms = [token.text for token in sentence]
        labels = self._model.tag(pycrfsuite.ItemSequence(self._features.sentence(forms)))
        found, parts = [], {}
        for first, last, label in runs(labels):
            kind = KINDS.get(label[:3])
            if kind and label.endswith("part"):
                parts[first] = kind
            elif kind and label in KINDS:
                weight = sum(self._model.marginal(labels[at], at) for at in range(first, last)) / (last - first)
                found.append(Chunk(first=first, last=last, kind=kind, weight=weight))
        outside = [
            self._model.marginal("O", at) if label == "O" and forms[at][:1].isupper() else 0.0
            for at, label in enumerate(labels)
        ]
        return Reading(chunks=found, parts=parts, outside=outside)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the model says of one sentence."""

    chunks: list[Chunk]
    parts: dict[int, NameKind]
    """Kinds of the names in compounds, by token."""
    outside: list[float]
    """Probability that a capitalised word is no name, 0 where the model takes it for one."""


def runs(labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """Runs of labels in BIO, as first token, one past the last, kind; an I without its B opens a run too."""
    found = []
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
        for chunk in found:
            forms = [token.text for token in sentence[chunk.first : chunk.last]]
            if chunk.kind == "person":
                forms += [form.removesuffix("s") for form in forms]
                seen |= dict.fromkeys((form for form in forms if len(form) > compounds.SHORTEST), chunk.kind)
            else:
                seen.setdefault(" ".join(forms), chunk.kind)
    return seen
