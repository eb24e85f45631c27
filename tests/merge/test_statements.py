from __future__ import annotations

from dataclasses import replace

import pytest

from generator.merge import participants, statements
from generator.model import Analysis, Claim, Entity, Quotation
from tests.merge.articles import article, quoted, somebody, spans, vocabulary


def claims(*analyses: Analysis) -> tuple[Claim, ...]:
    people = participants.join(analyses, vocabulary(), 0.5)
    return statements.join(analyses, people.participants, people.people, {}, vocabulary(), 0.5)


def one(id: str, words: str, type: str = "Direct", speaker: str | None = "Jonas Wendrich") -> Analysis:
    """An article with one statement."""
    text = f"{words} Das sagte Jonas Wendrich."
    who = somebody(text, "Jonas Wendrich")
    entity: Entity | None = who if speaker else None
    return article(id, text, who, said=(quoted(text, words, entity, type),))


SAME = [
    ("Polen werde ein Drittel davon übernehmen", "Polen trage ein Drittel der Kosten"),
    ('"Wir werden alle Themen besprechen"', "„Wir werden über alle Themen sprechen, ohne Eile. Wir haben genug Zeit.“"),
    (
        '"Wir wollen noch in diesem Jahr mit den Arbeiten beginnen"',
        '"Wir wollen noch in diesem Jahr mit den Arbeiten anfangen"',
    ),
    ('"Ich freue mich sehr, Sie zu sehen"', '"sehr froh, Sie zu sehen"'),
    (
        '"großes Interesse an der Brückentechnik"',
        '"Er zeigt großes Interesse an unserer Brückentechnologie und baut selbst"',
    ),
    (
        '"ein Sprungbrett für neue Beziehungen"',
        '"das Treffen werde als Sprungbrett dienen, um die Beziehungen zu heben"',
    ),
]
OTHER = [
    ('"Wir werden die Brücke für Lastwagen freigeben"', '"Wir werden die Brücke für Lastwagen nicht freigeben"'),
    ('"Die Sanierung kostet 14 Millionen Euro"', '"Die Sanierung kostet 17 Millionen Euro"'),
    ('"Die Brücke wird in zwei Jahren fertig"', '"Die Brücke wird in drei Jahren fertig"'),
    ('"Wir wollen die Brücke sanieren"', '"Wir wollen die Schule schließen"'),
    ('"Das Ministerium bezahlt ohne Vorbehalt"', '"Das Ministerium bezahlt mit Vorbehalt"'),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_wordings_of_one_statement_are_one(a: str, b: str) -> None:
    kind = "Direct" if a.startswith(('"', "„")) else "Indirect"
    (claim,) = claims(one("a", a, kind), one("b", b, kind))
    assert {v.reference.document for v in claim.variants} == {"a", "b"}


@pytest.mark.parametrize(("a", "b"), OTHER)
def test_a_negation_a_number_or_another_thing_keeps_two_apart(a: str, b: str) -> None:
    assert len(claims(one("a", a), one("b", b))) == 2


def test_another_name_keeps_two_apart() -> None:
    texts = ("Wendrich: Ewa Malinska soll die Baustelle leiten", "Wendrich: Petra Sohl soll die Baustelle leiten")
    analyses = []
    for text, name in zip(texts, ("Ewa Malinska", "Petra Sohl"), strict=True):
        who = somebody(text, "Wendrich")
        said = quoted(text, text.removeprefix("Wendrich: "), who, "Indirect")
        analyses.append(article(name, text, who, somebody(text, name), said=(said,)))
    assert len(claims(*analyses)) == 2


def test_the_fullest_verbatim_wording_is_shown_first() -> None:
    long = '"Wir werden über alle Themen sprechen, ohne Eile und in Ruhe"'
    (claim,) = claims(
        one("a", "Er werde über alle Themen sprechen", "Indirect"),
        one("b", '"Wir werden alle Themen besprechen"'),
        one("c", long),
    )
    assert (claim.text.de, claim.type) == (long, "Direct")
    assert [v.reference.document for v in claim.variants] == ["c", "b", "a"]


def test_every_wording_is_the_words_of_its_source() -> None:
    analyses = [one(str(i), words) for i, pair in enumerate(SAME) for words in pair[:1]]
    texts = {a.document.id: a.document.text for a in analyses}
    for claim in claims(*analyses):
        assert all(v.text.de == v.reference.span.of(texts[v.reference.document]) for v in claim.variants)


def test_verbatim_words_inside_indirect_speech_are_no_statement_of_their_own() -> None:
    text = 'Es gebe "keinen Grund, die Menschen länger warten zu lassen", sagte Jonas Wendrich.'
    who = somebody(text, "Jonas Wendrich")
    inner = '"keinen Grund, die Menschen länger warten zu lassen"'
    outer = f"Es gebe {inner}"
    (claim,) = claims(
        article("a", text, who, said=(quoted(text, outer, who, "Indirect"), quoted(text, inner, who, "Direct")))
    )
    assert (claim.text.de, claim.type) == (outer, "Indirect")


def test_who_only_passes_words_on_is_no_second_speaker() -> None:
    text = "Wendrich sagte, er sei sehr froh, berichteten Nachrichtenagenturen."
    who, agencies = somebody(text, "Wendrich"), somebody(text, "Nachrichtenagenturen", kind="group")
    outer = quoted(text, "Wendrich sagte, er sei sehr froh", agencies, "Indirect")
    (claim,) = claims(
        article("a", text, who, agencies, said=(outer, quoted(text, "er sei sehr froh", who, "Indirect")))
    )
    assert claim.speaker == "wendrich"


def test_a_quotation_broken_by_its_frame_is_shown_as_it_stands() -> None:
    text = '"Wir beginnen", sagte Jonas Wendrich, "noch in diesem Jahr."'
    who = somebody(text, "Jonas Wendrich")
    first, second = quoted(text, '"Wir beginnen"', who), quoted(text, '"noch in diesem Jahr."', who)
    whole = Quotation(type="Direct", medium="speech", quote=first.quote + second.quote, speaker_entity=who.id)
    (claim,) = claims(article("a", text, who, said=(whole,)))
    assert claim.text.de == text


def test_nobody_is_made_a_speaker() -> None:
    named, unnamed = one("a", '"Wir warten ab."'), one("b", '"Die Prüfung läuft noch immer."', speaker=None)
    assert [c.speaker for c in claims(named, unnamed)] == ["jonas-wendrich", None]


def test_the_same_words_without_a_speaker_are_the_speakers() -> None:
    words = '"Wir wollen noch in diesem Jahr mit den Arbeiten beginnen"'
    (claim,) = claims(one("a", words), one("b", words, speaker=None))
    assert claim.speaker == "jonas-wendrich"


def test_a_guess_of_the_reader_stays_out() -> None:
    text = '"Wir warten ab", sagte Jonas Wendrich.'
    who = somebody(text, "Jonas Wendrich")
    assert claims(article("a", text, who, said=(quoted(text, '"Wir warten ab"', who, confidence=0.4),))) == ()


def test_the_question_that_is_answered_is_told() -> None:
    text = "Auf die Frage, wann der Verkehr wieder rollen könne, antwortete Wendrich: „Das entscheiden die Prüfer.“"
    who = somebody(text, "Wendrich")
    said = quoted(text, "„Das entscheiden die Prüfer.“", who, cue=spans(text, "antwortete"))
    asked = quoted(text, "wann der Verkehr wieder rollen könne", None, "Indirect")
    (claim,) = claims(article("a", text, who, said=(asked, said)))
    assert claim.context is not None
    assert claim.context.de == "Auf die Frage, wann der Verkehr wieder rollen könne"


def test_words_that_begin_with_their_verb_are_shown_as_a_sentence() -> None:
    text = "Laut Wendrich wurden fünf Pfeiler der Brücke beschädigt."
    who = somebody(text, "Wendrich")
    said = quoted(text, "wurden fünf Pfeiler der Brücke beschädigt", who, "Indirect", frame="Laut Wendrich")
    (claim,) = claims(article("a", text, who, said=(said,)))
    assert claim.text.de == text


def test_an_infinitive_is_shown_with_what_governs_it() -> None:
    text = "Wendrich forderte die Anwohner auf, die Brücke zu meiden."
    who = somebody(text, "Wendrich")
    said = quoted(text, "die Brücke zu meiden", who, "Indirect", frame="Wendrich forderte die Anwohner auf")
    (claim,) = claims(article("a", text, who, said=(said,)))
    assert claim.text.de == text


def test_statements_keep_the_order_of_the_fullest_source() -> None:
    first, second = '"Die Brücke wird saniert."', '"Polen bezahlt ein Drittel davon."'
    text = f"Wendrich sagte: {first} Später: {second}"
    who = somebody(text, "Wendrich")
    full = article("a", text, who, said=(quoted(text, first, who), quoted(text, second, who)))
    short = f"Wendrich: {second}"
    other = somebody(short, "Wendrich")
    found = claims(article("b", short, other, said=(quoted(short, second, other),)), full)
    assert [c.text.de for c in found] == [first, second]


WHOLE = [
    ("Wendrich kündigte an, dass die Brücke im Mai öffnen werde.", "dass die Brücke im Mai öffnen werde", "Indirect"),
    ("Wendrich bezeichnete die Sperrung als „Zumutung für alle Bürger der Stadt“.", None, "Direct"),
    ("Laut Wendrich sei die Sperrung ein Fehler.", "sei die Sperrung ein Fehler", "Indirect"),
]


@pytest.mark.parametrize(("text", "words", "type"), WHOLE)
def test_words_that_are_no_sentence_are_shown_with_those_that_report_them(
    text: str, words: str | None, type: str
) -> None:
    who = somebody(text, "Wendrich")
    words = words or text[text.index("„") : text.index("“") + 1]
    frame = text[: text.index(words)].strip()
    (claim,) = claims(article("a", text, who, said=(quoted(text, words, who, type, frame=frame),)))
    assert claim.text.de == text


def test_a_clause_that_hangs_on_somebody_elses_speech_is_left_out() -> None:
    text = "Wendrich sagte, er sei sehr froh, während Sohl ihm dankte, „obwohl er beschäftigt ist“."
    one, other = somebody(text, "Wendrich"), somebody(text, "Sohl")
    said = (
        quoted(text, "er sei sehr froh", one, "Indirect", frame="Wendrich sagte"),
        quoted(text, "„obwohl er beschäftigt ist“", other, frame="während Sohl ihm dankte"),
    )
    assert [c.text.de for c in claims(article("a", text, one, other, said=said))] == ["er sei sehr froh"]


def test_indirect_speech_over_two_sentences_is_two_statements() -> None:
    text = "Wendrich sagte, er sei sehr froh. Polen trage die Kosten der Sanierung."
    who = somebody(text, "Wendrich")
    said = quoted(text, "er sei sehr froh. Polen trage die Kosten der Sanierung.", who, "Indirect")
    found = claims(article("a", text, who, said=(said,)))
    assert [c.text.de for c in found] == ["er sei sehr froh.", "Polen trage die Kosten der Sanierung."]


def test_a_promise_counts_however_unsure_its_wording_is() -> None:
    text = "Wendrich sicherte der Stadt seine Hilfe beim Bau zu. Wendrich sprach mit der Stadt über den Bau."
    who = somebody(text, "Wendrich")
    said = [quoted(text, words + ".", who, "Reported", confidence=0.3) for words in text.rstrip(".").split(". ")]
    assert [c.text.de for c in claims(article("a", text, who, said=tuple(said)))] == [text.split(" Wendrich sprach")[0]]


def test_a_sentence_that_only_says_who_confirms_is_no_statement() -> None:
    text = "Die Brücke bleibt gesperrt. Dies bestätigte Jonas Wendrich."
    who = somebody(text, "Jonas Wendrich")
    said = replace(quoted(text, "Dies bestätigte Jonas Wendrich.", who), speaker=spans(text, "Jonas Wendrich"))
    assert claims(article("a", text, who, said=(said,))) == ()


def test_a_few_words_out_of_a_sentence_are_no_statement() -> None:
    text = "Der Umbau war „schnell, kraftvoll und entschieden“. So lobte Wendrich die Arbeit."
    who = somebody(text, "Wendrich")
    (claim,) = claims(article("a", text, who, said=(quoted(text, "„schnell, kraftvoll und entschieden“", who),)))
    assert claim.text.de == "Der Umbau war „schnell, kraftvoll und entschieden“."


def test_of_two_wordings_the_one_that_is_a_sentence_is_shown() -> None:
    words = "großes Interesse an der neuen Brückentechnik der Firma"
    sentence = f"Er habe „{words}“"
    text = f"Jonas Wendrich: „{words}“"
    who = somebody(text, "Jonas Wendrich")
    (claim,) = claims(article("a", text, who, said=(quoted(text, f"„{words}“", who),)), one("b", sentence, "Indirect"))
    assert (claim.text.de, len(claim.variants)) == (sentence, 2)


FRAGMENTS = [
    ("Die Brücke bleibt gesperrt. Dies teilte Wendrich mit.", "Dies", "Dies teilte Wendrich mit"),
    (
        "Wendrich rügte den Bau, es sei der größte Fehler der Stadt.",
        "es sei der größte Fehler der Stadt",
        "Wendrich rügte",
    ),
    ("Wendrich sagte, das sei falsch.", "das sei falsch", "Wendrich sagte"),
    ("Wendrich kam zur Brücke, die vom Hochwasser bedroht werde.", "die vom Hochwasser bedroht werde", None),
    ("Wendrich glaubte nicht, dass es eine Attrappe gewesen sei.", "eine Attrappe gewesen sei", None),
    ("Es war die Feier der Stadt, bei der Wendrich gesungen habe.", "bei der Wendrich gesungen habe", None),
]


@pytest.mark.parametrize(("text", "words", "frame"), FRAGMENTS)
def test_words_that_mean_nothing_alone_are_no_statement(text: str, words: str, frame: str | None) -> None:
    who = somebody(text, "Wendrich")
    assert claims(article("a", text, who, said=(quoted(text, words, who, "Indirect", frame=frame),))) == ()


def test_words_behind_a_conjunction_are_shown_with_their_sentence() -> None:
    text = "Es gibt Berichte, wonach Anwohner einen Knall gehört haben wollen."
    said = quoted(text, "Anwohner einen Knall gehört haben wollen", None, "Indirect", frame="Berichte, wonach")
    (claim,) = claims(article("a", text, said=(said,)))
    assert claim.text.de == text


@pytest.mark.parametrize("words", ["Er habe den Knall gehört", "Auch er sei sicher", "Ihre Brücke sei sicher"])
def test_nobody_knows_whom_a_pronoun_means(words: str) -> None:
    text = f"{words}. Die Stadt wartet."
    assert claims(article("a", text, said=(quoted(text, words, None, "Indirect"),))) == ()


def test_words_in_quotation_marks_that_nobody_says_are_no_statement() -> None:
    text = "Der Umbau wurde vom Rat der Stadt „einstimmig und ohne jede Aussprache“ beschlossen."
    said = quoted(text, "„einstimmig und ohne jede Aussprache“", None)
    assert claims(article("a", text, said=(said,))) == ()
