"""A real Chromium, driven over a pipe with its own protocol: no driver to match and no package to install.

    with Chromium(tmp_path) as chromium:
        page = chromium.page(390, 844)
        page.goto("http://127.0.0.1:8765/j/ABCDEF")
        page.wait_for("document.querySelector('.lamp').dataset.state === 'standby'")
        page.tap("button.known")

Each page has cookies of its own, as another phone would. To open a window takes two thirds of the work of
showing a page for the first time, so one that was closed is emptied, and is the next one that is opened.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import select
import shutil
import time
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.web.pages.leash import Leashed
from tests.web.pages.window import Browser, Window

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))),
    None,
)
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
    "--hide-scrollbars",
    "--remote-debugging-pipe",
)
START_S = 90.0
"""A machine that has never run it reads it from its disk first."""
PATIENCE_S = 20.0
KEPT = 12
"""Windows that are kept for the next test; a page has ten at most, one for each role."""

Answer = dict[str, Any]


class Chromium(Browser["Page"]):
    """One browser in an empty profile."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        assert CHROMIUM is not None
        theirs_in, self._out = os.pipe()
        self._in, theirs_out = os.pipe()
        self._program = Leashed(
            [CHROMIUM, *FLAGS, f"--user-data-dir={folder / 'profile'}"], pipes=(theirs_in, theirs_out)
        )
        os.close(theirs_in)
        os.close(theirs_out)
        self._buffer = b""
        self._last = 0
        self._pages: list[Page] = []
        self._kept: dict[str, list[Page]] = {}
        """Empty windows, by whose cookies they would have."""
        self._patience_s = START_S
        self.ask("Browser.getVersion")
        self._patience_s = PATIENCE_S

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with contextlib.suppress(OSError, AssertionError):
            self.ask("Browser.close")
        os.close(self._out)
        os.close(self._in)
        self._program.end(10)

    def page(
        self, width: int, height: int, *, dark: bool = False, calm: bool = False, mobile: bool = False
    ) -> Page:
        """A new page of this size in CSS pixels, with no cookie yet. `calm` asks for reduced motion."""
        held = {page.context for page in self._pages}
        context = next((context for context in self._kept if context not in held), None)
        if context is None:
            context = self.ask("Target.createBrowserContext")["browserContextId"]
        page = self._tab(context, width, height, mobile=mobile)
        page.prefer(dark=dark, calm=calm)
        return page

    def tab_beside(self, page: Page, width: int, height: int) -> Page:
        beside = self._tab(page.context, width, height)
        beside.prefer()
        return beside

    def _tab(self, context: str, width: int, height: int, *, mobile: bool = False) -> Page:
        kept = self._kept.setdefault(context, [])
        page = kept.pop() if kept else self._new_tab(context)
        page.resize(width, height, mobile=mobile)
        self._pages.append(page)
        return page

    def _new_tab(self, context: str) -> Page:
        asked = {"url": "about:blank", "browserContextId": context, "newWindow": True}
        target = self.ask("Target.createTarget", **asked)["targetId"]
        session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        page = Page(self, session, target, context)
        for domain in ("Page", "Runtime", "Log"):
            self.ask(f"{domain}.enable", session)
        return page

    def close_pages(self) -> None:
        """Close every page, each with its cookies."""
        # none of them may miss the cookies that it shares with one that has left
        origins = {(page.context, page.leave()) for page in self._pages}
        for page in self._pages:
            if page.was_rebuilt or sum(map(len, self._kept.values())) >= KEPT:
                page.close()
            else:
                page.forget(origin for context, origin in origins if context == page.context)
                self._kept[page.context].append(page)
        for context in {page.context for page in self._pages}:
            if self._kept[context]:
                self.ask("Storage.clearCookies", browserContextId=context)
            else:
                del self._kept[context]
                self.ask("Target.disposeBrowserContext", browserContextId=context)
        self._pages.clear()

    def unexpected(self) -> list[str]:
        self.ask("Target.getTargets")  # what was said before its answer has been read
        return super().unexpected()

    def ask(self, method: str, session: str | None = None, /, **params: Any) -> Answer:
        """Ask the browser and wait for its answer. AssertionError when it refuses or is silent."""
        self._last += 1
        asked = {"id": self._last, "method": method, "params": params}
        if session is not None:
            asked["sessionId"] = session
        os.write(self._out, json.dumps(asked).encode() + b"\0")
        until = time.monotonic() + self._patience_s
        while True:
            message = self._read(until, method)
            if message.get("id") == self._last:
                assert "error" not in message, (method, message["error"])
                result: Answer = message["result"]
                return result
            self._note(message)

    def _read(self, until: float, about: str) -> Answer:
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._in], [], [], max(0.0, until - time.monotonic()))
            assert ready, f"the browser does not answer {about}"
            read = os.read(self._in, 1 << 20)
            assert read, "the browser has gone"
            self._buffer += read
        line, _, self._buffer = self._buffer.partition(b"\0")
        message: Answer = json.loads(line)
        return message

    def _note(self, event: Answer) -> None:
        params = event.get("params", {})
        match event.get("method"):
            case "Runtime.exceptionThrown":
                self.complaints.append(json.dumps(params["exceptionDetails"], ensure_ascii=False)[:600])
            case "Log.entryAdded" if params["entry"]["level"] == "error":
                entry = params["entry"]
                self.complaints.append(f"{entry['text']} {entry.get('url', '')}")


