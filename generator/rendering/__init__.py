"""Planned pages become Markdown: the templates, and the escaping of every value that they print."""

from generator.rendering.renderer import Renderer, RenderingError, packaged_templates

__all__ = ["Renderer", "RenderingError", "packaged_templates"]
