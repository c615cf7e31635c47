"""Indexes: one run of pages while articles are few, else a table of contents and runs of their own.

With many articles the table of contents is made of counts alone, so that an edit of some words leaves it, and
the pages of other groups, as they are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any, Final, NamedTuple

from msgspec import Struct

from generator.pages.page import PlannedPage
from generator.pages.paging import Sheet, sheet_path, sheets
from generator.publishing import PublicArticle, PublicCorpus

ALL: Final = ""
"""The group of an index's first page, and of everything while articles are few."""

LAST: Final = "~"
"""Section, heading or date of what has none; sorts behind every id and every number."""

OTHER: Final = "_other"
"""Group and anchor of what has none; no id begins with a low line."""


class Count(NamedTuple):
    """How many rows of one section an article puts into one group."""

    section: str
    group: str
    rows: int


class Chapter(Struct, frozen=True, kw_only=True):
    """Where the rows of one section in one group begin."""

    label: str
    count: int
    page: str
    anchor: str


class Contents(Struct, frozen=True, kw_only=True):
    """One section in the table of contents."""

    title: str
    count: int
    chapters: tuple[Chapter, ...]


class Index:
    """An index; the first field of its rows is the section that they stand in."""

    name: str
    template: str
    row_types: tuple[type, ...]
    title: str
    description: str

    def entries(self, article: PublicArticle, corpus: PublicCorpus) -> Iterable[Any]:
        """Return the rows that an article puts on this index."""
        raise NotImplementedError

    def group(self, row: Any, article: PublicArticle) -> str:  # noqa: ANN401 - each index has rows of its own
        """Return the run of pages that a row stands on when articles are many."""
        raise NotImplementedError

    def group_title(self, group: str, corpus: PublicCorpus) -> str:
        """Return what a run of pages is called."""
        raise NotImplementedError

    def section_title(self, section: str, corpus: PublicCorpus) -> str:
        """Return what a section is called; empty where it needs no name."""
        raise NotImplementedError

    def section_anchor(self, section: str) -> str:
        """Return the anchor of a section's heading."""
        raise NotImplementedError

    def section_page(self, section: str) -> str | None:
        """Return the path of what a section is about; None where it has no page."""
        del section
        return None

    def shown(self, sheet: Sheet[Any], before: str | None, corpus: PublicCorpus) -> Sequence[Any]:
        """Return the sections of one page; ``before`` is the last section of the page before."""
        raise NotImplementedError

    def merged(self, rows: Sequence[Any]) -> Sequence[Any]:
        """Return the rows of a run, those that belong together joined."""
        return rows

    def rows(self, article: PublicArticle, corpus: PublicCorpus) -> Iterator[tuple[str, Any]]:
        """Yield the rows of an article, and how many of them stand where.

        A count of none keeps the first page in being where no article has anything for it.
        """
        yield ALL, Count("", "", 0)
        counts: Counter[tuple[str, str]] = Counter()
        for row in self.entries(article, corpus):
            if corpus.is_small:
                yield ALL, row
                continue
            group = self.group(row, article)
            counts[group, row[0]] += 1
            yield group, row
        for (group, section), count in sorted(counts.items()):
            yield ALL, Count(section, group, count)

    def pages(self, group: str, rows: Sequence[Any], corpus: PublicCorpus) -> Iterator[PlannedPage]:
        """Yield the pages of one run."""
        if group == ALL and not corpus.is_small:
            yield from self._contents_pages((row for row in rows if row.rows), corpus)
            return
        merged = self.merged([row for row in rows if row[0]])
        before: str | None = None
        title = f"{self.title}: {self.group_title(group, corpus)}" if group else self.title
        for sheet in sheets(f"{self.name}/{group}" if group else self.name, merged, corpus.rows_per_page):
            sections = self.shown(sheet, before, corpus)
            before = sheet.rows[-1][0] if sheet.rows else None
            yield self._page(sheet, title, {"sections": sections, "contents": (), "total": len(merged)})

    def _contents_pages(self, counts: Iterable[Count], corpus: PublicCorpus) -> Iterator[PlannedPage]:
        contents = self._contents(counts, corpus)
        total = sum(each.count for each in contents)
        for sheet in sheets(self.name, contents, corpus.rows_per_page):
            yield self._page(sheet, self.title, {"sections": (), "contents": sheet.rows, "total": total})

    def _contents(self, counts: Iterable[Count], corpus: PublicCorpus) -> tuple[Contents, ...]:
        totals: Counter[tuple[str, str]] = Counter()
        for each in counts:
            totals[each.group, each.section] += each.rows
        groups: defaultdict[str, dict[str, int]] = defaultdict(dict)
        for (group, section), count in sorted(totals.items()):
            groups[group][section] = count
        chapters: defaultdict[str, list[Chapter]] = defaultdict(list)
        for group, sections in groups.items():
            for section, chapter in self._chapters(group, sections, corpus):
                chapters[section].append(chapter)
        return tuple(
            Contents(
                title=self.section_title(section, corpus) or self.title,
                count=sum(chapter.count for chapter in of_section),
                chapters=tuple(of_section),
            )
            for section, of_section in sorted(chapters.items())
        )

    def _chapters(
        self, group: str, sections: Mapping[str, int], corpus: PublicCorpus
    ) -> Iterator[tuple[str, Chapter]]:
        """Yield where each section of a group begins; the rows before it decide the page."""
        starts = accumulate(sections.values(), initial=0)
        for (section, count), start in zip(sections.items(), starts, strict=False):
            path = sheet_path(f"{self.name}/{group}", start // corpus.rows_per_page + 1)
            label, anchor = self.group_title(group, corpus), self.section_anchor(section)
            yield section, Chapter(label=label, count=count, page=path, anchor=anchor)

    def _page(self, sheet: Sheet[Any], title: str, shown: Mapping[str, Any]) -> PlannedPage:
        numbered = f"{title}, page {sheet.number}" if sheet.number > 1 else title
        context = {
            "title": numbered,
            "description": self.description,
            "sheet": sheet,
            "index": f"{self.name}.md",
            **shown,
        }
        return PlannedPage(path=sheet.path, template=self.template, context=context)
