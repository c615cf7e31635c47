"""Text that tries to be more: in every field of a site, it stays text in Chromium.

The same site is built twice, once of plain words. Where the two differ by more than the words, something was
read that should have been shown.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.support.built import read_built
from tests.support.checkout import REPOSITORY, tool
from tests.support.hostile import difference, fold, harmless, naughty_strings, site, substitute
from tests.support.searching import search
from tests.support.serving import serve
from tests.support.shared import needs_shared
from tests.support.site import Site
from tests.support.watch import Watch

pytestmark = [pytest.mark.browser, needs_shared]

TRAPS: Final = """
window.hacked = () => console.error('hacked');
for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'])
  window[name] = () => console.error(name);
"""
"""Whatever the strings call says so on the console."""

READ: Final = """
async addresses => {
  const found = [];
  for (const address of addresses) {
    const source = await (await fetch(address)).text();
    const page = new DOMParser().parseFromString(source, 'text/html');
    const elements = [...page.querySelectorAll('*')].map(
      element => [element.tagName, ...element.getAttributeNames().sort(), element.className].join(' '));
    const metas = [...page.querySelectorAll('meta[name], meta[property]')].map(
      meta => [meta.getAttribute('name') ?? meta.getAttribute('property'), meta.content]);
    const links = ['href', 'src', 'action'].flatMap(
      name => [...page.querySelectorAll(`[${name}]`)].map(element => element.getAttribute(name)));
    const title = page.title;
    const ids = [...page.querySelectorAll('[id]')].map(element => element.id);
    page.querySelectorAll('script, style').forEach(element => element.remove());
    const text = page.body.textContent;
    found.push({ elements, metas: Object.fromEntries(metas), links, ids, title, text });
  }
  return found;
}
"""
"""What the pages are to a parser that runs nothing."""

PARTS: Final = """
entries => entries.map(({ title, text }) => [title, text].map(source => {
  const page = new DOMParser().parseFromString(source, 'text/html');
  const elements = [...page.body.querySelectorAll('*')].map(
    element => [element.tagName, ...element.getAttributeNames()].join(' '));
  return { elements, text: page.body.textContent };
}))
"""
"""What the entries of a search index are, put into a page as HTML."""

DANGEROUS: Final = """
() => [...document.querySelectorAll('.md-search *')].filter(element =>
  ['SCRIPT', 'IMG', 'IFRAME', 'OBJECT', 'EMBED', 'STYLE', 'LINK', 'BASE', 'META', 'VIDEO', 'AUDIO', 'BODY']
    .includes(element.tagName)
  || element.getAttributeNames().some(name => name.startsWith('on'))
  || (element.hasAttribute('href') && new URL(element.href).origin !== location.origin)
).map(element => element.outerHTML)
"""
"""Elements of the search dialog that text has no business to make."""


SENTENCES: Final = re.compile(r"\d+ of \d+ sentences")
MODE: Final = re.compile(r"\b(?:direct quote|partial quote|indirect speech|direct|partial|indirect)\b")

HASH: Final = re.compile(r"#(?:topic|publisher|origin)-[0-9a-f]{10}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sites:
    """The two sites."""

    hostile: Site
    plain: Site
    strings: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A page of the one site and its like in the other."""

    path: str
    hostile: dict[str, Any] = field(repr=False)
    plain: dict[str, Any] = field(repr=False)


def make(project: Path, strings: tuple[str, ...]) -> Path:
    """Build the site of strings; return its folder."""
    for path, text in site(strings).items():
        target = project / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
    shutil.copy(REPOSITORY / "mkdocs.yml", project)
    shutil.copytree(REPOSITORY / "templates" / "overrides", project / "templates" / "overrides")
    tool(["generator", "build"], project)
    tool(["mkdocs", "build"], project)
    return project / "site"


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sites]:
    """Build and serve the site of hostile text, and its like of plain words."""
    root = tmp_path_factory.mktemp("hostile")
    strings = naughty_strings()
    with ThreadPoolExecutor() as pool:
        hostile = pool.submit(make, root / "hostile", strings)
        plain = pool.submit(make, root / "plain", harmless(len(strings)))
        folders = hostile.result(), plain.result()
    with ExitStack() as stack:
        found = [Site(folder=folder, url=stack.enter_context(serve(folder))) for folder in folders]
        yield Sites(hostile=found[0], plain=found[1], strings=strings)


@pytest.fixture(scope="module")
def pairs(sites: Sites, reader: Page) -> list[Pair]:
    """Read all pages of both sites, with a parser that runs nothing."""
    paths = list(sites.hostile.pages())
    assert paths == list(sites.plain.pages())
    assert len(paths) > 100
    found = []
    for one in (sites.hostile, sites.plain):
        reader.goto(one.url + "404.html")
        found.append(reader.evaluate(READ, [one.url + path for path in paths]))
    return [
        Pair(path=path, hostile=hostile, plain=plain)
        for path, hostile, plain in zip(paths, *found, strict=True)
    ]


@pytest.fixture(scope="module")
def reader(chromium: Browser) -> Iterator[Page]:
    """Open a page to read others with."""
    page = chromium.new_page()
    yield page
    page.close()


def test_the_strings_are_there(sites: Sites) -> None:
    """Every string that shows anything is in the seeds of the site."""
    assert len(sites.strings) > 550


