"""Small projects on disk for tests."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from generator.pipeline.build import run
from generator.pipeline.outcome import Outcome
from generator.settings import Project, Settings

REGISTRIES: Final = {
    "seeds/actors.yml": "vance: {name: Ida Vance, type: person}\nunion: {name: Ferry Union}\n",
    "seeds/measures.yml": "crews-out: {title: Crews out}\n",
    "seeds/stories.yml": "strike: {title: The strike}\n",
}


def article(title: str, text: str, *, day: int = 13, more: str = "") -> str:
    """Return an article of the test's own words."""
    front = [
        f"title: {title}",
        f"published: 2031-05-{day:02}",
        "publisher: Alder Courier",
        "url: https://example.org/a",
        "stories: [strike]",
        "rights: {display: full}",
    ]
    return "\n".join(["---", *front, *([more] if more else []), "---", text, ""])


FIRST: Final = article(
    "Talks resume",
    'Ida Vance and the Ferry Union [met on Monday]{.event #met}. ["We lack [14 crews]{.figure #crews '
    'measure=crews-out},"]{.quote} Ida Vance said.',
)
SECOND: Final = article(
    "Talks end",
    '[Talks ended on Tuesday]{.event #ended date=2031-05-13 because="first#met"}, the Ferry Union said. '
    "[9 crews]{.figure measure=crews-out} are out.",
    day=14,
)
THIRD: Final = article("A quiet day", "[Nothing happened on Thursday]{.event} in the port.", day=16)
FILES: Final = {
    **REGISTRIES,
    "seeds/first.md": FIRST,
    "seeds/second.md": SECOND,
    "seeds/third.md": THIRD,
}


def write(root: Path, files: dict[str, str]) -> None:
    """Write files below a folder."""
    for path, text in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8", newline="\n")


def build(root: Path, *, write: bool = True, force: bool = False) -> Outcome:
    """Run the pipeline over a folder with standard settings."""
    return run(Project(root, Settings()), write=write, force=force)


def tree(root: Path) -> dict[str, bytes]:
    """Return all files that a build made, the manifest too, by path."""
    folder = root / "briefings"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
