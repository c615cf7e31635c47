"""YAML trees, for any text and against PyYAML's own reading."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.formats.yaml_tree import Plain, YamlList, YamlMap, YamlNode, YamlScalar, parse_yaml, to_plain
from generator.problems import CODES
from tests.support.work import is_linear

KEYS = st.sampled_from(["title", "a b", "é", "🚢", "12:30", "no", "x-1"])
VALUES = st.sampled_from(
    ["text", "12:30", "a: b", "it's", '"q"', "- x", "#c", "", "null", "~", "two\nlines\n", "é 🚢", "@x", "[y"]
)
TREES = st.recursive(
    VALUES,
    lambda inner: st.dictionaries(KEYS, inner, max_size=4) | st.lists(inner, max_size=3),
    max_leaves=12,
)
STYLES = st.sampled_from([None, "'", '"', "|", ">"])


@settings(max_examples=200, deadline=None, derandomize=True)
@given(TREES, STYLES, st.booleans(), st.sampled_from([None, "\r\n"]))
def test_what_is_written_is_read(tree: Plain, style: str | None, flow: bool, line_end: str | None) -> None:  # noqa: FBT001 (a strategy gives it)
    """A tree that PyYAML writes comes back as it was, every scalar a text."""
    raw = yaml.dump(
        tree,
        default_style=style,
        default_flow_style=flow,
        allow_unicode=True,
        line_break=line_end,
        sort_keys=False,
    ).replace("!!str ", "")
    # a tag is what PyYAML needs so that it reads text again; to us every scalar is text
    node, problems = parse_yaml(raw, "seeds/a.yml")
    assert problems == []
    assert node is not None
    assert as_text(node) == tree


def as_text(node: YamlNode) -> Plain:
    """Return a tree in which nothing is null."""
    if isinstance(node, YamlMap):
        return {key: as_text(entry.node) for key, entry in node.entries.items()}
    if isinstance(node, YamlList):
        return [as_text(item) for item in node.items]
    return node.value


PARTS = st.sampled_from(
    [*"abé🚢:-?,[]{}#&*!|>'\"%@` \n\t\r\x85\u2028\ufeff\x00\ud800", ": ", "- ", "a: ", "  ", "---\n"]
)


@settings(max_examples=500, deadline=None, derandomize=True)
@given(st.lists(PARTS, max_size=20).map("".join))
def test_any_text_gives_a_tree_or_problems_with_places(text: str) -> None:
    """Nothing crashes; a problem has a known code and a place in the file."""
    node, problems = parse_yaml(text, "seeds/a.yml", first_line=2)
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in problems:
        assert problem.code in CODES
        assert 2 <= problem.location.line <= len(lines) + 1
        assert 1 <= problem.location.column <= len(lines[problem.location.line - 2]) + 1
    if node is not None and not problems:
        to_plain(node)
        for scalar in scalars(node):
            line = lines[scalar.location.line - 2]
            if scalar.plain and scalar.value and "\n" not in scalar.value:
                assert line[scalar.location.column - 1] == scalar.value[0]


def scalars(node: YamlNode) -> list[YamlScalar]:
    """Return every value of a tree."""
    if isinstance(node, YamlScalar):
        return [node]
    inner = [entry.node for entry in node.entries.values()] if isinstance(node, YamlMap) else node.items
    return [scalar for one in inner for scalar in scalars(one)]


@pytest.mark.parametrize(
    "unit", ["[", "{", "- ", "a: ", "? ", "'", '"', "&a ", "*a ", "!t ", "- a\n", "|\n", "#", "[a, "]
)
def test_hostile_texts_cost_what_they_weigh(unit: str) -> None:
    """Eight times the text costs about eight times the work, and nothing crashes."""
    assert is_linear(lambda text: parse_yaml(text, "seeds/a.yml"), unit)
