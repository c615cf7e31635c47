"""Facts as rows of an index, and as the template shows them: by story, then by what they have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from msgspec import Struct

from generator.model import Standing
from generator.pages.briefing.line import STANDINGS, groups, words_of
from generator.pages.briefing.meta import PASSAGES
from generator.pages.by_story import StoryIndex, stories_of, story_anchor, story_page, story_title
from generator.pages.index import Count
from generator.pages.once import once
from generator.pages.origins import rests_on
from generator.pages.paging import Sheet
from generator.pages.sorting import sortable_days, sortable_number
from generator.publishing import PublicArticle, PublicCorpus, PublicRecord
from generator.values.date_label import day_label


class Named(NamedTuple):
    """An actor that a quote was said to, or through whom it came."""

    name: str
    page: str | None


class Fact(Struct, frozen=True, order=True, array_like=True, gc=False, kw_only=True):
    """One fact as indexes show it: made once and shared by all rows that show it.

    They sort into the order of an index. The names in it are what the article is made again for
    when they change, so no page looks them up.
    """

    undated: bool
    order: tuple[int, int, int, int, str]
    """Place on a timeline by the bounds of its date."""

    year: int
    """When it may begin; that of publication where it is undated."""

    slug: str
    start: int
    """Offset of its words: facts of one day follow the text."""

    id: str
    page: str
    """Path of its briefing below the output folder."""

    passage: str
    """Anchor of its words there."""

    anchor: str
    """Anchor of its row there."""

    label: str
    is_own_words: bool
    """Whether ``label`` is the editor's, not the source's words."""

    when: str
    """In words; empty where undated."""

    published: str
    """In words."""

    source: str
    """Who published it; the title of the briefing where nobody is named."""

    status: Standing
    standing: str
    """The same in words; empty for what is reported as having happened."""

    said_by: str
    """Id of whoever says so; empty for the article itself."""

    speaker: str
    """Name of the same; empty where it is declared nowhere."""

    speaker_page: str | None
    inferred: bool
    mode: str
    """Of a quote; empty for other facts."""

    language: str
    """Of its words, as a tag of BCP 47; English for the editor's."""

    rests: str
    """How many articles and origins it rests on, in words; empty for one article."""

    to: tuple[Named, ...]
    """Whom a quote was said to."""

    via: tuple[Named, ...]
    """Through whom the source has it."""

    value: str
    """Of a figure whose label does not say it."""

    number: str
    """Of a figure, in the base of its unit: what tables sort by; empty for other facts."""

    days: str
    """First and last day that it may be, which tables sort by; empty where undated."""

    form: str
    """``paraphrase`` or ``translation``; empty for the source's own text."""


class FactRow(NamedTuple):
    """One fact on an index page; tuples of them sort into the order of the page."""

    section: str
    """Id of the story."""

    heading: str
    """Within a story: id of the measure or of the speaker, or nothing."""

    fact: Fact


class Heading(NamedTuple):
    """How facts are headed within a story."""

    title: str = ""
    note: str = ""
    """What stands behind the title, such as a speaker's role."""

    page: str | None = None
    """Path below the output folder of what it names."""


class Part(Struct, kw_only=True):
    """Facts of one story that have a heading in common."""

    title: str
    note: str
    page: str | None
    facts: tuple[Fact, ...]


class StoryPart(Struct, frozen=True, kw_only=True):
    """Facts of one story, or of articles without one."""

    title: str
    """Empty where no article has a story."""

    anchor: str
    page: str | None
    """Path of its dossier; None for articles without a story."""

    continued: bool
    """Whether it began on the page before."""

    parts: tuple[Part, ...]


Titler = Callable[[str, PublicCorpus], Heading]
"""Gives the heading that an id in ``FactRow.heading`` stands for."""


class Told(NamedTuple):
    """A fact that an article tells, once."""

    record: PublicRecord
    """Its first telling."""

    fact: Fact
    """Its label is that of a split quote made whole again."""

    keys: tuple[str, ...]
    """Of every mark that tells it, parts of a split quote too."""

    same: tuple[str, ...]
    """Keys of facts that any of them repeats, of this article or of others."""

    outcome: tuple[str, ...]
    """Keys of planned events that any of them is the outcome of."""


