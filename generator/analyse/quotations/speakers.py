"""Whose words go on: the speaker of what was said just before, or who the sentence before is about."""

from __future__ import annotations

from dataclasses import replace

from generator.analyse.quotations.drafts import Draft, View
from generator.analyse.quotations.frames import opening
from generator.analyse.quotations.phrases import phrase_at
from generator.analyse.quotations.reading import Range
from generator.analyse.quotations.subjects import extend, find_subject, speaks

REACH = 2
"""Sentences back in which a speaker still counts as the one who goes on."""
LONG_REACH = 4
"""The same where nobody else is near."""
NESTED = 12
"""Drafts back among which the one that holds another is looked for."""
OPEN = frozenset(
    ("direct-bare", "konjunktiv", "konjunktiv-alone", "hearsay", "claimed", "plan", "dependent-rel", "dependent-sub")
)
"""Constructions without a frame of their own."""
DISTANT = ("-topic", "-far")
"""Ends of the names of constructions whose speaker is a guess."""
CLAIMS = frozenset(("hearsay", "claimed", "plan"))
"""Constructions that nobody need have said: who spoke last may be meant, not whom the text is about."""
UNNAMED = frozenset(("source-demnach", "source-danach", "source-demzufolge"))
"""Constructions whose speaker is a word that only points back."""


def quoted_before(view: View, sentence: int, reach: int) -> bool:
    """Whether somebody is quoted in the last `reach` sentences before a sentence."""
    return any(number in view.quoted for number in range(max(0, sentence - reach), sentence))


def inherit(view: View) -> tuple[Draft, ...]:
    """The drafts in text order; those without a frame get the speaker who spoke last, else the topic before them."""
    done: list[Draft] = []
    last: list[Draft] = []
    for draft in sorted(view.found, key=lambda d: (d.start, -d.end)):
        if draft.speaker is None and draft.rule in OPEN:
            speaker, how = _speaker(view, draft, last)
            if speaker is None and draft.rule == "plan":
                how = "-far"
            draft = replace(draft, speaker=speaker, rule=draft.rule + how)
        if draft.speaker is None and draft.rule == "partial-alone":
            draft = replace(draft, speaker=_near(view, draft, last))
        if draft.speaker is None and draft.rule == "partial-nested":
            host = next((d for d in reversed(done[-NESTED:]) if d.start <= draft.start and draft.end <= d.end), None)
            distant = next((how for how in DISTANT if host is not None and host.rule.endswith(how)), "")
            draft = replace(draft, speaker=host.speaker if host else None, rule=draft.rule + distant)
        done.append(draft)
        if draft.speaker is not None and draft.rule not in UNNAMED and (not last or draft.start >= last[-1].end):
            last.append(draft)
    return tuple(done)


def _near(view: View, draft: Draft, last: list[Draft]) -> Range | None:
    """Who speaks in the same sentence."""
    sentence = view.text.sentence[draft.start]
    before = next((d for d in reversed(last) if d.start < draft.start), None)
    return before.speaker if before is not None and view.text.sentence[before.end - 1] == sentence else None


def _speaker(view: View, draft: Draft, last: list[Draft]) -> tuple[Range | None, str]:
    """The speaker, and how sure that is: "-topic" whom the sentence before is about, "-far" who spoke further back."""
    text = view.text
    sentence = text.sentence[draft.start]
    if text.lower[draft.start] == "für" and draft.rule.startswith("konjunktiv"):
        whose = phrase_at(text, draft.start + 1, draft.end)
        if whose is not None and not whose.pronoun and speaks(text, whose):
            return whose.range, ""
    before = next((d for d in reversed(last) if d.start < draft.start), None)
    at = -1
    if before is not None:
        end = max(before.end, before.frame[-1][1] if before.frame else 0)
        at = text.sentence[min(end, draft.start) - 1]
    told = _teller(view, sentence - 1) if at < sentence - 1 else None
    if told is not None:
        return told, ""
    topic = _topic(view, sentence) if at < sentence - 1 and draft.rule not in CLAIMS else None
    if before is not None and at >= sentence - LONG_REACH:
        apart = text.sentences[at].paragraph < text.sentences[sentence - 1].paragraph
        if topic is None or not apart:
            return before.speaker, "" if at >= sentence - 1 else "-far"
    return topic, "-topic" if topic is not None else ""


def _teller(view: View, sentence: int) -> Range | None:
    """Who is said to say something in a sentence without a quotation: "Das Ministerium widersprach."."""
    if sentence < 0:
        return None
    for frame in view.clauses[sentence].frames.values():
        if frame.speaker is not None and (frame.cue.entry.takes or frame.cue.entry.reports):
            return frame.speaker
    return None


def _topic(view: View, sentence: int) -> Range | None:
    """The subject of the sentence before, in the same paragraph or the one before."""
    text = view.text
    if not sentence or text.sentences[sentence - 1].paragraph < text.sentences[sentence].paragraph - 1:
        return None
    segments = view.clauses[sentence - 1].segments
    for at, segment in enumerate(segments):
        if segment.kind == "main" and segment.finite:
            start = opening(text, segments, at)
            found = find_subject(text, segment, start, segment.verb, segment.last)
            if (
                found is not None
                and speaks(text, found)
                and text.lower[found.first] not in ("es", "das", "dies", "man")
            ):
                return extend(text, found, segment.verb if found.first < segment.verb else segment.last)
            break
    return None
