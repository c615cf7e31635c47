"""What an article's marks leave open: numbers, places and ids that an editor can act on, no words.

Counted from the text itself, without headings and skipped boilerplate. The text's sentences that hold a
number, a date or a quotation mark are its *telling* ones; a fact whose words, or words that support it, stand
in one carries it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from operator import attrgetter
from typing import Final, NamedTuple

from msgspec import Struct, field

from generator.analysis.solidity import Solidity
from generator.model import Article, Figure, Mention, Quote, Record
from generator.text import BlockRole, Span
from generator.values import may_hold_date, may_hold_quantity, read_dates, read_quantities

_QUOTATION: Final = re.compile(r"[\"“„«‹「『]|(?<!\w)[‘'](?=\w)")
"""An opening mark; a closing one alone goes on with a quote of the sentence before."""


_VALUES: Final = frozenset({"value", "date"})
"""Fields that are read from numbers and dates in the words."""


class Gap(StrEnum):
    """One thing that can be left open, in the order of how much it matters."""

    NO_EVIDENCE = "no-evidence"
    UNMARKED = "unmarked"
    AMBIGUOUS = "ambiguous-names"
    NO_SPEAKER = "no-speaker"
    NAMELESS = "unnamed-speaker"
    UNDATED = "undated"
    NO_MEASURE = "no-measure"
    NO_TEXT = "no-text"
    NO_ADDRESS = "no-address"
    NO_ARCHIVE = "no-archive"
    UNCHECKED = "unchecked"


TITLES: Final[Mapping[Gap, str]] = {
    Gap.NO_EVIDENCE: "facts without evidence",
    Gap.UNMARKED: "sentences with a number, a date or a quotation mark, and no fact",
    Gap.AMBIGUOUS: "names that may mean several actors",
    Gap.NO_SPEAKER: "quotes without a speaker",
    Gap.NAMELESS: "quotes by unnamed speakers",
    Gap.UNDATED: "undated events",
    Gap.NO_MEASURE: "figures without a measure",
    Gap.NO_TEXT: "texts withheld or not at hand, where no sentence is counted",
    Gap.NO_ADDRESS: "sources without an address",
    Gap.NO_ARCHIVE: "sources without an archived copy",
    Gap.UNCHECKED: "articles not checked by a second person",
}
"""What each gap is called, in the plural."""

OF_AN_ARTICLE: Final[Mapping[Gap, str]] = {
    Gap.NO_TEXT: "the text is withheld or not at hand, so that no sentence is counted",
    Gap.NO_ADDRESS: "no address of the source",
    Gap.NO_ARCHIVE: "no archived copy of the source",
    Gap.UNCHECKED: "not checked by a second person",
}
"""What gaps of an article as a whole, which it has once or not at all, are called below it."""


class Holding(StrEnum):
    """What a telling sentence holds."""

    QUOTATION = "quotation mark"
    DATE = "date"
    NUMBER = "number"


class Place(NamedTuple):
    """Where something is left open; nothing in it is known where it is the whole article."""

    paragraph: int | None = None
    """Number, from 1, of the block; None where the text is not at hand."""

    fact: str | None = None
    """Id of the fact that is meant."""

    holds: tuple[Holding, ...] = ()
    """What a sentence without a fact holds."""


class Coverage(Struct, frozen=True, kw_only=True):
    """What one article leaves open."""

    facts: int = 0
    """All of them but names found in the text."""

    telling: int = 0
    """Sentences that hold a number, a date or a quotation mark."""

    carried: int = 0
    """Those of them that carry a fact."""

    gaps: Mapping[Gap, tuple[Place, ...]] = field(default_factory=dict)
    """In the order of ``Gap``, each at least once, places in the order of the text."""

    @property
    def open(self) -> int:
        """Return how many things are left open."""
        return sum(len(places) for places in self.gaps.values())


class Surveyed(Struct, frozen=True, kw_only=True):
    """What one file of the seeds leaves open."""

    path: str
    slug: str
    coverage: Coverage
    held: str | None = None
    """Why it is held back, so that no page counts it; None where it is not."""

    is_withheld: bool = False
    """Whether its text is shown nowhere, so that no page counts its sentences."""


def coverage(article: Article, solid: Solidity, nameless: frozenset[str]) -> Coverage:
    """Return what an article leaves open, given how solid it is and the ids of speakers without a name."""
    facts = list(article.facts)
    telling, unmarked = _sentences(article) if article.source else (0, [])
    found: dict[Gap, list[Place]] = {
        Gap.NO_EVIDENCE: _places(article, (record for record in facts if not _has_evidence(article, record))),
        Gap.UNMARKED: unmarked,
        Gap.AMBIGUOUS: [Place(_paragraph(article, span)) for span in article.ambiguous],
        Gap.NO_SPEAKER: _named(article, solid.unattributed),
        Gap.NAMELESS: _places(article, (quote for quote in article.of(Quote) if quote.said_by in nameless)),
        Gap.UNDATED: _named(article, solid.undated),
        Gap.NO_MEASURE: _places(article, _unmeasured(article)),
        Gap.NO_TEXT: [] if article.source else [Place()],
        Gap.NO_ADDRESS: [] if article.metadata.url else [Place()],
        Gap.NO_ARCHIVE: [] if article.metadata.archive_url else [Place()],
        Gap.UNCHECKED: [] if article.metadata.checked_by else [Place()],
    }
    return Coverage(
        facts=len(facts),
        telling=telling,
        carried=telling - len(unmarked),
        gaps={gap: tuple(places) for gap, places in found.items() if places},
    )


def _has_evidence(article: Article, record: Record) -> bool:
    """Return whether words carry a fact: where the text is at hand, those that were recorded."""
    evidence = record.evidence
    if article.source is None:
        return bool(evidence.spans)
    text = article.source.text
    words = tuple([text[span.start : span.end] for span in evidence.spans])
    return words == evidence.words and any(map(str.strip, words))


def _unmeasured(article: Article) -> Iterator[Figure]:
    """Yield the figures without a measure, but for those that only repeat another fact."""
    return (figure for figure in article.of(Figure) if figure.measure is None and not figure.same)


def _named(article: Article, names: Iterable[str]) -> list[Place]:
    wanted = frozenset(names)
    return _places(article, (record for record in article.facts if record.id in wanted)) if wanted else []


def _places(article: Article, records: Iterable[Record]) -> list[Place]:
    return [Place(_paragraph(article, *record.evidence.spans[:1]), record.id) for record in records]


def _paragraph(article: Article, *spans: Span) -> int | None:
    return article.source.block_number(spans[0].start) if article.source and spans else None


_PLACE: Final = attrgetter("start", "end")


class _Stretches:
    """Stretches of a text, those that touch joined, so that each question costs one look."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans, key=_PLACE):
            if self._ends and span.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def overlap(self, span: Span) -> bool:
        """Return whether any of them shares a character with a span."""
        at = bisect_right(self._ends, span.start)
        return at < len(self._starts) and self._starts[at] < span.end

    def any_inside(self, span: Span) -> bool:
        """Return whether any of them lies wholly in a span."""
        at = bisect_left(self._starts, span.start)
        return at < len(self._starts) and self._ends[at] <= span.end


