"""The command line: `python -m generator build | analyse | translate | check | model | memory`."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from generator import pipeline, read
from generator.analyse import Analyser
from generator.analyse.serialise import analyse_json
from generator.config import Config, load
from generator.errors import GeneratorError, SourceError
from generator.model import Document, Problem
from generator.progress import Progress
from generator.translate import commands, segments, stage
from generator.translate.segments import Names

DONE, PROBLEMS, UNUSABLE, INTERRUPTED = 0, 1, 2, 130
"""Exit statuses."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Returns the exit status: 0 done, 1 problems found, 2 unusable input or arguments."""
    options = _parser().parse_args(arguments)
    try:
        status: int = options.command(options, load(options.config))
        sys.stdout.flush()
    except GeneratorError as error:
        print(error, file=sys.stderr)
        return UNUSABLE
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def _build(options: argparse.Namespace, config: Config) -> int:
    outcome = pipeline.build(config, sys.stderr)
    _tell(outcome.problems)
    print(pipeline.summary(outcome))
    if outcome.failed:
        print("Nothing was written; the pages of the last run stand.", file=sys.stderr)
    return PROBLEMS if outcome.failed else DONE


def _check(options: argparse.Namespace, config: Config) -> int:
    outcome = pipeline.run(config, sys.stderr)
    _tell(outcome.problems)
    print(f"{len(outcome.problems)} problems in {len(outcome.briefings)} briefings")
    return PROBLEMS if outcome.problems else DONE


def _analyse(options: argparse.Namespace, config: Config) -> int:
    analyser = Analyser(config.path("models"))
    status = DONE
    for path in options.files:
        try:
            analysis = analyser.analyse(read.read_file(path))
        except SourceError as error:
            print(error, file=sys.stderr)
            status = UNUSABLE
            continue
        print(json.dumps(analyse_json(path, analysis), ensure_ascii=False))
    return status


def _translate(options: argparse.Namespace, config: Config) -> int:
    analyser = Analyser(config.path("models"))

    def names(line: str) -> tuple[tuple[str, str], ...]:
        return Names.of_analysis(analyser.analyse(Document(id="line", text=line))).within(line)

    def tell(message: str) -> None:
        print(message, file=sys.stderr)

    for line in stage.lines(_lines(), config, options.engine, options.memory, names, tell):
        print(line)
    return DONE


def _lines() -> Iterator[str]:
    for number, line in enumerate(sys.stdin.buffer, 1):
        try:
            yield line.decode("utf-8")
        except UnicodeDecodeError as error:
            raise SourceError(f"standard input, line {number}: is no UTF-8. Convert it with iconv.") from error


def _say(work: Callable[[argparse.Namespace, Config], Iterable[str]]) -> Callable[[argparse.Namespace, Config], int]:
    def command(options: argparse.Namespace, config: Config) -> int:
        for line in work(options, config):
            print(line, flush=True)
        return DONE

    return command


def _fetch(options: argparse.Namespace, config: Config) -> Iterable[str]:
    progress = Progress(sys.stderr)
    return commands.model_fetch(config, lambda done, total: progress.show("Fetching, bytes", done, total))


def _renew(options: argparse.Namespace, config: Config) -> Iterable[str]:
    progress = Progress(sys.stderr)
    wanted = segments(pipeline.run(config, sys.stderr).briefings)
    return commands.memory_renew(config, wanted, lambda done, total: progress.show("Translating", done, total))


def _tell(problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        print(f"{problem.severity} [{problem.check}] {problem.where}: {problem.message}", file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m generator", description="German articles to a bilingual site.")
    parser.add_argument("--config", type=Path, default=Path("generator.yml"), help="default: generator.yml here")
    top = parser.add_subparsers(required=True, metavar="COMMAND")

    build = top.add_parser("build", help="read the articles, write the pages")
    build.set_defaults(command=_build)

    analyse = top.add_parser("analyse", help="what is read in articles, one line of JSON a file")
    analyse.add_argument("--json", action="store_true", required=True, help="the form of the output")
    analyse.add_argument("files", nargs="+", type=Path, metavar="FILE")
    analyse.set_defaults(command=_analyse)

    translate = top.add_parser("translate", help="German lines in, English lines out")
    translate.add_argument("--engine", default="", help="path of a package to use")
    translate.add_argument("--no-memory", dest="memory", action="store_false", help="translate everything anew")
    translate.set_defaults(command=_translate)

    top.add_parser("check", help="list every problem, write nothing").set_defaults(command=_check)

    model = top.add_parser("model", help="the translation package").add_subparsers(required=True, metavar="WHAT")
    model.add_parser("status").set_defaults(command=_say(lambda o, c: commands.model_status(c)))
    model.add_parser("fetch", help="from the Argos index").set_defaults(command=_say(_fetch))
    install = model.add_parser("install")
    install.add_argument("file", type=Path, metavar="FILE")
    install.set_defaults(command=_say(lambda o, c: commands.model_install(c, o.file)))

    memory = top.add_parser("memory", help="the translation memory").add_subparsers(required=True, metavar="WHAT")
    export = memory.add_parser("export", help="as TMX or XLIFF")
    export.add_argument("file", type=Path, metavar="FILE")
    export.add_argument("--format", default="", help="tmx, xliff or xliff2; default: by the file's name")
    export.set_defaults(command=_say(lambda o, c: commands.memory_export(c, o.file, o.format)))
    import_ = memory.add_parser("import", help="reviewed units from TMX or XLIFF")
    import_.add_argument("file", type=Path, metavar="FILE")
    import_.add_argument("--person", required=True, help="who reviewed them")
    import_.set_defaults(command=_say(lambda o, c: commands.memory_import(c, o.file, o.person)))
    review = memory.add_parser("review", help="a local page to correct translations")
    review.add_argument("--person", required=True, help="who reviews")
    review.add_argument("--port", type=int, default=0, help="default: any free one")
    review.set_defaults(command=_say(lambda o, c: commands.memory_review(c, o.person, o.port)))
    memory.add_parser("renew", help="translate anew what older engines made").set_defaults(command=_say(_renew))
    return parser


if __name__ == "__main__":
    sys.exit(main())
