"""How fast the analysis is on one core, how much memory it takes, how long it needs to start.

    python -m benchmarks.analysis_speed ARTICLES.jsonl.xz ...     (one article a line, its text under `originalText`)

Without arguments the articles of `seeds/` are read many times over. Results go to `results/analysis_speed.json`.
"""

from __future__ import annotations

import argparse
import json
import lzma
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from generator.analyse import Analyser, entities, sentences, times
from generator.analyse.article import Article
from generator.analyse.places import build as places
from generator.analyse.tokens import tokenize
from generator.model import Document, PartialDate

HERE = Path(__file__).parent
ROOT = HERE.parent
REPEATED = 40
"""Times that the seeds are read where no articles are given."""
START = (
    "import time; t = time.perf_counter(); from pathlib import Path; from generator.analyse import Analyser; "
    "Analyser(Path('models')); print(time.perf_counter() - t)"
)


def documents(paths: list[Path]) -> Iterator[Document]:
    for path in paths:
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                article = json.loads(line)
                date = re.search(r"\((\d{4})-(\d\d)-(\d\d)\)", article["name"])
                published = PartialDate(year=int(date[1]), month=int(date[2]), day=int(date[3])) if date else None
                yield Document(id=f"{path.stem}-{number}", text=article["originalText"], published=published)


def reading(analyser: Analyser, document: Document) -> None:
    """Names, entities, places and times alone."""
    split = sentences.split(document)
    tokens = tuple(tokenize(document.text, sentence.span) for sentence in split)
    names = analyser.tagger.tag(document, split, tokens)
    found = entities.build(document, split, tokens, names, analyser.lexicon)
    places.build(Article(document=document, sentences=split, tokens=tokens, lexicon=analyser.lexicon), found)
    times.find(document, split)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, nargs="*")
    args = parser.parse_args()
    seeds = [
        Document(id=path.stem, text=path.read_text(encoding="utf-8")) for path in sorted((ROOT / "seeds").glob("*.txt"))
    ]
    articles = list(documents(args.articles)) or seeds * REPEATED
    start_up = min(
        float(
            subprocess.run([sys.executable, "-c", START], cwd=ROOT, capture_output=True, text=True, check=True).stdout
        )
        for _ in range(3)
    )
    analyser = Analyser(ROOT / "models")
    seconds = []
    for task in (lambda d: reading(analyser, d), analyser.analyse):
        begin = time.process_time()
        for document in articles:
            task(document)
        seconds.append(time.process_time() - begin)
    result = {
        "articles": len(articles),
        "words": sum(document.words for document in articles),
        "names_entities_places_times_per_second": round(len(articles) / seconds[0], 1),
        "whole_analysis_per_second": round(len(articles) / seconds[1], 1),
        "peak_memory_mib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "start_up_seconds": round(start_up, 3),
    }
    out = HERE / "results" / "analysis_speed.json"
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(result))


if __name__ == "__main__":
    main()
