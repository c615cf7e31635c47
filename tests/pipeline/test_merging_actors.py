"""Two actors become one, and one becomes two again."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from tests.support.project import REGISTRIES, article, build, tree, write

_APART: Final = (
    "vance: {name: Ida Vance, type: person}\n"
    "minister: {name: the harbour minister, type: person}\n"
    "union: {name: Ferry Union}\n"
)
_AS_ONE: Final = (
    "vance: {name: Ida Vance, type: person, aliases: [the harbour minister]}\nunion: {name: Ferry Union}\n"
)
_FILES: Final = {
    **REGISTRIES,
    "seeds/actors.yml": _APART,
    "seeds/first.md": article(
        "Talks",
        "[Ida Vance met the Ferry Union on Monday]{.event}. "
        '["We lack [14 crews]{.figure}."]{.quote} Ida Vance said.',
    ),
    "seeds/second.md": article(
        "More talks", 'The Ferry Union waits. ["We go on."]{.quote} the harbour minister said.'
    ),
}


def test_merged_and_split_again_nothing_is_lost(tmp_path: Path) -> None:
    """The pages of both stand on one, then each has its own again, byte for byte as they were."""
    write(tmp_path, _FILES)
    assert not build(tmp_path).errors
    apart = tree(tmp_path)
    assert {"actors/vance.md", "actors/minister.md"} <= apart.keys()
    write(tmp_path, {"seeds/actors.yml": _AS_ONE})
    assert not build(tmp_path).errors
    merged = tree(tmp_path)
    assert "actors/minister.md" not in merged
    page = (tmp_path / "briefings/actors/vance.md").read_text("utf-8")
    for words in (
        "We lack 14 crews.",
        "We go on.",
        "Ida Vance met the Ferry Union on Monday",
        "the harbour minister",
    ):
        assert words in page
    assert "(minister.md)" not in "".join(
        path.read_text("utf-8") for path in (tmp_path / "briefings").rglob("*.md")
    )
    write(tmp_path, {"seeds/actors.yml": _APART})
    assert not build(tmp_path).errors
    assert tree(tmp_path) == apart


def test_an_actor_that_is_gone_is_a_problem_where_it_was_named_by_id(tmp_path: Path) -> None:
    """Whoever still says the id of the one that went is told where."""
    write(tmp_path, _FILES)
    write(
        tmp_path,
        {
            "seeds/actors.yml": _AS_ONE,
            "seeds/third.md": article("Late", '["We stay."]{.quote by=minister} it was said.', day=14),
        },
    )
    found = build(tmp_path).errors
    assert [(each.code, each.location.path) for each in found] == [("unknown-actor", "seeds/third.md")]
