"""The Jinja environment: every value that a template prints is escaped for Markdown.

Jinja's own escaping is for HTML. Here its protocol is kept and the escaping replaced: what the code that it
makes of a template calls to print, to join and to hold what is printed already, is ours. Templates are the
program's or the user's own, the text is data: it is never read as a template, and an undefined name is an
error.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from types import FunctionType
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import SandboxedEnvironment
from jinja2.utils import missing
from markupsafe import Markup

from generator.rendering.compiled import CompiledTemplates
from generator.rendering.escaping import ANCHORS, Markdown, address, anchor, encode, escape, machine, quote

_KEPT_FILTERS: Final = (
    "abs batch capitalize count d default dictsort first groupby int items last length list lower map max "
    "min reject rejectattr reverse round select selectattr slice sort sum trim truncate unique upper"
).split()
"""Filters of Jinja that take text and give text, or take no text at all."""

_WHOLE: Final = "whole"
_MARKDOWN_FILTERS: Final = frozenset({"join", "dotted", "anchor", "quote", "address"})
"""Our own ones, which give Markdown whatever they take."""


class MarkdownEnvironment(SandboxedEnvironment):
    """Prints Markdown; ``Markdown`` values stand as they are, all others are escaped."""

    def __init__(self, folders: Sequence[Path], packaged: Path | None = None) -> None:
        """``packaged`` is the folder of the program's own templates, of which compiled ones are kept."""
        super().__init__(
            loader=FileSystemLoader([str(folder) for folder in folders]),
            bytecode_cache=CompiledTemplates(packaged, __file__) if packaged else None,
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
        )
        self.code_generator_class = _CodeGenerator
        kept = {name: self.filters[name] for name in _KEPT_FILTERS}
        self.filters = {
            **kept,
            "join": joined,
            "dotted": dotted,
            "anchor": anchor,
            "machine": machine,
            "quote": quote,
            "address": address,
        }
        self.link = Links()
        self.globals = {"range": range, "link": self.link}

    def call(self, context: Context, called: object, /, *args: object, **kwargs: object) -> object:
        """Call what a template calls with names."""
        return super().call(context, getattr(called, _WHOLE, called), *args, **kwargs)


class MarkdownMacro(Macro):
    """Gives Markdown."""

    def __call__(self, *args: object, **kwargs: object) -> str:
        """Return what the macro prints."""
        return Markdown(super().__call__(*args, **kwargs))


def macro(
    environment: Environment,
    body: FunctionType,
    name: str,
    arguments: Sequence[str],
    *takes_more: bool,
) -> Callable[..., str]:
    """Return a macro: the function that Jinja made of it, which takes what is handed over by place.

    It knows by itself what to do where an argument is missing. Who hands names over, asks ``whole``.
    """
    whole = MarkdownMacro(environment, body, name, list(arguments), *takes_more)
    if whole.caller or whole.catch_kwargs or whole.catch_varargs:
        return whole
    body.__defaults__ = (missing,) * len(arguments)
    vars(body)[_WHOLE] = whole
    return body


class Loop(LoopContext):
    """A loop over what is there as a whole, so that each round need not look ahead."""

    index0 = -1
    last = False
    _items: Sequence[Any] = ()

    def __iter__(self) -> Iterator[tuple[Any, Loop]]:  # type: ignore[override]  # pairs, which are made anew
        """Yield each item, with the loop in its state of that round."""
        items = self._items = (
            self._iterable if isinstance(self._iterable, (tuple, list)) else [*self._iterator]
        )
        self._length = len(items)
        end = len(items) - 1
        for at, item in enumerate(items):
            self.index0 = at
            self.last = at == end
            yield item, self

    @property
    def previtem(self) -> object:
        """Return the item of the round before; undefined in the first one."""
        return self._items[self.index0 - 1] if self.index0 else self._undefined("there is no previous item")

    @property
    def nextitem(self) -> object:
        """Return the item of the next round; undefined in the last one."""
        return self._undefined("there is no next item") if self.last else self._items[self.index0 + 1]


