"""A project of its own for every test: no package, memory or setting of this machine is seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.analyse.lexicon import Lexicon
from generator.config import Config
from tests.translate.engines import tiny_package

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, folder in (("DATA", "home"), ("CONFIG", "settings"), ("CACHE", "cache")):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / folder))
    for name in ("ARGOS_PACKAGES_DIR", "ARGOS_TRANSLATE_PACKAGE_DIR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def config(tmp_path: Path) -> Config:
    """The settings of an empty project."""
    return Config(root=tmp_path / "project")


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small working package."""
    return tiny_package(tmp_path_factory.mktemp("tiny") / "translate-de_en-1_0.argosmodel")


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The forms lexicon of the project."""
    return Lexicon.load(ROOT / "models" / "lexicon")
