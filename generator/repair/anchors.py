"""The anchors of a standoff file, and where their words stand now."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from generator.formats.standoff import LoadText, read_standoff
from generator.formats.yaml_tree import YamlEntry, YamlList, YamlMap, YamlScalar, parse_yaml
from generator.problems import Problem
from generator.repair.edits import Edit, applied, relisting, replacing
from generator.repair.judging import doubt
from generator.repair.search import Anchor, Finder
from generator.selectors import find, quote, stands_between
from generator.text import LineIndex, Location, Source, Span, is_boundary, normalise

_LISTS: Final = ("skip", "names", "annotations")
_NUMBER: Final = re.compile(r"-?[0-9]{1,12}")
_SHOWN: Final = 3


class Change(Struct, frozen=True, kw_only=True):
    """An anchor for which there is one sure place."""

    location: Location
    before: str
    """The recorded words."""

    after: str
    """The words that stand there now; equal where they only moved."""

    span: Span
    likeness: float
    """How like the words and their context are, from 0 to 1."""


class Uncertain(Struct, frozen=True, kw_only=True):
    """An anchor that a person has to look at; it is left as it is."""

    location: Location
    words: str
    """The recorded words; empty where none are."""

    reason: str
    places: tuple[tuple[Span, str], ...] = ()
    """Where they may stand, the likeliest first, with the words there."""


class Repair(Struct, frozen=True, kw_only=True):
    """What can be done for one file."""

    path: str
    before: str
    after: str
    """The file with new anchors; the same where there is nothing to do."""

    changes: tuple[Change, ...]
    uncertain: tuple[Uncertain, ...]

    @property
    def is_needed(self) -> bool:
        """Return whether anything is proposed or left to a person."""
        return bool(self.uncertain) or self.before != self.after


def repair(path: str, raw: str, load_text: LoadText) -> tuple[Repair | None, list[Problem]]:
    """Return what can be done for the anchors of a standoff file; None with problems where it cannot be read.

    Nothing is proposed for an anchor whose words stand where it says. The hash of the text is brought up to
    date only where every anchor is sure: it is what speaks for positions without words. Where paragraphs
    begin is known from the text alone.
    """
    document, problems = read_standoff(path, raw, load_text)
    if document is None or document.source is None:
        message = "the file names no text, so its words cannot be looked for"
        absent = Problem(code="text-missing", message=message, location=Location(path))
        return None, problems or [absent]
    mark = "\ufeff" if raw.startswith("\ufeff") else ""
    body = raw.removeprefix(mark)
    tree, _ = parse_yaml(body, path)
    if not isinstance(tree, YamlMap):
        return None, problems
    mending = _Mending(LineIndex(path, body), document.source, _scalar(tree, "sha256"))
    for entry in _maps(tree, "blocks"):
        mending.take(entry, is_block=True)
    for key in _LISTS:
        for entry in _maps(tree, key):
            mending.take(entry)
    if "paragraphs" in tree.entries:
        mending.settle_paragraphs(tree.entries["paragraphs"])
    mending.settle_hash()
    return Repair(
        path=path,
        before=raw,
        after=mark + applied(body, mending.edits),
        changes=tuple(mending.changes),
        uncertain=tuple(mending.uncertain),
    ), []


class _Mending:
    """Goes through the anchors of one file and collects what to do."""

    def __init__(self, lines: LineIndex, source: Source, recorded: YamlScalar | None) -> None:
        self.edits: list[Edit] = []
        self.changes: list[Change] = []
        self.uncertain: list[Uncertain] = []
        self._lines = lines
        self._text = source.text
        self._sha256 = source.sha256
        self._recorded = recorded
        self._finder = Finder(source.text)
        self._blocks = [block.span for block in source.blocks]

    @property
    def _is_same_text(self) -> bool:
        return self._recorded is not None and self._recorded.value.lower() == self._sha256

    def take(self, entry: YamlMap, *, is_block: bool = False) -> None:
        """Look at one entry: at each of its spans, where it has several; a block's has to be a whole one."""
        self._look_at_read(entry)
        parts = list(_maps(entry, "spans")) if "spans" in entry.entries else [entry]
        taken: list[Span] = []
        lost: list[tuple[YamlMap, Anchor]] = []
        for part in parts:
            exact = _scalar(part, "exact")
            if exact is None or not normalise(exact.value):
                self._pass_over(part, is_block=is_block)
                continue
            anchor = _anchor(part, exact)
            stands = self._stands(anchor, part)
            if stands is None or (is_block and stands not in self._blocks):
                lost.append((part, anchor))
            else:
                taken.append(stands)
        for part, anchor in lost:
            found = self._mend(part, anchor, taken, is_block=is_block)
            taken += [found] if found else []

    def settle_paragraphs(self, entry: YamlEntry) -> None:
        """Record where the blocks of the text begin."""
        wanted = [str(span.start) for span in self._blocks]
        node = entry.node
        items = node.items if isinstance(node, YamlList) else ()
        if [item.value for item in items if isinstance(item, YamlScalar)] == wanted:
            return
        edit = relisting(self._lines, node, wanted) if isinstance(node, YamlList) else None
        if edit is not None:
            self.edits.append(edit)
            return
        reason = f"the value of 'paragraphs' cannot be replaced in place; it should be [{', '.join(wanted)}]"
        place = node.location or entry.key_location
        self.uncertain.append(Uncertain(location=place, words="", reason=reason))

    def settle_hash(self) -> None:
        """Record the hash of the text as it is, where nothing is left to a person."""
        if self._recorded is None or self._is_same_text or self.uncertain:
            return
        edit = replacing(self._lines, self._recorded, self._sha256)
        if edit is not None:
            self.edits.append(edit)

    def _look_at_read(self, entry: YamlMap) -> None:
        """Leave verified values that hold positions to a person where the text is another one."""
        read = entry.entries["read"].node if "read" in entry.entries else None
        has_positions = isinstance(read, YamlMap) and "support" in read.entries
        if has_positions and self._recorded is not None and not self._is_same_text:
            reason = "the text changed, and 'read' holds positions in the one before; verify them"
            where = entry.entries["read"].key_location
            self.uncertain.append(Uncertain(location=where, words="", reason=reason))

    def _pass_over(self, part: YamlMap, *, is_block: bool) -> None:
        """Leave a stretch without words to a person, unless it may stand and no hash says another text."""
        if self._recorded is not None and not self._is_same_text:
            reason = "the text changed, and this records no words to find"
        elif self._may_stand(part, is_block=is_block):
            return
        else:
            what = "no whole paragraph" if is_block else "nothing whole"
            reason = f"{what} stands at its positions, and it records no words to find"
        where = part.location or Location(self._lines.path)
        self.uncertain.append(Uncertain(location=where, words="", reason=reason))

    def _may_stand(self, part: YamlMap, *, is_block: bool) -> bool:
        """Return whether positions without words lie in the text."""
        start, end = _number(part, "start"), _number(part, "end")
        if start is None or end is None or not 0 <= start < end <= len(self._text):
            return False
        if is_block:
            return Span(start, end) in self._blocks
        return is_boundary(self._text, start) and is_boundary(self._text, end)

    def _mend(self, part: YamlMap, anchor: Anchor, taken: list[Span], *, is_block: bool) -> Span | None:
        """Find one stretch again; ``taken`` has the other ones of its entry, which it may not overlap."""
        where = part.location or Location(self._lines.path)
        finder, whole = self._finder, self._blocks if is_block else None
        candidates = finder.candidates(anchor) if whole is None else finder.whole(anchor, whole)
        reason = doubt(anchor, candidates, self._text, is_whole=is_block)
        edits: list[Edit] = []
        if reason is None:
            best = candidates[0]
            if any(best.span.overlaps(span) for span in taken):
                reason = "the most like words belong to another span of this annotation"
            else:
                edits, reason = self._edits(part, anchor, best.span)
        if reason is not None:
            places = tuple((each.span, each.span.of(self._text)) for each in candidates[:_SHOWN])
            self.uncertain.append(Uncertain(location=where, words=anchor.exact, reason=reason, places=places))
            return None
        best = candidates[0]
        self.edits += edits
        self.changes.append(
            Change(
                location=where,
                before=anchor.exact,
                after=best.span.of(self._text),
                span=best.span,
                likeness=best.score,
            )
        )
        return best.span

    def _stands(self, anchor: Anchor, part: YamlMap) -> Span | None:
        """Return where the words stand, if that is where the annotation says."""
        if "start" not in part.entries and "end" not in part.entries:
            found = find(self._text, anchor.exact, anchor.prefix, anchor.suffix, most=2)
            return found[0] if len(found) == 1 else None
        start, end = _number(part, "start"), _number(part, "end")
        if start is None or end is None or not 0 <= start < end <= len(self._text):
            return None
        span = Span(start, end)
        is_whole = is_boundary(self._text, start) and is_boundary(self._text, end)
        if not is_whole or span.of(self._text) != anchor.exact:
            return None
        return span if stands_between(self._text, span, anchor.prefix, anchor.suffix) else None

    def _edits(self, part: YamlMap, anchor: Anchor, span: Span) -> tuple[list[Edit], str | None]:
        """Return what to write for a new place, or why it cannot be written."""
        words, prefix, suffix = quote(self._text, span)
        wanted = {"start": str(span.start), "end": str(span.end), "exact": words}
        # context that no longer stands there would be a problem of its own
        if not stands_between(self._text, span, anchor.prefix, ""):
            wanted["prefix"] = prefix
        if not stands_between(self._text, span, "", anchor.suffix):
            wanted["suffix"] = suffix
        if words == anchor.exact:
            del wanted["exact"]
        if "start" not in part.entries and "end" not in part.entries:
            around = (wanted.get("prefix", anchor.prefix), wanted.get("suffix", anchor.suffix))
            if find(self._text, words, *around, most=2) != [span]:
                return [], "the most like words stand in several places; give it positions or more context"
        elif "start" not in part.entries or "end" not in part.entries:
            return [], "it has only one of 'start' and 'end'"
        edits: list[Edit] = []
        for key, value in wanted.items():
            scalar = _scalar(part, key)
            if scalar is None and key not in part.entries:
                continue
            edit = replacing(self._lines, scalar, value) if scalar else None
            if edit is None:
                return [], f"the value of '{key}' cannot be replaced in place; change it by hand"
            edits.append(edit)
        return edits, None


def _maps(tree: YamlMap, key: str) -> Iterator[YamlMap]:
    """Yield the mappings of a list."""
    node = tree.entries[key].node if key in tree.entries else None
    if isinstance(node, YamlList):
        yield from (item for item in node.items if isinstance(item, YamlMap))


def _scalar(tree: YamlMap, key: str) -> YamlScalar | None:
    node = tree.entries[key].node if key in tree.entries else None
    return node if isinstance(node, YamlScalar) else None


def _number(part: YamlMap, key: str) -> int | None:
    scalar = _scalar(part, key)
    return int(scalar.value) if scalar and _NUMBER.fullmatch(scalar.value) else None


def _anchor(part: YamlMap, exact: YamlScalar) -> Anchor:
    """Return what a stretch records, as it would stand in the text."""
    prefix, suffix = (_scalar(part, key) for key in ("prefix", "suffix"))
    return Anchor(
        exact=normalise(exact.value),
        prefix=unicodedata.normalize("NFC", prefix.value) if prefix else "",
        suffix=unicodedata.normalize("NFC", suffix.value) if suffix else "",
        start=_number(part, "start"),
    )
