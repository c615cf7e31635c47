"""Starts the Chromium that browser tests drive."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Playwright

from tools.browser import VARIABLE, find_browser

ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")


def launch(playwright: Playwright) -> Browser:
    """Start a headless Chromium; without one the test fails and says what to do."""
    path = find_browser()
    if path is None:
        pytest.fail(f"no Chromium found: install one, or set {VARIABLE} to the path of one")
    return playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
