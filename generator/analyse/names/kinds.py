"""The kinds of names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.model import Span

NameKind = Literal["person", "organisation", "place"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameSpan:
    """A name as it stands in the article."""

    span: Span
    kind: NameKind
    part: bool
    """Inside a compound: "Kreml" in "Kreml-Chef"."""
