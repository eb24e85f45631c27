"""The command line as a maintainer meets it, on projects of its own in a temporary folder."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from generator.__main__ import main

ROOT = Path(__file__).parents[1]
ARTICLE = """ date 2024-05 Görlitz (dpa) - Der sächsische Verkehrsminister Jonas Wendrich hat am Donnerstag in Görlitz \
über die gesperrte Neißebrücke beraten. "Wir wollen noch in diesem Jahr beginnen", sagte Wendrich nach dem Gespräch.

Ob die Brücke für Lastwagen wieder freigegeben wird, ließ der Minister offen.

Lesen Sie auch: Alle Nachrichten aus Sachsen
"""
HOSTILE = """<script>alert(1)</script> steht am Anfang, sagte Minister Jonas Wendrich am Montag in Görlitz.

"{{ 7*7 }} und {% raw %} sind mir gleich", sagte Wendrich. "--8<-- [x](javascript:alert(1)) bleibt", sagte Wendrich.

24. Februar 2022 begann der Streit. "Das ist *nicht* wahr, <b>nie</b>", sagte Wendrich.
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with the repository's models, no articles, no memory; the current folder."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "generator.yml").write_text(f"models: {ROOT / 'models'}\nbudget: {{share: 1.0}}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "none"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path


def pages(project: Path) -> dict[str, str]:
    docs = project / "docs"
    return {p.relative_to(docs).as_posix(): p.read_text(encoding="utf-8") for p in docs.rglob("*") if p.is_file()}


def test_an_article_becomes_a_briefing_in_two_languages(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "seeds" / "bruecke.txt").write_text(ARTICLE, encoding="utf-8")
    assert main(["build"]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("1 articles, 1 briefings, ")
    assert "segments: 0 from the memory, " in said.out
    assert "Reading: 1 of 1\n" in said.err
    made = pages(project)
    (path,) = [p for p in made if p.startswith("de/briefings/")]
    assert "„Wir wollen noch in diesem Jahr beginnen“" in made[path]
    assert path.replace("de/", "en/", 1) in made
    assert "Alle Nachrichten aus Sachsen" not in "".join(made.values())


def test_a_second_run_changes_nothing_and_asks_no_engine(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "seeds" / "bruecke.txt").write_text(ARTICLE, encoding="utf-8")
    main(["build"])
    first, memory = pages(project), (project / "memory" / "de-en.tmx").read_bytes()
    capsys.readouterr()
    assert main(["build"]) == 0
    assert " 0 by the engine" in capsys.readouterr().out
    assert pages(project) == first
    assert (project / "memory" / "de-en.tmx").read_bytes() == memory


def test_hostile_text_is_shown_as_text(project: Path) -> None:
    (project / "seeds" / "boese.txt").write_text(HOSTILE, encoding="utf-8")
    assert main(["build"]) == 0
    made = {path: text for path, text in pages(project).items() if path.endswith(".md")}
    for path, text in made.items():
        assert "<script>alert" not in text and "<b>nie" not in text, path
        assert "[x](javascript" not in text or "<p class" in text, path
    (page,) = [text for path, text in made.items() if path.startswith("de/briefings/")]
    assert "{{ 7*7 }} und {% raw %}" in page


def test_an_unusable_article_keeps_the_last_pages(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "seeds" / "bruecke.txt").write_text(ARTICLE, encoding="utf-8")
    main(["build"])
    before = pages(project)
    (project / "seeds" / "kaputt.txt").write_bytes(b"\xff\xfe\x00")
    capsys.readouterr()
    assert main(["build"]) == 2
    assert "kaputt.txt" in capsys.readouterr().err
    assert pages(project) == before


def test_an_empty_folder_makes_an_empty_site(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build"]) == 0
    assert capsys.readouterr().out.startswith("0 articles, 0 briefings")
    assert "de/index.md" in pages(project)


def test_a_page_over_its_budget_is_not_written(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "seeds" / "bruecke.txt").write_text(ARTICLE, encoding="utf-8")
    (project / "generator.yml").write_text(
        f"models: {ROOT / 'models'}\nbudget: {{share: 1.0, longest_run: 2}}\n", encoding="utf-8"
    )
    asked = 'corrections: {questions: [{add: {de: "Warum?", en: "Why?"}, evidence: WORDS}]}'
    words = " ".join(ARTICLE.split()[2:6])
    (project / "seeds" / "bruecke.yml").write_text(asked.replace("WORDS", f"'{words}'"), encoding="utf-8")
    assert main(["build"]) == 1
    said = capsys.readouterr()
    assert "error [budget]" in said.err and "Nothing was written" in said.err
    assert not (project / "docs").exists()


def test_without_an_engine_the_site_still_builds(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "seeds" / "bruecke.txt").write_text(ARTICLE, encoding="utf-8")
    models = project / "models"
    models.mkdir()
    for path in (ROOT / "models").iterdir():
        if path.suffix != ".argosmodel":
            (models / path.name).symlink_to(path)
    (project / "generator.yml").write_text("budget: {share: 1.0}\n", encoding="utf-8")
    assert main(["build"]) == 0
    said = capsys.readouterr()
    assert "model fetch" in said.err
    assert " 0 by the engine" in said.out
    (page,) = [text for path, text in pages(project).items() if path.startswith("en/briefings/")]
    assert 'lang="de"' in page


def test_a_wrong_setting_is_named_with_a_hint(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "generator.yml").write_text("seed: articles\n", encoding="utf-8")
    assert main(["build"]) == 2
    assert "unknown key `seed`. Did you mean `seeds`?" in capsys.readouterr().err


def test_analyse_writes_a_line_a_file(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (project / "b.txt").write_bytes(b"")
    assert main(["analyse", "--json", "a.txt", "b.txt", "a.txt"]) == 2
    said = capsys.readouterr()
    first, second = (json.loads(line) for line in said.out.splitlines())
    assert first == second
    assert first["path"] == "a.txt"
    assert first["text"] == ARTICLE
    (direct,) = [q for q in first["quotations"] if q["type"] == "Direct"]
    assert [first["text"][s:e] for s, e in direct["quote"]] == ['"Wir wollen noch in diesem Jahr beginnen"']
    (speaker,) = [e for e in first["entities"] if e["id"] == direct["speaker_entity"]]
    assert speaker["name"] == "Jonas Wendrich"
    assert "b.txt: is empty" in said.err


def test_translate_keeps_lines_and_their_order(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = "Der Minister sprach am Montag.\n\nDie Brücke ist gesperrt.\n".encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(lines), encoding="utf-8"))
    assert main(["translate", "--no-memory"]) == 0
    first, empty, last = capsys.readouterr().out.splitlines()
    assert "Monday" in first and empty == "" and "bridge" in last


def test_translate_refuses_what_is_no_utf_8(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xfcber\n"), encoding="utf-8"))
    assert main(["translate"]) == 2
    assert "line 1" in capsys.readouterr().err


def test_wrong_arguments_end_with_two() -> None:
    with pytest.raises(SystemExit) as stop:
        main(["bild"])
    assert stop.value.code == 2


def test_a_closed_pipe_is_no_error(project: Path) -> None:
    (project / "a.txt").write_text(ARTICLE, encoding="utf-8")
    command = f"{sys.executable} -m generator --config {project}/generator.yml analyse --json " + "a.txt " * 40
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command} | head -c 10"],
        cwd=project,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
