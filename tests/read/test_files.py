"""Every kind of file that may lie in `seeds/`, good and bad: read right, or refused with its name and the mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import SourceError
from generator.model import PartialDate
from generator.read import read_all, read_file

ARTICLE = "Der Rat hat am Montag beraten. Die Ministerin sagte, das sei der Anfang."
JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffdb0043") + bytes(range(256)) * 8


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("leer.txt", b"", ["is empty", "remove it"]),
        ("weiss.txt", b" \n\n\t", ["is empty"]),
        ("zeichen.txt", b"--- *** ---", ["holds no text"]),
        ("gross.txt", b"a" * 20_000_000, ["20.0 MB", "Cut it"]),
        ("bild.txt", JPEG, ["binary", "Remove it"]),
        ("breit.txt", ARTICLE.encode("utf-16"), ["UTF-16", "Save it as UTF-8"]),
        ("alt.txt", "Über die Brücke\n".encode("latin-1"), ["line 1", "0xdc", "iconv -f WINDOWS-1252"]),
        ("steuer.txt", b"Der Rat\n\x1b[31mtagt.", ["line 2", "U+001B"]),
        ("leer.html", b"<html><body><nav>Start</nav></body></html>", ["no article found", "leer.txt"]),
        ("vorn.md", b"---\ntitle: [\n---\nDer Rat tagt.", ["front matter is no YAML", "line"]),
        ("vorn.md", b"---\ntitel: Rat\n---\nDer Rat tagt.", ["unknown key `titel`", "Did you mean `title`?"]),
    ],
)
def test_an_unusable_file_is_refused(tmp_path: Path, name: str, data: bytes, words: list[str]) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(SourceError) as error:
        read_file(path)
    assert str(error.value).startswith(str(path))
    assert [word for word in words if word not in str(error.value)] == []


@pytest.mark.parametrize(
    ("yaml", "words"),
    [
        (b"title: [", ["no YAML", "line 1"]),
        (b"- a\n- b", ["expected keys with values"]),
        (b"titel: Rat", ["unknown key `titel`", "Did you mean `title`?"]),
        (b"published: gestern", ["`published`", "2023-09-13"]),
        (b"url: javascript:alert(1)", ["`url`", "https://"]),
        (b"title: [a, b]", ["`title`", "one line of text"]),
        ("title: Brücke".encode("latin-1"), ["not UTF-8"]),
    ],
)
def test_a_broken_sidecar_is_refused(tmp_path: Path, yaml: bytes, words: list[str]) -> None:
    (tmp_path / "rat.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "rat.yml").write_bytes(yaml)
    with pytest.raises(SourceError) as error:
        read_file(tmp_path / "rat.txt")
    assert str(error.value).startswith(str(tmp_path / "rat.yml"))
    assert [word for word in words if word not in str(error.value)] == []


def test_all_unusable_files_are_named_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_bytes(JPEG)
    (tmp_path / "c.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "c.md").write_text(ARTICLE, encoding="utf-8")
    with pytest.raises(SourceError) as error:
        read_all(tmp_path)
    lines = str(error.value).splitlines()
    assert [Path(line.partition(":")[0]).name for line in lines] == ["c.txt", "a.txt", "b.txt"]


def test_a_sidecar_counts_more_than_the_file(tmp_path: Path) -> None:
    (tmp_path / "rat.txt").write_text(f" date 2023-09 {ARTICLE} (dpa)", encoding="utf-8")
    (tmp_path / "rat.yml").write_text(
        "title: Rat berät\npublisher: Mittelzeitung\nagencies: [AFP]\npublished: 2023-09-13\nurl: https://example.org/rat\n",
        encoding="utf-8",
    )
    document = read_file(tmp_path / "rat.txt")
    assert (document.title, document.publisher, document.agencies) == ("Rat berät", "Mittelzeitung", ("afp",))
    assert document.published == PartialDate(year=2023, month=9, day=13)
    assert document.url == "https://example.org/rat"


def test_what_is_unknown_stays_unknown(tmp_path: Path) -> None:
    (tmp_path / "rat.txt").write_text(ARTICLE, encoding="utf-8")
    document = read_file(tmp_path / "rat.txt")
    assert (document.title, document.publisher, document.published, document.url) == (None, None, None, None)
    assert document.agencies == ()


def test_text_is_the_file_but_for_mark_normal_form_and_line_ends(tmp_path: Path) -> None:
    (tmp_path / "rat.txt").write_bytes("\ufeffDer Ra\u0308t\r\nberät.\rHeute".encode())
    assert read_file(tmp_path / "rat.txt").text == "Der Rät\nberät.\nHeute"


def test_markdown_marks_are_no_words_of_the_article(tmp_path: Path) -> None:
    (tmp_path / "rat.md").write_text(
        f"---\npublisher: Mittelzeitung\npublished: 2024-05\n---\n# Rat berät\n\n{ARTICLE}\n\n## Danach ##\n\n"
        "![Bild](bild.jpg)\n\n> Wir beraten weiter.\n\n- Erster Punkt\n",
        encoding="utf-8",
    )
    document = read_file(tmp_path / "rat.md")
    assert (document.title, document.publisher) == ("Rat berät", "Mittelzeitung")
    assert [span.of(document.text) for span in document.headings] == ["Rat berät", "Danach"]
    hidden = " ".join(span.of(document.text) for span in document.boilerplate)
    assert all(mark in hidden for mark in ("publisher", "# ", "## ", " ##", "![Bild](bild.jpg)", "> ", "- "))
    assert "Wir beraten" not in hidden and "Erster" not in hidden


def test_a_saved_page_gives_its_article_and_what_it_says_of_itself(tmp_path: Path) -> None:
    body = "".join(f"<p>{ARTICLE} Absatz {n} handelt vom Haushalt der Stadt und seinen Folgen.</p>" for n in range(6))
    (tmp_path / "rat.html").write_text(
        "<html lang=de><head><title>Rat berät - Mittelzeitung</title>"
        "<meta property='og:site_name' content='Mittelzeitung'><meta property='og:title' content='Rat berät'>"
        "<meta property='article:published_time' content='2024-05-02T10:00'>"
        f"</head><body><nav><a href=/>Start</a></nav><article><h1>Rat berät</h1>{body}</article>"
        "<script>alert(1)</script><footer>Impressum</footer></body></html>",
        encoding="utf-8",
    )
    document = read_file(tmp_path / "rat.html")
    assert (document.title, document.publisher) == ("Rat berät", "Mittelzeitung")
    assert document.published == PartialDate(year=2024, month=5, day=2)
    assert "Absatz 5" in document.text
    assert "alert" not in document.text and "Impressum" not in document.text


def test_strange_files_are_listed_and_left_out(tmp_path: Path) -> None:
    (tmp_path / "rat.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "verwaist.yml").write_text("title: Niemand", encoding="utf-8")
    (tmp_path / "bericht.pdf").write_bytes(b"%PDF-1.4")
    (tmp_path / "english.txt").write_text("The council met on Monday and decided on the budget. " * 8, encoding="utf-8")
    (tmp_path / ".verborgen").write_bytes(JPEG)
    reading = read_all(tmp_path)
    assert [d.id for d in reading.documents] == ["rat"]
    assert sorted(Path(p.where).name for p in reading.problems) == ["bericht.pdf", "english.txt", "verwaist.yml"]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such folder"):
        read_all(tmp_path / "nirgends")
