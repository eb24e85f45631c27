"""Finds and resolves times: weekdays, dates, months, years, spans of time and clock times."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from generator.analyse.cover import Cover
from generator.analyse.tables import rows
from generator.analyse.times.calendar import months_before, partial, shifted, valid, whole
from generator.analyse.times.clocks import with_clocks
from generator.analyse.times.feasts import feast, nearest
from generator.analyse.times.pattern import known_words, pattern, table, value
from generator.model import Document, PartialDate, PartOfMonth, Sentence, Span, TimeExpression

CLAUSE_MARKS = (",", ";", ".", ":")
SOON = 3
"""Months ahead in which a month without a year lies, where the sentence does not speak of what was."""
CUE_REACH = 60
"""Code points before a day in which words say that it is a well-known one ("die Anschläge vom 11. September")."""
NEAR = 300
"""Code points back in which a day stands from which "einen Tag später" counts."""
SATURDAY = 5
MODERN = 1600
"""Year from which a number after "bis" or "von" is one."""
PUT_OFF = re.compile(r"\b(?:verschoben|vertagt|verlegt|verschob|vertagte|verlegte|terminiert)\b")
PLANNED = re.compile(r"\b(?:zu [a-zäöüß]+e?n|[a-zäöüß]+zu[a-zäöüß]+en)$")
"""The infinitive that ends a clause: "am Dienstag das Verfahren einzuleiten"."""
ANNOUNCED = re.compile(
    r"\b(?:kündigt|angekündigt|plant|geplant|beschl[oö]ss|erklärt|forder|aufgefordert|droht|gedroht|versprach|versprochen"
    r"|beabsichtig|entschied|vereinbar|einigte|geeinigt|appelli|rief|rufen|bat\b|gebeten)"
)
"""Verbs of what is to come."""
BEFORE_PAST = re.compile(r"(?:[Ss]eit|gestrigen|heutigen)(?: dem| gestrigen)? $")
SINCE = re.compile(r"(?:[Ss]eit)(?: dem| Anfang| Mitte| Ende)? ?$")
"""What began lies in the past, whatever the sentence speaks of."""
AFTER_PAST = re.compile(r" [a-zäöüß]+(?:te|ten|ene|enen) [A-ZÄÖÜ]")
"""A participle before its noun: "der am Dienstag erfolgten Veröffentlichung"."""
PAST = re.compile(
    r"\b(?:war|waren|wurde|wurden|hatte|hatten"
    r"|(?!(?:nächste|letzte|erste|zweite|dritte|vierte|fünfte|sechste|beste|größte|heute|rechte|alte|weite|breite|bekannte"
    r"|geplante|gesamte|dritte|halbe|neueste|jüngste|könnte|sollte|hätte|müsste|möchte|dürfte|wollte|konnte|bitte|seite"
    r"|konservative|mitte)n?\b)[a-zäöüß]{3,}ten?)\b"
)
"""Verbs that tell what was; not adjectives that look the same."""


Resolved = tuple[PartialDate, PartialDate | None] | None


@dataclass(frozen=True, slots=True)
class Known:
    """What an expression is resolved against."""

    published: PartialDate | None
    last: PartialDate | None
    """The time named before, for "am Vortag"."""
    future: bool
    """The clause speaks of what is to come."""
    past: bool
    """The sentence speaks of what was."""
    before: str
    """The words before."""
    near: bool = False
    """Whether `last` stands close by."""


def find(
    document: Document, sentences: tuple[Sentence, ...], names: tuple[Span, ...] = ()
) -> tuple[TimeExpression, ...]:
    """Every time expression that can be resolved, in text order; none in the spans `names` ("Anna Montag").

    Weekdays and relative words need `document.published`; with only its month known a weekday stays a weekday of it.
    """
    found: list[TimeExpression] = []
    taken = Cover(names)
    for sentence in sentences:
        text = sentence.span.of(document.text)
        here: list[TimeExpression] = []
        for match in pattern().finditer(text):
            known = Known(
                published=document.published,
                last=(here or found)[-1].date if here or found else None,
                future=_future(text, match),
                past=_since(text, match) or PAST.search(text) is not None,
                before=text[max(0, match.start() - CUE_REACH) : match.start()],
                near=_close((here or found)[-1:], sentence.span.start + match.start()),
            )
            span = Span(start=sentence.span.start + match.start(), end=sentence.span.start + match.end())
            resolved = None if taken.overlaps(span) else _resolve(match, known)
            if resolved is not None:
                here.append(TimeExpression(span=span, date=resolved[0], until=resolved[1]))
        found += with_clocks(document.text, sentence, here)
    return tuple(found)


def _close(last: list[TimeExpression], at: int) -> bool:
    return bool(last) and at - last[0].span.end <= NEAR


def _future(text: str, match: re.Match[str]) -> bool:
    """Whether the clause around an expression, from comma to comma, speaks of what is to come."""
    start = max(text.rfind(mark, 0, match.start()) for mark in CLAUSE_MARKS) + 1
    ends = [end for mark in CLAUSE_MARKS if (end := text.find(mark, match.end())) >= 0]
    clause = text[start : min(ends, default=len(text))]
    if _since(text, match) or BEFORE_PAST.search(text, 0, match.start()) or AFTER_PAST.match(text, match.end()):
        return False
    if text[: match.start()].endswith(("bis ", "ab ", "Ab ")):
        return True
    announced = ANNOUNCED.search(text[: match.start()]) and not ANNOUNCED.search(
        text[match.end() : start + len(clause)]
    )
    if announced and PLANNED.search(clause):
        return True
    if text[: match.start()].endswith("auf ") and PUT_OFF.search(clause):
        return True
    return any(re.search(rf"\b{word}\b", clause) for word in known_words("future"))


def _since(text: str, match: re.Match[str]) -> bool:
    return SINCE.search(text[: match.start()]) is not None or match[0].startswith(("seit ", "Seit "))


def _resolve(match: re.Match[str], known: Known) -> Resolved:
    for name, rule in RULES:
        if match[name] is not None:
            return rule({key: value for key, value in match.groupdict().items() if value is not None}, known)
    return None


def _range(m: dict[str, str], known: Known) -> Resolved:
    """ "vom 3. bis 5. Mai 2024"."""
    second = _day(int(m["r_day2"]), value("month", m["r_month2"]), m.get("r_year"), known)
    if second is None:
        return None
    first_month = value("month", m["r_month1"]) if "r_month1" in m else second.month or 1
    if not valid(second.year, first_month, int(m["r_day1"])):
        return None
    return PartialDate(year=second.year, month=first_month, day=int(m["r_day1"])), second


def _date(m: dict[str, str], known: Known) -> Resolved:
    """ "13. September 2023", "am 13. September", "Freitag, den 13. September"."""
    number, month = int(m["d_day"]), value("month", m["d_month"])
    named = (row for row in rows("times", "named.csv") if (int(row["day"]), int(row["month"])) == (number, month))
    year = next((row["year"] for row in named if re.search(row["cue"], known.before)), None)
    year = m.get("d_year") or year or _year_by_weekday(number, month, m.get("d_wday"), known)
    day = _day(number, month, year, known)
    return (day, None) if day else None


def _year_by_weekday(day: int, month: int, weekday: str | None, known: Known) -> str | None:
    """The year next to the article's in which the day falls on the weekday that is named with it."""
    if weekday is None or known.published is None:
        return None
    years = [known.published.year + step for step in (0, -1, 1)]
    named = value("weekday", weekday)
    return next((str(y) for y in years if valid(y, month, day) and date(y, month, day).weekday() == named), None)


