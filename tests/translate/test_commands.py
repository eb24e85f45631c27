"""What the command line offers beside building."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from generator.config import Config
from generator.errors import EngineError
from generator.model import Segment
from generator.translate import argos, commands, packages, review, stage, tmx
from generator.translate.memory import Entry, Memory
from tests.translate.engines import OLDER, FakeEngine

OLD = Entry(source="Haus 1.", target="Old house 1.", state="machine", origin=str(OLDER), first_use="2023-09")
REVIEWED = Entry(source="Haus 2.", target="By hand.", state="reviewed", origin="Karin Berger")


@pytest.fixture
def package(config: Config, tiny: Path) -> packages.Package:
    config.path("models").mkdir(parents=True)
    (config.path("models") / tiny.name).write_bytes(tiny.read_bytes())
    found = packages.find(config)
    assert found is not None
    return found


def remember(config: Config, *entries: Entry) -> None:
    tmx.save(Memory(entries), stage.memory_file(config))


def test_status_without_an_engine_says_what_to_do(config: Config) -> None:
    told = "\n".join(commands.model_status(config))
    assert "No translation engine" in told
    assert "model fetch" in told
    assert "model install FILE" in told
    assert "Memory: 0 units (none)" in told


def test_status_of_an_engine(config: Config, package: packages.Package, tmp_path: Path) -> None:
    other = tmp_path / "home" / "argos-translate" / "packages" / "other"
    remember(config, OLD, REVIEWED, Entry(source="x", target=None, state="machine", origin=str(OLDER)))
    told = list(commands.model_status(config))
    assert told[0] == "Engine: translate-de_en-1_0 1.0"
    assert told[1].endswith(f"models/{package.path.name}")
    assert told[2] == f"  SHA-256 of the content: {package.identity.sha256}"
    assert told[3] == f"  SHA-256 of the file: {packages.file_digest(package.path)}"
    assert told[4:6] == ["  licence: not stated in the package", "  quality: not measured (`make bench`)"]
    assert told[-1] == "Memory: 3 units (1 failed, 1 machine, 1 reviewed)"
    packages.extract(package.path, other)
    told = list(commands.model_status(config))
    assert told[1].endswith("argos-translate/packages/other")
    assert f"Also here: {package.path}" in told


def test_status_tells_licence_and_quality(config: Config, package: packages.Package, tmp_path: Path) -> None:
    (config.path("models") / "translate-de_en.md").write_text("# Model card", encoding="utf-8")
    results = config.root / "benchmarks" / "results" / "translation.json"
    results.parent.mkdir(parents=True)
    sets = [{"set": "newstest2017", "bleu": 22.61, "chrf": 49.08}]
    results.write_text(json.dumps({"engines": [{"sha256": package.identity.sha256, "sets": sets}]}), encoding="utf-8")
    told = list(commands.model_status(config))
    assert told[4] == "  licence: made for this project; its data and their licences in models/translate-de_en.md"
    assert told[5] == "  quality: newstest2017: BLEU 22.6, chrF 49.1"
    folder = tmp_path / "home" / "argos-translate" / "packages" / "other"
    packages.extract(package.path, folder)
    (folder / "README.md").write_text("# X\n\nLicense: CC BY 4.0\n", encoding="utf-8")
    assert list(commands.model_status(config))[3] == "  licence: License: CC BY 4.0"


@pytest.mark.parametrize(("name", "format"), [("x.tmx", ""), ("x.xlf", ""), ("x.xlf", "xliff2"), ("x", "tmx")])
def test_export_and_import(config: Config, tmp_path: Path, name: str, format: str) -> None:
    remember(config, OLD, REVIEWED)
    file = tmp_path / "out" / name
    assert list(commands.memory_export(config, file, format)) == [f"2 units to {file}"]
    assert list(commands.memory_import(config, file, "Anna Blau")) == [f"0 units changed by {file}"]
    file.write_bytes(file.read_bytes().replace(b"Old house 1.", b"House 1."))
    told = list(commands.memory_import(config, file, "Anna Blau"))
    assert told == ["  Haus 1.", "- Old house 1.", "+ House 1.", f"1 units changed by {file}"]
    entry = tmx.load(stage.memory_file(config)).find("Haus 1.")
    assert entry is not None
    assert (entry.state, entry.origin) == ("reviewed", "Anna Blau")


def test_an_unknown_format(config: Config, tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=r"po: not a format. Use one of tmx, xliff, xliff2"):
        list(commands.memory_export(config, tmp_path / "x", "po"))


def test_a_broken_import_changes_nothing(config: Config, tmp_path: Path) -> None:
    remember(config, OLD)
    before = stage.memory_file(config).read_bytes()
    file = tmp_path / "x.tmx"
    file.write_text("<tmx version='1.4'><body><tu>", encoding="utf-8")
    with pytest.raises(EngineError, match=r"x\.tmx, line 1: not well-formed"):
        list(commands.memory_import(config, file, "Anna Blau"))
    assert stage.memory_file(config).read_bytes() == before


def test_renew(config: Config, package: packages.Package, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = FakeEngine(lambda text: "Nothing." if "3" in text else text.replace("Haus", "house"))
    monkeypatch.setattr(argos, "factory", lambda package, settings: engine.factory(package.identity))
    failing = Entry(source="Haus 3.", target="Old house 3.", state="machine", origin=str(OLDER))
    remember(config, OLD, REVIEWED, failing)
    segments = [Segment(source=entry.source) for entry in (OLD, REVIEWED, failing)]
    told = list(commands.memory_renew(config, segments))
    assert told[:-1] == ["  Haus 1.", "- Old house 1.", "+ House 1."]
    assert told[-1].startswith("2 units were of older engines")
    memory = tmx.load(stage.memory_file(config))
    renewed = memory.find("Haus 1.")
    assert renewed is not None
    assert (renewed.origin, renewed.first_use) == (str(package.identity), "2023-09")
    assert memory.find("Haus 2.") == REVIEWED
    assert memory.find("Haus 3.") == failing
    assert engine.asked.count("Haus 2.") == 0


def test_renew_without_an_engine(config: Config) -> None:
    with pytest.raises(EngineError, match="No translation engine on this machine"):
        list(commands.memory_renew(config, []))


def test_review_serves_until_it_is_stopped(config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    remember(config, OLD)
    servers: list[review.ThreadingHTTPServer] = []
    monkeypatch.setattr(review, "run", lambda server: servers.append(server))
    told: Iterator[str] = commands.memory_review(config, "Karin Berger")
    line = next(told)
    assert line.startswith("Review at http://127.0.0.1:")
    assert list(told) == []
    (server,) = servers
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    assert "Haus 1." in requests.get(f"{line.split()[2]}?show=machine", timeout=5).text
    server.shutdown()
    server.server_close()
