"""As many quotations in the English as in the German, each opened and closed."""

from __future__ import annotations

import re

from generator.translate.pair import Check, Complaint, Pair

MARKS = re.compile(r"[\"„“”«»]")


def find(pair: Pair) -> Complaint | None:
    german, english = len(MARKS.findall(pair.source.text)), len(MARKS.findall(pair.target))
    if german != english:
        return Complaint(message=f"{german} quotation marks became {english}")
    if german % 2 == 0 and pair.target.count("“") != pair.target.count("”"):
        return Complaint(message="the marks do not pair")
    return None


CHECK = Check(name="quotation-marks", severity="error", find=find)
