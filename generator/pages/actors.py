"""One actor: names and roles, and all that it said, did and was counted for, by story."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Final, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from generator.pages.actor_index import actors_of
from generator.pages.by_story import stories_of, story_anchor, story_page, story_title
from generator.pages.facts import FactRow, Heading, StoryPart, story_parts, told_facts
from generator.pages.page import PlannedPage
from generator.pages.paging import sheets
from generator.publishing import PublicActor, PublicArticle, PublicCorpus, PublicRecord
from generator.values.date_label import day_label

MOST_COMPANIONS: Final = 10
CROWD: Final = 12
"""More actors in one fact are a crowd, not company; it also bounds the work."""

QUOTES, EVENTS, FIGURES, MENTIONS = range(4)
_PARTS: Final = {"quote": QUOTES, "event": EVENTS, "figure": FIGURES}


class MentionRow(Struct, frozen=True, order=True, array_like=True, gc=False, kw_only=True):
    """An article that names an actor."""

    section: str
    """Id of the story."""

    newest: int
    """Day of publication, counted backwards."""

    slug: str
    published: str
    """In words."""

    times: int
    """How often; 0 where the actor only speaks."""

    passage: str
    """Anchor of the first words that name it; empty where none do."""

    role: str
    """The article's own words for its role; empty where it has none."""

    role_anchor: str
    company: tuple[tuple[str, int], ...]
    """Ids of the actors with whom it stands in facts of the article, and in how many."""


class ToldOf(NamedTuple):
    """A fact on an actor's page."""

    part: int
    row: FactRow


class MentionedIn(NamedTuple):
    """An article that names the actor, on its page; behind all facts."""

    part: int
    row: MentionRow


class MentionView(Struct, frozen=True, kw_only=True):
    """What the template shows of an article that names the actor."""

    title: str
    page: str
    published: str
    times: int
    passage: str


class MentionPart(Struct, frozen=True, kw_only=True):
    """Articles of one story that name the actor."""

    title: str
    anchor: str
    page: str | None
    """Path of the story's dossier."""

    articles: tuple[MentionView, ...]


class RoleView(Struct, frozen=True, kw_only=True):
    """A role, in words of an article."""

    text: str
    page: str
    anchor: str
    since: str
    """Day of the first article that gives it, in words."""

    until: str
    """Day of the last one."""


class Companion(Struct, frozen=True, kw_only=True):
    """Another actor, with whom it stands in facts."""

    name: str
    page: str | None
    facts: int
    articles: int


class Actors:
    """The pages of actors."""

    name = "actors"
    template = "actor.md.jinja"
    row_types = (ToldOf, MentionedIn)

    def rows(
        self, article: PublicArticle, corpus: PublicCorpus
    ) -> Iterator[tuple[str, ToldOf | MentionedIn]]:
        """Yield what an article says of each of its actors."""
        names = sorted(name for name in actors_of(article) if name in corpus.actors)
        company = _company(article, corpus)
        naming = _naming(article)
        for name in names:
            together = tuple(sorted(company.get(name, Counter()).items()))
            for story in stories_of(article):
                yield name, MentionedIn(MENTIONS, _mention(article, name, story, naming, together))
        for told in told_facts(article, corpus):
            part = _PARTS.get(told.record.kind)
            if part is None:
                continue
            rows = [ToldOf(part, FactRow(story, "", told.fact)) for story in stories_of(article)]
            for name in _concerned(told.record, part):
                if name in corpus.actors:
                    for row in rows:
                        yield name, row

    def pages(self, group: str, rows: Sequence[Any], corpus: PublicCorpus) -> Iterator[PlannedPage]:
        """Yield the pages of one actor."""
        actor = corpus.actors.get(group)
        if actor is None:
            return
        mentions = [row.row for row in rows if row.part == MENTIONS]
        for sheet in sheets(f"actors/{group}", rows, corpus.rows_per_page):
            parts = {
                part: [each.row for each in of] for part, of in groupby(sheet.rows, lambda row: row.part)
            }
            context = {
                "title": f"{actor.name}, page {sheet.number}" if sheet.number > 1 else actor.name,
                "description": _description(actor, mentions),
                "actor": actor,
                "roles": _roles(mentions),
                "company": _companions(mentions, corpus) if sheet.number == 1 else (),
                "sheet": sheet,
                "index": "actors/index.md",
                "quotes": _facts(parts.get(QUOTES, ()), corpus),
                "events": _facts(parts.get(EVENTS, ()), corpus),
                "figures": _facts(parts.get(FIGURES, ()), corpus),
                "mentions": tuple(_mentions(parts.get(MENTIONS, ()), corpus)),
            }
            yield PlannedPage(path=sheet.path, template=self.template, context=context)


