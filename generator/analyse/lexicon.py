"""Forms of German words with their lemmas and grammar, from a file that is mapped into memory.

The forms lie in a marisa trie (Yata 2011) that numbers them; a form's number leads to its class, and a class says how
its lemmas are made from the form and which tags they carry. `training/lexicon/build.py` writes the folder.
"""

from __future__ import annotations

import mmap
from dataclasses import dataclass
from pathlib import Path

import marisa_trie

from generator.errors import GeneratorError

FORMS, NUMBERS, CLASSES, TAGS = "forms.marisa", "numbers.bin", "classes.txt", "tags.txt"
SHORTEST_TAIL, LONGEST_TAIL = 4, 14
"""Letters of the last part of a compound."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to read a form."""

    lemma: str
    tag: str
    """As in the LanguageTool dictionary: `VER:3:SIN:KJ1:SFT`, `SUB:GEN:SIN:MAS`, `EIG:NOM:SIN:NEU:STD`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """How a lemma comes from its form, and the tags that it has there."""

    cut: int
    """Letters to take from the form's end."""
    ending: str
    """What to put in their place."""
    swap: bool
    """Whether the first letter changes between upper and lower case."""
    tags: tuple[str, ...]

    def lemma(self, form: str) -> str:
        """The lemma of `form`."""
        stem = form[: len(form) - self.cut]
        return (stem[:1].swapcase() + stem[1:] if self.swap else stem) + self.ending


class Lexicon:
    """German forms; looking one up takes microseconds, opening the files milliseconds."""

    def __init__(self, forms: marisa_trie.Trie, numbers: memoryview, classes: list[str], tags: list[str]) -> None:
        """`load` is the usual way."""
        self._forms = forms
        self._numbers = numbers
        self._classes = classes
        self._tags = tags
        self._patterns: dict[int, tuple[Pattern, ...]] = {}

    @classmethod
    def load(cls, path: Path) -> Lexicon:
        """Open the lexicon in folder `path`.

        Raises:
            GeneratorError: a file is missing or broken.
        """
        try:
            with (path / NUMBERS).open("rb") as file:
                numbers = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)).cast("H")
            classes = (path / CLASSES).read_text(encoding="utf-8").splitlines()
            tags = (path / TAGS).read_text(encoding="utf-8").splitlines()
            forms = marisa_trie.Trie().mmap(str(path / FORMS))
        except (OSError, ValueError, RuntimeError) as error:
            raise GeneratorError(
                f"{path}: the lexicon of German forms cannot be opened ({error}); "
                f"take the folder from the repository again or run training/lexicon/build.py"
            ) from error
        if len(forms) != len(numbers):
            raise GeneratorError(f"{path}: {FORMS} and {NUMBERS} are not of one build; run training/lexicon/build.py")
        return cls(forms, numbers, classes, tags)

    def __contains__(self, form: str) -> bool:
        return form in self._forms

    def number(self, form: str) -> int | None:
        """The class of a form, equal for all forms with the same tags and the same way to the lemma; None: unknown."""
        key = self._forms.get(form)
        return None if key is None else self._numbers[key]

    def patterns(self, number: int) -> tuple[Pattern, ...]:
        """What class `number` says."""
        found = self._patterns.get(number)
        if found is None:
            found = self._patterns[number] = tuple(self._pattern(part) for part in self._classes[number].split("\t"))
        return found

    def readings(self, form: str) -> tuple[Reading, ...]:
        """Every reading of `form`, spelled exactly so; empty where it is unknown."""
        number = self.number(form)
        if number is None:
            return ()
        return tuple(
            Reading(lemma=lemma, tag=tag)
            for pattern in self.patterns(number)
            for lemma in (pattern.lemma(form),)
            for tag in pattern.tags
        )

    def tags(self, form: str) -> tuple[str, ...]:
        """The tags of `form` without its lemmas."""
        number = self.number(form)
        return () if number is None else tuple(tag for pattern in self.patterns(number) for tag in pattern.tags)

    def has(self, form: str, *prefixes: str) -> bool:
        """Whether a tag of `form` begins with one of `prefixes`: `has("Berge", "SUB", "EIG")`."""
        return any(tag.startswith(prefixes) for tag in self.tags(form))

    def lemmas(self, form: str, prefix: str = "") -> tuple[str, ...]:
        """The lemmas of `form` under tags that begin with `prefix`, each once: `lemmas("sagte", "VER")`."""
        return tuple(dict.fromkeys(r.lemma for r in self.readings(form) if r.tag.startswith(prefix)))

    def common(self, form: str) -> bool:
        """Whether `form` is a German word and no proper name: one of the lexicon, or a compound that ends in a noun."""
        tags = self.tags(form) or (() if form.isupper() else self.tags(form.lower()))
        if tags:
            return not any(tag.startswith("EIG") for tag in tags)
        return self.tail(form) is not None

    def tail(self, form: str) -> str | None:
        """The longest noun that closes a compound the lexicon lacks: "Industrie" of "Munitionsindustrie"."""
        if not form[:1].isupper() or not form.isalpha() or len(form) < SHORTEST_TAIL + 3:
            return None
        sizes = range(min(len(form) - 3, LONGEST_TAIL), SHORTEST_TAIL - 1, -1)
        return next((tail for n in sizes if self.has(tail := form[-n:].capitalize(), "SUB")), None)

    def is_konjunktiv(self, form: str) -> bool:
        """Whether `form`, read as third person, is Konjunktiv I or II and no indicative: "sei", "habe", not "sagte"."""
        third = [parts for tag in self.tags(form) if "3" in (parts := tag.split(":")) and parts[0] == "VER"]
        return any({"KJ1", "KJ2"} & set(parts) for parts in third) and not any(
            {"PRÄ", "PRT"} & set(parts) for parts in third
        )

    def _pattern(self, line: str) -> Pattern:
        cut, ending, swap, tags = line.split(" ")
        return Pattern(cut=int(cut), ending=ending, swap=swap == "~", tags=tuple(self._tags[int(tags)].split(" ")))
