"""What the command line offers beside building: each function does one command and gives the lines to print."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from generator.config import Config
from generator.errors import EngineError
from generator.model import Segment
from generator.translate import exchange, fetch, packages, review, stage, status, tmx

Progress = Callable[[int, int], None]


def model_status(config: Config) -> Iterator[str]:
    """`model status`."""
    yield from status.lines(config)


def model_fetch(config: Config, progress: Progress | None = None) -> Iterator[str]:
    """`model fetch`; `progress` gets bytes done and bytes of all."""
    package = fetch.fetch(config, progress)
    yield f"Installed {package.identity} in {package.path}"


def model_install(config: Config, file: Path) -> Iterator[str]:
    """`model install FILE`."""
    package = fetch.install(config, file)
    yield f"Installed {package.identity} in {package.path}"


def memory_export(config: Config, file: Path, format: str = "") -> Iterator[str]:
    """`memory export FILE`; without a format its suffix decides (.tmx, else XLIFF 1.2)."""
    wanted = format or ("tmx" if file.suffix == ".tmx" else "xliff")
    known = next((f for f in exchange.FORMATS if f == wanted), None)
    if known is None:
        raise EngineError(f"{wanted}: not a format. Use one of {', '.join(exchange.FORMATS)}.")
    memory = tmx.load(stage.memory_file(config))
    tmx.write_atomically(file, exchange.exported(memory, known))
    yield f"{len(memory)} units to {file}"


def memory_import(config: Config, file: Path, person: str) -> Iterator[str]:
    """`memory import FILE --person NAME`."""
    path = stage.memory_file(config)
    memory = tmx.load(path)
    entries = exchange.read(file, memory, person)
    after = memory.with_entries(entries)
    yield from exchange.changes(memory, after)
    tmx.save(after, path)
    yield f"{len(entries)} units changed by {file}"


def memory_review(config: Config, person: str, port: int = 0) -> Iterator[str]:
    """`memory review --person NAME`: serves the review page until interrupted."""
    page = review.Review(stage.memory_file(config), person, stage.sources(config))
    server = review.server_for(page, port)
    yield f"Review at http://127.0.0.1:{server.server_port}/ (stop with Ctrl-C)"
    review.run(server)


def memory_renew(config: Config, segments: Sequence[Segment], progress: Progress | None = None) -> Iterator[str]:
    """`memory renew`: translates anew what an older engine made, and shows the difference.

    Raises:
        EngineError: there is no engine.
    """
    package = packages.find(config)
    if package is None:
        raise EngineError(status.NO_ENGINE)
    memory = tmx.load(stage.memory_file(config))
    rest = memory.without_older(str(package.identity))
    units = stage.translator(config, rest).translate(segments, progress).units
    after = memory.recorded(u for u in units if u.target is not None or memory.find(u.segment.source) is None)
    yield from exchange.changes(memory, after)
    tmx.save(after, stage.memory_file(config))
    yield f"{len(memory) - len(rest)} units were of older engines; what did not change, or failed, stands as it was"