class _CodeGenerator(CodeGenerator):
    """Puts our printing in the place of Jinja's, and looks attributes up as Python does."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802  # names are Jinja's
        """Write the module of a template, and let the names that it prints with be ours."""
        super().visit_Template(node, frame)
        for name, ours in (
            ("escape", printed),
            ("markup_join", joined),
            ("Markup", Markdown),
            ("Macro", macro),
            ("LoopContext", Loop),
        ):
            self.writeline(f"from {ours.__module__} import {ours.__name__} as {name}")
        self.writeline(f"from {escape.__module__} import ESCAPED as _escaped")

    def return_buffer_contents(
        self,
        frame: Frame,
        force_unescaped: bool = False,  # noqa: FBT001, FBT002  # as its base has it
    ) -> None:
        """Write what a macro gives: Markdown."""
        del force_unescaped
        self.writeline(f"return Markup(concat({frame.buffer}))")

    def blockvisit(self, nodes: Iterable[nodes.Node], frame: Frame) -> None:
        """Write what prints a template as one piece: piece by piece takes a step out and in for each."""
        is_whole = frame.rootlevel and frame.buffer is None
        if is_whole:
            self.buffer(frame)
        super().blockvisit(nodes, frame)
        if is_whole:
            self.writeline(f"yield concat({frame.buffer})")

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        """Begin to print a value; only what is neither Markdown nor text, for all we know, takes a call."""
        del frame, finalize
        if isinstance(node, nodes.Filter) and node.name in _MARKDOWN_FILTERS:
            self.write("(")
        elif isinstance(node, nodes.Call):
            self.write("(_made if type(_made := ")
        else:
            self.write("(_escaped[_made] if type(_made := ")

    def _output_child_post(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        """End it."""
        del frame, finalize
        if isinstance(node, nodes.Filter) and node.name in _MARKDOWN_FILTERS:
            self.write(")")
        elif isinstance(node, nodes.Call):
            self.write(") is Markup else escape(_made))")
        else:
            self.write(") is str else escape(_made))")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Write a look-up; names that are Python's own affair do not compile."""
        if node.attr.startswith("_"):
            self.fail(f"'{node.attr}' is no name for templates", node.lineno)
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(  # noqa: N802
        self,
        node: nodes.Call,
        frame: Frame,
        forward_caller: bool = False,  # noqa: FBT001, FBT002  # as its base has it
    ) -> None:
        """Write a plain call where values alone are handed over."""
        if node.kwargs or node.dyn_args or node.dyn_kwargs or forward_caller:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")


def printed(value: object) -> str:
    """Return what a template prints for a value."""
    if type(value) is Markdown:
        return value
    if type(value) is str:
        return escape(value)
    if isinstance(value, Markup):
        return Markdown(value)
    if value is None:
        message = "nothing is there to print; ask for it with {% if %} first"
        raise TypeError(message)
    # An undefined value says which it is when it is made text.
    return escape(str(value))


def joined(values: Iterable[object], between: object = "") -> Markdown:
    """Join values as printed; what stands between them is printed too."""
    return Markdown(printed(between).join([printed(value) for value in values]))


def dotted(values: Iterable[object]) -> Markdown:
    """Join those of some remarks that are there, dots between them."""
    return Markdown(" · ".join([printed(value) for value in values if value]))


class Links:
    """What a template writes links with: the way from the page that is rendered to another.

    It is the environment's and not the page's, so that macros, which use it, are made once for all pages.
    """

    __slots__ = ("_folder", "_here", "_ways")

    def __init__(self) -> None:
        self.start_from("")

    def start_from(self, here: str) -> None:
        """Take the path of the page that is rendered next."""
        self._here = here
        self._folder = posixpath.dirname(here) or "."
        self._ways: dict[str, str] = {here: ""}

    def __call__(self, page: str, anchor_name: str | None = None) -> Markdown:
        """Return the way to a page, or to an anchor of it."""
        way = self._ways.get(page)
        if way is None:
            way = self._ways[page] = _relative(page, self._folder)
        if anchor_name:
            return Markdown(f"{way}#{ANCHORS[anchor_name]}")
        return Markdown(way or encode(posixpath.basename(page)))


@lru_cache(maxsize=4096)
def _relative(page: str, folder: str) -> str:
    """Return the way from a folder to a page; both are plain, so that comparing names is enough."""
    here, there = [] if folder == "." else folder.split("/"), page.split("/")
    common = 0
    while common < min(len(here), len(there) - 1) and here[common] == there[common]:
        common += 1
    return encode("/".join([*[".."] * (len(here) - common), *there[common:]]))
