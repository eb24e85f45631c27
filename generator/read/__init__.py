"""Files in `seeds/` -> Documents."""

from __future__ import annotations

from generator.read.files import Reading, read_all, read_file

__all__ = ["Reading", "read_all", "read_file"]
