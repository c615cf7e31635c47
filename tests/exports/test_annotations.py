"""The annotations file of an article: what stands in it, and that it is read back as it was."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.exports import ARTICLE_EXPORTS
from generator.exports.annotations import Annotations
from generator.formats.document import Document
from generator.formats.documents import read_document
from generator.formats.w3c import read_w3c
from generator.linking import link, summarise
from generator.model import Actor, Article, Figure, Measure, Registries
from generator.problems import Problem, Severity
from generator.publishing import PublicArticle, PublicCorpus, PublicRecord, publish_article, publish_corpus
from generator.reading.article import read_article
from generator.reading.vocabulary import Vocabulary
from generator.rendering import Renderer
from tests.support.example import STORIES, example
from tests.support.project import write
from tests.support.records import replace

REGISTRIES: Final = Registries(
    actors={"union": Actor(name="Ferry Workers' Union")}, measures={"crews": Measure(title="Crews")}
)
FRONT: Final = """
title: Ferry talks
published: 2031-05-13
publisher: Alder Courier
url: https://example.org/ferry-talks
topics: [transport, "a: b"]
actors:
  vance: {name: Ida Vance, type: person, role: harbour minister, aliases: [Vance]}
  aide: {unnamed: an official close to the talks}
"""
PARAGRAPHS: Final = """
Ida Vance said that [14 crews]{.figure #crews-N measure=crews TEXTS} of the Ferry Workers' Union sail.
===
[The talks [resumed on Monday]{.event #talks-N TEXTS} after [three weeks]{.figure #weeks-N}]{.quote by=aide}.
===
["We are close,"]{.quote #close-N TEXTS} Vance said. ["[Ferries sail on Friday]{.event #sail-N
.planned}."]{.quote #on-N continues=close-N}
===
[Ferries stood still]{.event #still-N date=2031-05-10/2031-05-12 because=talks-0 TEXTS}. Nothing else did.
===
[She]{.actor #she-N ref=vance} met [both sides]{.actor #sides-N is="vance union" TEXTS} on the quay.
===
[The union gave [14 berths]{.figure #berths-N} for [9 ships]{.figure #ships-N}]{.event #deal-N date=undated
actors=vance TEXTS}.
===
[In all]{.figure #all-N sum="weeks-0 weeks-0" TEXTS} it rained. [Read more]{.skip}
===
[Crews]{.event #denied-N .denied date="on Tuesday" by=union} were out on Tuesday;
[12 crews]{.figure #again-N same=crews-0}.
===
> [“Ja,
> 👩‍👩‍👧 é”]{.quote #far-N by=vance TEXTS}

Of three parts one, another, and [a third]{.figure #third-N of=parts}.
""".strip().split("\n===\n")
TEXTS: Final = st.sampled_from(
    [
        "",
        'title="Own words"',
        'gist="A gist: [x](y) {z}"',
        'note="Not \\"signed\\""',
        'title="T" gist="T" internal="hush"',
    ]
)
BOTTOM_LINES: Final = ("", "bottom_line: |\n  [14 \\* crews](#crews-0) and\n\n  [talks](#talks-0).\n")


@st.composite
def articles(draw: st.DrawFn) -> str:
    """Draw an article without errors, under any rights."""
    drawn = draw(st.lists(st.sampled_from(PARAGRAPHS[2:]), max_size=6, unique=True))
    body = [
        paragraph.replace("-N", f"-{number}").replace("TEXTS", draw(TEXTS))
        for number, paragraph in enumerate([PARAGRAPHS[0], PARAGRAPHS[1], *drawn])
    ]
    body[1] = body[1].replace("-1", "-0")
    display = draw(st.sampled_from(["full", "excerpts", "none"]))
    front = f"{FRONT}{draw(st.sampled_from(BOTTOM_LINES))}rights: {{display: {display}}}\n"
    return f"---{front}---\n" + "\n\n".join(body)


def read(document: Document) -> tuple[Article, list[Problem]]:
    """Read an article that has a title and a date."""
    article, problems = read_article(document, Vocabulary.of(REGISTRIES))
    assert article is not None, problems
    return article, problems


def published(article: Article) -> tuple[PublicArticle, PublicCorpus]:
    """Return what may be shown of an article that is alone."""
    corpus, _ = link(REGISTRIES, [summarise(article)])
    return publish_article(article, corpus), publish_corpus(corpus)


def told(record: PublicRecord) -> PublicRecord:
    """Return what a fact says and where it stands, without its words and what is made of them."""
    passages, support = (
        tuple(replace(each, paragraph=None, text="", quoted=False, anchor="") for each in places)
        for places in (record.passages, record.support)
    )
    quantity = replace(record.quantity, counted=None) if record.quantity else None
    bare = replace(record, label="", is_own_words=False, is_neutral=False)
    return replace(bare, passages=passages, support=support, quantity=quantity)


def counted(records: Iterable[Figure] | Iterable[PublicRecord]) -> list[str | None]:
    """Return what each figure counts."""
    return [record.quantity.counted for record in records if record.quantity]


def exported(article: PublicArticle, corpus: PublicCorpus) -> str:
    """Return the file of an article."""
    return Annotations().file(article, corpus).data.decode()


@settings(max_examples=100, deadline=None, derandomize=True)
@given(articles())
def test_export_and_import_is_the_identity_on_what_is_public(raw: str) -> None:
    """What is read back without the text says all that the page does: each fact, name, actor and heading."""
    document, problems = read_document("seeds/ferry.md", raw, lambda _: (None, []))
    assert document is not None
    article, found = read(document)
    assert [each for each in problems + found if each.severity is Severity.ERROR] == []
    public, corpus = published(article)
    written = exported(public, corpus)
    back, problems = read_w3c("ferry.annotations.jsonld", written, lambda _: (None, []))
    assert back is not None
    imported, found = read(back)
    assert [each for each in problems + found if each.severity is Severity.ERROR] == []
    again, same_corpus = published(imported)
    assert [told(each) for each in again.records] == [told(each) for each in public.records]
    same = (
        "slug",
        "title",
        "headline",
        "published",
        "publisher",
        "url",
        "topics",
        "key",
        "sha256",
        "display",
    )
    for name in (*same, "bottom_line", "language", "text_form", "stories", "checked_by", "licence", "notice"):
        assert getattr(again, name) == getattr(public, name)
    assert {name: (actor.name, actor.type) for name, actor in same_corpus.actors.items()} == {
        name: (actor.name, actor.type) for name, actor in corpus.actors.items() if name in same_corpus.actors
    }
    if public.display != "none":
        text = article.source.text if article.source else ""
        beside, problems = read_w3c("ferry.annotations.jsonld", written, lambda _: (text, []), "ferry.txt")
        assert problems == []
        assert beside is not None
        assert [mark.spans for mark in beside.marks] == [mark.spans for mark in back.marks]


def _selectors(data: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for item in data["first"]["items"]:
        targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
        for target in targets:
            selector = target["selector"]
            found += selector if isinstance(selector, list) else [selector]
    return found


def test_exact_words_stand_beside_their_positions() -> None:
    """A quote selector holds the words as the source has them, quotation marks too."""
    made = example(
        "\ntitle: T\npublished: 2031-05-13\nrights: {display: full}\n", '["We, so far, go,"]{.quote} it said.'
    )
    data = json.loads(exported(made.public, made.public_corpus))
    (words, position) = _selectors(data)
    assert words == {"type": "TextQuoteSelector", "exact": '"We, so far, go,"', "suffix": " it said."}
    assert (position["start"], position["end"]) == (0, 17)


def test_words_over_paragraphs_are_whole() -> None:
    """Words that go on in the next paragraph are written with the empty line between."""
    front = "title: T\npublished: 2031-05-13\nrights: {display: full}\ntext: t.txt\nannotations:\n"
    marks = r'- {kind: event, exact: "b.\n\nC", date: undated}'
    document, _ = read_document("seeds/a.yml", front + marks, lambda _: ("A b.\n\nC d.\n", []))
    assert document is not None
    data = json.loads(exported(*published(read(document)[0])))
    assert _selectors(data)[0]["exact"] == "b.\n\nC"


@pytest.mark.parametrize(("display", "quoted"), [("full", "Nothing"), ("excerpts", ""), ("none", "")])
def test_no_withheld_word_is_beside_the_quoted_ones(display: str, quoted: str) -> None:
    """Context ends where the shown sentences do; under none no words are written at all."""
    front = f"\ntitle: T\npublished: 2031-05-13\nrights: {{display: {display}}}\n"
    made = example(front, "Nothing here. [14 crews]{.figure #a} sail. Nothing there.")
    written = exported(made.public, made.public_corpus)
    assert ("Nothing" in written) == bool(quoted)
    assert ("TextQuoteSelector" in written) == (display != "none")


def test_internal_remarks_are_left_out() -> None:
    """What an editor keeps for the house is in no file for others."""
    made = example(
        "\ntitle: T\npublished: 2031-05-13\n", '[14 crews]{.figure #a internal="hush" note="said"}'
    )
    written = exported(made.public, made.public_corpus)
    assert "hush" not in written
    assert "said" in written


def test_a_paraphrase_does_not_stand_at_its_address() -> None:
    """Words that the editor wrote are not claimed to stand in the live article."""
    front = "\ntitle: T\npublished: 2031-05-13\nurl: https://example.org/a\ntext_form: "
    for form, source in (("original", "https://example.org/a"), ("paraphrase", "#text")):
        made = example(f"{front}{form}\n", "[14 crews]{.figure #a} sail.")
        (item,) = json.loads(exported(made.public, made.public_corpus))["first"]["items"]
        assert item["target"]["source"] == source


def test_every_export_has_a_path_of_its_own() -> None:
    """No export writes over a page or another export, and all are below the folder of the articles."""
    made = example()
    paths = [each.file(made.public, made.public_corpus).path for each in ARTICLE_EXPORTS]
    assert len({*paths, made.public.page}) == len(paths) + 1
    assert all(path.startswith("articles/") and not path.endswith(".md") for path in paths)


def test_what_is_published_becomes_seeds_again(tmp_path: Path) -> None:
    """A published file is converted into marks beside a text, under the slug of its page."""
    made = example()
    file = Annotations().file(made.public, made.public_corpus)
    write(
        tmp_path,
        {"mkdocs.yml": "site_name: A\n", "seeds/stories.yml": STORIES, file.path: file.data.decode()},
    )
    arguments = ["-C", str(tmp_path), "convert", str(tmp_path / file.path), "--to", "standoff", "--no-text"]
    bare = CliRunner().invoke(main, arguments)
    assert "the text is not at hand" in bare.output
    done = CliRunner().invoke(main, arguments[:-1])
    assert done.exit_code == 0, done.output
    written = (tmp_path / "articles" / "ferry.yml").read_text("utf-8")
    assert "id: talks-resume" in written
    assert "title: Ferry talks resume in Port Alder" in written


def test_the_page_links_its_annotations() -> None:
    """The link is relative, so that it leads there on any host, and on a code forge too."""
    made = example()
    page = Renderer().render(made.page)
    assert "[annotations of this article](ferry.annotations.jsonld)" in page
