"""The published site as a reader meets it, at both widths."""

import json
import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site

pytestmark = pytest.mark.browser

CODES = ("de", "en")


def briefing(site: Site) -> dict:
    """The data of the first briefing that quotes somebody."""
    folder = site.folder / "api" / "v1"
    listed = json.loads((folder / "index.json").read_text(encoding="utf-8"))["briefings"]
    loaded = [json.loads((folder / entry["file"]).read_text(encoding="utf-8")) for entry in listed]
    return next(data for data in loaded if data["statements"])


def root(site: Site, code: str) -> str:
    return site.address + ("/" if code == "de" else "/en/")


def address(site: Site, code: str) -> str:
    return f"{root(site, code)}briefings/{briefing(site)['id']}/"


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))


@pytest.mark.parametrize("code", CODES)
def test_home_leads_to_the_briefing(page: Page, site: Site, code: str) -> None:
    data = briefing(site)
    page.goto(root(site, code))
    assert page.locator("html").get_attribute("lang") == code
    link = page.get_by_role("link", name=data["title"][code] or data["title"]["de"], exact=True)
    assert fits(page)
    link.click()
    expect(page).to_have_url(address(site, code))
    expect(page.locator("h1")).to_contain_text((data["title"][code] or data["title"]["de"])[:20])


@pytest.mark.parametrize("code", CODES)
def test_home_is_narrowed_by_the_filter(page: Page, site: Site, code: str) -> None:
    page.goto(root(site, code))
    rows = page.locator(".lb-briefings > li")
    page.locator("#lb-filter").fill("qqqxyz")
    expect(rows.locator("visible=true")).to_have_count(0)
    expect(page.get_by_role("status")).to_be_visible()
    page.locator("#lb-filter").fill(briefing(site)["participants"][0]["name"][code])
    expect(rows.locator("visible=true")).not_to_have_count(0)


@pytest.mark.parametrize("code", CODES)
def test_briefing_has_its_sections_in_order(page: Page, site: Site, code: str) -> None:
    page.goto(address(site, code))
    assert fits(page)
    order = ["summary", "facts", "participants", "location", "statements", "open-questions", "differences"]
    order += ["timeline", "matrix", "changes", "sources"]
    found = page.locator(".md-content h2[id]").evaluate_all("all => all.map((h) => h.id)")
    assert found == [id for id in order if id in found]
    assert {"facts", "participants", "statements", "sources"} <= set(found)
    sources = briefing(site)["sources"]
    expect(page.locator(".lb-sources > li")).to_have_count(len(sources))
    targets = page.locator(".lb-ref").evaluate_all("all => all.map((a) => a.hash)")
    assert all(page.locator(target).count() == 1 for target in set(targets))


@pytest.mark.parametrize("code", CODES)
def test_the_switch_stays_on_page_and_section(page: Page, site: Site, code: str) -> None:
    other = "en" if code == "de" else "de"
    page.goto(address(site, code) + "#statements")
    page.wait_for_function("scrollY > 0")
    page.locator(".lb-language").click()
    page.wait_for_url(re.compile(re.escape(address(site, other)) + "#.+"))
    assert page.locator("html").get_attribute("lang") == other
    expect(page.locator("h2#statements")).to_be_in_viewport()


@pytest.mark.parametrize("code", CODES)
def test_a_search_finds_the_briefing(page: Page, site: Site, code: str) -> None:
    data = briefing(site)
    page.goto(f"{root(site, code)}about/")
    opener = page.locator(".lb-search")
    if opener.is_visible():
        opener.click()
    else:
        page.locator(".md-search__input").click()
    page.locator(".md-search__input").press_sequentially(data["participants"][0]["name"][code])
    result = page.locator(f'.md-search-result__link[href*="/briefings/{data["id"]}/"]').first
    expect(result).to_be_visible()
    result.click()
    page.wait_for_url(re.compile(re.escape(address(site, code))))


