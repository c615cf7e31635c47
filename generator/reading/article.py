"""From a document to an article: every mark a record, every name a mention, or a problem."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from generator.formats.document import Document
from generator.formats.yaml_tree import YamlScalar, to_plain
from generator.kinds import KINDS, Context, Kind
from generator.model import Article, Evidence, Mark, Mention, Metadata, Reading, Record, Standing, Words
from generator.problems import Problem, did_you_mean
from generator.reading.bottom_line import places_in, read_bottom_line
from generator.reading.identifiers import identify
from generator.reading.metadata import read_metadata
from generator.reading.nesting import parents
from generator.reading.ungated import ungated
from generator.reading.vocabulary import Vocabulary
from generator.text import Location, Span

_ATTRIBUTES: Final = {kind.name: kind.all_attributes for kind in KINDS.values()}


@dataclass(frozen=True, slots=True)
class _Declared:
    """The front matter, and where its keys stand."""

    metadata: Metadata
    locations: Mapping[str, Location]
    path: str

    def place(self, key: str) -> Location:
        return self.locations.get(key) or Location(self.path)


def read_article(document: Document, vocabulary: Vocabulary) -> tuple[Article | None, list[Problem]]:
    """Return an article with all its records; None only where its title or day of publication is missing."""
    metadata, locations, problems = read_metadata(document.metadata, document.path, vocabulary.actors)
    if metadata is None:
        return None, problems
    declared = _Declared(metadata, locations, document.path)
    own = {name: declared.place(f"actors.{name}") for name in metadata.actors}
    vocabulary, conflicts = vocabulary.widened(metadata.actors, own)
    problems += conflicts
    problems += _unknown_stories(declared, vocabulary)
    marks = tuple(_known_marks(document.marks, problems))
    problems += _duplicate_ids(marks)
    context = _context(document, metadata, marks, vocabulary)
    _find_names(context, document, vocabulary)
    for kind in KINDS.values():
        _read_kind(kind, context)
    bottom_line = _bottom_line(document, context, vocabulary)
    _check_key(declared, context)
    article = Article(
        slug=document.slug,
        path=document.path,
        metadata=metadata,
        source=document.source,
        sha256=document.source.sha256 if document.source else document.sha256,
        records=_in_order(context),
        bottom_line=bottom_line,
        locations=locations,
    )
    return article, problems + context.problems


def _unknown_stories(declared: _Declared, vocabulary: Vocabulary) -> list[Problem]:
    return [
        Problem(
            code="unknown-story",
            message=f"unknown story '{story}'{did_you_mean(story, vocabulary.stories)}",
            location=declared.place(f"stories.{number}"),
            example="declare it in seeds/stories.yml",
        )
        for number, story in enumerate(declared.metadata.stories)
        if story not in vocabulary.stories
    ]


def _known_marks(marks: Iterable[Mark], problems: list[Problem]) -> Iterable[Mark]:
    """Yield the marks of known kinds, without the standings and attributes that these do not read."""
    for mark in marks:
        kind = KINDS.get(mark.kind)
        if kind is None:
            message = f"unknown kind '{mark.kind}'{did_you_mean(mark.kind, KINDS)}"
            problems.append(
                Problem(
                    code="unknown-kind",
                    message=message,
                    location=mark.kind_location,
                    example=f"one of {', '.join(KINDS)}, or .skip",
                )
            )
            continue
        classes = tuple(_known_standings(mark, kind.standings, problems))
        attributes = _ATTRIBUTES[kind.name]
        unknown = mark.attributes.keys() - attributes.keys()
        if classes == mark.classes and not unknown:
            yield mark
            continue
        for name in unknown:
            attribute = mark.attributes[name]
            problems.append(
                Problem(
                    code="unknown-attribute",
                    message=f"{kind.name} reads no '{name}'{did_you_mean(name, attributes)}",
                    location=attribute.key_location,
                    example=f"one of {', '.join(attributes)}",
                )
            )
        known = {name: value for name, value in mark.attributes.items() if name in attributes}
        yield replace(mark, classes=classes, attributes=known)


def _known_standings(
    mark: Mark, allowed: frozenset[Standing], problems: list[Problem]
) -> Iterable[tuple[str, Location]]:
    """Yield the first standing that the kind can have; a second one is a problem."""
    found = False
    names = [standing.value for standing in Standing if standing in allowed]
    for name, location in mark.classes:
        if name in names and not found:
            found = True
            yield name, location
            continue
        expected = f"one of {', '.join(names)}" if names else "none"
        if name in names:
            message = f"a fact has one standing, found a second one, '{name}'"
        elif name in KINDS:
            message = f"a mark has one kind, found a second one, '{name}'"
        else:
            message = f"unknown standing '{name}' of {mark.kind}{did_you_mean(name, names)}"
        problems.append(
            Problem(
                code="unknown-standing",
                message=message,
                location=location,
                example=f"{{.{mark.kind}}} with {expected}",
            )
        )


def _duplicate_ids(marks: Iterable[Mark]) -> Iterable[Problem]:
    """Yield the ids that are given to a second mark."""
    first: dict[str, Location] = {}
    for mark in marks:
        if mark.id is None:
            continue
        place = mark.id_location or mark.location
        earlier = first.setdefault(mark.id, place)
        if earlier is not place:
            message = f"the id '{mark.id}' is given twice"
            yield Problem(code="duplicate-id", message=message, location=place, related=(earlier,))


def _context(
    document: Document, metadata: Metadata, marks: tuple[Mark, ...], vocabulary: Vocabulary
) -> Context:
    text = document.source.text if document.source else None
    withheld = metadata.rights.display == "none"
    named_by: list[str] = []
    for mark in marks:
        title = mark.attributes.get("title")
        words = " ".join(span.of(text) for span in mark.spans) if text else " ".join(mark.words or ())
        own = title.value if title else ""
        # Words of a withheld text must not leak into an address.
        named_by.append(own if withheld else own or words)
    ids, colliding = identify(marks, named_by)
    return Context(
        slug=document.slug,
        published=metadata.published,
        source=document.source,
        marks=marks,
        ids=ids,
        parents=parents(marks),
        actors=vocabulary.actors,
        measures=vocabulary.measures,
        named=vocabulary.named,
        colliding=colliding,
    )


def _find_names(context: Context, document: Document, vocabulary: Vocabulary) -> None:
    """Find the names of actors in the text, where no mark of the author says whom they mean."""
    if document.source is None or document.places is None:
        context.mentions += _recorded_names(document, context)
        return
    source = document.source
    marked = [span for mark in context.marks if mark.kind == "actor" for span in mark.spans]
    for found in vocabulary.index.find(source.text, source.skipped):
        span = Span(found.start, found.end)
        if any(span.overlaps(other) for other in marked):
            continue
        location = document.places.location(span)
        words = span.of(source.text)
        if len(found.actors) > 1:
            message = f"'{words}' may be {' or '.join(found.actors)}"
            example = f"[{words}]{{.actor ref={found.actors[0]}}}"
            context.problem("ambiguous-mention", message, location, example)
            continue
        reason = f"'{words}' is a {'weak alias' if found.weak else 'name, alias or description'}"
        context.mentions.append(
            Mention(
                id=f"mention-{len(context.mentions) + 1}",
                evidence=Evidence(spans=(span,), words=(words,)),
                location=location,
                actors=found.actors,
                found=True,
                readings=(Reading(field="actor", value=found.actors[0], reason=reason),),
            )
        )


def _recorded_names(document: Document, context: Context) -> Iterable[Mention]:
    """Yield the names that were found when the text was at hand."""
    for number, name in enumerate(document.names, 1):
        unknown = [actor for actor in name.actors if actor not in context.actors]
        for actor in unknown:
            message = f"unknown actor '{actor}'{did_you_mean(actor, context.actors)}"
            context.problem("unknown-actor", message, name.location)
        if not unknown:
            evidence = Evidence(spans=(name.span,))
            yield Mention(
                id=f"mention-{number}",
                evidence=evidence,
                location=name.location,
                actors=name.actors,
                found=True,
            )


def _read_kind(kind: Kind, context: Context) -> None:
    """Read the marks of one kind and settle what its records are to each other."""
    for position, mark in enumerate(context.marks):
        if mark.kind != kind.name:
            continue
        record = kind.read(position, mark, context)
        if record is not None:
            context.records[position] = record
    if kind.finish:
        kind.finish(context)


def _in_order(context: Context) -> tuple[Record, ...]:
    """Return all records by their words, outer ones first."""
    found = [mention for mention in context.mentions if mention.found]
    records = [*context.records.values(), *found]
    return tuple(
        sorted(records, key=lambda record: (record.evidence.spans[0].start, -record.evidence.spans[-1].end))
    )


def _bottom_line(
    document: Document, context: Context, vocabulary: Vocabulary
) -> tuple[tuple[Words, ...], ...]:
    entry = document.metadata.entries.get("bottom_line")
    if entry is None or not isinstance(entry.node, YamlScalar) or to_plain(entry.node) is None:
        return ()
    paragraphs, problems = read_bottom_line(
        entry.node.value,
        places_in(entry.node),
        context.slug,
        lambda key, place: context.fact_key(key, place) is not None,
        lambda plain: ungated(plain, vocabulary.index, context.published),
    )
    context.problems += problems
    return paragraphs


def _check_key(declared: _Declared, context: Context) -> None:
    for number, name in enumerate(declared.metadata.key):
        context.fact_key(name, declared.place(f"key.{number}"))
