"""Every word is an English one, a name or a word of the German: engines that meet rare words make some up."""

from __future__ import annotations

from generator.translate.pair import Check, Complaint, Pair, complaint
from generator.translate.vocabulary import WORD, is_english


def find(pair: Pair) -> Complaint | None:
    german = {form for word in WORD.findall(pair.source.text) for form in (word, word.lower())}
    names = {part.lower() for _, english in pair.source.names for part in WORD.findall(english)}
    made_up = [word for word in dict.fromkeys(WORD.findall(pair.target)) if not _known(word, german, names)]
    return complaint([f"“{word}” is no word" for word in made_up], words=tuple(made_up))


def _known(word: str, german: set[str], names: set[str]) -> bool:
    bare = word.replace("’", "'").removesuffix("'s").removesuffix("'")
    if len(bare) < 3 or is_english(bare):
        return True
    forms = {bare, bare.lower(), bare.removesuffix("s"), bare.lower().removesuffix("s")}
    return not forms.isdisjoint(german | names)


CHECK = Check(name="invented-words", severity="error", find=find)
