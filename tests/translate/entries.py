"""Any entry that a memory may hold, for the round trips."""

from __future__ import annotations

from hypothesis import strategies as st

from generator.translate.memory import STATES, Entry, Memory
from generator.translate.normalise import collapse

_letters = st.characters(exclude_categories=("Cs",), exclude_characters="\u2028\u2029\x85")
_line = st.text(_letters, max_size=40).map(collapse)
_visible = st.text(st.sampled_from("äöüß<>&\"'„“»«{}[]|\\ aAzZ09.,;-–…%§€@#\u00ad\u200b漢🙂"), max_size=40).map(
    collapse
)
_text = st.one_of(_visible, _line).map(lambda text: "".join(c for c in text if _held(c))).map(collapse)
_dates = st.sampled_from(("", "2023", "2023-09", "2023-09-13"))
_flags = st.lists(st.sampled_from(("numbers", "names", "left-over-german")), unique=True).map(tuple)


def _held(char: str) -> bool:
    """Whether XML 1.0 can hold it."""
    return char in "\t\n" or "\x20" <= char <= "\ud7ff" or "\ue000" <= char <= "\ufffd" or char > "\uffff"


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    state = draw(st.sampled_from(STATES))
    source = draw(_text.filter(bool))
    origin = draw(st.sampled_from(("Karin Berger", "fake 1.0 0123456789ab", "Büro <3> & Co")))
    dates = {"first_use": draw(_dates), "last_use": draw(_dates)}
    note = draw(_text)
    if state == "machine" and draw(st.booleans()):
        return Entry(
            source=source,
            target=None,
            state=state,
            origin=origin,
            flags=draw(_flags),
            attempt=draw(_text),
            note=note,
            **dates,
        )
    return Entry(source=source, target=draw(_text.filter(bool)), state=state, origin=origin, note=note, **dates)


memories = st.lists(entries(), max_size=6).map(lambda found: Memory().with_entries(found))
