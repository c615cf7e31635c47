"""Which project a command works on: settings from mkdocs.yml, and options of the command line before them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import Field, fields
from pathlib import Path
from typing import Any, Final

import click
import yaml
from yaml_env_tag import add_env_tag

from generator.settings import Project, Settings, as_option

_CONFIGS: Final = ("mkdocs.yml", "mkdocs.yaml")
_PLUGIN: Final = "briefings"
_OF_PUBLISHING: Final = ("audience", "today")
_OF_DRAFTING: Final = ("ner", "model")


class _Loader(yaml.SafeLoader):
    """Reads past the tags that MkDocs adds to YAML: what stands behind them is no setting of ours."""


_Loader.add_multi_constructor("", lambda _loader, _suffix, _node: None)
add_env_tag(_Loader)  # as MkDocs reads what the environment may say


def project_of(context: click.Context) -> Project:
    """Return the project that the command line names."""
    directory, options = context.obj
    try:
        settings = Settings(**{**configured(directory), **options})
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    return Project(Path(directory).resolve(), settings)


def publishing_options(function: Callable[..., None]) -> Callable[..., None]:
    """Let a command take the settings that say what goes out behind its name, too."""
    return _with_settings(function, _OF_PUBLISHING)


def drafting_options(function: Callable[..., None]) -> Callable[..., None]:
    """Let a command take the settings that say how names are found behind its name, too."""
    return _with_settings(function, _OF_DRAFTING)


def _with_settings(function: Callable[..., None], names: Collection[str]) -> Callable[..., None]:
    for each in reversed(fields(Settings)):
        if each.name in names:
            is_flag = isinstance(each.default, bool)
            function = click.option(
                f"--{each.name}",
                metavar=each.metadata.get("name"),
                type=_type_of(each),
                is_flag=is_flag,
                default=None,
                expose_value=False,
                callback=_keep,
                help=each.metadata["help"],
            )(function)
    return function


def _type_of(setting: Field[Any]) -> Any:  # noqa: ANN401  # as click has them
    if "choices" in setting.metadata:
        return click.Choice(setting.metadata["choices"])
    return type(setting.default)


def _keep(context: click.Context, parameter: click.Parameter, value: object) -> None:
    if value is not None:
        directory, options = context.obj
        context.obj = (directory, {**options, parameter.name: value})


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
    options = {name: as_option(value) for name, value in options.items()}
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
