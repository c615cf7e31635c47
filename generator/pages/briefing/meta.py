"""What the briefing is made from: publisher, date, rights, form of the text, who checked it."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from generator.model import Display, TextForm
from generator.pages.briefing.line import Lines, Link, shortened
from generator.publishing import PublicArticle
from generator.values import Date

FORMS: Final = {
    TextForm.ORIGINAL: "the source's own words",
    TextForm.PARAPHRASE: "a paraphrase by the editor",
    TextForm.TRANSLATION: "a translation",
}
PASSAGES: Final = {
    TextForm.ORIGINAL: "",
    TextForm.PARAPHRASE: "paraphrase",
    TextForm.TRANSLATION: "translation",
}
"""What stands beside a passage that is not the source's own words."""

DISPLAYS: Final = {
    Display.FULL: "shown in full",
    Display.EXCERPTS: "shown where facts rest on it",
    Display.NONE: "not shown",
}
_LONGEST_DESCRIPTION: Final = 200


class Successor(Struct, frozen=True, kw_only=True):
    """An article that replaces this one."""

    link: Link
    day: str
    """On which it was published, in words."""

    correction: str | None


class Meta(Struct, frozen=True, kw_only=True):
    """The lines below the title."""

    published: str
    """In words."""

    retrieved: str | None
    embargo: str | None
    """Until when; only where it still is under one."""

    form: str
    passage: str
    display: str
    supersedes: Link | None
    superseded: tuple[Successor, ...]
    """The articles that replace this one, the earliest first."""

    stories: tuple[Link, ...]


def meta(lines: Lines) -> Meta:
    """Return what the briefing says of its source."""
    article = lines.article
    old = article.supersedes
    return Meta(
        published=Date.day(article.published).label,
        retrieved=Date.day(article.retrieved).label if article.retrieved else None,
        embargo=Date.day(article.embargoed_until).label if article.embargoed_until else None,
        form=FORMS[article.text_form],
        passage=PASSAGES[article.text_form],
        display=DISPLAYS[article.display] if article.paragraphs else "not at hand",
        supersedes=Link(text=lines.corpus.titles[old], page=f"articles/{old}.md")
        if old in lines.corpus.titles and old
        else None,
        superseded=tuple(
            Successor(
                link=Link(text=newer.title, page=newer.page),
                day=Date.day(newer.published).label,
                correction=newer.correction,
            )
            for newer in lines.corpus.superseded.get(article.slug, ())
        ),
        stories=tuple(
            Link(text=lines.corpus.stories[story].title, page=f"stories/{story}.md")
            for story in article.stories
            if story in lines.corpus.stories
        ),
    )


def description(article: PublicArticle) -> str:
    """Return one sentence or two for search results: the bottom line, else what the briefing is."""
    words = "".join(words.text for words in article.bottom_line[0]) if article.bottom_line else ""
    if words:
        return shortened(words, _LONGEST_DESCRIPTION)
    publisher = f" by {article.publisher}" if article.publisher else ""
    day = Date.day(article.published).label
    return (
        f"Who is involved, what happened when, the numbers and who said what: an article{publisher} of {day}."
    )
