"""The Jinja environment: every value that a template prints is escaped for Markdown.

Jinja's own escaping is for HTML. Here its protocol is kept and the escaping replaced, in all places where
Jinja would call its own: printing, ``~``, ``+``, ``%``, filters. Templates are sandboxed, an undefined name
is an error, and text is never read as a template.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

from jinja2 import FileSystemLoader, StrictUndefined, nodes, pass_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from generator.rendering.escaping import Markdown, address, anchor, encode, escape, quote

_KEPT_FILTERS: Final = (
    "abs batch capitalize count d default dictsort first groupby int items last length list lower map max "
    "min reject rejectattr reverse round select selectattr slice sort sum trim truncate unique upper"
).split()
"""Filters of Jinja that take text and give text, or take no text at all."""

_OURS: Final = f"{__name__.partition('.')[0]}."


class MarkdownEnvironment(SandboxedEnvironment):
    """Prints Markdown; ``Markdown`` values stand as they are, all others are escaped."""

    intercepted_binops = frozenset({"+", "%", "*"})

    def __init__(self, folders: Sequence[Path]) -> None:
        super().__init__(
            loader=FileSystemLoader([str(folder) for folder in folders]),
            undefined=StrictUndefined,
            autoescape=True,
            finalize=printed,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
        )
        self.code_generator_class = _CodeGenerator
        self._trusted: set[type] = {LoopContext, TemplateModule}
        kept = {name: self.filters[name] for name in _KEPT_FILTERS}
        self.filters = {**kept, "join": joined, "anchor": anchor, "quote": quote, "address": address}
        self.globals = {"link": link, "range": range}

    def getattr(self, obj: object, attribute: str) -> object:
        """Return an attribute; our own records and Jinja's loops and modules need no inspection by name."""
        kind = type(obj)
        if attribute[0] == "_" or (kind not in self._trusted and not self._is_ours(kind)):
            return super().getattr(obj, attribute)
        try:
            return getattr(obj, attribute)
        except AttributeError:
            return self.undefined(obj=obj, name=attribute)

    def _is_ours(self, kind: type) -> bool:
        """Return whether it is a type of the program, and remember that it is."""
        if kind.__module__.startswith(_OURS):
            self._trusted.add(kind)
        return kind in self._trusted

    def call(self, context: Context, obj: object, /, *args: object, **kwargs: object) -> object:
        """Call what a template calls; macros and our own function need no inspection."""
        if type(obj) is not Macro and obj is not link:
            return super().call(context, obj, *args, **kwargs)
        for name in ("_loop_vars", "_block_vars"):
            kwargs.pop(name, None)
        if not isinstance(obj, Macro):
            return link(context, *args, **kwargs)  # type: ignore[arg-type]  # whatever a template passes
        takes_more = obj.caller or obj.catch_kwargs or obj.catch_varargs
        if len(args) == len(obj.arguments) and not kwargs and not takes_more:
            # Called as declared: what ``Macro.__call__`` does besides costs as much as a small macro itself.
            return Markdown(obj._func(*args))  # noqa: SLF001
        return obj(*args, **kwargs)

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Refuse the methods of printed text: they escape for HTML what they put in."""
        return not isinstance(obj, Markup) and super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: object) -> Callable[..., str] | None:
        """Wrap the formatting of plain text; that of printed text is refused like its other methods."""
        return (
            None if isinstance(getattr(value, "__self__", None), Markup) else super().wrap_str_format(value)
        )

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """Add up text as ``~`` does; refuse to format printed text, since that escapes for HTML."""
        is_printed = hasattr(left, "__html__") or hasattr(right, "__html__")
        if is_printed and operator == "+":
            return joined((left, right))
        if is_printed:
            message = f"'{operator}' cannot be used on text that is ready to be printed"
            raise TypeError(message)
        return super().call_binop(context, operator, left, right)


class _CodeGenerator(CodeGenerator):
    """Compiles ``a ~ b`` to our own joining, and printing to our own escaping alone."""

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        del node, frame
        self.write(finalize.src or "environment.finalize(")

    def _output_child_post(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        del node, frame, finalize
        self.write(")")

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802  # Jinja's name for it
        """Write a call of the filter ``join`` over the operands."""
        self.write("environment.filters['join']((")
        for operand in node.nodes:
            self.visit(operand, frame)
            self.write(", ")
        self.write("))")


def printed(value: object) -> Markdown:
    """Return what a template prints for a value."""
    if isinstance(value, Markdown):
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
    return Markdown(printed(between).join(printed(value) for value in values))


@pass_context
def link(context: Context, page: str, anchor_name: str | None = None) -> Markdown:
    """Return the way from the page that is being rendered to another one, or to an anchor of it."""
    target = _relative(page, str(context["page_path"]))
    return Markdown(
        f"{target}#{anchor(anchor_name)}" if anchor_name else target or encode(posixpath.basename(page))
    )


@lru_cache(maxsize=4096)
def _relative(page: str, here: str) -> str:
    return "" if page == here else encode(posixpath.relpath(page, posixpath.dirname(here) or "."))
