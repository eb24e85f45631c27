"""Terms are found in every form of their words, and their English in any regular one."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.analyse.lexicon import Lexicon
from generator.errors import EngineError
from generator.translate import checks, english, termbase
from generator.translate.checks.terms import stands
from generator.translate.pair import Pair, Sources
from generator.translate.termbase import Term, Termbase
from generator.translate.variants import english_names

ROOT = Path(__file__).parents[2]
HEAD = "de,en,pos,status,domain,source\n"


@pytest.fixture(scope="module")
def project() -> Termbase:
    """The project's own terms."""
    return termbase.load(ROOT / "memory" / "termbase.csv", Lexicon.load(ROOT / "models" / "lexicon"))


def term(german: str, english: str, status: str = "enforced", pos: str = "noun") -> Term:
    return Term(german=german, english=tuple(english.split("|")), pos=pos, status=status, domain="x")  # type: ignore[arg-type]


def found(terms: Termbase, text: str) -> list[tuple[str, str]]:
    return [(text[o.start : o.end], o.term.english[0]) for o in terms.within(text) if o.term.status != "forbidden"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Den Abgeordneten lag ein Antrag vor.", [("Abgeordneten", "member of parliament"), ("Antrag", "motion")]),
        ("Ein Sprecher des Auswärtigen Amts schwieg.", [("Auswärtigen Amts", "Federal Foreign Office")]),
        ("Die Vereinten Nationen mahnten.", [("Vereinten Nationen", "United Nations")]),
        ("Sie legte Verfassungsbeschwerden ein.", [("Verfassungsbeschwerden", "constitutional complaint")]),
        ("Die lebenslangen Freiheitsstrafen", [("lebenslangen Freiheitsstrafen", "life imprisonment")]),
        ("Der UN-Sicherheitsrat tagt.", [("UN-Sicherheitsrat", "UN Security Council")]),
        ("Der Sicherheitsrat der Stadt tagt.", [("Sicherheitsrat", "Security Council")]),
        ("Die EU-Außenminister trafen sich.", [("Außenminister", "foreign minister")]),
        ("Das Gericht hat ihn verurteilt.", []),
        ("Er bekam lebenslange Haft.", [("lebenslange Haft", "life imprisonment")]),
        ("Die mutmaßlichen Täter flohen.", [("mutmaßlichen", "alleged"), ("Täter", "perpetrator")]),
    ],
)
def test_inflected_words_are_found_the_longest_first(
    project: Termbase, text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(project, text) == expected


def test_words_must_stand_together() -> None:
    terms = Termbase([term("Rotes Kreuz", "Red Cross")])
    assert found(terms, "Das Rote Kreuz half.") == [("Rote Kreuz", "Red Cross")]
    assert found(terms, "Das war rot. Kreuz und quer.") == []
    assert found(terms, "Rotes, Kreuz") == []


def test_compounds_end_in_a_term(project: Termbase) -> None:
    text = "Das Landesverfassungsgericht und die Kurzstreckenraketen."
    compound, plural = (o for o in project.within(text) if o.term.status == "preferred")
    assert (compound.term.english[0], compound.compound, compound.plural) == ("constitutional court", True, False)
    assert (plural.term.english[0], plural.compound, plural.plural) == ("short-range missile", False, True)


def test_a_compound_is_expected_and_not_asked_for() -> None:
    sources = Sources(Termbase([term("Verfassungsgericht", "constitutional court")]))
    pair = Pair(source=sources.of("Das Landesverfassungsgericht tagt."), target="The high court is in session.")
    assert [f.check for f in checks.run(pair)] == ["preferred-terms"]


def test_two_terms_with_one_english_are_told_once(project: Termbase) -> None:
    pair = Pair(source=Sources(project).of("Die Verdächtige floh."), target="The woman fled.")
    (finding,) = checks.run(pair)
    assert finding.message.count("“suspect”") == 1


@pytest.mark.parametrize(
    ("status", "target", "checks_"),
    [
        ("enforced", "The Federal Court decided.", []),
        ("enforced", "The federal courts decided.", []),
        ("enforced", "The court decided.", ["terms"]),
        ("preferred", "The court decided.", ["preferred-terms"]),
        ("forbidden", "The Federal Court decided.", ["terms"]),
        ("forbidden", "The court decided.", []),
    ],
)
def test_how_strictly_the_english_is_asked_for(status: str, target: str, checks_: list[str]) -> None:
    sources = Sources(Termbase([term("Bundesgericht", "Federal Court", status)]))
    found = checks.run(Pair(source=sources.of("Das Bundesgericht entschied."), target=target))
    assert [f.check for f in found] == checks_


def test_an_allowed_word_is_as_good_as_the_first() -> None:
    sources = Sources(Termbase([term("Waffenruhe", "ceasefire|truce")]))
    assert checks.run(Pair(source=sources.of("Die Waffenruhe hielt."), target="The truce held.")) == ()


@pytest.mark.parametrize(
    ("form", "target"),
    [
        ("minister of defence", "the ministers of defence"),
        ("minister of defence", "the minister of defence’s speech"),
        ("embassy", "the embassies"),
        ("crisis", "two crises"),
        ("secretary-general", "the Secretary General"),
        ("secretary-general", "secretaries-general"),
        ("chairman", "the chairmen"),
        ("run-off", "the run-offs"),
        ("ban", "banned"),
        ("human rights", "human-rights groups"),
        ("People's Party", "the People’s Party"),
    ],
)
def test_regular_forms_stand_for_the_term(form: str, target: str) -> None:
    assert stands(form, target)


@pytest.mark.parametrize(("form", "target"), [("ban", "the bank"), ("state", "the estate"), ("court", "a courtyard")])
def test_longer_words_do_not(form: str, target: str) -> None:
    assert not stands(form, target)


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("embassy", "embassies"),
        ("minister of defence", "ministers of defence"),
        ("Secretary-General", "Secretaries-General"),
        ("chargé d'affaires", "chargé d'affaires"),
        ("police officer", "police officers"),
        ("crisis", "crises"),
        ("spokeswoman", "spokeswomen"),
        ("tax", "taxes"),
        ("armed forces", "armed forces"),
    ],
)
def test_plurals(one: str, many: str) -> None:
    assert english.plural(one) == many