class Page(Window):
    """One tab, with a cookie jar of its own."""

    def __init__(self, chromium: Chromium, session: str, target: str, context: str) -> None:
        self._chromium = chromium
        self._session = session
        self._target = target
        self.context = context
        """Whose cookies it has."""
        self.was_rebuilt = False
        """A test has given it another network than a new window has."""
        self._scripts: list[str] = []

    def ask(self, method: str, **params: Any) -> Answer:
        self.was_rebuilt |= method.startswith("Network.")
        return self._chromium.ask(method, self._session, **params)

    def begin_with(self, script: str) -> None:
        """Run this before anything else on every page that is opened from now on."""
        answer = self.ask("Page.addScriptToEvaluateOnNewDocument", source=script)
        self._scripts.append(answer["identifier"])

    def goto(self, url: str) -> None:
        answer = self.ask("Page.navigate", url=url)
        assert "errorText" not in answer, (url, answer)
        self.wait_for("document.readyState === 'complete'")

    def js(self, expression: str) -> Any:
        answer = self.ask("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in answer, (expression, answer.get("exceptionDetails"))
        return answer["result"].get("value")

    def click(self, x: float, y: float) -> None:
        for kind in ("mousePressed", "mouseReleased"):
            self.ask("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def go(self, steps: int) -> None:
        history = self.ask("Page.getNavigationHistory")
        entry = history["entries"][history["currentIndex"] + steps]
        self.ask("Page.navigateToHistoryEntry", entryId=entry["id"])

    def scan(self, code: str) -> None:
        """Type as a scanner in the hand does: key by key, and Enter."""
        for sign in code:
            for kind in ("keyDown", "keyUp"):
                text = {"text": sign} if kind == "keyDown" else {}
                self.ask("Input.dispatchKeyEvent", type=kind, key=sign, **text)
        self.press("Enter", 13)

    def press(self, key: str, code: int) -> None:
        """A key by its name and its old number (Tab is 9, Enter 13)."""
        for kind in ("keyDown", "keyUp"):
            text = {"text": "\r"} if key == "Enter" and kind == "keyDown" else {}
            self.ask("Input.dispatchKeyEvent", type=kind, key=key, windowsVirtualKeyCode=code, **text)

    def resize(self, width: int, height: int, *, mobile: bool = False) -> None:
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=mobile,
        )

    def prefer(self, *, dark: bool = False, calm: bool = False) -> None:
        """What the device asks of pages."""
        features = [
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
            {"name": "prefers-reduced-motion", "value": "reduce" if calm else "no-preference"},
        ]
        self.ask("Emulation.setEmulatedMedia", features=features)

    def screenshot(self, path: Path) -> None:
        path.write_bytes(base64.b64decode(self.ask("Page.captureScreenshot", format="png")["data"]))

    def leave(self) -> str:
        """Show nothing; where it has been."""
        origin: str = self.js("location.origin")
        self.goto("about:blank")
        return origin

    def forget(self, origins: Iterable[str]) -> None:
        """Be as new, with nothing that these have kept."""
        for script in self._scripts:
            self.ask("Page.removeScriptToEvaluateOnNewDocument", identifier=script)
        self._scripts.clear()
        for origin in origins:
            if origin != "null":
                self.ask("Storage.clearDataForOrigin", origin=origin, storageTypes="all")
        self.ask("Page.resetNavigationHistory")

    def close(self) -> None:
        self._chromium.ask("Target.closeTarget", targetId=self._target)
