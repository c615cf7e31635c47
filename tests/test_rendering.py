"""Templates: which is used, what they may do, what becomes of their errors."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import TemplateError

from generator.packaged import packaged_templates
from generator.pages.page import PlannedPage
from generator.rendering import Renderer, RenderingError
from generator.rendering.environment import MarkdownEnvironment
from generator.rendering.escaping import address, encode, escape

HOSTILE = "*a* <b>"
ESCAPED = "&#42;a&#42; &#60;b&#62;"


def printed(source: str, **values: object) -> str:
    """Return what a template of that source prints."""
    environment = MarkdownEnvironment([])
    environment.link.start_from("articles/x.md")
    return environment.from_string(source).render(values)


def page(template: str = "own.md.jinja", **context: object) -> PlannedPage:
    """Return a planned page."""
    return PlannedPage(path="articles/x.md", template=template, context=context)


@pytest.mark.parametrize(
    "source",
    [
        "{{ text }}",
        "{{ '' ~ text }}",
        "{{ text ~ '' }}",
        "{% set held %}{{ text }}{% endset %}{{ held }}",
        "{% set held %}{% endset %}{{ held ~ text }}",
        "{% set held %}{% endset %}{{ held + text }}",
        "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(text) }}",
        "{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}{{ text }}{% endcall %}",
        "{{ [text, '']|join }}",
        "{{ ['', text]|join('') }}",
        "{% for one in [text] %}{{ one }}{% endfor %}",
        "{{ {'a': text}['a'] }}",
        "{{ text|upper|lower }}",
        "{{ '%s'|default(text) and text }}",
        "{{ '' + text }}",
        "{{ text|trim }}",
        "{% set held %}{}{% endset %}{{ held.format(text) }}",
        "{% set held %}%s{% endset %}{{ held % text }}",
        "{% macro m(x, y='') %}{{ x }}{% endmacro %}{{ m(text) ~ m(y=1, x='') }}",
        "{% filter trim %}{% endfilter %}{{ text|first ~ text[1:] }}",
    ],
)
def test_no_way_around_escaping(source: str) -> None:
    """However a template puts a value together, what it prints is escaped for Markdown, once."""
    assert printed(source, text=HOSTILE) == ESCAPED


@pytest.mark.parametrize(
    "source",
    [
        "{{ text|safe }}",
        "{{ text|striptags }}",
        "{{ text.__class__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ text['__class__'] }}",
        "{{ [text]|map(attribute='__class__')|first }}",
        "{{ missing }}",
        "{{ record.missing }}",
        "{{ nothing }}",
    ],
)
def test_refused(source: str) -> None:
    """What could print unescaped text, reach into Python or hide a mistake is an error."""
    with pytest.raises((TemplateError, TypeError, AttributeError)):
        printed(source, text=HOSTILE, record=page(), nothing=None)


def test_text_is_no_template() -> None:
    """Braces in a value are never evaluated."""
    assert printed("{{ text }}", text="{{ 7 * 7 }}{% raw %}") != "49"
    assert "49" not in printed("{{ text }}", text="{{ 7 * 7 }}")


def test_plain_words_stay_readable() -> None:
    """Punctuation of ordinary sentences is left as it is."""
    for words in (
        "Ferry Workers' Union",
        'He said: "No (not yet), 20.5 km; why?" It ended.',
        "St. John-Smith",
    ):
        assert escape(words) == words


@pytest.mark.parametrize(
    ("target", "anchor", "expected"),
    [
        ("articles/x.md", "fact-a", "#fact-a"),
        ("articles/y.md", None, "y.md"),
        ("actors/vance.md", None, "../actors/vance.md"),
        ("index.md", "p-1", "../index.md#p-1"),
        ("articles/x.md", None, "x.md"),
        ("a (b)/*_c.md", None, "../a%20%28b%29/%2A%5Fc.md"),
    ],
)
def test_link(target: str, anchor: str | None, expected: str) -> None:
    """A link is relative to the page that it stands on, and nothing in it can end it."""
    assert printed("{{ link(target, anchor) }}", target=target, anchor=anchor) == expected


def test_addresses() -> None:
    """An address keeps its meaning, and loses what could be markup."""
    assert (
        address("https://example.org/a_(b)?x=1&copy=2#c")
        == "https://example.org/a%5F%28b%29?x=1&amp;copy=2#c"
    )
    assert encode("é.md") == "é.md"
    for wrong in ("javascript:alert(1)", "data:text/html,x", "//example.org", "\njavascript:x", ""):
        with pytest.raises(ValueError, match="is no address"):
            address(wrong)


def test_own_template_stands_in(tmp_path: Path) -> None:
    """A project's template replaces the packaged one of the same name, and only that."""
    (tmp_path / "article.md.jinja").write_text("own {{ text }}\n", encoding="utf-8")
    renderer = Renderer(tmp_path)
    assert renderer.render(page("article.md.jinja", text="words")) == "own words\n"
    assert (packaged_templates() / "parts" / "meta.md.jinja").is_file()


