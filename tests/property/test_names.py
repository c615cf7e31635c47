"""Names in a text, against a reader that is slow and plain."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.text import Span
from generator.values.names import Name, NameIndex

WORDS = st.sampled_from(["a", "A", "b", "ab", "aB", "s", "x", "é"])
GLUE = st.sampled_from([" ", "-", "'", ". ", "\n\n", ", ", "", "'s ", " “"])
ACTORS = st.sampled_from(["one", "two", "three"])


@st.composite
def phrases(draw: st.DrawFn, most: int) -> str:
    """Draw words with something between them."""
    pieces = [draw(WORDS)]
    for _ in range(draw(st.integers(0, most))):
        pieces += [draw(GLUE), draw(WORDS)]
    return "".join(pieces)


NAMES = st.lists(st.builds(Name, text=phrases(2), actor=ACTORS, weak=st.booleans()), max_size=6)


def in_word(text: str, at: int) -> bool:
    """Return whether there is a letter at an offset."""
    return 0 <= at < len(text) and text[at].isalnum()


def bounded(text: str, start: int, end: int) -> bool:
    """Return whether a stretch begins and ends where a name may, in the few signs of these texts."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if in_word(text, start - 1) or in_word(text, end) or "-" in (before, after):
        return False
    if before == "'" and in_word(text, start - 2):
        return False
    if before == "." and text[start].islower() and in_word(text, start - 2):
        return False
    if after == "." and text[end + 1 : end + 2].islower():
        return False
    possessive = (
        text[end + 1 : end + 2] == "s" and not in_word(text, end + 2) and text[end + 2 : end + 3] != "-"
    )
    return after != "'" or not in_word(text, end + 1) or possessive


def opens_sentence(text: str, start: int) -> bool:
    """Return whether a sentence may begin at an offset."""
    before = text[:start]
    stripped = before.rstrip(" ")
    return not stripped or before[-1] in "\n'“" or stripped[-1] == "\n" or stripped.rstrip("'").endswith(".")


def reads(text: str, start: int, end: int, name: str) -> bool:
    """Return whether a stretch reads as a name."""
    words, name = text[start:end], " ".join(name.split())
    capital = name[:1].islower() and words == name[:1].upper() + name[1:] and opens_sentence(text, start)
    return (words == name or capital) and bounded(text, start, end)


def slow_find(
    text: str, names: list[Name], allowed: set[str]
) -> list[tuple[int, int, tuple[str, ...], bool]]:
    """Return what is found by trying each stretch of the text, with weak names of the allowed actors."""
    stretches = [(start, end) for start in range(len(text)) for end in range(start + 1, len(text) + 1)]
    found: list[tuple[int, int, tuple[str, ...], bool]] = []
    for start, end in sorted(stretches, key=lambda stretch: (stretch[0] - stretch[1], stretch[0])):
        hits = [
            name
            for name in names
            if (not name.weak or name.actor in allowed) and reads(text, start, end, name.text)
        ]
        if hits and not any(start < other[1] and other[0] < end for other in found):
            actors = tuple(sorted({name.actor for name in hits}))
            found.append((start, end, actors, all(name.weak for name in hits)))
    return sorted(found)


@given(phrases(12), NAMES, NAMES)
@settings(max_examples=400, deadline=None)
def test_the_same_as_trying_every_stretch(text: str, base: list[Name], more: list[Name]) -> None:
    """The index finds what a reader finds that tries each stretch of the text with each name."""
    found = NameIndex.of(base).merged(more).find(text)
    strong = slow_find(text, [name for name in (*base, *more) if not name.weak], set())
    present = {actor for *_, actors, _ in strong for actor in actors}
    expected = slow_find(text, [*base, *more], present)
    assert [(name.start, name.end, name.actors, name.weak) for name in found] == expected


@given(
    st.text(max_size=60), st.lists(st.text(max_size=5), max_size=4), st.integers(0, 60), st.integers(0, 60)
)
@settings(max_examples=300, deadline=None)
def test_any_text_is_read(text: str, aliases: list[str], first: int, second: int) -> None:
    """No text and no name makes it fail; what is found is in order and outside what is skipped."""
    skip = Span(min(first, second), max(first, second))
    index = NameIndex.of(Name(text=alias, actor="x") for alias in aliases)
    past = 0
    for name in index.find(text, [skip]):
        assert past <= name.start < name.end <= len(text)
        assert not skip.overlaps(Span(name.start, name.end)) or not len(skip)
        past = name.end
