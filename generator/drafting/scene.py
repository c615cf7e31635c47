"""A text as the search for speakers sees it: paragraphs with the names of the cast in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from generator.drafting.actors import Cast, Entity, index_of
from generator.drafting.quotations import Quotation
from generator.kinds.paragraphs import Paragraph
from generator.model import Actor, ActorType, Evidence, Mention
from generator.text import Location, Source, Span
from generator.values import NameIndex

_NOWHERE = Location("")


class Scene:
    """Blocks read when they are asked for, and once."""

    def __init__(
        self,
        source: Source,
        cast: Cast,
        known: Mapping[str, Actor],
        index: NameIndex,
        quoted: Sequence[Quotation],
    ) -> None:
        self.source = source
        self.cast = cast
        self.quoted = quoted
        self.mentions = [
            _mention(source, Span(each.start, each.end), each.actors[0])
            for each in index.merged(index_of(cast, known)).find(source.text, source.skipped)
            if len(each.actors) == 1 and each.actors[0] in cast.entities
        ]
        self._starts = [mention.evidence.spans[0].start for mention in self.mentions]
        self._quote_starts = [each.span.start for each in quoted]
        self._paragraphs: dict[int, Paragraph] = {}

    def paragraph(self, offset: int) -> Paragraph:
        """Return the paragraph at an offset."""
        block = self.source.block_at(offset).span
        found = self._paragraphs.get(block.start)
        if found is None:
            mentions = self.named_in(block)
            named = {actor for mention in mentions for actor in mention.actors}
            places = frozenset(name for name in named if self.cast.entities[name].type is ActorType.PLACE)
            spans = [each.span for each in self.quoted_in(block)]
            found = Paragraph(self.source, block, spans, mentions, places)
            self._paragraphs[block.start] = found
        return found

    def named_in(self, span: Span) -> list[Mention]:
        """Return the mentions that begin in a span."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return self.mentions[first:last]

    def quoted_in(self, span: Span) -> Sequence[Quotation]:
        """Return the quotations that begin in a span."""
        first = bisect_left(self._quote_starts, span.start)
        return self.quoted[first : bisect_left(self._quote_starts, span.end)]

    def is_quoted(self, span: Span) -> bool:
        """Return whether a span lies in a quotation."""
        at = bisect_right(self._quote_starts, span.start) - 1
        return at >= 0 and self.quoted[at].span.contains(span)

    def people_in(self, span: Span) -> list[Entity]:
        """Return the people named in a span outside quotations, in order."""
        found: dict[str, Entity] = {}
        for mention in self.named_in(span):
            stands = mention.evidence.spans[0]
            entity = self.cast.entities[mention.actors[0]]
            if entity.type is ActorType.PERSON and not self.is_quoted(stands):
                found.setdefault(entity.id, entity)
        return list(found.values())

    def before(self, offset: int) -> list[Mention]:
        """Return the mentions before an offset, the nearest first, as far as anybody remembers them."""
        at = bisect_left(self._starts, offset)
        return self.mentions[max(0, at - 60) : at][::-1]


def _mention(source: Source, span: Span, actor: str) -> Mention:
    return Mention(
        id="",
        evidence=Evidence(spans=(span,), words=(span.of(source.text),)),
        location=_NOWHERE,
        actors=(actor,),
        found=True,
    )
