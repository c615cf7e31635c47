"""Which project a command works on: settings from mkdocs.yml, and options of the command line before them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, Final

import click
import yaml

from generator.settings import Project, Settings

_CONFIGS: Final = ("mkdocs.yml", "mkdocs.yaml")
_PLUGIN: Final = "briefings"


class _Loader(yaml.SafeLoader):
    """Reads past the tags that MkDocs adds to YAML: what stands behind them is no setting of ours."""


_Loader.add_multi_constructor("", lambda _loader, _suffix, _node: None)


def project_of(context: click.Context) -> Project:
    """Return the project that the command line names."""
    directory, options = context.obj
    return Project(Path(directory).resolve(), Settings(**{**configured(directory), **options}))


def configured(directory: Path) -> dict[str, Any]:
    """Return the settings that mkdocs.yml gives the plugin; none where it has none.

    UsageError where one of them cannot be.
    """
    config = next((directory / name for name in _CONFIGS if (directory / name).is_file()), None)
    if config is None:
        return {}
    try:
        tree = yaml.load(config.read_bytes(), Loader=_Loader)  # noqa: S506  # a safe loader
    except (yaml.YAMLError, RecursionError) as error:
        message = f"{config.name} cannot be read: {error}"
        raise click.UsageError(message) from error
    options = _options(tree.get("plugins") if isinstance(tree, Mapping) else None)
    known = {each.name: type(each.default) for each in fields(Settings)}
    for name, value in options.items():
        if name not in known:
            message = f"{config.name}: the plugin has no option '{name}'; it has {', '.join(known)}"
            raise click.UsageError(message)
        if type(value) is not known[name]:
            message = f"{config.name}: '{name}' expects {known[name].__name__}, found {value!r}"
            raise click.UsageError(message)
    return options


def _options(plugins: object) -> dict[str, Any]:
    """Return the options of our plugin: the list of plugins may be a mapping, too."""
    entries = [plugins] if isinstance(plugins, Mapping) else plugins if isinstance(plugins, list) else []
    for entry in entries:
        if isinstance(entry, Mapping) and isinstance(entry.get(_PLUGIN), Mapping):
            return dict(entry[_PLUGIN])
    return {}
