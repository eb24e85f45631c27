"""The words of times and the pattern that finds them (`words.csv`)."""

from __future__ import annotations

import re
from functools import cache

from generator.analyse.tables import rows


@cache
def pattern() -> re.Pattern[str]:
    """Every kind of time expression; the names of the groups say which (`find.RULES`)."""
    month, weekday = _either("month"), _either("weekday")
    last, next_, this = (rf"(?:{_either(k, capital=True)})e[nrms]?" for k in ("last", "next", "this"))
    number = rf"\d{{1,3}}|{_either('number')}"
    day = rf"(?:(?P<WEEKDAY>{weekday})(?:{_either('daypart')})?,? (?:de[mn] )?)?"
    dated, digits = (day.replace("WEEKDAY", group) for group in ("d_wday", "n_wday"))
    year, daypart = r"(?:1[0-9]|20)\d\d", f"(?:{_either('daypart')})?s?"
    about = "".join(rf"(?<!\b{word} )" for word in known_words("about"))
    relatives = (("last", last), ("next", next_), ("this", this))
    relation = "|".join(rf"(?P<m_{key}>(?:des )?{word} Jahres)" for key, word in relatives)
    return re.compile(
        rf"\b(?:vom |zwischen (?:dem )?)?(?P<r_day1>\d{{1,2}})\.(?: (?P<r_month1>{month}))? ?"
        r"(?:bis(?: zum)?|und(?: dem)?|[-–]) ?"
        rf"(?P<r_day2>\d{{1,2}})\. (?P<r_month2>{month})(?: (?P<r_year>{year}))?\b"
        rf"|\b{dated}(?P<d_day>\d{{1,2}})\. (?P<d_month>{month})s?(?: (?P<d_year>{year}))?\b"
        rf"|\b{digits}(?P<n_day>\d{{1,2}})\.(?P<n_month>\d{{1,2}})\.(?P<n_year>{year})\b"
        rf"|\b[Vv]on (?P<q_from>{month}) bis (?P<q_to>{month})(?: (?P<q_year>{year}))?\b"
        rf"|\b(?:(?P<m_part>{_either('part')}) (?:des )?)?(?P<m_month>{month})(?P<m_genitive>s)?"
        rf"(?: (?P<m_year>{year})| (?:{relation}))?\b"
        rf"|\b(?:(?:(?P<w_last>{last})|(?P<w_next>{next_})) )?(?P<w_day>{weekday}){daypart}"
        rf"(?: bis (?P<w_until>{weekday}))?\b"
        rf"|\b(?:[Ii]n der )?(?:(?P<e_last>{last})|(?P<e_next>{next_})|(?P<e_this>{this})) "
        r"(?P<e_word>Nacht|Wochenende[ns]?)\b"
        r"|\b[Aa]m (?P<e_near>Wochenende)\b(?! (?:des|vom|zuvor|danach))"
        rf"|\b(?P<k_days>[Ee]inen|{number}) Tage? "
        r"(?:(?P<k_after>später|danach|darauf)|(?P<k_before>zuvor|vorher|davor))\b"
        rf"|\b(?P<f_word>{'|'.join(row['word'] for row in rows('times', 'feasts.csv'))})(?: (?P<f_year>{year}))?\b"
        rf"|\bgestrige[nrs]?\b(?P<g_word>)(?! (?:\d|{weekday}))"
        rf"|\b(?P<t_word>{_either('day')})\b(?! vor)"
        rf"|\b[Vv]or (?:rund |etwa |knapp |gut |mehr als )?(?P<a_number>{number}) (?P<a_unit>{_either('unit')})\b"
        rf"|\b(?:(?P<p_last>{last})|(?P<p_next>{next_})|(?P<p_this>{this})) (?P<p_unit>Jahre?s?|Monate?s?|Woche)\b"
        rf"|\b(?P<p_prior>Vorjahr|Vormonat|Vorwoche)(?:e?s)?\b"
        rf"|\b(?:[Zz]wischen|[Vv]on) (?P<y_from>{year}) (?:und|bis) (?P<y_to>{year})\b"
        r"|\b(?:[Ii]m Jahre?|[Ss]eit(?: dem Jahr)?|(?P<j_weak>[Bb]is|[Aa]b|[Ii]n|[Vv]on|[Vv]or|[Nn]ach)"
        r"|[Aa]nfang|[Mm]itte|[Ee]nde) "
        rf"(?P<j_year>{year})\b(?![.,]\d)(?! ?[€$£%])"
        r"(?! (?:Menschen|Personen|Euro|Dollar|Meter|Kilometer|Tote|Soldaten|Mitarbeiter|Beschäftigte|Stellen)\b)"
        rf"|(?<![\w.,/-]){about}(?P<b_year>(?:19|20)\d\d)(?![\w/-]|[.,]\d| [A-ZÄÖÜ%€$])"
    )


def value(kind: str, word: str) -> int:
    """The number that a word of one kind stands for."""
    return int(dict(table(kind))[word])


@cache
def table(kind: str) -> tuple[tuple[str, str], ...]:
    """The words of one kind with their values."""
    return tuple((row["word"], row["value"]) for row in rows("times", "words.csv") if row["kind"] == kind)


def known_words(kind: str) -> tuple[str, ...]:
    """The words of one kind."""
    return tuple(word for word, _ in table(kind))


def _either(kind: str, *, capital: bool = False) -> str:
    """One of the words of a kind; with `capital` also at the start of a sentence."""
    words = known_words(kind)
    words += tuple(word.capitalize() for word in words) if capital else ()
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
