"""One article, rights applied."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from msgspec.structs import replace

from generator.analysis import coverage, nameless_speakers, solidity, swaps
from generator.fragments import live_address, text_directive
from generator.kinds import KINDS
from generator.model import Article, Corpus, Display, Event, Figure, Mention, Quote, Record, TextForm
from generator.publishing.passages import Stretch, paragraphs, shown_spans, trimmed, withheld_paragraphs
from generator.publishing.public import (
    PublicArticle,
    PublicCorpus,
    PublicParagraph,
    PublicPassage,
    PublicRecord,
    PublicRole,
)
from generator.settings import Audience
from generator.text import Span
from generator.values import Quantity

_KIND_NAMES: Final = {kind.record: kind.name for kind in KINDS.values()}
_SHORTEST_ROLE: Final = 3


class _Text:
    """The source as far as it may be shown."""

    def __init__(
        self, article: Article, display: Display, shown: Sequence[Span], *, is_internal: bool
    ) -> None:
        self.source = article.source
        self.display = display
        self.is_internal = is_internal
        self.shown = shown
        self._starts = [span.start for span in shown]
        self._blocks = article.paragraphs

    def words(self, span: Span) -> str:
        """Return the words of a span; empty unless all of them may be shown."""
        at = bisect_right(self._starts, span.start) - 1
        if self.source is not None and at >= 0 and span.start < span.end <= self.shown[at].end:
            return self.source.text[span.start : span.end]
        return "" if self.source is None or self.around(span) is None else span.of(self.source.text)

    def around(self, span: Span) -> Span | None:
        """Return a stretch around a span that is shown; None unless all of the span may be shown.

        Stretches of neighbouring blocks count as one.
        """
        at = bisect_right(self._starts, span.start) - 1
        if self.source is None or at < 0 or self.shown[at].end <= span.start:
            return None
        start, end = self.shown[at].start, self.shown[at].end
        while end < span.end and at + 1 < len(self.shown):
            at += 1
            if self.source.text[end : self.shown[at].start].strip():
                break
            end = self.shown[at].end
        return Span(start, end) if span.end <= end else None

    def paragraph(self, offset: int) -> int | None:
        """Return the number, from 1, of the block at an offset; None where the text is not at hand."""
        return max(1, bisect_right(self._blocks, offset)) if self._blocks else None


def publish_article(article: Article, corpus: Corpus, public: PublicCorpus | None = None) -> PublicArticle:
    """Return what may be shown of an article; what the house alone may see where ``public`` is for it."""
    is_internal = public is not None and public.audience is Audience.INTERNAL
    metadata = article.metadata
    # what was wrong in an article that is held back tells of it as much as its name
    is_corrected_in_secret = metadata.supersedes in corpus.held
    display = metadata.rights.display
    if display is Display.NONE:
        # What is published must not depend on whether the text happens to be at hand.
        article = replace(article, source=None)
    text = _text(article, display, is_internal=is_internal)
    places = [_places(record) for record in article.records]
    records = tuple(
        [
            _record(article.key(record), record, at, text, corpus)
            for record, at in zip(article.records, places, strict=True)
        ]
    )
    roles = _roles(article, text, corpus)
    stretches = [*_stretches(article.records, places), *(stretch for _, stretch in roles.values())]
    nameless = nameless_speakers(article, corpus.actors)
    solid = solidity(article, nameless)
    return PublicArticle(
        slug=article.slug,
        title=metadata.title,
        headline=None if display is Display.NONE else metadata.headline,
        published=metadata.published,
        publisher=metadata.publisher,
        url=metadata.url,
        archive_url=metadata.archive_url,
        byline=metadata.byline,
        agency=metadata.agency,
        language=metadata.language,
        topics=metadata.topics,
        stories=metadata.stories,
        retrieved=metadata.retrieved,
        supersedes=None if is_corrected_in_secret else metadata.supersedes,
        correction=None if is_corrected_in_secret else metadata.correction,
        text_form=metadata.text_form,
        annotated_by=metadata.annotated_by,
        checked_by=metadata.checked_by,
        status=metadata.state,
        embargoed_until=metadata.rights.embargoed_until
        if public is not None and article.slug in public.embargoed
        else None,
        display=display,
        licence=metadata.rights.licence,
        notice=metadata.rights.notice,
        sha256=article.sha256,
        paragraphs=_paragraphs(article, text, stretches),
        records=records,
        bottom_line=article.bottom_line,
        key=metadata.key,
        roles={actor: role for actor, (role, _) in roles.items()},
        swaps=swaps(article),
        live=dict(_live(article, text)),
        solidity=solid,
        coverage=coverage(article, solid, nameless),
    )


def _paragraphs(article: Article, text: _Text, stretches: Sequence[Stretch]) -> tuple[PublicParagraph, ...]:
    if text.source is not None:
        return paragraphs(text.source, stretches, text.shown)
    return withheld_paragraphs(article.paragraphs, stretches) if text.display is Display.NONE else ()


def _live(article: Article, text: _Text) -> Iterator[tuple[str, str]]:
    """Yield each fact whose words stand in the live article, and the address that leads to them.

    The address holds words, so only those that are shown; a paraphrase's words stand nowhere else.
    """
    metadata, source = article.metadata, text.source
    if source is None or not metadata.url or metadata.text_form is not TextForm.ORIGINAL:
        return
    whole = Span(0, len(source.text)) if text.display is Display.FULL else None
    for record in article.facts:
        rooms = [(span, whole or text.around(span)) for span in record.evidence.spans]
        if isinstance(record, Mention) or not all(room for _, room in rooms):
            continue
        found = (text_directive(source.text, span, room) for span, room in rooms)
        directives = [directive for directive in found if directive]
        if directives:
            yield record.id, live_address(metadata.url, directives)


def _text(article: Article, display: Display, *, is_internal: bool) -> _Text:
    if article.source is None:
        return _Text(article, display, (), is_internal=is_internal)
    carrying = [span for _, span in article.carrying]
    shown = shown_spans(article.source, display, carrying)
    return _Text(article, display, shown, is_internal=is_internal)


_Places = tuple[list[tuple[str, Span]], list[tuple[str, Span]]]
"""Spans of a record's own words, and of further words that carry a part of it, each with its anchor."""


