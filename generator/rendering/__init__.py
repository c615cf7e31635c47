"""Planned pages become Markdown: the templates, and the escaping of every value that they print."""

from generator.rendering.internal import marked_internal
from generator.rendering.renderer import Renderer, RenderingError, packaged_templates

__all__ = ["Renderer", "RenderingError", "marked_internal", "packaged_templates"]
