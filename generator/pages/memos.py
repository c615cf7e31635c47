"""Memos: the editor's prose, every number, date, name and quoted phrase of it a way to its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from msgspec import Struct

from generator.model import MemoPart, Words
from generator.pages.briefing.line import STANDINGS, Link
from generator.pages.briefing.meta import PASSAGES
from generator.pages.origins import rests_on
from generator.pages.page import PlannedPage
from generator.pages.paging import Sheet, sheets
from generator.publishing import PublicArticle, PublicCorpus, PublicMemo, PublicRecord
from generator.values.date_label import day_label

_FIRST = ""


class EvidenceRow(NamedTuple):
    """A fact that a memo cites."""

    key: str
    label: str
    is_own_words: bool
    passage: str
    anchor: str
    paragraph: int
    """0 where the text is not at hand."""

    when: str
    standing: str
    said_by: str
    publisher: str
    published: str
    form: str
    """What its words are, where they are not the source's own."""

    language: str


class EvidenceView(Struct, frozen=True, kw_only=True):
    """One entry of the list at the end."""

    row: EvidenceRow
    page: str
    title: str
    """Of its briefing."""

    said: tuple[str, ...]
    """What is said of it: standing and speaker, date, source."""

    rests: str


class MemoWords(Struct, frozen=True, kw_only=True):
    """Words of a memo."""

    text: str
    page: str | None
    """Path of the briefing that the words lead to; None for plain words."""

    anchor: str = ""
    number: int = 0
    """Of the fact in the list of evidence: what a link becomes on paper."""


class BlockView(Struct, frozen=True, kw_only=True):
    """A block of the memo; items of one list follow each other."""

    part: MemoPart
    words: tuple[MemoWords, ...]


class MemoView(Struct, frozen=True, kw_only=True):
    """A memo in a list."""

    title: str
    page: str
    date: str
    author: str


class Memos:
    """One page a memo, and the list of them."""

    name = "memos"
    template = "memos.md.jinja"
    row_types = (EvidenceRow,)

    def rows(self, article: PublicArticle, corpus: PublicCorpus) -> Iterator[tuple[str, EvidenceRow]]:
        """Yield a row for each fact of the article that a memo cites."""
        cited = corpus.cited.get(article.slug, ())
        by_id = {record.id: record for record in article.facts} if cited else {}
        for memo, name in cited:
            if name in by_id:
                yield memo, _row(article, by_id[name], corpus)

    def pages(self, group: str, rows: Sequence[Any], corpus: PublicCorpus) -> Iterator[PlannedPage]:
        """Yield the page of a memo, or the list of all memos."""
        if group == _FIRST:
            yield from _index(corpus, self.template)
        elif group in corpus.memos:
            memo = corpus.memos[group]
            context = _context(memo, {row.key: row for row in rows}, corpus)
            yield PlannedPage(path=memo.page, template=self.template, context=context)


def memo_views(memos: Iterable[PublicMemo]) -> tuple[MemoView, ...]:
    """Return memos as a list shows them."""
    return tuple(
        MemoView(title=memo.title, page=memo.page, date=day_label(memo.date), author=memo.author or "")
        for memo in memos
    )


def _row(article: PublicArticle, record: PublicRecord, corpus: PublicCorpus) -> EvidenceRow:
    first = record.passages[0]
    speaker = corpus.actors.get(record.said_by or "")
    return EvidenceRow(
        key=record.key,
        label=record.label,
        is_own_words=record.is_own_words,
        passage=first.anchor,
        anchor=record.anchor,
        paragraph=first.paragraph or 0,
        when=record.date_label or "",
        standing=STANDINGS[record.standing],
        said_by=speaker.id if speaker else "",
        publisher=article.publisher or "",
        published=day_label(article.published),
        form=PASSAGES[article.text_form],
        language="en" if record.is_own_words else article.language,
    )


def _index(corpus: PublicCorpus, template: str) -> Iterator[PlannedPage]:
    sheet: Sheet[MemoView]
    for sheet in sheets("memos/index", memo_views(corpus.memos.values()), corpus.rows_per_page):
        context = {
            "title": f"Memos, page {sheet.number}" if sheet.number > 1 else "Memos",
            "description": "What editors wrote over several articles, every fact a click from its source.",
            "sheet": sheet,
            "memo": None,
        }
        yield PlannedPage(path=sheet.path, template=template, context=context)


def _context(memo: PublicMemo, rows: Mapping[str, EvidenceRow], corpus: PublicCorpus) -> dict[str, Any]:
    cited = [key for key in memo.keys if key in rows]
    numbers = {key: number for number, key in enumerate(cited, 1)}
    return {
        "title": memo.title,
        "description": f"A memo of {day_label(memo.date)}, with the evidence behind every fact.",
        "memo": memo,
        "date": day_label(memo.date),
        "stories": tuple(
            Link(text=corpus.stories[story].title, page=f"stories/{story}.md")
            for story in memo.stories
            if story in corpus.stories
        ),
        "blocks": tuple(
            BlockView(part=block.part, words=tuple(_words(words, rows, numbers) for words in block.words))
            for block in memo.blocks
        ),
        "evidence": tuple(_evidence(rows[key], corpus) for key in cited),
        "count": len({key.partition("#")[0] for key in memo.keys}),
    }


def _words(words: Words, rows: Mapping[str, EvidenceRow], numbers: Mapping[str, int]) -> MemoWords:
    row = rows.get(words.fact or "")
    if row is None:
        return MemoWords(text=words.text, page=None)
    return MemoWords(text=words.text, page=_page(row), anchor=row.passage, number=numbers[row.key])


def _page(row: EvidenceRow) -> str:
    return f"articles/{row.key.partition('#')[0]}.md"


def _evidence(row: EvidenceRow, corpus: PublicCorpus) -> EvidenceView:
    speaker = corpus.actors.get(row.said_by)
    by = f"said by {speaker.name}" if speaker else ""
    place = f"¶ {row.paragraph}" if row.paragraph else ""
    source = (row.publisher, row.published, place, row.form)
    parts = (", ".join(filter(None, (row.standing, by))), row.when, ", ".join(filter(None, source)))
    return EvidenceView(
        row=row,
        page=_page(row),
        title=corpus.titles[row.key.partition("#")[0]],
        said=tuple(part for part in parts if part),
        rests=rests_on(row.key, corpus),
    )
