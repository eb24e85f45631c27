"""Times that an article names, resolved against its own date."""

from generator.analyse.times.find import find

__all__ = ["find"]
