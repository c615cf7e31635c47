"""Web pages give their main text and what they say of themselves."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest

from generator.drafting.raw import RawArticle, RawForm, html, read_raw
from generator.drafting.raw.web_metadata import WebMetadata, read_web_metadata
from generator.text import BlockRole

_LD = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"},
{"@type": ["NewsArticle"], "headline": "Ferry talks resume in Port Alder",
"datePublished": "2031-05-13T08:00:00+02:00",
"author": [{"@type": "Person", "name": "Jo Ray"}, {"name": "Al Berg"}],
"publisher": {"name": "Alder Courier"},
"mainEntityOfPage": {"@id": "https://example.org/ferry"}, "inLanguage": "en-GB"}]}</script>"""
_OG = """<meta property="og:title" content="Talks"><meta property="og:site_name" content="Courier">
<meta property="article:published_time" content="2031-05-14T00:00:00Z">
<meta property="og:url" content="https://example.org/og"><meta name="author" content="Staff">"""
_BODY = """<body><nav><a href="/">Home</a> <a href="/x">News</a></nav><article><h1>Ferry talks resume</h1>
<p>Talks between the union and the minister resumed on Monday after nearly three weeks without crossings, said
an official close to the talks on the harbour.</p><h2>Crews</h2>
<p>"We are close, but 14 crews are still out," the minister said. Ferries sail on Friday &amp; Saturday.</p>
<ul><li>One crew came back</li><li>Two did not</li></ul>
<table><tr><td>Ferries</td><td>14</td></tr></table>
<script>alert("x")</script></article><footer>Cookie notice. All rights reserved.</footer></body>"""


def _page(head: str) -> str:
    return f"<!doctype html><html lang='en'><head><title>Page</title>{head}</head>{_BODY}</html>"


def _article(head: str) -> RawArticle:
    article = read_raw("a.html", _page(head), RawForm.HTML).article
    assert article is not None
    return article


def test_the_main_text_has_its_blocks() -> None:
    """Headings, paragraphs, items and rows of tables are told apart; menus and scripts are not there."""
    source = _article("").source
    roles = {block.span.of(source.text): block.role for block in source.blocks}
    assert roles["Ferry talks resume"] is BlockRole.HEADING
    assert roles["One crew came back"] is BlockRole.ITEM
    assert roles["Ferries 14"] is BlockRole.ITEM
    assert '"We are close, but 14 crews are still out," the minister said.' in source.text
    assert "Friday & Saturday" in source.text
    assert not any(words in source.text for words in ("Home", "alert", "Cookie"))


def test_json_ld_goes_before_open_graph() -> None:
    """What schema.org says counts first, then Open Graph, then the title of the page."""
    article = _article(_LD + _OG)
    assert article.headline == "Ferry talks resume in Port Alder"
    assert article.published == dt.date(2031, 5, 13)
    assert (article.publisher, article.byline) == ("Alder Courier", "Jo Ray, Al Berg")
    assert (article.url, article.language) == ("https://example.org/ferry", "en-GB")
    assert article.gaps == ()
    other = _article(_OG)
    assert (other.headline, other.publisher, other.byline) == ("Talks", "Courier", "Staff")
    assert (other.published, other.url) == (dt.date(2031, 5, 14), "https://example.org/og")
    assert _article("").headline == "Page"


@pytest.mark.parametrize(
    "script",
    ["{", "[" * 100_000, '"x"', "null", '{"@type": "NewsArticle", "headline": 5, "url": {"@id": 7}}'],
)
def test_broken_json_ld_is_passed_over(script: str) -> None:
    """Pages are full of it."""
    found = read_web_metadata(f'<title>Page</title><script type="application/ld+json">{script}</script>')
    assert found == WebMetadata(headline="Page")


def test_an_address_that_could_run_is_none() -> None:
    """Only http and https are addresses."""
    assert read_web_metadata('<link rel="canonical" href="javascript:alert(1)">').url is None


def test_a_page_without_an_article_is_a_problem() -> None:
    """Nothing is made of nothing."""
    for page in ("<html></html>", "<html><body></body></html>"):
        raw = read_raw("a.html", page, RawForm.HTML)
        assert raw.article is None
        assert [problem.code for problem in raw.problems] == ["unreadable-file"]


def test_without_the_extra_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Web pages without trafilatura are a missing-extra that says what to install."""

    def absent(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(html, "import_module", absent)
    (problem,) = read_raw("a.html", _page(""), RawForm.HTML).problems
    assert problem.code == "missing-extra"
    assert problem.example == "pip install 'mkdocs-briefings[html]'"


def test_the_extra_is_loaded_when_it_is_asked_for() -> None:
    """Reading other forms does not load what reading web pages takes."""
    code = (
        "import sys, generator.drafting.raw; sys.exit('trafilatura' in sys.modules or 'lxml' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
