"""Many articles and the registries become one corpus; references between articles are resolved.

An article is summed up in what the others need to know of it, so that one edited article can be linked again
without reading the rest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from msgspec.structs import replace

from generator.kinds import KINDS
from generator.kinds.context import ambiguous_fact, withdrawn_fact
from generator.model import (
    Actor,
    Article,
    Corpus,
    Display,
    Event,
    FactEntry,
    Provenance,
    Record,
    Registries,
    Release,
    Standing,
    Summary,
    TextForm,
)
from generator.problems import Problem, did_you_mean
from generator.reading.credits import credited_names
from generator.reading.vocabulary import conflict, merge
from generator.text import Location, sketch

_KIND_NAMES: Final = {kind.record: kind.name for kind in KINDS.values()}
_LONGEST_TITLE: Final = 80
_TO_COME: Final = frozenset({Standing.PLANNED, Standing.CONDITION})


class _Facts(Mapping[str, FactEntry]):
    """Every fact by its key; looks only into the summaries that are asked for."""

    __slots__ = ("_found", "_summaries")

    def __init__(self, summaries: Mapping[str, Summary]) -> None:
        self._summaries = summaries
        self._found: dict[str, dict[str, FactEntry]] = {}

    def __getitem__(self, key: str) -> FactEntry:
        slug = key.partition("#")[0]
        if slug not in self._found:
            self._found[slug] = {entry.key: entry for entry in self._summaries[slug].facts}
        return self._found[slug][key]

    def __iter__(self) -> Iterator[str]:
        return (entry.key for summary in self._summaries.values() for entry in summary.facts)

    def __len__(self) -> int:
        return sum(len(summary.facts) for summary in self._summaries.values())


def summarise(article: Article) -> Summary:
    """Return what other articles and the index pages need to know of an article."""
    declared = {name: article.locations.get(f"actors.{name}") for name in article.metadata.actors}
    return Summary(
        slug=article.slug,
        path=article.path,
        title=article.metadata.title,
        facts=tuple(
            FactEntry(
                key=article.key(record),
                kind=_KIND_NAMES[type(record)],
                title=_title(article, record),
                location=record.location,
                is_open=isinstance(record, Event) and record.standing in _TO_COME,
            )
            for record in article.facts
        ),
        references=article.references,
        needs=article.needs,
        actors=dict(article.metadata.actors),
        declared={name: place or Location(article.path) for name, place in declared.items()},
        used_actors=tuple(sorted(set(_used_actors(article)))),
        used_measures=tuple(sorted({measure for record in article.records for measure in record.measures})),
        stories=article.metadata.stories,
        withheld=article.metadata.rights.display is Display.NONE,
        supersedes=_supersedes(article),
        correction=article.metadata.correction,
        shared_ids=tuple(sorted(article.shared_ids)),
        release=Release(
            embargoed_until=article.metadata.rights.embargoed_until,
            embargo_place=article.locations.get("rights.embargoed_until"),
            status=article.metadata.state,
            status_place=article.locations.get("status"),
        ),
        provenance=_provenance(article),
        same=tuple((article.key(record), key) for record in article.facts for key in record.same),
    )


def link(
    registries: Registries, summaries: Iterable[Summary], held: Iterable[Summary] = ()
) -> tuple[Corpus, list[Problem]]:
    """Return the corpus of all articles, and the references that lead nowhere.

    Of the articles that are ``held`` back nothing is in it but what they use; a fact that rests on one of
    theirs is a problem, and what only leads there is left out.
    """
    problems: list[Problem] = []
    by_slug: dict[str, Summary] = {}
    kept_back = {summary.slug: summary for summary in sorted(held, key=lambda summary: summary.slug)}
    if kept_back:
        summaries = [_without_held(summary, kept_back, problems) for summary in summaries]
    for summary in sorted(summaries, key=lambda summary: (summary.slug, summary.path)):
        first = by_slug.setdefault(summary.slug, summary)
        if first is not summary:
            problems.append(
                Problem(
                    code="duplicate-slug",
                    message=f"'{summary.slug}' is the address of {first.path} already",
                    location=Location(summary.path),
                    example="give one of the files another name",
                    related=(Location(first.path),),
                )
            )
    corpus = Corpus(
        summaries=by_slug,
        actors=_merged_actors(registries, by_slug.values(), problems),
        registries=registries,
        facts=_Facts(by_slug),
        held=kept_back,
    )
    for summary in by_slug.values():
        problems += _dangling(summary, corpus)
        problems += _replacing_itself(summary, by_slug)
    return corpus, problems


def _without_held(summary: Summary, held: Mapping[str, Summary], problems: list[Problem]) -> Summary:
    """Return an article without what only leads to articles that are held back; say what rests on them."""
    repeated = Counter(key for _, key in summary.same)
    references: list[tuple[str, Location]] = []
    for key, place in summary.references:
        slug = key.partition("#")[0]
        if slug not in held:
            references.append((key, place))
        elif repeated[key]:
            repeated[key] -= 1
        else:
            problems.append(
                Problem(
                    code="held-reference",
                    message=f"rests on '{key}', of an article that is held back",
                    location=place,
                    example="hold this article back as well, or let it rest on a fact that is published",
                    related=(Location(held[slug].path),),
                )
            )
    is_free = not summary.supersedes or summary.supersedes[0] not in held
    return replace(
        summary,
        references=tuple(references),
        same=tuple(pair for pair in summary.same if pair[1].partition("#")[0] not in held),
        supersedes=summary.supersedes if is_free else None,
        correction=summary.correction if is_free else None,
    )


def _provenance(article: Article) -> Provenance:
    """Return whom an article names for its text; the editor's own words are compared with nobody's."""
    metadata, source = article.metadata, article.source
    is_theirs = source is not None and metadata.text_form is not TextForm.PARAPHRASE
    return Provenance(
        published=metadata.published,
        publisher=metadata.publisher,
        agency=metadata.agency,
        via=metadata.via,
        credited=credited_names(source) if source else (),
        sketch=sketch(source) if source and is_theirs else b"",
    )


def _supersedes(article: Article) -> tuple[str, Location] | None:
    slug = article.metadata.supersedes
    return (slug, article.locations.get("supersedes") or Location(article.path)) if slug else None


def _title(article: Article, record: Record) -> str:
    if record.title:
        return record.title
    if article.metadata.rights.display == "none":
        return record.gist or record.id
    words = " ".join(record.evidence.words) or record.id
    return words if len(words) <= _LONGEST_TITLE else words[: _LONGEST_TITLE - 1].rstrip() + "…"


def _used_actors(article: Article) -> Iterator[str]:
    for record in article.records:
        yield from record.actors
        if record.said_by:
            yield record.said_by


def _merged_actors(
    registries: Registries, summaries: Iterable[Summary], problems: list[Problem]
) -> dict[str, Actor]:
    """Merge what all articles declare into the registry's actors.

    Where an article disagrees with the registry, reading the article has said so.
    """
    merged = dict(registries.actors)
    first: dict[str, Location] = {}
    for summary in summaries:
        for name, actor in summary.actors.items():
            place = summary.declared[name]
            if name not in merged:
                merged[name] = actor
                first[name] = place
                continue
            merged[name], fields = merge(merged[name], actor)
            if fields and name in first:
                problems.append(conflict(name, fields, place, first[name]))
    return merged


def _dangling(summary: Summary, corpus: Corpus) -> Iterator[Problem]:
    """Yield the references of an article that lead nowhere."""
    for key, location in (*([summary.supersedes] if summary.supersedes else ()), *summary.references):
        problem = dangling(key, location, corpus)
        if problem:
            yield problem


def dangling(key: str, location: Location, corpus: Corpus) -> Problem | None:
    """Return the problem of a reference to a fact (``slug#id``) or an article that leads nowhere, if any."""
    slug, _, name = key.partition("#")
    withdrawn = corpus.registries.withdrawn
    summary = corpus.summaries.get(slug)
    if summary is None and not {key, slug}.isdisjoint(withdrawn):
        return withdrawn_fact(key, location, withdrawn)
    if summary is None:
        return _unknown_article(slug, location, corpus)
    if name in summary.shared_ids:
        return ambiguous_fact(key, location)
    return _unknown_fact(key, location, corpus) if name and key not in corpus.facts else None


def _unknown_fact(key: str, location: Location, corpus: Corpus) -> Problem:
    if key in corpus.registries.withdrawn:
        return withdrawn_fact(key, location, corpus.registries.withdrawn)
    known = [entry.key for entry in corpus.summaries[key.partition("#")[0]].facts]
    message = f"unknown fact '{key}'{did_you_mean(key, known)}"
    return Problem(code="unknown-fact", message=message, location=location)


def _replacing_itself(summary: Summary, by_slug: Mapping[str, Summary]) -> Iterator[Problem]:
    """Yield the problem of an article that replaces itself, by way of others too."""
    seen: list[str] = []
    current: Summary | None = summary
    while current is not None and current.supersedes and current.slug not in seen:
        seen.append(current.slug)
        current = by_slug.get(current.supersedes[0])
    if summary.supersedes and seen and current is summary:
        message = "an article cannot replace itself: " + " ← ".join([*seen, summary.slug])
        yield Problem(code="cyclic-reference", message=message, location=summary.supersedes[1])


def _unknown_article(slug: str, location: Location, corpus: Corpus) -> Problem:
    message = f"unknown article '{slug}'{did_you_mean(slug, corpus.summaries)}"
    example = "the name of its file in seeds without the ending"
    return Problem(code="unknown-article", message=message, location=location, example=example)
