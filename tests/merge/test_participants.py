from __future__ import annotations

from dataclasses import replace

from generator.merge import participants, roles
from generator.merge.cleaning import clean
from generator.merge.participants import Joined, join
from generator.model import Analysis, Participant, Span, Text
from tests.merge.articles import article, quoted, somebody, vocabulary


def people(*analyses: Analysis) -> dict[str, Participant]:
    return {p.name.de: p for p in joined(*analyses).participants}


def joined(*analyses: Analysis) -> Joined:
    return join(analyses, vocabulary(), 0.5)


A = "Jonas Wendrich traf Ewa Malinska. Wendrich lachte."
B = "Wendrich war da. Auch Ewa Malińska kam, dazu Otto Wendrich."


def test_spellings_of_one_person_are_one() -> None:
    found = people(
        article("a", A, somebody(A, "Ewa Malinska")),
        article("b", B, somebody(B, "Ewa Malińska")),
        article("c", A, somebody(A, "Ewa Malinska")),
    )
    assert list(found) == ["Ewa Malinska"]
    assert found["Ewa Malinska"].aliases == ("Ewa Malińska",)
    assert [r.document for r in found["Ewa Malinska"].reports] == ["a", "b", "c"]


def test_a_bare_family_name_joins_the_only_bearer() -> None:
    found = joined(article("a", A, somebody(A, "Jonas Wendrich", "Wendrich")), article("b", B, somebody(B, "Wendrich")))
    (one,) = found.participants
    assert (one.name.de, one.aliases) == ("Jonas Wendrich", ())
    assert set(found.people.values()) == {"jonas-wendrich"}


def test_two_bearers_stay_two_and_one_in_doubt_stays_alone() -> None:
    c = "Wendrich schwieg."
    found = people(
        article("a", A, somebody(A, "Jonas Wendrich")),
        article("b", B, somebody(B, "Otto Wendrich")),
        article("c", c, somebody(c, "Wendrich")),
    )
    assert set(found) == {"Jonas Wendrich", "Otto Wendrich", "Wendrich"}


def test_an_office_tells_the_bearers_apart() -> None:
    c = "Verkehrsminister Wendrich schwieg."
    found = joined(
        article("a", A, somebody(A, "Jonas Wendrich", roles=("sächsischer Verkehrsminister",))),
        article("b", B, somebody(B, "Otto Wendrich", roles=("Bäcker",))),
        article("c", c, somebody(c, "Wendrich", roles=("Verkehrsminister",))),
    )
    assert found.people["c", "wendrich"] == "jonas-wendrich"


def test_members_of_one_family_are_not_one() -> None:
    text = "Park Min Ho und Park Min Su kamen."
    assert (
        len(
            people(article("a", text, somebody(text, "Park Min Ho")), article("b", text, somebody(text, "Park Min Su")))
        )
        == 2
    )


def test_an_abbreviation_is_the_same_organisation() -> None:
    a, b = "Das Technische Hilfswerk (THW) half.", "Das THW half."
    found = people(
        article("a", a, somebody(a, "Technisches Hilfswerk", "THW", kind="organisation")),
        article("b", b, somebody(b, "THW", kind="organisation")),
    )
    assert len(found) == 1


def test_names_run_together_are_seen_through_by_the_other_articles() -> None:
    text = "Jonas Wendrich Polen half, Wendrich Malinska dankte. Ewa Malinska kam mit Jonas Wendrich."
    names = ("Jonas Wendrich Polen", "Wendrich Malinska", "Ewa Malinska")
    run = article("a", text, *(somebody(text, name) for name in names))
    cleaned = clean((run, article("b", A, somebody(A, "Jonas Wendrich"))))
    assert [e.name for e in cleaned[0].entities] == ["Jonas Wendrich", "Ewa Malinska"]


def test_an_institution_is_one_however_its_state_is_named() -> None:
    texts = ("Die Regierung von Norwegen half.", "Die norwegische Regierung half.", "Die Regierung half.")
    names = ("Regierung von Norwegen", "norwegische Regierung", "Regierung")
    articles = [
        article(id, text, somebody(text, name, kind="organisation"))
        for id, text, name in zip("abc", texts, names, strict=True)
    ]
    assert list(people(*articles)) == ["Regierung von Norwegen"]
    text = "Die Regierung Polens half."
    other = article("d", text, somebody(text, "Regierung Polens", kind="organisation"))
    assert set(people(*articles, other)) == {"Regierung von Norwegen", "Regierung Polens", "Regierung"}


