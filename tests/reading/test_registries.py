"""Tests of the registries."""

from __future__ import annotations

from generator.reading.registries import read_registries


def said(**files: str) -> list[str]:
    """Return what is said of registries, by name."""
    paths = {name: (f"seeds/{name}.yml", text) for name, text in files.items()}
    _, problems = read_registries(paths)
    return [f"{problem.location}: {problem.message} [{problem.code}]" for problem in problems]


def test_registries_are_read() -> None:
    """Each entry becomes a typed record under its id, with the place where it is declared."""
    registries, problems = read_registries(
        {
            "actors": ("seeds/actors.yml", "# people\nvance: {name: Ida Vance}\n"),
            "measures": ("seeds/measures.yml", "crews-out: {title: Crews on strike}\n"),
            "stories": ("seeds/stories.yml", "ferry-strike:\n  title: The strike\n"),
        }
    )
    assert problems == []
    assert registries.actors["vance"].name == "Ida Vance"
    assert registries.measures["crews-out"].title == "Crews on strike"
    assert registries.stories["ferry-strike"].title == "The strike"
    assert str(registries.locations["actors", "vance"]) == "seeds/actors.yml:2:1"


def test_absent_and_empty_registries_are_fine() -> None:
    """A project may do without any of them."""
    registries, problems = read_registries({"actors": ("seeds/actors.yml", "# none yet\n")})
    assert problems == []
    assert not registries.actors
    assert not registries.stories


def test_one_wrong_entry_costs_no_other() -> None:
    """Entries that are right are kept."""
    text = "crews: {titel: Crews}\nboats: {title: Boats}\n2nd: {title: x}\nferries: some text\n"
    registries, problems = read_registries({"measures": ("seeds/measures.yml", text)})
    assert registries.measures.keys() == {"boats"}
    assert [f"{problem.location}: {problem.message} [{problem.code}]" for problem in problems] == [
        "seeds/measures.yml:1:1: expected the key 'title' in 'crews', found none [missing-key]",
        "seeds/measures.yml:1:9: unknown key 'titel' (did you mean 'title'?) [unknown-key]",
        (
            "seeds/measures.yml:3:1: '2nd': expected letters a to z, digits, - and _, a letter first,"
            " found '2nd' [bad-id]"
        ),
        "seeds/measures.yml:4:10: 'ferries': expected keys with values, found 'some text' [bad-value]",
    ]


def test_a_registry_is_a_mapping() -> None:
    """A list says what was expected, where it begins."""
    assert said(actors="- vance\n") == [
        "seeds/actors.yml:1:1: expected ids with what they declare, found a list or text [bad-value]"
    ]


def test_yaml_that_does_not_parse_is_reported_in_its_file() -> None:
    """A broken registry leaves the others standing."""
    paths = {
        "actors": ("seeds/actors.yml", "vance: {name: [\n"),
        "stories": ("seeds/stories.yml", "a: {title: A}\n"),
    }
    registries, problems = read_registries(paths)
    assert [problem.location.path for problem in problems] == ["seeds/actors.yml"]
    assert registries.stories.keys() == {"a"}


def test_a_registered_actor_needs_a_name() -> None:
    """Neither a name nor a description is an error at its id."""
    assert said(actors="vance: {role: minister}\n") == [
        "seeds/actors.yml:1:1: actor 'vance': expected 'name' or 'unnamed', found neither [missing-key]"
    ]


def test_a_key_given_twice_is_reported() -> None:
    """The second declaration of one id is an error; the first stands."""
    assert said(stories="a: {title: A}\na: {title: B}\n") == [
        "seeds/stories.yml:2:1: the key 'a' stands twice, first on line 1 [duplicate-key]"
    ]
