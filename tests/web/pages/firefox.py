"""A real Firefox, driven by WebDriver BiDi over its own WebSocket: no geckodriver."""

from __future__ import annotations

import base64
import contextlib
import json
import re
import shutil
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.web.pages.leash import Leashed
from tests.web.pages.websocket import WebSocket
from tests.web.pages.window import Browser, Window

FIREFOX = next((found for name in ("firefox-esr", "firefox") if (found := shutil.which(name))), None)
PREFERENCES = """
user_pref("app.update.enabled", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.startup.page", 0);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("dom.disable_open_during_load", false);
user_pref("dom.min_background_timeout_value", 4);
user_pref("extensions.update.enabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("services.settings.server", "data:,none");
user_pref("browser.safebrowsing.downloads.remote.enabled", false);
user_pref("browser.safebrowsing.update.enabled", false);
user_pref("messaging-system.rsexperimentloader.enabled", false);
user_pref("remote.active-protocols", 1);
user_pref("toolkit.telemetry.enabled", false);
"""
START_S = 90.0
PATIENCE_S = 30.0

Answer = dict[str, Any]


class Firefox(Browser["FirefoxWindow"]):
    """One browser in an empty profile."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        assert FIREFOX is not None
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "user.js").write_text(PREFERENCES)
        argv = [
            FIREFOX,
            "--headless",
            "--no-remote",
            "--profile",
            str(folder),
            "--remote-debugging-port",
            "0",
        ]
        log = folder / "said"
        with log.open("wb") as said:
            self._program = Leashed(argv, out=said, errors=said)
        self._socket = WebSocket(_port_of(log, self._program), "/session", PATIENCE_S)
        self._last = 0
        self._windows: list[FirefoxWindow] = []
        self._kept: dict[str, list[FirefoxWindow]] = {}
        """Empty windows, by whose cookies they would have."""
        self.ask("session.new", capabilities={})
        self.ask("session.subscribe", events=["log.entryAdded"])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with contextlib.suppress(OSError, AssertionError):
            self.ask("browser.close")
        self._socket.close()
        self._program.end(10)

    def page(self, width: int, height: int) -> FirefoxWindow:
        held = {window.jar for window in self._windows}
        jar = next((jar for jar in self._kept if jar not in held), None)
        return self._window(jar or self.ask("browser.createUserContext")["userContext"], width, height)

    def tab_beside(self, page: FirefoxWindow, width: int, height: int) -> FirefoxWindow:
        return self._window(page.jar, width, height)

    def _window(self, jar: str, width: int, height: int) -> FirefoxWindow:
        kept = self._kept.setdefault(jar, [])
        if kept:
            window = kept.pop()
        else:
            context = self.ask("browsingContext.create", type="window", userContext=jar)["context"]
            window = FirefoxWindow(self, context, jar)
        window.resize(width, height)
        self._windows.append(window)
        return window

    def close_pages(self) -> None:
        """Empty every window, and keep it for the next test, as Chromium does."""
        for window in self._windows:
            window.goto("about:blank")
            self._kept[window.jar].append(window)
        for jar in {window.jar for window in self._windows}:
            self.ask("storage.deleteCookies", partition={"type": "storageKey", "userContext": jar})
        self._windows.clear()

    def unexpected(self) -> list[str]:
        self.ask("session.status")  # what was said before its answer has been read
        return super().unexpected()

    def ask(self, method: str, **params: Any) -> Answer:
        """Ask the browser and wait for its answer. AssertionError when it refuses or is silent."""
        self._last += 1
        self._socket.send(json.dumps({"id": self._last, "method": method, "params": params}))
        while True:
            message: Answer = json.loads(self._socket.receive())
            if message.get("id") == self._last:
                assert message["type"] == "success", (method, message)
                result: Answer = message["result"]
                return result
            if message.get("method") == "log.entryAdded":
                entry = message["params"]
                if entry["level"] == "error" and entry["type"] == "javascript":
                    self.complaints.append(f"{entry['text']} {entry.get('stackTrace', '')}"[:600])


class FirefoxWindow(Window):
    """One window, in a container of its own."""

    def __init__(self, firefox: Firefox, context: str, jar: str) -> None:
        self._firefox = firefox
        self.context = context
        self.jar = jar
        """Whose cookies it has."""

    def goto(self, url: str) -> None:
        self._firefox.ask("browsingContext.navigate", context=self.context, url=url, wait="complete")
        self.wait_for("document.readyState === 'complete'")

    def js(self, expression: str) -> Any:
        answer = self._firefox.ask(
            "script.evaluate",
            # only what JSON can say comes back, and in one piece
            expression=f"(async () => JSON.stringify({{value: await ({expression})}}))()",
            target={"context": self.context},
            awaitPromise=True,
        )
        assert answer["type"] == "success", (expression, answer.get("exceptionDetails"))
        return json.loads(answer["result"]["value"]).get("value")

    def resize(self, width: int, height: int) -> None:
        viewport = {"width": width, "height": height}
        self._firefox.ask("browsingContext.setViewport", context=self.context, viewport=viewport)
        self.wait_for(f"innerWidth === {width} && innerHeight === {height}")

    def go(self, steps: int) -> None:
        self._firefox.ask("browsingContext.traverseHistory", context=self.context, delta=steps)

    def click(self, x: float, y: float) -> None:
        finger = [
            {"type": "pointerMove", "x": int(x), "y": int(y)},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        actions = [{"type": "pointer", "id": "finger", "actions": finger}]
        self._firefox.ask("input.performActions", context=self.context, actions=actions)

    def screenshot(self, path: Path) -> None:
        data = self._firefox.ask("browsingContext.captureScreenshot", context=self.context)["data"]
        path.write_bytes(base64.b64decode(data))


def _port_of(log: Path, program: Leashed) -> int:
    """The port it was given, which it says when it listens."""
    until = time.monotonic() + START_S
    while time.monotonic() < until and not program.has_ended:
        found = re.search(r"WebDriver BiDi listening on ws://\S+?:(\d+)", log.read_text(errors="replace"))
        if found:
            return int(found[1])
        time.sleep(0.05)
    raise AssertionError(f"Firefox does not listen: {log.read_text(errors='replace')[-600:]}")
