"""The kinds of annotation: one file each, and one table."""

from typing import Final

from generator.kinds.actor import ACTOR
from generator.kinds.context import Context
from generator.kinds.event import EVENT
from generator.kinds.figure import FIGURE
from generator.kinds.kind import COMMON, STATUS, Kind, is_draft
from generator.kinds.quote import QUOTE

KINDS: Final = {kind.name: kind for kind in (ACTOR, QUOTE, EVENT, FIGURE)}
"""In the order of reading: what a kind inherits comes from kinds before it."""

__all__ = ["COMMON", "KINDS", "STATUS", "Context", "Kind", "is_draft"]
