"""Quality of every translation engine on this machine, and what the safeguards keep.

    python -m benchmarks.translation --data FOLDER      (newstest2017.de and newstest2017.en in it)

BLEU and chrF (sacrebleu) of the engine alone, as it is configured, on newstest 2017 and on the 200 news sentences of
`training/translation/held-out.tsv`. Then, of the names, figures, denials and quotation marks that a human translation
has kept, the share that the engine alone keeps, and the share that is right or marked on a page: what the stage gives
out, or a line that it leaves German. Then false alarms, on the human translations, and faults that the checks find, put
into human translations one by one. Results go to `results/translation.json`.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sacrebleu

from generator.analyse import Analyser
from generator.config import Config, load
from generator.model import Document, Segment
from generator.translate import argos, checks, figures, packages, stage
from generator.translate.checks.names import variants
from generator.translate.checks.negation import denies
from generator.translate.checks.quotes import MARKS
from generator.translate.memory import Memory
from generator.translate.numerals import in_words
from generator.translate.packages import Package
from generator.translate.pair import Pair, Sources
from generator.translate.repair import repaired
from generator.translate.segments import Names
from generator.translate.tables import words
from generator.translate.translator import Translator

HERE = Path(__file__).parent
ROOT = HERE.parent
KINDS = ("names", "figures", "denials", "quotation marks")


@dataclass(frozen=True, kw_only=True)
class Line:
    """A segment with its human translation."""

    segment: Segment
    human: str


@dataclass(frozen=True, kw_only=True)
class Thing:
    """Something of a line that the human translation has kept."""

    kind: str
    kept: Callable[[str], bool]
    """Whether an English text has it too."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="folder with newstest2017.de and newstest2017.en")
    parser.add_argument("--package", type=Path, action="append", default=[], help="a further package to measure")
    args = parser.parse_args()
    config = load(ROOT / "generator.yml")
    analyser = Analyser(config.path("models"))
    sources = stage.sources(config, analyser.lexicon)
    sets = {name: list(_lines(pairs, analyser)) for name, pairs in _sets(args.data).items()}
    result = {
        "engines": [_engine(package, config, sources, sets) for package in _packages(config, args.package)],
        "checks": {name: _checks(lines, sources) for name, lines in sets.items()},
    }
    out = HERE / "results" / "translation.json"
    out.parent.mkdir(exist_ok=True)
    _keep(result, json.loads(out.read_text(encoding="utf-8")) if out.exists() else {})
    out.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(json.dumps(result, indent=1, ensure_ascii=False))


def _keep(result: dict[str, Any], old: dict[str, Any]) -> None:
    """Add what an earlier run measured on sets that this one did not have."""
    before = {engine["sha256"]: engine["sets"] for engine in old.get("engines", ())}
    for engine in result["engines"]:
        known = {measured["set"] for measured in engine["sets"]}
        engine["sets"] += [m for m in before.get(engine["sha256"], ()) if m["set"] not in known]
    result["checks"] = old.get("checks", {}) | result["checks"]


def _sets(data: Path | None) -> dict[str, list[tuple[str, str]]]:
    held_out = (ROOT / "training" / "translation" / "held-out.tsv").read_text(encoding="utf-8").splitlines()
    sets = {"held-out": [(line.split("\t")[0], line.split("\t")[1]) for line in held_out]}
    if data is not None:
        german, english = ((data / f"newstest2017.{code}").read_text(encoding="utf-8") for code in ("de", "en"))
        sets["newstest2017"] = list(zip(german.splitlines(), english.splitlines(), strict=True))
    return sets


def _lines(pairs: list[tuple[str, str]], analyser: Analyser) -> Iterator[Line]:
    for german, human in pairs:
        found = Names.of_analysis(analyser.analyse(Document(id="line", text=german)))
        yield Line(segment=Segment(source=german, names=found.within(german)), human=human)


def _packages(config: Config, more: list[Path]) -> list[Package]:
    folders = (*packages.argos_folders(), config.path("models"))
    paths = [p for f in folders for p in packages.candidates(f) if packages.is_german_to_english(p)]
    return [packages.open_package(path, config.root / ".cache" / "packages") for path in (*paths, *more)]


def _engine(package: Package, config: Config, sources: Sources, sets: dict[str, list[Line]]) -> dict[str, Any]:
    factory = argos.factory(package, config.translation)
    engine, translator = factory.load(), Translator(factory, Memory(), sources, config.translation)
    measured = []
    for name, lines in sets.items():
        alone = [answer[0].text for answer in engine.translate([line.segment.source for line in lines], 1)]
        units = translator.translate([line.segment for line in lines]).units
        pages = [unit.target for unit in units]
        shown = [page if page is not None else unit.attempt or "" for page, unit in zip(pages, units, strict=True)]
        human = [[_typed(line.human) for line in lines]]
        measured.append(
            {
                "set": name,
                "segments": len(lines),
                "bleu": round(sacrebleu.corpus_bleu(alone, [[line.human for line in lines]]).score, 2),
                "chrf": round(sacrebleu.corpus_chrf(alone, [[line.human for line in lines]]).score, 2),
                "bleu_of_the_stage": round(sacrebleu.corpus_bleu(list(map(_typed, shown)), human).score, 2),
                "left_german": round(sum(page is None for page in pages) / len(pages), 4),
                "flagged": dict(Counter(flag for unit in units for flag in unit.flags).most_common()),
                "kept": _kept(lines, alone, pages),
            }
        )
    identity = package.identity
    return {"name": identity.name, "version": identity.version, "sha256": identity.sha256, "sets": measured}


