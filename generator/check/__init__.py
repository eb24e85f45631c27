"""Named checks of what is about to be published; one small file each."""

from __future__ import annotations

from generator.check import anchors, boilerplate, budget, data, english, paths, proof
from generator.check.subject import Subject
from generator.model import Problem

CHECKS = (proof.check, boilerplate.check, budget.check, anchors.check, english.check, data.check, paths.check)

__all__ = ["CHECKS", "Subject", "run"]


def run(subject: Subject) -> tuple[Problem, ...]:
    """What every check finds, in the order of `CHECKS`. An `error` keeps the pages from being written."""
    return tuple(problem for check in CHECKS for problem in check(subject))
