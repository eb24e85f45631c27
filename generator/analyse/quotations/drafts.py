"""What a rule finds, in tokens; and the article as the rules see it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analyse.quotations.frames import Clauses, Frame
from generator.analyse.quotations.reading import Range, Text
from generator.model import Medium, QuotationType


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A quotation before it becomes spans."""

    rule: str
    """Name of the construction: the key of its confidence."""
    type: QuotationType
    medium: Medium
    quote: tuple[Range, ...]
    cue: tuple[int, ...] = ()
    frame: tuple[Range, ...] = ()
    speaker: Range | None = None
    addressee: Range | None = None
    carrier: Range | None = None
    entity: str | None = None
    """Id of the speaker's entity."""

    @property
    def start(self) -> int:
        return self.quote[0][0]

    @property
    def end(self) -> int:
        return self.quote[-1][1]

    def tokens(self) -> set[int]:
        """Numbers of the quoted tokens."""
        return {i for first, last in self.quote for i in range(first, last)}


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The article for a rule: its row of tokens, its clauses, and what earlier rules have found."""

    text: Text
    clauses: tuple[Clauses, ...]
    found: tuple[Draft, ...] = ()
    owner: tuple[int, ...] = ()
    """For each token the number in `found` of the innermost draft whose quote holds it, -1 for none."""
    cues: frozenset[tuple[int, ...]] = frozenset()
    """The cues of what was found."""
    starts: frozenset[int] = frozenset()
    """First tokens of what was found."""
    quoted: frozenset[int] = frozenset()
    """Numbers of the sentences in which a quotation ends."""

    def among(self, drafts: list[Draft], owner: list[int]) -> View:
        """The same article with other drafts."""
        return View(
            text=self.text,
            clauses=self.clauses,
            found=tuple(drafts),
            owner=tuple(owner),
            cues=frozenset(d.cue for d in drafts),
            starts=frozenset(d.start for d in drafts),
            quoted=frozenset(self.text.sentence[d.end - 1] for d in drafts),
        )

    def free(self, first: int, last: int) -> bool:
        """Whether no draft has quoted any token of the range."""
        return all(o < 0 for o in self.owner[first:last])


def from_frame(
    frame: Frame, rule: str, quote: tuple[Range, ...], spans: tuple[Range, ...], speaker: Range | None = None
) -> Draft:
    """An indirect quotation with everything that its frame says."""
    return Draft(
        rule=rule,
        type="Indirect",
        medium=frame.cue.entry.medium,
        quote=quote,
        cue=frame.cue.tokens,
        frame=spans,
        speaker=frame.speaker or speaker,
        addressee=frame.addressee,
        carrier=frame.carrier,
    )
