"""What a page in Chromium complains of, runs and asks for."""

from __future__ import annotations

from playwright.sync_api import ConsoleMessage, Dialog, Page, Request, Response


class Watch:
    """Collects complaints of a page: messages, errors, dialogs, missing files, requests to other hosts."""

    def __init__(self, page: Page, url: str) -> None:
        """Watch a page of the site at an address."""
        self.complaints: list[str] = []
        self._url = url
        page.on("console", self._console)
        page.on("dialog", self._dialog)
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("request", self._request)
        page.on("requestfailed", self._failed)
        page.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        self.complaints.append(f"{message.type}: {message.text}")

    def _dialog(self, dialog: Dialog) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self._url, "data:", "blob:")):
            self.complaints.append(f"outside: {request.url}")

    def _failed(self, request: Request) -> None:
        # A page that is left stops asking; what is not there has an answer of its own.
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"failed: {request.url}: {request.failure}")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.complaints.append(f"{response.status}: {response.url}")
