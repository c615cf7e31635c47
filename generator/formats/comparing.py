"""Whether two documents say the same: what every conversion is held to before anything is written."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import TypeAlias

from generator.formats.document import Document
from generator.formats.yaml_writer import same_tree
from generator.model.mark import Mark
from generator.text import Span

Said: TypeAlias = "tuple[str, str | None, tuple[str, ...], dict[str, str], tuple[Span, ...]]"


def said(mark: Mark) -> Said:
    """Return what a mark says, wherever it stands: kind, id, standings, attributes, spans."""
    attributes = {key: attribute.value for key, attribute in mark.attributes.items()}
    return mark.kind, mark.id, tuple(name for name, _ in mark.classes), attributes, mark.spans


def differences(before: Document, after: Document) -> Iterator[str]:
    """Yield what two documents say differently; nothing where they say the same.

    Compared are metadata, text with its blocks and boilerplate, and marks in their order. The text of a
    document that has none may be any.
    """
    if not same_tree(before.metadata, after.metadata):
        yield "the metadata"
    if before.source is not None and after.source is not None:
        if before.source.text != after.source.text:
            yield "the text"
        elif before.source.blocks != after.source.blocks:
            yield "what is a heading, a quotation or an item of a list"
        if sorted(before.source.skipped) != sorted(after.source.skipped):
            yield "the boilerplate"
    for one, other in zip_longest(before.marks, after.marks):
        if one is None or other is None:
            yield f"the number of marks: {len(before.marks)} and {len(after.marks)}"
        elif said(one) != said(other):
            yield f"the mark at {one.spans[0].start}–{one.spans[-1].end}"
        else:
            continue
        return
