"""Each check: silent on a sound briefing, and with file, place and reason on a broken one."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator import check
from generator.config import Budget, Config
from generator.model import Briefing, Page, Reference, Span, Translation
from generator.render import render
from tests.render.bruecke import BRIEFING, TRANSLATION, A, at

CONFIG = Config(root=Path("."), budget=Budget(share=1.0, longest_run=45))


def subject(
    briefing: Briefing = BRIEFING, translation: Translation = TRANSLATION, config: Config = CONFIG
) -> check.Subject:
    pages = render((briefing,), translation, config)
    return check.Subject(briefings=(briefing,), translation=translation, pages=pages, config=config)


def found(subject: check.Subject, severity: str = "error") -> list[tuple[str, str]]:
    return [(p.check, f"{p.where}: {p.message}") for p in check.run(subject) if p.severity == severity]


def test_a_sound_briefing_has_no_error() -> None:
    assert found(subject()) == []


def test_what_stays_german_is_listed() -> None:
    (problem,) = found(subject(), "warning")
    assert problem[0] == "translation" and "Die Kosten bezifferte er" in problem[1]


def moved(reference: Reference) -> Briefing:
    """The briefing with its first summary sentence proved by `reference`."""
    first = replace(BRIEFING.summary[0], reports=(reference,))
    return replace(BRIEFING, summary=(first, *BRIEFING.summary[1:]))


def misquoted() -> Briefing:
    claim = BRIEFING.statements[0]
    variant = replace(claim.variants[0], reference=at(A, "Görlitz (dpa) - Der sächsische"))
    return replace(BRIEFING, statements=(replace(claim, variants=(variant,)), *BRIEFING.statements[1:]))


def reworded() -> Briefing:
    claim = BRIEFING.statements[0]
    variant = replace(claim.variants[0], text=replace(claim.text, de="„Wir fangen sofort an“"))
    return replace(BRIEFING, statements=(replace(claim, variants=(variant,)), *BRIEFING.statements[1:]))


def twice() -> Briefing:
    return replace(BRIEFING, timeline=(*BRIEFING.timeline, BRIEFING.timeline[0]))


@pytest.mark.parametrize(
    ("briefing", "name", "words"),
    [
        (lambda: misquoted(), "proof", "statement s-arbeiten-beginnen: is verbatim but not the words"),
        (lambda: reworded(), "proof", "statement s-arbeiten-beginnen: is not in the words of blatt-a"),
        (lambda: moved(at(A, "Lesen Sie auch")), "boilerplate", "shows boilerplate of blatt-a"),
        (twice, "anchors", "neissebruecke, t-1958: 2 parts have this id"),
    ],
)
def test_a_broken_briefing_is_caught(briefing: Callable[[], Briefing], name: str, words: str) -> None:
    broken = briefing()
    if name == "boilerplate":
        marked = replace(A, boilerplate=(at(A, "Lesen Sie auch: Alle Nachrichten aus Sachsen").span,))
        broken = replace(broken, sources=(marked, *BRIEFING.sources[1:]))
    assert [message for check_, message in found(subject(broken)) if check_ == name and words in message]


@pytest.mark.parametrize(
    ("reference", "words"),
    [
        (Reference(document="blatt-z", span=Span(start=0, end=4)), "which is no source"),
        (Reference(document="blatt-a", span=Span(start=5, end=99_999)), "outside it"),
        (Reference(document="blatt-a", span=Span(start=7, end=7)), "outside it"),
    ],
)
def test_a_reference_that_leads_nowhere_is_caught(reference: Reference, words: str) -> None:
    broken = check.Subject(briefings=(moved(reference),), translation=TRANSLATION, pages=(), config=CONFIG)
    assert [message for name, message in found(broken) if name == "proof" and words in message]


def test_reprinting_is_caught_with_its_place() -> None:
    tight = replace(CONFIG, budget=Budget(share=0.05, longest_run=5))
    messages = [message for name, message in found(subject(config=tight)) if name == "budget"]
    assert any("blatt-a" in m and "of the source's own prose; `budget.share` allows 5%" in m for m in messages)
    assert any("blatt-b" in m and "words of its prose at a stretch (characters" in m for m in messages)


def test_words_in_quotation_marks_are_the_speakers_own() -> None:
    only_quoted = replace(
        BRIEFING, statements=BRIEFING.statements[:1], summary=(), timeline=(), open_questions=(), discrepancies=(),
        participants=(), mentioned=(), locations=(),
    )  # fmt: skip
    tight = replace(CONFIG, budget=Budget(share=0.1, longest_run=8))
    assert [m for name, m in found(subject(only_quoted, config=tight)) if name == "budget"] == []


def test_a_text_without_translation_unit_is_an_error() -> None:
    missing = Translation(units=TRANSLATION.units[1:])
    assert [m for name, m in found(subject(translation=missing)) if name == "english" and "never came" in m]


def test_data_that_is_not_as_the_schema_says_is_caught() -> None:
    sound = subject()
    (page,) = [p for p in sound.pages if p.path.endswith("neissebruecke.json")]
    value = json.loads(page.text)
    value["statements"][0]["type"] = "Rumour"
    value["summary"][0]["reports"][0]["text"] += "!"
    pages = (Page(path=page.path, language="de", text=json.dumps(value)),)
    messages = [m for name, m in found(replace(sound, pages=pages)) if name == "data"]
    assert any("Rumour" in m for m in messages)
    assert any("blatt-b at" in m for m in messages)


@pytest.mark.parametrize("path", ["de/../../etc/passwd.md", "/de/x.md", "de/X y.md", "fr/x.md", "de/x.exe"])
def test_a_path_that_leads_elsewhere_is_caught(path: str) -> None:
    pages = (Page(path=path, language="de", text=""),)
    assert [m for name, m in found(replace(subject(), pages=pages)) if name == "paths"]
