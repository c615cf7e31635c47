"""Whatever a value holds, a page shows exactly its text and no element more."""

from __future__ import annotations

import json
import string
from typing import Final

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jinja2 import DictLoader

from generator.rendering.environment import MarkdownEnvironment
from generator.rendering.escaping import escape, escape_thoroughly, visible
from tests.support.markdown import Shape, by_commonmark, by_python_markdown
from tests.support.shared import SHARED, needs_shared

PLACES: Final = """\
# {{ text }}

{{ text }}

<div class="bf-x" markdown>

{{ text }}{{ text }}

- {{ text }}
- <strong>{{ text }}</strong> <small>{{ text }} · {{ text }}</small>
- <a id="fact-x"></a>“[{{ text }}](#span-x)” {{ text }}

| Head | Head |
| --- | --- |
| <a id="fact-y"></a>[{{ text }}](#span-y) | {{ text }} |

<mark id="span-x" class="bf-x"><mark id="span-y">{{ text }}</mark>{{ text }}</mark>{{ text }}

<em>{{ text }}</em>[{{ text }}](../x.md)!

</div>
"""

_ENVIRONMENT: Final = MarkdownEnvironment([])
_ENVIRONMENT.loader = DictLoader({"places": PLACES})
_BUSY: Final = st.text(alphabet=string.punctuation + " \n\tab1wW.", min_size=1, max_size=24)
_ANY: Final = st.text(min_size=1, max_size=24)
_WORDS: Final = st.lists(
    st.sampled_from(
        "http://a.example www.a.example a@b.example :smile: @name #123 1. - + * > --- === ``` ~~~ "
        "<script>alert(1)</script> <b> </div> &amp; &#60; {{1}} {%x%} ![a](b) [a](b) [a]: [^1] *[a] $x$ "
        "javascript:alert(1) | \\ \\* ** __ != !!! ??? ++ -- __a__ <!-- --> ]]> klzzwxh:0001 [TOC] "
        "{: #x}".split()
    ),
    min_size=1,
    max_size=6,
).map(" ".join)


def render(text: str) -> str:
    """Return the template of all places with a text in each."""
    return _ENVIRONMENT.get_template("places").render(text=text)


def check(text: str) -> None:
    """Assert that both readers show the text and the elements of the template, and nothing more."""
    shown = visible(text)
    if not shown.strip():
        return
    expected = " ".join(PLACES_TEXT.replace("\0", shown).split())
    for read, plain in ((by_python_markdown, PLAIN_SITE), (by_commonmark, PLAIN_COMMONMARK)):
        shape = Shape(read(render(text)))
        assert shape.text == expected
        assert shape.tags == plain.tags
        assert shape.ids == plain.ids
        assert shape.links == plain.links


PLAIN_SITE: Final = Shape(by_python_markdown(render("x")))
PLAIN_COMMONMARK: Final = Shape(by_commonmark(render("x")))
PLACES_TEXT: Final = "\0\n\0\n\0\0\n\0\n\0 \0 · \0\n“\0” \0\nHead\nHead\n\0\n\0\n\0\0\0\n\0\0!"


@settings(max_examples=120, deadline=None)
@given(_BUSY)
@example("1.")
@example("1")
@example("2031. In May")
@example("- ")
@example("= ")
@example("``")
@example("a@b.c")
@example(":smile:")
@example("&amp;#60;b&gt;")
def test_punctuation(text: str) -> None:
    """Marks of Markdown in a value are shown as they are."""
    check(text)


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.text(alphabet="aW1 .,:;?!)-'", max_size=12), _BUSY, _ANY))
@example("www. a")
@example("a: b")
@example("1)")
def test_quick_look(text: str) -> None:
    """What a quick look takes for harmless is what all replacements leave as it is."""
    assert escape(text) == escape_thoroughly(text)


@settings(max_examples=60, deadline=None)
@given(_WORDS)
def test_constructs(text: str) -> None:
    """Links, tags, references, footnotes, templates and addresses in a value are shown as they are."""
    check(text)


@settings(max_examples=60, deadline=None)
@given(_ANY)
def test_any_text(text: str) -> None:
    """Characters of every script are shown as they are."""
    check(text)


@needs_shared
def test_naughty_strings() -> None:
    """Every string of the list of naughty strings is shown as it is."""
    strings = json.loads((SHARED / "corpora" / "blns" / "blns.json").read_text(encoding="utf-8"))
    assert len(strings) > 400
    for text in strings:
        check(text)


@settings(max_examples=80, deadline=None)
@given(st.one_of(_BUSY, _ANY, _WORDS))
def test_front_matter(text: str) -> None:
    """A value in front matter is one line of YAML that gives the text escaped for HTML."""
    source = _ENVIRONMENT.from_string("title: {{ text|quote }}\n").render(text=text)
    assert source.count("\n") == 1
    title = yaml.safe_load(source)["title"]
    assert not set(title) & set("<>\"'")
    assert Shape(f"<p>{title}</p>").text == " ".join(visible(text).split())


@pytest.mark.parametrize("name", ["", "a b", 'x"', "x>", "1", "é", "x\n"])
def test_anchor_refuses(name: str) -> None:
    """What is no id of ours cannot become an attribute."""
    with pytest.raises(ValueError, match="is no anchor"):
        _ENVIRONMENT.from_string("{{ name|anchor }}").render(name=name)
