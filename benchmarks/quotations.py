"""How many quotations are found, and with the right speaker, cue and addressee.

    python -m benchmarks.quotations --data dev.jsonl.xz

The corpus is that of Petersen-Frey & Biemann 2024 (arXiv 2404.16764; annotations CC BY-NC-SA, not in the repository).
Everything is counted in its tokens, marks included. `quoted words`: tokens in any quotation, whatever its type.
`typed`: pairs of token and type, added up over the types. An annotation and a quotation are matched greedily by the
number of quoted tokens that they share; `found` is the share of annotations with a match that covers at least half of
their tokens. Of matched pairs, `speaker` is right where both are empty or share a word of the speaker's noun phrases
(`speaker or entity`: or where the annotated words are a mention of the entity that was found); the same holds for cue
and addressee. `joint` scores the tokens of all five roles of matched pairs against all annotated and all predicted
ones, as the paper does. Results go to `results/quotations.json`.
"""

from __future__ import annotations

import argparse
import json
import lzma
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.analyse import entities, sentences
from generator.analyse.lexicon import Lexicon
from generator.analyse.names import NameTagger
from generator.analyse.quotations import QuotationFinder
from generator.analyse.tokens import tokenize
from generator.model import Document, Entity, Quotation, Span

HERE = Path(__file__).parent
TYPES = ("Direct", "Indirect", "FreeIndirect", "IndirectFreeIndirect", "Reported")
ROLES = ("quote", "cue", "frame", "speaker", "addressee")
HALF = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """One quotation as sets of token numbers."""

    type: str
    roles: dict[str, frozenset[int]]
    entity: frozenset[int] = frozenset()
    """Tokens of all mentions of the speaker's entity."""


class Tokens:
    """The corpus's tokens of one article, found again in its text."""

    def __init__(self, article: dict[str, Any]) -> None:
        text, at = article["originalText"], 0
        self.spans: list[tuple[int, int]] = []
        for sentence in article["sentences"]:
            for token in sentence["tokens"]:
                at = text.index(token, at)
                self.spans.append((at, at + len(token)))
                at += len(token)
        self.words = {i for i, (s, e) in enumerate(self.spans) if any(c.isalnum() for c in text[s:e])}
        self._starts = [-1] * (len(text) + 1)
        for i, (start, end) in enumerate(self.spans):
            self._starts[start:end] = [i] * (end - start)

    def within(self, spans: Iterable[tuple[int, int]]) -> frozenset[int]:
        return frozenset(i for s, e in spans for c in range(s, e) if (i := self._starts[c]) >= 0)


def annotated(article: dict[str, Any], tokens: Tokens) -> list[Roles]:
    return [
        Roles(
            type=a["type"],
            roles={r: tokens.within((s["charBegin"], s["charEnd"]) for s in a[r]["spans"]) for r in ROLES},
        )
        for a in article["annotations"]
        if a["quote"]["spans"]
    ]


def predicted(quotations: tuple[Quotation, ...], known: tuple[Entity, ...], tokens: Tokens) -> list[Roles]:
    mentions = {e.id: tokens.within((m.span.start, m.span.end) for m in e.mentions) for e in known}
    return [
        Roles(
            type=q.type,
            roles={r: tokens.within(pairs(getattr(q, r))) for r in ROLES},
            entity=mentions.get(q.speaker_entity or "", frozenset()),
        )
        for q in quotations
    ]


def pairs(spans: tuple[Span, ...]) -> list[tuple[int, int]]:
    return [(s.start, s.end) for s in spans]


def match(gold: list[Roles], found: list[Roles]) -> list[tuple[Roles, Roles]]:
    """Greedy: the pair that shares most quoted tokens first, the same type before another, nearest in length."""
    ranked = sorted(
        (
            (
                -len(g.roles["quote"] & f.roles["quote"]),
                g.type != f.type,
                len(g.roles["quote"] ^ f.roles["quote"]),
                a,
                b,
            )
            for a, g in enumerate(gold)
            for b, f in enumerate(found)
            if g.roles["quote"] & f.roles["quote"]
        )
    )
    taken_g: set[int] = set()
    taken_f: set[int] = set()
    result = []
    for _, _, _, a, b in ranked:
        if a not in taken_g and b not in taken_f:
            taken_g.add(a)
            taken_f.add(b)
            result.append((gold[a], found[b]))
    return result


def score(right: float, found: float, wanted: float) -> dict[str, float]:
    p, r = right / found if found else 0.0, right / wanted if wanted else 0.0
    return {"precision": round(p, 4), "recall": round(r, 4), "f1": round(2 * p * r / (p + r) if p + r else 0.0, 4)}


