"""A real WebKit, the engine of iPhones: WebKitGTK's small browser under Xvfb, driven by W3C WebDriver."""

from __future__ import annotations

import base64
import ctypes
import json
import os
import shutil
import socket
import subprocess
import time
from ctypes.util import find_library
from http.client import HTTPConnection
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.web.pages.leash import Leashed
from tests.web.pages.window import Browser, Window

WEBKIT, XVFB = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
BROWSER = (
    next(iter(sorted(Path("/usr").glob("lib*/**/webkit2gtk-4.*/MiniBrowser"))), None) if WEBKIT else None
)
# Its toolbar would be wider than a phone, and its frame would count as part of the page.
NARROW = "* { padding: 0; margin: 0; min-width: 0; min-height: 0; border-width: 0; font-size: 1px; }\n"
START_S, PATIENCE_S = 90.0, 40.0
ZOOM_STEP = 1.2
CONTROL, EQUAL = 0xFFE3, 0x3D
"""Keysyms; with control, "=" is the plus of a keyboard without numbers."""


class WebKit(Browser["WebKitWindow"]):
    """One browser with one jar of cookies, on a screen of its own."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        assert WEBKIT is not None
        assert XVFB is not None
        assert BROWSER is not None
        (folder / "gtk-3.0").mkdir(parents=True)
        (folder / "gtk-3.0" / "gtk.css").write_text(NARROW)
        screen = [XVFB, "-displayfd", "1", "-screen", "0", "2000x2000x24", "-nolisten", "tcp"]
        self._screen = Leashed(screen, out=subprocess.PIPE)
        with self._screen.out as said_number:
            self.display = f":{said_number.readline().decode().strip()}"
        environ = {
            **os.environ,
            "DISPLAY": self.display,
            "GDK_BACKEND": "x11",
            "XDG_CONFIG_HOME": str(folder),
        }
        environ |= {"WEBKIT_DISABLE_COMPOSITING_MODE": "1", "LIBGL_ALWAYS_SOFTWARE": "1", "NO_AT_BRIDGE": "1"}
        self._port = _free_port()
        with (folder / "said").open("wb") as said:
            driver = [WEBKIT, f"--port={self._port}"]
            self._driver = Leashed(driver, out=said, errors=said, environ=environ)
        self._session = ""
        options = {"binary": str(BROWSER), "args": ["--automation", "--full-screen"]}
        always = {"webkitgtk:browserOptions": options}
        opened = self._ask("POST", "/session", {"capabilities": {"alwaysMatch": always}}, start=True)
        self._session = f"/session/{opened['sessionId']}"
        self._first = self._ask("GET", "/window")
        self._windows: list[WebKitWindow] = []
        self._kept: list[WebKitWindow] = []
        """Empty ones."""
        self._looked_at = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._ask("DELETE", "")
        finally:
            self._driver.end()
            self._screen.end()

    def page(self, width: int, height: int) -> WebKitWindow:
        if self._kept:
            window = self._kept.pop()
        else:
            window = WebKitWindow(self, self._ask("POST", "/window/new", {"type": "window"})["handle"])
        self._windows.append(window)
        window.resize(width, height)
        return window

    def tab_beside(self, page: WebKitWindow, width: int, height: int) -> WebKitWindow:
        return self.page(width, height)

    def close_pages(self) -> None:
        for window in self._windows:
            if window.is_zoomed:
                window.ask("DELETE", "/window")
                self._looked_at = ""
            else:
                window.goto("about:blank")
                self._kept.append(window)
        self._windows.clear()
        self._looked_at = ""
        self._ask("POST", "/window", {"handle": self._first})

    def close_kept(self) -> None:
        """The next window is a new one, and has the keys of the screen."""
        for window in self._kept:
            window.ask("DELETE", "/window")
        self._kept.clear()
        self._looked_at = ""
        self._ask("POST", "/window", {"handle": self._first})

    def ask(self, handle: str, method: str, path: str, body: object = None) -> Any:
        """Ask about one window."""
        if handle != self._looked_at:
            self._ask("POST", "/window", {"handle": handle})
            self._looked_at = handle
        return self._ask(method, path, body)

    def _ask(self, method: str, path: str, body: object = None, *, start: bool = False) -> Any:
        """Ask the driver. AssertionError when it refuses."""
        patience = START_S if start else PATIENCE_S
        until = time.monotonic() + patience
        sent = json.dumps({} if body is None else body) if method == "POST" else None
        while True:
            connection = HTTPConnection("127.0.0.1", self._port, timeout=patience)
            try:
                connection.request(
                    method, f"{self._session}{path}", sent, {"Content-Type": "application/json"}
                )
                answer = connection.getresponse()
                value = json.loads(answer.read())["value"]
            except ConnectionRefusedError:
                assert start, "the driver of WebKit is gone"
                assert time.monotonic() < until, "the driver of WebKit does not listen"
                time.sleep(0.05)
                continue
            finally:
                connection.close()
            assert answer.status == 200, (method, path, value)
            return value


class WebKitWindow(Window):
    """One window."""

    def __init__(self, webkit: WebKit, handle: str) -> None:
        self._webkit = webkit
        self._handle = handle
        self._around = 0
        """Pixels of the window's height that are not the page's; 0 before they are measured."""
        self.is_zoomed = False

    def ask(self, method: str, path: str, body: object = None) -> Any:
        return self._webkit.ask(self._handle, method, path, body)

    def goto(self, url: str) -> None:
        self.ask("POST", "/url", {"url": url})
        self.wait_for("document.readyState === 'complete'")

    def js(self, expression: str) -> Any:
        script = (
            f"const done = arguments[0]; (async () => JSON.stringify({{value: await ({expression})}}))()"
            ".then(done, error => done(JSON.stringify({error: String(error)})));"
        )
        answer = json.loads(self.ask("POST", "/execute/async", {"script": script, "args": []}))
        assert "error" not in answer, (expression, answer["error"])
        return answer.get("value")

    def resize(self, width: int, height: int) -> None:
        self.ask("POST", "/window/rect", {"width": width, "height": height + self._around})
        if not self._around:
            self.wait_for(f"innerWidth === {width}")
            self._around = height - self.js("innerHeight")
            self.ask("POST", "/window/rect", {"width": width, "height": height + self._around})
        self.wait_for(f"innerWidth === {width} && innerHeight === {height}")

    def go(self, steps: int) -> None:
        for _ in range(abs(steps)):
            self.ask("POST", "/back" if steps < 0 else "/forward")

    def click(self, x: float, y: float) -> None:
        finger = [
            {"type": "pointerMove", "x": int(x), "y": int(y)},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        pointer = {
            "type": "pointer",
            "id": "finger",
            "parameters": {"pointerType": "mouse"},
            "actions": finger,
        }
        self.ask("POST", "/actions", {"actions": [pointer]})

    def zoom(self, steps: int) -> None:
        """Zoom the page by a fifth for each step, by the keys of the browser: no driver can."""
        self.is_zoomed = True
        width = self.js("innerWidth")
        xlib, xtest = (ctypes.CDLL(find_library(name)) for name in ("X11", "Xtst"))
        xlib.XOpenDisplay.restype = ctypes.c_void_p
        screen = ctypes.c_void_p(xlib.XOpenDisplay(self._webkit.display.encode()))
        xtest.XTestFakeMotionEvent(screen, -1, 200, 200, ctypes.c_ulong(0))
        keys = (CONTROL, EQUAL)
        control, plus = (xlib.XKeysymToKeycode(screen, ctypes.c_ulong(key)) for key in keys)
        for step in range(1, steps + 1):
            for key, is_down in ((control, 1), (plus, 1), (plus, 0), (control, 0)):
                xtest.XTestFakeKeyEvent(screen, key, is_down, ctypes.c_ulong(0))
            xlib.XFlush(screen)
            self.wait_for(f"Math.abs(innerWidth - {width / ZOOM_STEP**step}) < 2")
        xlib.XCloseDisplay(screen)

    def screenshot(self, path: Path) -> None:
        path.write_bytes(base64.b64decode(self.ask("GET", "/screenshot")))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