def _digits(m: dict[str, str], known: Known) -> Resolved:
    """ "13.09.2023"."""
    year, month, day = int(m["n_year"]), int(m["n_month"]), int(m["n_day"])
    return (PartialDate(year=year, month=month, day=day), None) if valid(year, month, day) else None


def _month(m: dict[str, str], known: Known) -> Resolved:
    """ "Ende August", "im Februar vergangenen Jahres", "im Mai 2024"."""
    month = value("month", m["m_month"])
    if "m_genitive" in m and "m_part" not in m and not known.before.endswith("es "):
        return None
    year = _year_of(month, m, known)
    if year is None:
        return None
    return PartialDate(year=year, month=month, part=_part(m.get("m_part"))), None


def _months(m: dict[str, str], known: Known) -> Resolved:
    """ "von Mai bis Juni 2004"."""
    first, last = value("month", m["q_from"]), value("month", m["q_to"])
    year = _year_of(last, {"m_year": m["q_year"]} if "q_year" in m else {}, known)
    if year is None:
        return None
    return PartialDate(year=year - (first > last), month=first), PartialDate(year=year, month=last)


def _year_of(month: int, m: dict[str, str], known: Known) -> int | None:
    if "m_year" in m:
        return int(m["m_year"])
    published = known.published
    if published is None:
        return None
    if "m_last" in m:
        return published.year - 1
    if "m_next" in m:
        return published.year + 1
    if "m_this" in m or published.month is None:
        return published.year
    if known.future:
        return published.year + (month < published.month)
    if not known.past and month - published.month in range(1, SOON + 1):
        return published.year
    return published.year - (month > published.month)


