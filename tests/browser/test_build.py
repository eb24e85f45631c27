"""The built site as files."""

import json
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit


class Links(HTMLParser):
    """Addresses and anchors of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            if name in ("href", "src") and value:
                self.links.append(value)


def test_every_link_leads_somewhere(folder: Path) -> None:
    pages = {path.relative_to(folder).as_posix(): Links(path.read_text("utf-8")) for path in folder.rglob("*.html")}
    broken = []
    for name, page in pages.items():
        for link in page.links:
            target = urlsplit(urljoin(f"http://site/{name}", link))
            if target.netloc != "site":
                continue
            path = unquote(target.path).lstrip("/")
            path += "index.html" if path == "" or path.endswith("/") else ""
            there = (folder / path).is_file()
            anchor = unquote(target.fragment)
            if not there or (anchor and path in pages and anchor not in pages[path].ids | {"__skip", "__search"}):
                broken.append((name, link))
    assert broken == []


def test_each_language_has_its_own_search_index(folder: Path) -> None:
    for code, root in (("de", folder), ("en", folder / "en")):
        index = json.loads((root / "search" / "search_index.json").read_text("utf-8"))
        assert index["config"]["lang"] == [code]
        assert any(entry["location"].startswith("briefings/") for entry in index["docs"])
        assert not any(entry["location"].startswith("en/") for entry in index["docs"])
    assert (folder / "assets/javascripts/lunr/min/lunr.de.min.js").is_file()


def test_nothing_is_loaded_from_another_host(folder: Path) -> None:
    for path in folder.rglob("*.html"):
        html = path.read_text("utf-8")
        assert "fonts.googleapis" not in html and "unpkg.com" not in html, path
