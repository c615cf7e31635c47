"""Which articles come from one origin, and which facts rest on how many of them.

What several outlets print may be one report of one agency. An article's origin is whoever it names for its
report, else its publisher; texts that are nearly the same have one origin, that of the first of them. This
says where words come from, not whether they are true.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from struct import Struct as Layout
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from generator.model import Summary
from generator.reading.credits import folded_name
from generator.text import SLOT_BYTES, SLOTS, likeness, most_same_slots, outline, same_slots

_ALIKE: Final = 0.5
"""From here on two texts are one: a copy of which half was left out or written anew."""

_ROWS: Final = 4
"""Values that a band of a sketch has: texts meet that share one of sixteen bands, as nearly all do that are
three fifths alike."""

_BANDS: Final = Layout(f"{_ROWS * SLOT_BYTES}s" * (SLOTS // _ROWS))


class OriginReason(StrEnum):
    """Why an article has its origin."""

    TEXT = "text"
    """Its text is nearly the same as another article's."""

    VIA = "via"
    """It names the outlet that it took its report from."""

    AGENCY = "agency"
    """It names its agency."""

    CREDIT = "credit"
    """Its text credits another outlet."""

    PUBLISHER = "publisher"
    """It names nobody else than its publisher."""

    ALONE = "alone"
    """It names nobody at all."""


_NAMED: Final = frozenset({OriginReason.VIA, OriginReason.AGENCY, OriginReason.CREDIT})


class Origin(Struct, frozen=True, kw_only=True):
    """Where one article comes from."""

    id: str
    """Equal for all articles of one origin; sorts like the name."""

    name: str
    """As declared; empty where nobody is named."""

    reason: OriginReason
    like: str | None = None
    """Slug of the article whose text it nearly is."""

    percent: int = 0
    """About how much of both texts is the same."""

    is_shared: bool = False
    """Whether articles of several publishers have it, or one of another name."""


class Telling(Struct, frozen=True, kw_only=True):
    """How often a fact is told."""

    articles: int
    origins: int
    names: tuple[str, ...]
    """Names of the origins, sorted; origins without a name are counted alone."""


def origins(summaries: Mapping[str, Summary]) -> dict[str, Origin]:
    """Return the origin of each article, by slug. The work is linear in the number of articles."""
    ordered = sorted(summaries.values(), key=lambda each: (each.provenance.published, each.slug))
    folded = _Folded()
    spelling: dict[str, str] = {}
    for summary in ordered:
        found = summary.provenance
        for name in (found.publisher, found.agency, found.via):
            if name:
                spelling.setdefault(folded[name], name)
    own = {summary.slug: _own(summary, spelling, folded) for summary in ordered}
    placed = dict(own)
    for copies in _copies(ordered):
        leader = next((each for each in copies if own[each.slug].reason in _NAMED), copies[0])
        for copy in copies:
            if copy is not leader:
                placed[copy.slug] = _copied(copy, leader, own[leader.slug])
    publishers: defaultdict[str, set[str]] = defaultdict(set)
    for summary in ordered:
        publishers[placed[summary.slug].id].add(folded[summary.provenance.publisher or ""])
    return {
        slug: replace(origin, is_shared=True)
        if publishers[origin.id] - {""} != {origin.id} - {f"~{slug}"}
        else origin
        for slug, origin in placed.items()
    }


class _Folded(dict[str, str]):
    """Names of outlets as they are compared, each folded once."""

    def __missing__(self, name: str) -> str:
        self[name] = folded_name(name)
        return self[name]


def tellings(summaries: Mapping[str, Summary], placed: Mapping[str, Origin]) -> dict[str, dict[str, Telling]]:
    """Return how often each fact is told that several articles tell: by slug, then by id."""
    found: defaultdict[str, dict[str, Telling]] = defaultdict(dict)
    for keys in _groups(pair for summary in summaries.values() for pair in summary.same):
        slugs = {slug for key in keys if (slug := key.partition("#")[0]) in placed}
        if len(slugs) < 2:  # noqa: PLR2004  # several
            continue
        of_these = {placed[slug].id: placed[slug].name for slug in slugs}
        telling = Telling(
            articles=len(slugs),
            origins=len(of_these),
            names=tuple(sorted(name for name in of_these.values() if name)),
        )
        for key in keys:
            slug, _, name = key.partition("#")
            found[slug][name] = telling
    return dict(found)


