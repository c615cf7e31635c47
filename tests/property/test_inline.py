"""Inline marks, for any text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.attrs import attrs_plugin

from generator.formats.document import Document
from generator.formats.inline import MAX_PROBLEMS, read_inline
from generator.problems import CODES
from generator.text import Span, normalise
from tests.support.work import is_linear

FRONT = "---\ntitle: A title\n---\n"

# -- a text with marks in it, and how it is written ---------------------------------------------------------

WORDS = st.sampled_from(
    [
        "talks",
        "14",
        "crews,",
        "“No,”",
        "é",
        "e\u0301",
        "🚢",
        "👩\u200d🚀",
        "שלום",
        "عربى",
        "한",
        "𝒳y",
        "a*b",
        "[sic]",
        "{x}",
    ]
)
NAMES = st.sampled_from(["figure", "event", "quote", "x-1", "größe"])
VALUES = st.sampled_from(["a", "2031-05-12/..", "two words", 'a "b"', "back\\slash", "{.c} ]{", "é🚢", ""])
GAPS = st.sampled_from([" ", " ", " ", "\n", "\u00a0", "  "])


@dataclass(frozen=True)
class Marked:
    """A mark as it should be read."""

    name: str
    id: str | None
    value: str
    words: tuple[Marked | str, ...]


def marked(content: st.SearchStrategy[Marked | str]) -> st.SearchStrategy[Marked | str]:
    """Return a strategy for a mark around some content."""
    words = st.lists(content, min_size=1, max_size=3).map(tuple)
    return st.builds(Marked, name=NAMES, id=st.none() | NAMES, value=VALUES, words=words)


NODES = st.recursive(WORDS, marked, max_leaves=5)
BLOCKS = st.lists(st.lists(NODES, min_size=1, max_size=5), min_size=1, max_size=3)


class Writer:
    """Writes nodes as Markdown and keeps where each bracket stands and which words it holds."""

    def __init__(self, gaps: list[str], line_end: str) -> None:
        self.raw: list[str] = []
        self.plain: list[str] = []
        self.brackets: list[tuple[Marked, int, str]] = []
        self._gaps = gaps
        self._count = 0
        self._line_end = line_end

    def write(self, nodes: list[Marked | str] | tuple[Marked | str, ...]) -> None:
        """Write nodes with gaps between them."""
        for number, node in enumerate(nodes):
            if number:
                gap = self._gaps[self._count % len(self._gaps)]
                self._count += 1
                self.raw.append(gap.replace("\n", self._line_end))
                self.plain.append(" ")
            if isinstance(node, str):
                self.raw.append(re.sub(r"([\\\[\]*{}])", r"\\\1", node))
                self.plain.append(node)
            else:
                self._mark(node)

    def _mark(self, node: Marked) -> None:
        slot = len(self.brackets)
        at, start = sum(map(len, self.raw)), len(self.plain)
        self.raw.append("[")
        self.brackets.append((node, at, ""))
        self.write(node.words)
        value = node.value.replace("\\", "\\\\").replace('"', '\\"')
        identifier = f" #{node.id}" if node.id else ""
        self.raw.append(f']{{.{node.name}{identifier} title="{value}"}}')
        self.brackets[slot] = (node, at, unicodedata.normalize("NFC", "".join(self.plain[start:])))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    blocks=BLOCKS,
    gaps=st.lists(GAPS, min_size=1, max_size=5),
    line_end=st.sampled_from(["\n", "\r\n", "\r"]),
    prefix=st.sampled_from(["", "> ", "- ", "## "]),
    mark=st.sampled_from(["", "\ufeff"]),
)
def test_what_is_written_is_read(
    blocks: list[list[Marked | str]], gaps: list[str], line_end: str, prefix: str, mark: str
) -> None:
    """Marks written out by rule come back with their words, names and the places of their brackets."""
    if prefix:
        gaps = [gap.replace("\n", " ") for gap in gaps]
    writer = Writer(gaps, line_end)
    writer.raw.append(FRONT.replace("\n", line_end))
    for number, block in enumerate(blocks):
        if number:
            writer.raw.append(line_end * 2)
            writer.plain.append("\n\n")
        writer.raw.append(prefix)
        writer.write(block)
    raw = "".join(writer.raw)
    document, problems = read_inline("seeds/a.md", mark + raw)
    assert problems == []
    assert document is not None
    assert document.source is not None
    text = document.source.text
    assert text == unicodedata.normalize("NFC", "".join(writer.plain))
    assert len(document.marks) == len(writer.brackets)
    lines = raw.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for found, (node, _, words) in zip(document.marks, writer.brackets, strict=True):
        assert found.spans[0].of(text) == words
        assert (found.kind, found.id) == (node.name, node.id)
        assert found.attributes["title"].value == node.value
        line = lines[found.location.line - 1]
        assert line[found.location.column - 1] == "["
        assert line[found.kind_location.column - 1 :].startswith(node.name) or (
            found.kind_location.line != found.location.line
        )
    places = [mark.location for mark in document.marks]
    assert places == sorted(places)
    assert len(set(places)) == len(places)


# -- any text at all ----------------------------------------------------------------------------------------

SIGNS = "[]{}()*_`\\\"'!#>-+.:=%<& \t\n\r\v\f\u00a0\u0301\x85\u2028\ufeffaé🚢"
WHOLE = (
    "]{",
    "[a",
    "]{.x}",
    "{.x",
    "{#x",
    "](u)",
    "](<",
    ' "',
    "1. ",
    "> ",
    "- ",
    "```",
    "~~~\n",
    "\n\n",
    "***",
)
PARTS = st.sampled_from([*SIGNS, *WHOLE, "---\n", "\r\n", "    ", "\\]", "\\[", "=b"])
TEXTS = st.lists(PARTS, max_size=24).map("".join) | st.text(max_size=40)


def outside_code(content: str) -> bool:
    """Return whether a text has no code, in which what looks like a mark is none."""
    return "`" not in content and "~~~" not in content


@settings(max_examples=600, deadline=None, derandomize=True)
@given(TEXTS)
@example('[a](b "]{.x}")')
@example('[a]{b="\\"]{.x}')
@example("> [a\n]{.x}")
@example("`a [b`]{.x}")
@example("![a]{.x}")
@example("[\u0301]{.x}")
@example("e[\u0301]{.x}")
def test_any_text_is_read_and_no_mark_vanishes(content: str) -> None:
    """Nothing crashes, everything read is sound, and an unescaped ``]{`` gives a mark or a problem."""
    document, problems = read_inline("seeds/a.md", FRONT + content)
    assert document is not None
    assert document.source is not None
    assert document.places is not None
    text = document.source.text
    # as a plain text with a byte order mark: one that begins the body itself is a character
    assert normalise(f"\ufeff{text}") == text
    spans = [block.span for block in document.source.blocks]
    assert "\n\n".join(span.of(text) for span in spans) == text
    lines = re.split(r"\r\n|\r|\n", FRONT + content)
    for mark in document.marks:
        span = mark.spans[0]
        assert len(span)
        assert any(block.contains(span) for block in spans)
        assert span.of(text) == span.of(text).strip()
        assert lines[mark.location.line - 1][mark.location.column - 1] == "["
    for problem in problems:
        assert problem.code in CODES
        assert 1 <= problem.location.line <= len(lines)
        assert 1 <= problem.location.column <= len(lines[problem.location.line - 1]) + 1
    bare = re.sub(r"\\[!-/:-@\[-`{-~]\{?", "", content)
    if outside_code(content) and re.search(r"\]\{|\{[.#][a-z]", bare) and "%" not in content:
        assert problems or document.marks or document.source.skipped


@settings(max_examples=300, deadline=None, derandomize=True)
@given(TEXTS)
def test_each_word_is_found_in_the_file(content: str) -> None:
    """The place of each letter of the text holds that letter, or what it was composed from."""
    document, _ = read_inline("seeds/a.md", FRONT + content)
    assert document is not None
    assert document.source is not None
    assert document.places is not None
    text = document.source.text
    lines = re.split(r"\r\n|\r|\n", FRONT + content)
    for at, char in enumerate(text):
        if not char.isspace():
            place = document.places.location(Span(at, at + 1))
            column = place.column - 1
            there = lines[place.line - 1][column : column + place.length]
            assert unicodedata.normalize("NFD", char)[0] in unicodedata.normalize("NFD", there)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_do_not_matter(line_end: str) -> None:
    """The same article with other line ends has the same text, marks and places."""
    raw = FRONT + "One [a\nb]{.figure\nby=x} two\n\n> [c]{.event} **d**{.figure}\n"
    first, first_problems = read_inline("seeds/a.md", raw)
    other, problems = read_inline("seeds/a.md", raw.replace("\n", line_end))
    assert first is not None
    assert other is not None
    assert (other.source, other.marks, problems) == (first.source, first.marks, first_problems)


# -- the attrs plugin as an oracle --------------------------------------------------------------------------

SIMPLE = st.sampled_from(["a", "Z9", "x-y", "x_1", "a:b"])
QUOTED = st.sampled_from(['""', '"a b"', '"a, b; [c]"', '"é 🚢"', '"=.#"', '"\'"', '"%"'])
ITEMS = st.one_of(
    SIMPLE.map(".{}".format),
    st.builds("{}={}".format, st.sampled_from(["k", "k2", "data-x", "ns:k", "_u"]), SIMPLE | QUOTED),
    st.just("% a comment %"),
    SIMPLE.map("class={}".format),
)


@st.composite
def braces(draw: st.DrawFn) -> str:
    """Draw braces that the plugin reads, with each key once."""
    items = [".kind", *draw(st.lists(ITEMS, max_size=4, unique_by=lambda item: item.partition("=")[0]))]
    if draw(st.booleans()):
        items.insert(draw(st.integers(0, len(items))), draw(SIMPLE.map("#{}".format)))
    gap = draw(st.sampled_from([" ", "  ", "\t", "\n"]))
    edge = draw(st.sampled_from(["", " "]))
    return "{" + edge + gap.join(items) + edge + "}"


PLAIN = st.sampled_from(["words", "two words", "*em*", "`code`", "[sic]", "a\nb", "\\[x\\]", "[l](u)", "é"])
SPANS = st.recursive(
    PLAIN,
    lambda inner: st.builds("{}[{} {}]{}".format, PLAIN.map(lambda word: word + " "), inner, PLAIN, braces()),
    max_leaves=4,
)


def oracle() -> MarkdownIt:
    """Return CommonMark with the plugin that reads spans."""
    return MarkdownIt("commonmark").use(attrs_plugin, spans=True)


def spans_of(tokens: list[Token]) -> list[tuple[str, dict[str, str]]]:
    """Return the words and attributes of each span of the plugin, by opening bracket."""
    found: list[tuple[list[str], dict[str, str]]] = []
    opened: list[list[str]] = []
    for token in tokens:
        if token.type == "span_open":
            words: list[str] = []
            found.append((words, {key: str(value) for key, value in token.attrs.items()}))
            opened.append(words)
        elif token.type == "span_close":
            opened.pop()
        else:
            text = " " if token.type in ("softbreak", "hardbreak") else token.content
            for words in opened:
                words.append(text)
    return [("".join(words), attributes) for words, attributes in found]


def as_attributes(document: Document) -> list[tuple[str, dict[str, str]]]:
    """Return the words and attributes of each mark, in the form of the plugin."""
    assert document.source is not None
    found = []
    for mark in document.marks:
        attributes = {key: attribute.value for key, attribute in mark.attributes.items()}
        attributes["class"] = " ".join([mark.kind, *(name for name, _ in mark.classes)])
        if mark.id is not None:
            attributes["id"] = mark.id
        found.append((mark.spans[0].of(document.source.text), attributes))
    return found


@settings(max_examples=300, deadline=None, derandomize=True)
@given(SPANS)
def test_all_that_the_plugin_reads_is_read_alike(content: str) -> None:
    """Every mark that the attrs plugin accepts has the same words, classes, id and attributes here."""
    tokens = oracle().parse(content)
    expected = spans_of([child for token in tokens for child in token.children or ()])
    document, problems = read_inline("seeds/a.md", FRONT + content)
    assert problems == []
    assert document is not None
    assert as_attributes(document) == expected


# -- hostile texts ------------------------------------------------------------------------------------------

HOSTILE = {
    "brackets": "[",
    "closing": "]",
    "braces": "{",
    "asterisks": "*",
    "underscores": "_a",
    "emphasis": "*a ",
    "backticks": "`a``b",
    "marks": "[a]{.x}",
    "open marks": "[a]{.x ",
    "quotes": '[a]{b="}',
    "comments": "[a]{.x %",
    "links": "[a](b",
    "angles": "[a](<b",
    "titles": '[a](b "',
    "nested": "[[a]{.x}",
    "stray": "]{",
    "strays": "{.x",
    "backslashes": "\\",
    "blanks": "{ ",
    "quoted": "> ",
    "items": "- a\n",
    "lines": "a\n",
    "combining": "e\u0301\u0327",
    "fences": "```\n",
    "numbers": "1. a\n\n- b\n\n",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_texts_cost_what_they_weigh(unit: str) -> None:
    """Eight times the text costs about eight times the work."""
    assert is_linear(lambda body: read_inline("seeds/a.md", FRONT + body), unit)


def test_problems_are_collected_only_so_far() -> None:
    """A machine-made file with a million problems gives some of them."""
    _, problems = read_inline("seeds/a.md", FRONT + "{.x\n\n" * 3000)
    assert len(problems) == MAX_PROBLEMS


BRACKET_SIGNS = st.sampled_from("[|]|]{.figure}|](x)|](<a b> 'c')|{|(|)|words| |&amp;|é".split("|"))
BRACKETS = st.lists(BRACKET_SIGNS, max_size=14).map("".join)


@settings(max_examples=300, deadline=None)
@given(BRACKETS)
def test_brackets_read_as_beside_other_markup(content: str) -> None:
    """A block with brackets alone reads as it does beside an escape, which markdown-it-py has to read."""
    alone, beside = (read_inline("a.md", f"{FRONT}x{content}x {end}\n") for end in ("-", "\\-"))
    assert alone[0] is not None
    assert beside[0] is not None
    assert alone[0].source == beside[0].source
    assert alone[0].marks == beside[0].marks
    assert alone[1] == beside[1]
