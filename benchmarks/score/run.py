"""``make score``: the drafts and existing libraries on the same texts, in one run, as a table."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.score import ours, peers
from benchmarks.score.gold import Gold, Item, Kind
from benchmarks.score.gum import read_gum
from benchmarks.score.matching import Counts, Match, match
from benchmarks.score.meantime import read_meantime, read_timeml_sample
from benchmarks.score.own import read_own
from generator.pipeline.recogniser import load_recogniser
from generator.settings import DEFAULT_MODEL

ROOT: Final = Path(__file__).resolve().parents[2]
SHARED: Final = ROOT.parent / "shared"
OURS: Final = "briefings draft"
WITH_NER: Final = "briefings draft --ner"
_NAMED: Final = (Kind.QUOTE, Kind.ACTOR)
"""What a recogniser of names has a part in."""

_PARTS: Final = ("all", "seen", "unseen")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table."""

    kind: Kind
    system: str
    version: str | None
    """None for what is not installed."""

    counts: Mapping[str, Counts]
    """By part: all texts, the seen ones, the unseen ones."""


def read_gold(shared: Path) -> list[Gold]:
    """Return all texts that are at hand, in a fixed order."""
    corpora = shared / "corpora"
    return [
        *read_meantime(corpora / "meantime"),
        *read_gum(corpora / "gum-news"),
        *read_timeml_sample(corpora / "timeml" / "meantime.xml"),
        *read_own(Path(__file__).with_name("gold"), shared),
    ]


def score(texts: Sequence[Gold], kinds: Iterable[Kind], *, with_peers: bool = True) -> Iterator[Row]:
    """Yield the rows of the kinds, ours first."""
    mine = {gold.name: ours.answers(gold) for gold in texts}
    recogniser, _ = load_recogniser(DEFAULT_MODEL) if with_peers else (None, [])
    helped = {gold.name: ours.answers(gold, recogniser) for gold in texts} if recogniser else {}
    for kind in kinds:
        fitting = [gold for gold in texts if kind in gold.items]
        if not fitting:
            continue
        yield _row(kind, OURS, "", fitting, {gold.name: mine[gold.name][kind] for gold in fitting})
        if with_peers and kind in _NAMED:
            theirs = {name: found[kind] for name, found in helped.items()}
            yield _row(kind, WITH_NER, "" if recogniser else None, fitting, theirs)
        for peer in peers.PEERS if with_peers else ():
            if kind in peer.kinds:
                version = peer.version
                answers = {gold.name: peers.answers(peer, kind, gold) for gold in fitting} if version else {}
                yield _row(kind, peer.name, version, fitting, answers)


def _row(
    kind: Kind, system: str, version: str | None, texts: Sequence[Gold], answers: Mapping[str, Sequence[Item]]
) -> Row:
    counts = dict.fromkeys(_PARTS, Counts())
    for gold in texts if version is not None else ():
        found = held(kind, gold, answers[gold.name]).counts
        counts["all"] += found
        counts["unseen" if gold.is_unseen else "seen"] += found
    return Row(kind=kind, system=system, version=version, counts=counts)


def held(kind: Kind, gold: Gold, answers: Sequence[Item]) -> Match:
    """Return the answers held against the gold of a text."""
    return match(kind, gold.items[kind], answers, gold.ignored.get(kind, ()))


def table(rows: Sequence[Row]) -> str:
    """Return the rows as a table in Markdown: precision, recall and F1 in percent."""
    lines = [
        "| | | P | R | **F1** | seen F1 | unseen F1 | gold, unseen |",
        "|---|---|--:|--:|--:|--:|--:|--:|",
    ]
    previous: Kind | None = None
    for row in rows:
        name = f"{row.system} {row.version}".strip() if row.version is not None else row.system
        kind = f"**{row.kind.value}**" if row.kind is not previous else ""
        previous = row.kind
        if row.version is None:
            lines.append(f"| {kind} | {name} | not installed | | | | | |")
            continue
        whole, seen, unseen = (row.counts[part] for part in _PARTS)
        numbers = (whole.precision, whole.recall, whole.f1, seen.f1, unseen.f1)
        cells = [f"{100 * number:.1f}" for number in numbers]
        cells[2] = f"**{cells[2]}**"
        lines.append(f"| {kind} | {name} | {' | '.join(cells)} | {whole.wanted}, {unseen.wanted} |")
    return "\n".join(lines)


def errors(texts: Sequence[Gold], kinds: Iterable[Kind]) -> Iterator[str]:
    """Yield what our drafts miss and get wrong, of the seen texts alone."""
    for kind in kinds:
        for gold in texts:
            if kind not in gold.items or gold.is_unseen:
                continue
            found = held(kind, gold, ours.answers(gold)[kind])
            for word, items in (("missed", found.missed), ("wrong", found.wrong)):
                yield from (f"{kind.name} {word}: {_shown(gold, item)}" for item in items)


def _shown(gold: Gold, item: Item) -> str:
    text, span = gold.source.text, item.span
    before, behind = text[max(0, span.start - 60) : span.start], text[span.end : span.end + 40]
    return f"{before}[{span.of(text)}]{behind} = {item.value} ({gold.name[:30]}, {gold.published})".replace(
        "\n", "¶"
    )


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Score drafts against gold, beside existing libraries.")
    parser.add_argument("--kind", action="append", choices=[kind.name.lower() for kind in Kind])
    parser.add_argument("--no-peers", action="store_true", help="ours alone")
    parser.add_argument("--errors", action="store_true", help="what is missed and wrong in the seen texts")
    parser.add_argument(
        "--shared", type=Path, default=SHARED, help="the folder that holds corpora/ and seeds/"
    )
    options = parser.parse_args()
    kinds = [Kind[name.upper()] for name in options.kind] if options.kind else list(Kind)
    texts = read_gold(options.shared)
    if not texts:
        print(f"No corpora in {options.shared.name}/: nothing to score", file=sys.stderr)
        return 1
    if options.errors:
        print("\n".join(errors(texts, kinds)))
        return 0
    today = dt.datetime.now(tz=dt.UTC).date().isoformat()
    unseen = sum(gold.is_unseen for gold in texts)
    print(f"Scored on {today}: {len(texts)} texts, {unseen} of them unseen\n")
    print(table(list(score(texts, kinds, with_peers=not options.no_peers))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
