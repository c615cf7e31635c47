"""Writing YAML that the reader of ``yaml_tree`` reads back as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, TypeAlias

from generator.formats.yaml_tree import YamlList, YamlMap, YamlNode, YamlScalar, parse_yaml, to_plain

Data: TypeAlias = "str | int | Sequence[Data] | Mapping[str, Data] | None"
"""What can be written; text is quoted where it has to be."""

_PLAIN: Final = re.compile(r"(?:[^\W_][\w.’'()/;!?%–-]*+)(?: [\w.’'()/;!?%–][\w.’'()/;!?%–-]*+)*+")
_FURTHER: Final = "further-key"
_WORDS_OF_YAML: Final = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_ESCAPED: Final = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]')
_NAMED: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


@lru_cache(maxsize=1024)
def scalar(value: str) -> str:
    """Return one value on one line: plain where nothing in it means anything to YAML, else in quotes."""
    if _PLAIN.fullmatch(value) and value.lower() not in _WORDS_OF_YAML:
        return value
    return '"' + _ESCAPED.sub(_escape, value) + '"'


def flow(data: Data) -> str:
    """Return data on one line."""
    if data is None:
        return "null"
    if isinstance(data, int):
        return str(data)
    if isinstance(data, str):
        return scalar(data)
    if isinstance(data, Mapping):
        return "{" + ", ".join(f"{scalar(key)}: {flow(value)}" for key, value in data.items()) + "}"
    return "[" + ", ".join(map(flow, data)) + "]"


def block(data: Mapping[str, Data], indent: str = "") -> Iterator[str]:
    """Yield the lines of a mapping, one for each key; what is inside lists stands on their lines."""
    for key, value in data.items():
        name = f"{indent}{scalar(key)}:"
        if isinstance(value, Mapping) and value:
            yield name
            yield from block(value, indent + "  ")
        else:
            yield f"{name} {flow(value)}"


def plain_data(node: YamlNode) -> Data:
    """Return a tree as data to write; ``null`` stays what it is."""
    if isinstance(node, YamlMap):
        return {key: plain_data(entry.node) for key, entry in node.entries.items()}
    if isinstance(node, YamlList):
        return [plain_data(item) for item in node.items]
    return None if to_plain(node) is None else node.value


def same_tree(one: YamlNode | None, other: YamlNode | None) -> bool:
    """Return whether two trees say the same, wherever they stand."""
    if isinstance(one, YamlMap) and isinstance(other, YamlMap):
        return list(one.entries) == list(other.entries) and all(
            same_tree(entry.node, other.entries[key].node) for key, entry in one.entries.items()
        )
    if isinstance(one, YamlList) and isinstance(other, YamlList):
        return len(one.items) == len(other.items) and all(map(same_tree, one.items, other.items))
    if isinstance(one, YamlScalar) and isinstance(other, YamlScalar):
        return to_plain(one) == to_plain(other)
    return False


def front_matter(
    metadata: YamlMap, own: str | None, dropped: frozenset[str] = frozenset(), *, more: bool = False
) -> str:
    """Return metadata as lines of YAML.

    ``own`` is the text that they were read from: it is carried over as it stands, comments too, but for the
    lines of the keys in ``dropped``. Where that would say something else, or ``more`` keys are to follow and
    cannot, everything is written anew.
    """
    if own is not None:
        kept = _without(own, dropped)
        kept = kept if not kept or kept.endswith("\n") else kept + "\n"
        tree, problems = parse_yaml(kept, "")
        if not problems and same_tree(tree or YamlMap(), metadata) and (not more or _goes_on(kept)):
            return kept
    data = plain_data(metadata)
    return "".join(f"{line}\n" for line in block(data if isinstance(data, Mapping) else {}))


def _goes_on(text: str) -> bool:
    """Return whether further keys can follow: not behind braces, nor behind a line that ends the YAML."""
    tree, problems = parse_yaml(f"{text}{_FURTHER}: 1\n", "")
    return not problems and isinstance(tree, YamlMap) and _FURTHER in tree.entries


def _without(text: str, dropped: frozenset[str]) -> str:
    """Return YAML without the lines of some keys of its outermost mapping; comments go with what follows."""
    if not any(key in text for key in dropped):
        return text
    tree, _ = parse_yaml(text, "")
    if not isinstance(tree, YamlMap):
        return text
    lines = text.splitlines(keepends=True)
    begins = sorted((entry.key_location.line - 1, key) for key, entry in tree.entries.items())
    starts = [_above(lines, line) for line, _ in begins]
    ends = [*starts[1:], len(lines)]
    kept = lines[: starts[0]] if starts else lines
    for start, end, (_, key) in zip(starts, ends, begins, strict=True):
        if key not in dropped:
            kept = [*kept, *lines[start:end]]
    return "".join(kept)


def _above(lines: Sequence[str], line: int) -> int:
    """Return where the comments right above a line begin."""
    while line > 0 and lines[line - 1].startswith("#"):
        line -= 1
    return line


def _escape(match: re.Match[str]) -> str:
    char = match.group()
    return _NAMED.get(char) or f"\\u{ord(char):04x}"
