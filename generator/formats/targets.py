"""Which words an entry of standoff annotations means: by positions, by the words themselves, or both."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from msgspec import Struct

from generator.formats.document import Places
from generator.formats.yaml_tree import YamlList, YamlMap, YamlScalar
from generator.problems import Problem
from generator.selectors import CONTEXT, find, from_utf16, stands_between
from generator.text import Location, Span, is_boundary, normalise, widened

SELECTOR_KEYS: Final = frozenset({"exact", "prefix", "suffix", "start", "end"})

_NUMBER: Final = re.compile(r"-?[0-9]{1,12}")
_SHOWN: Final = 60
_SHOWN_PLACES: Final = 3
_MOST_PLACES: Final = 50
"""Places of the same words after which counting them tells nobody anything."""
_REPAIR: Final = "briefings repair"
_EXAMPLE: Final = "{exact: 14 crews, start: 189, end: 197}"


class Target(Struct, frozen=True):
    """One stretch that an entry means."""

    span: Span
    words: str | None
    """The words that the entry records, normalised; None where it gives positions alone."""


class Targets:
    """Finds what entries mean; ``text`` is None where it is not at hand."""

    def __init__(self, text: str | None, places: Places | None, problems: list[Problem]) -> None:
        self._text = text
        self._places = places
        self._problems = problems
        self.unrecorded: list[Location] = []
        """Entries that record no words, so that only the hash of the text speaks for them."""

    def spans(self, entry: YamlMap) -> list[Span]:
        """Return the one span of an entry, or none where it cannot be told."""
        target = self._target(entry)
        return [target.span] if target else []

    def read_all(self, entry: YamlMap) -> list[Target]:
        """Return the stretches of an entry in order; none where any of them cannot be told."""
        if "spans" not in entry.entries:
            target = self._target(entry)
            return [target] if target else []
        node = entry.entries["spans"].node
        items = node.items if isinstance(node, YamlList) else ()
        parts = [item for item in items if isinstance(item, YamlMap)]
        if not parts or len(parts) != len(items):
            place = node.location or entry.entries["spans"].key_location
            self._report("bad-value", "expected a list of spans", place, f"spans: [{_EXAMPLE}]")
            return []
        found = [(part, target) for part in parts if (target := self._target(part))]
        found.sort(key=lambda pair: pair[1].span)
        for (_, one), (part, other) in pairwise(found):
            if one.span.overlaps(other.span):
                message = f"expected spans apart, found {_shown(one.span)} and {_shown(other.span)}"
                self._report("bad-position", message, part.location)
                return []
        return [target for _, target in found] if len(found) == len(parts) else []

    def _target(self, entry: YamlMap) -> Target | None:
        exact = self._scalar(entry, "exact")
        start, end = self._number(entry, "start"), self._number(entry, "end")
        if start is not None and end is not None:
            if exact is None or self._text is None:
                return self._unchecked(entry, start, end, exact)
            return self._verified(entry, start, end, exact)
        if "start" in entry.entries or "end" in entry.entries:
            missing = "start" if "start" not in entry.entries else "end"
            if missing not in entry.entries:
                self._report("missing-key", f"expected '{missing}' too", entry.location, _EXAMPLE)
            return None
        if exact is None or not exact.value.strip():
            message = "expected 'start' and 'end', or 'exact' where the text is at hand"
            self._report("missing-key", message, entry.location, _EXAMPLE)
            return None
        if self._text is None:
            message = "words without positions can be found only in the text, which is not at hand"
            self._report("text-needed", message, exact.location, _EXAMPLE)
            return None
        return self._searched(entry, exact)

    def _unchecked(
        self, entry: YamlMap, start: tuple[int, Location], end: tuple[int, Location], exact: YamlScalar | None
    ) -> Target | None:
        """Return the stretch at two positions, where there are no words, or no text, to compare."""
        span = self._checked(start, end)
        if span is None:
            return None
        if exact is None:
            self.unrecorded.append(entry.location or start[1])
        return Target(span, normalise(exact.value) if exact else None)

    def _verified(
        self, entry: YamlMap, start: tuple[int, Location], end: tuple[int, Location], exact: YamlScalar
    ) -> Target | None:
        """Return the stretch at two positions if the recorded words stand there, in their context."""
        text, words = self._text or "", normalise(exact.value)
        if not words:
            self._report("bad-value", "expected words for 'exact', found none", exact.location, _EXAMPLE)
            return None
        if not 0 <= start[0] < end[0] or text[start[0] : end[0]] == words:
            span = self._checked(start, end)
            if span is None or not self._is_in_context(entry, span):
                return None
            return Target(span, words)
        self._report_lost(entry, Span(start[0], end[0]), exact, words)
        return None

    def _is_in_context(self, entry: YamlMap, span: Span) -> bool:
        """Return whether the recorded prefix and suffix stand around a span; report the one that does not."""
        text = self._text or ""
        for key, found in (
            ("prefix", text[max(0, span.start - CONTEXT) : span.start]),
            ("suffix", text[span.end : span.end + CONTEXT]),
        ):
            scalar = self._scalar(entry, key)
            if scalar is None:
                continue
            words = unicodedata.normalize("NFC", scalar.value)
            before, after = (words, "") if key == "prefix" else ("", words)
            if not stands_between(text, span, before, after):
                side = "before" if key == "prefix" else "after"
                message = f"expected '{_cut(words)}' {side} the words, found '{_cut(found)}'"
                self._report("context-mismatch", message, scalar.location, _REPAIR, self._place(span))
                return False
        return True

    def _report_lost(self, entry: YamlMap, span: Span, exact: YamlScalar, words: str) -> None:
        """Report that other words stand at the positions, and where the recorded ones stand now."""
        text = self._text or ""
        message = f"expected '{_cut(words)}' at {_shown(span)}, "
        message += f"found '{_cut(span.of(text))}'" if span.of(text) else f"the text ends at {len(text)}"
        remark = self._utf16(span.start, span.end, words)
        places = [] if remark else find(text, words, *self._context(entry), most=_MOST_PLACES)
        places = places or ([] if remark else find(text, words, most=_MOST_PLACES))
        if remark:
            self._report("bad-position", message + remark, exact.location)
        elif places:
            shown = " and at ".join(_shown(place) for place in places[:_SHOWN_PLACES])
            more = " and elsewhere" if len(places) > _SHOWN_PLACES else ""
            message += f"; they stand at {shown}{more}"
            related = [self._place(place) for place in places[:_SHOWN_PLACES]]
            self._report("words-moved", message, exact.location, _REPAIR, related=related)
        else:
            message += "; they stand nowhere in the text"
            here = self._place(span) if span.end <= len(text) else None
            self._report("words-not-found", message, exact.location, _REPAIR, related=here)

    def _place(self, span: Span) -> Location | None:
        return self._places.location(span) if self._places else None

    def _context(self, entry: YamlMap) -> tuple[str, str]:
        """Return prefix and suffix, each empty where it is not given."""
        prefix, suffix = self._scalar(entry, "prefix"), self._scalar(entry, "suffix")
        before, after = (scalar.value if scalar else "" for scalar in (prefix, suffix))
        return unicodedata.normalize("NFC", before), unicodedata.normalize("NFC", after)

    def _checked(self, start: tuple[int, Location], end: tuple[int, Location]) -> Span | None:
        """Return the span of two positions, if it lies in the text."""
        if start[0] < 0:
            self._report("bad-position", f"expected a position from 0, found {start[0]}", start[1])
        elif end[0] <= start[0]:
            message = f"expected 'end' after 'start' ({start[0]}), found {end[0]}"
            self._report("bad-position", message, end[1])
        elif self._text is not None and end[0] > len(self._text):
            message = f"the text ends at {len(self._text)}, found {end[0]}"
            self._report("bad-position", message + self._utf16(start[0], end[0], None), end[1])
        elif self._text is not None and not self._is_whole(start[0], end[0]):
            whole = Span(*widened(self._text, start[0], end[0]))
            message = (
                f"{start[0]}–{end[0]} splits a character as readers see it; the whole is {_shown(whole)}"
            )
            message += self._utf16(start[0], end[0], None)
            self._report("bad-position", message, end[1] if is_boundary(self._text, start[0]) else start[1])
        else:
            return Span(start[0], end[0])
        return None

    def _is_whole(self, start: int, end: int) -> bool:
        text = self._text or ""
        return is_boundary(text, start) and is_boundary(text, end)

    def _utf16(self, start: int, end: int, words: str | None) -> str:
        """Return a remark if the positions fit as UTF-16 code units, which tools in JavaScript count."""
        text = self._text or ""
        first, last = from_utf16(text, start), from_utf16(text, end)
        if first is None or last is None or (first, last) == (start, end):
            return ""
        if words is not None and text[first:last] != words:
            return ""
        return f"; these look like UTF-16 code units, in code points they are {first}–{last}"

    def _searched(self, entry: YamlMap, exact: YamlScalar) -> Target | None:
        """Return the one stretch where words without positions stand."""
        text, words = self._text or "", normalise(exact.value)
        found = find(text, words, *self._context(entry), most=_MOST_PLACES)
        if len(found) == 1:
            return Target(found[0], words)
        if found:
            times = f"{'at least ' if len(found) == _MOST_PLACES else ''}{len(found)} times"
            message = f"'{_cut(words)}' stands {times} in the text; add prefix, suffix or positions"
            related = [self._place(place) for place in found[:_SHOWN_PLACES]]
            self._report("ambiguous-words", message, exact.location, _EXAMPLE, related=related)
        elif find(text, words, most=1):
            message = f"'{_cut(words)}' stands in the text, but not between this prefix and suffix"
            self._report("context-mismatch", message, exact.location, _REPAIR)
        else:
            message = f"'{_cut(words)}' does not stand in the text"
            if words and words in text:
                message = f"'{_cut(words)}' stands in the text only inside what readers see as one character"
            self._report("words-not-found", message, exact.location, _REPAIR)
        return None

    def _scalar(self, entry: YamlMap, key: str) -> YamlScalar | None:
        node = entry.entries[key].node if key in entry.entries else None
        if node is None or isinstance(node, YamlScalar):
            return node
        self._report("bad-value", f"expected text for '{key}'", node.location)
        return None

    def _number(self, entry: YamlMap, key: str) -> tuple[int, Location] | None:
        scalar = self._scalar(entry, key)
        if scalar is None:
            return None
        if _NUMBER.fullmatch(scalar.value):
            return int(scalar.value), scalar.location
        message = f"expected a whole number for '{key}', found '{scalar.value}'"
        self._report("bad-position", message, scalar.location)
        return None

    def _report(
        self,
        code: str,
        message: str,
        location: Location | None,
        example: str | None = None,
        related: Location | Sequence[Location | None] | None = None,
    ) -> None:
        others = (related,) if related is None or isinstance(related, Location) else related
        problem = Problem(
            code=code,
            message=message,
            location=location or Location(""),
            example=example,
            related=tuple(place for place in others if place is not None),
        )
        self._problems.append(problem)


def _cut(words: str) -> str:
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"


def _shown(span: Span) -> str:
    return f"{span.start}–{span.end}"
