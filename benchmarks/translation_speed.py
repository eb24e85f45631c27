"""Lagebild's engine beside Argos Translate's own `PackageTranslation`: same package, sentences, beam and splitter.

    python -m venv /tmp/speed && /tmp/speed/bin/pip install -r benchmarks/requirements-speed.txt
    python -m benchmarks.translation_speed --argos /tmp/speed/bin/python

The sentences are those of `seeds/`, of `training/translation/held-out.tsv` and 500 of `written.tsv` beside it, in texts
of ten (paragraphs of five).
Argos Translate gets them sentence by sentence and text by text; its sentence splitter, which would need a neural model,
gives way to a list of the very sentences. It runs with its own settings; for equal text Lagebild's engine takes its
length penalty (0.2). Each way runs in a process of its own, in turns, and its best round counts. Results go to
`results/translation_speed.json`.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parent
ROUNDS = 3
MOST = 500
"""Lines of a file of pairs that are used."""
TEXT, PARAGRAPH = 10, 5
"""Sentences of a text and of a paragraph."""
WAYS = ("lagebild", "argos sentence by sentence", "argos text by text")
Job = dict[str, Any]


def sentences() -> list[str]:
    """What is translated: every sentence once."""
    from generator.translate.normalise import collapse
    from generator.translate.splitting import split

    seeds = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    lines = [line for text in seeds for line in text.splitlines()]
    for name in ("held-out.tsv", "written.tsv"):
        pairs = (ROOT / "training" / "translation" / name).read_text(encoding="utf-8").splitlines()
        lines += [pair.split("\t")[0] for pair in pairs[:MOST]]
    return list(
        dict.fromkeys(s.text for line in lines for s in split(collapse(line)) if any(c.isalpha() for c in s.text))
    )


def lagebild(job: Job) -> Callable[[], list[str]]:
    """One call with everything."""
    from generator.config import Config
    from generator.translate import packages
    from generator.translate.argos import ArgosEngine

    config = Config(root=ROOT)
    package = packages.open_package(Path(job["package"]), ROOT / ".cache" / "packages")
    engine = ArgosEngine(package, replace(config.translation, beam=job["beam"], length_penalty=0.2))
    return lambda: [answer[0].text for answer in engine.translate(job["sentences"], 1)]


def argos(job: Job, by_text: bool) -> Callable[[], list[str]]:
    """`PackageTranslation.translate` with a splitter that knows the sentences."""
    from argostranslate import package, translate

    known = {" ".join(p): p for text in job["texts"] for p in text} | {s: [s] for s in job["sentences"]}

    class Splitter:
        def __init__(self, _: object) -> None:
            pass

        def split_sentences(self, paragraph: str) -> list[str]:
            return known[paragraph]

    translate.StanzaSentencizer = translate.MiniSBDSentencizer = Splitter
    languages = translate.Language("de", "German"), translate.Language("en", "English")
    translation = translate.PackageTranslation(*languages, package.Package(Path(job["folder"])))
    texts = ["\n".join(" ".join(p) for p in text) for text in job["texts"]]
    return lambda: [translation.translate(text) for text in (texts if by_text else job["sentences"])]


def child(job: Job) -> None:
    """Run one way once: load, warm up, translate; print seconds, peak memory and the English."""
    begin = time.perf_counter()
    work = lagebild(job) if job["way"] == WAYS[0] else argos(job, job["way"] == WAYS[2])
    everything, job["sentences"] = job["sentences"], job["sentences"][:1]
    if job["way"] == WAYS[0]:
        work()
    else:
        argos(job, by_text=False)()
    job["sentences"] = everything
    loaded, processor = time.perf_counter(), time.process_time()
    english = work()
    result = {
        "load_seconds": loaded - begin,
        "seconds": time.perf_counter() - loaded,
        "processor_seconds": time.process_time() - processor,
        "peak_memory_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "english": english,
    }
    print(json.dumps(result))


def run(python: str, job: Job, scratch: Path) -> Job:
    """One way in a process of its own."""
    file = scratch / "job.json"
    file.write_text(json.dumps(job), encoding="utf-8")
    command = [python, "-m", "benchmarks.translation_speed", "--job", str(file)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{job['way']}: {done.stderr}")
    answer: Job = json.loads(done.stdout.splitlines()[-1])
    return answer


def compare(python: str, package: Path, beam: int) -> Job:
    """All ways, `ROUNDS` times in turns."""
    from generator.translate import packages

    opened = packages.open_package(package, ROOT / ".cache" / "packages")
    given = sentences()
    paragraphs = [given[i : i + PARAGRAPH] for i in range(0, len(given), PARAGRAPH)]
    texts = [paragraphs[i : i + TEXT // PARAGRAPH] for i in range(0, len(paragraphs), TEXT // PARAGRAPH)]
    job = {"package": str(package), "folder": str(opened.folder), "beam": beam, "sentences": given, "texts": texts}
    runs: dict[str, list[Job]] = {way: [] for way in WAYS}
    with tempfile.TemporaryDirectory() as scratch:
        for _ in range(ROUNDS):
            for way in WAYS:
                runs[way].append(run(sys.executable if way == WAYS[0] else python, job | {"way": way}, Path(scratch)))
    ours, one_by_one = runs[WAYS[0]][0]["english"], runs[WAYS[1]][0]["english"]
    best = {way: min(runs[way], key=lambda r: r["seconds"]) for way in WAYS}
    joined = [" ".join(ours[i : i + TEXT]) for i in range(0, len(ours), TEXT)]
    by_text = [" ".join(text.split()) for text in runs[WAYS[2]][0]["english"]]
    return {
        "package": f"{opened.identity}",
        "beam": beam,
        "sentences": len(given),
        "ways": {
            way: {
                "sentences_per_second": round(len(given) / r["seconds"], 1),
                "sentences_per_processor_second": round(len(given) / r["processor_seconds"], 1),
                "peak_memory_mib": round(r["peak_memory_mib"]),
                "load_seconds": round(r["load_seconds"], 2),
            }
            for way, r in best.items()
        },
        "times_as_fast": {way: round(best[way]["seconds"] / best[WAYS[0]]["seconds"], 2) for way in WAYS[1:]},
        "times_as_fast_by_processor_time": {
            way: round(best[way]["processor_seconds"] / best[WAYS[0]]["processor_seconds"], 2) for way in WAYS[1:]
        },
        "equal_text": {
            WAYS[1]: round(sum(a == " ".join(b.split()) for a, b in zip(ours, one_by_one, strict=True)) / len(ours), 4),
            WAYS[2]: round(sum(a == b for a, b in zip(joined, by_text, strict=True)) / len(joined), 4),
        },
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--argos", help="python of the environment with Argos Translate")
    parser.add_argument("--package", type=Path, help="default: the newest one in models/")
    parser.add_argument("--beam", type=int, default=4, help="Argos Translate's own is 4")
    parser.add_argument("--job", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.job:
        child(json.loads(args.job.read_text(encoding="utf-8")))
        return
    if not args.argos:
        print("Skipped: --argos names the python that has Argos Translate; see the top of this file.")
        return
    package = args.package or max((ROOT / "models").glob("translate-de_en-*.argosmodel"))
    result = compare(args.argos, package.resolve(), args.beam)
    out = HERE / "results" / "translation_speed.json"
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