def _sentences(article: Article) -> tuple[int, list[Place]]:
    """Return how many sentences are telling, and where those of them stand that carry no fact."""
    source = article.source
    if source is None:
        return 0, []
    facts = [record for record in article.facts if not isinstance(record, Mention)]
    carrying = _Stretches(span for record in facts for span in (*record.evidence.spans, *record.support))
    # a sentence around one of these holds a number or a date: there is no need to read it again
    valued = _Stretches(span for record in facts if _is_valued(record) for span in record.evidence.spans[:1])
    skipped = _Stretches(source.skipped)
    telling = 0
    unmarked: list[Place] = []
    for sentence in source.sentences:
        if valued.any_inside(sentence):
            telling += 1
        elif skipped.overlap(sentence):
            continue
        elif carrying.overlap(sentence):
            telling += next(_holdings(article, sentence.of(source.text)), None) is not None
        elif found := tuple(_holdings(article, sentence.of(source.text))):
            number = source.block_number(sentence.start)
            if source.blocks[number - 1].role is not BlockRole.HEADING:
                telling += 1
                unmarked.append(Place(number, holds=found))
    return telling, unmarked


def _is_valued(record: Record) -> bool:
    """Return whether a value was read from the fact's own words."""
    return any(reading.field in _VALUES and not reading.spans for reading in record.readings)


def _holdings(article: Article, words: str) -> Iterator[Holding]:
    """Yield what a sentence holds, what is cheap to see first.

    A ``first`` is a number in few of the places where it stands.
    """
    if _QUOTATION.search(words):
        yield Holding.QUOTATION
    if may_hold_date(words) and read_dates(words, article.metadata.published):
        yield Holding.DATE
    if may_hold_quantity(words) and any(
        not (each.quantity.ordinal and each.quantity.value == 1) for each in read_quantities(words)
    ):
        yield Holding.NUMBER
