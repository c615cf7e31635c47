"""Finds a Chromium for the browser tests, or gets one."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from playwright.sync_api import sync_playwright

VARIABLE: Final = "BRIEFINGS_BROWSER"
"""Environment variable that names the browser to use, and by which the tests are told."""

_COMMANDS: Final = (
    "chromium",
    "google-chrome-stable",
    "google-chrome",
    "chromium-browser",
    "microsoft-edge-stable",
    "microsoft-edge",
)
_MAC_APPLICATIONS: Final = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)


def candidates() -> Iterator[Path]:
    """Yield where a browser may be: named by the user, on PATH, among the applications, Playwright's own."""
    named = os.environ.get(VARIABLE)
    if named:
        yield Path(named)
    yield from (Path(found) for command in _COMMANDS if (found := shutil.which(command)))
    if platform.system() == "Darwin":
        for folder in (Path("/Applications"), Path.home() / "Applications"):
            yield from (folder / application for application in _MAC_APPLICATIONS)
    with sync_playwright() as playwright:
        yield Path(playwright.chromium.executable_path)


def works(browser: Path) -> bool:
    """Return whether a browser starts: Ubuntu's ``chromium-browser`` only asks for a snap to be installed."""
    try:
        answer = subprocess.run([browser, "--version"], check=False, capture_output=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


def find_browser() -> Path | None:
    """Return an installed browser that starts."""
    return next((browser for browser in candidates() if works(browser)), None)


def install_browser() -> None:
    """Install Chromium: with apt where we may, else Playwright's build in the user's cache."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        print("No browser found: installing chromium with apt-get", flush=True)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        install = ["apt-get", "install", "--yes", "--no-install-recommends", "chromium"]
        for command in (["apt-get", "update"], install):
            subprocess.run(command, check=False, env=environment)
        if find_browser():
            return
    print("No browser found: installing Playwright's Chromium", flush=True)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def ensure_browser() -> Path | None:
    """Return a browser, installed first where there is none; None where that fails."""
    found = find_browser()
    if found is None:
        install_browser()
        found = find_browser()
    return found
