"""``mkdocs gh-deploy`` for real, and every page of the branch that it makes, served below a path."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from urllib.parse import urldefrag

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.support.built import broken_links, read_built
from tests.support.checkout import REPOSITORY, copy_repository, tool
from tests.support.searching import search
from tests.support.serving import serve
from tests.support.site import Site
from tests.support.watch import Watch

pytestmark = pytest.mark.browser

ROOT: Final = "/name/"
"""Where GitHub Pages shows the site of a repository called ``name``."""

NOBODY: Final = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "Ann Orme",
    "GIT_AUTHOR_EMAIL": "ann@example.org",
    "GIT_COMMITTER_NAME": "Ann Orme",
    "GIT_COMMITTER_EMAIL": "ann@example.org",
}
"""No configuration of the machine takes part."""

FOUND: Final = """
() => ({
  ids: [...document.querySelectorAll('[id]')].map(element => element.id),
  links: [...document.querySelectorAll('a[href], link[rel=prev], link[rel=next], link[rel=icon]')]
    .map(element => element.href),
})
"""


def environment() -> dict[str, str]:
    """Return the machine's environment without what an outer git command may have set."""
    return {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | NOBODY


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder."""
    command = ["git", "-c", "init.defaultBranch=main", *arguments]
    done = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, text=True, check=True)
    return done.stdout


@pytest.fixture(scope="module")
def branch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Publish a copy of the repository to a bare one, as its user does, and serve the branch."""
    folder = tmp_path_factory.mktemp("published")
    project = copy_repository(folder / "project")
    shutil.copy(REPOSITORY / ".gitignore", project)
    git(folder, "init", "--bare", "remote.git")
    git(project, "init")
    git(project, "add", ".")
    git(project, "commit", "--message", "The project")
    git(project, "remote", "add", "origin", str(folder / "remote.git"))
    checkout = folder / "branch"
    with serve(checkout, ROOT) as url, pytest.MonkeyPatch.context() as patch:
        for name in os.environ.keys() - environment().keys():
            patch.delenv(name)
        tool(["mkdocs", "gh-deploy", "--strict"], project, {**NOBODY, "SITE_URL": url})
        git(folder, "clone", "--branch", "gh-pages", "remote.git", "branch")
        assert git(project, "status", "--porcelain") == ""
        yield Site(folder=checkout, url=url)


def test_the_branch_is_the_site(branch: Site) -> None:
    """The branch holds the built site and nothing else, and GitHub is told to serve it as it is."""
    names = {path.name for path in branch.folder.iterdir()} - {".git"}
    assert {"index.html", "404.html", ".nojekyll", "articles", "assets", "sitemap.xml"} <= names
    assert names.isdisjoint({"seeds", "templates", "mkdocs.yml", "briefings.md", ".manifest.json"})
    assert len(git(branch.folder, "log", "--format=%H").split()) == 1


def test_no_link_in_the_files_is_broken(branch: Site) -> None:
    """Every link, script, style sheet and picture of every file is there, and so is every anchor."""
    pages = read_built(branch.folder)
    assert len(pages) > 60
    assert list(broken_links(branch.folder, pages, ROOT)) == []


def test_addresses_know_the_path(branch: Site) -> None:
    """The sitemap, canonical links and social metadata name the address below the path."""
    pages = read_built(branch.folder)
    sitemap = (branch.folder / "sitemap.xml").read_text(encoding="utf-8")
    for path, page in pages.items():
        if path != "404.html":
            address = branch.url + path.removesuffix("index.html")
            assert page.metas["og:url"] == address
            assert f"<loc>{address}</loc>" in sitemap


def test_every_page_in_chromium(branch: Site, desktop: BrowserContext) -> None:
    """No page complains on the console, misses a file or an anchor, or asks another host for anything."""
    page = desktop.new_page()
    watch = Watch(page, branch.url)
    found: dict[str, dict[str, Any]] = {}
    for path in branch.pages():
        page.goto(branch.url + path)
        found[branch.url + path] = page.evaluate(FOUND)
    page.wait_for_load_state("networkidle")
    assert watch.complaints == []
    assert len(found) > 60
    broken = []
    for address, outline in found.items():
        for link in outline["links"]:
            target, anchor = urldefrag(link)
            if not target.startswith(branch.url):
                is_ours = target.startswith(branch.url.removesuffix(ROOT))
                broken += [f"{address}: {link}"] if is_ours else []
            elif target in found:
                ids = found[target]["ids"]
                broken += [f"{address}: {link}"] if anchor and anchor not in ids else []
            elif not desktop.request.head(target).ok:
                broken.append(f"{address}: {link}")
    assert broken == []


def test_search_leads_below_the_path(branch: Site, desktop: BrowserContext) -> None:
    """A search on a page far down finds a briefing and leads to it."""
    page = desktop.new_page()
    watch = Watch(page, branch.url)
    page.goto(branch.url + branch.briefings()[0])
    search(page, "hostages").first.click()
    page.wait_for_url(f"{branch.url}**")
    expect(page.locator("h1")).to_be_visible()
    assert watch.complaints == []


def test_an_unknown_address_leads_on(branch: Site, desktop: BrowserContext) -> None:
    """Deep below the path the page for unknown addresses has its style sheets, and its links lead on."""
    page = desktop.new_page()
    watch = Watch(page, branch.url)
    address = f"{branch.url}articles/no/such/page/"
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == 404
    assert [each for each in watch.complaints if "404" not in each] == []
    assert {each for each in watch.complaints if each.startswith("404")} == {f"404: {address}"}
    links = page.locator(".bf-ways a")
    for number in range(links.count()):
        assert desktop.request.head(str(links.nth(number).evaluate("link => link.href"))).ok
    assert links.count() >= 3
