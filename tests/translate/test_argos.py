"""The engine behind the protocol, with a small package and with the embedded one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.config import Config, Translation
from generator.errors import EngineError
from generator.translate import argos, packages
from generator.translate.argos import ArgosEngine
from generator.translate.packages import Package

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Package:
    path = max((ROOT / "models").glob("translate-de_en-*.argosmodel"))
    return packages.open_package(path, tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="module")
def engine(embedded: Package) -> ArgosEngine:
    return ArgosEngine(embedded, Translation(threads=1))


def test_answers_in_the_order_of_the_sentences(engine: ArgosEngine) -> None:
    sentences = [
        "Die Wahl findet am Montag statt.",
        "Guten Tag.",
        "Der Minister reist nach Paris, sagte eine Sprecherin.",
    ]
    together = engine.translate(sentences, 1)
    assert "Monday" in together[0][0].text
    assert "Paris" in together[2][0].text
    assert [engine.translate([s], 1)[0][0].text for s in sentences] == [answer[0].text for answer in together]


def test_hypotheses_come_best_first_and_differ(engine: ArgosEngine) -> None:
    (answers,) = engine.translate(["Der Präsident sprach mit den Ministern über die Lage."], 4)
    assert len({answer.text for answer in answers}) == len(answers) == 4
    assert [a.score for a in answers] == sorted((a.score for a in answers), reverse=True)
    assert all(a.score <= 0 for a in answers)


def test_words_to_avoid_do_not_come(engine: ArgosEngine) -> None:
    sentence = "Der Präsident reist nach Paris."
    (plain,), (other,) = (
        engine.translate([sentence], 1),
        engine.translate([sentence], 1, avoid=["president", "President"]),
    )
    assert "resident" in plain[0].text
    assert "resident" not in other[0].text


def test_nothing_to_translate(engine: ArgosEngine) -> None:
    assert engine.translate([], 1) == ()


def test_a_long_sentence_ends(engine: ArgosEngine) -> None:
    (answer,) = engine.translate(["Er sagte, " + "dass er kommt, " * 200 + "und ging."], 1)
    assert answer[0].text


def test_a_prefix_is_given_and_taken_off(tiny: Path, config: Config) -> None:
    folder = config.root / "tiny"
    packages.extract(tiny, folder)
    metadata = json.loads((folder / "metadata.json").read_text())
    (folder / "metadata.json").write_text(json.dumps(metadata | {"target_prefix": "▁G"}))
    package = packages.open_package(folder, config.root / ".cache")
    (answer,) = ArgosEngine(package, Translation(threads=1)).translate(["Guten Tag."], 1)
    assert not answer[0].text.startswith(("G", "▁"))


def test_the_factory_loads_only_when_asked(tiny: Path, config: Config) -> None:
    package = packages.open_package(tiny, config.root / ".cache")
    factory = argos.factory(package, Translation(threads=1))
    (package.folder / "model" / "model.bin").write_bytes(b"no model")
    assert factory.identity == package.identity
    with pytest.raises(EngineError, match=r"the model cannot be loaded.*Fetch the package again"):
        factory.load()


def test_a_package_without_pieces(tiny: Path, config: Config) -> None:
    folder = config.root / "tiny"
    packages.extract(tiny, folder)
    (folder / "sentencepiece.model").unlink()
    package = packages.open_package(folder, config.root / ".cache")
    with pytest.raises(EngineError, match=r"neither sentencepiece\.model nor bpe\.model"):
        ArgosEngine(package, Translation())
