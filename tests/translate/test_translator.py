"""Memory first, the engine for the rest, nothing believed that fails its checks."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from generator.config import Translation
from generator.model import Segment
from generator.translate.memory import Entry, Memory
from generator.translate.pair import Sources
from generator.translate.termbase import Term, Termbase
from generator.translate.translator import Translator
from tests.translate.engines import IDENTITY, OLDER, FakeEngine

GERMAN, ENGLISH = "Der Minister sprach in Essen.", "The minister spoke in Essen."
NAME = (("Kiew", "Kyiv"),)


def translator(
    engine: FakeEngine | None, memory: Sequence[Entry] = (), terms: Sequence[Term] = (), **settings: int
) -> Translator:
    factory = engine.factory() if engine is not None else None
    return Translator(factory, Memory(memory), Sources(Termbase(terms)), Translation(**settings))  # type: ignore[arg-type]


def one(engine: FakeEngine | None, german: str, memory: Sequence[Entry] = (), names: tuple[tuple[str, str], ...] = ()):
    (unit,) = translator(engine, memory).translate([Segment(source=german, names=names)]).units
    return unit


def test_the_engine_translates_what_the_memory_does_not_have() -> None:
    engine = FakeEngine({GERMAN: ENGLISH})
    unit = one(engine, GERMAN)
    assert (unit.target, unit.origin, unit.state, unit.flags) == (ENGLISH, "engine", "machine", ())
    assert unit.engine == str(IDENTITY)


def test_the_memory_is_asked_first_and_the_engine_is_not_loaded() -> None:
    engine = FakeEngine({})
    unit = one(engine, GERMAN, [Entry(source=GERMAN, target="By hand.", state="reviewed", origin="Karin Berger")])
    assert (unit.target, unit.origin, unit.state, unit.engine) == ("By hand.", "memory", "reviewed", None)
    assert (engine.loaded, engine.asked) == (0, [])


def test_a_second_run_asks_for_nothing_and_loads_nothing() -> None:
    engine = FakeEngine(lambda text: ENGLISH if text == GERMAN else "Kannitverstan.")
    segments = [Segment(source=GERMAN), Segment(source="Der Bär wurde von der Polizei gesehen.")]
    first = translator(engine).translate(segments)
    assert [u.state for u in first.units] == ["machine", "untranslated"]
    again = FakeEngine({})
    memory = Memory().recorded(first.units)
    second = translator(again, tuple(memory)).translate(segments)
    assert (again.loaded, again.asked) == (0, [])
    assert [u.target for u in second.units] == [u.target for u in first.units]
    assert [u.flags for u in second.units] == [u.flags for u in first.units]
    assert list(memory.recorded(second.units)) == list(memory)


def test_another_engine_tries_again_what_an_older_one_failed_on() -> None:
    failed = Entry(source=GERMAN, target=None, state="machine", origin=str(OLDER), flags=("length",))
    engine = FakeEngine({GERMAN: ENGLISH})
    assert one(engine, GERMAN, [failed]).target == ENGLISH
    assert one(None, GERMAN, [failed]).target is None


def test_what_an_older_engine_made_stays_until_it_is_renewed() -> None:
    engine = FakeEngine({})
    unit = one(engine, GERMAN, [Entry(source=GERMAN, target=ENGLISH, state="machine", origin=str(OLDER))])
    assert (unit.target, unit.state, unit.engine) == (ENGLISH, "machine", str(OLDER))
    assert engine.loaded == 0


def test_what_the_checks_have_come_to_fail_is_made_anew() -> None:
    wrong = Entry(source="Es waren 15 Tote.", target="There were 50 dead.", state="machine", origin=str(OLDER))
    engine = FakeEngine(lambda _: "There were 15 dead.")
    assert one(engine, wrong.source, [wrong]).target == "There were 15 dead."
    assert one(None, wrong.source, [wrong]).target is None


def test_a_persons_wording_is_believed_whatever_the_checks_say() -> None:
    odd = Entry(source="Es waren 15 Tote.", target="There were fifty dead.", state="reviewed", origin="Karin Berger")
    unit = one(FakeEngine({}), odd.source, [odd])
    assert (unit.target, unit.flags) == ("There were fifty dead.", ("numbers",))


def test_a_later_hypothesis_is_taken_when_the_first_fails() -> None:
    engine = FakeEngine(
        {"Es waren 15 Tote, sagte er am 3. Mai.": ["There were dead.", "There were 15 dead, he said on 3 May."]}
    )
    unit = one(engine, "Es waren 15 Tote, sagte er am 3. Mai.")
    assert (unit.target, unit.flags) == ("There were 15 dead, he said on 3 May.", ())


def test_made_up_words_are_avoided_in_another_attempt() -> None:
    engine = FakeEngine(lambda _: "The islandinsel is burning." if not engine.avoided else "The island is burning.")
    assert one(engine, "Die Ferieninsel brennt.").target == "The island is burning."
    assert engine.avoided == ["islandinsel"]


def test_english_names_are_put_into_the_german_in_another_attempt() -> None:
    answers = {"Kiew meldet Angriffe.": "The city reports attacks.", "Kyiv meldet Angriffe.": "Kyiv reports attacks."}
    assert one(FakeEngine(answers), "Kiew meldet Angriffe.", names=NAME).target == "Kyiv reports attacks."


def test_stand_ins_carry_a_name_that_the_engine_cannot_copy() -> None:
    def answer(text: str) -> str:
        return "Peter is coming today." if text == "Peter kommt heute." else "She is coming today."

    unit = one(FakeEngine(answer), "Xqwrtz kommt heute.", names=(("Xqwrtz", "Xqwrtz"),))
    assert unit.target == "Xqwrtz is coming today."


def test_a_long_sentence_is_tried_in_clauses() -> None:
    answers = {
        "Er kam am 3. Mai, weil es ihm am 4. Mai zu spät war.": "He came because it was too late.",
        "Er kam am 3. Mai": "He came on 3 May.",
        "weil es ihm am 4. Mai zu spät war.": "because 4 May was too late for him.",
    }
    unit = one(FakeEngine(answers), "Er kam am 3. Mai, weil es ihm am 4. Mai zu spät war.")
    assert unit.target == "He came on 3 May, because 4 May was too late for him."


def test_what_fails_every_way_stays_german_with_its_reasons() -> None:
    unit = one(FakeEngine(lambda _: "The city reports attacks."), "Kiew meldet 15 Angriffe.", names=NAME)
    assert (unit.target, unit.origin, unit.state) == (None, "none", "untranslated")
    assert unit.flags == ("numbers", "names")
    assert unit.attempt == "The city reports attacks."
    assert unit.engine == str(IDENTITY)


def test_a_rejected_wording_does_not_come_again() -> None:
    rejected = Entry(source=GERMAN, target=ENGLISH, state="rejected", origin="Karin Berger")
    engine = FakeEngine({GERMAN: [ENGLISH, "In Essen the minister spoke."]})
    assert one(engine, GERMAN, [rejected]).target == "In Essen the minister spoke."
    unit = one(FakeEngine({GERMAN: ENGLISH}), GERMAN, [rejected])
    assert (unit.target, unit.flags) == (None, ("rejected",))


def test_an_engine_that_says_nothing() -> None:
    unit = one(FakeEngine({GERMAN: []}), GERMAN)
    assert (unit.target, unit.flags) == (None, ("empty",))


def test_no_engine() -> None:
    unit = one(None, GERMAN)
    assert (unit.target, unit.origin, unit.state, unit.engine) == (None, "none", "untranslated", None)


def test_order_is_kept_and_every_segment_answered_once() -> None:
    engine = FakeEngine(lambda text: text.replace("Haus", "house").replace("Nummer", "number"))
    segments = [Segment(source=f"Haus Nummer {n}.") for n in range(950)]
    told: list[tuple[int, int]] = []
    units = translator(engine).translate(segments, lambda done, of: told.append((done, of))).units
    assert [u.target for u in units] == [f"House number {n}." for n in range(950)]
    assert told[0] == (0, 950)
    assert told[-1] == (950, 950)
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert engine.loaded == 1


def test_sentences_of_a_segment_are_translated_one_by_one_and_joined() -> None:
    answers = {"Er kam am 3. Mai.": "He came on 3 May.", "Dann ging er.": "Then he left."}
    unit = one(FakeEngine(answers), "„Er kam am 3. Mai. Dann ging er.“")
    assert unit.target == "“He came on 3 May. Then he left.”"


def test_a_quotation_that_opens_in_one_sentence_and_closes_in_the_next() -> None:
    answers = {"Er sagte: „Ich komme.": 'He said: "I am coming.', "Dann gehe ich.": "Then I will go."}
    assert one(FakeEngine(answers), "Er sagte: „Ich komme. Dann gehe ich.“").target == (
        "He said: “I am coming. Then I will go.”"
    )


@pytest.mark.parametrize("german", ["***", "2023.", "1.500", "…", "„“"])
def test_what_has_no_words_needs_no_engine(german: str) -> None:
    engine = FakeEngine({})
    unit = one(engine, german)
    assert engine.asked == []
    assert unit.origin == "pattern"
    assert unit.target == german.replace("1.500", "1,500").replace("„“", "“”")


def test_german_marks_reach_the_engine_whatever_the_article_uses() -> None:
    engine = FakeEngine(lambda _: "“Yes,” he said.")
    one(engine, "»Ja«, sagte er.")
    assert engine.asked == ["„Ja“, sagte er."]


def test_an_enforced_term_decides_between_hypotheses_and_is_put_into_the_german() -> None:
    name = "Federal Constitutional Court"
    term = Term(german="Bundesverfassungsgericht", english=(name,), pos="noun", status="enforced", domain="courts")
    engine = FakeEngine(lambda text: f"The {name} decided." if name in text else "The constitutional court decided.")
    segment = Segment(source="Das Bundesverfassungsgericht entschied.")
    (unit,) = translator(engine, terms=[term]).translate([segment]).units
    assert unit.target == "The Federal Constitutional Court decided."
