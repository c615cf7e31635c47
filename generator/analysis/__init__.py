"""What can be said of an article's facts as a whole: ids and values, no words."""

from generator.analysis.alignment import Run, aligned
from generator.analysis.changes import ChangedPart, ChangeKind, FactChange, article_changes
from generator.analysis.coverage import (
    OF_AN_ARTICLE,
    TITLES,
    Coverage,
    Gap,
    Holding,
    Place,
    Surveyed,
    coverage,
)
from generator.analysis.exchanges import swaps
from generator.analysis.joining import joined
from generator.analysis.ledger import Finding, Found, Point, compare
from generator.analysis.origins import Origin, OriginReason, Telling, origins, tellings
from generator.analysis.solidity import Solidity, nameless_speakers, solidity

__all__ = [
    "OF_AN_ARTICLE",
    "TITLES",
    "ChangeKind",
    "ChangedPart",
    "Coverage",
    "FactChange",
    "Finding",
    "Found",
    "Gap",
    "Holding",
    "Origin",
    "OriginReason",
    "Place",
    "Point",
    "Run",
    "Solidity",
    "Surveyed",
    "Telling",
    "aligned",
    "article_changes",
    "compare",
    "coverage",
    "joined",
    "nameless_speakers",
    "origins",
    "solidity",
    "swaps",
    "tellings",
]
