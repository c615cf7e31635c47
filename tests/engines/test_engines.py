"""MkDocs, ProperDocs and Zensical make the same site of the same tree."""

from __future__ import annotations

import json
import posixpath
import shutil
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import pytest

from tests.support.built import BuiltPage, broken_links, read_built, resolve
from tests.support.checkout import copy_repository, tool

OF_THE_ENGINE: Final = frozenset({"__skip"})
"""Anchors that an engine puts into the content: where "Skip to content" of Zensical leads."""

NAMES_ENGINE: Final = frozenset({"generator"})
"""Metadata in which an engine names itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """One engine, and what it does in its own way."""

    name: str
    build: Callable[[Path], Path]
    """Builds a project; returns the folder of the site."""

    index: str
    """Name of the search index."""

    entries: str
    """Key of the entries in it."""

    extras: frozenset[str]
    """Files that it alone makes, beside scripts and style sheets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What an engine made."""

    engine: Engine
    folder: Path
    pages: dict[str, BuiltPage] = field(repr=False)

    @property
    def files(self) -> set[str]:
        """Return all files but the theme's scripts and style sheets, which each version names anew."""
        found = (
            path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file()
        )
        return {path for path in found if not path.startswith(("assets/javascripts/", "assets/stylesheets/"))}

    def index(self) -> list[dict[str, Any]]:
        """Return the entries of the search index."""
        data = json.loads((self.folder / self.engine.index).read_text(encoding="utf-8"))
        entries: list[dict[str, Any]] = data[self.engine.entries]
        return entries


def _by_mkdocs(project: Path) -> Path:
    tool(["mkdocs", "build", "--strict"], project)
    return project / "site"


def _by_properdocs(project: Path) -> Path:
    tool(["properdocs", "build", "--strict", "-f", "mkdocs.yml"], project)
    return project / "site"


def _by_zensical(project: Path) -> Path:
    # Zensical ignores unknown plugins: it reads what is committed, without seeds.
    shutil.rmtree(project / "seeds")
    tool(["zensical", "build", "--strict"], project)
    return project / "site"


_MATERIAL: Final = frozenset({"search/search_index.json", "sitemap.xml.gz", "tags.json"})

ENGINES: Final = (
    Engine(
        name="mkdocs",
        build=_by_mkdocs,
        index="search/search_index.json",
        entries="docs",
        extras=_MATERIAL,
    ),
    Engine(
        name="properdocs",
        build=_by_properdocs,
        index="search/search_index.json",
        entries="docs",
        extras=_MATERIAL,
    ),
    Engine(
        name="zensical",
        build=_by_zensical,
        index="search.json",
        entries="items",
        extras=frozenset({"search.json"}),
    ),
)


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    """Build the repository's site with every engine, each in a copy."""
    root = tmp_path_factory.mktemp("engines")
    projects = [copy_repository(root / engine.name) for engine in ENGINES]
    with ThreadPoolExecutor() as pool:
        futures = [
            pool.submit(engine.build, project) for engine, project in zip(ENGINES, projects, strict=True)
        ]
        folders = [future.result() for future in futures]
    return {
        engine.name: Built(engine=engine, folder=folder, pages=read_built(folder))
        for engine, folder in zip(ENGINES, folders, strict=True)
    }


@pytest.fixture(params=[engine.name for engine in ENGINES])
def site(request: pytest.FixtureRequest, sites: dict[str, Built]) -> Built:
    """Return the site of each engine in turn."""
    return sites[request.param]


@pytest.fixture(params=[engine.name for engine in ENGINES[1:]])
def other(request: pytest.FixtureRequest, sites: dict[str, Built]) -> Built:
    """Return the site of each engine that is compared with MkDocs."""
    return sites[request.param]


def ours(anchors: Iterable[str]) -> list[str]:
    """Return the anchors that the Markdown makes."""
    return [anchor for anchor in anchors if anchor not in OF_THE_ENGINE]


