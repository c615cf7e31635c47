"""YAML as a tree with places."""

from __future__ import annotations

import pytest

from generator.formats.yaml_tree import (
    MAX_DEPTH,
    YamlList,
    YamlMap,
    YamlNode,
    YamlScalar,
    locate,
    parse_yaml,
    to_plain,
)
from generator.text import Location

FRONT = """\
title: Ferry talks resume   # ours
time: 12:30
empty:
nothing: ~
quoted: "null"
stories: [ferry-strike, "strikes"]
actors:
  vance: {name: Ida Vance, aliases: [Vance, the minister]}
bottom_line: |

  Talks are on again.
  More.
folded: >-
  One
  two
last: x
"""


def tree_of(text: str, first_line: int = 1) -> YamlNode:
    """Return the tree of a text that has no problem."""
    node, problems = parse_yaml(text, "seeds/a.md", first_line=first_line)
    assert problems == []
    assert node is not None
    return node


def place(line: int, column: int, length: int) -> Location:
    """Return a place in the file."""
    return Location("seeds/a.md", line, column, length)


def test_every_scalar_is_text() -> None:
    """A time stays a time; only unquoted nothing is None."""
    plain = to_plain(tree_of(FRONT))
    assert isinstance(plain, dict)
    assert plain["time"] == "12:30"
    assert plain["empty"] is None
    assert plain["nothing"] is None
    assert plain["quoted"] == "null"
    assert plain["stories"] == ["ferry-strike", "strikes"]
    assert plain["bottom_line"] == "\nTalks are on again.\nMore.\n"
    assert plain["folded"] == "One two"


def test_plain_scalars_are_told_from_quoted_ones() -> None:
    """Quotes and block signs both make a scalar that is not plain."""
    node = tree_of("a: x\nb: \"x\"\nc: 'x'\nd: |\n  x\n")
    assert isinstance(node, YamlMap)
    values = [entry.node for entry in node.entries.values()]
    assert [value.plain for value in values if isinstance(value, YamlScalar)] == [True, False, False, False]


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        (["title"], (2, 8, 18), (2, 1, 5)),
        (["empty"], (4, 1, 5), (4, 1, 5)),
        (["quoted"], (6, 9, 6), (6, 1, 6)),
        (["stories", 1], (7, 25, 9), (7, 25, 9)),
        (["actors", "vance", "name"], (9, 17, 9), (9, 11, 4)),
        (["actors", "vance", "role"], (9, 3, 5), (9, 3, 5)),
        (["actors", "nobody", "name"], (8, 1, 6), (8, 1, 6)),
        (["bottom_line"], (12, 3, 19), (10, 1, 11)),
        (["folded"], (15, 3, 3), (14, 1, 6)),
        (["stories", 7], (7, 1, 7), (7, 1, 7)),
        (["absent"], (2, 1, 1), (2, 1, 1)),
    ],
)
def test_places(path: list[str | int], value: tuple[int, int, int], key: tuple[int, int, int]) -> None:
    """A path leads to its value or key; one that leads nowhere to the key of what lacks it."""
    node = tree_of(FRONT, first_line=2)
    found = locate(node, path)
    assert (found.line, found.column) == value[:2]
    if path != ["absent"]:
        assert found == place(*value)
    assert (locate(node, path, key=True).line, locate(node, path, key=True).column) == key[:2]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("a:\n  - {kind: figure, exact: 14 crews} # one\n", (2, 5, 31)),
        ("a:\n  - kind: figure\n    exact: 14 crews\n", (2, 5, 12)),
        ("a:\n  - spans:\n      - {start: 1, end: 2}\n", (2, 5, 5)),
        ("a:\n  - {kind: figure,\n     exact: 14 crews}\n", (2, 5, 13)),
        ("a:\n  - [one, two]\n", (2, 5, 10)),
        ("a:\n  - kind: |\n      figure\n", (2, 5, 4)),
        ("a: [{kind: figure}]", (1, 5, 14)),
        ("a:\n  - kind:\n", (2, 5, 4)),
    ],
)
def test_entries_are_underlined(text: str, at: tuple[int, int, int]) -> None:
    """An entry on one line is meant whole; of one over several lines, its first key with the value."""
    node = tree_of(text)
    assert isinstance(node, YamlMap)
    items = node.entries["a"].node
    assert isinstance(items, YamlList)
    assert items.items[0].location == place(*at)


def test_columns_count_code_points() -> None:
    """An emoji and a combining accent each count as the code points that they are."""
    node = tree_of("🚢e\u0301: x\n")
    assert locate(node, ["🚢e\u0301"]) == place(1, 6, 1)


def test_lines_end_where_editors_end_them() -> None:
    """YAML's further line ends count as columns; carriage returns as lines."""
    assert locate(tree_of("a: 1\r\nb: 2\rc: 3"), ["c"]) == place(3, 4, 1)
    assert locate(tree_of("a: 1\u2028b: 2"), ["b"]) == place(1, 9, 1)


