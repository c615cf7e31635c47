"""Drafts as a reader has them."""

from __future__ import annotations

from collections.abc import Mapping

from generator.drafting import Draft
from generator.drafting.writing import declared
from generator.formats.yaml_tree import YamlMap, parse_yaml
from generator.formats.yaml_writer import Data, block


def front_matter(draft: Draft, metadata: Mapping[str, Data], path: str) -> YamlMap:
    """Return metadata, and the actors that a draft suggests, as they are read from a file."""
    whole = {**metadata, **({"actors": dict(declared(draft))} if draft.actors else {})}
    tree, _ = parse_yaml("\n".join(block(whole)) + "\n", path)
    return tree if isinstance(tree, YamlMap) else YamlMap()