def _places(record: Record) -> _Places:
    """Return where a record stands; a full stop stands in no id, so that no two anchors can be equal."""
    anchor = f"span-{record.id}"
    first, *others = record.evidence.spans
    own = [(anchor, first)]
    if others:
        own += [(f"{anchor}.{number}", span) for number, span in enumerate(others, 2)]
    return own, [(f"{anchor}.s{number}", span) for number, span in enumerate(record.support, 1)]


def _stretches(records: Iterable[Record], places: Iterable[_Places]) -> Iterator[Stretch]:
    for record, (own, supporting) in zip(records, places, strict=True):
        for anchor, span in own:
            yield Stretch(span.start, span.end, anchor, record.id)
        for anchor, span in supporting:
            yield Stretch(span.start, span.end, anchor, supports=record.id)


def _record(key: str, record: Record, places: _Places, text: _Text, corpus: Corpus) -> PublicRecord:
    kind = _KIND_NAMES[type(record)]
    own = tuple([_passage(anchor, span, text) for anchor, span in places[0]])
    label, is_own_words = _label(record, own, corpus)
    return PublicRecord(
        key=key,
        id=record.id,
        kind=kind,
        label=label or _neutral(kind, own[0]),
        is_own_words=is_own_words,
        is_neutral=not label,
        title=record.title,
        gist=record.gist,
        passages=own,
        standing=record.standing,
        said_by=record.said_by,
        actors=record.actors,
        inside=record.inside,
        because=record.because,
        same=_published(record.same, corpus) if corpus.held else record.same,
        support=tuple([_passage(anchor, span, text) for anchor, span in places[1]]),
        inferred=record.inferred,
        note=record.note,
        internal=record.internal if text.is_internal else None,
        is_found=isinstance(record, Mention) and record.found,
        **_values(record, is_shown=bool(own[0].text)),
    )


def _published(keys: tuple[str, ...], corpus: Corpus) -> tuple[str, ...]:
    """Return the keys of facts without those of articles that are held back."""
    return tuple(key for key in keys if key.partition("#")[0] not in corpus.held)


def _values(record: Record, *, is_shown: bool) -> dict[str, Any]:
    """Return what only some kinds have: numbers and dates are facts, the thing counted is words."""
    if isinstance(record, Mention):
        return {}
    if isinstance(record, Event):
        return {"date": record.date, "outcome": record.outcome}
    if isinstance(record, Figure):
        quantity = record.quantity if is_shown else _without_words(record.quantity)
        return {
            "date": record.period,
            "quantity": quantity,
            "measure": record.measure,
            "event": record.event,
        }
    if isinstance(record, Quote):
        return {
            "date": record.date,
            "mode": record.mode,
            "continues": record.continues,
            "to": record.to,
            "via": record.via,
        }
    return {}


def _without_words(quantity: Quantity | None) -> Quantity | None:
    return replace(quantity, counted=None) if quantity else None


def _passage(anchor: str, span: Span, text: _Text) -> PublicPassage:
    words, quoted = trimmed(text.words(span))
    number = text.paragraph(span.start)
    return PublicPassage(
        anchor=anchor, start=span.start, end=span.end, paragraph=number, text=words, quoted=quoted
    )


def _label(record: Record, passages: Sequence[PublicPassage], corpus: Corpus) -> tuple[str, bool]:
    """Return what a record is called, or nothing, and whether these are other words than the source's."""
    if record.title:
        return record.title, True
    words = " ".join(passage.text for passage in passages if passage.text)
    if words:
        return words, False
    if record.gist:
        return record.gist, True
    names = [corpus.actors[name].name for name in record.actors if name in corpus.actors]
    if isinstance(record, Mention) and names and all(names):
        return ", ".join(name for name in names if name), True
    return "", True


def _neutral(kind: str, first: PublicPassage) -> str:
    if first.paragraph:
        return f"{kind.capitalize()} in paragraph {first.paragraph}"
    return f"{kind.capitalize()} at characters {first.start}–{first.end}"


def _roles(article: Article, text: _Text, corpus: Corpus) -> Mapping[str, tuple[PublicRole, Stretch]]:
    """Find the declared roles of the article's actors in the text that is shown."""
    if text.source is None or text.display is Display.NONE:
        return {}
    folded = text.source.text.lower()
    if len(folded) != len(text.source.text):
        return {}
    named = sorted(
        {actor for record in article.records for actor in (*record.actors, record.said_by) if actor}
    )
    found: dict[str, tuple[PublicRole, Stretch]] = {}
    for name in named:
        actor = corpus.actors.get(name)
        if actor is None or not actor.role or len(actor.role) < _SHORTEST_ROLE:
            continue
        pattern = re.compile(rf"(?<!\w){re.escape(actor.role.lower())}(?!\w)")
        for match in pattern.finditer(folded):
            span = Span(match.start(), match.end())
            if text.words(span):
                anchor = f"span-role.{name}"
                stretch = Stretch(span.start, span.end, anchor)
                found[name] = (PublicRole(text=actor.role, anchor=anchor), stretch)
                break
    return found