def _weekday(m: dict[str, str], known: Known) -> Resolved:
    """ "am Mittwoch", "am vergangenen Mittwochabend", "von Montag bis Mittwoch"."""
    first = _nearest(value("weekday", m["w_day"]), m, known)
    if first is None or "w_until" not in m:
        return (first, None) if first else None
    second = value("weekday", m["w_until"])
    return first, shifted(first, (second - (first.weekday if first.weekday is not None else _of(first))) % 7)


def _nearest(weekday: int, m: dict[str, str], known: Known) -> PartialDate | None:
    published = known.published
    if published is None:
        return None
    today = whole(published)
    if today is None:
        month = None if "w_next" in m or "w_last" in m else published.month
        return PartialDate(year=published.year, month=month, weekday=weekday)
    back = (today.weekday() - weekday) % 7
    if "w_next" in m or (known.future and back and "w_last" not in m):
        return partial(today + timedelta(days=(7 - back) or 7))
    return partial(today - timedelta(days=back or (7 if "w_last" in m else 0)))


def _relative(m: dict[str, str], known: Known) -> Resolved:
    """ "heute", "gestern", "am Vortag"."""
    word = m["t_word"]
    anchor = known.last if word == "Vortag" and known.last else known.published
    if anchor is None:
        return None
    day = shifted(anchor, value("day", word))
    return (day, None) if day else None


def _yesterday(m: dict[str, str], known: Known) -> Resolved:
    """ "das gestrige Spiel"."""
    day = shifted(known.published, -1) if known.published else None
    return (day, None) if day else None


def _after(m: dict[str, str], known: Known) -> Resolved:
    """ "einen Tag später", "drei Tage zuvor": from the day named before, close by."""
    word = m["k_days"].lower()
    number = 1 if word == "einen" else int(word) if word.isdigit() else value("number", word)
    if known.last is None or known.last.day is None or not known.near:
        return None
    day = shifted(known.last, -number if "k_before" in m else number)
    return (day, None) if day else None


def _feast(m: dict[str, str], known: Known) -> Resolved:
    """ "an Ostersonntag", "Weihnachten 2004"."""
    if "f_year" in m:
        days = feast(m["f_word"], int(m["f_year"]))
    else:
        today = whole(known.published) if known.published else None
        days = nearest(m["f_word"], today) if today else None
    if days is None:
        return None
    return partial(days[0]), partial(days[1]) if days[1] > days[0] else None


def _ago(m: dict[str, str], known: Known) -> Resolved:
    """ "vor zwei Tagen", "vor drei Jahren"."""
    published, unit = known.published, dict(table("unit"))[m["a_unit"]]
    number = int(m["a_number"]) if m["a_number"].isdigit() else value("number", m["a_number"])
    if published is None:
        return None
    if unit == "year":
        return (PartialDate(year=published.year - number), None) if number < published.year else None
    if unit == "month":
        month = months_before(published, number) if number <= 24 else None
        return (month, None) if month else None
    today = whole(published)
    if today is None or unit == "week":
        return None
    return partial(today - timedelta(days=number)), None


