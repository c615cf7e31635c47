"""The briefing: its ten parts, and that every row leads to its words."""

from __future__ import annotations

import json
import re

import pytest

from generator.linking import link, summarise
from generator.model import Registries
from generator.pages.article import ArticlePage
from generator.publishing import Piece, publish_article, publish_corpus
from generator.rendering import Renderer
from tests.support.example import BODY, FRONT, Example, example
from tests.support.markdown import Shape, body, by_commonmark, by_python_markdown
from tests.support.records import replace
from tests.support.shared import SHARED, needs_shared

FULL = "rights: {display: full}\n"
NONE = "rights: {display: none}\n"
RENDERER = Renderer(None)
PARTS = [
    "Bottom line",
    "What comes next",
    "Key figures",
    "Who stands where",
    "Timeline",
    "Figures",
    "Quotes",
    "How solid is this",
    "Source text",
]


def rendered(found: Example) -> str:
    """Return the Markdown of an example's page, without the numbers that stand for links on paper."""
    return re.sub(r' "¶ \d+"(?=\))| title="¶ \d+"', "", RENDERER.render(found.page))


def test_links_know_their_paragraph() -> None:
    """For paper, a link to words carries the number of their paragraph, which the source text shows."""
    page = RENDERER.render(example().page)
    assert '[14](#span-crews "¶ 3")' in page
    assert '<a id="p-3" title="¶ 3"></a>' in page


def part(page: str, heading: str) -> str:
    """Return one part of a page, without its heading."""
    _, _, rest = page.partition(f"\n## {heading}\n")
    return rest.partition("\n## ")[0]


def headings(page: str) -> list[str]:
    """Return the headings of the second level, in order."""
    return re.findall(r"^## (.*)$", page, re.MULTILINE)


def test_parts_in_order() -> None:
    """A briefing has its parts in the order in which somebody with four minutes reads it."""
    page = rendered(example())
    assert headings(page) == PARTS
    assert page.startswith('---\ntitle: "Ferry talks resume in Port Alder"\n')
    assert "\n# Ferry talks resume in Port Alder\n" in page


def test_parts_with_nothing_to_say_are_left_out() -> None:
    """An article without facts has its text and nothing else."""
    front = "\ntitle: Nothing\npublished: 2031-05-13\n"
    assert headings(rendered(example(front=front, body="No facts.\n"))) == ["Source text"]


@pytest.mark.parametrize("rights", ["", FULL, NONE])
def test_every_link_has_a_target(rights: str) -> None:
    """Each link on the page leads to an anchor of it, each anchor stands once, each fact has a row."""
    found = example(extra=rights)
    shape = Shape(by_python_markdown(body(rendered(found))))
    anchors = [name for name in shape.ids if name]
    assert len(anchors) == len(set(anchors))
    wanted = {link[1:] for link in shape.links if link.startswith("#")}
    assert wanted <= set(anchors)
    for record in found.public.facts:
        assert record.anchor in anchors
        assert record.passage in anchors


@pytest.mark.parametrize("rights", ["", FULL, NONE])
def test_every_row_and_every_span_lead_to_each_other(rights: str) -> None:
    """The row of each fact links to its words, and below its words stands a link to its row."""
    found = example(extra=rights)
    page = rendered(found)
    rows, _, source = page.partition("\n## Source text\n")
    for record in found.public.facts:
        (row,) = [line for line in rows.splitlines() if f'<a id="{record.anchor}"></a>' in line]
        assert f"](#{record.passage})" in row or (record.continues and rights == NONE)
        assert f"](#{record.anchor})" in source


@pytest.mark.parametrize("rights", ["", FULL, NONE])
def test_read_alike(rights: str) -> None:
    """The reader that builds the site and CommonMark find the same text, links and anchors."""
    page = body(rendered(example(extra=rights)))
    ours, theirs = Shape(by_python_markdown(page)), Shape(by_commonmark(page))
    assert ours.text == theirs.text
    assert ours.links == theirs.links
    assert ours.ids == theirs.ids
    counted = ("li", "table", "mark", "h1", "h2", "small", "em", "div")
    assert [ours.tags.count(tag) for tag in counted] == [theirs.tags.count(tag) for tag in counted]


