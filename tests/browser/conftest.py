"""One browser and one built site for all browser tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from tests.support.browser import launch
from tests.support.checkout import copy_repository, tool
from tests.support.serving import serve
from tests.support.site import Site


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Build the demo site once, away from the checkout, and serve it."""
    project = copy_repository(tmp_path_factory.mktemp("demo"))
    tool(["mkdocs", "build", "--strict"], project)
    with serve(project / "site") as url:
        yield Site(folder=project / "site", url=url)


# A wait ends when what it waits for is there: the limit is for a machine that is busy with other work.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start the browser once."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def desktop(chromium: Browser) -> Iterator[BrowserContext]:
    """Open a window of a desktop's width."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    yield context
    context.close()


@pytest.fixture
def chromium_without_javascript(chromium: Browser) -> Iterator[BrowserContext]:
    """Open a window that runs no script."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, java_script_enabled=False)
    yield context
    context.close()
