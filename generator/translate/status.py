"""What `model status` and the review tell about the engine and the memory."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from generator.config import Config
from generator.translate import packages, tmx
from generator.translate.packages import Package

RESULTS = Path("benchmarks") / "results" / "translation.json"
NO_ENGINE = (
    "No translation engine on this machine: new segments stay German.\n"
    "Fetch one with `python -m generator model fetch` or give a file with `python -m generator model install FILE`."
)


def lines(config: Config) -> Iterator[str]:
    """The engine in use, the others that are there, and the state of the memory, line by line."""
    package = packages.find(config)
    if package is None:
        yield from NO_ENGINE.splitlines()
    else:
        yield f"Engine: {package.identity.name} {package.identity.version}"
        yield f"  path: {package.path}"
        yield f"  SHA-256 of the content: {package.identity.sha256}"
        if package.path.is_file():
            yield f"  SHA-256 of the file: {packages.file_digest(package.path)}"
        yield f"  licence: {licence(package, config)}"
        yield f"  quality: {quality(package, config)}"
    for other in others(config, package):
        yield f"Also here: {other}"
    memory = tmx.load(config.path("memory") / "de-en.tmx")
    states = Counter(entry.state if entry.target is not None else "failed" for entry in memory)
    told = ", ".join(f"{count} {state}" for state, count in sorted(states.items()))
    yield f"Memory: {len(memory)} units ({told or 'none'})"


def others(config: Config, used: Package | None) -> Iterator[Path]:
    """Further German to English packages in the usual folders."""
    for folder in (*packages.argos_folders(), config.path("models")):
        for path in packages.candidates(folder):
            if packages.is_german_to_english(path) and (used is None or path != used.path):
                yield path


def licence(package: Package, config: Config) -> str:
    """What the package, or its model card in `models/`, says."""
    card = config.path("models") / "translate-de_en.md"
    if package.path.parent == config.path("models") and card.exists():
        return f"made for this project; its data and their licences in {card.relative_to(config.root)}"
    readme = package.folder / "README.md"
    text = readme.read_text(encoding="utf-8", errors="replace") if readme.exists() else ""
    found = re.search(r"^.*\blicen[cs]e\b.*$", text, re.IGNORECASE | re.MULTILINE)
    return found[0].strip(" #*-") if found else "not stated in the package"


def quality(package: Package, config: Config) -> str:
    """BLEU and chrF of `benchmarks/translation.py`, where it has measured this very package."""
    results = config.root / RESULTS
    measured = json.loads(results.read_text(encoding="utf-8")) if results.exists() else {}
    for engine in measured.get("engines", ()):
        if engine["sha256"] == package.identity.sha256:
            return "; ".join(f"{s['set']}: BLEU {s['bleu']:.1f}, chrF {s['chrf']:.1f}" for s in engine["sets"])
    return "not measured (`make bench`)"
