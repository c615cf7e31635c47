"""MkDocs with the plugin, started as people start it."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.store import SETTLED
from tests.support.project import write

_PATIENCE: Final = 60.0
"""Seconds until a server that shares its machine must have answered."""

_SETTLED: Final = 2.0
"""Seconds without another build after which none will come: four times what MkDocs waits between looks."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a new project, as ``briefings new`` makes it."""
    made = CliRunner().invoke(main, ["-C", str(tmp_path), "new", "project"])
    assert made.exit_code == 0, made.output
    return tmp_path / "project"


def mkdocs(project: Path, *arguments: str, engine: str = "mkdocs") -> subprocess.CompletedProcess[str]:
    """Run an engine to its end."""
    command = [sys.executable, "-m", engine, *arguments]
    return subprocess.run(command, cwd=project, check=False, capture_output=True, text=True)


def test_where_nothing_changed_nothing_that_reads_is_loaded(project: Path) -> None:
    """MkDocs waits for our parser and our pages only where there is something to do; both times say so."""
    code = (
        "import sys, mkdocs.config, generator.plugin\n"
        "config = mkdocs.config.load_config('mkdocs.yml')\n"
        "config.plugins.run_event('pre_build', config=config)\n"
        "print('markdown_it' in sys.modules, 'generator.pages' in sys.modules)"
    )
    told = []
    for _ in range(3):
        time.sleep(SETTLED / 1e9)
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=project, check=True, capture_output=True, text=True
        )
        told.append(done.stdout.strip())
    assert told[0] == "True True"
    assert told[-1] == "False False"


def replace(file: Path, old: str, new: str) -> None:
    """Save a file with other words in it."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


@dataclass
class Served:
    """A server that runs, and what it has said."""

    process: subprocess.Popen[str]
    url: str
    lines: list[str] = field(default_factory=list)

    def listen(self) -> None:
        """Note each line as it comes."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.append(line)

    @property
    def reloads(self) -> int:
        """Return how often browsers were told to load the page again."""
        return sum("Reloading browsers" in line for line in self.lines)

    def said(self, words: str) -> bool:
        """Return whether any line holds these words."""
        return any(words in line for line in self.lines)

    def page(self, path: str) -> str:
        """Return a page as a browser gets it; empty where there is none."""
        try:
            with urllib.request.urlopen(f"{self.url}{path}", timeout=_PATIENCE) as answer:  # noqa: S310  # ours
                return str(answer.read().decode())
        except (urllib.error.URLError, ConnectionError):
            return ""

    def wait(self, condition: Callable[[], bool]) -> None:
        """Wait until something is so."""
        end = time.monotonic() + _PATIENCE
        while not condition():
            assert self.process.poll() is None, "".join(self.lines)
            assert time.monotonic() < end, "".join(self.lines)
            time.sleep(0.05)

    def rebuilds(self, change: Callable[[], object]) -> int:
        """Return how often the site is built again after a change."""
        before = self.reloads
        change()
        self.wait(lambda: self.reloads > before)
        count = -1
        while count != self.reloads:
            count = self.reloads
            time.sleep(_SETTLED)
        return count - before