def test_the_original_is_shown_on_demand(page: Page, site: Site) -> None:
    translated = (s for s in briefing(site)["statements"] if s["text"]["en"])
    statement = next(s for s in translated if s["translation"]["origin"] in ("memory", "engine"))
    page.goto(address(site, "en"))
    row = page.locator(f"[id='{statement['id']}']")
    proof = row.locator(".lb-evidence q").first
    expect(proof).to_be_hidden()
    row.locator("summary").first.click()
    expect(proof).to_be_visible()
    assert proof.get_attribute("lang") == "de"
    shown = " ".join(row.locator(".lb-evidence").inner_text().split())
    assert " ".join(statement["reports"][0]["text"].split()) in shown
    assert fits(page)


@pytest.mark.parametrize("code", CODES)
def test_pointing_at_a_letter_shows_the_words(page: Page, site: Site, code: str) -> None:
    statement = next(s for s in briefing(site)["statements"] if len({r["source"] for r in s["reports"]}) == 1)
    page.goto(address(site, code))
    letter = page.locator(f"[id='{statement['id']}'] .lb-refs .lb-ref").first
    card = page.get_by_role("tooltip")
    letter.focus()
    expect(card).to_be_visible()
    expect(card).to_contain_text(" ".join(statement["reports"][0]["text"].split())[:30])
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_a_missing_page_says_so_in_both_languages(page: Page, site: Site) -> None:
    for path in ("nirgends/", "en/nowhere/deep/"):
        page.goto(f"{site.address}/{path}")
        for code in CODES:
            part = page.locator(f"section[lang={code}]")
            expect(part.locator("h1")).to_be_visible()
            assert part.locator("a").evaluate("a => a.href") == root(site, code)
        assert fits(page)
    site.complaints.clear()  # the browser itself notes the 404 that is wanted here


@pytest.mark.parametrize("code", CODES)
def test_the_keyboard_reaches_everything(page: Page, site: Site, code: str, width: int) -> None:
    page.goto(address(site, code))
    reached = []
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate(
                """() => {
                    const e = document.activeElement, s = getComputedStyle(e);
                    const seen = s.outlineStyle !== "none" || e.matches(".md-skip, input, .md-search *");
                    return [`${e.tagName} ${e.className}`, seen];
                }"""
            )
        )
    names = " ".join(str(name) for name, _ in reached)
    assert "lb-language" in names and "lb-ref" in names and "SUMMARY" in names
    assert [name for name, seen in reached if not seen] == []


@pytest.mark.parametrize("code", CODES)
def test_the_page_has_landmarks_and_one_heading(page: Page, site: Site, code: str) -> None:
    page.goto(address(site, code))
    assert page.get_by_role("main").count() == 1
    assert page.get_by_role("banner").count() == 1
    assert page.get_by_role("contentinfo").count() == 1
    assert page.locator("h1").count() == 1
    assert page.locator("img:not([alt])").count() == 0
    repeated = "all => all.map((e) => e.id).filter((id, i, ids) => ids.indexOf(id) !== i)"
    assert page.locator("[id]").evaluate_all(repeated) == []


CONTRAST = """() => {
    const rgb = (colour) => colour.match(/[\\d.]+/g).map(Number);
    const linear = (v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    const light = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    const behind = (element) => {
        for (let e = element; e; e = e.parentElement) {
            const colour = rgb(getComputedStyle(e).backgroundColor);
            if (colour.length < 4 || colour[3] === 1) return colour;
        }
        return [255, 255, 255];
    };
    const ratio = (e) => {
        const [a, b] = [light(rgb(getComputedStyle(e).color)), light(behind(e))];
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    };
    const says = (e) => [...e.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    return [...document.querySelectorAll(".md-content *, .lb-footer *, .md-header a, .md-tabs a")]
        .filter((e) => e.checkVisibility() && says(e) && !e.matches(".headerlink, svg *"))
        .filter((e) => ratio(e) < 4.5)
        .map((e) => [ratio(e), e.className || e.tagName, e.textContent.slice(0, 30)]);
}"""


def test_dark_and_light_are_readable(page: Page, site: Site) -> None:
    """WCAG 2.2, 1.4.3: 4.5 to 1 for text."""
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.goto(address(site, "en"))
        page.evaluate("document.querySelectorAll('details').forEach((d) => d.open = true)")
        assert page.evaluate(CONTRAST) == []
