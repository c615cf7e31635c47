"""Pages read alike on the site, by Python-Markdown, and on GitHub, by CommonMark."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Final
from urllib.parse import unquote, urlsplit

import pytest

from tests.support.checkout import REPOSITORY, copy_repository
from tests.support.markdown import by_commonmark, by_python_markdown

FRONT: Final = re.compile(r"\A---\n.*?^---\n", re.DOTALL | re.MULTILINE)
ANCHOR: Final = re.compile(r'<(?:a|mark) id="([^"]+)"')
HEADINGS: Final = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
NOTED: Final = HEADINGS | {
    "a", "blockquote", "code", "div", "em", "li", "mark", "ol", "pre", "small", "span", "strong", "table",
    "td", "th", "tr", "ul",
}  # fmt: skip
"""Elements that both readers have to find; a paragraph counts where it is not the whole of a list item."""

KEPT: Final = frozenset(["class", "href", "id"])


class Outline(HTMLParser):
    """The elements of a page in the order in which they begin, each with its attributes and all its text."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None], list[str]]] = []
        self._open: list[tuple[str, int | None]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        is_noted = tag in NOTED or (tag == "p" and not any(name == "li" for name, _ in self._open))
        if is_noted:
            kept = {name: value for name, value in attrs if name in KEPT}
            if tag in HEADINGS:
                # Python-Markdown gives headings ids of its own; GitHub gives them others.
                kept.pop("id", None)
            self.elements.append((tag, kept, []))
        self._open.append((tag, len(self.elements) - 1 if is_noted else None))

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        for number in range(len(self._open) - 1, -1, -1):
            if self._open[number][0] == tag:
                del self._open[number:]
                return

    def handle_data(self, data: str) -> None:
        """Give text to every element that it stands in."""
        for _, number in self._open:
            if number is not None:
                self.elements[number][2].append(data)

    def lines(self) -> list[str]:
        """Return one line for each element, that differences may be read."""
        return [
            f"{tag} {attributes} {' '.join(''.join(words).split())}"
            for tag, attributes, words in self.elements
        ]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the Markdown of every page, without front matter, by path."""
    folder = copy_repository(tmp_path_factory.mktemp("readers")) / "briefings"
    return {
        path.relative_to(folder).as_posix(): FRONT.sub("", path.read_text(encoding="utf-8"), count=1)
        for path in sorted(folder.rglob("*.md"))
    }


def test_both_readers_see_the_same(pages: dict[str, str]) -> None:
    """Headings, links, lists, tables, marks and emphasis are the same elements with the same words."""
    count = 0
    for path, text in pages.items():
        site, github = Outline(by_python_markdown(text)).lines(), Outline(by_commonmark(text)).lines()
        assert site == github, path
        count += len(site)
    assert count > 5000


def test_no_markdown_is_left_over(pages: dict[str, str]) -> None:
    """No link, emphasis, heading, table or reference is shown as the characters that it was written with."""
    left = re.compile(r"\]\(|\*\*|^#+ |\| ---|&#?\w+;|<[a-z/]", re.MULTILINE)
    for path, text in pages.items():
        for read in (by_python_markdown, by_commonmark):
            shown = Outline(f"<div>{read(text)}</div>").elements[0][2]
            assert left.search("".join(shown)) is None, path


def test_links_lead_somewhere_without_an_engine(pages: dict[str, str]) -> None:
    """Each link of the Markdown itself leads to a file beside it, and to an anchor that is written there."""
    folder = REPOSITORY / "briefings"
    anchors = {path: set(ANCHOR.findall(text)) for path, text in pages.items()}
    anchors |= {path.relative_to(folder).as_posix(): set() for path in folder.rglob("*.jsonld")}
    broken = [
        f"{path}: {link}"
        for path, text in pages.items()
        for link in links(text)
        if not leads_somewhere(path, link, anchors)
    ]
    assert broken == []


def links(text: str) -> Iterator[str]:
    """Yield the links of a page as GitHub sees them."""
    for tag, attributes, _ in Outline(by_commonmark(text)).elements:
        if tag == "a" and "href" in attributes:
            yield attributes["href"] or ""


def leads_somewhere(path: str, link: str, anchors: dict[str, set[str]]) -> bool:
    """Return whether a link of a page leads to another site, or to a page and anchor of this one."""
    parts = urlsplit(link)
    if parts.scheme in {"http", "https"}:
        return True
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
    target = target if parts.path else path
    fragment = unquote(parts.fragment)
    return target in anchors and (not fragment or fragment in anchors[target])


def test_the_comparison_sees_a_difference() -> None:
    """Two block quotes in a row, one to Python-Markdown and two to CommonMark, are told apart."""
    text = "> one\n\n> two\n"
    assert Outline(by_python_markdown(text)).lines() != Outline(by_commonmark(text)).lines()


def test_quotes_in_a_row_are_never_written(pages: dict[str, str]) -> None:
    """No page holds a block quote in Markdown, which Python-Markdown would join to the next one."""
    assert [path for path, text in pages.items() if re.search(r"^>", text, re.MULTILINE)] == []
