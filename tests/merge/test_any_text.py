"""Whatever words an article is made of, the five parts of a briefing are made and prove themselves."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.merge import discrepancies, questions, summary, timeline, title
from tests.merge.events import event

# fmt: off
WORDS = [
    "Ob", "ob", "dass", "könnte", "könnten", "soll", "haben", "sein", "werden", "wird", "war", "unklar", "offen",
    "nicht", "bekannt", "möglicherweise", "auf", "die", "Frage", "entsprechende", "wann", "wie", "weit", "er", "sie",
    "es", "sich", "und", "als", ",", ".", ":", "„", "“", '"', "(", ")", "–", "?", "am", "Mittwoch", "im", "März",
    "2024", "seit", "bis", "zwei", "Stunden", "zuvor", "Tote", "starben", "Rakete", "Bus", "Die", "Der", "Das",
    "Brand", "Treffen", "von", "bei", "laut", "zufolge", "Nach", "Einschätzung", "12", "Millionen", "Euro", "kosten",
    "kommen", "gekommen",
]
# fmt: on


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40), st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_words(first: list[str], second: list[str]) -> None:
    blocks = [" ".join(words) for words in (first, second) if words]
    happened = event("\n".join(f"@ {name} 2024-05-16\n{text}" for name, text in zip("ab", blocks, strict=False)))
    texts = {a.document.id: a.document.text for a in happened.analyses}
    differences = discrepancies.find(happened)
    asked = questions.find(happened, differences)
    references = [r for d in differences for p in d.positions for r in p.reports]
    references += [r for q in asked for r in q.evidence]
    references += [
        r for part in (summary.find(happened), timeline.find(happened)) for item in part for r in item.reports
    ]
    assert all(r.span.of(texts[r.document]).strip() for r in references)
    assert all(q.text.de.endswith("?") for q in asked)
    assert title.make(happened).de
