"""A crawler over built HTML: what the pages of a site hold, and which of its links lead nowhere."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import unquote, urlsplit

_VOID: Final = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_ADDRESSES: Final = frozenset(["href", "src", "action", "poster"])
_UNSEEN: Final = frozenset(["script", "style", "template", "svg"])
_INLINE: Final = frozenset(["a", "b", "code", "em", "i", "mark", "small", "span", "strong", "sub", "sup"])


@dataclass(slots=True)
class BuiltPage:
    """One HTML file."""

    path: str
    """Below the site's folder, with forward slashes."""

    title: str = ""
    metas: dict[str, str] = field(default_factory=dict)
    """Content of the ``<meta>`` elements, by name or property."""

    ids: set[str] = field(default_factory=set)
    """All anchors."""

    links: list[str] = field(default_factory=list)
    """Addresses of links, scripts, style sheets, pictures, as they stand."""

    content_ids: list[str] = field(default_factory=list)
    """Anchors of the content, in order; tags and links of headings to themselves are no content."""

    content_links: list[str] = field(default_factory=list)
    """Addresses of the content."""

    elements: list[str] = field(default_factory=list)
    """Elements of the content, in order, with their classes."""

    text: str = ""
    """Visible text of the content, each run of white space one space."""

    tags: tuple[str, ...] = ()
    """Texts of the tags."""


class _State(NamedTuple):
    """Where in a page the reader is."""

    tag: str
    is_content: bool
    is_hidden: bool
    is_tags: bool


class _Reader(HTMLParser):
    def __init__(self, page: BuiltPage) -> None:
        super().__init__(convert_charrefs=True)
        self._page = page
        self._open: list[_State] = []
        self._words: list[str] = []
        self._tags: list[str] = []

    @property
    def _state(self) -> _State:
        return self._open[-1] if self._open else _State("", is_content=False, is_hidden=False, is_tags=False)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        classes = found.get("class", "").split()
        outer = self._state
        is_tags = outer.is_tags or "md-tags" in classes
        state = _State(
            tag,
            is_content=outer.is_content or "md-content__inner" in classes,
            is_hidden=outer.is_hidden or is_tags or tag in _UNSEEN or "headerlink" in classes,
            is_tags=is_tags,
        )
        self._note(tag, found, state)
        if "md-tag" in classes:
            self._tags.append("")
        if tag not in _INLINE:
            self._words.append(" ")
        if tag not in _VOID:
            self._open.append(state)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self._words.append(" ")
        for number in range(len(self._open) - 1, -1, -1):
            if self._open[number].tag == tag:
                del self._open[number:]
                break

    def handle_data(self, data: str) -> None:
        state = self._state
        if state.tag == "title" and any(each.tag == "head" for each in self._open):
            self._page.title += data
        elif state.is_content and not state.is_hidden:
            self._words.append(data)
        elif state.is_tags and self._tags:
            self._tags[-1] += data

    def finish(self) -> None:
        self.close()
        self._page.text = " ".join("".join(self._words).split())
        self._page.tags = tuple(" ".join(tag.split()) for tag in self._tags)
        self._page.title = " ".join(self._page.title.split())

    def _note(self, tag: str, found: Mapping[str, str], state: _State) -> None:
        page = self._page
        if "id" in found:
            page.ids.add(found["id"])
        addresses = [value for name, value in found.items() if name in _ADDRESSES]
        page.links += addresses
        if tag == "meta" and (name := found.get("name") or found.get("property")):
            page.metas[name] = found.get("content", "")
        if state.is_content and not state.is_hidden:
            page.elements.append(".".join([tag, *found.get("class", "").split()]))
            page.content_links += addresses
            if "id" in found:
                page.content_ids.append(found["id"])


def read_page(path: str, text: str) -> BuiltPage:
    """Return what one page holds."""
    page = BuiltPage(path)
    reader = _Reader(page)
    reader.feed(text)
    reader.finish()
    return page


def read_built(folder: Path) -> dict[str, BuiltPage]:
    """Return every HTML page below a folder, by path."""
    files = {file.relative_to(folder).as_posix(): file for file in sorted(folder.rglob("*.html"))}
    return {path: read_page(path, file.read_text(encoding="utf-8")) for path, file in files.items()}


def resolve(page: str, link: str) -> str:
    """Return where a link on a page leads: the path of a file of the site with its anchor, or an address.

    A path that leads out of the site begins with ``../``.
    """
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or parts.path.startswith("/"):
        return link
    path = unquote(parts.path)
    target = page if not path else posixpath.join(posixpath.dirname(page), path)
    if path and posixpath.basename(path) in {"", ".", ".."}:
        target = posixpath.join(target, "index.html")
    fragment = f"#{unquote(parts.fragment)}" if parts.fragment else ""
    return posixpath.normpath(target) + fragment


def broken_links(folder: Path, pages: Mapping[str, BuiltPage], root: str = "/") -> Iterator[str]:
    """Yield ``page: address`` for each link inside the site that leads to no file, or to no anchor of it.

    ``root`` is the path that the site is served below, with a slash at either end.
    """
    for page in pages.values():
        for link in page.links:
            # What is absolute is read like a link of a page at the top: 404.html has such links.
            below = link.startswith(root) and not link.startswith("//")
            target = (
                resolve("404.html", f"./{link.removeprefix(root)}") if below else resolve(page.path, link)
            )
            if urlsplit(target).scheme or target.startswith("//"):
                continue
            path, _, anchor = target.partition("#")
            if path.startswith(("../", "/")) or not (folder / path).is_file():
                yield f"{page.path}: {link}"
            elif anchor and path in pages and anchor not in pages[path].ids:
                yield f"{page.path}: {link} (no such anchor)"
