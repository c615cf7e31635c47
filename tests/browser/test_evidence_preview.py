"""The passage of a fact at hand: previews, the way there and back, links into the live article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from tests.support.evidence import LIVE, build_site
from tests.support.serving import serve
from tests.support.site import Site
from tests.support.watch import Watch

pytestmark = pytest.mark.browser

FULL: Final = "articles/full/"
FIRST_IN_VIEW: Final = """
elements => elements.findIndex(element => {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
})
"""
IN_VIEW: Final = """
element => {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}
"""


@pytest.fixture(scope="module")
def evidence(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Build and serve the small site."""
    folder = build_site(tmp_path_factory.mktemp("evidence") / "project")
    with serve(folder) as url:
        yield Site(folder=folder, url=url)


@pytest.fixture
def page(evidence: Site, desktop: BrowserContext) -> Iterator[Page]:
    """Open the article that is shown in full; what a page complains of fails the test."""
    page = desktop.new_page()
    watch = Watch(page, evidence.url)
    page.goto(evidence.url + FULL, wait_until="networkidle")
    yield page
    assert watch.complaints == []


def fact(page: Page, name: str, part: str = "timeline") -> Locator:
    """Return the link of a fact in a part of the briefing."""
    return page.locator(f'.bf-{part} a[href="#span-{name}"]').first


def preview(page: Page) -> Locator:
    """Return the preview."""
    return page.get_by_role("tooltip")


def test_hover_shows_the_sentence(page: Page) -> None:
    """Under the pointer a fact shows the sentence around its words, these marked, and where it stands."""
    fact(page, "talks").hover()
    words = preview(page)
    expect(words.locator("p")).to_have_text(
        "Ferry talks resumed on Monday, the harbour minister Ida Vance said at noon."
    )
    expect(words.locator("mark")).to_have_text("Ferry talks resumed on Monday")
    expect(words.locator("small")).to_have_text("¶ 1")
    assert "bf-kind-event" in (words.locator("mark").get_attribute("class") or "")


def test_preview_can_be_reached_by_the_pointer_and_goes_when_it_leaves(page: Page) -> None:
    """The pointer may rest on the preview; elsewhere it ends it."""
    fact(page, "talks").hover()
    preview(page).hover()
    page.wait_for_timeout(500)
    expect(preview(page)).to_be_visible()
    page.mouse.move(5, 5)
    expect(preview(page)).to_have_count(0)


def test_focus_shows_and_describes(page: Page) -> None:
    """The keyboard gets the preview at once, as the description of the link; going on ends it."""
    link = fact(page, "talks")
    page.locator("body").press("Tab")
    link.focus()
    expect(preview(page)).to_be_visible()
    assert link.get_attribute("aria-describedby") == preview(page).get_attribute("id")
    expect(link).to_have_accessible_description(
        "Ferry talks resumed on Monday, the harbour minister Ida Vance said at noon. ¶ 1"
    )
    page.locator(".md-logo").first.focus()
    expect(preview(page)).to_have_count(0)
    assert link.get_attribute("aria-describedby") is None
    assert link.get_attribute("title") == "¶ 1"


