"""Every name stands in the English in the form of the entity table."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from generator.translate.pair import Check, Complaint, Name, Names, Pair, Source, complaint
from generator.translate.tables import rows
from generator.translate.vocabulary import WORD


def find(pair: Pair) -> Complaint | None:
    return complaint([f"{name[1]} is missing" for name in lost(pair) if not is_doubtful(name, pair.source)])


def find_doubtful(pair: Pair) -> Complaint | None:
    return complaint([f"{name[1]} is missing" for name in lost(pair) if is_doubtful(name, pair.source)])


def lost(pair: Pair) -> Names:
    """The names of the German that the English does not have."""
    return tuple(name for name in pair.source.names if not present(name, pair.target, pair.source))


def is_doubtful(name: Name, source: Source) -> bool:
    """Whether it may be no name at all: it has no English form, and a dictionary knows every word of it as another.

    An article makes a title of it: "Der Spiegel".
    """
    first, *rest = WORD.findall(name[0]) or [""]
    title = rest and first in ("Der", "Die", "Das")
    return name[0] == name[1] and not title and source.common.issuperset((first, *rest))


def present(name: Name, target: str, source: Source) -> bool:
    """Whether the English has a name: its table's form, another usual one, its adjective, or its parts in any order."""
    german, english = name
    plain = _plain(target)
    if any(_within(form, plain) for form in (english, *variants(english), *_of_nation(german))):
        return True
    words = [word for word in WORD.findall(english) if word[0].isupper()]
    proper = [word for word in words if word not in source.common]
    if german == english and (proper == words or any(word.islower() for word in WORD.findall(english))):
        return english.endswith("s") and _within(english[:-1], plain)
    return bool(proper) and all(_within(word, plain) for word in proper)


def spelled(name: Name, target: str) -> str:
    """The English with a name that differs only in capitals, accents or umlauts as the table has it."""
    if _holds(name[1], target):
        return target
    plain = _plain(target)
    found = re.search(rf"(?<![^\W_]){re.escape(_plain(name[1]))}(?=s?(?:'s?)?(?![^\W_]))", plain, re.IGNORECASE)
    if found is None or len(plain) != len(target):
        return target
    return target[: found.start()] + name[1] + target[found.end() :]


@cache
def variants(english: str) -> tuple[str, ...]:
    """Other usual forms of a name."""
    return tuple(v for row in rows("name-variants.csv") if row["name"] == english for v in row["variants"].split("|"))


def _of_nation(german: str) -> tuple[str, ...]:
    from generator.analyse import nations  # loads the whole analysis, which most commands do without

    nation = nations.load().named(german)
    if nation is None:
        return ()
    return (nation.english, nation.english_adjective, *variants(nation.english)) if nation.english_adjective else ()


def _within(form: str, plain: str) -> bool:
    """Whether a form stands in a text without accents, also in the plural or genitive."""
    return _holds(_plain(form), plain)


def _holds(form: str, text: str) -> bool:
    return re.search(rf"(?<![^\W_]){re.escape(form)}s?(?:['’]s?)?(?![^\W_])", text) is not None


@cache
def _plain(text: str) -> str:
    """Without accents and umlauts, with straight apostrophes."""
    flat = unicodedata.normalize("NFD", text.replace("’", "'").replace("ß", "ss"))
    return "".join(c for c in flat if not unicodedata.combining(c))


CHECK = Check(name="names", severity="error", find=find)
DOUBTFUL = Check(name="doubtful-names", severity="warning", find=find_doubtful)
