"""A search as a reader makes it."""

from __future__ import annotations

from typing import Final

from playwright.sync_api import Locator, Page, expect

SLOWEST: Final = 30_000
"""Milliseconds that a loaded machine may take to fetch the index and search it."""


def search(page: Page, words: str) -> Locator:
    """Type words into the search field and return the links of the results, once there are any.

    The theme reads the field after a key goes up, so words that are set rather than typed may never be
    searched for; and keys that come before its script listens are lost, so the quiet of the network is
    waited for.
    """
    page.wait_for_load_state("networkidle")
    page.locator(".md-search__input").click()
    page.keyboard.type(words)
    links = page.locator(".md-search-result__link")
    expect(links.first).to_be_visible(timeout=SLOWEST)
    return links
