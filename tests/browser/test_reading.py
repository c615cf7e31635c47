"""What readers meet: search, phones, paper, dark rooms, assistive technology, wrong addresses."""

from __future__ import annotations

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, expect

from tests.support.searching import search
from tests.support.site import Site

pytestmark = pytest.mark.browser

"""Milliseconds that a busy machine may take to load the index of the search."""

INDEXES = (
    "",
    "briefings/",
    "timeline/",
    "figures/",
    "quotes/",
    "actors/",
    "sources/",
    "topics/",
    "quotes-by-date/",
    "stories/gaza-truce/",
    "measures/hostages-freed/",
)


def kinds_of_pages(site: Site) -> list[str]:
    """Return one address of each type of page, and all briefings."""
    actor = next(page for page in site.pages("actors") if page != "actors/")
    return [*INDEXES, actor, *site.briefings(), "404.html"]


def test_nothing_comes_from_elsewhere(site: Site, desktop: BrowserContext) -> None:
    """No page asks another host for anything, and none writes an error to the console."""
    page = desktop.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    for address in kinds_of_pages(site):
        page.goto(site.url + address, wait_until="networkidle")
    assert [url for url in asked if not url.startswith((site.url, "data:"))] == []
    assert said == []


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing(
    site: Site, chromium: Browser, scheme: Literal["light", "dark"], width: int
) -> None:
    """No page breaks a rule of accessibility that axe knows: contrast, names, order, landmarks."""
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    actor = next(address for address in site.pages("actors") if address != "actors/")
    for address in (*INDEXES, actor, site.briefings()[-1], "404.html"):
        page.goto(site.url + address)
        page.wait_for_load_state("networkidle")
        # Material fades its tabs in; axe would measure the contrast of half-shown words.
        page.wait_for_function("() => document.getAnimations().length === 0")
        found = Axe().run(page).response["violations"]
        assert [(address, each["id"], each["nodes"][0]["html"]) for each in found] == []
    context.close()


@pytest.mark.parametrize("width", [390, 320])
def test_phone_never_scrolls_sideways(site: Site, chromium: Browser, width: int) -> None:
    """On a phone every page is as wide as the screen."""
    context = chromium.new_context(viewport={"width": width, "height": 800}, has_touch=True)
    page = context.new_page()
    for address in kinds_of_pages(site):
        page.goto(site.url + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
    context.close()


def test_search_finds_an_actor(site: Site, desktop: BrowserContext) -> None:
    """Search finds an actor by name, marks the name in the results, and again on the page."""
    page = desktop.new_page()
    address = next(address for address in site.pages("actors") if address != "actors/")
    page.goto(site.url + address)
    name = page.locator("h1").inner_text().removesuffix("¶").strip()
    page.goto(site.url)
    search(page, name)
    result = page.locator(f'.md-search-result__link[href*="{address}"]').first
    expect(result.locator("mark").first).to_be_visible()
    result.click()
    expect(page.locator("mark[data-md-highlight]").first).to_be_visible()


def test_search_leaves_indexes_out(site: Site, desktop: BrowserContext) -> None:
    """Rows that stand on a briefing are found there, not once more on each index."""
    page = desktop.new_page()
    page.goto(site.url)
    search(page, "Supreme Court")
    links = page.locator(".md-search-result__link").evaluate_all("links => links.map(link => link.pathname)")
    assert links
    assert not [link for link in links if link.startswith(("/timeline", "/figures", "/quotes"))]


def test_unknown_address_offers_ways_on(site: Site, desktop: BrowserContext) -> None:
    """A wrong address, however deep, gives a page with the site's look and working links."""
    page = desktop.new_page()
    answer = page.goto(site.url + "articles/no/such/briefing/")
    assert answer is not None
    assert answer.status == 404
    assert page.locator("h1").inner_text() == "This page is not here"
    for link in page.locator(".bf-ways a").all():
        assert desktop.request.get(str(link.evaluate("link => link.href"))).ok


def test_paper_has_no_chrome(site: Site, desktop: BrowserContext) -> None:
    """In print the header, the tabs and the table of contents go; facts and source text stay."""
    page = desktop.new_page()
    page.goto(site.url + site.briefings()[0])
    page.emulate_media(media="print")
    for gone in (".md-header", ".md-tabs", ".md-sidebar--secondary", ".md-footer"):
        assert not page.locator(gone).first.is_visible(), gone
    for kept in ("h1", ".bf-timeline li", ".bf-source mark"):
        assert page.locator(kept).first.is_visible(), kept
    assert len(page.pdf()) > 10_000


def test_pages_name_themselves_to_others(site: Site, desktop: BrowserContext) -> None:
    """A briefing gives its title, its description and its address to those who link to it."""
    page = desktop.new_page()
    address = site.briefings()[0]
    page.goto(site.url + address)
    title = page.locator("h1").inner_text().removesuffix("¶").strip()
    assert page.locator('meta[property="og:title"]').get_attribute("content") == title
    description = page.locator('meta[name="description"]').get_attribute("content")
    assert description
    assert page.locator('meta[property="og:description"]').get_attribute("content") == description
    canonical = page.locator('link[rel="canonical"]').get_attribute("href") or ""
    assert canonical.endswith(address)
    assert canonical in (site.folder / "sitemap.xml").read_text("utf-8")


def test_keyboard_reaches_the_text(site: Site, desktop: BrowserContext) -> None:
    """The first stop of the keyboard skips to the text, and the place of the focus can be seen."""
    page = desktop.new_page()
    page.goto(site.url + site.briefings()[0])
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert "md-skip" in (skip.get_attribute("class") or "")
    page.locator(".bf-timeline a").first.focus()
    page.keyboard.press("Tab")
    assert page.locator(":focus").evaluate("link => getComputedStyle(link).outlineStyle") == "solid"
