"""German segments to English ones: memory, engine, terms, names and checks."""

from generator.translate.segments import segments
from generator.translate.translator import Translator

__all__ = ["Translator", "segments"]