def _concerned(record: PublicRecord, part: int) -> list[str]:
    """Return whose pages a fact stands on: a quote's speaker, of others all that take part."""
    speaker = {record.said_by} if record.said_by else set()
    return sorted(speaker if part == QUOTES else speaker | set(record.actors))


def _company(article: PublicArticle, corpus: PublicCorpus) -> Mapping[str, Counter[str]]:
    """Return for each actor in how many facts of an article it stands with others; crowds are no company."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for record in (told.record for told in told_facts(article, corpus)):
        if record.kind not in _PARTS:
            continue
        together = {*record.actors, *([record.said_by] if record.said_by else [])}
        if len(together) > CROWD:
            continue
        for name in together:
            others = found[name]
            for other in together:
                if other != name:
                    others[other] += 1
    return found


def _companions(mentions: Sequence[MentionRow], corpus: PublicCorpus) -> tuple[Companion, ...]:
    """Return with whom an actor stands in most facts, over all articles; each article counts once."""
    facts: Counter[str] = Counter()
    articles: Counter[str] = Counter()
    for company in {row.slug: row.company for row in mentions}.values():
        for name, count in company:
            facts[name] += count
            articles[name] += 1
    known = sorted(
        (-count, corpus.actors[name].name, name) for name, count in facts.items() if name in corpus.actors
    )
    return tuple(
        Companion(name=called, page=corpus.actors[name].page, facts=facts[name], articles=articles[name])
        for _, called, name in known[:MOST_COMPANIONS]
    )


def _naming(article: PublicArticle) -> Mapping[str, Sequence[str]]:
    """Return the passages that name each actor, in the order of the text."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for record in article.records:
        for name in dict.fromkeys(record.actors) if record.kind == "actor" else ():
            found[name].append(record.passage)
    return found


def _mention(
    article: PublicArticle,
    name: str,
    story: str,
    naming: Mapping[str, Sequence[str]],
    company: tuple[tuple[str, int], ...],
) -> MentionRow:
    passages = naming.get(name, ())
    role = article.roles.get(name)
    return MentionRow(
        section=story,
        newest=-article.published.toordinal(),
        slug=article.slug,
        published=day_label(article.published),
        times=len(passages),
        passage=passages[0] if passages else "",
        role=role.text if role else "",
        role_anchor=role.anchor if role else "",
        company=company,
    )


def _roles(mentions: Sequence[MentionRow]) -> tuple[RoleView, ...]:
    """Return each role once, newest first, with the days of the articles that give it first and last."""
    found: dict[str, RoleView] = {}
    for row in sorted(mentions, key=lambda row: (row.newest, row.slug)):
        if not row.role:
            continue
        known = found.get(row.role.casefold())
        found[row.role.casefold()] = (
            replace(known, since=row.published)
            if known
            else RoleView(
                text=row.role,
                page=f"articles/{row.slug}.md",
                anchor=row.role_anchor,
                since=row.published,
                until=row.published,
            )
        )
    return tuple(found.values())


def _description(actor: PublicActor, mentions: Sequence[MentionRow]) -> str:
    articles = len({row.slug for row in mentions})
    what = actor.role or (actor.type.value if actor.type else "actor")
    where = f"{articles} briefing{'' if articles == 1 else 's'}"
    return f"{actor.name}, {what}: quotes, events, figures and mentions in {where}."


def _facts(rows: Sequence[FactRow], corpus: PublicCorpus) -> tuple[StoryPart, ...]:
    return tuple(story_parts(rows, corpus, lambda _heading, _corpus: Heading()))


def _mentions(rows: Sequence[MentionRow], corpus: PublicCorpus) -> Iterator[MentionPart]:
    for story, of_story in groupby(rows, key=lambda row: row.section):
        views = tuple(
            MentionView(
                title=corpus.titles[row.slug],
                page=f"articles/{row.slug}.md",
                published=row.published,
                times=row.times,
                passage=row.passage,
            )
            for row in of_story
        )
        yield MentionPart(
            title=story_title(story, corpus),
            anchor=story_anchor(story),
            page=story_page(story),
            articles=views,
        )
