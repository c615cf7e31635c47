"""What building costs: ``python -m benchmarks.run --articles 100 1000 5000``.

Each figure is taken in a process of its own, one after the other, on the same synthetic articles. Ratios are
against a peer in the same run: MkDocs with Material on the same Markdown without the plugin.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks import synthetic

_ROOT: Final = Path(__file__).resolve().parents[1]
_KIB: Final = 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process took."""

    seconds: float
    """Wall clock."""

    peak: float
    """Largest resident memory, in MiB."""


def cost(command: Sequence[str], folder: Path) -> Cost:
    """Run a command to its end and return what it took; a failing command ends the benchmark."""
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read() if process.stderr else b""
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    if os.waitstatus_to_exitcode(status):
        sys.exit(f"{' '.join(command)} failed:\n{errors.decode(errors='replace')[-4000:]}")
    scale = _KIB if sys.platform != "darwin" else _KIB * _KIB
    return Cost(seconds, usage.ru_maxrss / scale)


def measure(count: int, folder: Path) -> dict[str, float]:
    """Return the figures for one number of articles."""
    synthetic.write(folder, count)
    briefings = [sys.executable, "-m", "generator", "build"]
    reading = cost([sys.executable, "-m", "benchmarks.read", str(folder)], _ROOT)
    base = cost([sys.executable, "-m", "generator", "--help"], folder)
    cold = cost(briefings, folder)
    unchanged = min((cost(briefings, folder) for _ in range(3)), key=lambda each: each.seconds)
    edited: list[Cost] = []
    for number in range(3):
        seed = folder / "seeds" / f"article-{(count - 1) * number // 3:05}.md"
        seed.write_text(
            seed.read_text("utf-8").replace(" on Monday", " on Tuesday", 1) + "\nOne more line.\n", "utf-8"
        )
        edited.append(cost(briefings, folder))
    one_edit = min(edited, key=lambda each: each.seconds)
    return {
        "articles": count,
        "read ms/article": 1000 * (reading.seconds - base.seconds) / count,
        "read articles/s": count / (reading.seconds - base.seconds),
        "cold build ms/article": 1000 * (cold.seconds - base.seconds) / count,
        "cold build articles/s": count / (cold.seconds - base.seconds),
        "cold build s": cold.seconds,
        "cold peak MiB": cold.peak,
        "KiB/article over start-up": _KIB * (cold.peak - base.peak) / count,
        "no-change build s": unchanged.seconds,
        "one edited article s": one_edit.seconds,
        "pages": float(sum(1 for _ in (folder / "briefings").rglob("*.md"))),
    }


def against_mkdocs(folder: Path, rounds: int) -> dict[str, float]:
    """Return the time of MkDocs with the plugin as a ratio of MkDocs without, on the same Markdown."""
    shutil.copytree(_ROOT / "templates" / "overrides", folder / "templates" / "overrides", dirs_exist_ok=True)
    text = (_ROOT / "mkdocs.yml").read_text("utf-8")
    with_plugin, without = folder / "mkdocs.yml", folder / "mkdocs-plain.yml"
    with_plugin.write_text(text, "utf-8")
    without.write_text(_without_plugin(text), "utf-8")
    pairs: list[tuple[float, float]] = []
    for number in range(rounds + 1):
        pair = tuple(
            cost(
                [sys.executable, "-m", "mkdocs", "build", "-f", config.name, "-d", f"site-{config.stem}"],
                folder,
            ).seconds
            for config in ((with_plugin, without) if number % 2 else (without, with_plugin))
        )
        if number:  # the first round warms the caches of the file system
            pairs.append(pair if number % 2 else pair[::-1])  # type: ignore[arg-type] # always two
    ratios = sorted(ours / theirs for ours, theirs in pairs)
    return {
        "mkdocs with plugin s": min(ours for ours, _ in pairs),
        "mkdocs without s": min(theirs for _, theirs in pairs),
        "ratio, median": ratios[len(ratios) // 2],
    }


def _without_plugin(text: str) -> str:
    """Return the configuration without the line of our plugin."""
    lines = [line for line in text.splitlines(keepends=True) if line.strip().rstrip(":") != "- briefings"]
    return "".join(lines)


def main() -> None:
    """Print a table, or JSON with ``--json``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[100, 1000, 5000])
    parser.add_argument("--mkdocs-articles", type=int, default=100, help="0 leaves MkDocs out")
    parser.add_argument("--rounds", type=int, default=3, help="pairs of MkDocs builds")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    results: list[dict[str, float]] = []
    for count in options.articles:
        with tempfile.TemporaryDirectory(prefix="briefings-bench-") as folder:
            results.append(measure(count, Path(folder) / "project"))
            _show(results[-1], as_json=options.json)
    if options.mkdocs_articles:
        with tempfile.TemporaryDirectory(prefix="briefings-bench-") as folder:
            project = Path(folder) / "project"
            synthetic.write(project, options.mkdocs_articles)
            cost([sys.executable, "-m", "generator", "build"], project)
            _show(
                {"articles": options.mkdocs_articles, **against_mkdocs(project, options.rounds)},
                as_json=options.json,
            )
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(f"largest process of the run: {peak / _KIB:,.0f} MiB")


def _show(figures: dict[str, float], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(figures))
        return
    print(f"\n{figures['articles']:,.0f} articles")
    for name, value in figures.items():
        if name != "articles":
            print(f"  {name:<28}{value:>12,.2f}")


if __name__ == "__main__":
    main()
