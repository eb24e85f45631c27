"""As many quotations in the English as in the German, each opened and closed."""

from __future__ import annotations

import re

from generator.translate.pair import Check, Pair

MARKS = re.compile(r"[\"„“”«»]")


def find(pair: Pair) -> str | None:
    german, english = len(MARKS.findall(pair.source)), len(MARKS.findall(pair.target))
    if german == english:
        paired = german % 2 or pair.target.count("“") == pair.target.count("”")
        return None if paired else "the marks do not pair"
    return f"{german} quotation marks became {english}"


CHECK = Check(name="quotation-marks", severity="error", find=find)
