"""What building costs: ``make bench``, or ``python -m benchmarks.run --articles 100 1000 5000``.

Each figure is taken in a process of its own, one after the other, on the same synthetic articles. Ratios are
against a peer in the same run: markdown-it-py with its stock attributes plugin on the same bodies, and MkDocs
with Material on the same Markdown without our plugin. How to read them: ``docs/benchmarks.md``.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks import synthetic, verify
from benchmarks.across import HALF, WHOLE

_ROOT: Final = Path(__file__).resolve().parents[1]
_KIB: Final = 1024
_ROUNDS: Final = 3
_FEW: Final = 1000
"""More articles than these take long enough for one round to do."""

_TICK: Final = 0.001
"""Seconds of processor time that can be told apart."""

_PYTHON: Final = sys.executable
_BUILD: Final = (_PYTHON, "-m", "generator", "build")


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process took."""

    seconds: float
    """Wall clock."""

    processor: float
    """Seconds of processor time, of the program and of the system for it."""

    peak: float
    """Largest resident memory, in MiB."""


def cost(command: Sequence[str], folder: Path) -> Cost:
    """Run a command to its end and return what it took; a failing command ends the benchmark."""
    started = time.perf_counter()
    with subprocess.Popen(
        command, cwd=folder, env=_environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as process:
        errors = process.stderr.read() if process.stderr else b""
        # waited for here and not by Popen, which does not tell what the process used
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - started
    if process.returncode:
        told = errors.decode(errors="replace")[-4000:]
        sys.exit(f"{' '.join(command)} failed with {process.returncode}:\n{told}")
    scale = _KIB if sys.platform != "darwin" else _KIB * _KIB
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / scale)


def _environment() -> dict[str, str]:
    """Return our environment, in which Python keeps bytecode and the checkout comes first.

    An installed program has its bytecode; where Python may not write it, each start would compile it again.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": str(_ROOT)}


def measure(count: int, folder: Path) -> dict[str, float]:
    """Return the figures for one number of articles."""
    synthetic.write(folder, count)
    # what a project without articles costs is the start of the program
    empty = folder.parent / "empty"
    synthetic.write(empty, 0)
    start = _median([_reading(empty) for _ in range(_ROUNDS)])
    reading = _median([_reading(folder) for _ in range(_ROUNDS if count <= _FEW else 1)])
    cold = cost(_BUILD, folder)
    unchanged = _median([cost(_BUILD, folder) for _ in range(_ROUNDS)])
    edited = _median([_one_edit(folder, count * number // _ROUNDS) for number in range(_ROUNDS)])
    reading_only, building = (max(_TICK, each.processor - start.processor) for each in (reading, cold))
    pages = [path.stat().st_size for path in (folder / "briefings").rglob("*.md")]
    return {
        "reading, ms of processor an article": 1000 * reading_only / count,
        "reading, articles a second": count / reading_only,
        "cold build, ms of processor an article": 1000 * building / count,
        "cold build, articles a second": count / building,
        "cold build, s": cold.seconds,
        "peak memory, MiB": cold.peak,
        "memory over start-up, KiB an article": _KIB * (cold.peak - start.peak) / count,
        "build without a change, s": unchanged.seconds,
        "build after one edit, s": edited.seconds,
        "pages": float(len(pages)),
        "largest page, KiB": max(pages) / _KIB,
    }


def _reading(folder: Path) -> Cost:
    return cost((_PYTHON, "-m", "benchmarks.read", str(folder)), _ROOT)


def _one_edit(folder: Path, number: int) -> Cost:
    seed = folder / "seeds" / f"article-{number:05}.md"
    seed.write_text(seed.read_text("utf-8") + "\nOne more line.\n", "utf-8")
    return cost(_BUILD, folder)


def _median(costs: Sequence[Cost]) -> Cost:
    """Return the run in the middle by time."""
    return sorted(costs, key=lambda each: each.seconds)[len(costs) // 2]


def against_parser(folder: Path) -> dict[str, float]:
    """Return the time of our inline reader as a ratio of its peer's on the same bodies."""
    command = (_PYTHON, "-m", "benchmarks.parse", str(folder))
    found = json.loads(subprocess.run(command, cwd=_ROOT, check=True, capture_output=True).stdout)
    return {
        "inline reader, ms of processor an article": found["ours"],
        "markdown-it-py with attrs, the same": found["peer"],
        "ratio": found["ours"] / found["peer"],
    }


