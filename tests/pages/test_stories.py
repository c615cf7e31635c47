"""Dossiers: one story over all of its articles."""

from __future__ import annotations

import re
from pathlib import Path

from generator.pages.measures import Measures
from generator.pages.stories import Stories
from tests.support.indexes import copies, corpus_of, pages_of
from tests.support.markdown import Shape, body, by_commonmark, by_python_markdown
from tests.support.project import build, tree, write
from tests.support.told import ACTORS, MEASURES, STORIES, Telling, raw, tell
from tests.support.work import calls

FIRST = raw(
    "Ida Vance and the Ferry Union [agreed to meet on May 12]{.event #meet .planned} in Port Alder. "
    '["Boats will sail,"]{.quote #sail} Ida Vance said. '
    "[14 crews]{.figure #crews measure=crews-out} are out.",
    day=10,
)
SECOND = raw(
    '[They met on May 12]{.event #met same="first#meet"}. [The boats sail again on May 20]{.event #boats '
    '.planned}. [9 crews]{.figure measure=crews-out} are out. ["We are tired,"]{.quote by=union} it said.',
    day=13,
    more="stories: [strike]\nbottom_line: They [met](#met), and [9 crews](#9-crews) are out.",
)


def told(page: str, part: str) -> str:
    """Return one part of a page."""
    return page.partition(f"\n## {part}\n")[2].partition("\n## ")[0]


def dossier(found: Telling) -> str:
    """Return the first page of the dossier of the strike."""
    return pages_of(Stories(), found.articles, found.corpus)["stories/strike.md"]


def test_parts_stand_in_the_order_of_reading() -> None:
    """Who has ten minutes reads what matters first: the bottom line, what is new, what comes."""
    found = tell(first=FIRST, second=SECOND)
    assert not found.problems
    assert re.findall(r"^## (.*)$", dossier(found), re.MULTILINE) == [
        "Bottom line",
        "Newest developments",
        "What comes next",
        "Key figures",
        "Who matters",
        "Timeline",
        "Figures",
        "Quotes",
        "Sources",
    ]


def test_one_event_of_two_articles_is_one_row() -> None:
    """Joined by ``same``, it stands once with both passages; the newest article says how it stands."""
    timeline = told(dossier(tell(first=FIRST, second=SECOND)), "Timeline")
    rows = [line for line in timeline.splitlines() if line.startswith("- ")]
    assert len(rows) == 2
    assert "(../articles/second.md#span-met)" in rows[0]
    assert "(../articles/first.md#span-meet)" in rows[0]
    assert rows[0].index("span-met") < rows[0].index("span-meet")
    assert '(<span class="bf-standing">planned</span>)' in rows[0]


def test_same_in_a_circle_is_one_row() -> None:
    """Two articles that each say they repeat the other tell one event."""
    first = raw('[They met on May 9]{.event #met same="second#met"}.', day=10)
    second = raw('[They met on May 9]{.event #met same="first#met"}.', day=11)
    assert told(dossier(tell(first=first, second=second)), "Timeline").count("\n- ") == 1


def test_facts_of_two_kinds_are_never_one() -> None:
    """An event that is said to be the same as a figure of another article stands by itself."""
    first = raw("[14 crews]{.figure #crews} are out.", day=10)
    second = raw('[They met on May 9]{.event #met same="first#crews"}.', day=11)
    page = dossier(tell(first=first, second=second))
    assert "span-crews" in told(page, "Figures")
    assert "span-crews" not in told(page, "Timeline")


def test_bottom_line_is_the_newest_articles() -> None:
    """It says of which day it is, and its words lead to the passages of that article."""
    page = told(dossier(tell(first=FIRST, second=SECOND)), "Bottom line")
    assert "[met](../articles/second.md#span-met)" in page
    assert "As of 13 May 2031, from [Article of day 13](../articles/second.md)." in page


def test_actors_go_by_facts_and_articles() -> None:
    """Who takes part in more facts of more articles stands first, places apart."""
    page = told(dossier(tell(first=FIRST, second=SECOND)), "Who matters")
    assert re.findall(r"^- \*\*\[(.*?)\]", page, re.MULTILINE) == ["Ferry Union", "Ida Vance"]
    assert "- **Places:** [Port Alder]" in page
    assert "1 fact in 2 briefings · quoted once" in page


def test_plans_of_days_that_passed_are_overdue() -> None:
    """What no article tells the outcome of is listed once the newest article is younger."""
    second = raw("[The union rested on May 13]{.event}.", day=14)
    page = told(dossier(tell(first=FIRST, second=second)), "What comes next")
    assert "### Overdue" in page
    assert "14 May 2031, the day of the newest article" in page
    assert "span-meet" in page.partition("### Overdue")[2]


