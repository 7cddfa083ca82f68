"""The console is killed and opened again: every screen that was in goes on by itself."""

from __future__ import annotations

from pathlib import Path

from tests.web.pages.browser import Chromium
from tests.web.pages.theatre import DRAWN
from tests.web.programs import free_port, serving


def test_a_screen_comes_back_by_itself_after_the_console_was_killed(
    tmp_path: Path, chromium: Chromium
) -> None:
    port = free_port()
    chromium.expected += ["ERR_CONNECTION_REFUSED", "ERR_INCOMPLETE_CHUNKED", "ERR_CONNECTION_RESET"]
    page, caller = chromium.page(390, 844), chromium.page(390, 844)
    with serving(tmp_path, port, "--new") as links:
        for screen, role in ((page, "stage"), (caller, "caller")):
            screen.goto(links[role])
            screen.wait_for(DRAWN)
        caller.tap(".go")
        page.wait_for_text("ĐANG DIỄN RA 1 Đón tiếp đại biểu", ".top")
    page.wait_for_text("MẤT KẾT NỐI", "#connection")
    with serving(tmp_path, port, "--resume"):
        page.wait_for("!document.documentElement.hasAttribute('data-lost')", 15)
        caller.wait_for("!document.documentElement.hasAttribute('data-lost')", 15)
        chromium.expected.append("409")  # the next item has its hour far ahead, which is asked about
        caller.tap(".pad button[aria-label='Chuyển mục']")
        caller.wait_for("document.querySelector('dialog button[value=yes]') !== null")
        caller.tap("dialog button[value=yes]")
        page.wait_for_text("ĐANG DIỄN RA 2.1", ".top")
