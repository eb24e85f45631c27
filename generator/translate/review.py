"""A page on this machine alone, on which a maintainer reads what the engine made and sets it right in the memory."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from threading import Lock
from urllib.parse import parse_qs, urlsplit

from jinja2 import Environment

from generator.errors import EngineError
from generator.translate import checks, exchange, tmx
from generator.translate.memory import Entry, Memory
from generator.translate.pair import Finding, Pair, Sources

PAGE = 25
"""Entries on one page."""
SHOWN = ("failed", "doubtful", "machine", "reviewed", "rejected")
"""What can be looked at: failures, lines with a warning, all that an engine made, a person's, those turned down."""
LONGEST_FORM = 1 << 20
"""Bytes of a form that are read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An entry as the page shows it."""

    id: str
    entry: Entry
    findings: tuple[Finding, ...]
    near: tuple[tuple[float, Entry], ...]


class Review:
    """The memory under review; every decision is written at once.

    Args:
        path: the memory's file.
        person: becomes the origin of what is decided.
        sources: knows the terms and words that are checked.
    """

    def __init__(self, path: Path, person: str, sources: Sources) -> None:
        self.token = secrets.token_urlsafe(16)
        """Every form must carry it: another page open in the same browser cannot."""
        self._path, self._person, self._sources = path, person, sources
        self._lock = Lock()
        self._template = Environment(autoescape=True).from_string(
            files("generator.translate").joinpath("review.html.j2").read_text(encoding="utf-8")
        )

    def page(self, show: str = "failed", number: int = 0, done: str = "") -> str:
        """The page as HTML.

        Args:
            show: one of `SHOWN`.
            number: of the page, counted from 0.
            done: what was just decided, to be told on top.
        """
        memory = tmx.load(self._path)
        by_state = {name: [e for e in memory if self._belongs(e, name)] for name in SHOWN}
        wanted = by_state.get(show, [])
        part = wanted[number * PAGE : (number + 1) * PAGE]
        return self._template.render(
            entries=[self._item(entry, memory) for entry in part],
            counts=[(name, len(by_state[name])) for name in SHOWN],
            show=show,
            next=number + 1 if len(wanted) > (number + 1) * PAGE else 0,
            token=self.token,
            done=done,
        )

    def decide(self, id: str, action: str, target: str, note: str = "") -> str:
        """Write a decision into the memory and say what was done.

        Args:
            id: of the item.
            action: `accept` or `reject`.
            target: the maintainer's English.
            note: beside it.

        Raises:
            KeyError: the memory has no such entry any more.
            ValueError: an acceptance without English, or another action.
        """
        with self._lock:
            memory = tmx.load(self._path)
            entry = next((e for e in memory if item_id(e) == id), None)
            if entry is None:
                raise KeyError(id)
            wording, beside = " ".join(target.split()), " ".join(note.split())
            if action == "accept" and wording:
                decided = replace(
                    entry, target=wording, state="reviewed", origin=self._person, flags=(), attempt="", note=beside
                )
            elif action == "reject" and entry.target is not None:
                decided = replace(entry, state="rejected", origin=self._person, note=beside)
                memory = Memory(e for e in memory if e != entry)
            else:
                raise ValueError("Write the English before you save it.")
            tmx.save(memory.with_entry(decided), self._path)
        return f"{'Saved' if action == 'accept' else 'Rejected'}: {entry.source}"

    def _belongs(self, entry: Entry, show: str) -> bool:
        failed = entry.target is None
        if show == "failed":
            return failed
        if show == "doubtful":
            return not failed and entry.state == "machine" and bool(self._findings(entry))
        return not failed and entry.state == show

    def _item(self, entry: Entry, memory: Memory) -> Item:
        near = exchange.near(entry.source, memory) if entry.state != "reviewed" else ()
        return Item(id=item_id(entry), entry=entry, findings=self._findings(entry), near=near)

    def _findings(self, entry: Entry) -> tuple[Finding, ...]:
        found = checks.run(Pair(source=self._sources.of(entry.source), target=entry.target or entry.attempt))
        told = {f.check for f in found}
        kept = (
            Finding(check=c, severity="error", message="failed when it was made") for c in entry.flags if c not in told
        )
        return (*found, *kept)


def item_id(entry: Entry) -> str:
    """A short name for an entry, the same as long as its source and English are."""
    return hashlib.sha256(f"{entry.source}\0{entry.target}\0{entry.state}".encode()).hexdigest()[:16]


def run(server: ThreadingHTTPServer) -> None:
    """Answer until interrupted."""
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        server.server_close()


def _decided(review: Review, form: dict[str, str]) -> str:
    """What became of a form, to be told."""
    try:
        return review.decide(form.get("id", ""), form.get("action", ""), form.get("target", ""), form.get("note", ""))
    except KeyError:
        return "That entry has changed meanwhile. Look at it again."
    except ValueError as error:
        return str(error)


def server_for(review: Review, port: int) -> ThreadingHTTPServer:
    """The server, not yet running; it listens on this machine only."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            query = parse_qs(urlsplit(self.path).query)
            if not self._is_local() or urlsplit(self.path).path != "/":
                return self._answer(HTTPStatus.NOT_FOUND, "Not here.")
            number = query.get("page", ["0"])[0]
            show = query.get("show", ["failed"])[0]
            return self._show(lambda: review.page(show, int(number) if number.isdecimal() else 0))

        def do_POST(self) -> None:
            length = self.headers.get("Content-Length", "")
            if not self._is_local() or not length.isdecimal() or int(length) > LONGEST_FORM:
                return self._answer(HTTPStatus.FORBIDDEN, "Refused.")
            form = {k: v[0] for k, v in parse_qs(self.rfile.read(int(length)).decode("utf-8", "replace")).items()}
            if not secrets.compare_digest(form.get("token", "").encode(), review.token.encode()):
                return self._answer(HTTPStatus.FORBIDDEN, "Refused: load the page again.")
            return self._show(lambda: review.page(form.get("show", "failed"), 0, _decided(review, form)))

        def log_message(self, format: str, *args: object) -> None:
            """Nothing is logged."""

        def _is_local(self) -> bool:
            return (self.headers.get("Host") or "").rpartition(":")[0] in ("127.0.0.1", "localhost")

        def _show(self, page: Callable[[], str]) -> None:
            try:
                self._answer(HTTPStatus.OK, page())
            except EngineError as error:
                self._answer(HTTPStatus.INTERNAL_SERVER_ERROR, escape(str(error)))

        def _answer(self, status: HTTPStatus, page: str) -> None:
            data = page.encode()
            self.send_response(status)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(data)))
            self.send_header("Cache-Control", "no-store")
            self.send_header(
                "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'"
            )
            self.end_headers()
            self.wfile.write(data)

    return ThreadingHTTPServer(("127.0.0.1", port), Handler)