def test_what_came_to_pass_is_not_overdue() -> None:
    """A plan that a later article tells as having happened is settled."""
    page = told(dossier(tell(first=FIRST, second=SECOND)), "What comes next")
    assert "### Overdue" not in page
    assert "span-boats" in page
    assert "span-meet" not in page


def test_stories_do_not_mix() -> None:
    """An article stands in the dossiers of its own stories and of no others."""
    bridge = raw("[The bridge opened on May 9]{.event}.", day=10, more="stories: [bridge]")
    found = tell(first=FIRST, bridge=bridge)
    pages = pages_of(Stories(), found.articles, found.corpus)
    assert sorted(pages) == ["stories/bridge.md", "stories/strike.md"]
    assert "bridge" not in pages["stories/strike.md"]


def test_an_article_without_story_has_no_dossier() -> None:
    """Unrelated articles are no story."""
    found = tell(first=raw("[They met on May 9]{.event}.", day=10, more="topics: [boats]"))
    assert pages_of(Stories(), found.articles, found.corpus) == {}


def test_long_stories_go_on_pages_of_their_own() -> None:
    """However many articles there are, no page is large; the first one leads to all."""
    found = tell(first=FIRST, second=SECOND)
    articles = [each for article in found.articles for each in copies(article, 300)]
    pages = pages_of(Stories(), articles, corpus_of(articles, found.corpus))
    assert max(map(len, pages.values())) < 300 * 1024
    first = pages["stories/strike.md"]
    assert "The latest of 900; [all of them](strike/timeline.md)." in first
    assert "[next page](timeline/page-2.md)" in pages["stories/strike/timeline.md"]
    assert "The story: [The strike](../strike.md)." in pages["stories/strike/timeline.md"]


def test_everything_in_excess_is_bounded() -> None:
    """Hundreds of overdue plans, and a conflict every day, leave the first page and the measure's small."""
    body = (
        "[They meet on May 12]{.event .planned}. [14 crews]{.figure measure=crews-out} are out, "
        "or [9 crews]{.figure measure=crews-out}."
    )
    articles = copies(tell(first=raw(body, day=10)).articles[0], 300)
    corpus = corpus_of(articles, tell(first=raw(body, day=10)).corpus)
    page = pages_of(Stories(), articles, corpus)["stories/strike.md"]
    assert "And 290 earlier, in the [timeline](strike/timeline.md)." in page
    assert "- And 290 earlier." in page
    measure = pages_of(Measures(), articles, corpus)["measures/crews-out.md"]
    assert max(len(page), len(measure)) < 120_000


def test_a_fact_that_everyone_tells_stays_short() -> None:
    """Of a hundred tellings of one event some are shown and the others counted."""
    raws = {
        f"a{day}": raw('[They met on May 1]{.event #met same="a10#met"}.', day=day) for day in range(10, 31)
    }
    timeline = told(dossier(tell(0, **raws)), "Timeline")
    assert timeline.count("\n- ") == 1
    assert "and 16 more" in timeline


def test_a_dossier_is_linear() -> None:
    """Eight times the articles cost less than twelve times the work."""
    found = tell(first=FIRST, second=SECOND)

    def work(count: int) -> int:
        articles = [each for article in found.articles for each in copies(article, count)]
        corpus = corpus_of(articles, found.corpus)
        rows = sorted(row for article in articles for _, row in Stories().rows(article, corpus))
        return calls(lambda: list(Stories().pages("strike", rows, corpus)))

    work(1)
    assert work(160) < 12 * work(20)


def test_dossier_reads_alike() -> None:
    """Python-Markdown and CommonMark give the page the same anchors, links and text."""
    page = body(dossier(tell(first=FIRST, second=SECOND)))
    built, read = Shape(by_python_markdown(page)), Shape(by_commonmark(page))
    assert (built.ids, built.links, built.text) == (read.ids, read.links, read.text)


def test_names_of_any_script_and_direction() -> None:
    """Names that no Latin letter is in stand as they are written, and each leads to its page."""
    names = {"peres": "שמעון פרס", "fairuz": "فيروز", "li": "李白", "long": "ß" * 200}
    actors = "\n".join(f"  {key}: {{name: {name}}}" for key, name in names.items())
    words = " ".join(f"[{name} sang on May 9]{{.event}}." for name in names.values())
    page = told(
        dossier(tell(first=raw(words, day=10, more=f"stories: [strike]\nactors:\n{actors}"))), "Who matters"
    )
    for key, name in names.items():
        assert f"[{name}](../actors/{key}.md)" in page