def test_the_english_is_put_into_the_german_in_the_same_number() -> None:
    lexicon = Lexicon.load(ROOT / "models" / "lexicon")
    terms = Termbase([term("Verfassungsgericht", "constitutional court"), term("Bundestag", "Bundestag")], lexicon)
    way = english_names(
        Sources(terms, lexicon).of("Die Verfassungsgerichte und der Bundestag des Verfassungsgerichts."), ()
    )
    assert way is not None
    assert way.sources == ("Die constitutional courts und der Bundestag des constitutional court.",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("de,en\nA,b\n", "line 1: no column pos, status, domain, source"),
        ("", "line 1: no column de"),
        (
            HEAD + "Haus,house,noun,strict,x,y\n",
            "line 2: the status is 'strict', not one of enforced, preferred, forbidden",
        ),
        (HEAD + "A,b,noun,enforced,x,y\n,house,noun,enforced,x,y\n", "line 3: German or English is empty"),
        (HEAD + "Haus,|,noun,enforced,x,y\n", "line 2: German or English is empty"),
        (HEAD + "…,house,noun,enforced,x,y\n", "line 2: German or English is empty"),
        (HEAD + "Haus\n", "line 2: the status is ''"),
        (HEAD + 'Haus,"house,noun\n', "cannot be read as a table"),
    ],
)
def test_a_broken_table_is_refused_with_its_place(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "termbase.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(EngineError, match=rf"termbase\.csv(, |: ){message}"):
        termbase.load(path)


def test_other_encodings(tmp_path: Path) -> None:
    path = tmp_path / "termbase.csv"
    path.write_bytes((HEAD + "Behörde,authority,noun,enforced,x,y\n").encode("latin-1"))
    with pytest.raises(EngineError, match=r"termbase\.csv: cannot be read as a table in UTF-8"):
        termbase.load(path)
    path.write_bytes((HEAD + "Behörde,authority,noun,enforced,x,y\n").encode("utf-8-sig"))
    assert len(termbase.load(path).terms) == 1


def test_a_missing_table_has_no_terms(tmp_path: Path) -> None:
    assert termbase.load(tmp_path / "none.csv").terms == ()


def test_the_projects_table(project: Termbase) -> None:
    assert len(project.terms) >= 600
    assert all(t.source and t.domain and t.pos in ("noun", "adj") for t in project.terms)
    assert len({(t.german, t.status) for t in project.terms}) == len(project.terms)
    assert {t.domain for t in project.terms} >= {
        "politics",
        "security",
        "diplomacy",
        "courts",
        "economy",
        "institutions",
    }
