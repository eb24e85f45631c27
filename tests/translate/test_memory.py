"""The memory gives exact matches only, and a person's wording outlives every engine."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model import Segment, State, TranslationUnit
from generator.translate.memory import Entry, Memory
from generator.translate.normalise import key

NEW, OLD = "fake 2.0 aaaaaaaaaaaa", "fake 1.0 bbbbbbbbbbbb"
SOURCE = "Der Minister sagte: „Ja.“"
MACHINE = Entry(source=SOURCE, target="The minister said: “Yes.”", state="machine", origin=OLD)
REVIEWED = Entry(source=SOURCE, target="“Yes,” said the minister.", state="reviewed", origin="Karin Berger")
REJECTED = Entry(source=SOURCE, target="The ministry said: “Yes.”", state="rejected", origin="Karin Berger")
FAILED = Entry(source=SOURCE, target=None, state="machine", origin=OLD, flags=("names",), attempt="The mini.")


def unit(
    target: str | None = "new",
    origin: str = "engine",
    state: State = "machine",
    engine: str | None = NEW,
    **more: object,
) -> TranslationUnit:
    segment = Segment(source=SOURCE, first_use=str(more.pop("first", "")), last_use=str(more.pop("last", "")))
    return TranslationUnit(segment=segment, target=target, origin=origin, state=state, engine=engine, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "other",
    [
        "Der Minister sagte: „Ja.“",
        "Der Minister sagte: »Ja.«",
        'Der\n Minister\u00a0sagte: "Ja."\n',
        "Der Mini\u00adster sagte: “Ja.”",
        "Der Minister\u200b sagte: „Ja.“",
    ],
)
def test_the_shape_of_marks_and_spaces_does_not_count(other: str) -> None:
    found = Memory([MACHINE]).find(other)
    assert found == MACHINE


@pytest.mark.parametrize(
    "other",
    [
        "Der Minister sagte: „Nein.“",
        "der Minister sagte: „Ja.“",
        "Der Minister sagte: „Ja“.",
        "Der Minister sagte: „Ja.“ 2",
    ],
)
def test_every_word_number_and_sign_counts(other: str) -> None:
    assert Memory([MACHINE]).find(other) is None


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert key("Fu\u0308r") == key("Für")


def test_the_order_of_trust() -> None:
    assert Memory([MACHINE, REVIEWED, REJECTED]).find(SOURCE) == REVIEWED
    assert Memory([MACHINE, REJECTED]).find(SOURCE) == MACHINE
    assert Memory([REJECTED]).find(SOURCE) is None
    assert Memory([REJECTED]).rejected(SOURCE) == {"The ministry said: “Yes.”"}


def test_the_same_letters_before_the_same_key() -> None:
    other = replace(MACHINE, source='Der Minister sagte: "Ja."', target="other")
    assert Memory([other, MACHINE]).find(SOURCE) == MACHINE


def test_a_machine_never_takes_the_place_of_a_person() -> None:
    memory = Memory([REVIEWED])
    assert list(memory.with_entry(MACHINE)) == [REVIEWED]
    assert list(memory.recorded([unit()])) == [REVIEWED]


def test_a_person_takes_the_place_of_a_machine() -> None:
    assert list(Memory([MACHINE]).with_entry(REVIEWED)) == [REVIEWED]


def test_rejected_wordings_stand_beside_others() -> None:
    assert set(Memory([REJECTED]).with_entry(MACHINE)) == {REJECTED, MACHINE}
    assert list(Memory([MACHINE]).with_entry(replace(MACHINE, state="rejected"))) == [
        replace(MACHINE, state="rejected")
    ]


def test_a_changed_memory_is_a_new_one() -> None:
    memory = Memory([MACHINE])
    memory.with_entry(REVIEWED)
    assert list(memory) == [MACHINE]


def test_a_run_is_recorded_with_engine_and_dates() -> None:
    (entry,) = Memory().recorded([unit(first="2023-09", last="2023-09-13")])
    assert (entry.target, entry.state, entry.origin) == ("new", "machine", NEW)
    assert (entry.first_use, entry.last_use) == ("2023-09", "2023-09-13")


def test_dates_of_use_only_widen() -> None:
    known = replace(MACHINE, first_use="2023-09-10", last_use="2023-09-12")
    used = unit(known.target, "memory", engine=OLD, first="2023-09-11", last="2023-09-14")
    (entry,) = Memory([known]).recorded([used])
    assert (entry.first_use, entry.last_use) == ("2023-09-10", "2023-09-14")
    (entry,) = Memory([known]).recorded([unit(first="", last="")])
    assert (entry.target, entry.first_use, entry.last_use) == ("new", "2023-09-10", "2023-09-12")


def test_a_failure_is_recorded_with_its_reasons() -> None:
    failed = unit(None, "none", "untranslated", flags=("names",), attempt="The mini.")
    (entry,) = Memory().recorded([failed])
    assert (entry.target, entry.flags, entry.attempt, entry.origin) == (None, ("names",), "The mini.", NEW)


def test_what_no_engine_touched_is_not_recorded() -> None:
    assert len(Memory().recorded([unit(None, "none", "untranslated", None)])) == 0


def test_a_note_outlives_a_new_translation() -> None:
    (entry,) = Memory([replace(MACHINE, note="check the name")]).recorded([unit()])
    assert (entry.target, entry.note) == ("new", "check the name")


def test_what_older_engines_made_can_be_left_out() -> None:
    by_hand = Entry(source="Hallo.", target="Hello.", state="machine", origin="first draft")
    memory = Memory([MACHINE, replace(MACHINE, source="Neu.", origin=NEW), REVIEWED, by_hand])
    assert {e.source for e in memory.without_older(NEW)} == {SOURCE, "Neu.", "Hallo."}
    assert memory.without_older(NEW).find(SOURCE) == REVIEWED


def test_the_order_of_a_file_does_not_depend_on_history() -> None:
    entries = [REVIEWED, REJECTED, replace(MACHINE, source="Am Anfang.")]
    assert list(Memory(entries)) == list(Memory(reversed(entries)))
