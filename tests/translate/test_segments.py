"""What of a briefing is sent to translation, with which names."""

from __future__ import annotations

from generator.model import (
    Briefing,
    Claim,
    Document,
    PartialDate,
    Participant,
    Place,
    Reference,
    Span,
    SummarySentence,
    Text,
    Variant,
)
from generator.translate import segments
from generator.translate.segments import forms

DOCUMENT = Document(
    id="a",
    text="Der  Ort liegt\nim Norden. Wolodymyr Selenskyj sprach in Kiew.",
    published=PartialDate(year=2023, month=9),
)
FACT = Reference(document="a", span=Span(start=0, end=25))
PERSON = Participant(
    id="p",
    kind="person",
    name=Text(de="Wolodymyr Selenskyj", en="Volodymyr Zelenskyy"),
    aliases=("Selenskyj", "Wolodymyr-Selenskyj"),
    roles=(Text(de="Präsident", en="president"), Text(de="Mann der Stunde")),
)


def briefing(id: str = "b", **more: object) -> Briefing:
    values: dict[str, object] = {
        "title": Text(de="Besuch in Kiew"),
        "date": None,
        "sources": (DOCUMENT,),
        "participants": (PERSON,),
        "locations": (Place(id="k", name=Text(de="Kiew", en="Kyiv"), kind="city", facts=(FACT,)),),
    }
    return Briefing(id=id, **values | more)  # type: ignore[arg-type]


def sources(*briefings: Briefing) -> list[str]:
    return [segment.source for segment in segments(briefings)]


def test_only_what_has_no_english_is_sent_and_white_space_is_collapsed() -> None:
    assert sources(briefing()) == ["Besuch in Kiew", "Mann der Stunde", "Der Ort liegt im Norden."]


def test_the_same_text_is_sent_once() -> None:
    twice = (SummarySentence(id="1", text=Text(de="Besuch  in Kiew"), reports=()),)
    assert sources(briefing(summary=twice), briefing("c")).count("Besuch in Kiew") == 1


def test_statements_with_their_context() -> None:
    reference = Reference(document="a", span=Span(start=0, end=3))
    text = Text(de="„Wir halten durch.“")
    claim = Claim(
        id="s",
        type="Direct",
        speaker="p",
        text=text,
        context=Text(de="auf die Frage"),
        variants=(Variant(text=text, type="Direct", reference=reference),),
    )
    assert sources(briefing(statements=(claim,)))[2:4] == ["„Wir halten durch.“", "auf die Frage"]


def test_names_come_from_the_entity_table_with_their_parts_and_forms() -> None:
    texts = (
        SummarySentence(id="1", text=Text(de="Selenskyjs Rede in Kiew bewegt Wolodymyr Selenskyj."), reports=()),
        SummarySentence(id="2", text=Text(de="Der Kiewer Bürgermeister und Wolodymyr-Selenskyj sprachen."), reports=()),
    )
    found = {s.source: dict(s.names) for s in segments((briefing(summary=texts),))}
    assert found[texts[0].text.de] == {
        "Selenskyj": "Zelenskyy",
        "Kiew": "Kyiv",
        "Wolodymyr Selenskyj": "Volodymyr Zelenskyy",
    }
    assert found[texts[1].text.de] == {"Wolodymyr-Selenskyj": "Volodymyr Zelenskyy"}


def test_a_name_inside_a_longer_word_is_none() -> None:
    text = SummarySentence(id="1", text=Text(de="Kiewitt sprach."), reports=())
    assert {s.source: s.names for s in segments((briefing(summary=(text,)),))}["Kiewitt sprach."] == ()


def test_dates_of_use_span_the_sources_of_all_briefings() -> None:
    later = Document(id="z", text="x", published=PartialDate(year=2023, month=11, day=2))
    (title, *_) = segments((briefing(), briefing("c", sources=(DOCUMENT, later))))
    assert (title.first_use, title.last_use) == ("2023-09", "2023-11-02")


def test_a_group_is_no_name() -> None:
    group = Participant(id="g", kind="group", name=Text(de="Demonstranten", en="demonstrators"))
    text = SummarySentence(id="1", text=Text(de="Demonstranten kamen."), reports=())
    assert [
        s.names for s in segments((briefing(summary=(text,), participants=(group,)),)) if s.source == text.text.de
    ] == [()]


def test_the_own_part_of_a_longer_name_is_a_name_too() -> None:
    found = forms("place", "Weltraumbahnhof Brjanskoje", "Bryanskoye spaceport", ())
    assert list(found) == [("Weltraumbahnhof Brjanskoje", "Bryanskoye spaceport"), ("Brjanskoje", "Bryanskoye")]
    assert list(forms("organisation", "Universität Kassel", "University of Kassel", ())) == [
        ("Universität Kassel", "University of Kassel")
    ]


def test_the_family_name_is_the_one_that_the_names_parser_finds() -> None:
    assert list(forms("person", "Park Min Su", "Park Min-su", ())) == [("Park Min Su", "Park Min-su")]
    assert ("Orlow", "Orlov") in list(forms("person", "Iwan Orlow", "Ivan Orlov", ()))
    assert ("Ri", "Ri") in list(forms("person", "Ri Tae Ho", "Ri Tae Ho", ()))
    assert ("von der Linnau", "von der Linnau") in list(forms("person", "Eva von der Linnau", "Eva von der Linnau", ()))


def test_descriptions_are_no_names() -> None:
    spokeswoman = Participant(id="s", kind="person", name=Text(de="Sprecherin", en="spokeswoman"))
    text = SummarySentence(id="1", text=Text(de="Die Sprecherin kam."), reports=())
    found = segments((briefing(summary=(text,), participants=(spokeswoman,)),))
    assert [s.names for s in found if s.source == text.text.de] == [()]
