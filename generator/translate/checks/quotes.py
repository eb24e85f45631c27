"""As many quotations in the English as in the German, each opened and closed."""

from __future__ import annotations

import re

from generator.translate.pair import Check, Complaint, Pair

MARKS = re.compile(r"[\"„“”«»]")


def find(pair: Pair) -> Complaint | None:
    german, marks = len(MARKS.findall(pair.source.text)), MARKS.findall(pair.target)
    if german != len(marks):
        return Complaint(message=f"{german} quotation marks became {len(marks)}")
    if german % 2 == 0 and any(mark not in ('"', "“”"[i % 2]) for i, mark in enumerate(marks)):
        return Complaint(message="the marks do not pair")
    return None


CHECK = Check(name="quotation-marks", severity="error", find=find)