class Counts:
    """Everything that is added up over the articles."""

    def __init__(self) -> None:
        self.tokens: Counter[tuple[str, str]] = Counter()
        self.pairs: Counter[str] = Counter()

    def add(self, gold: list[Roles], found: list[Roles], tokens: Tokens) -> None:
        everything = {t: (_union(gold, t), _union(found, t)) for t in TYPES}
        everything["quoted words"] = (_union(gold), _union(found))
        for name, (g, f) in everything.items():
            self._tokens(name, g, f)
        for key in ("right", "found", "wanted"):
            self.tokens["typed", key] = sum(self.tokens[t, key] for t in TYPES)
        matched = match(gold, found)
        for role in ROLES:
            self.tokens["joint " + role, "wanted"] += sum(len(g.roles[role]) for g in gold)
            self.tokens["joint " + role, "found"] += sum(len(f.roles[role]) for f in found)
            self.tokens["joint " + role, "right"] += sum(len(g.roles[role] & f.roles[role]) for g, f in matched)
        self.pairs["annotated"] += len(gold)
        self.pairs["predicted"] += len(found)
        for one, other in matched:
            self._pair(one, other, tokens)

    def _tokens(self, name: str, gold: set[int], found: set[int]) -> None:
        self.tokens[name, "right"] += len(gold & found)
        self.tokens[name, "found"] += len(found)
        self.tokens[name, "wanted"] += len(gold)

    def _pair(self, g: Roles, f: Roles, tokens: Tokens) -> None:
        if len(g.roles["quote"] & f.roles["quote"]) < HALF * len(g.roles["quote"]):
            return
        self.pairs["found"] += 1
        self.pairs["type"] += g.type == f.type
        for role in ("speaker", "cue", "addressee"):
            a, b = g.roles[role] & tokens.words, f.roles[role] & tokens.words
            right = bool(a & b) or (not a and not b)
            self.pairs[role] += right
            self.pairs[role + " named"] += bool(a)
            self.pairs[role + " named right"] += bool(a & b)
            if role == "speaker":
                self.pairs["speaker or entity"] += right or bool(a & f.entity)

    def result(self) -> dict[str, Any]:
        names = ("quoted words", "typed", *TYPES)
        of = {n: score(*(self.tokens[n, k] for k in ("right", "found", "wanted"))) for n in names}
        joint = {r: score(*(self.tokens["joint " + r, k] for k in ("right", "found", "wanted"))) for r in ROLES}
        joint["all roles"] = score(
            *(sum(self.tokens["joint " + r, k] for r in ROLES) for k in ("right", "found", "wanted"))
        )
        found = self.pairs["found"] or 1
        return {
            "tokens": of,
            "quotations": {
                "annotated": self.pairs["annotated"],
                "predicted": self.pairs["predicted"],
                "found": round(self.pairs["found"] / (self.pairs["annotated"] or 1), 4),
                **{
                    key: round(self.pairs[key] / found, 4)
                    for key in ("type", "speaker", "speaker or entity", "cue", "addressee")
                },
                **{
                    f"{role} where named": round(
                        self.pairs[f"{role} named right"] / (self.pairs[f"{role} named"] or 1), 4
                    )
                    for role in ("speaker", "cue", "addressee")
                },
            },
            "joint": joint,
        }


def _union(all_: list[Roles], kind: str | None = None) -> set[int]:
    return {i for q in all_ if kind in (None, q.type) for i in q.roles["quote"]}


def articles(path: Path) -> list[dict[str, Any]]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    args = parser.parse_args()
    models = HERE.parent / "models"
    lexicon = Lexicon.load(models / "lexicon")
    tagger, finder = NameTagger(models, lexicon), QuotationFinder(lexicon)
    counts, seconds, number = Counts(), 0.0, 0
    for article in articles(args.data):
        document = Document(id="article", text=article["originalText"])
        split = sentences.split(document)
        words = tuple(tokenize(document.text, s.span) for s in split)
        known = entities.build(document, split, words, tagger.tag(document, split, words), lexicon)
        begin = time.process_time()
        quotations = finder.find(document, split, words, known)
        seconds += time.process_time() - begin
        number += 1
        tokens = Tokens(article)
        counts.add(annotated(article, tokens), predicted(quotations, known, tokens), tokens)
    result = {"articles": number, **counts.result(), "articles_per_second": round(number / seconds, 1)}
    out = HERE / "results" / "quotations.json"
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    report(result)


def report(result: dict[str, Any]) -> None:
    for name, s in result["tokens"].items():
        print(f"{name:22} P {s['precision']:.3f}  R {s['recall']:.3f}  F1 {s['f1']:.3f}")
    print("  ".join(f"{k} {v}" for k, v in result["quotations"].items()))
    for name, s in result["joint"].items():
        print(f"joint {name:16} P {s['precision']:.3f}  R {s['recall']:.3f}  F1 {s['f1']:.3f}")
    print(f"{result['articles_per_second']} articles a second")


if __name__ == "__main__":
    main()
