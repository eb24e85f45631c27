"""Pages of an invented event, as golden files and by what a reader would notice."""

import dataclasses
import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from generator.config import Config
from generator.model import Briefing, Page, PartialDate, Text, Translation
from generator.render import TEMPLATES, render
from tests.render.bruecke import BRIEFING, TRANSLATION, A
from tests.render.test_markup import HOSTILE, Reader

GOLDEN = Path(__file__).parents[1] / "golden" / "pages"


def pages(*briefings: Briefing, translation: Translation = TRANSLATION) -> dict[str, str]:
    rendered = render(briefings, translation, Config(root=Path(".")))
    return {page.path: page.text for page in rendered}


def golden_pages() -> tuple[Page, ...]:
    """What `tests/golden/pages` holds; `python -m tests.render.golden` writes it."""
    wanted = re.compile(r"(index|briefings/.*|people/jonas-wendrich|places)\.(md|json)$")
    return tuple(p for p in render((BRIEFING,), TRANSLATION, Config(root=Path("."))) if wanted.search(p.path))


@pytest.mark.parametrize("page", golden_pages(), ids=lambda page: page.path)
def test_page_is_as_the_golden_file_says(page: Page) -> None:
    assert page.text == (GOLDEN / page.path).read_text(encoding="utf-8")


def test_both_languages_have_the_same_pages_and_anchors() -> None:
    made = pages(BRIEFING)
    german = {path[3:] for path in made if path.startswith("de/") and path.endswith(".md")}
    assert german == {path[3:] for path in made if path.startswith("en/")}
    for path in german - {"about.md"}:
        anchors = [re.findall(r'(?:\sid="|\{: #)([^"\s]+)', made[f"{code}/{path}"]) for code in ("de", "en")]
        assert anchors[0] == anchors[1]
        assert len(anchors[0]) == len(set(anchors[0]))


def test_both_languages_have_the_same_labels() -> None:
    def shape(value: object) -> object:
        if isinstance(value, dict):
            return {key: shape(child) for key, child in value.items()}
        return [shape(child) for child in value] if isinstance(value, list) else None

    labels = [yaml.safe_load((TEMPLATES / f"labels.{code}.yml").read_text(encoding="utf-8")) for code in ("de", "en")]
    assert shape(labels[0]) == shape(labels[1])


def test_english_page_shows_the_original_and_says_where_a_line_comes_from() -> None:
    page = pages(BRIEFING)["en/briefings/neissebruecke.md"]
    statement = page[page.index('id="s-arbeiten-beginnen"') : page.index('id="s-kosten"')]
    assert "“We want to start work this year”" in statement
    assert "machine translation" in statement
    assert '<q lang="de">„Wir wollen noch in diesem Jahr mit den Arbeiten anfangen“</q>' in statement
    failed = page[page.index('id="s-kosten"') : page.index('id="s-pruefer"')]
    assert '<span lang="de">Die Kosten bezifferte er auf 14 Millionen Euro.</span>' in failed
    assert "not translated" in failed
    assert "translation reviewed" in page


def test_an_unclear_speaker_stays_unclear() -> None:
    made = pages(BRIEFING)
    assert "### Ohne genannten Sprecher {: #statements-nobody }" in made["de/briefings/neissebruecke.md"]
    assert "### No speaker named {: #statements-nobody }" in made["en/briefings/neissebruecke.md"]


def test_what_an_article_does_not_say_is_unknown() -> None:
    bare = dataclasses.replace(A, agencies=(), published=None)
    page = pages(Briefing(id="x", title=Text(de="Titel", en="Title"), date=None, sources=(bare,)))
    assert "ohne Überschrift" in page["de/briefings/x.md"]
    assert "Datum unbekannt" in page["de/briefings/x.md"]
    assert "<dt>Wann</dt> <dd>unbekannt</dd>" in page["de/briefings/x.md"]


def test_newest_briefing_comes_first() -> None:
    older = dataclasses.replace(BRIEFING, id="aelter", date=PartialDate(year=2023, month=12, day=31))
    undated = dataclasses.replace(BRIEFING, id="ohne-datum", date=None)
    home = pages(older, undated, BRIEFING)["de/index.md"]
    assert re.findall(r'href="briefings/([^/]+)/"', home) == ["neissebruecke", "aelter", "ohne-datum"]


def test_data_validates_and_proves_itself() -> None:
    made = pages(BRIEFING)
    schema = json.loads(made["de/api/v1/schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    data = {path: json.loads(text) for path, text in made.items() if path.endswith(".json") and "schema" not in path}
    for value in data.values():
        validator.validate(value)
    briefing = data["de/api/v1/briefings/neissebruecke.json"]
    texts = {source.id: source.text for source in BRIEFING.sources}
    proofs = [proof for statement in briefing["statements"] for proof in statement["reports"]]
    assert len(proofs) == 9
    assert all(texts[p["source"]][p["start"] : p["end"]] == p["text"] for p in proofs)
    assert briefing["statements"][1]["text"]["en"] is None
    assert not validator.is_valid({**briefing, "more": 1})


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text_everywhere(text: str) -> None:
    source = dataclasses.replace(A, title=text, publisher=text, url="javascript:alert(1)")
    hostile = dataclasses.replace(
        BRIEFING,
        title=Text(de=text),
        sources=(source, BRIEFING.sources[1]),
        participants=tuple(dataclasses.replace(p, name=Text(de=text), aliases=(text,)) for p in BRIEFING.participants),
        summary=tuple(dataclasses.replace(s, text=Text(de=text)) for s in BRIEFING.summary),
        open_questions=tuple(
            dataclasses.replace(q, text=Text(de=text), link="javascript:alert(1)") for q in BRIEFING.open_questions
        ),
    )
    for path, page in pages(hostile).items():
        if path.endswith(".md"):
            elements = Reader(page).elements
            assert not {"script", "iframe", "img"} & {tag for tag, _ in elements}
            assert not [value for _, attributes in elements for name, value in attributes if name.startswith("on")]
            links = [value or "" for _, attributes in elements for name, value in attributes if name == "href"]
            assert not [link for link in links if link.startswith("javascript")]
            assert next(yaml.safe_load_all(page))["title"]
