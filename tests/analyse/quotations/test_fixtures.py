"""What is found in invented sentences, construction by construction."""

from __future__ import annotations

import pytest

from tests.analyse.quotations.reading import FIXTURES, blocks, found

CASES = [
    pytest.param(given, expected, id=f"{path.stem}: {title}")
    for path in sorted(FIXTURES.glob("*.txt"))
    for title, given, expected in blocks(path)
]


@pytest.mark.parametrize(("given", "expected"), CASES)
def test_construction(given: str, expected: list[str]) -> None:
    assert found(given) == expected


def test_enough_constructions() -> None:
    assert len(CASES) >= 150
