"""Synthetic annotated articles: about 3 KB and 30 marks each, the same from the same seed.

Places, people and events are invented.
"""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

SEED: Final = 20310513
STORIES: Final = 40
_FIRST_DAY: Final = dt.date(2022, 1, 3)
_DAYS: Final = 3600
_FIRST: Final = "Ida Tom Ruth Oskar Lena Piet Mara Jon Vera Nils Edda Karl Asta Finn Olga Rolf".split()
_LAST: Final = (
    "Vance Harrow Lindt Moravec Quist Tarn Ulvik Brandt Oster Kell Rask Dorn Falk Greve Holm Ister "
    "Jarl Kost Lund Maar".split()
)
_BODIES: Final = (
    "Harbour Board|Ferry Union|Grain Council|Rail Office|Water Court|Fishery League|Power Agency|City Guard"
).split("|")
_PORTS: Final = "Alder Birch Cedar Dogwood Elm Fir Gorse Hazel".split()
_THINGS: Final = "crews|ferries|households|tonnes of grain|homes|workers|licences|schools".split("|")
_DEEDS: Final = (
    "reopened the northern pier|called off the inspection|signed the harbour accord|"
    "suspended the night service|began repairs on the old lock|released the audit of the fund|"
    "closed two of its depots|raised the toll"
).split("|")
_PLANS: Final = (
    "will meet again|will publish the timetable|is to vote on the plan|will open the second lock"
).split("|")
_USED: Final = re.compile(
    rf"(?:{'|'.join(_FIRST)}) (?:{'|'.join(_LAST)})|(?:{'|'.join(_PORTS)}) (?:{'|'.join(_BODIES)})"
    r"|(?<=measure=)m\d+|(?<=stories: \[)s\d+"
)
"""What an article may use of the registries: names of actors, ids of measures and stories."""

_FILLER: Final = (
    "The dispute has lasted far longer than anyone in the port expected.",
    "Neither side would say how the costs are to be shared.",
    "Boats lay idle along the quay while the talks went on behind closed doors.",
    "Shopkeepers near the terminal speak of a season without visitors.",
    "A draft of the agreement was seen by this newspaper, without its annexes.",
)


def write(root: Path, count: int, stories: int = STORIES) -> None:
    """Write a project of ``count`` articles below ``root``, with registries of what they use.

    With fewer ``stories`` than otherwise the articles are the same, but for the story that each belongs to.
    """
    seeds = root / "seeds"
    seeds.mkdir(parents=True)
    source = random.Random(SEED)
    people = {f"p{n}": f"{_FIRST[n % len(_FIRST)]} {_LAST[n // len(_FIRST)]}" for n in range(240)}
    bodies = {
        f"b{n}": f"{_PORTS[n % len(_PORTS)]} {_BODIES[n // len(_PORTS)]}"
        for n in range(len(_PORTS) * len(_BODIES))
    }
    used: set[str] = set()
    for number in range(count):
        text = _article(source, number, people, bodies, stories)
        (seeds / f"article-{number:05}.md").write_text(text, "utf-8", newline="\n")
        used.update(_USED.findall(text))
    actors = [f"{key}: {{name: {name}, type: person}}" for key, name in people.items() if name in used]
    actors += [f"{key}: {{name: {name}, type: organisation}}" for key, name in bodies.items() if name in used]
    measures = [f"m{n}: {{title: Count of {thing}}}" for n, thing in enumerate(_THINGS) if f"m{n}" in used]
    titles = [f"s{n}: {{title: The {_PORTS[n % 8]} dispute {n}}}" for n in range(STORIES) if f"s{n}" in used]
    for name, entries in (("actors", actors), ("measures", measures), ("stories", titles)):
        _write_entries(seeds / f"{name}.yml", entries)


def _write_entries(file: Path, entries: Sequence[str]) -> None:
    file.write_text("\n".join(entries) + "\n", "utf-8", newline="\n")


def _article(
    source: random.Random, number: int, people: dict[str, str], bodies: dict[str, str], stories: int
) -> str:
    published = _FIRST_DAY + dt.timedelta(days=source.randrange(_DAYS))
    names = source.sample(sorted(people.values()), 4)
    parties = source.sample(sorted(bodies.values()), 3)
    head = [
        "---",
        f"title: Talks number {number} in {source.choice(_PORTS)}",
        f"headline: Harbour talks, day {number}",
        f"published: {published.isoformat()}",
        f"publisher: {source.choice(_PORTS)} Courier",
        f"url: https://example.org/talks/{number}",
        f"stories: [s{source.randrange(STORIES) % stories}]",
        f"topics: [{source.choice(('harbour', 'labour', 'transport', 'budget'))}]",
        "rights: {display: full, licence: CC BY 4.0}",
        "checked_by: The desk",
        "---",
    ]
    paragraphs = [_paragraph(source, names, parties, n) for n in range(8)]
    return "\n".join(head) + "\n" + "\n\n".join(paragraphs) + "\n"


def _paragraph(source: random.Random, names: list[str], parties: list[str], number: int) -> str:
    """Return about 360 characters with four marks, in every second paragraph three."""
    weekday = source.choice("Monday Tuesday Wednesday Thursday Friday".split())
    party, name = parties[number % len(parties)], names[number % len(names)]
    thing, count = source.choice(_THINGS), source.randrange(2, 9000)
    measure = _THINGS.index(thing)
    event = f"[The {party} {source.choice(_DEEDS)} on {weekday}]{{.event}}"
    bound = source.choice(("", "at least ", "more than ", "nearly "))
    figure = f"[{bound}{count:,} {thing}]{{.figure measure=m{measure}}}"
    boats = f"[{source.randrange(2, 90)} boats]{{.figure}}"
    said = f'["We hold to what was agreed about {boats}, and to no more,"]{{.quote}} {name} said.'
    filler = source.choice(_FILLER)
    if number % 2:
        plan = f"[The {party} {source.choice(_PLANS)} on {weekday}]{{.event .planned}}."
        return f"{event}, after {figure} were counted in a survey of the coast. {said} {filler} {plan}"
    return f"{event}, and {figure} were affected by the decision. {filler} {said} {source.choice(_FILLER)}"