@pytest.fixture
def served(project: Path) -> Iterator[Served]:
    """Serve the project on a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-u", "-m", "mkdocs", "serve", "--dev-addr", address]
    process = subprocess.Popen(
        command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    server = Served(process, f"http://{address}/")
    listener = threading.Thread(target=server.listen)
    listener.start()
    try:
        server.wait(lambda: server.said("Serving on"))
        time.sleep(_SETTLED / 2)  # the first look at the folders
        yield server
    finally:
        process.terminate()
        process.wait(_PATIENCE)
        listener.join(_PATIENCE)
        assert process.stdout is not None
        process.stdout.close()


def test_each_save_builds_once(project: Path, served: Served) -> None:
    """A seed, a template and a page by hand: each save gives one rebuild, and the page shows it."""
    assert served.reloads == 0, "generated files do not start a loop"
    seed = project / "seeds" / "ferry.md"
    assert served.rebuilds(lambda: replace(seed, "Ferry talks resume", "Boats to sail")) == 1
    assert "Boats to sail" in served.page("articles/ferry/")

    assert served.rebuilds(lambda: write(project, {"briefings/by-hand.md": "# First words\n"})) == 1
    assert "First words" in served.page("by-hand/")
    assert served.rebuilds(lambda: write(project, {"briefings/by-hand.md": "# Other words\n"})) == 1
    assert "Other words" in served.page("by-hand/")

    assert served.rebuilds(lambda: replace(seed, ".figure #crews", ".figurine #crews")) == 1
    assert served.said("[unknown-kind]")
    assert "Boats to sail" in served.page("articles/ferry/"), "the last pages stay while there is an error"
    assert served.rebuilds(lambda: replace(seed, ".figurine #crews", ".figure #crews")) == 1


def test_saving_a_template_builds_once(project: Path, request: pytest.FixtureRequest) -> None:
    """A template of the project's own changes its page with one rebuild."""
    write(project, {"templates/home.md.jinja": "# A home of our own\n"})
    served: Served = request.getfixturevalue("served")
    assert "A home of our own" in served.page("")
    template = project / "templates" / "home.md.jinja"
    assert served.rebuilds(lambda: replace(template, "of our own", "of theirs")) == 1
    assert "A home of theirs" in served.page("")


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_a_new_project_builds_strictly(project: Path, engine: str) -> None:
    """The site of a new project has no warning, under each engine that runs the plugin."""
    done = mkdocs(project, "build", "--strict", engine=engine)
    assert done.returncode == 0, done.stdout + done.stderr
    page = (project / "site" / "articles" / "ferry" / "index.html").read_text("utf-8")
    assert "14 crews" in page


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_strict_fails_on_warnings(project: Path, engine: str) -> None:
    """A warning is told with its place; it fails the strict build and no other."""
    replace(project / "seeds" / "ferry.md", "publisher: Alder Courier\n", "")
    strict = mkdocs(project, "build", "--strict", engine=engine)
    assert strict.returncode == 1
    assert re.search(r"WARNING +-  .*seeds/ferry.md:2:1: .*\[missing-source\]", strict.stderr)
    assert mkdocs(project, "build", engine=engine).returncode == 0


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_errors_fail_every_build(project: Path, engine: str) -> None:
    """An error ends the build, with one line for each and no traceback."""
    replace(project / "seeds" / "ferry.md", ".figure #crews", ".figurine #crews")
    done = mkdocs(project, "build", engine=engine)
    assert done.returncode == 1
    assert "[unknown-kind]" in done.stderr
    assert "no page was written" in done.stderr
    assert "Traceback" not in done.stderr


def test_pages_are_brought_up_to_date(project: Path) -> None:
    """A build alone is enough: pages need not be made before it."""
    replace(project / "seeds" / "ferry.md", "Ferry talks resume", "Boats to sail")
    assert mkdocs(project, "build").returncode == 0
    assert "Boats to sail" in (project / "briefings" / "articles" / "ferry.md").read_text("utf-8")
    assert "Boats to sail" in (project / "site" / "articles" / "ferry" / "index.html").read_text("utf-8")


def test_the_theme_comes_along(project: Path) -> None:
    """The packaged parts of the theme are used, and one of the project's own goes before them."""
    assert mkdocs(project, "build").returncode == 0
    packaged = (project / "site" / "404.html").read_text("utf-8")
    write(project, {"theme/404.html": "<p>nothing of ours here</p>\n"})
    replace(project / "mkdocs.yml", "  name: material\n", "  name: material\n  custom_dir: theme\n")
    assert mkdocs(project, "build").returncode == 0
    assert (project / "site" / "404.html").read_text("utf-8") == "<p>nothing of ours here</p>"
    assert packaged != "<p>nothing of ours here</p>"


def test_pages_elsewhere_are_an_error(project: Path) -> None:
    """Pages written where MkDocs does not look would be missed without a word."""
    replace(project / "mkdocs.yml", "  - briefings:\n", "  - briefings:\n      output: elsewhere\n")
    done = mkdocs(project, "build")
    assert done.returncode == 1
    assert "docs_dir has to be 'elsewhere'" in done.stderr


def test_deploying_builds_the_pages(project: Path, tmp_path: Path) -> None:
    """``mkdocs gh-deploy`` pushes a branch that holds the briefing."""
    remote = tmp_path / "remote.git"

    def git(*arguments: str) -> str:
        command = ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", *arguments]
        done = subprocess.run(command, cwd=project, check=True, capture_output=True, text=True)
        return done.stdout

    git("init", "--quiet", "--bare", str(remote))
    git("init", "--quiet")
    git("config", "user.name", "t")
    git("config", "user.email", "t@example.org")
    git("add", ".")
    git("commit", "--quiet", "-m", "begin")
    git("remote", "add", "origin", str(remote))
    replace(project / "seeds" / "ferry.md", "Ferry talks resume", "Boats to sail")
    done = mkdocs(project, "gh-deploy", "--strict")
    assert done.returncode == 0, done.stderr
    page = git("--git-dir", str(remote), "show", "gh-pages:articles/ferry/index.html")
    assert "Boats to sail" in page
