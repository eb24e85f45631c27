"""The engine itself was not lost: what it gives a low probability is mostly wrong.

On newstest 2017 the tenth of the lines that the embedded package was least sure of had a chrF of 35, the surest tenth
of 63 (an engine's score as a measure of quality: Specia et al. 2010, Machine Translation 24:39).
"""

from __future__ import annotations

from generator.translate.pair import Check, Complaint, Pair

LOST, UNSURE = -0.75, -0.6
"""Mean log-probability of a piece below which a line is not believed, or is doubted."""


def find_lost(pair: Pair) -> Complaint | None:
    return _below(LOST, pair.score)


def find_unsure(pair: Pair) -> Complaint | None:
    return None if find_lost(pair) else _below(UNSURE, pair.score)


def _below(bound: float, score: float | None) -> Complaint | None:
    return Complaint(message=f"the engine was unsure ({score:.2f})") if score is not None and score < bound else None


CHECK = Check(name="confidence", severity="error", find=find_lost)
UNSURE_CHECK = Check(name="low-confidence", severity="warning", find=find_unsure)