def _own(summary: Summary, spelling: Mapping[str, str], folded: Mapping[str, str]) -> Origin:
    """Return the origin of an article as it names it."""
    found = summary.provenance
    publisher = folded[found.publisher or ""]
    credited = next((name for name in found.credited if name in spelling and name != publisher), None)
    for name, reason in (
        (found.via, OriginReason.VIA),
        (found.agency, OriginReason.AGENCY),
        (credited, OriginReason.CREDIT),
        (found.publisher, OriginReason.PUBLISHER),
    ):
        if name:
            key = folded[name]
            return Origin(id=key, name=spelling[key], reason=reason)
    return Origin(id=f"~{summary.slug}", name="", reason=OriginReason.ALONE)


def _copied(copy: Summary, leader: Summary, origin: Origin) -> Origin:
    alike = likeness(copy.provenance.sketch, leader.provenance.sketch)
    return Origin(
        id=origin.id,
        name=origin.name,
        reason=OriginReason.TEXT,
        like=leader.slug,
        percent=round(alike * 100),
    )


def _copies(ordered: Sequence[Summary]) -> Iterable[list[Summary]]:
    """Return the articles whose texts are nearly the same, those of each text in the order given.

    Each is compared with the first that shares a band of its sketch, and no other: linear, however many
    copies there are. Source: Indyk and Motwani, Approximate nearest neighbors, 1998.
    """
    sketched = [each for each in ordered if each.provenance.sketch]
    sketches = [each.provenance.sketch for each in sketched]
    # for each article those before it that share a band: each is compared once, however many they share
    meets: defaultdict[int, set[int]] = defaultdict(set)
    backwards = range(len(sketches) - 1, -1, -1)
    for band in zip(*map(_BANDS.unpack, sketches), strict=True):
        # of those that share it the first is put last, and stays
        first = dict(zip(reversed(band), backwards, strict=True))
        for number, other in enumerate(map(first.__getitem__, band)):
            if other != number:
                meets[number].add(other)
    nearest = _nearest([each.slug for each in sketched], sketches, meets)
    heads: dict[str, str] = {}
    copies: defaultdict[str, list[Summary]] = defaultdict(list)
    for number, summary in enumerate(sketched):
        # what an article is nearest to stands before it, so its head is known
        near = nearest.get(number)
        heads[summary.slug] = heads[near] if near else summary.slug
        copies[heads[summary.slug]].append(summary)
    return [found for found in copies.values() if len(found) > 1]


def _nearest(
    slugs: Sequence[str], sketches: Sequence[bytes], meets: Mapping[int, Iterable[int]]
) -> dict[int, str]:
    """Return the slug of what each article is nearest to, by number; of two the one whose slug sorts last."""
    outlines = [outline(each) for each in sketches]
    fewest = _ALIKE * SLOTS
    found: dict[int, str] = {}
    for number, others in meets.items():
        # most of those that meet do so by chance, and their outlines tell
        at_most = most_same_slots(outlines[number], [outlines[other] for other in others])
        near = [other for other, most in zip(others, at_most, strict=True) if most >= fewest]
        if near:
            same = same_slots(sketches[number], [sketches[other] for other in near])
            most, slug = max(zip(same, [slugs[other] for other in near], strict=True))
            if most >= fewest:
                found[number] = slug
    return found


def _groups(pairs: Iterable[tuple[str, str]]) -> Iterable[list[str]]:
    """Return the keys that pairs join, directly or by way of others."""
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        parent.setdefault(key, key)
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for one, other in pairs:
        parent[root(other)] = root(one)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for key in sorted(parent):
        found[root(key)].append(key)
    return found.values()