def test_full_text_is_all_there() -> None:
    """Where all may be shown, the page holds the source's text to the letter."""
    found = example(extra=FULL)
    source = Shape(by_python_markdown(part(rendered(found), "Source text"))).text
    for paragraph in found.public.paragraphs:
        assert "".join(piece.text for piece in paragraph.pieces) in source


def test_withheld_words_are_not_on_the_page() -> None:
    """Where nothing may be shown, no words of the source are on the page."""
    text = Shape(by_python_markdown(rendered(example(extra=NONE)))).text
    for words in (
        "resumed",
        "nearly three",
        "We are close",
        "sail",
        "berths",
        "Related",
        "Crews and ministry",
    ):
        assert words not in text.replace("sailing", "")


def test_bottom_line() -> None:
    """The author's summary is set apart, and its linked words lead to the words of the source."""
    found = part(rendered(example()), "Bottom line")
    assert 'class="bf-bottom-line bf-editor"' in found
    assert "[are on again](#span-talks-resume); [14 crews](#span-crews) are still out." in found


def test_what_comes_next() -> None:
    """What is planned says when, in words, and who says so."""
    found = part(rendered(example()), "What comes next")
    assert "<strong>16 May 2031</strong> [Ferries sail on Friday](#span-sailing)" in found
    assert '<span class="bf-standing">planned</span> · says [Ida Vance](#fact-' in found
    assert "resume" not in found


def test_past_plans_do_not_come_next() -> None:
    """What was planned for a day before publication is no longer to come."""
    body_text = (
        "[It was to end on 12 May 2031]{.event .planned #end}. [It rains on Friday]{.event .planned #rain}.\n"
    )
    found = part(rendered(example(body=body_text)), "What comes next")
    assert "span-rain" in found
    assert "span-end" not in found


def test_exchange_is_one_card() -> None:
    """Two things given for each other share a card, each number leading to its own words."""
    found = part(rendered(example()), "Key figures")
    assert "[14](#span-berths) for [9](#span-ships)" in found
    assert found.count('class="bf-card"') == 3


def test_key_figures_of_the_front_matter() -> None:
    """The front matter chooses the cards and their order."""
    found = part(rendered(example(extra="key: [deal, crews]\n")), "Key figures")
    assert re.findall(r"<strong>\[[^\]]*\]\(#span-([a-z-]+)\)", found) == ["berths", "crews"]


def test_at_most_six_cards() -> None:
    """There are never more than six cards."""
    crews = " ".join(f"[{number} crews]{{.figure}} left." for number in range(2, 12))
    assert part(rendered(example(body=f"{crews}\n")), "Key figures").count('class="bf-card"') == 6


def test_parties() -> None:
    """Parties have their role, unnamed people their description; who is not quoted is said."""
    found = part(rendered(example()), "Who stands where")
    assert "[Ida Vance](#span-mention-2)</strong>, [harbour minister](#span-role.vance)" in found
    assert "an official close to the talks](#span-mention-3)</strong>, not named in the source" in found
    assert "**Named and not quoted:** [Ferry Workers' Union](#span-mention-1)" in found


def test_timeline_by_bounds() -> None:
    """Events stand in the order of their dates, undated ones last."""
    found = part(rendered(example()), "Timeline")
    assert re.findall(r"<strong>(.*?)</strong>", found) == ["12 May 2031", "16 May 2031", "undated"]
    assert "<em>[Talks resume](#span-talks-resume)</em>" in found
    assert "<em>Editor: Not signed.</em>" in found


