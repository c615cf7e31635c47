"""Own words that are not: runs of a withheld text in what an editor wrote for pages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from generator.formats.document import Document
from generator.formats.yaml_tree import YamlMap, YamlScalar
from generator.model import Article, Display
from generator.problems import Problem
from generator.reading.bottom_line import places_in
from generator.reading.vocabulary import Vocabulary
from generator.text import BlockRole, Location, Source, Span, excerpts

LONGEST: Final = 7
"""Words in a row that anybody may write by chance."""

_WORD: Final = re.compile(r"[^\W_]+")
_TARGET: Final = re.compile(r"\]\([^()\s]*\)")
_OWN: Final = ("title", "gist", "note")
_OF_ACTORS: Final = ("unnamed", "role", "aliases", "weak_aliases")
_SHOWN: Final = 50

_Run: TypeAlias = tuple[str, ...]


class _Own:
    """Something that an editor wrote, and where it stands."""

    __slots__ = ("name", "place", "text", "words")

    def __init__(self, name: str, text: str, place: Callable[[int, int], Location]) -> None:
        self.name = name
        self.text = text
        self.place = place
        # addresses of the bottom line's links stand between its words, and are none of them
        self.words = list(_words(_TARGET.sub(lambda target: " " * len(target.group()), text)))

    def runs(self) -> Iterator[tuple[_Run, int, int]]:
        """Yield each run of words too long to be chance, with where it begins and ends."""
        for at in range(len(self.words) - LONGEST):
            run = self.words[at : at + LONGEST + 1]
            yield tuple([word for word, _, _ in run]), run[0][1], run[-1][2]


def withheld_words(document: Document, article: Article, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Yield every place where words of the text that may not be shown stand in what is shown as own words."""
    source, display = article.source, article.metadata.rights.display
    if source is None or display is Display.FULL:
        return
    wrote = (*_owns(document, article, display), *_reasons(article.slug, vocabulary))
    owns = [own for own in wrote if len(own.words) > LONGEST]
    wanted = {run for own in owns for run, _, _ in own.runs()}
    if not wanted:
        return
    hidden = list(_hidden(source, article, display))
    found = _found(source, hidden, wanted)
    headings = [block.span for block in source.blocks if block.role is BlockRole.HEADING]
    bare = _found(source, _without(hidden, headings), wanted) if headings else found
    for own in owns:
        # what the source itself prints above its text is its headline, not a part of it
        yield from _problem(own, bare if own.name == "headline" else found)


def _problem(own: _Own, found: set[_Run]) -> Iterator[Problem]:
    for run, start, end in own.runs():
        if run in found:
            words = " ".join(_TARGET.sub("", own.text[start:end]).split())
            shown = words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
            yield Problem(
                code="withheld-words",
                message=f"{own.name}: expected your own words, found those of the withheld text: '{shown}'",
                location=own.place(start, end),
                example="say it in other words, or mark the words as a fact, where excerpts may show them",
            )
            return


def _owns(document: Document, article: Article, display: Display) -> Iterator[_Own]:
    """Yield all that pages show as own words; the front matter first."""
    entries = document.metadata
    for key in (
        "title",
        "bottom_line",
        "correction",
        *(("headline",) if display is Display.EXCERPTS else ()),
    ):
        yield from _entry(entries, key, key)
    if isinstance(rights := _node(entries, "rights"), YamlMap):
        yield from _entry(rights, "notice", "rights.notice")
    # without any display, long ones are withheld with the text
    if display is Display.EXCERPTS and isinstance(actors := _node(entries, "actors"), YamlMap):
        for name, actor in actors.entries.items():
            for key in _OF_ACTORS if isinstance(actor.node, YamlMap) else ():
                yield from _entry(actor.node, key, f"actors.{name}.{key}")
    yield _Own("file name", article.slug.replace("_", " "), _at(Location(article.path)))
    for mark in document.marks:
        for key in _OWN:
            if key in mark.attributes:
                yield _Own(key, mark.attributes[key].value, _at(mark.attributes[key].location))
        if mark.id:
            yield _Own("id", mark.id.replace("_", " "), _at(mark.id_location or mark.location))


def _reasons(slug: str, vocabulary: Vocabulary) -> Iterator[_Own]:
    """Yield why facts of the article are withdrawn, and their ids: the anchors of what is left of them."""
    for key, entry in vocabulary.withdrawn.items():
        of, _, name = key.partition("#")
        if of == slug:
            yield _Own("reason", entry.reason, _at(vocabulary.locations["reason", key]))
            yield _Own("fact", name.replace("_", " "), _at(vocabulary.locations["withdrawn", key]))


def _node(entries: YamlMap, key: str) -> object:
    return entries.entries[key].node if key in entries.entries else None


def _entry(entries: object, key: str, name: str) -> Iterator[_Own]:
    node = _node(entries, key) if isinstance(entries, YamlMap) else None
    items = getattr(node, "items", None)
    for each in items if isinstance(items, Sequence) else (node,):
        if isinstance(each, YamlScalar):
            yield _Own(name, each.value, places_in(each))


def _at(location: Location) -> Callable[[int, int], Location]:
    return lambda _start, _end: location


def _words(text: str) -> Iterator[tuple[str, int, int]]:
    for match in _WORD.finditer(text):
        word = match.group()
        folded = word.lower() if word.isascii() else unicodedata.normalize("NFKC", word).casefold()
        yield folded, match.start(), match.end()


def _hidden(source: Source, article: Article, display: Display) -> Iterator[Span]:
    """Yield the stretches of a text that are withheld."""
    shown = excerpts(source, [span for _, span in article.carrying]) if display is Display.EXCERPTS else []
    yield from _without([Span(0, len(source.text))] if source.text else [], shown)


def _without(spans: Iterable[Span], gone: Iterable[Span]) -> Iterator[Span]:
    """Yield what is left of spans; both are in order."""
    cuts = list(gone)
    for span in spans:
        at = span.start
        for cut in cuts:
            if cut.end <= at or cut.start >= span.end:
                continue
            if cut.start > at:
                yield Span(at, cut.start)
            at = cut.end
        if at < span.end:
            yield Span(at, span.end)


def _found(source: Source, hidden: Iterable[Span], wanted: set[_Run]) -> set[_Run]:
    """Return those of the runs that stand in stretches of a text."""
    firsts = {run[0] for run in wanted}
    found: set[_Run] = set()
    for span in hidden:
        words = [word for word, _, _ in _words(span.of(source.text))]
        for at in range(len(words) - LONGEST):
            if words[at] in firsts and (run := tuple(words[at : at + LONGEST + 1])) in wanted:
                found.add(run)
    return found
