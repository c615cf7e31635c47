"""Copying a fact with its citation."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, expect

from tests.support.site import Site

pytestmark = pytest.mark.browser


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
