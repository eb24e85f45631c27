"""How well the names of persons, places and organisations are found: precision, recall and F1 of exact spans.

    python -m benchmarks.names NER-de-test.tsv pud.iob2

GermEval 2014 (outer labels PER, LOC and ORG; derived names and parts of compounds count as none) and German PUD, both
with the tokens of the corpus. The whole tagger runs, article by article where the corpus marks them (`# newdoc`), else
sentence by sentence. Results go to `results/names.json`, one entry a file.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from generator.analyse.lexicon import Lexicon
from generator.analyse.names import NameTagger
from generator.analyse.tokens import Token
from generator.model import Document, Sentence, Span

HERE = Path(__file__).parent
MODELS = HERE.parent / "models"
KINDS = {"person": "PER", "place": "LOC", "organisation": "ORG"}
Gold = list[tuple[str, str]]


def articles(path: Path) -> Iterator[list[Gold]]:
    """The sentences of each article as (form, outer label)."""
    article: list[Gold] = []
    sentence: Gold = []
    marked = False
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("#"):
            if line.startswith("# newdoc") and article:
                yield article
                article = []
            marked = marked or line.startswith("# newdoc")
        elif line.strip():
            _, form, label = line.split("\t")[:3]
            sentence.append((form, label))
        elif sentence:
            article.append(sentence)
            sentence = []
            if not marked:
                yield article
                article = []
    if article:
        yield article


def gold(sentence: Gold) -> set[tuple[int, int, str]]:
    """Names as first token, one past the last, kind."""
    found, first, kind = set(), 0, ""
    for at, label in enumerate([*(label for _, label in sentence), "O"]):
        if kind and (label[:1] != "I" or label[2:] != kind):
            found.add((first, at, kind))
            kind = ""
        if label != "O" and not kind:
            first, kind = at, label[2:]
    return {name for name in found if name[2] in KINDS.values()}


def predicted(tagger: NameTagger, article: list[Gold]) -> list[set[tuple[int, int, str]]]:
    """The tagger's names, sentence by sentence, by the corpus's tokens."""
    text, tokens, sentences = "", [], []
    for sentence in article:
        start, row = len(text), []
        for form, _ in sentence:
            row.append(Token(len(text), len(text) + len(form), form))
            text += form + " "
        tokens.append(tuple(row))
        sentences.append(Sentence(span=Span(start=start, end=len(text) - 1), paragraph=0))
    names = tagger.tag(Document(id="x", text=text), tuple(sentences), tuple(tokens))
    found = []
    for row in tokens:
        at = {token.start: i for i, token in enumerate(row)}
        inside = [n for n in names if not n.part and row[0].start <= n.span.start < row[-1].end]
        found.append({(at[n.span.start], sum(t.start < n.span.end for t in row), KINDS[n.kind]) for n in inside})
    return found


def measure(tagger: NameTagger, path: Path) -> dict[str, object]:
    right: Counter[str] = Counter()
    given: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for article in articles(path):
        for sentence, found in zip(article, predicted(tagger, article), strict=True):
            truth = gold(sentence)
            right.update(kind for *_, kind in truth & found)
            given.update(kind for *_, kind in found)
            wanted.update(kind for *_, kind in truth)
    result: dict[str, object] = {
        kind: _scores(right[kind], given[kind], wanted[kind]) for kind in sorted(KINDS.values())
    }
    return result | _scores(right.total(), given.total(), wanted.total()) | {"names": wanted.total()}


def _scores(right: int, given: int, wanted: int) -> dict[str, float]:
    return {
        "precision": round(right / max(given, 1), 4),
        "recall": round(right / max(wanted, 1), 4),
        "f1": round(2 * right / max(given + wanted, 1), 4),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path, nargs="+")
    parser.add_argument("--models", type=Path, default=MODELS)
    parser.add_argument("--out", type=Path, default=HERE / "results" / "names.json")
    args = parser.parse_args()
    tagger = NameTagger(args.models, Lexicon.load(args.models / "lexicon"))
    result = {path.name: measure(tagger, path) for path in args.corpora}
    args.out.parent.mkdir(exist_ok=True)
    args.out.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    for name, scores in result.items():
        kinds = ", ".join(f"{kind} {scores[kind]['f1']:.3f}" for kind in sorted(KINDS.values()))  # type: ignore[index]
        print(f"{name}: F1 {scores['f1']:.4f} (P {scores['precision']:.3f}, R {scores['recall']:.3f}; {kinds})")


if __name__ == "__main__":
    main()
