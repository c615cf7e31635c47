"""Names in a text: what is found, what is not, and at what cost."""

from __future__ import annotations

import pytest

from generator.text import Span
from generator.values.names import Name, NameFound, NameIndex
from tests.support.work import calls, is_linear


def names(*pairs: str, weak: bool = False) -> list[Name]:
    """Return names given as ``text = actor``."""
    split = [pair.rpartition("=") for pair in pairs]
    return [Name(text=text.strip(), actor=actor.strip(), weak=weak) for text, _, actor in split]


def shown(text: str, found: list[NameFound]) -> list[str]:
    """Return what was found as ``words = actors``."""
    return [f"{text[name.start : name.end]} = {' '.join(name.actors)}" for name in found]


def find(text: str, *pairs: str) -> list[str]:
    """Return what an index of names finds in a text."""
    return shown(text, NameIndex.of(names(*pairs)).find(text))


def test_the_longest_name_counts() -> None:
    """A name inside a longer one is not found beside it, and the shorter one is found elsewhere."""
    text = "Ida Vance spoke. Vance left. Ida Vance Hall stayed shut."
    found = find(text, "Vance = vance", "Ida Vance = vance", "Ida Vance Hall = hall")
    assert found == ["Ida Vance = vance", "Vance = vance", "Ida Vance Hall = hall"]


def test_a_longer_name_that_breaks_off_leaves_the_shorter_one() -> None:
    """A text that begins like a long name and goes on differently still holds the short one."""
    assert find("The Bank of Ruritania", "Bank = bank", "Bank of England = boe") == ["Bank = bank"]


@pytest.mark.parametrize(
    "text",
    [
        "Ruritanians",
        "preRuritanian",
        "Ruritanian-Grand Fenwick border",
        "pro-Ruritanian",
        "non‑Ruritanian",
        "Ruritanian‐born",
        "Ruritanian–Fenwick talks",
        "Fenwick–Ruritanian talks",
        "Ruritanian_1",
        "Ruritanian2",
        "O'Ruritanian",
        "Ruritanian'ova",
        "Ruritanian’s-like",
        "@Ruritanian",
        "press@Ruritanian.example",
        "Ruritanian.example",
        "Ruritanian&Co",
        "Fenwick&Ruritanian",
        "Ruritanian\u0301",
        "Ruritanian\u200dx",
        "ruritanian",
        "RURITANIAN",
    ],
)
def test_never_inside_a_word_or_a_compound(text: str) -> None:
    """A name is not found where it is only a part of a word, a compound, a handle or an address."""
    assert find(text, "Ruritanian = ruritania") == []


@pytest.mark.parametrize(
    "text",
    [
        "Vance",
        "Vance's plan",
        "Vance’s plan",
        "Vance'll go",
        "'Vance'",
        "“Vance,” they said",
        "(Vance)",
        "Vance: yes",
        "talks—Vance left",
        "talks – Vance left",
        "talks –Vance left",
        "Vance.",
        "Vance.She",
        "Vance/Zenda",
        "#Vance",
        "the\n\nVance",
    ],
)
def test_punctuation_bounds_a_name(text: str) -> None:
    """A name is found beside punctuation and before a possessive."""
    assert find(text, "Vance = vance") == ["Vance = vance"]


def test_possessive_of_a_plural() -> None:
    """An apostrophe after a final s is a possessive, and no part of the name."""
    assert find("the Workers' demands", "Workers = union") == ["Workers = union"]


@pytest.mark.parametrize(
    "name",
    [
        "Ferry Workers' Union",
        "Conor O’Hara",
        "al-Ansari",
        "Jean-Marie d'Estaing",
        "U.S.",
        "AT&T",
        "Yahoo!",
        ".NET",
        "’t Hooft",
        "C++",
        "(RED)",
        "Zoë Ångström",
        "हिन्दी",
        "Владимир",
        "北京",
        "ประเทศไทย",
        "도쿄",
        "e\u0301cole".replace("e\u0301", "é"),
    ],
)
def test_names_of_any_shape(name: str) -> None:
    """Names with apostrophes, hyphens, signs and letters of any script are found whole."""
    text = f"Then {name} came, and {name}."
    assert find(text, f"{name} = x") == [f"{name} = x"] * 2


def test_scripts_without_spaces() -> None:
    """Where a script puts no space between words, a name is found inside a run of letters."""
    assert find("会议在北京举行", "北京 = beijing") == ["北京 = beijing"]


def test_an_abbreviation_is_not_cut_out_of_a_longer_one() -> None:
    """A name that ends in a full stop does not end before a letter."""
    assert find("the U.S.S.R. and the U.S. too", "U.S. = us") == ["U.S. = us"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister left", True),
        ("the minister left", True),
        ("It ended. The minister left", True),
        ("“It ended.” The minister left", True),
        ("She said, “The minister left”", True),
        ("Heading\n\nThe minister left", True),
        ("It ended… The minister left", True),
        ("in The minister of old", False),
        ("THE minister left", False),
        ("The Minister left", False),
    ],
)
def test_capital_at_the_start_of_a_sentence(text: str, expected: object) -> None:
    """A lower-case alias may be capitalised where a sentence begins, in its first letter only."""
    assert bool(find(text, "the minister = vance")) is expected


def test_a_capital_of_the_name_is_kept() -> None:
    """A name with a capital is not found in lower case."""
    assert find("The spokesperson and the spokesperson", "The spokesperson = a") == ["The spokesperson = a"]


