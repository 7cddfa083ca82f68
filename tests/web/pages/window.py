"""What a test does with a page, whatever engine shows it: Chromium (browser.py), Firefox, WebKit.

engine.page(390, 844)          a new browser's window, with no cookie of this hall
engine.tab_beside(page, ...)   another one of the same browser
page.goto(...); page.wait_for_text("ĐANG DIỄN RA"); page.tap(".go")
"""

from __future__ import annotations

import json
import time
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any, Generic, TypeVar


class Window(ABC):
    """One page that is shown."""

    @abstractmethod
    def goto(self, url: str) -> None:
        """Open `url` and wait until it and where it leads to has loaded."""

    @abstractmethod
    def js(self, expression: str) -> Any:
        """The value of an expression in the page; a promise is awaited. AssertionError when it throws."""

    @abstractmethod
    def resize(self, width: int, height: int) -> None:
        """Give it this size in CSS pixels."""

    @abstractmethod
    def go(self, steps: int) -> None:
        """Back (-1) or forward (1), as the browser's own buttons do it."""

    @abstractmethod
    def click(self, x: float, y: float) -> None:
        """Press there, as a finger does."""

    @abstractmethod
    def screenshot(self, path: Path) -> None:
        """What is seen, as PNG."""

    def wait_for(self, fact: str, seconds: float = 10.0) -> None:
        """Wait until the expression is true in the page, whatever is loaded there meanwhile."""
        until = time.monotonic() + seconds
        look = (
            f"new Promise(done => {{ const look = () => {{ if ({fact}) done(true);"
            " else if (performance.now() > end) done(false); else setTimeout(look, 20); };"
            " const end = performance.now() + 500; look(); })"
        )
        said = ""
        while time.monotonic() < until:
            try:
                if self.js(look):
                    return
            except AssertionError as error:
                # the page was left while we looked
                said = str(error)[:300]
        raise AssertionError(f"never true: {fact}\n{said}\n{self.text()[:1500]}")

    def text(self, selector: str = "body") -> str:
        """The text as it is shown."""
        shown: str = self.js(f"document.querySelector({json.dumps(selector)})?.innerText ?? ''")
        return shown

    def wait_for_text(self, text: str, selector: str = "body", seconds: float = 10.0) -> None:
        where = f"document.querySelector({json.dumps(selector)})"
        self.wait_for(f"{where}?.innerText.includes({json.dumps(text)})", seconds)

    def tap(self, selector: str) -> None:
        """Press the middle of an element, as a finger does; it must be on the screen and not covered."""
        place = self.js(
            f"""(() => {{ const node = document.querySelector({json.dumps(selector)});
            const box = node.getBoundingClientRect();
            const at = [box.x + box.width / 2, box.y + box.height / 2];
            const hit = document.elementFromPoint(...at);
            return node.contains(hit) ? at : null; }})()"""
        )
        assert place is not None, f"{selector} is covered or off the screen"
        self.click(place[0], place[1])


W = TypeVar("W", bound=Window)


class Browser(ABC, Generic[W]):
    """A browser that is driven."""

    def __init__(self) -> None:
        self.complaints: list[str] = []
        """What the pages complained of, as far as the engine says."""
        self.expected: list[str] = []
        """Parts of complaints that a test brings about on purpose."""

    def forget(self) -> None:
        """Begin with no complaint, and none expected."""
        self.complaints.clear()
        self.expected.clear()

    @abstractmethod
    def page(self, width: int, height: int) -> W:
        """A new window of this size in CSS pixels, with no cookie of this hall yet."""

    @abstractmethod
    def tab_beside(self, page: W, width: int, height: int) -> W:
        """Another window of the same browser, with the same cookies."""

    @abstractmethod
    def close_pages(self) -> None:
        """Close every page."""

    def unexpected(self) -> list[str]:
        """The complaints that nothing in the test explains."""
        return [one for one in self.complaints if not any(part in one for part in self.expected)]
