"""`model fetch` and `model install` against an index on this machine that is slow, broken, wrong or good."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from generator.config import Config
from generator.errors import EngineError
from generator.translate import commands, fetch, packages

NAME = "translate-de_en-1_0.argosmodel"


class Index:
    """A package index and one package; attributes say how it behaves."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.entries: list[dict[str, object]] = []
        self.cut_after: int | None = None
        self.stall_after: int | None = None
        self.status = 200
        self.starts: list[int] = []
        self.goes_on = threading.Event()
        index = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                index.answer(self)

            def log_message(self, format: str, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/"
        self.offer(version="1.0")

    def offer(self, **metadata: object) -> None:
        version = metadata.pop("version")
        entry = {
            "package_version": version,
            "from_code": "de",
            "to_code": "en",
            "type": "translate",
            "argos_version": "1",
        }
        names = {"from_name": "German", "to_name": "English", "code": "translate-de_en"}
        self.entries.append(entry | names | {"links": [f"{self.address}de_en.argosmodel"]} | metadata)

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        if request.path == "/index.json":
            self._send(request, json.dumps(self.entries).encode(), 0)
            return
        begin = int(request.headers.get("Range", "bytes=0-")[6:-1])
        self.starts.append(begin)
        self._send(request, self.data, begin)

    def _send(self, request: BaseHTTPRequestHandler, data: bytes, begin: int) -> None:
        request.send_response(206 if begin else self.status if request.path != "/index.json" else 200)
        request.send_header("Content-Length", str(len(data) - begin))
        request.end_headers()
        file = request.path != "/index.json"
        end = len(data) if self.cut_after is None or not file else self.cut_after
        if file and self.stall_after is not None:
            request.wfile.write(data[begin : self.stall_after])
            request.wfile.flush()
            self.goes_on.wait(10)
            begin = max(begin, self.stall_after)
        request.wfile.write(data[begin:end])
        if end < len(data):
            request.connection.close()


@pytest.fixture
def index(tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Index]:
    from argostranslate import settings

    served = Index(tiny.read_bytes())
    monkeypatch.setattr(settings, "remote_package_index", f"{served.address}index.json")
    monkeypatch.setattr(settings, "local_package_index", tmp_path / "index.json")
    thread = threading.Thread(target=served.server.serve_forever, daemon=True)
    thread.start()
    yield served
    served.goes_on.set()
    served.server.shutdown()
    served.server.server_close()


def installed(tmp_path: Path) -> list[str]:
    home = tmp_path / "home" / "argos-translate" / "packages"
    return sorted(p.name for p in home.iterdir()) if home.exists() else []


def downloads(config: Config) -> list[str]:
    folder = config.root / ".cache" / "downloads"
    return sorted(p.name for p in folder.iterdir()) if folder.exists() else []


def test_a_good_file(index: Index, config: Config, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    (line,) = commands.model_fetch(config, lambda done, whole: told.append((done, whole)))
    assert line.startswith("Installed translate-de_en-1_0 1.0")
    assert installed(tmp_path) == ["translate-de_en-1_0"]
    assert told[-1] == (len(index.data), len(index.data))
    assert packages.find(config) is not None
    kept = (config.path("models") / "packages.sha256").read_text()
    assert kept.split() == [packages.hashlib.sha256(index.data).hexdigest(), NAME]
    assert downloads(config) == []


def test_the_newest_german_to_english_package_is_offered(index: Index) -> None:
    index.offer(version="1.10")
    index.offer(version="1.9")
    index.offer(version="2.0", from_code="fr")
    index.offer(version="3.0", links=[])
    assert fetch.offered().version == "1.10"


def test_a_file_cut_short_is_continued(index: Index, config: Config, tmp_path: Path) -> None:
    index.cut_after = 70_000
    with pytest.raises(EngineError, match=r"cannot be downloaded.*What has come is kept: run `model fetch` again"):
        fetch.fetch(config)
    assert installed(tmp_path) == []
    assert downloads(config) == [f"{NAME}.part"]
    index.cut_after = None
    fetch.fetch(config)
    assert index.starts[0] == 0
    assert 0 < index.starts[-1] <= 70_000
    assert installed(tmp_path) == ["translate-de_en-1_0"]


def test_a_server_that_stalls_is_given_up_and_continued(
    index: Index, config: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch, "TIMEOUT", 0.3)
    index.stall_after = 70_000
    with pytest.raises(EngineError, match="What has come is kept"):
        fetch.fetch(config)
    index.stall_after = None
    fetch.fetch(config)
    assert index.starts[-1] > 0
    assert installed(tmp_path) == ["translate-de_en-1_0"]


def test_a_second_link_is_tried(index: Index, config: Config, tmp_path: Path) -> None:
    index.entries[0]["links"] = ["ipfs://somewhere", "http://127.0.0.1:1/x", f"{index.address}de_en.argosmodel"]
    fetch.fetch(config)
    assert installed(tmp_path) == ["translate-de_en-1_0"]


def test_another_hash_than_the_first_time(index: Index, config: Config, tmp_path: Path) -> None:
    fetch.fetch(config)
    before = (config.path("models") / "packages.sha256").read_text()
    index.data += b"changed"
    with pytest.raises(EngineError, match=rf"{NAME}: its SHA-256 is .*thrown away.*delete its line there"):
        fetch.fetch(config)
    assert (config.path("models") / "packages.sha256").read_text() == before
    assert installed(tmp_path) == ["translate-de_en-1_0"]
    assert downloads(config) == []


@pytest.mark.parametrize("data", [b"<html>Not found</html>", b""])
def test_what_is_no_package_leaves_nothing_behind(index: Index, config: Config, tmp_path: Path, data: bytes) -> None:
    good, index.data = index.data, data
    with pytest.raises(EngineError, match="not an Argos Translate package"):
        fetch.fetch(config)
    assert (installed(tmp_path), downloads(config)) == ([], [])
    index.data = good
    fetch.fetch(config)
    assert installed(tmp_path) == ["translate-de_en-1_0"]


def test_a_damaged_package_is_not_remembered_as_the_right_one(index: Index, config: Config, tmp_path: Path) -> None:
    good = index.data
    middle = good.index(b"model.bin") + 200
    index.data = good[:middle] + bytes(50) + good[middle + 50 :]
    with pytest.raises(EngineError, match="damaged"):
        fetch.fetch(config)
    index.data = good
    fetch.fetch(config)
    assert installed(tmp_path) == ["translate-de_en-1_0"]


def test_no_network(index: Index, config: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from argostranslate import settings

    monkeypatch.setattr(settings, "remote_package_index", "http://127.0.0.1:1/index.json")
    with pytest.raises(EngineError, match=r"index cannot be reached.*model install FILE"):
        fetch.fetch(config)
    (tmp_path / "index.json").write_text("[]")
    with pytest.raises(EngineError, match="index cannot be reached"):
        fetch.fetch(config)


def test_the_file_is_gone(index: Index, config: Config) -> None:
    index.status = 404
    with pytest.raises(EngineError, match="cannot be downloaded"):
        fetch.fetch(config)


def test_an_index_without_the_pair(index: Index, config: Config) -> None:
    index.entries.clear()
    with pytest.raises(EngineError, match="has no German to English package"):
        fetch.fetch(config)


def test_an_index_that_is_none(index: Index, config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    from argostranslate import settings

    monkeypatch.setattr(settings, "remote_package_index", f"{index.address}de_en.argosmodel")
    with pytest.raises(EngineError, match="not a package index"):
        fetch.fetch(config)


def test_install_a_file(config: Config, tiny: Path, tmp_path: Path) -> None:
    (line,) = commands.model_install(config, tiny)
    assert line.startswith("Installed translate-de_en-1_0 1.0")
    (line,) = commands.model_install(config, tiny)
    assert installed(tmp_path) == ["translate-de_en-1_0"]
    found = packages.find(config)
    assert found is not None
    assert found.identity.sha256 == packages.open_package(tiny, tmp_path / "other").identity.sha256


def test_install_refuses_what_does_not_load(config: Config, tiny: Path, tmp_path: Path) -> None:
    folder = config.root / "x"
    packages.extract(tiny, folder)
    (folder / "model" / "model.bin").write_bytes(b"no model")
    broken = tmp_path / "broken.argosmodel"
    with packages.zipfile.ZipFile(broken, "w") as archive:
        for file in folder.rglob("*"):
            archive.write(file, file.relative_to(config.root))
    with pytest.raises(EngineError, match="the model cannot be loaded"):
        list(commands.model_install(config, broken))
    assert installed(tmp_path) == []


def test_install_a_file_that_is_not_there(config: Config) -> None:
    with pytest.raises(EngineError, match=r"gone\.argosmodel: there is no such file"):
        list(commands.model_install(config, Path("gone.argosmodel")))
