"""The recogniser of names that the extra ``ner`` brings, looked for when it is asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from generator.drafting import Recogniser
from generator.drafting.spacy_names import recogniser_of
from generator.problems import Problem
from generator.settings import DEFAULT_MODEL
from generator.text import Location

EXTRA: Final = "ner"
PINNED: Final = "b2c46e01b513d2875ada9796c0ee95fff3679b0347f5a54eb0f525a2e7d1389d"
"""SHA-256 over the names and bytes of the default model's files, which makes drafts the same everywhere."""

_COMPILED: Final = "__pycache__"
_NOT_NEEDED: Final = ("tagger", "parser", "senter", "attribute_ruler", "lemmatizer")


def load_recogniser(model: str) -> tuple[Recogniser | None, list[Problem]]:
    """Return the recogniser that a model of spaCy is, by the name of its package; or why there is none.

    spaCy takes a second to load, so it is loaded here and not with the program. The weights of the default
    model have to be those that are pinned; for any other model whoever names it answers.
    """
    name = model.replace("-", "_")
    try:
        spacy: Any = import_module("spacy")
    except ImportError:
        return _failed(name, f"names by a model need the extra '{EXTRA}', which is not installed")
    origin = _origin(name)
    if origin is None:
        return _failed(name, f"expected a model that is installed, found no package '{name}'")
    if name == DEFAULT_MODEL and digest(origin.parent) != PINNED:
        return _failed(name, "expected the files that are pinned by their hash, found others")
    try:
        pipeline = spacy.load(name, exclude=_NOT_NEEDED)
    except (ImportError, OSError, ValueError):
        return _failed(
            name, f"expected a model that spaCy {spacy.__version__} can load, found another package"
        )
    if EXTRA not in pipeline.pipe_names:
        return _failed(name, "expected a model that finds names, found one without the step 'ner'")
    return recogniser_of(pipeline), []


def _origin(name: str) -> Path | None:
    """Return where a package stands; None for what is none."""
    try:
        found = find_spec(name)
    except (ImportError, ValueError):
        return None
    return Path(found.origin) if found is not None and found.origin else None


def digest(folder: Path) -> str:
    """Return the SHA-256 over names and bytes of the files of a package, what Python compiled left out."""
    whole = hashlib.sha256()
    for path in _files(folder):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        whole.update(f"{path.relative_to(folder).as_posix()}\n{content}\n".encode())
    return whole.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    paths = (path for path in folder.rglob("*") if path.is_file() and _COMPILED not in path.parts)
    yield from sorted(paths, key=lambda path: path.relative_to(folder).as_posix())


def _failed(name: str, message: str) -> tuple[None, list[Problem]]:
    example = f"pip install 'mkdocs-briefings[{EXTRA}]'"
    return None, [Problem(code="missing-extra", message=message, location=Location(name), example=example)]
