"""From a document to an article: every mark a record, every name a mention, or a problem."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from generator.formats.document import Document
from generator.formats.yaml_tree import YamlScalar, to_plain
from generator.kinds import KINDS, Context, Kind, is_draft
from generator.model import Article, Evidence, Mark, Mention, Metadata, Reading, Record, Status, Words
from generator.problems import Problem, did_you_mean
from generator.reading.bottom_line import places_in, read_bottom_line
from generator.reading.identifiers import identify
from generator.reading.known_marks import bad_ids, duplicate_ids, known_marks
from generator.reading.metadata import read_metadata
from generator.reading.nesting import parents, uncrowded
from generator.reading.references import check_key, check_references
from generator.reading.ungated import ungated
from generator.reading.vocabulary import Vocabulary
from generator.reading.withheld import withheld_words
from generator.text import Location, Span
from generator.values import NameFound


class _Declared(Struct, frozen=True):
    """The front matter, and where its keys stand."""

    metadata: Metadata
    locations: Mapping[str, Location]
    path: str

    def place(self, key: str) -> Location:
        return self.locations.get(key) or Location(self.path)


def read_article(
    document: Document, vocabulary: Vocabulary, *, drafts: bool = False
) -> tuple[Article | None, list[Problem]]:
    """Return an article with all its records.

    None only where its title or day of publication is missing, or where all of it is a draft. Without
    ``drafts`` the marks that nobody has accepted do not exist for whatever follows.
    """
    metadata, locations, problems = read_metadata(document.metadata, document.path, vocabulary.actors)
    if metadata is None:
        return None, problems
    article, found = read_declared(document, metadata, locations, vocabulary, drafts=drafts)
    return article, problems + found


def read_declared(
    document: Document,
    metadata: Metadata,
    locations: Mapping[str, Location],
    vocabulary: Vocabulary,
    *,
    drafts: bool = False,
) -> tuple[Article | None, list[Problem]]:
    """Return the same of a document whose metadata was read already, or never was text.

    ``locations`` are the places of its keys, as ``read_metadata`` gives them.
    """
    problems: list[Problem] = []
    if metadata.status is Status.DRAFT and not drafts:
        return None, problems
    if metadata.status is Status.DRAFT:
        metadata = replace(metadata, title=f"Draft: {metadata.title}")
    declared = _Declared(metadata, locations, document.path)
    own = {name: declared.place(f"actors.{name}") for name in metadata.actors}
    vocabulary, conflicts = vocabulary.widened(metadata.actors, own)
    problems += conflicts
    problems += _unknown_stories(declared, vocabulary)
    marks = tuple(known_marks(document.marks, problems))
    if not drafts:
        marks = tuple(mark for mark in marks if not is_draft(mark))
    marks = uncrowded(marks, problems)
    problems += [*bad_ids(marks), *duplicate_ids(marks)]
    context = _context(document, metadata, marks, vocabulary)
    ambiguous = _find_names(context, document, vocabulary)
    for kind in KINDS.values():
        _read_kind(kind, context)
    bottom_line = _bottom_line(document, context, vocabulary)
    check_references(context)
    check_key([(name, declared.place(f"key.{number}")) for number, name in enumerate(metadata.key)], context)
    article = Article(
        slug=document.slug,
        path=document.path,
        metadata=metadata,
        source=document.source,
        sha256=document.source.sha256 if document.source else document.sha256,
        records=_in_order(context),
        paragraphs=tuple(block.span.start for block in document.source.blocks)
        if document.source
        else document.paragraphs,
        bottom_line=bottom_line,
        references=tuple(context.references),
        needs=tuple(context.needs),
        ambiguous=_ambiguous(context, ambiguous),
        shared_ids=context.colliding,
        locations=locations,
    )
    return article, [*problems, *context.problems, *withheld_words(document, article, vocabulary)]


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


def _context(
    document: Document, metadata: Metadata, marks: tuple[Mark, ...], vocabulary: Vocabulary
) -> Context:
    text = document.source.text if document.source else None
    withheld = metadata.rights.display == "none"
    named_by: list[str] = []
    for mark in marks:
        title = mark.attributes.get("title")
        words = " ".join([span.of(text) for span in mark.spans] if text else mark.words or ())
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
        withdrawn=vocabulary.withdrawn,
    )


def _find_names(context: Context, document: Document, vocabulary: Vocabulary) -> list[Span]:
    """Find the names of actors in the text, where no mark of the author says whom they mean.

    Return those that may mean several, which become no mentions.
    """
    ambiguous: list[Span] = []
    if document.source is None or document.places is None:
        context.mentions += _recorded_names(document, context)
        return ambiguous
    source = document.source
    marked = [span for mark in context.marks if mark.kind == "actor" for span in mark.spans]
    shared: dict[tuple[str, tuple[str, ...], bool], _Told] = {}
    for found in vocabulary.index.find(source.text, source.skipped):
        span = Span(found.start, found.end)
        if marked and any(span.overlaps(other) for other in marked):
            continue
        location = document.places.location(span)
        words = span.of(source.text)
        if len(found.actors) > 1:
            message = f"'{words}' may be {' or '.join(found.actors)}"
            example = f"[{words}]{{.actor ref={found.actors[0]}}}"
            context.problem("ambiguous-mention", message, location, example)
            ambiguous.append(span)
            continue
        told = shared.get((words, found.actors, found.weak))
        if told is None:
            told = shared[words, found.actors, found.weak] = _told(words, found)
        context.mentions.append(
            Mention(
                id=f"mention-{len(context.mentions) + 1}",
                evidence=Evidence(spans=(span,), words=told.words),
                location=location,
                actors=told.actors,
                found=True,
                readings=told.readings,
            )
        )
    return ambiguous


class _Told(NamedTuple):
    """What all mentions of one name in a text have in common, and share in memory."""

    words: tuple[str, ...]
    actors: tuple[str, ...]
    readings: tuple[Reading, ...]


def _told(words: str, found: NameFound) -> _Told:
    reason = f"'{words}' is a {'weak alias' if found.weak else 'name, alias or description'}"
    return _Told((words,), found.actors, (Reading(field="actor", value=found.actors[0], reason=reason),))


def _ambiguous(context: Context, names: Iterable[Span]) -> tuple[Span, ...]:
    """Return the words that may name several actors: names found, and marks of which no record came."""
    marks = [
        mark.spans[0]
        for position, mark in enumerate(context.marks)
        if mark.kind == "actor" and position not in context.records
    ]
    return tuple(sorted([*names, *marks]))


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