def test_white_space_of_a_name_is_one_space() -> None:
    """White space in a given name counts as one space, and a paragraph break does not."""
    assert find("Ida Vance. Ida\n\nVance", "Ida \n Vance = vance") == ["Ida Vance = vance"]


def test_a_name_of_two_actors_gives_both() -> None:
    """An ambiguous name gives all of its actors, sorted, and guesses nothing."""
    assert find("Vance left", "Vance = zoe-vance", "Vance = ida-vance") == ["Vance = ida-vance zoe-vance"]


def test_a_name_given_twice_counts_once() -> None:
    """The same name of the same actor twice is no ambiguity."""
    base = NameIndex.of(names("Vance = vance", "Vance = vance"))
    (found,) = base.merged(names("Vance = vance")).find("Vance")
    assert (found.actors, found.names) == (("vance",), ("Vance",))


def weak_index() -> NameIndex:
    """Return an index in which two actors share a weak alias."""
    full = names("Ida Vance = ida", "Zoe Hale = zoe", "Hall = hall")
    return NameIndex.of(
        [*full, *names("the minister = ida", "the minister = zoe", "the minister Hall = zoe", weak=True)]
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the minister left", []),
        ("Ida Vance left. The minister smiled", ["Ida Vance = ida", "The minister = ida"]),
        ("The minister left. Zoe Hale stayed", ["The minister = zoe", "Zoe Hale = zoe"]),
        (
            "Ida Vance met Zoe Hale; the minister left",
            ["Ida Vance = ida", "Zoe Hale = zoe", "the minister = ida zoe"],
        ),
        ("the minister Hall spoke", ["Hall = hall"]),
        ("Zoe Hale-Smith, the minister", []),
    ],
)
def test_a_weak_alias_needs_a_full_name(text: str, expected: list[str]) -> None:
    """A weak alias means an actor only where a full name of that actor stands in the same text."""
    assert shown(text, weak_index().find(text)) == expected


def test_weakness_is_told() -> None:
    """What was found says whether only a weak name carries it."""
    found = weak_index().find("Ida Vance, the minister")
    assert [name.weak for name in found] == [False, True]


def test_skipped_stretches_are_not_looked_at() -> None:
    """A name that touches a skipped stretch is not found, nor does it make a weak alias count."""
    text = "Ida Vance left. The minister smiled. Hall"
    found = weak_index().find(text, [Span(36, 41), Span(4, 5)])
    assert shown(text, found) == []


def test_an_overlay_adds_and_leaves_the_base_alone() -> None:
    """Merged names are found together with those below them, which stay as they were."""
    base = NameIndex.of(names("Vance = ida", "the union = union"))
    wider = base.merged(names("Vance Hall = hall", "Vance = zoe", "the minister = ida"))
    text = "Vance of Vance Hall, the minister, and the union"
    expected = ["Vance = ida zoe", "Vance Hall = hall", "the minister = ida", "the union = union"]
    assert shown(text, wider.find(text)) == expected
    assert shown(text, base.find(text)) == ["Vance = ida", "Vance = ida", "the union = union"]


def test_nothing_to_find() -> None:
    """No names, empty names and an empty text find nothing."""
    assert NameIndex().find("Vance") == []
    assert NameIndex.of(names(" = x")).find(" Vance") == []
    assert NameIndex.of(names("Vance = x")).find("") == []


def test_cost_does_not_grow_with_the_number_of_names() -> None:
    """A text costs about the same with ten names and with ten thousand, and an overlay copies none."""
    text = "The harbour minister Ida Vance met Person Number7 of the Ferry Workers' Union on Monday. " * 35
    few = NameIndex.of(names(*(f"Person Number{n} = p{n}" for n in range(10))))
    many = NameIndex.of(names(*(f"Person Number{n} = p{n}" for n in range(10_000))))
    assert few.find(text)  # from here on the words of the text are known to both
    assert calls(lambda: many.find(text)) == calls(lambda: few.find(text))
    own = names("Ida Vance = vance")
    assert calls(lambda: many.merged(own)) == calls(lambda: few.merged(own))


@pytest.mark.parametrize("piece", ["Vance ", "'", "Vance'", "(", "Vance-", "The ", "\u0301", "𝒂", "a.", "北"])
def test_hostile_text_costs_linear_time(piece: str) -> None:
    """Eight times the text costs about eight times the work."""
    index = NameIndex.of(names("Vance = a", "Vance Vance Hall = b", "the minister = c", "北 = d", "' = e"))
    assert is_linear(index.find, piece)


def test_many_names_in_one_text() -> None:
    """A text that holds a great many names is read like any other."""
    text = " ".join(f"N{n}x N{n}" for n in range(200))
    found = find(text, *(f"N{n} = n{n}" for n in range(200)))
    assert found == [f"N{n} = n{n}" for n in range(200)]


def test_a_longer_name_that_begins_later_counts() -> None:
    """'House of Commons' is found although the shorter alias 'the House' begins before it."""
    index = NameIndex.of(
        [
            Name(text="the House", actor="house", weak=False),
            Name(text="House of Commons", actor="commons", weak=False),
        ]
    )
    text = "In the House of Commons and in the House."
    assert [(text[name.start : name.end], name.actors) for name in index.find(text)] == [
        ("House of Commons", ("commons",)),
        ("the House", ("house",)),
    ]