def drafting(folder: Path) -> dict[str, float]:
    """Return what a draft of an article costs, beside each peer that is installed."""
    command = (_PYTHON, "-m", "benchmarks.draft", str(folder))
    found = json.loads(subprocess.run(command, cwd=_ROOT, check=True, capture_output=True).stdout)
    rows = {
        "file to draft, ms of processor an article": found["ours"],
        "of which the suggestions": found["suggestions"],
        "peak memory, MiB": found["peak"],
        "start-up beyond Python's, s of processor": _start_of_draft(folder),
    }
    for key, name in (
        ("dateparser", "dateparser's search, the same"),
        ("spacy", "spaCy's small model, the same"),
    ):
        if key in found:
            rows |= {name: found[key], f"ratio to {key}": found["ours"] / found[key]}
    return rows


def verification(folder: Path, count: int) -> dict[str, float]:
    """Return what a cold build takes that compares recorded words with the text, and one without any."""
    verify.write(folder, count)
    seconds: dict[str, list[float]] = {verify.BARE: [], verify.VERIFIED: []}
    # in turn, so that a slow minute of the machine falls on both
    for number in range(_ROUNDS if count <= _FEW else 1):
        for name in sorted(seconds, reverse=number % 2 == 1):
            seconds[name].append(_cold(folder / name).processor)
    bare, verified = min(seconds[verify.BARE]), min(seconds[verify.VERIFIED])
    return {
        "cold build, words verified, s of processor": verified,
        "cold build, positions alone, the same": bare,
        "verification adds, %": 100 * (verified - bare) / bare,
    }


def across(folder: Path, count: int) -> dict[str, float]:
    """Return what twice as many articles cost in work between articles, as ratios of one run."""
    synthetic.write(folder, 2 * count)
    _across("prepare", folder, str(count))
    half, whole = ([_across("weigh", folder, name) for _ in range(_ROUNDS)] for name in (HALF, WHOLE))
    start = _peak_of_nothing(folder.parent / "empty")
    seconds = [max(_TICK, min(each["seconds"] for each in found)) for found in (half, whole)]
    memory = [max(_TICK, min(each["peak"] for each in found) - start) for found in (half, whole)]
    return {
        f"{count:,} articles, s of processor": seconds[0],
        f"{2 * count:,} articles, the same": seconds[1],
        "ratio of time": seconds[1] / seconds[0],
        f"{count:,} articles, MiB over start-up": memory[0],
        f"{2 * count:,} articles, the same memory": memory[1],
        "ratio of memory": memory[1] / memory[0],
    }


def dossier(folder: Path, count: int) -> dict[str, float]:
    """Return what the dossier of a story of so many articles takes, from rows to Markdown."""
    synthetic.write(folder, count, stories=1)
    _across("prepare", folder, str(count))
    found = _across("dossier", folder, WHOLE)
    return {
        "the dossier's page, s of processor": found["page"],
        "all of its pages, the same": found["seconds"],
        "pages": found["pages"],
    }


def _peak_of_nothing(folder: Path) -> float:
    """Return the memory of the same program with no article to weigh."""
    synthetic.write(folder, 0)
    _across("prepare", folder, "0")
    return _across("weigh", folder, WHOLE)["peak"]