def test_a_crowd_is_counted() -> None:
    """The most central are shown and the others counted."""
    actors = "\n".join(f"  a{number}: {{name: Crew{number} Orme}}" for number in range(2_000))
    words = " ".join(f"Crew{number} Orme" for number in range(2_000))
    text = raw(f"{words} [met on May 9]{{.event}}.", day=10, more=f"stories: [strike]\nactors:\n{actors}")
    page = dossier(tell(first=text))
    assert "And 1988 more" in page
    assert len(page) < 20_000


def test_outcomes_settle_plans() -> None:
    """A plan of which a later event is the outcome is not overdue; the timeline says what became of it."""
    second = raw(
        '[The talks were called off on May 12]{.event #off outcome="first#meet"}. '
        "[It rained on May 13]{.event}.",
        day=14,
    )
    found = tell(first=FIRST, second=second)
    assert not found.problems
    page = dossier(found)
    assert "### Overdue" not in page
    assert (
        "· what became of it: [The talks were called off on May 12](../articles/second.md#span-off)" in page
    )


def test_outcomes_in_a_circle_make_a_page() -> None:
    """Two plans that are each said to be the outcome of the other are both settled."""
    first = raw('[They meet on May 12]{.event #a .planned outcome="second#b"}.', day=10)
    second = raw(
        '[They part on May 13]{.event #b .planned outcome="first#a"}. [It rained on May 13]{.event}.', day=14
    )
    assert "### Overdue" not in dossier(tell(first=first, second=second))


def test_versions_of_a_quote_are_aligned() -> None:
    """Joined by ``same``, an utterance stands once, and the words of each version that differ are marked."""
    second = raw('["Boats will surely sail,"]{.quote #sail same="first#sail" by=vance} she said.', day=12)
    third = raw('["Boats will surely sail,"]{.quote #sail same="first#sail" by=vance} she said.', day=13)
    quotes = told(dossier(tell(first=FIRST, second=second, third=third)), "Quotes")
    assert quotes.count("\n- ") == 1
    assert "[in the same words](../articles/second.md#span-sail)" in quotes
    newer = raw('["Boats sail,"]{.quote #sail same="first#sail" by=vance} she said.', day=15)
    quotes = told(dossier(tell(first=FIRST, newer=newer)), "Quotes")
    assert '[“Boats <mark class="bf-differs">will</mark> sail”](../articles/first.md#span-sail)' in quotes


def test_equal_quotes_are_not_joined_unasked() -> None:
    """The same words in two articles are two quotes until an author says that they are one."""
    second = raw('["Boats will sail,"]{.quote by=vance} she said.', day=12)
    assert told(dossier(tell(first=FIRST, second=second)), "Quotes").count("\n- ") == 2


def test_quotes_say_whom_to_and_through_whom() -> None:
    """The row names them, and each leads to its page; who has no name is described."""
    text = raw('["Boats will sail,"]{.quote by=aide to=vance via=union} it was heard.', day=12)
    quotes = told(dossier(tell(first=text)), "Quotes")
    assert "to [Ida Vance](../actors/vance.md), via [Ferry Union](../actors/union.md)" in quotes
    assert (
        "**[an official close to the talks](../actors/aide.md)**, <em>not named in the sources</em>" in quotes
    )


def test_an_edit_writes_only_pages_that_change(tmp_path: Path) -> None:
    """A word in one article leaves other briefings, and the dossiers of other stories, as they are."""
    bridge = raw("[The bridge opened on May 9]{.event #open}.", day=10, more="stories: [bridge]")
    files = {
        "seeds/actors.yml": ACTORS,
        "seeds/measures.yml": MEASURES,
        "seeds/stories.yml": STORIES,
        "seeds/first.md": FIRST,
        "seeds/second.md": SECOND,
        "seeds/bridge.md": bridge,
    }
    write(tmp_path, files)
    build(tmp_path)
    write(tmp_path, {"seeds/bridge.md": bridge.replace("The bridge opened", "The new bridge opened")})
    written = {str(path) for path in build(tmp_path).written}
    assert any(path.endswith("stories/bridge.md") for path in written)
    assert not any(
        path.endswith(("stories/strike.md", "articles/first.md", "crews-out.md")) for path in written
    )
    edited = tree(tmp_path)
    again = tmp_path / "again"
    write(again, {**files, "seeds/bridge.md": bridge.replace("The bridge opened", "The new bridge opened")})
    build(again)
    assert tree(again) == edited
