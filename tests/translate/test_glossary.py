"""The termbase as readers see it."""

from __future__ import annotations

from pathlib import Path

from generator.config import Config
from generator.model import Translation
from generator.render import render
from generator.translate import glossary
from generator.translate.termbase import Term


def term(german: str, english: str, status: str = "preferred", domain: str = "politics") -> Term:
    words = tuple(english.split("|"))
    return Term(german=german, english=words, pos="noun", status=status, domain=domain, source="usage of x")  # type: ignore[arg-type]


TERMS = (
    term("Zoll", "tariff|duty"),
    term("Ältestenrat", "Council of Elders"),
    term("Anwältin", "lawyer"),
    term("Anwalt", "lawyer"),
    term("Angeklagter", "defendant"),
    term("Angeklagte", "defendant"),
    term("Bundestag", "Bundestag", "enforced", "institutions"),
    term("Handy", "handy", "forbidden", "false friends"),
)


def test_sorted_by_the_words_of_the_language() -> None:
    german = [(letter.name, [row.german[0] for row in letter.rows]) for letter in glossary.letters(TERMS, "de")]
    assert german == [("A", ["Ältestenrat", "Angeklagte", "Anwalt"]), ("B", ["Bundestag"]), ("Z", ["Zoll"])]
    english = [(letter.name, [row.english for row in letter.rows]) for letter in glossary.letters(TERMS, "en")]
    assert english == [
        ("B", ["Bundestag"]),
        ("C", ["Council of Elders"]),
        ("D", ["defendant"]),
        ("L", ["lawyer"]),
        ("T", ["tariff"]),
    ]


def test_both_genders_share_a_line() -> None:
    rows = [row for letter in glossary.letters(TERMS, "de") for row in letter.rows]
    assert [row.german for row in rows if len(row.german) > 1] == [
        ("Angeklagte", "Angeklagter"),
        ("Anwalt", "Anwältin"),
    ]


def test_what_is_allowed_as_well_and_where_it_is_from() -> None:
    (row,) = (row for letter in glossary.letters(TERMS, "de") for row in letter.rows if row.english == "tariff")
    assert (row.others, row.domain) == (("duty",), "politics")
    assert glossary.sources(TERMS) == (("institutions", "usage of x"), ("politics", "usage of x"))


def test_the_pages(tmp_path: Path) -> None:
    (tmp_path / "memory").mkdir()
    table = "de,en,pos,status,domain,source\n<b>Zoll</b>,tariff|{{ 7*7 }},noun,preferred,economy,usage of y\n"
    (tmp_path / "memory" / "termbase.csv").write_text(table, encoding="utf-8")
    pages = {page.path: page.text for page in render((), Translation(units=()), Config(root=tmp_path))}
    for code, title, field in (("de", "Glossar", "Wirtschaft"), ("en", "Glossary", "Economy")):
        text = pages[f"{code}/glossary.md"]
        assert title in text
        assert f'{field}: <span lang="en">usage of y</span>' in text
        assert text.index("<td lang=") == text.index(f'<td lang="{code}"')
        assert "&lt;b&gt;Zoll&lt;/b&gt;" in text
        assert "{{ 7*7 }}" in text or "49" not in text


def test_no_terms_yet(tmp_path: Path) -> None:
    pages = {page.path: page.text for page in render((), Translation(units=()), Config(root=tmp_path))}
    assert "No terms are defined yet." in pages["en/glossary.md"]
