"""All pages or none."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.errors import PublishError
from generator.model import Page
from generator.publish import publish


def page(path: str, text: str) -> Page:
    return Page(path=path, language="de", text=text)


def tree(docs: Path) -> dict[str, str]:
    return {p.relative_to(docs).as_posix(): p.read_text(encoding="utf-8") for p in docs.rglob("*") if p.is_file()}


FIRST = (page("de/index.md", "eins\n"), page("de/briefings/a.md", "a\n"), page("en/index.md", "one\n"))


def test_pages_are_written_and_stale_ones_go(tmp_path: Path) -> None:
    assert publish(FIRST, tmp_path) == 3
    assert publish((page("de/index.md", "zwei\n"), page("en/index.md", "one\n")), tmp_path) == 2
    assert tree(tmp_path) == {"de/index.md": "zwei\n", "en/index.md": "one\n"}


def test_equal_pages_are_left_as_they_are(tmp_path: Path) -> None:
    publish(FIRST, tmp_path)
    before = (tmp_path / "de/index.md").stat().st_mtime_ns
    assert publish(FIRST, tmp_path) == 0
    assert (tmp_path / "de/index.md").stat().st_mtime_ns == before


def test_other_files_beside_the_languages_stay(tmp_path: Path) -> None:
    (tmp_path / "CNAME").write_text("example.org", encoding="utf-8")
    publish(FIRST, tmp_path)
    assert tree(tmp_path)["CNAME"] == "example.org"


@pytest.mark.parametrize("broken", ["fsync", "rename"])
def test_a_full_disk_leaves_the_last_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str) -> None:
    publish(FIRST, tmp_path)
    calls = 0

    def full(*arguments: object) -> None:
        nonlocal calls
        calls += 1
        if broken == "fsync" or calls == 4:
            raise OSError(28, "No space left on device", "index.md")
        return original(*arguments)  # type: ignore[arg-type, return-value]

    target, name = (os, "fsync") if broken == "fsync" else (Path, "rename")
    original = getattr(target, name)
    with monkeypatch.context() as patch:
        patch.setattr(target, name, full)
        with pytest.raises(PublishError, match=r"No space left.*Those of the last run stand"):
            publish((page("de/index.md", "neu\n"), page("en/index.md", "new\n")), tmp_path)
    publish(FIRST, tmp_path)
    assert tree(tmp_path) == {"de/index.md": "eins\n", "de/briefings/a.md": "a\n", "en/index.md": "one\n"}


def test_a_run_that_was_cut_off_is_mended(tmp_path: Path) -> None:
    publish(FIRST, tmp_path)
    (tmp_path / ".kept-x").mkdir()
    (tmp_path / "de").rename(tmp_path / ".kept-x" / "de")
    (tmp_path / ".staged-x" / "de").mkdir(parents=True)
    assert publish(FIRST, tmp_path) == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["de", "en"]
