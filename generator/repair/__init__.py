"""Words that moved or changed under their annotations: proposes where they stand now, and decides nothing."""

from generator.repair.anchors import Change, Repair, Uncertain, repair
from generator.repair.diff import unified_diff

__all__ = ["Change", "Repair", "Uncertain", "repair", "unified_diff"]
