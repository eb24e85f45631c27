import pytest

from generator.model import PartialDate
from generator.render.dates import written


@pytest.mark.parametrize(
    ("date", "german", "english"),
    [
        ({"year": 1958}, "1958", "1958"),
        ({"year": 2023, "part": "start"}, "Anfang 2023", "early 2023"),
        ({"year": 2024, "month": 3}, "März 2024", "March 2024"),
        ({"year": 2023, "month": 8, "part": "end"}, "Ende August 2023", "late August 2023"),
        ({"year": 2023, "month": 8, "part": "middle"}, "Mitte August 2023", "mid-August 2023"),
        ({"year": 2023, "month": 9, "day": 3}, "3. September 2023", "3 September 2023"),
        ({"year": 2023, "month": 9, "weekday": 2}, "ein Mittwoch im September 2023", "a Wednesday in September 2023"),
        ({"year": 2023, "weekday": 0}, "ein Montag im Jahr 2023", "a Monday in 2023"),
        (
            {"year": 2023, "month": 8, "weekday": 4, "part": "end"},
            "ein Freitag Ende August 2023",
            "a Friday in late August 2023",
        ),
        ({"year": 2023, "month": 9, "day": 3, "weekday": 6}, "3. September 2023", "3 September 2023"),
        (
            {"year": 2023, "month": 9, "day": 3, "clock": "14:30"},
            "3. September 2023, 14.30 Uhr",
            "3 September 2023, 14:30",
        ),
    ],
)
def test_a_date_says_what_is_known_and_no_more(date: dict[str, object], german: str, english: str) -> None:
    assert written(PartialDate(**date), "de") == german
    assert written(PartialDate(**date), "en") == english


@pytest.mark.parametrize(
    ("start", "end", "german", "english"),
    [
        ((2023, 9, 13), (2023, 9, 15), "13.–15. September 2023", "13–15 September 2023"),
        ((2023, 9, 30), (2023, 10, 2), "30. September bis 2. Oktober 2023", "30 September to 2 October 2023"),
        ((2023, 8), (2023, 10), "August bis Oktober 2023", "August to October 2023"),
        ((2019,), (2023,), "2019 bis 2023", "2019 to 2023"),
        ((2023, 9, 13), (2023, 9, 13), "13. September 2023", "13 September 2023"),
    ],
)
def test_a_range(start: tuple[int, ...], end: tuple[int, ...], german: str, english: str) -> None:
    first, last = (PartialDate(**dict(zip(("year", "month", "day"), date, strict=False))) for date in (start, end))
    assert written(first, "de", last) == german
    assert written(first, "en", last) == english
