"""A static host for built sites."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder below a path as a static host does: 404.html for what is not there, and no log."""

    def __init__(self, *arguments: Any, root: str, directory: str) -> None:  # noqa: ANN401  # as its base has it
        self._root = root
        super().__init__(*arguments, directory=directory)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401  # as its base has it
        """Say nothing."""

    def translate_path(self, path: str) -> str:
        """Return the file of an address; what does not stand below the site's path is nowhere."""
        inside = (
            f"/{path.removeprefix(self._root)}" if path.startswith(self._root) else "/nothing/stands/here"
        )
        return super().translate_path(inside)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer an unknown address with the site's own page."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


class _Server(ThreadingHTTPServer):
    """Says nothing of a browser that leaves before an answer has ended."""

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401  # as its base has it
        """Pass over connections that the other side has closed."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serve(folder: Path, root: str = "/") -> Iterator[str]:
    """Serve a folder below a path, with a slash at either end; give its address."""
    handler = partial(_Handler, root=root, directory=str(folder))
    server = _Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{root}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
