"""Markdown as two readers see it: the one that builds the site, and CommonMark, which GitHub follows."""

from __future__ import annotations

import html
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

import markdown
import yaml
from markdown_it import MarkdownIt

_SITE: Final = Path(__file__).resolve().parents[2] / "mkdocs.yml"
_VOID: Final = frozenset({"br", "hr", "img", "input", "meta", "link"})


@lru_cache(maxsize=1)
def _extensions() -> tuple[list[str], dict[str, dict[str, object]]]:
    """Return the extensions of the site, without links beside headings: these are no part of the page."""
    text = _SITE.read_text(encoding="utf-8")
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    assert isinstance(node, yaml.MappingNode)
    loader = yaml.SafeLoader("")
    found = next(
        loader.construct_object(value, deep=True)
        for key, value in node.value
        if key.value == "markdown_extensions"
    )
    names: list[str] = []
    configs: dict[str, dict[str, object]] = {}
    for entry in found:
        name, config = (entry, {}) if isinstance(entry, str) else next(iter(entry.items()))
        names.append(name)
        configs[name] = {**config, "permalink": False} if name == "toc" else config
    return names, configs


@lru_cache(maxsize=1)
def _python_markdown() -> markdown.Markdown:
    names, configs = _extensions()
    return markdown.Markdown(extensions=names, extension_configs=configs)


def by_python_markdown(text: str) -> str:
    """Return HTML as MkDocs makes it."""
    return _python_markdown().reset().convert(text)


@lru_cache(maxsize=1)
def _commonmark() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table")


def by_commonmark(text: str) -> str:
    """Return HTML as CommonMark with GitHub's tables makes it."""
    rendered: str = _commonmark().render(text)
    return rendered


def body(page: str) -> str:
    """Return a page without its front matter."""
    _, _, rest = page.removeprefix("---\n").partition("\n---\n")
    return rest


class Shape(HTMLParser):
    """The elements of a page, in order, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.items: list[str] = []
        """Texts of the stretches between tags."""

        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element with those of its attributes that readers agree on."""
        found = dict(attrs)
        is_ours = tag in {"a", "mark"}
        self.tags.append(tag)
        if is_ours and found.get("id"):
            self.ids.append(found["id"] or "")
        if tag == "a" and "href" in found:
            self.links.append(html.unescape(found["href"] or ""))
        dangerous = [name for name in found if name.startswith("on") or name in {"src", "style"}]
        assert not dangerous, found

    def handle_endtag(self, tag: str) -> None:
        """Note where an element ends."""
        if tag not in _VOID:
            self.tags.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.items.append(data)

    @property
    def text(self) -> str:
        """Return all text, each run of white space one space."""
        return " ".join("".join(self.items).split())