def test_nothing_runs(sites: Sites, desktop: BrowserContext) -> None:
    """No page of the site runs, asks for or complains of anything that its text names."""
    page = desktop.new_page()
    page.add_init_script(TRAPS)
    # what the text could run does not need the theme, which takes most of the time
    page.route(re.compile(r"/assets/(javascripts|stylesheets)/"), lambda route: route.fulfill(body=""))
    watch = Watch(page, sites.hostile.url)
    for path in sites.hostile.pages():
        page.goto(sites.hostile.url + path)
        assert watch.complaints == [], path


def test_nothing_runs_beside_the_theme(sites: Sites, desktop: BrowserContext) -> None:
    """The theme's own scripts, which read the page, let no text of it run either."""
    page = desktop.new_page()
    page.add_init_script(TRAPS)
    watch = Watch(page, sites.hostile.url)
    paths = {re.sub(r"[0-9]+", "0", path): path for path in sites.hostile.pages()}
    for path in paths.values():
        page.goto(sites.hostile.url + path)
        assert watch.complaints == [], path
    page.wait_for_load_state("networkidle")
    assert watch.complaints == []


def test_text_makes_no_element(pairs: list[Pair]) -> None:
    """Each page has the very elements and attributes that it has with plain words."""
    for pair in pairs:
        assert pair.hostile["elements"] == pair.plain["elements"], pair.path


def same(text: str, plain: str, strings: tuple[str, ...]) -> str | None:
    """Return where a text is not that of the plain site with the strings in their places.

    Whether a quote is direct is told from quotation marks, and how many sentences there are from full stops;
    strings bring both.
    """
    return difference(fold(told(text)), told(plain), strings)


def told(text: str) -> str:
    """Return a text without what depends on the marks that strings bring."""
    return SENTENCES.sub("", MODE.sub("", text))


def test_text_is_shown_as_it_is(sites: Sites, pairs: list[Pair]) -> None:
    """Each page shows the strings, whole and in place, and everything else that it shows with plain words."""
    for pair in pairs:
        found = same(pair.hostile["text"], pair.plain["text"], sites.strings)
        assert found is None, pair.path


def test_titles_and_social_metadata(sites: Sites, pairs: list[Pair]) -> None:
    """The title and the social metadata hold the text, nothing escaped twice; descriptions begin with it."""
    for pair in pairs:
        shown = fold(pair.hostile["text"])
        assert fold(pair.hostile["title"]) == substitute(pair.plain["title"], sites.strings)
        assert pair.hostile["metas"].keys() == pair.plain["metas"].keys()
        for name, plain in pair.plain["metas"].items():
            content = fold(pair.hostile["metas"][name])
            expected = substitute(plain, sites.strings)
            is_cut = name.endswith("description") and content.rstrip("…") in shown
            assert content == expected or is_cut, f"{pair.path}: {name}"


def address(link: str) -> str:
    """Return where a link leads, without what is made of words."""
    return HASH.sub("", link.partition("#:~:text=")[0])


def test_links_lead_where_they_led(pairs: list[Pair]) -> None:
    """All addresses are those with plain words, but for what is made of words: anchors, text directives."""
    for pair in pairs:
        headings = {f"#{name}" for page in (pair.hostile, pair.plain) for name in page["ids"]}
        differing = [
            (mine, theirs)
            for mine, theirs in zip(pair.hostile["links"], pair.plain["links"], strict=True)
            if address(mine) != address(theirs) and not {mine, theirs} <= headings
        ]
        assert differing == [], pair.path


def test_search_index(sites: Sites, reader: Page) -> None:
    """Each entry of the search index, put into a page, makes the same elements with the same text."""
    found = []
    for one in (sites.hostile, sites.plain):
        index = json.loads((one.folder / "search" / "search_index.json").read_text(encoding="utf-8"))
        found.append(reader.evaluate(PARTS, index["docs"]))
    assert len(found[0]) == len(found[1]) > 500
    for hostile, plain in zip(*found, strict=True):
        for mine, theirs in zip(hostile, plain, strict=True):
            assert mine["elements"] == theirs["elements"], mine
            assert same(mine["text"], theirs["text"], sites.strings) is None


@pytest.mark.parametrize("query", ["hacked", "onerror", "javascript"])
def test_search_shows_text(sites: Sites, desktop: BrowserContext, query: str) -> None:
    """Who searches for a part of a script finds the script as text, and nothing runs."""
    page = desktop.new_page()
    page.add_init_script(TRAPS)
    watch = Watch(page, sites.hostile.url)
    page.goto(sites.hostile.url)
    search(page, query)
    expect(page.locator(".md-search-result__list")).to_contain_text(query, ignore_case=True)
    assert page.evaluate(DANGEROUS) == []
    assert watch.complaints == []


def test_zensical_shows_the_same(sites: Sites, tmp_path: Path) -> None:
    """The other engine's templates let no more through: same titles, metadata, elements and text."""
    project = sites.hostile.folder.parent
    for part in ("mkdocs.yml", "briefings", "templates"):
        source = project / part
        (shutil.copytree if source.is_dir() else shutil.copy)(source, tmp_path / part)
    tool(["zensical", "build"], tmp_path)
    mine, theirs = read_built(sites.hostile.folder), read_built(tmp_path / "site")
    for path, page in mine.items():
        other = theirs[path]
        assert other.title == page.title, path
        assert other.text == page.text, path
        assert other.metas | {"generator": ""} == page.metas | {"generator": ""}, path
        assert [each for each in other.elements if each != "a"] == [
            each for each in page.elements if each != "a"
        ]
