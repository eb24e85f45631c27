"""Questions from what one side says and another denies, and from what nobody could check."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analyse import nations
from generator.analyse.entities.syntax import subject
from generator.analyse.forms import parse
from generator.merge import acts
from generator.merge.event import Event
from generator.merge.ids import slug
from generator.merge.reading import Source, tail
from generator.merge.tables import rows
from generator.model import OpenQuestion, Participant, Reference, Span, Text

UNCHECKED = re.compile(
    r"\bnicht (?:\w+ ){0,2}?unabhängig (?:\w+ ){0,3}?(?:über)?(?:prüf|bestätig|verifizier)"
    r"|\b(?:unabhängig|von unabhängiger Seite) (?:\w+ ){0,3}?nicht (?:\w+ ){0,2}?(?:über)?(?:prüf|bestätig|verifizier)"
    r"|\bnicht (?:\w+ ){0,2}?(?:überprüfbar|verifizier)|\bkeine unabhängige Bestätigung"
)
CLAIMS = re.compile(r"\b(?:Angaben?|Behauptung(?:en)?|Darstellung(?:en)?|Berichte?|Aussagen?|Zahlen|Informationen)\b")
"""Words for what could not be checked."""
NEGATED = frozenset(("nicht", "kein", "keine", "keinen"))
BEFORE = 2
"""Sentences before one that says that claims cannot be checked, in which they were made."""


def find(event: Event, read: tuple[Source, ...]) -> tuple[OpenQuestion, ...]:
    """The same question of several sentences is one, with all of them as its evidence."""
    found: dict[str, OpenQuestion] = {}
    for source in read:
        for question in (*_denied(event, source), *_unchecked(event, source)):
            known = found.get(question.text.de)
            evidence = (*known.evidence, *question.evidence) if known else question.evidence
            found[question.text.de] = _question(question.text, tuple(dict.fromkeys(evidence)), question.raised_by)
    return tuple(found.values())


def _denied(event: Event, source: Source) -> Iterator[OpenQuestion]:
    """ "Wendrich wies die Vorwürfe zurück": are they true?"""
    text = source.analysis.document.text
    denials = {row["verb"]: row for row in rows("questions", "denials.csv")}
    nouns = {row["noun"]: row for row in rows("questions", "contested.csv")}
    for number, forms in source.article.each():
        sentence = source.article.sentences[number]
        told = [denials[v] for v in acts.verbs(event.lexicon, sentence.span.of(text)) if v in denials]
        if sentence.heading or not told or NEGATED & set(forms):
            continue
        capital = (tail(event.lexicon, form) for form in forms if form[:1].isupper())
        noun = next((nouns[word] for words in capital for word in words if word in nouns), None)
        who = _who(event, source, number)
        if noun is None or who is None or not _bare(who):
            continue
        german = f", die {who.name.de} {told[0]['german']}"
        english = f" that {who.name.en or who.name.de} {told[0]['english']}"
        asked = Text(de=noun["german"].format(who=german) + "?", en=noun["english"].format(who=english) + "?")
        yield _question(asked, (source.reference(sentence.span),), who.id)


def _unchecked(event: Event, source: Source) -> Iterator[OpenQuestion]:
    """ "Die Angaben konnten nicht unabhängig überprüft werden": are they correct?"""
    text = source.analysis.document.text
    for number, sentence in enumerate(source.article.sentences):
        words = sentence.span.of(text)
        if sentence.heading or not UNCHECKED.search(words) or not CLAIMS.search(words):
            continue
        first = source.article.sentences[max(0, number - BEFORE)].span.start
        who = _said(event, source, Span(start=first, end=sentence.span.end))
        if who is None:
            continue
        name = who.name.en or who.name.de
        person = who.kind == "person"
        german = f"Stimmen die Angaben von {who.name.de}?" if person else f"Stimmen die Angaben ({who.name.de})?"
        english = f"Is what {name} says correct?" if person else f"Is what is said correct ({name})?"
        yield _question(Text(de=german, en=english), (source.reference(sentence.span),), who.id)


def _who(event: Event, source: Source, number: int) -> Participant | None:
    """Who is the subject of the sentence, else who speaks in it."""
    return _subject(event, source, number) or _said(event, source, source.article.sentences[number].span)


def _bare(who: Participant) -> bool:
    """Whether the name needs no article: a person's full name, or a state's."""
    if who.kind == "person":
        return bool(parse(who.name.de).forenames)
    return nations.load().named(who.name.de) is not None


def _said(event: Event, source: Source, span: Span) -> Participant | None:
    """The last speaker in the words."""
    document = source.analysis.document.id
    speakers = [
        (max(part.start for part in q.quote), q.speaker_entity)
        for q in source.analysis.quotations
        if q.speaker_entity is not None and any(span.contains(part) for part in q.quote)
    ]
    return event.participant(event.people.get((document, max(speakers)[1]))) if speakers else None


def _subject(event: Event, source: Source, number: int) -> Participant | None:
    """The first subject of the sentence."""
    document = source.analysis.document.id
    found = [
        (where.first, entity.id)
        for entity in source.analysis.entities
        for mention in entity.mentions
        if (where := source.article.locate(mention.span)) and where.sentence == number
        if mention.kind != "adjective" and subject(source.article, where)
    ]
    return event.participant(event.people.get((document, min(found)[1]))) if found else None


def _question(text: Text, evidence: tuple[Reference, ...], raised_by: str | None) -> OpenQuestion:
    return OpenQuestion(
        id=f"q-{slug(text.de, 40)}",
        kind="conflict",
        status="open",
        text=text,
        evidence=evidence,
        raised_by=raised_by,
    )