def leads(page: BuiltPage) -> list[str]:
    """Return where the links of a page's content lead, however they are written."""
    return [resolve(page.path, link) for link in page.content_links]


def test_every_page_is_built(site: Built) -> None:
    """Each Markdown file becomes the page of its name, and nothing else becomes one."""
    docs = site.folder.parent / "briefings"
    wanted = {path.relative_to(docs).with_suffix("").as_posix() for path in docs.rglob("*.md")}
    pages = {
        f"{name}.html" if posixpath.basename(name) == "index" else f"{name}/index.html" for name in wanted
    }
    assert len(pages) > 60
    assert site.pages.keys() == pages | {"404.html"}


def test_the_same_files(other: Built, sites: dict[str, Built]) -> None:
    """Beside the theme's scripts and style sheets, sites differ in what is listed above and no more."""
    first = sites["mkdocs"]
    assert first.files - first.engine.extras == other.files - other.engine.extras
    assert first.engine.extras <= first.files
    assert other.engine.extras <= other.files


def test_no_link_is_broken(site: Built) -> None:
    """Every link, script, style sheet and picture is there, and so is every anchor."""
    assert sum(len(page.content_links) for page in site.pages.values()) > 1000
    assert list(broken_links(site.folder, site.pages)) == []


def test_the_same_anchors(other: Built, sites: dict[str, Built]) -> None:
    """The content of each page has the same anchors in the same order, none of them twice."""
    for path, page in sites["mkdocs"].pages.items():
        anchors = ours(page.content_ids)
        assert ours(other.pages[path].content_ids) == anchors, path
        assert len(set(anchors)) == len(anchors), path


def test_the_same_links(other: Built, sites: dict[str, Built]) -> None:
    """The links of each page's content lead to the same places in the same order."""
    for path, page in sites["mkdocs"].pages.items():
        assert leads(other.pages[path]) == leads(page), path


def test_the_same_text(other: Built, sites: dict[str, Built]) -> None:
    """A reader sees the same words; only the tags stand elsewhere, above or below."""
    for path, page in sites["mkdocs"].pages.items():
        assert other.pages[path].text == page.text, path
        assert other.pages[path].tags == page.tags, path


def test_the_same_elements(other: Built, sites: dict[str, Built]) -> None:
    """Headings, lists, tables and marks are the same, in the same order."""
    for path, page in sites["mkdocs"].pages.items():
        found = other.pages[path]
        assert [each for each in found.elements if each != "a"] == [
            each for each in page.elements if each != "a"
        ], path


def test_the_same_titles_and_metadata(other: Built, sites: dict[str, Built]) -> None:
    """What search engines and social networks read is the same."""
    for path, page in sites["mkdocs"].pages.items():
        found = other.pages[path]
        assert found.title == page.title, path
        names = page.metas.keys() | found.metas.keys()
        differing = {name for name in names if page.metas.get(name) != found.metas.get(name)}
        assert differing <= NAMES_ENGINE, path


def test_every_page_loads_the_script(site: Built) -> None:
    """The preview of passages and the way back come with each engine."""
    for path, page in site.pages.items():
        scripts = [link for link in page.links if link.endswith("assets/evidence.js")]
        assert len(scripts) == 1, path


def test_search_finds_the_same(other: Built, sites: dict[str, Built]) -> None:
    """The search index has the same sections with the same titles; what is kept out of it is kept out."""
    first = sites["mkdocs"].index()
    found = other.index()
    assert len(first) > 100
    assert [(entry["location"], entry["title"]) for entry in sorted(found, key=_location)] == [
        (entry["location"], entry["title"]) for entry in sorted(first, key=_location)
    ]


def _location(entry: dict[str, Any]) -> str:
    location: str = entry["location"]
    return location


def test_pages_have_one_title_and_a_description(site: Built) -> None:
    """Each page has a title of its own, and says what it is about."""
    titles = [page.title for path, page in site.pages.items() if path != "404.html"]
    assert len(set(titles)) == len(titles)
    assert [page.path for page in site.pages.values() if not page.metas.get("description", "").strip()] == []
