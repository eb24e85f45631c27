"""Every name stands in the English in the form of the entity table."""

from __future__ import annotations

import re

from generator.translate.pair import Check, Complaint, Names, Pair, complaint


def find(pair: Pair) -> Complaint | None:
    return complaint([f"{english} is missing" for _, english in lost(pair.target, pair.source.names)])


def lost(target: str, names: Names) -> Names:
    """Those of `names` that the English does not have."""
    return tuple(pair for pair in names if not present(pair, target))


def present(name: tuple[str, str], target: str) -> bool:
    """Whether the English form stands in `target`; of a state its adjective does too, as does a part of a long name."""
    german, english = name
    if _within(english, target):
        return True
    from generator.analyse import nations

    nation = nations.load().named(german)
    return nation is not None and any(
        _within(form, target) for form in (nation.english, nation.english_adjective) if form
    )


def _within(form: str, text: str) -> bool:
    return re.search(rf"(?<![^\W_]){re.escape(form)}(?![^\W_])", text.replace("’", "'"), re.IGNORECASE) is not None or (
        re.search(rf"(?<![^\W_]){re.escape(form)}s?(?:'s?)?(?![^\W_])", text.replace("’", "'")) is not None
    )


CHECK = Check(name="names", severity="error", find=find)