def test_inferred_is_said_with_its_passages() -> None:
    """A value that was concluded says so in words, and from what."""
    text = (
        "[It was to end on Monday]{.event #end}, after [four days]{.figure #days}. "
        '[The halt]{.event #halt date=2031-05-09/2031-05-12 because="end days"} held.\n'
    )
    page = rendered(example(body=text))
    said = (
        '<span class="bf-inferred">inferred</span> from [It was to end on Monday](#fact-end) and [four days]'
    )
    assert said in part(page, "Timeline")
    assert "**Inferred:** [The halt](#fact-halt)" in part(page, "How solid is this")


def test_inferred_date_is_said_of_figures_too() -> None:
    """A figure that takes its date from an event whose date was concluded says so."""
    text = (
        "[It was to end on Monday]{.event #end}, after [four days]{.figure #days}. "
        '[[14 crews]{.figure} struck]{.event #halt date=2031-05-09/2031-05-12 because="end days"}.\n'
    )
    found = part(rendered(example(body=text)), "Figures")
    assert 'date <span class="bf-inferred">inferred</span> with [14 crews struck](#fact-halt)' in found


def test_figures() -> None:
    """Each figure has its value, what it counts, when, how it stands and who says so."""
    found = part(rendered(example()), "Figures")
    assert (
        '| <a id="fact-crews"></a><data value="14">[14](#span-crews)</data> | crews '
        "<small>Crews on strike</small> |  | reported "
        "| [Ida Vance](#fact-close) |"
    ) in found
    assert '| <data value="9">[9](#span-ships)' not in found
    assert "| Alder Courier |" in found


def test_split_quotes_are_whole_again() -> None:
    """The parts of a split quote are one row, each leading to its own words."""
    found = part(rendered(example()), "Quotes")
    assert (
        "“[We are close, but 14 crews are still out](#span-close)” "
        "“[Ferries sail on Friday.](#span-ferries-sail-on-friday)” <small>direct quote</small>"
    ) in found
    assert "<small>indirect speech</small>" in found


def test_same_fact_is_one_row() -> None:
    """Mentions of one fact that are joined share a row, which says where it is repeated."""
    text = "[14 crews]{.figure #a} are out.\n\nOnce more: [14 crews]{.figure #b same=a}.\n"
    found = part(rendered(example(body=text)), "Figures")
    assert '<a id="fact-a"></a><a id="fact-b"></a>' in found
    assert "again in [paragraph 2](#span-b)" in found


def test_solid() -> None:
    """The page says what rests on one unnamed source, and what the text leaves open."""
    found = part(rendered(example()), "How solid is this")
    assert "**One unnamed source:** only [an official close to the talks]" in found
    assert "**The text does not say when:** [The union gave 14 berths for 9 ships](#fact-deal)." in found


@pytest.mark.parametrize("rights", ["", FULL, NONE])
def test_text_not_at_hand(rights: str) -> None:
    """Without the text, the page lists positions, and every row still leads to one."""
    article = replace(example(extra=rights).article, source=None, paragraphs=())
    corpus, _ = link(Registries(), [summarise(article)])
    public = publish_article(article, corpus)
    (page,) = ArticlePage().pages(article.slug, [public], publish_corpus(corpus))
    shape = Shape(by_python_markdown(body(RENDERER.render(page))))
    assert "characters 70–112, quote: Quote at characters 70–112" in shape.text
    assert {one[1:] for one in shape.links if one.startswith("#")} <= set(shape.ids)
    assert len(shape.ids) == len(set(shape.ids))
    assert "not at hand" in shape.text
    assert {record.passage for record in public.facts} <= set(shape.ids)


def test_other_language() -> None:
    """Words of a source in another language say which, wherever they stand."""
    page = rendered(example(extra=FULL + "language: ar\n"))
    assert '<span lang="ar" dir="auto">' in part(page, "Quotes")
    assert '<div lang="ar" dir="auto" markdown>' in part(page, "Source text")


def test_paraphrase_is_said_beside_passages() -> None:
    """Where the text is not the source's own, the meta lines, the quotes and the text say so."""
    page = rendered(example(extra=FULL + "text_form: paraphrase\n"))
    assert "Text: a paraphrase by the editor" in page
    assert "direct quote · paraphrase" in part(page, "Quotes")
    assert part(page, "Source text").count('- <span class="bf-form">paraphrase</span>\n') == 5