def test_the_strongest_involvement_counts_and_speakers_speak() -> None:
    text = 'Jonas Wendrich sagte: "Wir beginnen noch in diesem Jahr."'
    one = somebody(text, "Jonas Wendrich", involvement="mentioned")
    found = people(
        article("a", A, somebody(A, "Jonas Wendrich", involvement="mentioned")),
        article("b", text, one, said=(quoted(text, '"Wir beginnen noch in diesem Jahr."', one),)),
    )
    assert found["Jonas Wendrich"].involvement == "speaks"


def test_without_a_statement_people_act_and_institutions_are_named() -> None:
    text = "Jonas Wendrich und die Feuerwehr kamen."
    found = joined(
        article(
            "a",
            text,
            somebody(text, "Jonas Wendrich", involvement="speaks"),
            somebody(text, "Feuerwehr", kind="organisation", involvement="speaks"),
        )
    ).participants
    adjusted = participants.speaking(found, ())
    assert [(p.name.de, p.involvement) for p in adjusted] == [("Jonas Wendrich", "acts"), ("Feuerwehr", "mentioned")]


def test_roles_are_given_once_and_exactly() -> None:
    found = roles.join(
        [
            Text(de="Minister"),
            Text(de="Verkehrsminister", en="transport minister"),
            Text(de="sächsischer Verkehrsminister", en="Saxon transport minister"),
            Text(de="norwegischer Ministerpräsident", en="Norwegian prime minister"),
            Text(de="Ministerpräsident Norwegens", en="prime minister of Norway"),
            Text(de="Ministerpräsident Norwegens", en="prime minister of Norway"),
        ],
        vocabulary(),
    )
    assert [r.de for r in found] == ["sächsischer Verkehrsminister", "Ministerpräsident Norwegens"]


def test_who_only_passes_words_on_is_named_although_a_statement_is_attributed_to_it() -> None:
    names = ("Nachrichtenagentur Nordwind", "südliche Angaben", "Medienberichte", "Grenzpolizei")
    text = ", ".join(names)
    kinds = ("organisation", "group", "group", "organisation")
    found = joined(article("a", text, *(somebody(text, n, kind=k) for n, k in zip(names, kinds, strict=True))))
    adjusted = participants.speaking(found.participants, {p.id for p in found.participants})
    assert {p.name.de for p in adjusted if p.involvement == "speaks"} == {"Grenzpolizei"}


def test_a_name_that_only_stands_in_the_dateline_is_nobodys() -> None:
    text = "Görlitz (Nordwind) - Jonas Wendrich lachte."
    one = article("a", text, somebody(text, "Nordwind", kind="organisation"), somebody(text, "Jonas Wendrich"))
    one = replace(one, document=replace(one.document, dateline=Span(start=0, end=20)))
    assert list(people(one)) == ["Jonas Wendrich"]


def test_a_body_and_its_short_name_are_one() -> None:
    a, b, c = "Der Nord-Rat tagte.", "Der Rat tagte.", "Die Rio Nordwind und die RIO meldeten es."
    found = people(
        article("a", a, somebody(a, "Nord-Rat", kind="organisation")),
        article("b", b, somebody(b, "Rat", kind="organisation")),
        article("c", c, *(somebody(c, name, kind="organisation") for name in ("Rio Nordwind", "RIO"))),
    )
    assert set(found) == {"Nord-Rat", "Rio Nordwind"}


def test_a_short_name_that_two_bodies_have_is_neithers() -> None:
    text = "Nord-Rat, Süd-Rat, Rat"
    found = people(article("a", text, *(somebody(text, n, kind="organisation") for n in text.split(", "))))
    assert set(found) == {"Nord-Rat", "Süd-Rat", "Rat"}


def test_kinship_is_no_role_unless_nothing_else_is_known_of_somebody_only_named() -> None:
    text = "Jonas Wendrich und Otto Wendrich"
    found = joined(
        article(
            "a",
            text,
            somebody(text, "Jonas Wendrich", roles=("Sohn", "Bäcker")),
            somebody(text, "Otto Wendrich", roles=("Sohn",), involvement="mentioned"),
        )
    )
    adjusted = participants.speaking(found.participants, ())
    assert {p.name.de: [r.de for r in p.roles] for p in adjusted} == {
        "Jonas Wendrich": ["Bäcker"],
        "Otto Wendrich": ["Sohn"],
    }


def test_what_only_describes_somebody_has_no_english_that_is_german() -> None:
    text = "Eine Anwältin der Frau sprach. Otto Wendrich ging."
    lawyer = somebody(text, "Anwältin der Frau")
    lawyer = replace(lawyer, mentions=tuple(replace(m, kind="nominal") for m in lawyer.mentions))
    found = people(article("a", text, lawyer, somebody(text, "Otto Wendrich")))
    assert found["Anwältin der Frau"].name.en is None
    assert found["Otto Wendrich"].name.en == "Otto Wendrich"