def test_fingerprint(tmp_path: Path) -> None:
    """The fingerprint changes with any template, and with nothing else."""
    plain = Renderer(None).fingerprint()
    assert Renderer(tmp_path / "absent").fingerprint() == plain
    own = tmp_path / "own.md.jinja"
    own.write_text("a", encoding="utf-8")
    first = Renderer(tmp_path).fingerprint()
    own.write_text("b", encoding="utf-8")
    assert len({plain, first, Renderer(tmp_path).fingerprint()}) == 3
    assert Renderer(tmp_path).fingerprint() == Renderer(tmp_path).fingerprint()


@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        ("a\n{% if %}\n", 2, "cannot be read"),
        ("a\nb\n{{ missing }}\n", 3, "missing"),
        ("{{ 1 / 0 }}\n", 1, "ZeroDivisionError"),
        ('{% include "absent.jinja" %}\n', 1, "absent.jinja"),
        ("\n{{ text|nonesuch }}\n", 2, "nonesuch"),
    ],
)
def test_errors_have_a_place(tmp_path: Path, source: str, line: int, words: str) -> None:
    """An error in a template is a problem with the template's path and line."""
    (tmp_path / "own.md.jinja").write_text(source, encoding="utf-8")
    with pytest.raises(RenderingError) as caught:
        Renderer(tmp_path, "templates").render(page(text="x"))
    problem = caught.value.problem
    assert problem.code == "template-error"
    assert words in problem.message
    assert (problem.location.path, problem.location.line) == ("templates/own.md.jinja", line)


def test_no_such_template() -> None:
    """A page whose template is nowhere is a problem, not a crash."""
    with pytest.raises(RenderingError, match="no template"):
        Renderer(None).render(page("absent.md.jinja"))


def test_tidy(tmp_path: Path) -> None:
    """A page has no white space at the ends of lines, no runs of empty lines, and ends in one line end."""
    (tmp_path / "own.md.jinja").write_text("\n\na  \n\n\n\nb\t\n\n\n", encoding="utf-8")
    assert Renderer(tmp_path).render(page()) == "a\n\nb\n"


def test_a_loop_knows_where_it_is() -> None:
    """Whatever is looped over, each round knows its number, its neighbours and whether it is the last."""
    source = (
        "{% for x in items %}{{ loop.index }}/{{ loop.length }} "
        "{{ loop.previtem if loop.previtem is defined else 0 }}"
        "<{{ x }}<{{ loop.nextitem if loop.nextitem is defined else 0 }} {{ loop.revindex }}"
        "{% if not loop.last %}; {% endif %}{% endfor %}"
    )
    expected = "1/3 0<4<5 3; 2/3 4<5<6 2; 3/3 5<6<0 1"
    for items in ((4, 5, 6), [4, 5, 6], range(4, 7), {4: 1, 5: 1, 6: 1}, (x for x in (4, 5, 6))):
        assert printed(source, items=items) == expected


def test_a_template_may_extend_another(tmp_path: Path) -> None:
    """What stands before, in and behind blocks is printed once and in order, inherited or not."""
    (tmp_path / "base.jinja").write_text("a{% block one %}b{% endblock %}c", encoding="utf-8")
    (tmp_path / "own.md.jinja").write_text(
        '{% extends "base.jinja" %}x{% block one %}[{{ super() }}{{ text }}]{% endblock %}y', encoding="utf-8"
    )
    renderer = Renderer(tmp_path)
    assert renderer.render(page(text="<")) == "a[b&#60;]c\n"
    (tmp_path / "whole.md.jinja").write_text('1{% include "base.jinja" %}2', encoding="utf-8")
    assert renderer.render(page("whole.md.jinja")) == "1abc2\n"


def test_macros_take_arguments_as_they_come() -> None:
    """By place, by name, by default or too many: as Jinja has it, and what comes out is Markdown."""
    source = "{% macro m(a, b='<', c=none) %}{{ a }}{{ b }}{% if c %}{{ c }}{% endif %}{% endmacro %}"
    for call, expected in (
        ("m(1)", "1&#60;"),
        ("m(1, 2)", "12"),
        ("m(1, c=3)", "1&#60;3"),
        ("m(*[1, 2, 3])", "123"),
        ("m(b=2, **{'a': 1})", "12"),
        ("[m(1), m(2, 3)]|join(';')", "1&#60;;23"),
    ):
        assert printed(f"{source}{{{{ {call} }}}}") == expected
    for wrong in ("m()", "m(1, 2, 3, 4)", "m(1, d=2)"):
        with pytest.raises((TypeError, TemplateError)):
            printed(f"{source}{{{{ {wrong} }}}}")
    wrapped = "{% macro w() %}<{{ caller() }}>{% endmacro %}{% call w() %}{{ text }}{% endcall %}"
    assert printed(wrapped, text="<") == "<&#60;>"