def _stretch(m: dict[str, str], known: Known) -> Resolved:
    """ "am Wochenende", "letzte Nacht": the last one before the article where nothing says that it is to come."""
    today = whole(known.published) if known.published else None
    if today is None:
        return None
    if m.get("e_word") == "Nacht":
        return (partial(today - timedelta(days=1)), None) if "e_last" in m else None
    ahead = (SATURDAY - today.weekday()) % 7
    started = today.weekday() in (SATURDAY, SATURDAY + 1)
    if "e_next" in m or (known.future and not started and "e_last" not in m):
        saturday = today + timedelta(days=ahead or 7)
    elif started and "e_last" not in m:
        saturday = today - timedelta(days=today.weekday() - SATURDAY)
    else:
        saturday = today - timedelta(days=(today.weekday() - SATURDAY) % 7 or 7)
    return partial(saturday), partial(saturday + timedelta(days=1))


def _period(m: dict[str, str], known: Known) -> Resolved:
    """ "im vergangenen Jahr", "vergangene Woche", "im Vormonat"."""
    published = known.published
    if published is None:
        return None
    step = -1 if "p_last" in m or "p_prior" in m else 1 if "p_next" in m else 0
    unit = m.get("p_unit") or m["p_prior"].removeprefix("Vor").capitalize()
    if unit.startswith("Jahr"):
        return PartialDate(year=published.year + step), None
    if unit.startswith("Monat"):
        month = months_before(published, -step)
        return (month, None) if month else None
    today = whole(published)
    if today is None:
        return None
    monday = today - timedelta(days=today.weekday() - 7 * step)
    return partial(monday), partial(monday + timedelta(days=6))


def _years(m: dict[str, str], known: Known) -> Resolved:
    """ "zwischen 2010 und 2015", "von 2010 bis 2015"."""
    first, last = int(m["y_from"]), int(m["y_to"])
    return (PartialDate(year=first), PartialDate(year=last)) if first < last else None


def _year(m: dict[str, str], known: Known) -> Resolved:
    """ "im Jahr 2019", "seit 2019", "Anfang 2022", "1958 entworfen"."""
    year = int(m.get("j_year") or m["b_year"])
    return (PartialDate(year=year), None) if "j_weak" not in m or year >= MODERN else None


RULES: tuple[tuple[str, Callable[[dict[str, str], Known], Resolved]], ...] = (
    ("r_day1", _range),
    ("d_day", _date),
    ("n_day", _digits),
    ("q_from", _months),
    ("m_month", _month),
    ("w_day", _weekday),
    ("e_word", _stretch),
    ("e_near", _stretch),
    ("k_days", _after),
    ("f_word", _feast),
    ("g_word", _yesterday),
    ("t_word", _relative),
    ("a_unit", _ago),
    ("p_unit", _period),
    ("p_prior", _period),
    ("y_from", _years),
    ("j_year", _year),
    ("b_year", _year),
)


def _day(day: int, month: int, year: str | None, known: Known) -> PartialDate | None:
    years = [int(year)] if year else _nearby_years(month, known)
    return next((PartialDate(year=y, month=month, day=day) for y in years if valid(y, month, day)), None)


def _nearby_years(month: int, known: Known) -> list[int]:
    published = known.published
    if published is None:
        return []
    around = published.month or month
    return [published.year + (1 if month - around < -6 else -1 if month - around > 6 else 0)]


def _of(day: PartialDate) -> int:
    exact = whole(day)
    return exact.weekday() if exact else 0


def _part(word: str | None) -> PartOfMonth | None:
    parts: dict[str, PartOfMonth] = {"start": "start", "middle": "middle", "end": "end"}
    return parts[dict(table("part"))[word]] if word else None
