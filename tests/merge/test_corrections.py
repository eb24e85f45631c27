from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.config import Config
from generator.errors import ConfigError
from generator.merge import participants, statements
from generator.merge.corrections import Applied
from generator.model import Claim, Participant, Text
from generator.read.corrections import Corrections, corrections, load
from tests.merge.articles import article, day, quoted, somebody, vocabulary
from tests.render.bruecke import BRIEFING

TEXT = 'Jonas Wendrich traf Ewa Malinska. "Wir beginnen noch in diesem Jahr", hieß es. Auch Otto Hase half mit.'
WENDRICH = somebody(TEXT, "Jonas Wendrich", roles=("Verkehrsminister",))
ANALYSIS = article(
    "a",
    TEXT,
    WENDRICH,
    somebody(TEXT, "Ewa Malinska"),
    said=(quoted(TEXT, '"Wir beginnen noch in diesem Jahr"', WENDRICH),),
)


def applied(**entries: object) -> Applied:
    return Applied((corrections(entries, "briefings/x.yml", briefing="x"),))


def people(by: Applied) -> dict[str, Participant]:
    joined = participants.join((ANALYSIS,), vocabulary(), 0.5)
    return {p.name.de: p for p in by.participants(joined, (ANALYSIS,)).participants}


def claims(by: Applied) -> tuple[Claim, ...]:
    joined = by.participants(participants.join((ANALYSIS,), vocabulary(), 0.5), (ANALYSIS,))
    analyses, speakers = by.statements((ANALYSIS,), joined)
    return statements.join(analyses, joined.participants, speakers, {}, vocabulary(), 0.5)


def test_somebody_is_renamed_and_gets_other_roles() -> None:
    by = applied(
        date=date(2024, 6, 1),
        participants=[
            {
                "match": "Wendrich",
                "name": {"de": "Jonas Wendrich-Lau", "en": "Jonas Wendrich-Lau"},
                "roles": [{"de": "Senator", "en": "senator"}],
            }
        ],
    )
    found = people(by)["Jonas Wendrich-Lau"]
    assert found.id == "jonas-wendrich"
    assert [r.de for r in found.roles] == ["Senator"]
    (change,) = by.changes
    assert (change.kind, change.date, change.text.en) == (
        "correction", day("2024-06-01"), "Details on Jonas Wendrich-Lau corrected",
    )  # fmt: skip


def test_somebody_is_dropped_added_and_joined() -> None:
    assert "Ewa Malinska" not in people(applied(participants=[{"match": "Ewa Malinska", "drop": True}]))
    added = people(applied(participants=[{"add": "Otto Hase", "roles": [{"de": "Ingenieur", "en": "engineer"}]}]))
    assert added["Otto Hase"].reports[0].span.of(TEXT) == "Otto Hase"
    joined = people(applied(participants=[{"match": "Ewa Malinska", "same_as": "Jonas Wendrich"}]))
    assert list(joined) == ["Jonas Wendrich"]
    assert joined["Jonas Wendrich"].aliases == ("Ewa Malinska",)


def test_a_statement_gets_another_speaker_none_or_goes() -> None:
    match = "Wir beginnen noch"
    assert claims(applied())[0].speaker == "jonas-wendrich"
    assert claims(applied(statements=[{"match": match, "speaker": "Malinska"}]))[0].speaker == "ewa-malinska"
    assert claims(applied(statements=[{"match": match, "unattributed": True}]))[0].speaker is None
    assert claims(applied(statements=[{"match": match, "drop": True}])) == ()


def test_a_statement_is_added_in_the_words_of_the_article() -> None:
    by = applied(statements=[{"add": "Auch Otto Hase half mit", "speaker": "Ewa Malinska"}])
    assert [(c.text.de, c.type) for c in claims(by) if c.speaker == "ewa-malinska"] == [
        ("Auch Otto Hase half mit", "Indirect")
    ]


def test_a_dropped_speaker_leaves_nobody_as_speaker() -> None:
    assert claims(applied(participants=[{"match": "Jonas Wendrich", "drop": True}]))[0].speaker is None