def _across(task: str, folder: Path, argument: str) -> dict[str, float]:
    """Run a task of the work between articles in a process of its own."""
    command = (_PYTHON, "-m", "benchmarks.across", task, str(folder), argument)
    done = subprocess.run(command, cwd=_ROOT, env=_environment(), check=True, capture_output=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _cold(folder: Path) -> Cost:
    """Build a project from nothing."""
    for name in ("briefings", ".cache"):
        shutil.rmtree(folder / name, ignore_errors=True)
    return cost(_BUILD, folder)


def repairing() -> dict[str, float]:
    """Return what repair of a thousand annotations in an edited text of 100 KB takes."""
    command = (_PYTHON, "-m", "benchmarks.repair", "--json")
    found = json.loads(subprocess.run(command, cwd=_ROOT, check=True, capture_output=True).stdout)
    return {
        "repair, s of processor": found["seconds"],
        "found again": found["found"],
        "left to a person": found["left"],
    }


def _start_of_draft(folder: Path) -> float:
    """Return what `briefings draft` takes for a text in which there is nothing, less what Python takes."""
    (folder / "nothing.txt").write_text("Nothing happened.\n", "utf-8")
    drafting = (_PYTHON, "-m", "generator", "draft", "--stdout", "nothing.txt")
    program, python = (
        _median([cost(command, folder) for _ in range(_ROUNDS)])
        for command in (drafting, (_PYTHON, "-c", ""))
    )
    return max(_TICK, program.processor - python.processor)


def against_mkdocs(folder: Path, rounds: int) -> dict[str, float]:
    """Return the time of MkDocs with the plugin as a ratio of MkDocs without, on the same Markdown."""
    shutil.copytree(_ROOT / "templates" / "overrides", folder / "templates" / "overrides", dirs_exist_ok=True)
    text = (_ROOT / "mkdocs.yml").read_text("utf-8")
    configs = {"with": text, "without": without_plugin(text)}
    for name, config in configs.items():
        (folder / f"mkdocs-{name}.yml").write_text(config, "utf-8")
    seconds: dict[str, list[float]] = {name: [] for name in configs}
    # processor time, in turn: what else the machine does falls on both; the first pair warms its caches
    for number in range(rounds + 1):
        for name in sorted(configs, reverse=number % 2 == 1):
            taken = cost(_mkdocs(name), folder).processor
            seconds[name] += [taken] if number else []
    ratios = [ours / theirs for ours, theirs in zip(seconds["with"], seconds["without"], strict=True)]
    return {
        "mkdocs with our plugin, s of processor": statistics.median(seconds["with"]),
        "mkdocs without, the same": statistics.median(seconds["without"]),
        "ratio, median of pairs": statistics.median(ratios),
    }


def _mkdocs(name: str) -> tuple[str, ...]:
    return (_PYTHON, "-m", "mkdocs", "build", "-q", "-f", f"mkdocs-{name}.yml", "-d", f"site-{name}")


def without_plugin(text: str) -> str:
    """Return a configuration without our plugin and the options below it."""
    kept: list[str] = []
    inside: int | None = None
    for line in text.splitlines(keepends=True):
        depth = len(line) - len(line.lstrip(" "))
        if inside is not None and depth > inside:
            continue
        inside = depth if line.strip().rstrip(":") == "- briefings" else None
        if inside is None:
            kept.append(line)
    return "".join(kept)


@contextmanager
def _project() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="briefings-bench-") as folder:
        yield Path(folder) / "project"


def main() -> None:
    """Print tables, or JSON with ``--json``."""
    parser = argparse.ArgumentParser(description="Measure speed and memory on synthetic articles.")
    parser.add_argument("--articles", type=int, nargs="+", default=[100, 1000, 5000])
    parser.add_argument("--mkdocs-articles", type=int, default=100, help="0 leaves MkDocs out")
    parser.add_argument(
        "--across-articles", type=int, default=5000, help="compared with twice as many; 0 leaves it out"
    )
    parser.add_argument("--dossier-articles", type=int, default=500, help="of one story; 0 leaves it out")
    parser.add_argument("--rounds", type=int, default=3, help="pairs of MkDocs builds")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    results: dict[str, Mapping[str, float]] = {}
    for count in options.articles:
        _say(f"{count:,} articles …")
        with _project() as project:
            results[f"{count:,} articles"] = measure(count, project)
    _say("The parser, and drafts …")
    with _project() as project:
        synthetic.write(project, min(options.articles))
        results["inline marks"] = against_parser(project)
        results["drafts"] = drafting(project)
    _say("Verification and repair …")
    with _project() as project:
        most = max(options.articles)
        results[f"evidence, {most:,} articles"] = verification(project, most)
    results["1,000 moved annotations"] = repairing()
    if options.across_articles:
        _say("Between articles …")
        with _project() as project:
            name = f"between articles, {options.across_articles:,} and twice as many"
            results[name] = across(project, options.across_articles)
    if options.dossier_articles:
        _say("A dossier …")
        with _project() as project:
            name = f"a story of {options.dossier_articles:,} articles"
            results[name] = dossier(project, options.dossier_articles)
    if options.mkdocs_articles:
        _say("MkDocs …")
        with _project() as project:
            synthetic.write(project, options.mkdocs_articles)
            cost(_BUILD, project)
            results[f"MkDocs, {options.mkdocs_articles:,} articles"] = against_mkdocs(project, options.rounds)
    print(json.dumps(results, indent=2) if options.json else table(results))


def table(results: Mapping[str, Mapping[str, float]]) -> str:
    """Return the figures, those with the same rows side by side."""
    lines: list[str] = []
    together: dict[tuple[str, ...], list[str]] = {}
    for name, figures in results.items():
        together.setdefault(tuple(figures), []).append(name)
    for rows, names in together.items():
        lines += ["", " " * 42 + "".join(f"{name:>22}" for name in names)]
        lines += [f"{row:<42}" + "".join(f"{results[name][row]:>22,.2f}" for name in names) for row in rows]
    return "\n".join(lines)


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
