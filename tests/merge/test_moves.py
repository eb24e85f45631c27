from __future__ import annotations

import json
from pathlib import Path

from generator.config import Config
from generator.merge import moves
from generator.model import Briefing, Document, Moved, Text
from generator.read.published import INDEX, Published, PublishedBriefing, load
from generator.render import render
from tests.render.bruecke import TRANSLATION


def briefing(id: str, *sources: str) -> Briefing:
    documents = tuple(Document(id=source, text="Ein Treffen.") for source in sources)
    return Briefing(id=id, title=Text(de="Treffen", en="Meeting"), date=None, sources=documents)


def page(id: str, *sources: str) -> PublishedBriefing:
    return PublishedBriefing(id=id, sources=frozenset(sources), parts={})


def found(briefings: tuple[Briefing, ...], *pages: PublishedBriefing, moved: tuple[Moved, ...] = ()) -> dict[str, str]:
    return {m.id: m.to for m in moves.find(briefings, Published(briefings=pages, moved=moved))}


def test_a_page_that_was_joined_leads_to_the_one_that_has_its_articles() -> None:
    assert found((briefing("eins", "a", "b", "c"),), page("eins", "a", "b"), page("zwei", "c")) == {"zwei": "eins"}


def test_an_old_address_is_followed_through_several_runs() -> None:
    earlier = (Moved(id="drei", to="zwei"), Moved(id="vier", to="eins"))
    joined = found((briefing("eins", "a", "b", "c"),), page("eins", "a"), page("zwei", "b", "c"), moved=earlier)
    assert joined == {"drei": "eins", "vier": "eins", "zwei": "eins"}


def test_an_address_that_is_a_page_again_leads_nowhere() -> None:
    earlier = (Moved(id="zwei", to="eins"),)
    assert found((briefing("eins", "a"), briefing("zwei", "b")), page("eins", "a", "b"), moved=earlier) == {}


def test_a_page_without_articles_leads_nowhere() -> None:
    assert found((briefing("eins", "a"),), page("eins", "a"), page("zwei", "x")) == {}


def test_the_old_address_keeps_a_page_in_both_languages_that_the_next_run_knows(tmp_path: Path) -> None:
    pages = render((briefing("eins", "a"),), TRANSLATION, Config(root=tmp_path), (Moved(id="zwei", to="eins"),))
    texts = {page.path: page.text for page in pages}
    assert '<a href="../eins/">Treffen</a>' in texts["de/briefings/zwei.md"]
    assert '<a href="../eins/">Meeting</a>' in texts["en/briefings/zwei.md"]
    (tmp_path / INDEX).parent.mkdir(parents=True)
    (tmp_path / INDEX).write_text(texts[INDEX], encoding="utf-8")
    assert load(tmp_path).moved == (Moved(id="zwei", to="eins"),)


def test_a_damaged_list_is_a_problem_and_no_more(tmp_path: Path) -> None:
    (tmp_path / INDEX).parent.mkdir(parents=True)
    (tmp_path / INDEX).write_text(json.dumps({"moved": [{"id": "zwei"}]}), encoding="utf-8")
    known = load(tmp_path)
    assert (known.moved, [p.severity for p in known.problems]) == ((), ["warning"])
