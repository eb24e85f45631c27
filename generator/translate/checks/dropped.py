"""No sentence was dropped. Translators join sentences now and then: a warning."""

from __future__ import annotations

import re

from generator.translate.pair import Check, Complaint, Pair
from generator.translate.splitting import split

_ENGLISH_END = re.compile(r"[.!?…][”’)]*(?=\s|$)")


def find(pair: Pair) -> Complaint | None:
    german = [s.text for s in split(pair.source.text) if s.text[-1:] in ".!?…”“"]
    english = len(_ENGLISH_END.findall(pair.target))
    if len(german) > 1 and english < len(german) - len(german) // 3:
        return Complaint(message=f"{len(german)} sentences became {english}")
    return None


CHECK = Check(name="dropped-sentence", severity="warning", find=find)
