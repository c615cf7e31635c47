"""What can be said of an article's facts as a whole."""

from __future__ import annotations

import pytest

from tests.support.example import example


@pytest.mark.parametrize(
    ("between", "is_swap"),
    [
        (" for ", True),
        (" in exchange for ", True),
        (" in return for ", True),
        (" and ", False),
        (" waited for ", False),
    ],
)
def test_swaps(between: str, *, is_swap: bool) -> None:
    """Two counts in one event are an exchange where the words between them say so."""
    body = f"[[14 crews]{{.figure}}{between}[9 ships]{{.figure}}]{{.event #deal date=undated}}.\n"
    assert ("deal" in example(body=body).public.swaps) is is_swap


def test_swap_needs_things() -> None:
    """A length of time is not given for a thing."""
    body = "[[14 crews]{.figure} for [9 days]{.figure}]{.event #deal date=undated}.\n"
    assert not example(body=body).public.swaps


def test_solidity() -> None:
    """Facts are counted by who carries them; an unnamed source's own are listed."""
    found = example().public.solidity
    assert dict(found.speakers) == {None: 3, "aide": 2, "vance": 2}
    assert found.unnamed == {"aide": ("talks-resume", "nearly-three-weeks")}
    assert found.undated == ("deal",)
    assert found.inferred == ()
    assert found.unattributed == ()


def test_second_voice() -> None:
    """What somebody named says as well does not rest on an unnamed source alone."""
    body = (
        "[[14 crews]{.figure #a} are out]{.quote by=aide}. "
        "[[14 crews]{.figure #b same=a} are out]{.quote by=vance}.\n"
    )
    found = example(body=body).public.solidity
    assert found.unnamed == {}
    assert dict(found.speakers) == {"aide": 1, "vance": 1}
