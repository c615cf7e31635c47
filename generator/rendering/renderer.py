"""Planned pages become Markdown."""

from __future__ import annotations

import hashlib
import re
import traceback
from pathlib import Path
from typing import Final

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from generator.packaged import packaged_templates
from generator.pages.page import PlannedPage
from generator.problems import Problem
from generator.rendering.environment import MarkdownEnvironment
from generator.text import Location

TEMPLATE_SUFFIX: Final = ".jinja"
_STOP: Final = re.compile(r"&#46;(?<=[)>]&#46;)(?!\w)")
_BLANK_LINES: Final = re.compile(r"\n\n\n+")


class RenderingError(Exception):
    """A template that cannot be read or rendered; carries the problem to report."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class Renderer:
    """Renders planned pages; a project's own template stands in for the packaged one of the same name."""

    def __init__(self, project_templates: Path | None = None, label: str = "templates") -> None:
        """``label`` is how problems name the project's folder of templates."""
        packaged = packaged_templates()
        own = project_templates if project_templates and project_templates.is_dir() else None
        self._folders = [folder for folder in (own, packaged) if folder is not None]
        self._label = label
        self._environment = MarkdownEnvironment(self._folders, packaged)

    def fingerprint(self) -> str:
        """Return a hash over every template that can be used."""
        digest = hashlib.sha256()
        for number, folder in enumerate(self._folders):
            for path in sorted(folder.rglob(f"*{TEMPLATE_SUFFIX}")):
                name = path.relative_to(folder).as_posix()
                digest.update(f"{number}\0{name}\0".encode("utf-8", "surrogateescape"))
                digest.update(hashlib.sha256(path.read_bytes()).digest())
        return digest.hexdigest()

    def render(self, page: PlannedPage) -> str:
        """Return the Markdown of a page, ending in one line end.

        Raises:
            RenderingError: where the template cannot be read or rendered.
        """
        try:
            self._environment.link.start_from(page.path)
            template = self._environment.get_template(page.template)
            text = template.render(page.context)
        except Exception as error:
            # A template may fail with anything that an expression in it can raise.
            raise RenderingError(self._problem(page, error)) from error
        return _tidy(text)

    def _problem(self, page: PlannedPage, error: Exception) -> Problem:
        name, line = page.template, 1
        if isinstance(error, TemplateSyntaxError):
            name, line = error.name or name, error.lineno
            message = f"cannot be read: {error.message}"
        elif isinstance(error, TemplateNotFound):
            message = f"there is no template '{error.name}'"
        else:
            name, line = self._place(error) or (name, line)
            kind = "" if isinstance(error, TemplateError) else f"{type(error).__name__}: "
            message = f"cannot be rendered for {page.path}: {kind}{error}"
        return Problem(code="template-error", message=message, location=Location(self._path(name), line))

    def _place(self, error: Exception) -> tuple[str, int] | None:
        """Return the template and line that an error came from: the innermost one."""
        for frame in reversed(traceback.extract_tb(error.__traceback__)):
            for folder in self._folders:
                path = Path(frame.filename)
                if path.is_relative_to(folder) and path.suffix == TEMPLATE_SUFFIX:
                    return path.relative_to(folder).as_posix(), frame.lineno or 1
        return None

    def _path(self, name: str) -> str:
        is_own = len(self._folders) > 1 and (self._folders[0] / name).is_file()
        return (
            f"{self._label}/{name}" if is_own or len(self._folders) == 1 else f"templates/{name} (packaged)"
        )


def _tidy(text: str) -> str:
    """Return a page without white space at the ends of its lines and with single empty lines.

    A full stop behind a link or a mark can begin no list, so it need not be a reference.
    """
    text = _STOP.sub(".", text)
    if " \n" in text or "\t\n" in text or text.endswith((" ", "\t")):
        text = "\n".join([line.rstrip(" \t") for line in text.split("\n")])
    return _BLANK_LINES.sub("\n\n", text).strip("\n") + "\n"