def test_live_article_is_offered_beside_passages() -> None:
    """Under each passage stand links to the words of its facts in the live article."""
    passages = part(rendered(example(extra=FULL)), "Source text").split('<div class="bf-passage')
    assert "[Talks resume](https://example.org/ferry-talks#:~:text=resumed%20on%20Monday)" in passages[1]
    assert "[14 crews](https://example.org/ferry-talks#:~:text=14%20crews)" in passages[3]
    assert "bf-live" not in passages[2]
    assert ":~:" not in rendered(example(extra=NONE))


def test_a_mark_that_was_cut_says_which_it_continues() -> None:
    """Of marks that overlap, the later pieces name the one that they belong to."""
    found = example(body="The union\ntold [14 crews]{.figure #crews} on Monday.\n")
    paragraph = found.public.paragraphs[0]
    # Only standoff marks can overlap; these are put together by hand.
    pieces = (
        Piece("told ", ("a",), ("span-a",), ("span-a",)),
        Piece("14 crews", ("a", "b"), ("span-a", "span-b"), ("span-b",)),
        Piece(" on Monday", ("b",), ("span-b",), ()),
    )
    public = replace(found.public, paragraphs=(replace(paragraph, pieces=pieces),))
    ((group, row),) = ArticlePage().rows(public, found.public_corpus)
    (page,) = ArticlePage().pages(group, [row], found.public_corpus)
    assert (
        '<mark id="span-a" class="bf-kind-support">told '
        '<mark id="span-b" class="bf-kind-support">14 crews</mark></mark>'
        '<mark data-span="span-b" class="bf-kind-support"> on Monday</mark>'
    ) in RENDERER.render(page)


@needs_shared
@pytest.mark.parametrize(
    "field", ["title", "headline", "publisher", "byline", "notice", "name", "role", "topic"]
)
def test_hostile_fields(field: str) -> None:
    """Naughty strings in a field of the front matter add no element and no link to the page."""
    strings = json.loads((SHARED / "corpora" / "blns" / "blns.json").read_text(encoding="utf-8"))
    chosen = [text for text in strings if re.search(r"[<\[`*_&]", text) and text.isprintable()][::12]
    plain = Shape(by_python_markdown(body(rendered(_with(field, "plain words")))))
    for text in chosen:
        shape = Shape(by_python_markdown(body(rendered(_with(field, text)))))
        assert shape.tags == plain.tags, text
        assert shape.links == plain.links


def _with(field: str, text: str) -> Example:
    value = json.dumps(text, ensure_ascii=False)
    front = FRONT.replace("name: Ida Vance", "name: Ida Vance", 1)
    if field in {"title", "headline", "publisher"}:
        front = re.sub(rf"^{field}: .*$", lambda _: f"{field}: {value}", front, flags=re.MULTILINE)
    elif field == "byline":
        front += f"byline: {value}\n"
    elif field == "notice":
        front += f"rights: {{notice: {value}}}\n"
    elif field == "topic":
        front = front.replace("[transport, labour]", f"[{value}]")
    elif field == "role":
        front = front.replace("role: harbour minister", f"role: {value}")
    else:
        front = front.replace("name: Ferry Workers' Union", f"name: {value}")
    words = BODY.replace("harbour minister", "minister") if field == "role" else BODY
    return example(front=front, body=words.replace("Ferry Workers' Union", "union"))


def test_what_is_settled_does_not_come_next() -> None:
    """A plan of which the article tells the outcome is no longer to come."""
    body = (
        "[Ferries sail on Friday]{.event #sailing .planned}. "
        "[Crews meet on Friday]{.event #meeting .planned}. "
        "[The sailing was called off on Monday]{.event outcome=sailing}.\n"
    )
    found = example(body=body, front="\ntitle: Ferries\npublished: 2031-05-13\n")
    coming = [line.parts[0].text for line in found.page.context["next"]]
    assert coming == ["Crews meet on Friday"]
