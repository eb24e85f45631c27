"""Packages are found where they lie, the right one first, packed or not."""

from __future__ import annotations

import json
import shutil
import zipfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from generator.config import Config, Translation
from generator.errors import EngineError
from generator.translate import packages


def put(tiny: Path, folder: Path, name: str, **metadata: object) -> Path:
    """The tiny package in `folder`, packed, with other metadata."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    with zipfile.ZipFile(tiny) as old, zipfile.ZipFile(path, "w") as new:
        for member in old.infolist():
            data = old.read(member)
            if member.filename.endswith("metadata.json"):
                data = json.dumps(json.loads(data) | metadata).encode()
            new.writestr(member.filename, data)
    return path


def unpacked(package: Path, folder: Path) -> Path:
    packages.extract(package, folder)
    package.unlink()
    return folder


def home(tmp_path: Path) -> Path:
    return tmp_path / "home" / "argos-translate" / "packages"


def test_no_package(config: Config) -> None:
    assert packages.find(config) is None


def test_models_folder(config: Config, tiny: Path) -> None:
    path = put(tiny, config.path("models"), "own.argosmodel")
    found = packages.find(config)
    assert found is not None
    assert found.path == path
    assert (found.identity.name, found.identity.version) == ("own", "1.0")
    assert (found.folder / "model" / "model.bin").is_file()


def test_argos_folder_before_models_folder(config: Config, tiny: Path, tmp_path: Path) -> None:
    put(tiny, config.path("models"), "own.argosmodel", package_version="9.0")
    official = unpacked(put(tiny, home(tmp_path), "x.argosmodel"), home(tmp_path) / "translate-de_en-1_0")
    found = packages.find(config)
    assert found is not None
    assert found.path == official


def test_folders_named_in_the_environment(
    config: Config, tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("ARGOS_TRANSLATE_PACKAGE_DIR", "ARGOS_PACKAGES_DIR"):
        path = put(tiny, tmp_path / name, f"{name}.argosmodel")
        monkeypatch.setenv(name, str(tmp_path / name))
        found = packages.find(config)
        assert found is not None
        assert found.path == path


def test_configured_path_before_any_other(config: Config, tiny: Path, tmp_path: Path) -> None:
    put(tiny, home(tmp_path), "official.argosmodel")
    put(tiny, config.root, "mine.argosmodel")
    found = packages.find(replace(config, translation=Translation(package="mine.argosmodel")))
    assert found is not None
    assert found.path == config.root / "mine.argosmodel"


def test_configured_path_that_is_not_there(config: Config) -> None:
    with pytest.raises(EngineError, match=r"gone\.argosmodel: there is no such package.*generator\.yml"):
        packages.find(replace(config, translation=Translation(package="gone.argosmodel")))


def test_newest_version_wins(config: Config, tiny: Path) -> None:
    put(tiny, config.path("models"), "z.argosmodel", package_version="1.9")
    newest = put(tiny, config.path("models"), "a.argosmodel", package_version="1.10")
    found = packages.find(config)
    assert found is not None
    assert found.path == newest


def test_other_languages_are_passed_over(config: Config, tiny: Path) -> None:
    put(tiny, config.path("models"), "fr.argosmodel", from_code="fr", package_version="9.0")
    assert packages.find(config) is None
    with pytest.raises(EngineError, match="translates fr to en, not de to en"):
        packages.open_package(config.path("models") / "fr.argosmodel", config.root / ".cache")


def test_packed_and_unpacked_are_one_engine(config: Config, tiny: Path) -> None:
    packed = packages.open_package(put(tiny, config.root, "p.argosmodel"), config.root / ".cache")
    folder = unpacked(put(tiny, config.root, "q.argosmodel"), config.root / "q")
    assert packages.open_package(folder, config.root / ".cache").identity.sha256 == packed.identity.sha256


def test_the_zip_is_unpacked_once(config: Config, tiny: Path) -> None:
    path = put(tiny, config.root, "p.argosmodel")
    first = packages.open_package(path, config.root / ".cache")
    before = (first.folder / "model" / "model.bin").stat().st_mtime_ns
    assert packages.open_package(path, config.root / ".cache") == first
    assert (first.folder / "model" / "model.bin").stat().st_mtime_ns == before


def test_an_unpacking_cut_short_is_done_anew(config: Config, tiny: Path) -> None:
    path = put(tiny, config.root, "p.argosmodel")
    first = packages.open_package(path, config.root / ".cache")
    (first.folder / packages.READY).unlink()
    (first.folder / "model" / "model.bin").unlink()
    assert (packages.open_package(path, config.root / ".cache").folder / "model" / "model.bin").is_file()


def test_two_runs_at_once(config: Config, tiny: Path) -> None:
    path = put(tiny, config.root, "p.argosmodel")
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: packages.open_package(path, config.root / ".cache"), range(8)))
    assert len({package.folder for package in found}) == 1
    assert list((config.root / ".cache").iterdir()) == [found[0].folder]


def test_changed_model_is_another_engine(config: Config, tiny: Path) -> None:
    folder = unpacked(put(tiny, config.root, "q.argosmodel"), config.root / "q")
    before = packages.open_package(folder, config.root / ".cache").identity
    with (folder / "model" / "model.bin").open("ab") as stream:
        stream.write(b"x")
    assert packages.open_package(folder, config.root / ".cache").identity != before


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "not an Argos Translate package"),
        (b"PK\x03\x04 cut short", "not an Argos Translate package"),
        (b"\xff\xd8\xff\xe0 a picture", "not an Argos Translate package"),
    ],
)
def test_a_file_that_is_no_package(config: Config, data: bytes, message: str) -> None:
    path = config.root / "x.argosmodel"
    path.parent.mkdir(parents=True)
    path.write_bytes(data)
    with pytest.raises(EngineError, match=rf"x\.argosmodel: {message}"):
        packages.open_package(path, config.root / ".cache")


def test_a_damaged_package(config: Config, tiny: Path) -> None:
    path = put(tiny, config.root, "x.argosmodel")
    data = bytearray(path.read_bytes())
    middle = data.index(b"model.bin") + 200
    data[middle : middle + 50] = bytes(50)
    path.write_bytes(data)
    with pytest.raises(EngineError, match=r"x\.argosmodel: the package is damaged.*Fetch it again"):
        packages.open_package(path, config.root / ".cache")
    assert not any((config.root / ".cache").iterdir())


def test_a_package_without_a_model(config: Config) -> None:
    path = config.root / "x.argosmodel"
    path.parent.mkdir(parents=True)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("x/metadata.json", json.dumps({"from_code": "de", "to_code": "en"}))
    with pytest.raises(EngineError, match=r"holds no model/model\.bin"):
        packages.open_package(path, config.root / ".cache")


def test_a_name_that_leads_out(config: Config, tiny: Path) -> None:
    path = put(tiny, config.root, "x.argosmodel")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("de_en/../../outside.txt", "x")
    with pytest.raises(EngineError, match="leads out of it"):
        packages.open_package(path, config.root / ".cache")
    assert not (config.root / "outside.txt").exists()
    assert not (config.root / ".cache" / "outside.txt").exists()


def test_the_embedded_package_is_found(config: Config) -> None:
    models = Path(__file__).parents[2] / "models"
    shutil.copytree(models, config.path("models"), ignore=shutil.ignore_patterns("lexicon"))
    found = packages.find(config)
    assert found is not None
    assert found.path.name.startswith("translate-de_en-")
