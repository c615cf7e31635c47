"""What the marks leave open, for people and for programs: numbers and places, no words of a source."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from generator.analysis import OF_AN_ARTICLE, TITLES, Gap, Place, Surveyed


def coverage_as_text(surveyed: Sequence[Surveyed]) -> str:
    """Return a few lines an article, and the totals; those that are held back come after these."""
    shown = [each for each in surveyed if each.held is None]
    held = [each for each in surveyed if each.held is not None]
    lines = [line for each in shown for line in _lines(each)]
    lines += _summed_up(shown)
    if held:
        lines += [f"{_articles(len(held))} held back, on no page and in no total", *chain(*map(_lines, held))]
    return "\n".join([*lines, ""])


def _lines(each: Surveyed) -> Iterator[str]:
    found = each.coverage
    share = f"{found.carried:,} of {found.telling:,} sentences, " if found.telling else ""
    why = f" (held back: {each.held})" if each.held else ""
    yield f"{each.path}: {share}{found.open:,} left open{why}"
    yield from (f"  {_told(gap, places)}" for gap, places in found.gaps.items())


def coverage_as_json(surveyed: Sequence[Surveyed]) -> str:
    """Return a JSON object with the totals, of what is not held back, and ``of``, a list of all articles.

    Both have ``facts``, ``telling`` (sentences with a number, a date or a quotation mark), ``carried`` (those
    of them that carry a fact) and ``gaps``: in the totals how often, by gap; in an article the places, each
    with ``paragraph``, ``fact`` (null where there is none) and ``holds``. ``held`` says why an article is
    held back, and is null where it is not; sentences of one that is ``withheld`` are on no page. Keys may be
    added; these stay.
    """
    shown = [each for each in surveyed if each.held is None]
    counts = _counts(shown)
    totals = {
        "articles": len(shown),
        "held": len(surveyed) - len(shown),
        "facts": sum(each.coverage.facts for each in shown),
        "telling": sum(each.coverage.telling for each in shown),
        "carried": sum(each.coverage.carried for each in shown),
        "gaps": {gap.value: counts[gap] for gap in Gap},
    }
    return f"{json.dumps({**totals, 'of': [_article(each) for each in surveyed]}, indent=2)}\n"


def _article(surveyed: Surveyed) -> dict[str, Any]:
    found = surveyed.coverage
    return {
        "path": surveyed.path,
        "page": f"articles/{surveyed.slug}.md" if surveyed.held is None else None,
        "held": surveyed.held,
        "withheld": surveyed.is_withheld,
        "facts": found.facts,
        "telling": found.telling,
        "carried": found.carried,
        "gaps": {
            gap.value: [
                {"paragraph": place.paragraph, "fact": place.fact, "holds": list(place.holds)}
                for place in places
            ]
            for gap, places in found.gaps.items()
        },
    }


def _counts(surveyed: Sequence[Surveyed]) -> Counter[Gap]:
    return Counter(gap for each in surveyed for gap, places in each.coverage.gaps.items() for _ in places)


def _told(gap: Gap, places: Sequence[Place]) -> str:
    """Return what is left open and where: ``quotes without a speaker: 2 (¶ 3 #close, ¶ 4 #so)``."""
    if gap in OF_AN_ARTICLE:
        return OF_AN_ARTICLE[gap]
    found = dict.fromkeys(said for place in places if (said := _said(place)))
    behind = f" ({', '.join(found)})" if found else ""
    return f"{TITLES[gap]}: {len(places):,}{behind}"


def _said(place: Place) -> str:
    number = f"¶ {place.paragraph}" if place.paragraph else ""
    name = f"#{place.fact}" if place.fact else ""
    return " ".join(part for part in (number, name, " and ".join(place.holds)) if part)


def _articles(count: int) -> str:
    return f"{count:,} article{'' if count == 1 else 's'}"


def _summed_up(surveyed: Sequence[Surveyed]) -> Iterator[str]:
    counts = _counts(surveyed)
    telling = sum(each.coverage.telling for each in surveyed)
    carried = sum(each.coverage.carried for each in surveyed)
    yield f"{_articles(len(surveyed))} in all"
    if telling:
        kind = "sentences with a number, a date or a quotation mark"
        yield f"  {carried:,} of {telling:,} {kind} carry a fact ({carried * 100 // telling}%)"
    hidden = [each.coverage for each in surveyed if each.is_withheld and each.coverage.telling]
    if hidden:
        telling, carried = sum(each.telling for each in hidden), sum(each.carried for each in hidden)
        yield f"  {carried:,} of {telling:,} are in texts that are not shown; the page leaves them out"
    yield from (f"  {TITLES[gap]}: {counts[gap]:,}" for gap in Gap)
