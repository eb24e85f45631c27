"""The stage as pipeline and command line call it, in a project of its own."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from generator.config import Config, Translation
from generator.model import Segment
from generator.translate import argos, stage, tmx
from generator.translate.memory import Entry, Memory
from generator.translate.packages import Package
from tests.translate.engines import FakeEngine

ROOT = Path(__file__).parents[2]


@pytest.fixture
def engine(config: Config, tiny: Path, monkeypatch: pytest.MonkeyPatch) -> FakeEngine:
    """The project has a package whose engine says what it is given, in English letters."""
    config.path("models").mkdir(parents=True)
    (config.path("models") / tiny.name).write_bytes(tiny.read_bytes())
    engine = FakeEngine(lambda text: text.replace("Haus", "house"))

    def factory(package: Package, settings: Translation) -> object:
        return engine.factory(package.identity)

    monkeypatch.setattr(argos, "factory", factory)
    return engine


def test_lines_in_lines_out_in_order(config: Config, engine: FakeEngine) -> None:
    lines = ["Haus 1.\n", "\n", "  Haus   2. \r\n", "Haus 1.", ""]
    assert list(stage.lines(lines, config)) == ["House 1.", "", "House 2.", "House 1.", ""]
    assert engine.asked == ["Haus 1.", "Haus 2."]


def test_a_pipe_is_answered_as_it_is_fed(config: Config, engine: FakeEngine) -> None:
    read = []

    def feed():
        for n in range(3 * stage.LINES):
            read.append(n)
            yield f"Haus {n}."

    answers = stage.lines(feed(), config)
    assert next(answers) == "House 0."
    assert len(read) == stage.LINES


def test_lines_that_fail_are_told(config: Config, engine: FakeEngine) -> None:
    engine._answers = lambda text: text.replace("Haus 15", "house 51 51")
    told: list[str] = []
    assert list(stage.lines(["Haus.", "Haus 15."], config, tell=told.append)) == ["Haus.", "House 51 51."]
    (line,) = (message for message in told if message.startswith("line 2: "))
    assert "failed its checks (numbers" in line


def test_lines_without_an_engine_stay_german_and_say_what_to_do(config: Config) -> None:
    told: list[str] = []
    assert list(stage.lines(["Haus.", "", "***"], config, tell=told.append)) == ["Haus.", "", "***"]
    (message,) = told
    assert message.startswith("line 1: no engine was there. Run")


def test_lines_use_the_memory_unless_told_not_to(config: Config, engine: FakeEngine) -> None:
    entry = Entry(source="Haus 1.", target="By hand.", state="reviewed", origin="Karin Berger")
    tmx.save(Memory([entry]), stage.memory_file(config))
    assert list(stage.lines(["Haus 1."], config)) == ["By hand."]
    assert list(stage.lines(["Haus 1."], config, memory=False)) == ["House 1."]


def test_names_of_a_line_take_their_english_form(config: Config, engine: FakeEngine) -> None:
    lines = stage.lines(["Haus in Kiew."], config, names=lambda text: (("Kiew", "Kyiv"),))
    assert list(lines) == ["House in Kyiv."]


def test_another_engine_can_be_named(config: Config, tiny: Path) -> None:
    assert list(stage.lines(["***"], config, engine=str(tiny))) == ["***"]


def test_a_run_is_remembered_once(config: Config, engine: FakeEngine) -> None:
    segments = [Segment(source="Haus 1.", first_use="2023-09"), Segment(source="Es waren 15 Häuser, sagte er.")]
    memory = tmx.load(stage.memory_file(config))
    first = stage.translator(config, memory).translate(segments)
    assert stage.remember(config, memory, first)
    before = stage.memory_file(config).read_bytes()
    memory = tmx.load(stage.memory_file(config))
    second = stage.translator(config, memory).translate(segments)
    assert not stage.remember(config, memory, second)
    assert stage.memory_file(config).read_bytes() == before
    assert engine.loaded == 1


def test_without_an_engine_the_problem_says_what_to_do(config: Config) -> None:
    translation = stage.translator(config, Memory()).translate([Segment(source="Haus 1."), Segment(source="***")])
    (problem,) = stage.problems(translation)
    assert problem.severity == "warning"
    assert problem.where == "memory/de-en.tmx, “Haus 1.”"
    assert "no engine" in problem.message
    assert "model fetch" in problem.message
    assert "model install" in problem.message


def test_a_failure_says_which_checks_and_what_to_do(config: Config, engine: FakeEngine) -> None:
    engine._answers = lambda text: "Nothing."
    translation = stage.translator(config, Memory()).translate([Segment(source="Es waren 15 Tote. " * 20)])
    (problem,) = stage.problems(translation)
    assert "numbers" in problem.message
    assert "memory review" in problem.message
    assert len(problem.where) < 100


def test_the_termbase_is_read(config: Config, engine: FakeEngine) -> None:
    path = config.path("memory") / "termbase.csv"
    path.parent.mkdir(parents=True)
    path.write_text("de,en,pos,status,domain,source\nHaus,building,noun,enforced,test,own usage\n", encoding="utf-8")
    (unit,) = stage.translator(config, Memory()).translate([Segment(source="Das Haus brennt.")]).units
    assert unit.attempt == "Das building brennt."


def test_a_configured_package_is_used(config: Config, tiny: Path) -> None:
    config = replace(config, translation=Translation(package=str(tiny)))
    (unit,) = stage.translator(config, Memory()).translate([Segment(source="Guten Tag, sagte er.")]).units
    assert unit.engine is not None
    assert unit.engine.startswith("translate-de_en-1_0 1.0 ")


def test_importing_the_stage_loads_nothing_heavy() -> None:
    heavy = ("ctranslate2", "sentencepiece", "numpy", "requests", "argostranslate", "pycrfsuite", "generator.analyse")
    script = (
        "import sys; import generator.translate, generator.translate.stage; "
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_importing_everything_makes_no_folder(tmp_path: Path) -> None:
    script = "import generator.translate.commands, generator.translate.stage, generator.translate.review"
    env = {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, env=env, check=True)
    assert list(tmp_path.iterdir()) == []
