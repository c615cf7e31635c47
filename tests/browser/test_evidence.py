"""The promise: one click from a fact to its words, one from the words to what rests on them."""

from __future__ import annotations

from typing import Final
from urllib.parse import urldefrag, urljoin

import pytest
from playwright.sync_api import BrowserContext

from tests.support.site import Site

pytestmark = pytest.mark.browser

LOST: Final = """
() => [...document.querySelectorAll('.md-content a[href^="#span-"]')]
  .filter(link => {
    const words = document.getElementById(link.hash.slice(1));
    const passage = words?.closest('.bf-passage');
    if (passage && !passage.querySelector('mark')) return passage.getBoundingClientRect().height === 0;
    const mark = words?.closest('mark') ?? words?.querySelector('mark');
    const box = mark?.getBoundingClientRect();
    const line = mark && getComputedStyle(mark).textDecorationLine;
    return !(box && box.width > 0 && box.height > 0 && line.includes('underline'));
  })
  .map(link => link.href)
"""
"""Links to words that are not there, not to be seen or not told apart from the text around them.

Where no word of a text may be shown, they lead to the number of the paragraph.
"""

UNLED: Final = """
() => [...document.querySelectorAll('.bf-source mark[id^="span-"]')]
  .filter(mark => !/^span-(mention-|role-)|[.]/.test(mark.id))
  .filter(mark => {
    const links = [...mark.closest('.bf-passage').querySelectorAll('a[href]')];
    const back = links.map(link => link.getAttribute('href'));
    if (mark.classList.contains('bf-kind-actor'))
      return !back.some(href => href.includes('actors/') || href.startsWith('#fact-'));
    const row = document.getElementById(mark.id.replace('span-', 'fact-'))?.closest('li, tr');
    const anchors = row ? [...row.querySelectorAll('a[id^="fact-"]')].map(anchor => '#' + anchor.id) : [];
    return !back.some(href => anchors.includes(href));
  })
  .map(mark => mark.id)
"""
"""Words of a fact without a link, under their passage, to its row; names lead to the page of the actor."""

OUTLINE: Final = """
async addresses => {
  const found = {};
  for (const address of addresses) {
    const text = await (await fetch(address)).text();
    const page = new DOMParser().parseFromString(text, 'text/html');
    found[address] = {
      ids: [...page.querySelectorAll('[id]')].map(element => element.id),
      links: [...page.querySelectorAll('a[href]')].map(link => link.getAttribute('href')),
    };
  }
  return found;
}
"""


def test_every_fact_leads_to_highlighted_words(site: Site, desktop: BrowserContext) -> None:
    """Each link to words, on each briefing, leads to words that are there, visible and highlighted."""
    page = desktop.new_page()
    links = 0
    for briefing in site.briefings():
        page.goto(site.url + briefing)
        assert page.evaluate(LOST) == []
        links += page.locator('.md-content a[href^="#span-"]').count()
    assert links > 100


def test_all_words_lead_back(site: Site, desktop: BrowserContext) -> None:
    """Under each passage stands a link to the row of every fact that rests on it."""
    page = desktop.new_page()
    for briefing in site.briefings():
        page.goto(site.url + briefing)
        assert page.evaluate(UNLED) == [], briefing
        marks = page.locator('.bf-source mark[id^="span-"]').count()
        withheld = page.get_by_text("The passages are withheld").count()
        assert (marks > 0) == (withheld == 0)


def test_no_link_of_the_site_is_broken(site: Site, desktop: BrowserContext) -> None:
    """Each link of each page leads to a page of the site and, where it says so, to an anchor on it."""
    page = desktop.new_page()
    page.goto(site.url)
    addresses = [site.url + path for path in site.pages()]
    outlines = page.evaluate(OUTLINE, addresses)
    ids = {address: set(outline["ids"]) for address, outline in outlines.items()}
    broken = []
    for address, outline in outlines.items():
        for link in outline["links"]:
            target, anchor = urldefrag(urljoin(address, link))
            if not target.startswith(site.url):
                continue
            if target.endswith((".xml", ".svg", ".jsonld")):
                if not (site.folder / target.removeprefix(site.url)).is_file():
                    broken.append(f"{address}: {link}")
            elif target not in ids or (anchor and anchor not in ids[target]):
                broken.append(f"{address}: {link}")
    assert broken == []


def test_no_anchor_stands_twice(site: Site, desktop: BrowserContext) -> None:
    """An anchor is one place: no page gives an id to two elements."""
    page = desktop.new_page()
    page.goto(site.url)
    outlines = page.evaluate(OUTLINE, [site.url + path for path in site.pages()])
    for address, outline in outlines.items():
        ids = outline["ids"]
        assert sorted(set(ids)) == sorted(ids), address


def test_click_shows_the_words(site: Site, desktop: BrowserContext) -> None:
    """A click on a fact scrolls to its words, below the header, and sets them apart from other marks."""
    page = desktop.new_page()
    page.goto(site.url + site.briefings()[0])
    link = page.locator('.bf-timeline a[href^="#span-"]').first
    words = page.locator(f'[id="{(link.get_attribute("href") or "").removeprefix("#")}"]')
    before = words.evaluate("mark => getComputedStyle(mark).backgroundColor")
    link.click()
    page.wait_for_function("() => document.querySelector('mark:target')?.getAnimations().length === 0")
    box, header = words.bounding_box(), page.locator(".md-header").bounding_box()
    assert box is not None
    assert header is not None
    assert header["y"] + header["height"] <= box["y"] < 900
    assert words.evaluate("mark => getComputedStyle(mark).backgroundColor") != before
    assert words.evaluate("mark => getComputedStyle(mark).outlineStyle") == "solid"


def test_everything_works_without_javascript(site: Site, chromium_without_javascript: BrowserContext) -> None:
    """Without JavaScript a reader goes from the first page to a briefing, a fact, its words and back."""
    page = chromium_without_javascript.new_page()
    page.goto(site.url)
    page.locator(".bf-story li a").first.click()
    assert "/articles/" in page.url
    page.locator('.bf-cards a[href^="#span-"]').first.click()
    words = page.locator("mark:target")
    assert words.is_visible()
    page.locator(".bf-passage").filter(has=words).locator('a[href^="#fact-"]').first.click()
    assert "#fact-" in page.url
    assert page.locator(".bf-source").is_visible()
    assert page.get_by_role("link", name="Timeline", exact=True).first.is_visible()