def test_escape_closes(page: Page) -> None:
    """Escape ends the preview, of pointer and keyboard, and it stays away until it is asked for again."""
    link = fact(page, "talks")
    link.hover()
    expect(preview(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(preview(page)).to_have_count(0)
    box = link.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 8, box["y"] + 8)
    page.wait_for_timeout(300)
    expect(preview(page)).to_have_count(0)
    page.mouse.move(5, 5)
    link.focus()
    expect(preview(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(preview(page)).to_have_count(0)
    expect(link).to_be_focused()


@pytest.mark.parametrize("part", ["bottom-line", "cards", "timeline", "figures"])
def test_following_and_coming_back(page: Page, part: str) -> None:
    """A fact leads to its words; one link, next for the keyboard, leads back to where the reader was."""
    link = fact(page, "crews" if part in {"cards", "figures"} else "talks", part)
    link.scroll_into_view_if_needed()
    link.focus()
    link.press("Enter")
    words = page.locator("mark:target")
    expect(words).to_be_in_viewport()
    expect(preview(page)).to_have_count(0)
    page.keyboard.press("Tab")
    way = page.get_by_role("link", name="Back to where you were")
    expect(way).to_be_focused()
    page.keyboard.press("Enter")
    expect(link).to_be_focused()
    assert link.evaluate(IN_VIEW)
    assert "#" not in page.url
    expect(way).to_have_count(0)


def test_the_browser_goes_back_as_well(page: Page) -> None:
    """Back and forward of the browser do the same: the link again, the words again with their way back."""
    link = fact(page, "sailing", "next")
    link.click()
    way = page.get_by_role("link", name="Back to where you were")
    expect(way).to_be_visible()
    page.go_back()
    expect(link).to_be_focused()
    page.go_forward()
    expect(page.locator("mark:target")).to_have_text("Ferries sail on Friday")
    expect(way).to_be_visible()
    page.reload()
    expect(way).to_be_visible()
    way.click()
    expect(link).to_be_focused()


def test_following_twice(page: Page) -> None:
    """A reader who scrolls up and follows the same link again is led back all the same."""
    link = fact(page, "talks")
    link.click()
    link.click()
    page.get_by_role("link", name="Back to where you were").click()
    expect(link).to_be_focused()
    assert link.evaluate(IN_VIEW)


def test_rows_and_words_follow_each_other(page: Page) -> None:
    """From the words a plain link leads to the row of the fact, and Back leads to the words again."""
    fact(page, "crews", "cards").click()
    page.locator('.bf-passage a[href="#fact-crews"]').click()
    expect(page.locator("tr").filter(has=page.locator("#fact-crews"))).to_be_in_viewport()
    expect(page.locator(".bf-return")).to_have_count(0)
    page.go_back()
    expect(page.locator("mark:target")).to_have_text("14 crews")
    expect(page.locator(".bf-return")).to_have_count(1)


def test_the_facts_on_these_words_are_set_apart(page: Page) -> None:
    """Below a passage, bold type tells the facts on the words that were followed to from the others."""
    told = page.locator(".bf-passage > ul a.bf-on-words")
    fact(page, "crews", "cards").click()
    expect(told).to_have_text(["We are close, but 14 crews are still out", "14 crews"])
    for link in told.all():
        assert link.evaluate("link => getComputedStyle(link).fontWeight") == "700"
    fact(page, "talks").click()
    expect(told).to_have_text(["Ferry talks resumed on Monday"])


@pytest.mark.parametrize("name", ["full", "excerpts"])
def test_live_article_is_offered(evidence: Site, desktop: BrowserContext, name: str) -> None:
    """Under the words that were followed to, and only there, a link leads to them in the live article."""
    page = desktop.new_page()
    page.goto(f"{evidence.url}articles/{name}/")
    live = page.locator('.bf-live a[href*=":~:text="]')
    assert live.count() == 4
    assert [link for link in live.all() if link.is_visible()] == []
    fact(page, "crews", "figures").click()
    shown = [link.get_attribute("href") for link in live.all() if link.is_visible()]
    assert shown == [
        f"{LIVE}#:~:text=We%20are%20close%2C%20but%2014%20crews%20are%20still%20out",
        f"{LIVE}#:~:text=close%2C%20but-,14%20crews",
    ]


@pytest.mark.parametrize("name", ["retold", "withheld"])
def test_no_words_of_others_in_an_address(evidence: Site, desktop: BrowserContext, name: str) -> None:
    """No link carries the words of a paraphrase, which stand nowhere else, or those that are withheld."""
    page = desktop.new_page()
    page.goto(f"{evidence.url}articles/{name}/")
    assert ":~:" not in page.content()
    expect(page.locator(f'.bf-meta a[href="{LIVE}"]')).to_have_count(1)


def test_browsers_find_the_words(evidence: Site, chromium: Browser) -> None:
    """In a copy of the article, each address takes Chromium to its words, not to equal ones before them."""
    page = chromium.new_page()
    page.goto(evidence.url + FULL)
    addresses = page.locator(".bf-live a").evaluate_all("links => links.map(link => link.href)")
    paragraphs = page.locator(".bf-passage > p:first-child").all_inner_texts()
    assert len(paragraphs) == 3
    far = '<div style="height: 3000px"></div>'
    # An equal number, and a headline that says nearly the same, stand first.
    article = f"<h1>Talks resumed</h1><p>14 crews.</p>{far}" + far.join(
        f"<p>{text}</p>" for text in paragraphs
    )
    found = {}

    def answer(route: Route) -> None:
        route.fulfill(body=f"<!doctype html><meta charset=utf-8>{article}", content_type="text/html")

    page.route(f"{LIVE}**", answer)
    for address in addresses:
        page.goto("about:blank")
        page.goto(address)
        page.wait_for_function("scrollY > 0")
        found[address.partition(":~:")[2]] = page.locator("p").evaluate_all(FIRST_IN_VIEW)
    page.close()
    assert list(found.values()) == [1, 2, 2, 3]


def test_withheld_words_have_no_preview(evidence: Site, desktop: BrowserContext) -> None:
    """Where the words may not be shown, there is no preview, and the fact leads to its paragraph's number."""
    page = desktop.new_page()
    page.goto(f"{evidence.url}articles/withheld/")
    link = fact(page, "talks")
    link.hover()
    page.wait_for_timeout(400)
    expect(preview(page)).to_have_count(0)
    link.click()
    expect(page.locator(".bf-passage").filter(has=page.locator("#span-talks"))).to_be_in_viewport()
    page.get_by_role("link", name="Back to where you were").click()
    expect(link).to_be_focused()


def test_a_paraphrase_says_so_in_its_preview(evidence: Site, desktop: BrowserContext) -> None:
    """What is not the source's own words is named beside them."""
    page = desktop.new_page()
    page.goto(f"{evidence.url}articles/retold/")
    fact(page, "talks").hover()
    expect(preview(page).locator("small")).to_have_text("¶ 1 · paraphrase")


def test_overlapping_marks_are_whole(evidence: Site, desktop: BrowserContext) -> None:
    """Of marks that overlap, the one that is followed to is set apart whole, and previewed whole."""
    page = desktop.new_page()
    page.goto(f"{evidence.url}articles/overlap/")
    link = fact(page, "return")
    link.hover()
    expect(preview(page).locator("mark")).to_have_text(["on Monday that its crews", " would return"])
    expect(preview(page).locator("p")).to_have_text(
        "The union told the ministry on Monday that its crews would return at once."
    )
    link.click()
    pieces = page.locator(".bf-source .bf-here")
    expect(pieces).to_have_text(["on Monday that its crews", " would return"])
    # the words that both marks share carry both facts
    expect(page.locator(".bf-passage > ul a.bf-on-words")).to_have_count(2)
    for piece in pieces.all():
        assert piece.evaluate("mark => getComputedStyle(mark).outlineStyle") == "solid"
    fact(page, "nobody").click()
    expect(pieces).to_have_text(["Nobody cheered"])


def test_words_from_right_to_left(evidence: Site, desktop: BrowserContext) -> None:
    """An Arabic sentence is previewed in its language and direction, inside the page."""
    page = desktop.new_page()
    page.goto(f"{evidence.url}articles/arabic/")
    fact(page, "talks").hover()
    words = preview(page).locator("p")
    expect(words).to_have_text("استؤنفت المحادثات بعد الظهر.")
    assert words.get_attribute("lang") == "ar"
    assert words.evaluate("element => getComputedStyle(element).direction") == "rtl"


def test_a_finger_follows_without_a_preview(evidence: Site, chromium: Browser) -> None:
    """On a phone a tap leads to the words at once, and back again."""
    context = chromium.new_context(
        viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(evidence.url + FULL)
    link = fact(page, "talks")
    link.tap()
    expect(page.locator("mark:target")).to_be_in_viewport()
    page.wait_for_timeout(300)
    expect(preview(page)).to_have_count(0)
    page.get_by_role("link", name="Back to where you were").tap()
    expect(link).to_be_in_viewport()
    context.close()


@pytest.mark.parametrize("width", [1280, 390, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_preview(evidence: Site, chromium: Browser, scheme: str, width: int) -> None:
    """With a preview open, and with the way back, no rule is broken, and nothing leaves the screen."""
    context = chromium.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(evidence.url + FULL, wait_until="networkidle")
    fact(page, "talks").click()
    expect(page.locator(".bf-return")).to_be_visible()
    fact(page, "crews", "figures").hover()
    box = preview(page).bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    page.wait_for_function("() => document.getAnimations().every(each => each.playState === 'finished')")
    found = Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
    context.close()


def test_preview_goes_above_where_there_is_no_room_below(page: Page) -> None:
    """At the lower edge of the window the preview stands above its link, in view."""
    link = fact(page, "talks")
    link.evaluate(
        "element => scrollTo(0, element.getBoundingClientRect().bottom + scrollY - innerHeight + 4)"
    )
    link.hover()
    above, below = preview(page).bounding_box(), link.bounding_box()
    assert above is not None
    assert below is not None
    assert above["y"] + above["height"] <= below["y"]
    assert preview(page).evaluate(IN_VIEW)


def test_a_strict_policy_is_kept(evidence: Site, desktop: BrowserContext) -> None:
    """Under a policy that forbids inline scripts and styles the preview still works and breaks nothing."""
    page = desktop.new_page()
    page.add_init_script(
        "window.broken = [];"
        "addEventListener('securitypolicyviolation', event => broken.push(event.sourceFile))"
    )

    def answer(route: Route) -> None:
        response = route.fetch()
        policy = "default-src 'self'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'"
        route.fulfill(response=response, headers={**response.headers, "content-security-policy": policy})

    page.route(evidence.url + FULL, answer)
    page.goto(evidence.url + FULL)
    fact(page, "talks").hover()
    expect(preview(page)).to_be_visible()
    fact(page, "talks").click()
    expect(page.locator(".bf-return")).to_be_visible()
    broken = page.evaluate("broken")
    assert broken, "the theme's own inline scripts show that the policy holds"
    assert [each for each in broken if "evidence.js" in each] == []


def test_without_javascript(evidence: Site, chromium_without_javascript: BrowserContext) -> None:
    """Without a script a fact leads to its words, these to the live article and to the fact's row."""
    page = chromium_without_javascript.new_page()
    page.goto(evidence.url + FULL)
    fact(page, "crews", "cards").click()
    expect(page.locator("mark:target")).to_be_in_viewport()
    passage = page.locator(".bf-passage").filter(has=page.locator("mark:target"))
    expect(passage.locator('a[href$="text=close%2C%20but-,14%20crews"]')).to_be_visible()
    passage.locator('a[href="#fact-crews"]').click()
    row = page.locator("tr").filter(has=page.locator("#fact-crews"))
    expect(row).to_be_in_viewport()
    assert row.evaluate("row => getComputedStyle(row).boxShadow") != "none"


def test_paper_has_neither_preview_nor_ways(page: Page) -> None:
    """What only a screen can use is not printed."""
    fact(page, "crews", "figures").click()
    fact(page, "crews", "figures").hover()
    expect(preview(page)).to_be_visible()
    page.emulate_media(media="print")
    for gone in (".bf-preview", ".bf-return", ".bf-live"):
        expect(page.locator(gone).first).to_be_hidden()
