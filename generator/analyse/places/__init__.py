"""Where things are: places nested, located, and the scene of the event."""

from generator.analyse.places.build import build

__all__ = ["build"]
