"""What holds for any two states of the seeds, and for any articles that may tell the same."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.analysis.suggesting import suggestions
from generator.formats.documents import read_document
from generator.linking import link
from generator.model import Article
from generator.pipeline.changes import Comparison
from generator.pipeline.history import Revision
from generator.pipeline.library import Library
from generator.pipeline.outcome import Silence
from generator.pipeline.registries import registries_of
from generator.pipeline.seeds import find_seeds
from generator.publishing import PublicChange, publish_corpus
from generator.reading.article import read_article
from generator.reading.registries import read_registries
from generator.reading.vocabulary import Vocabulary
from generator.settings import Project, Settings
from generator.store import Cache
from tests.support.project import REGISTRIES, article, write

_SLUGS: Final = ("first", "second", "third")
_COLOURS: Final = {"f0": "red", "f1": "blue", "f2": "green", "f3": "grey"}
"""Ids of facts, and a word that only the passage of each has."""


@dataclass(frozen=True)
class _Fact:
    """One fact of a synthetic article: whatever differs is a change of it."""

    kind: str
    value: int
    standing: str

    def marked(self, name: str) -> str:
        words = {
            "event": f"the {_COLOURS[name]} boat sailed on May {self.value}",
            "figure": f"{self.value} {_COLOURS[name]} boats",
            "quote": f'"We have {_COLOURS[name]} boats, or {self.value}"',
        }[self.kind]
        by = " by=vance" if self.kind == "quote" else ""
        return f"[{words}]{{.{self.kind} #{name}{self.standing}{by}}}."


_STANDINGS: Final = {
    "event": ["", " .planned", " .claimed"],
    "figure": ["", " .planned", " .claimed"],
    # what was said was said, whatever it is about
    "quote": ["", " .claimed"],
}
_FACTS: Final = st.sampled_from(sorted(_STANDINGS)).flatmap(
    lambda kind: st.builds(
        _Fact, kind=st.just(kind), value=st.integers(2, 9), standing=st.sampled_from(_STANDINGS[kind])
    )
)
_ARTICLE: Final = st.dictionaries(st.sampled_from(sorted(_COLOURS)), _FACTS, max_size=4)
_SEEDS: Final = st.dictionaries(st.sampled_from(_SLUGS), _ARTICLE, max_size=3)
_REGISTRIES: Final = {Path(path).stem: (path, text) for path, text in REGISTRIES.items()}
_Seeds = Mapping[str, Mapping[str, _Fact]]


def _texts(seeds: _Seeds) -> dict[str, str]:
    return {
        f"seeds/{slug}.md": article(
            slug, "\n\n".join(["Boats lie idle.", *(f.marked(n) for n, f in facts.items())])
        )
        for slug, facts in seeds.items()
    }


def _told(before: _Seeds, after: _Seeds) -> tuple[PublicChange, ...]:
    """Return what is told of the way from one state of the seeds to another."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        write(root, {**REGISTRIES, **_texts(after)})
        (root / "seeds").mkdir(exist_ok=True)
        project = Project(root, Settings())
        seeds, _ = find_seeds(project)
        registries = registries_of(seeds).registries
        library = Library(project, seeds.articles, registries, "")
        cache = Cache.open(root / "cache", "")
        summaries = [each.summary for each in library.read(cache, Silence()).values() if each.summary]
        corpus, problems = link(registries, summaries)
        assert problems == []
        then = {**REGISTRIES, **_texts(before)}
        revision = Revision(id="v1", day="2031-05-20", texts=then, names=frozenset(then))
        found = Comparison(project, revision).changes(corpus, publish_corpus(corpus), library)
        cache.close()
        return found.changes


@settings(max_examples=60, deadline=None)
@given(_SEEDS, _SEEDS)
def test_every_change_is_told_and_nothing_else(before: _Seeds, after: _Seeds) -> None:
    """What came, what went and what is another now is told of each fact, once; of the rest nothing is."""
    expected: set[tuple[str, str, str]] = set()
    for slug in before.keys() | after.keys():
        old, new = before.get(slug), after.get(slug)
        if old is None or new is None:
            expected.add((slug, "article-added" if old is None else "article-removed", ""))
            continue
        expected |= {(slug, "added", name) for name in new.keys() - old.keys()}
        expected |= {(slug, "withdrawn", name) for name in old.keys() - new.keys()}
        expected |= {(slug, "changed", name) for name in old.keys() & new.keys() if old[name] != new[name]}
    told = _told(before, after)
    assert {(each.slug, each.kind, _name(each)) for each in told} == expected
    parts = [(each.slug, each.kind, _name(each), each.part) for each in told]
    assert len(parts) == len(set(parts))


def _name(change: PublicChange) -> str:
    """Return the id of a fact by the word that only its passage has."""
    return next((name for name, word in _COLOURS.items() if word in change.label.split()), "")


@settings(max_examples=60, deadline=None)
@given(_SEEDS)
def test_no_change_tells_nothing(seeds: _Seeds) -> None:
    """Against the state that it is in a project has nothing to tell."""
    assert _told(seeds, seeds) == ()


def _articles(texts: Mapping[str, str], order: int = 1) -> list[Article]:
    vocabulary = Vocabulary.of(read_registries(_REGISTRIES)[0])
    found: list[Article] = []
    for path, text in sorted(texts.items())[::order]:
        document, _ = read_document(path, text, lambda _: (None, []))
        assert document is not None
        read, _ = read_article(document, vocabulary)
        assert read is not None
        found.append(read)
    return found


@settings(max_examples=60, deadline=None)
@given(_SEEDS)
def test_what_is_proposed_fits_and_is_proposed_until_it_is_typed(seeds: _Seeds) -> None:
    """Proposals join facts of one kind and standing in two articles; typing one takes it off the list."""
    texts = _texts(seeds)
    articles = _articles(texts)
    found = suggestions(articles)
    assert found == suggestions(_articles(texts, -1))
    facts = {each.key(record): record for each in articles for record in each.facts}
    for each in found:
        here, there = facts[each.fact], facts[each.same]
        assert each.fact.partition("#")[0] != each.same.partition("#")[0]
        assert type(here) is type(there)
        assert here.standing is there.standing
        assert each.reasons
    assert len({frozenset((each.fact, each.same)) for each in found}) == len(found)
    if found:
        slug, _, name = found[0].fact.partition("#")
        path = f"seeds/{slug}.md"
        typed = {**texts, path: texts[path].replace(f"#{name}", f"#{name} same={found[0].same}")}
        left = suggestions(_articles(typed))
        assert (found[0].fact, found[0].same) not in {(each.fact, each.same) for each in left}
        assert len(left) < len(found)


def test_equal_facts_of_two_articles_are_proposed() -> None:
    """What the property above holds for is there at all: an event, a figure and a quote, each told twice."""
    told = {f"f{at}": _Fact(kind, 4, "") for at, kind in enumerate(("event", "figure", "quote"))}
    found = suggestions(_articles(_texts({"first": told, "second": told})))
    assert {(each.fact, each.same) for each in found} >= {
        (f"second#{name}", f"first#{name}") for name in told
    }
