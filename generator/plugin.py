"""MkDocs: makes the pages before files are collected; the only module that imports mkdocs."""

from __future__ import annotations

from dataclasses import fields
from importlib import import_module
from pathlib import Path
from typing import Final, Literal

from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger

from generator.packaged import packaged_templates
from generator.pipeline.outcome import Outcome
from generator.pipeline.standing import last_outcome
from generator.problems import Severity
from generator.reports.text import format_problem, summary
from generator.settings import Project, Settings, as_option

_OVERRIDES: Final = "overrides"

log = get_plugin_logger("briefings")


class _Option(Type):  # type: ignore[type-arg]  # of the type of its default
    """An option that takes what YAML makes of a day or of an empty variable of the environment."""

    def run_validation(self, value: object) -> object:
        return super().run_validation(as_option(value))


class BriefingsPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # options are in config_scheme
    """Brings the pages up to date in every build, and again when a seed or a template is saved."""

    config_scheme = tuple(
        (each.name, _Option(type(each.default), default=each.default)) for each in fields(Settings)
    )

    def __init__(self) -> None:
        self._command = "build"
        self._server: LiveReloadServer | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Remember what is run. That this is defined keeps the instance over the rebuilds of a server."""
        self._command = command

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Lay the packaged parts of the theme below the project's own."""
        project = self._project(config)
        docs = Path(config.docs_dir)
        if docs.resolve() != project.output.resolve():
            expected = project.settings.output
            message = (
                f"briefings: docs_dir has to be '{expected}', where pages are written; found '{docs.name}'"
            )
            raise PluginError(message)
        packaged = packaged_templates() / _OVERRIDES
        if not any(Path(folder).resolve() == packaged.resolve() for folder in config.theme.dirs):
            config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(packaged))
        return config

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,
        builder: object,  # noqa: ARG002
    ) -> LiveReloadServer:
        """Watch what pages are made from."""
        self._server = server
        project = self._project(config)
        for folder in (project.seeds, project.templates):
            if folder.is_dir():
                server.watch(str(folder))
        return server

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Make the pages. While they are written nobody watches them, or each save would build twice."""
        if self._server is None:
            self._make(config)
            return
        self._server.unwatch(config.docs_dir)
        try:
            self._make(config)
        finally:
            self._server.watch(config.docs_dir)

    def _make(self, config: MkDocsConfig) -> None:
        try:
            outcome = _outcome(self._project(config))
        except OSError as error:
            message = f"briefings: cannot write the pages: {error}"
            raise PluginError(message) from error
        for problem in outcome.problems:
            report = log.error if problem.severity is Severity.ERROR else log.warning
            report("%s", format_problem(problem))
        for note in outcome.held:
            log.info("%s", format_problem(note))
        if outcome.errors and self._command != "serve":
            message = f"briefings: {summary(outcome.problems)}; no page was written"
            raise PluginError(message)
        log.info("%s", _said(outcome))

    def _project(self, config: MkDocsConfig) -> Project:
        folder = Path(config.config_file_path).parent if config.config_file_path else Path()
        try:
            settings = Settings(**self.config)
        except ValueError as error:
            message = f"briefings: {error}"
            raise PluginError(message) from error
        return Project(folder.resolve(), settings)


def _outcome(project: Project) -> Outcome:
    """Return what came of a run; what reads and renders is loaded only where there is something to do."""
    found, before = last_outcome(project)
    if found is not None:
        return found
    outcome: Outcome = import_module("generator.pipeline.build").run(project, before=before)
    return outcome


def _said(outcome: Outcome) -> str:
    if outcome.errors:
        return "pages stay as they were until the errors are gone"
    return f"{len(outcome.written):,} pages written, {len(outcome.removed):,} removed"
