"""From the selectors of an annotation to a span of the normalised text, by exact words or not at all.

Words decide. Positions tell equal words apart, and stand alone only where all ways of counting agree: code
points of the normalised text, code points or UTF-16 units of the text as it was before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from generator.formats.places import Parts
from generator.formats.w3c_model import Selector, Target
from generator.problems import Problem
from generator.selectors import find
from generator.text import Location, Span, is_boundary, normalise

_ASTRAL: Final = re.compile("[\U00010000-\U0010ffff]")
_CHARACTERS: Final = re.compile(r"char=([0-9]{1,9}),([0-9]{1,9})")
_SHOWN: Final = 60
_FAR: Final = 8
"""How many times as far away the next place of equal words has to be."""


class Anchors:
    """Finds what targets mean in one text; ``raw`` is the text before normalisation."""

    def __init__(self, raw: str | None, *, is_ours: bool = False) -> None:
        """Take the text, None where it is not at hand; our own positions count in the normalised one."""
        self.problems: list[Problem] = []
        self._text = normalise(raw) if raw is not None else None
        self._raw = raw.removeprefix("\ufeff") if raw is not None else ""
        self._is_ours = is_ours
        self._found: dict[tuple[str, str, str], list[Span]] = {}
        """Places of words that several annotations share."""

    def span(self, target: Target) -> Span | None:
        """Return the span that a target means, or None with a problem."""
        quotes = [selector for selector in target.selectors if _core(selector).type == "TextQuoteSelector"]
        positions = [found for each in target.selectors if (found := _position(each)) is not None]
        if self._text is None:
            return self._unverified(target, positions)
        if quotes:
            return self._by_words(quotes, positions)
        ranges = [selector for selector in target.selectors if selector.ends is not None]
        if ranges:
            return self._by_range(ranges[0])
        if positions:
            return self._by_position(positions[0], target.location)
        return self._left_out(target)

    def _unverified(self, target: Target, positions: Sequence[tuple[int, int]]) -> Span | None:
        if positions and positions[0][0] < positions[0][1]:
            return Span(*positions[0])
        message = "no positions, and the text is not at hand to look for the words"
        return self._report("left-out", message, target.location)

    def _by_words(self, quotes: Sequence[Selector], positions: Sequence[tuple[int, int]]) -> Span | None:
        """Return the one place of the words; positions tell places apart, however they count."""
        places = self._places(quotes[0])
        for quote in quotes[1:]:
            other = set(self._places(quote))
            places = [place for place in places if place in other]
        place = _core(quotes[0]).location
        words = f"'{_cut(_core(quotes[0]).exact)}'"
        if not places:
            message = f"{words} does not stand in the text, or not between this prefix and suffix"
            return self._report("words-mismatch", message, place)
        own = [Span(*position) for position in positions if position[0] < position[1]]
        fitting = [span for span in own if _stands_in(places, span)]
        if len(fitting) == 1:
            return fitting[0]
        counted = {} if fitting else self._counted(positions)
        if not fitting:
            fitting = [span for span in counted if _stands_in(places, span)]
        chosen = fitting[0] if len(fitting) == 1 else _nearest(places, own)
        if chosen is None:
            message = f"{words} stands {len(places)} times in the text; add prefix, suffix or positions"
            return self._report("words-mismatch", message, place)
        if positions:
            shown = f"{positions[0][0]}–{positions[0][1]}"
            how = counted.get(chosen, "count in another text")
            if chosen not in counted and len(places) > 1:
                how += f"; of {len(places)} places it is by far the nearest"
            message = f"{words} stands at {chosen.start}–{chosen.end}, not at {shown}, which {how}"
            self._report("other-offsets", message, place)
        return chosen

    def _by_position(self, position: tuple[int, int], place: Location) -> Span | None:
        start, end = position
        text = self._text or ""
        readings = {} if self._is_ours else self._counted([position])
        if end <= len(text):
            readings[Span(start, end)] = "count code points of the normalised text"
        if start == end:
            return self._report("bad-position", "expected a stretch of words, found none", place)
        if not readings:
            message = f"the text ends at {len(text)}, found {end}"
            return self._report("bad-position", message, place)
        if len(readings) > 1 or end > len(text):
            told = "; ".join(
                f"{span.start}–{span.end} if they {how}" for span, how in sorted(readings.items())
            )
            message = f"positions alone do not tell what they count: {told}; add a TextQuoteSelector"
            return self._report("bad-position", message, place)
        (span,) = readings
        if not (is_boundary(text, span.start) and is_boundary(text, span.end)):
            message = f"{start}–{end} splits what readers see as one character"
            return self._report("bad-position", message, place)
        return span

    def _by_range(self, selector: Selector) -> Span | None:
        """Return the stretch from the start of one selection to the start of another."""
        if selector.ends is None:
            return None
        ends = [
            self.span(Target(source=None, selectors=(each,), location=each.location))
            for each in selector.ends
        ]
        if ends[0] is None or ends[1] is None:
            return None
        if ends[0].start >= ends[1].start:
            message = "expected the end of a range behind its start"
            return self._report("bad-position", message, selector.location)
        text = self._text or ""
        words = text[ends[0].start : ends[1].start].rstrip()
        return Span(ends[0].start, ends[0].start + len(words))

    def _places(self, selector: Selector) -> list[Span]:
        """Return the places of quoted words, inside those that a selector around them gives."""
        text = self._text or ""
        if selector.type != "TextQuoteSelector":
            inner = self._places(selector.refined_by) if selector.refined_by else []
            outer = _position(selector) if not selector.refined_by or _resolves(selector) else None
            return [place for place in inner if outer is None or Span(*outer).contains(place)]
        sought = (normalise(selector.exact), selector.prefix, selector.suffix)
        if sought not in self._found:
            self._found[sought] = find(text, *sought)
        places = self._found[sought]
        if selector.refined_by is None:
            return places
        refined = selector.refined_by
        if refined.type == "TextQuoteSelector":
            return [
                place for place in self._places(refined) if any(outer.contains(place) for outer in places)
            ]
        position = _position(refined)
        if position is None or position[0] >= position[1]:
            return []
        inside = [Span(place.start + position[0], place.start + position[1]) for place in places]
        return [span for span, outer in zip(inside, places, strict=True) if outer.contains(span)]

    def _counted(self, positions: Sequence[tuple[int, int]]) -> dict[Span, str]:
        """Return the spans that positions give when they are counted in other ways than ours."""
        found: dict[Span, str] = {}
        text = self._text or ""
        ways = (
            ("count UTF-16 units, as JavaScript does", self._astral, False),
            ("count in the text before normalisation", None, True),
            ("count UTF-16 units of the text before normalisation", self._raw_astral, True),
        )
        for start, end in positions:
            for how, astral, is_raw in ways:
                first, last = (_code_points(astral, at) for at in (start, end))
                if is_raw:
                    first, last = self._parts.normalised(first), self._parts.normalised(last - 1) + 1
                if 0 <= first < last <= len(text):
                    found.setdefault(Span(first, last), how)
        return found

    @cached_property
    def _astral(self) -> list[int]:
        return _astral_units(self._text or "")

    @cached_property
    def _raw_astral(self) -> list[int]:
        return _astral_units(self._raw)

    @cached_property
    def _parts(self) -> Parts:
        return Parts(self._raw)

    def _left_out(self, target: Target) -> Span | None:
        names = ", ".join(selector.type or "an address" for selector in target.selectors)
        found = f"found {names}" if names else "found no selector"
        message = f"expected words or positions in the text, {found}"
        return self._report("left-out", message, target.location)

    def _report(self, code: str, message: str, location: Location) -> Span | None:
        """Collect one problem, and give what there is instead of a span."""
        self.problems.append(Problem(code=code, message=message, location=location))
        return None


def _core(selector: Selector) -> Selector:
    """Return the words that a selector leads to, through selectors that need a page to be resolved."""
    while selector.type != "TextQuoteSelector" and selector.refined_by is not None:
        selector = selector.refined_by
    return selector


def _stands_in(places: Sequence[Span], span: Span) -> bool:
    """Return whether a span is one of many that are in order."""
    row = bisect_left(places, span)
    return row < len(places) and places[row] == span


def _nearest(places: Sequence[Span], recorded: Sequence[Span]) -> Span | None:
    """Return the only place of words, or the one that lies by far nearest to where they were recorded.

    The words are the same in all of them; positions of an earlier state of a page are off by a little.
    """
    if len(places) == 1:
        return places[0]
    if not recorded:
        return None
    at = recorded[0].start
    row = bisect_left(places, at, key=lambda place: place.start)
    around = places[max(0, row - 2) : row + 2]
    first, second = sorted(around, key=lambda place: abs(place.start - at))[:2]
    distances = [abs(place.start - at) for place in (first, second)]
    return first if distances[0] * _FAR < distances[1] else None


def _resolves(selector: Selector) -> bool:
    return selector.type == "TextPositionSelector" or bool(_CHARACTERS.fullmatch(selector.value))


def _position(selector: Selector) -> tuple[int, int] | None:
    """Return the positions that a selector gives; one inside another counts from where that begins."""
    if selector.type == "TextPositionSelector":
        start, end = selector.start, selector.end
    elif selector.type == "FragmentSelector" and (match := _CHARACTERS.fullmatch(selector.value)):
        # Source: RFC 5147, character ranges of plain text
        start, end = int(match[1]), int(match[2])
    else:
        return None
    refined = selector.refined_by
    if refined is None or refined.type == "TextQuoteSelector":
        return start, end
    inner = _position(refined)
    return None if inner is None else (start + inner[0], min(end, start + inner[1]))


def _astral_units(text: str) -> list[int]:
    """Return the UTF-16 offsets at which the characters of two units begin."""
    return [match.start() + number for number, match in enumerate(_ASTRAL.finditer(text))]


def _code_points(astral: list[int] | None, units: int) -> int:
    """Return the code point offset of one in UTF-16 units."""
    return units if astral is None else units - bisect_left(astral, units)


def _cut(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