def _typed(text: str) -> str:
    """With the marks of a typewriter, for the score: the stage sets typographic ones, the references differ."""
    return MARKS.sub('"', text.replace("’", "'").replace("‘", "'"))


def _kept(lines: list[Line], alone: list[str], pages: list[str | None]) -> dict[str, Any]:
    """By kind: how many things there are, the share that the engine alone kept, that is right, right or marked."""
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    for line, engine, page in zip(lines, alone, pages, strict=True):
        for thing in _things(line):
            counts[thing.kind]["all"] += 1
            counts[thing.kind]["engine"] += thing.kept(engine)
            counts[thing.kind]["right"] += page is not None and thing.kept(page)
            counts[thing.kind]["shown"] += page is not None
    return {
        kind: {
            "things": c["all"],
            "engine_alone": _share(c["engine"], c["all"]),
            "right_of_those_shown_in_english": _share(c["right"], c["shown"]),
            "right_or_marked": _share(c["right"] + c["all"] - c["shown"], c["all"]),
        }
        for kind, c in counts.items()
    }


def _things(line: Line) -> Iterator[Thing]:
    """What the German has and the human translation has kept, told without the checks of the stage."""
    german, human = line.segment.source, line.human
    for _, name in line.segment.names:
        forms = (name, *variants(name))
        if any(_holds(human, form) for form in forms):
            yield Thing(kind="names", kept=lambda english, forms=forms: any(_holds(english, form) for form in forms))
    values = {value for figure in figures.german(german) for value in figure.values if value[0] == "number"}
    for value in values & _values(human):
        yield Thing(kind="figures", kept=lambda english, value=value: value in _values(english))
    if words("negation.txt") & set(re.findall(r"[^\W\d_]+", german.lower())) and denies(human):
        yield Thing(kind="denials", kept=denies)
    marks = len(MARKS.findall(german))
    if marks and marks % 2 == 0 and len(MARKS.findall(human)) == marks:
        yield Thing(kind="quotation marks", kept=lambda english: len(MARKS.findall(english)) == marks)


def _values(english: str) -> set[figures.Value]:
    spelt: set[figures.Value] = {("number", value) for value in in_words(english, "en")}
    return spelt | {value for figure in figures.english(english) for value in figure.values}


def _holds(text: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?:'s|’s|s|'|’)?(?!\w)", text.replace("’", "'")) is not None


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def _checks(lines: list[Line], sources: Sources) -> dict[str, Any]:
    """False alarms on the human translations, and of faults put into those that pass, the share that is found."""
    alarms: Counter[str] = Counter()
    stopped, found, made = 0, Counter[str](), Counter[str]()
    for number, line in enumerate(lines):
        source = sources.of(line.segment.source, line.segment.names)
        human = repaired(source, line.human)
        told = checks.run(Pair(source=source, target=human))
        alarms.update(finding.check for finding in told)
        stopped += checks.critical(told)
        for kind, wrong in () if told else _faults(line, human, random.Random(number)):
            made[kind] += 1
            found[kind] += checks.critical(checks.run(Pair(source=source, target=wrong)))
    return {
        "alarms_on_human_translations": {
            "lines": len(lines),
            "kept_off_the_page": _share(stopped, len(lines)),
            "by_check": {check: _share(count, len(lines)) for check, count in alarms.most_common()},
        },
        "faults_found": {kind: {"made": made[kind], "found": _share(found[kind], made[kind])} for kind in sorted(made)},
    }


def _faults(line: Line, human: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """The human translation with one fault each."""
    found = figures.english(human)
    if found:
        figure = chance.choice(found)
        digit = next(i for i in range(figure.start, figure.end) if human[i].isdigit())
        other = str((int(human[digit]) + chance.randint(1, 8)) % 9 + 1)
        if other != human[digit]:
            yield "another figure", human[:digit] + other + human[digit + 1 :]
        yield "figure left out", f"{human[: figure.start]}{human[figure.end :].lstrip()}"
    for _, name in line.segment.names[:1]:
        if _holds(human, name):
            yield "name left out", human.replace(name, "he")
            yield "name misspelled", human.replace(name, name[:-2] + name[:-3:-1] + "o")
    if re.search(r"\bnot |n['’]t\b", human):
        wrong = re.sub(r"\bnot |n['’]t\b", "", human)
        if not denies(wrong):
            yield "denial left out", wrong
    if MARKS.search(human):
        yield "quotation mark left out", MARKS.sub("", human, count=1)
        yield "quotation marks left out", MARKS.sub("", human)
    tokens = human.split()
    if len(tokens) > 12:
        yield "second half left out", " ".join(tokens[: len(tokens) // 3])
        yield "said twice", " ".join((*tokens[:9], *tokens[3:]))
    german = re.findall(r"(?<=\s)[a-zäöüß]{4,}", line.segment.source)
    if german and len(tokens) > 4:
        yield "German word left", " ".join((*tokens[:3], chance.choice(german), *tokens[4:]))


if __name__ == "__main__":
    main()