def test_a_text_without_values_is_no_problem() -> None:
    """Nothing, or only comments, gives no tree and no problem."""
    assert parse_yaml("", "a.yml") == (None, [])
    assert parse_yaml("\ufeff# nothing yet\n", "a.yml") == (None, [])


@pytest.mark.parametrize(
    ("text", "code", "at", "words"),
    [
        ("a: 1\nb: 2\na: 3\n", "duplicate-key", (3, 1), "'a' stands twice, first on line 1"),
        ("a: {b: 1, b: 2}\n", "duplicate-key", (1, 11), "'b' stands twice"),
        ("title: Talks: day two\n", "broken-front-matter", (1, 13), "put the whole value in quotes"),
        ("title\nby: x\n", "broken-front-matter", (2, 3), "the line above ('title')"),
        ("a: 1\n  b: 2\n", "broken-front-matter", (2, 4), "indented further"),
        ("a: 1\n\tb: 2\n", "broken-front-matter", (2, 1), "use spaces"),
        ("\ta: 1\n", "broken-front-matter", (1, 1), "use spaces"),
        ("a: 'x\n", "broken-front-matter", (1, 4), "never closed"),
        ('a: "x" y\n', "broken-front-matter", (1, 8), "closing quotation mark"),
        ("a: 'it's'\n", "broken-front-matter", (1, 8), "written twice"),
        ('a: "\\q"\n', "broken-front-matter", (1, 5), "backslash"),
        ('a: "\\ud800"\n', "broken-front-matter", (1, 7), "hexadecimal"),
        ("a: @x\n", "broken-front-matter", (1, 4), "cannot begin with @"),
        ("a: * x\n", "broken-front-matter", (1, 5), "cannot begin with *"),
        ("a: [1,\n", "broken-front-matter", (2, 1), "bracket left open"),
        ("a: ]\n", "broken-front-matter", (1, 4), "found ']'"),
        ("a: {x: 1\nb: 2\n", "broken-front-matter", (1, 4), "comma or a closing bracket"),
        ("a: - b\n", "broken-front-matter", (1, 4), "list item"),
        ("- a\nb: 1\n", "broken-front-matter", (2, 1), "another list item"),
        ("a: >q\n", "broken-front-matter", (1, 5), "after | or >"),
        (": x\n", "broken-front-matter", (1, 1), "expected a key"),
        ("? [a]\n: b\n", "broken-front-matter", (1, 3), "expected text as a key"),
        ("a: &x 1\n", "broken-front-matter", (1, 4), "anchor"),
        ("a: *x\n", "broken-front-matter", (1, 4), "alias"),
        ("*x : 1\n", "broken-front-matter", (1, 1), "alias"),
        ("a: !!str 1\n", "broken-front-matter", (1, 4), "tag"),
        ("a: !x!y 1\n", "broken-front-matter", (1, 4), "tag"),
        ("%FOO\n--- a\n", "broken-front-matter", (1, 5), "cannot begin with %"),
        ("a: 1\n--- b\n", "broken-front-matter", (2, 1), "one document"),
        ("a: 1\n...\nb: 2\n", "broken-front-matter", (3, 1), "nothing after"),
        ("a: x\x07\n", "broken-front-matter", (1, 5), "U+0007"),
        ("a: \ud800\n", "broken-front-matter", (1, 4), "U+D800"),
        ('a: "x\\0"\n', "bad-value", (1, 4), "U+0000"),
    ],
)
def test_problems(text: str, code: str, at: tuple[int, int], words: str) -> None:
    """Each mistake is one problem, at its place, in words that say what to do."""
    _, problems = parse_yaml(text, "seeds/a.md")
    assert [problem.code for problem in problems] == [code]
    assert (problems[0].location.line, problems[0].location.column) == at
    assert words in problems[0].message


def test_of_equal_keys_the_first_stands() -> None:
    """The second is a problem that points back at the first."""
    node, problems = parse_yaml("a: 1\na: {b: 2}\nc: 3\n", "seeds/a.md")
    assert node is not None
    assert to_plain(node) == {"a": "1", "c": "3"}
    assert problems[0].related == (place(1, 1, 1),)


def test_several_problems_come_at_once() -> None:
    """What does not stop the parser does not stop us."""
    _, problems = parse_yaml("a: &x 1\nb: *x\na: !t 2\n", "seeds/a.md")
    assert [problem.code for problem in problems] == [
        "broken-front-matter", "broken-front-matter", "duplicate-key", "broken-front-matter",
    ]  # fmt: skip


@pytest.mark.parametrize(("sign", "end"), [("[", "]"), ("{a: ", "}")])
def test_depth(sign: str, end: str) -> None:
    """Twenty levels are read, one more is a problem, and a hundred thousand do not crash."""
    tree_of(sign * MAX_DEPTH + end * MAX_DEPTH)
    for depth in (MAX_DEPTH + 1, 100_000):
        node, problems = parse_yaml(sign * depth, "seeds/a.md")
        assert node is None
        assert "inside one another" in problems[0].message
