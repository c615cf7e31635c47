"""The output folder after any history of builds and of people's changes."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.store import Tree, Wanted
from generator.store.files import check_name
from generator.store.manifest import MANIFEST

PATHS = ["index.md", "a/x.md", "a/y.md", "b/x.md"]
PAGES = st.dictionaries(st.sampled_from(PATHS), st.sampled_from(["one", "two"]))
CHANGES = st.dictionaries(st.sampled_from(PATHS), st.sampled_from(["mine", "two", None]))


@settings(max_examples=60, deadline=None)
@given(history=st.lists(st.tuples(PAGES, CHANGES), min_size=1, max_size=4), last=PAGES)
def test_people_keep_what_is_theirs(
    history: list[tuple[dict[str, str], dict[str, str | None]]], last: dict[str, str]
) -> None:
    """What a person wrote stays; all else is as wanted; what nobody wants and nobody wrote is gone."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for pages, changes in [*history, (last, {})]:
            tree = Tree(root, {})
            tree.apply(tree.compare({path: Wanted.of(text.encode()) for path, text in pages.items()}))
            for path, text in changes.items():
                target = root / path
                target.unlink(missing_ok=True)
                if text is not None:
                    target.parent.mkdir(exist_ok=True)
                    target.write_text(text, "utf-8")
        found = {
            path.relative_to(root).as_posix(): path.read_text("utf-8")
            for path in root.rglob("*.md")
            if path.name != MANIFEST
        }
        for path in PATHS:
            theirs = history[-1][1].get(path) == "mine"
            if theirs:
                assert found[path] == "mine"
            elif path in last:
                assert found[path] in {last[path], "mine", "two"}
        assert all(text in {"mine", "two"} for path, text in found.items() if path not in last)


@given(st.text())
def test_a_name_that_passes_stays_inside(name: str) -> None:
    """Whatever is let through lies below the folder when it is resolved."""
    try:
        check_name(name)
    except ValueError:
        return
    root = Path("/root/folder")
    joined = root.joinpath(name)
    assert ".." not in joined.parts
    assert joined != root
    assert joined.is_relative_to(root)
