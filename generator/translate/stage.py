"""The stage as the pipeline and the command line call it: finds a project's engine, memory and termbase."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from generator.config import Config
from generator.model import Problem, Segment, Translation, TranslationUnit
from generator.translate import argos, packages, termbase, tmx
from generator.translate.german import Forms
from generator.translate.memory import Memory
from generator.translate.normalise import collapse
from generator.translate.pair import Names, Sources
from generator.translate.translator import Translator

MEMORY, TERMBASE = "de-en.tmx", "termbase.csv"
LINES = 400
"""Lines read before the engine is asked, so that a pipe is answered as it is fed."""


def memory_file(config: Config) -> Path:
    """Where the translation memory lies."""
    return config.path("memory") / MEMORY


def termbase_file(config: Config) -> Path:
    """Where the terms lie."""
    return config.path("memory") / TERMBASE


def translator(config: Config, memory: Memory, engine: str = "", lexicon: Forms | None = None) -> Translator:
    """A translator with the project's termbase.

    Args:
        config: the settings.
        memory: what was translated before; empty to translate everything anew.
        engine: path of a package to use instead of the configured one.
        lexicon: the forms lexicon; read from `models/` where none is given.

    Raises:
        EngineError: the package, or the termbase, cannot be used.
    """
    if engine:
        config = replace(config, translation=replace(config.translation, package=str(Path(engine).absolute())))
    package = packages.find(config)
    factory = argos.factory(package, config.translation) if package is not None else None
    return Translator(factory, memory, sources(config, lexicon), config.translation)


def sources(config: Config, lexicon: Forms | None = None) -> Sources:
    """What knows the project's terms and the words of German; the lexicon is read from `models/` unless given.

    Raises:
        EngineError: the termbase cannot be used.
    """
    if lexicon is None and (config.path("models") / "lexicon").is_dir():
        from generator.analyse.lexicon import Lexicon  # loads the whole analysis, which most commands do without

        lexicon = Lexicon.load(config.path("models") / "lexicon")
    return Sources(termbase.load(termbase_file(config), lexicon), lexicon)


def remember(config: Config, memory: Memory, translation: Translation) -> bool:
    """Write what a run translated, and the dates of use, into the memory. Returns whether the file changed."""
    return tmx.save(memory.recorded(translation.units), memory_file(config))


def problems(translation: Translation) -> tuple[Problem, ...]:
    """A warning for every segment that stays German, with what to do about it."""
    found = []
    for unit in translation.units:
        if unit.target is not None:
            continue
        review = "" if unit.engine is None else ". Run `python -m generator memory review`"
        where = f"memory/{MEMORY}, “{_short(unit.segment.source)}”"
        found.append(
            Problem(
                check="translation", severity="warning", where=where, message=f"Stays German: {_reason(unit)}{review}."
            )
        )
    return tuple(found)


def lines(
    source: Iterable[str],
    config: Config,
    engine: str = "",
    memory: bool = True,
    names: Callable[[str], Names] = lambda line: (),
    tell: Callable[[str], None] = lambda message: None,
) -> Iterator[str]:
    """The English of each line, in order; an empty line stays empty, one without any English stays German.

    English that failed its checks is given all the same: nothing is published here, and `tell` says so.

    Args:
        source: German lines, with or without their line ends.
        config: the settings.
        engine: path of a package to use instead of the configured one.
        memory: whether the translation memory is asked first.
        names: finds the names of a line with their English forms.
        tell: gets a message for every line that failed.
    """
    known = tmx.load(memory_file(config)) if memory else Memory()
    work = translator(config, known, engine)
    stream = enumerate(source, 1)
    while portion := [(number, collapse(line)) for number, line in islice(stream, LINES)]:
        texts = dict.fromkeys(text for _, text in portion if text)
        units = work.translate([Segment(source=text, names=names(text)) for text in texts]).units
        found = {unit.segment.source: unit for unit in units}
        for number, text in portion:
            unit = found.get(text)
            if unit is not None and unit.target is None:
                tell(f"line {number}: {_reason(unit)}.")
            yield (unit.target or unit.attempt or text) if unit is not None else text


def _reason(unit: TranslationUnit) -> str:
    if unit.engine is None:
        return "no engine was there. Run `python -m generator model fetch` or `model install FILE`"
    return f"{unit.engine} failed its checks ({', '.join(unit.flags)})"


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
