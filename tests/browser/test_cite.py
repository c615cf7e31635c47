"""Copying a fact with its citation."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, expect

from tests.support.site import Site

pytestmark = pytest.mark.browser

_RULING = "“Today, at half past ten, the Supreme Court of the United Kingdom ruled against the government"


def test_a_button_copies_the_words_with_their_source(desktop: BrowserContext, site: Site) -> None:
    """What lands on the clipboard are words, publisher, date, form and the address of the passage."""
    desktop.grant_permissions(["clipboard-read", "clipboard-write"])
    page = desktop.new_page()
    page.goto(f"{site.url}articles/truce-extension/")
    row = page.locator('tr:has(> td > a[id="fact-hostages"])')
    button = row.get_by_role("button", name="Copy with citation")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Copied with its citation")).to_be_attached()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("50 civilian hostages (TRT World, 28 November 2023, paraphrase) http")
    assert copied.endswith("/articles/truce-extension/#span-hostages")


@pytest.mark.parametrize(
    ("address", "row", "start", "held"),
    [
        (
            "measures/hostages-freed/",
            "tr:has(a[href$='#span-hostages'])",
            "50 civilian hostages (TRT World, 28 November 2023, paraphrase) http",
            "/articles/truce-extension/#span-hostages",
        ),
        (
            "stories/uk-prorogation/",
            ".bf-timeline li:has(a[href$='#span-ruling'])",
            _RULING,
            "(Wikinews, 24 September 2019, paraphrase) http",
        ),
        (
            "quotes/",
            ".bf-quotes li:has(a[href$='#span-cautiously-optimistic'])",
            "“",
            "(Wikinews, 24 September 2019, paraphrase) http",
        ),
        (
            "memos/prorogation-after-the-ruling/",
            ".bf-evidence li:has(a[href$='#span-ruling'])",
            _RULING,
            "(Wikinews, 24 September 2019, ¶ 1, paraphrase) http",
        ),
        (
            "timeline/",
            ".bf-timeline li:has(a[href$='/prorogation-unlawful/#span-ruling'])",
            _RULING,
            "/articles/prorogation-unlawful/#span-ruling",
        ),
        (
            "actors/ansari/",
            ".bf-quotes li:has(a[href*='#span-'])",
            "“",
            "",
        ),
        (
            "figures/",
            "tr:has(a[href$='/truce-extension/#span-twenty'])",
            "20 further hostages (TRT World, 28 November 2023, paraphrase) http",
            "#span-twenty",
        ),
    ],
)
def test_every_page_of_facts_copies_them(  # noqa: PLR0913, PLR0917  # a line of the table is four of them
    desktop: BrowserContext, site: Site, address: str, row: str, start: str, held: str
) -> None:
    """Dossiers, measures, actors, indexes and memos say of each row which source it is from."""
    desktop.grant_permissions(["clipboard-read", "clipboard-write"])
    page = desktop.new_page()
    page.goto(site.url + address)
    button = page.locator(row).first.get_by_role("button", name="Copy with citation")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Copied with its citation")).to_be_attached()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(start)
    assert held in copied
    assert "copy" not in copied


def test_no_row_of_facts_is_without_a_button(desktop: BrowserContext, site: Site) -> None:
    """Whatever row leads to a passage can be copied, on every kind of page, and its link is there anyway."""
    page = desktop.new_page()
    for address in ("stories/gaza-truce/", "measures/hostages-freed/", "timeline/", "quotes/", "figures/"):
        page.goto(site.url + address)
        rows = page.locator(".bf-timeline li, .bf-next li, .bf-quotes li, .bf-figures tbody tr, .bf-card")
        assert rows.count() > 3
        expect(rows.filter(has_not=page.locator(".bf-copy"))).to_have_count(0)
        expect(rows.filter(has_not=page.locator("a[href*='#span-']"))).to_have_count(0)


def test_a_quiet_page_shows_a_button_with_the_pointer(desktop: BrowserContext, site: Site) -> None:
    """The button cannot be seen until the pointer or the focus is on its row."""
    page = desktop.new_page()
    page.goto(f"{site.url}timeline/")
    row = page.locator(".bf-timeline li").first
    expect(row.locator(".bf-copy")).to_have_css("opacity", "0")
    row.hover()
    expect(row.locator(".bf-copy")).to_have_css("opacity", "1")


def test_a_browser_without_a_clipboard_copies_too(desktop: BrowserContext, site: Site) -> None:
    """Over plain HTTP the older way is taken, and the focus stays on the button."""
    page = desktop.new_page()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(f"{site.url}articles/truce-extension/")
    button = page.get_by_role("button", name="Copy with citation").first
    button.click()
    expect(page.get_by_role("status").filter(has_text="Copied with its citation")).to_be_attached()
    expect(button).to_be_focused()


def test_buttons_are_accessible_in_both_schemes(desktop: BrowserContext, site: Site) -> None:
    """Axe finds nothing on a briefing with its buttons, in the light and in the dark."""
    page = desktop.new_page()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.goto(f"{site.url}articles/truce-extension/")
        expect(page.locator(".bf-copy").first).to_be_visible()
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()


def test_without_a_script_there_are_no_buttons(
    chromium_without_javascript: BrowserContext, site: Site
) -> None:
    """A page without JavaScript has no button that does nothing."""
    page = chromium_without_javascript.new_page()
    page.goto(f"{site.url}articles/truce-extension/")
    expect(page.locator(".bf-copy")).to_have_count(0)
