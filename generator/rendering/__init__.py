"""Planned pages become Markdown: the templates, and the escaping of every value that they print."""

from generator.rendering.internal import marked_internal
from generator.rendering.renderer import Renderer, RenderingError

__all__ = ["Renderer", "RenderingError", "marked_internal"]
