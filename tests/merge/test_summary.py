"""The short version: sentences of the sources, whole and clear, within the budget."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator import provenance
from generator.config import Budget
from generator.merge import summary
from generator.merge.event import Event
from tests.merge.events import event, letters

LONG = "Der Umbau war lange geplant und wird von vielen Menschen in der Stadt mit großer Freude erwartet worden sein. "
ARTICLE = (
    "{Karin Berger|person} hat am Mittwoch in {Ulm|place} die neue Halle der Stadt eröffnet. "
    "Sie lobte den Bau. „Das ist ein guter Tag für uns alle in dieser schönen Stadt“, sagte {Berger|person}. "
    "Dabei half der Verein. Die Arbeiten kosteten 14 Millionen Euro und dauerten drei Jahre. "
    "Der Verein der Turner zieht im Sommer in das Gebäude ein. "
    "Im Winter soll ein Anbau mit einer Küche folgen. "
)


def wide(block: str) -> Event:
    """The event of a block with room for every sentence."""
    return replace(event(block), budget=Budget(share=1.0))


def test_the_first_sentence_says_who_where_and_when() -> None:
    first = summary.find(wide(ARTICLE))[0]
    assert first.text.de == "Karin Berger hat am Mittwoch in Ulm die neue Halle der Stadt eröffnet."


def test_sentences_are_verbatim_and_at_most_five() -> None:
    happened = wide(ARTICLE * 2)
    found = summary.find(happened)
    assert 3 <= len(found) <= 5
    assert all(s.reports[0].span.of(happened.analyses[0].document.text) == s.text.de for s in found)


@pytest.mark.parametrize("start", ["„Das ist", "Dabei half"])
def test_no_quotation_and_no_sentence_that_leans_on_another(start: str) -> None:
    assert not any(s.text.de.startswith(start) for s in summary.find(wide(ARTICLE)))


def test_a_pronoun_without_a_name_stays_out() -> None:
    found = summary.find(wide("Die Halle in {Ulm|place} wurde am Mittwoch eröffnet. Er kam mit der Bahn an den Ort."))
    assert [s.text.de for s in found] == ["Die Halle in Ulm wurde am Mittwoch eröffnet."]


LEANING = [
    "An diesem Tag war die Stadt fast völlig leer.",
    "Ein weiterer Umstand kommt für die Stadt erschwerend hinzu.",
    "Drei Tage später schloss der Verein die Halle wieder.",
    "Bis dahin hat der Verein noch Zeit für die Bewerbung.",
]


@pytest.mark.parametrize("sentence", LEANING)
def test_what_counts_on_from_something_said_before_stays_out(sentence: str) -> None:
    found = summary.find(wide(f"Die Halle in {{Ulm|place}} wurde am Mittwoch eröffnet. {sentence}"))
    assert [s.text.de for s in found] == ["Die Halle in Ulm wurde am Mittwoch eröffnet."]


def test_this_year_is_the_present_one() -> None:
    block = (
        "Die Halle in {Ulm|place} wurde am Mittwoch eröffnet. Die Turner ziehen in diesem Jahr mit ihren Geräten ein."
    )
    assert len(summary.find(wide(block))) == 2


def test_what_an_article_begins_with_is_its_news_also_where_somebody_says_it() -> None:
    block = (
        "In Proben aus dem See sind nach Angaben von {Karin Berger|person} am Mittwoch giftige Stoffe gefunden worden. "
        "Bis jetzt sind die giftigen Stoffe noch nicht in den Fischen der Fischer aufgetaucht. "
        "Die giftigen Stoffe wurden bislang in den Fischen des Sees nicht gefunden."
    )
    assert summary.find(wide(block))[0].text.de.startswith("In Proben aus dem See")


def test_a_pronoun_with_a_name_shows_it_in_brackets() -> None:
    block = "{Jonas Wendrich|person} eröffnete am Mittwoch die Halle. Er versprach den Vereinen der Stadt neue Geräte."
    assert "Er [Jonas Wendrich] versprach den Vereinen der Stadt neue Geräte." in [
        s.text.de for s in summary.find(wide(block))
    ]


def test_the_same_said_twice_is_shown_once_with_both_sources() -> None:
    happened = wide(
        "@ a 2024-05-16\n{Karin Berger|person} hat am Mittwoch in {Ulm|place} die neue Halle der Stadt eröffnet.\n"
        "@ b 2024-05-16\nIn {Ulm|place} eröffnete {Karin Berger|person} am Mittwoch die neue Halle der Stadt."
    )
    (only,) = summary.find(happened)
    assert letters(happened, only.reports) == "a b"


def test_contradicting_figures_are_not_said_by_both() -> None:
    happened = wide(
        "@ a 2024-05-16\nDie Arbeiten an der Halle in {Ulm|place} kosteten den Verein 14 Millionen Euro.\n"
        "@ b 2024-05-16\nDie Arbeiten an der Halle in {Ulm|place} kosteten den Verein 17 Millionen Euro."
    )
    assert all(len(s.reports) == 1 for s in summary.find(happened))


def test_no_source_shows_more_than_its_budget() -> None:
    happened = event(ARTICLE + LONG * 5)
    document = happened.analyses[0].document
    own = provenance.own_prose(document)
    shown = sum(provenance.words(own, r.span) for s in summary.find(happened) for r in s.reports)
    assert 0 < shown <= happened.budget.share * document.words


def test_an_article_without_running_text_has_no_summary() -> None:
    assert summary.find(event("Halle.")) == ()


def test_what_a_headline_says_and_what_came_of_it_belongs_to_the_short_version() -> None:
    block = (
        "@ a 2024-05-16 Berger verspricht neue Geräte\n"
        "{Karin Berger|person} hat am Mittwoch in {Ulm|place} die neue Halle der Stadt eröffnet. "
        "Der Bau der Halle in {Ulm|place} war im Sommer ein Thema vieler Gespräche in der Stadt. "
        "Die Bänke der neuen Halle sind aus dem Holz der Wälder in der Nähe der Stadt. "
        "{Berger|person} sicherte den Vereinen neue Geräte zu. "
    )
    happened = replace(event(block), budget=Budget(share=0.7))
    assert "Berger sicherte den Vereinen neue Geräte zu." in [s.text.de for s in summary.find(happened)]


def test_a_sentence_can_end_before_its_subordinate_clause_where_room_is_short() -> None:
    main = "Karin Berger hat am Mittwoch in Ulm die neue Halle der Stadt am großen Platz eröffnet"
    marked = main.replace("Karin Berger", "{Karin Berger|person}").replace("Ulm", "{Ulm|place}")
    block = f"{marked}, die nach langen Jahren des Wartens und vielen Gesprächen über Geld und Zeit fertig wurde."
    assert [s.text.de for s in summary.find(event(block))] == [f"{main}."]
