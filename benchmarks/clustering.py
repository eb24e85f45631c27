"""How the cost of clustering grows from 100 to 10,000 articles, and what becomes one event.

    python -m benchmarks.clustering                               invented articles in an invented vocabulary
    python -m benchmarks.clustering --data ARTICLES.jsonl.xz ...  real ones instead: every cluster of more than one

Invented events have one to six reports within two days; each report uses half of the event's own words and names among
common ones (Zipf 1935). Reported: seconds, pairs compared, how often two reports of one event are joined (recall) and
how often two joined ones are of one event (precision). Results go to `results/clustering.json`.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

from benchmarks.analysis_speed import documents
from generator.analyse import Analyser
from generator.analyse.lexicon import Lexicon
from generator.config import Merge
from generator.merge.clusters import candidates, cluster
from generator.merge.features import features, terms
from generator.merge.words import Vocabulary, Weights
from generator.model import Analysis, Document, Entity, Mention, PartialDate, Sentence, Span

HERE = Path(__file__).parent
ROOT = HERE.parent
SIZES = (100, 300, 1_000, 3_000, 10_000)
COMMON, RARE = 3_000, 200_000
"""Words of the invented language that any article may use, and those that only events use."""
REPORTS, WORDS, OWN, DAYS = 6, 220, 50, 365
"""Most reports of an event, words of a report, words that belong to an event, days over which the events spread."""


def word(number: int) -> str:
    """An invented word; the number is its rank."""
    letters = ""
    number += 400
    while number:
        number, rest = divmod(number, 40)
        letters += "bdfgklmprt"[rest % 10] + "aiou"[rest // 10]
    return letters


def invented(size: int, seed: int = 1) -> Iterator[tuple[int, Analysis]]:
    """Event number and report, `size` times."""
    chance = random.Random(seed)
    ranks = [1 / (n + 3) for n in range(COMMON)]
    made = event = 0
    while made < size:
        own = [word(COMMON + chance.randrange(RARE)) for _ in range(OWN)]
        names = [f"{word(chance.randrange(900)).title()} {word(chance.randrange(4_000)).title()}" for _ in range(5)]
        day = date(2023, 1, 1) + timedelta(days=chance.randrange(DAYS))
        for _ in range(min(chance.randint(1, REPORTS), size - made)):
            words = chance.sample(own, OWN // 2) * 2
            words += [word(n) for n in chance.choices(range(COMMON), ranks, k=WORDS - len(words))]
            chance.shuffle(words)
            told = chance.sample(names, 3)
            yield event, _report(f"r{made:05}", words, told, day + timedelta(days=chance.randrange(3)))
            made += 1
        event += 1


def _report(id_: str, words: list[str], names: list[str], day: date) -> Analysis:
    text = " ".join((*names, *words))
    at, entities = 0, []
    for number, name in enumerate(names):
        mention = Mention(span=Span(start=at, end=at + len(name)), kind="name", reason="full name")
        weight = 1.0 - number * 0.3
        entities.append(
            Entity(id=f"e{number}", kind="person", name=name, english=name, mentions=(mention,), weight=weight)
        )
        at += len(name) + 1
    document = Document(id=id_, text=text, published=PartialDate(year=day.year, month=day.month, day=day.day))
    sentence = Sentence(span=Span(start=0, end=len(text)), paragraph=0)
    return Analysis(document=document, sentences=(sentence,), entities=tuple(entities))


def measured(size: int, lexicon: Lexicon) -> dict[str, float]:
    """One row of the result."""
    reports = list(invented(size))
    events = {analysis.document.id: event for event, analysis in reports}
    begin = time.process_time()
    found = cluster((analysis for _, analysis in reports), Vocabulary(lexicon), Merge())
    seconds = time.process_time() - begin
    joined = {frozenset((a.document.id, b.document.id)) for group in found for a, b in combinations(group, 2)}
    by_event: dict[int, list[str]] = defaultdict(list)
    for id_, event in events.items():
        by_event[event].append(id_)
    same = {frozenset(pair) for ids in by_event.values() for pair in combinations(ids, 2)}
    return {
        "articles": size,
        "seconds": round(seconds, 2),
        "milliseconds_per_article_by_log_n": round(1000 * seconds / (size * math.log2(size)), 3),
        "pairs_compared": _compared([analysis for _, analysis in reports], lexicon),
        "recall": round(len(joined & same) / max(1, len(same)), 4),
        "precision": round(len(joined & same) / max(1, len(joined)), 4),
    }


def _compared(analyses: list[Analysis], lexicon: Lexicon) -> int:
    vocabulary = Vocabulary(lexicon)
    weights = Weights(terms(analysis, vocabulary) for analysis in analyses)
    return sum(1 for _ in candidates(tuple(features(a, vocabulary, weights) for a in analyses)))


def real(paths: list[Path], lexicon: Lexicon) -> list[list[str]]:
    """The clusters of more than one among real articles, by the articles' first words."""
    analyser = Analyser(ROOT / "models")
    analyses = [analyser.analyse(document) for document in documents(paths)]
    found = cluster(analyses, Vocabulary(lexicon), Merge())
    return [
        [f"{a.document.id}: {' '.join(a.document.text.split()[:14])}" for a in group] for group in found if group[1:]
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, nargs="+", default=[])
    args = parser.parse_args()
    lexicon = Lexicon.load(ROOT / "models" / "lexicon")
    if args.data:
        for group in real(args.data, lexicon):
            print("\n".join(group), end="\n\n")
        return
    rows = []
    for size in SIZES:
        rows.append(measured(size, lexicon))
        print(json.dumps(rows[-1]))
    growth = math.log(rows[-1]["seconds"] / rows[1]["seconds"]) / math.log(SIZES[-1] / SIZES[1])
    result = {"sizes": rows, "exponent": round(growth, 2)}
    out = HERE / "results" / "clustering.json"
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    print(f"cost grows with the {growth:.2f}th power of the number of articles from {SIZES[1]} to {SIZES[-1]}")


if __name__ == "__main__":
    main()