@once
def told_facts(article: PublicArticle, corpus: PublicCorpus) -> tuple[Told, ...]:
    """Return each fact that an article tells once: repetitions are left out, split quotes rejoined."""
    following = {record.continues: record for record in article.facts if record.continues}
    published = day_label(article.published)
    found: list[Told] = []
    for group in groups(article):
        record = group[0]
        if record.continues:
            continue
        parts = [record]
        after = following.pop(record.id, None)
        while after is not None:
            parts.append(after)
            after = following.pop(after.id, None)
        marks = (*parts, *group[1:])
        label = " … ".join([_words(part) for part in parts])
        found.append(
            Told(
                record,
                _fact(article, record, label, published, corpus),
                tuple([mark.key for mark in marks]),
                tuple([key for mark in marks for key in mark.same]),
                tuple([key for mark in marks for key in mark.outcome]),
            )
        )
    return tuple(found)


def _fact(
    article: PublicArticle, record: PublicRecord, label: str, published: str, corpus: PublicCorpus
) -> Fact:
    date = record.date
    speaker = corpus.actors.get(record.said_by) if record.said_by else None
    day = (date.earliest or date.latest) if date else None
    return Fact(
        undated=date is None,
        order=date.sort_key if date else (article.published.toordinal(), 0, 0, 0, ""),
        year=(day or article.published).year,
        slug=article.slug,
        start=record.passages[0].start,
        id=record.id,
        page=article.page,
        passage=record.passage,
        anchor=record.anchor,
        label=label,
        is_own_words=record.is_own_words,
        when=record.date_label or "",
        published=published,
        source=article.publisher or corpus.titles[article.slug],
        status=record.standing,
        standing=STANDINGS[record.standing],
        said_by=record.said_by or "",
        speaker=speaker.name if speaker else "",
        speaker_page=speaker.page if speaker else None,
        inferred=record.inferred,
        mode=record.mode.value if record.mode else "",
        language="en" if record.is_own_words else article.language,
        rests=rests_on(record.key, corpus) if article.slug in corpus.tellings else "",
        to=_named(record.to, corpus) if record.to else (),
        via=_named(record.via, corpus) if record.via else (),
        value=record.quantity.amount if record.quantity and record.is_own_words else "",
        number=sortable_number(record.quantity) if record.quantity else "",
        days=sortable_days(date),
        form=PASSAGES[article.text_form],
    )


def _words(record: PublicRecord) -> str:
    """Return what a fact is called, with the quotation marks of the source."""
    if record.mode is None or record.is_own_words:
        return record.label
    return " ".join(f"“{part.text}”" if part.quoted else part.text for part in words_of(record))


def _named(names: tuple[str, ...], corpus: PublicCorpus) -> tuple[Named, ...]:
    known = [corpus.actors[name] for name in names if name in corpus.actors]
    return tuple([Named(actor.name, actor.page) for actor in known])


def story_parts(
    rows: Iterable[FactRow], corpus: PublicCorpus, titler: Titler, before: str | None = None
) -> Iterator[StoryPart]:
    """Yield the rows of one page by story and heading; ``before`` is the last story of the page before."""
    for story, of_story in groupby(rows, key=lambda row: row.section):
        parts: list[Part] = []
        for heading, facts in groupby(of_story, key=lambda row: row.heading):
            title, note, page = titler(heading, corpus)
            shown = tuple([row.fact for row in facts])
            parts.append(Part(title=title, note=note, page=page, facts=shown))
        yield StoryPart(
            title=story_title(story, corpus),
            anchor=story_anchor(story),
            page=story_page(story),
            continued=before == story,
            parts=tuple(parts),
        )
        before = None


class FactIndex(StoryIndex):
    """An index of all facts of one kind, by story and by what the kind is grouped by."""

    kind: str
    row_types = (Count, FactRow)

    def heading(self, record: PublicRecord) -> str:
        """Return the id that a fact is headed by within its story; empty for none."""
        raise NotImplementedError

    def titled(self, heading: str, corpus: PublicCorpus) -> Heading:
        """Return the heading that the id stands for."""
        raise NotImplementedError

    def entries(self, article: PublicArticle, corpus: PublicCorpus) -> Iterator[FactRow]:
        """Yield a row for each fact in each story of its article."""
        for told in told_facts(article, corpus):
            if told.record.kind == self.kind:
                heading = self.heading(told.record)
                for story in stories_of(article):
                    yield FactRow(story, heading, told.fact)

    def shown(self, sheet: Sheet[Any], before: str | None, corpus: PublicCorpus) -> Sequence[StoryPart]:
        """Return the stories of one page."""
        return tuple(story_parts(sheet.rows, corpus, self.titled, before))