def test_title_and_questions() -> None:
    by = applied(
        title={"de": "Brückentreffen", "en": "Bridge meeting"},
        questions=[
            {"match": "Lastwagen wieder freigegeben", "link": "https://example.org/antwort"},
            {"match": "Pfeiler", "text": {"de": "Halten die Pfeiler?", "en": "Do the piers hold?"}},
            {
                "add": {"de": "Wer zahlt den Rest?", "en": "Who pays the rest?"},
                "evidence": "Polen werde ein Drittel davon übernehmen",
            },
        ],
    )
    made = by.briefing(BRIEFING)
    assert made.title.en == "Bridge meeting"
    lorries, piers, rest = made.open_questions
    assert (lorries.status, lorries.link, lorries.id) == ("answered", "https://example.org/antwort", "q-lastwagen")
    assert piers.text == Text(de="Halten die Pfeiler?", en="Do the piers hold?")
    assert (rest.id, rest.status, rest.evidence[0].document) == ("q-wer-zahlt-den-rest", "open", "blatt-a")
    assert len(by.changes) == 4


@pytest.mark.parametrize(
    "entries",
    [
        {"participants": [{"match": "Niemand", "drop": True}]},
        {"participants": [{"add": "Wer nicht dasteht"}]},
        {"participants": [{"match": "Jonas Wendrich", "same_as": "Niemand"}]},
        {"statements": [{"match": "steht nirgends", "drop": True}]},
        {"statements": [{"match": "Wir beginnen", "speaker": "Niemand"}]},
        {"questions": [{"match": "steht nirgends", "drop": True}]},
    ],
)
def test_an_entry_that_matches_nothing_is_reported_with_its_place(entries: dict[str, object]) -> None:
    by = applied(**entries)
    claims(by)
    by.briefing(BRIEFING)
    (problem,) = by.problems
    assert problem.severity == "warning"
    assert problem.where == f"briefings/x.yml, `{next(iter(entries))}` 1"
    assert "matches nothing any more" in problem.message
    assert not by.changes


def test_an_articles_own_file_touches_only_that_article() -> None:
    other = article("b", TEXT, WENDRICH)
    file = Corrections(
        file="seeds/a.yml", article="a", participants=corrections_of({"match": "Jonas Wendrich", "drop": True})
    )
    joined = Applied((file,)).participants(participants.join((ANALYSIS, other), vocabulary(), 0.5), (ANALYSIS, other))
    (one,) = [p for p in joined.participants if p.name.de == "Jonas Wendrich"]
    assert [r.document for r in one.reports] == ["b"]
    assert ("a", WENDRICH.id) not in joined.people


def corrections_of(*entries: dict[str, object]) -> tuple[object, ...]:
    return corrections({"participants": list(entries)}, "x", briefing="x").participants


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("titel: {de: A}", "Did you mean `title`?"),
        ("title: {en: A}", "the key `de` is missing"),
        ("title: Brücke", "expected keys with values"),
        ("participants: [{macht: x}]", "Did you mean `match`?"),
        ("participants: [{match: x}]", "corrects nothing"),
        ("participants: [{match: x, add: y, drop: true}]", "either `match` or `add`"),
        ("participants: [{add: x, kind: place}]", "expected one of person, organisation, group"),
        ('questions: [{add: {de: "Wer?"}}]', "needs `evidence`"),
        ("date: gestern", "expected date"),
        ("join: [a", "is no YAML"),
    ],
)
def test_a_wrong_file_is_refused_with_the_mend(tmp_path: Path, text: str, hint: str) -> None:
    (tmp_path / "briefings").mkdir()
    (tmp_path / "briefings" / "x.yml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"x\.yml") as error:
        load(Config(root=tmp_path))
    assert hint in str(error.value)


def test_files_are_read(tmp_path: Path) -> None:
    for folder in ("briefings", "seeds"):
        (tmp_path / folder).mkdir()
    (tmp_path / "briefings" / "x.yml").write_text("join: [a, b]\ndate: 2024-06-01\n", encoding="utf-8")
    (tmp_path / "seeds" / "a.yml").write_text(
        "title: Brücke\ncorrections:\n  participants:\n    - {match: Wendrich, drop: true}\n", encoding="utf-8"
    )
    (tmp_path / "seeds" / "b.yml").write_text("publisher: Blatt\n", encoding="utf-8")
    page, own = load(Config(root=tmp_path))
    assert (page.briefing, page.join, page.date) == ("x", ("a", "b"), date(2024, 6, 1))
    assert (own.article, own.participants[0].drop) == ("a", True)


def test_no_files_no_corrections(tmp_path: Path) -> None:
    assert load(Config(root=tmp_path)) == ()
