"""The review page: on this machine only, hostile text stays text, each decision is in the memory at once."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from generator.translate import review, tmx
from generator.translate.memory import Entry, Memory
from generator.translate.pair import Sources
from generator.translate.review import Review
from generator.translate.termbase import Termbase

ORIGIN = "fake 1.0 0123456789ab"
FAILED = Entry(
    source="Es waren 15 Tote.",
    target=None,
    state="machine",
    origin=ORIGIN,
    flags=("names",),
    attempt="There were 51 dead.",
)
MACHINE = Entry(source="Guten Tag.", target="Good day.", state="machine", origin=ORIGIN)
DOUBTFUL = Entry(source="Zwei Männer kamen.", target="Three men came.", state="machine", origin=ORIGIN)
REVIEWED = Entry(source="Guten Tag!", target="Good day!", state="reviewed", origin="Anna Blau")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "de-en.tmx"
    tmx.save(Memory([FAILED, MACHINE, DOUBTFUL, REVIEWED]), path)
    return path


@pytest.fixture
def page(path: Path) -> Review:
    return Review(path, "Karin Berger", Sources(Termbase(())))


@pytest.fixture
def address(page: Review) -> Iterator[str]:
    server = review.server_for(page, 0)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def item(entry: Entry) -> str:
    return review.item_id(entry)


def test_failures_are_shown_with_their_reasons(page: Review) -> None:
    html = page.page()
    assert "Es waren 15 Tote." in html
    assert "There were 51 dead." in html
    assert "numbers: 15 is missing; 51 is not in the German" in html
    assert "names: failed when it was made" in html
    assert "Guten Tag." not in html


def test_the_states_are_counted_and_can_be_looked_at(page: Review) -> None:
    counts = dict(re.findall(r"(\w+) \((\d+)\)</a>", page.page()))
    assert counts == {"failed": "1", "doubtful": "1", "machine": "2", "reviewed": "1", "rejected": "0"}
    assert "Three men came." in page.page("doubtful")
    assert "Good day!" in page.page("reviewed")
    assert "Nothing here." in page.page("rejected")
    assert "Nothing here." in page.page("no such state")


def test_near_matches_are_shown(page: Review) -> None:
    html = page.page("machine")
    assert "per cent alike" in html
    assert "Good day!" in html


def test_pages(path: Path) -> None:
    tmx.save(Memory(Entry(source=f"Satz {n:03}.", target="x", state="machine", origin=ORIGIN) for n in range(60)), path)
    page = Review(path, "Karin Berger", Sources(Termbase(())))
    assert page.page("machine").count("<article") == review.PAGE
    assert "page=1" in page.page("machine")
    assert page.page("machine", 2).count("<article") == 10
    assert "page=" not in page.page("machine", 2)
    assert page.page("machine", 99).count("<article") == 0


def test_a_wording_is_saved_as_reviewed(page: Review, path: Path) -> None:
    told = page.decide(item(FAILED), "accept", " Fifteen people\r\n died. ", "plainer")
    assert told == "Saved: Es waren 15 Tote."
    entry = tmx.load(path).find(FAILED.source)
    assert entry is not None
    assert (entry.target, entry.state, entry.origin) == ("Fifteen people died.", "reviewed", "Karin Berger")
    assert (entry.note, entry.flags, entry.attempt) == ("plainer", (), "")


def test_a_wording_is_rejected(page: Review, path: Path) -> None:
    page.decide(item(MACHINE), "reject", "")
    memory = tmx.load(path)
    assert memory.find(MACHINE.source) == REVIEWED or memory.find(MACHINE.source) is None
    assert memory.rejected(MACHINE.source) == {"Good day."}


@pytest.mark.parametrize(("action", "target"), [("accept", "  "), ("delete", "x"), ("", "x")])
def test_what_is_no_decision(page: Review, path: Path, action: str, target: str) -> None:
    before = path.read_bytes()
    with pytest.raises(ValueError, match="Write the English"):
        page.decide(item(FAILED), action, target)
    assert path.read_bytes() == before


def test_an_entry_that_changed_meanwhile(page: Review, path: Path) -> None:
    tmx.save(Memory([]), path)
    with pytest.raises(KeyError):
        page.decide(item(MACHINE), "accept", "x")


def test_hostile_text_stays_text(path: Path) -> None:
    nasty = "<script>alert(1)</script>\"'{{ 7*7 }}</textarea>"
    tmx.save(Memory([Entry(source=nasty, target=nasty, state="machine", origin=nasty, note=nasty)]), path)
    html = Review(path, "Karin Berger", Sources(Termbase(()))).page("machine", done=nasty)
    assert "<script>" not in html
    assert html.count("</textarea>") == 2
    assert "49" not in html


def test_over_the_wire(page: Review, address: str, path: Path) -> None:
    answer = requests.get(address, timeout=5)
    assert answer.status_code == 200
    assert "Es waren 15 Tote." in answer.text
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    form = {"token": page.token, "id": item(FAILED), "action": "accept", "target": "Fifteen died — “so” ü."}
    answer = requests.post(address, data=form, timeout=5)
    assert "Saved: Es waren 15 Tote." in answer.text
    entry = tmx.load(path).find(FAILED.source)
    assert entry is not None
    assert entry.target == "Fifteen died — “so” ü."


def test_what_cannot_be_done_is_told(page: Review, address: str) -> None:
    form = {"token": page.token, "id": item(FAILED), "action": "accept", "target": ""}
    assert "Write the English before you save it." in requests.post(address, data=form, timeout=5).text
    form["id"] = "gone"
    assert "has changed meanwhile" in requests.post(address, data=form, timeout=5).text


@pytest.mark.parametrize("token", ["", "guess", "ü"])
def test_another_pages_form_is_refused(address: str, path: Path, token: str) -> None:
    before = path.read_bytes()
    form = {"token": token, "id": item(FAILED), "action": "accept", "target": "x"}
    assert requests.post(address, data=form, timeout=5).status_code == 403
    assert path.read_bytes() == before


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example:80", ""])
def test_another_host_is_refused(page: Review, address: str, path: Path, host: str) -> None:
    before = path.read_bytes()
    assert requests.get(address, headers={"Host": host}, timeout=5).status_code == 404
    form = {"token": page.token, "id": item(FAILED), "action": "accept", "target": "x"}
    assert requests.post(address, data=form, headers={"Host": host}, timeout=5).status_code == 403
    assert path.read_bytes() == before


@pytest.mark.parametrize("length", ["-1", "many", str(1 << 30)])
def test_a_form_of_impossible_length_is_refused(address: str, length: str) -> None:
    assert requests.post(address, data=b"", headers={"Content-Length": length}, timeout=5).status_code == 403


def test_other_paths_are_not_served(address: str) -> None:
    assert requests.get(f"{address}../../etc/passwd", timeout=5).status_code == 404
    assert requests.get(f"{address}?show=machine&page=x", timeout=5).status_code == 200


def test_a_memory_that_broke_meanwhile_is_told(page: Review, address: str, path: Path) -> None:
    path.write_text("<<<<<<<", encoding="utf-8")
    answer = requests.get(address, timeout=5)
    assert answer.status_code == 500
    assert "line 1: not well-formed" in answer.text
    form = {"token": page.token, "id": item(FAILED), "action": "accept", "target": "x"}
    assert requests.post(address, data=form, timeout=5).status_code == 500


def test_it_listens_on_this_machine_only(page: Review) -> None:
    server = review.server_for(page, 0)
    assert server.server_address[0] == "127.0.0.1"
    server.server_close()
