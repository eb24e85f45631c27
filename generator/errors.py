"""What can go wrong in a way that a person can mend."""

from __future__ import annotations


class GeneratorError(Exception):
    """Unusable input or arguments: the command line prints it and ends with status 2.

    The message names the file, the place and the mend.
    """


class ConfigError(GeneratorError):
    """`generator.yml`, a sidecar or a corrections file cannot be used."""


class SourceError(GeneratorError):
    """An article cannot be read."""


class EngineError(GeneratorError):
    """A translation package or the memory cannot be used."""


class PublishError(GeneratorError):
    """The pages could not be written; those from the last run stand as they were."""
