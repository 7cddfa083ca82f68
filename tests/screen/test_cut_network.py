"""A screen in a real terminal whose network goes away and comes back."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from datetime import timedelta

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

from runofshow.core import commands as c
from runofshow.core.agenda import Role
from tests.line.guests import do
from tests.line.relay import Relay, relay
from tests.terminal import Terminal
from tests.web.halls import HERE, Hall

SINCE = re.compile(r"✗ MẤT KẾT NỐI từ (\d\d):(\d\d):(\d\d) · Đang giữ hình cuối cùng, tự nối lại\.")
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("go", "come_back"), [(Relay.cut, Relay.mend), (Relay.hush, Relay.speak)], ids=["cut off", "gone silent"]
)
def test_a_network_that_goes_is_told_with_its_time_and_comes_back_by_itself(
    opened: Hall, go: Callable[[Relay], None], come_back: Callable[[Relay], None]
) -> None:
    environ = {**os.environ, "TERM": "xterm-256color", "RUNOFSHOW_LANG": "vi"}
    do(opened, c.Start())
    with relay(opened.port) as network:
        url = f"http://127.0.0.1:{network.port}/j/{opened.access.codes[Role.MC]}"
        with Terminal([sys.executable, "-m", "runofshow", "screen", "mc", url], environ, 100, 30) as terminal:
            terminal.wait_for("LỜI DẪN BÂY GIỜ · m1")
            terminal.wait_for("● đã kết nối")
            before = opened.engine.latest.now.astimezone(HERE)
            go(network)
            terminal.wait_for("✗ MẤT KẾT NỐI từ ", 30)
            terminal.wait_for(lambda now: SINCE.search(now.text) is not None)
            said = SINCE.search(terminal.text)
            assert said is not None
            hours, minutes, seconds = (int(part) for part in said.groups())
            since = timedelta(hours=hours, minutes=minutes, seconds=seconds)
            gone = timedelta(hours=before.hour, minutes=before.minute, seconds=before.second)
            # the last beat was up to a second old, and one may still have been on its way
            assert min((since - gone) % DAY, (gone - since) % DAY) <= timedelta(seconds=3)
            # the show goes on; the screen keeps what it had, and its words can still be read
            do(opened, c.Advance())
            assert "Lời dẫn 1" in terminal.text
            assert "LỜI DẪN KẾ TIẾP · m2" in terminal.text
            assert "● đã kết nối" not in terminal.text
            come_back(network)
            terminal.wait_for("LỜI DẪN BÂY GIỜ · m2", 30)
            terminal.wait_for("● đã kết nối")
            assert "MẤT KẾT NỐI" not in terminal.text
            terminal.wait_for("Lời dẫn 3")
            terminal.type("q")
            assert terminal.wait_for_end() == 0
    assert len(opened.access.present) == 1, "it came back as the guest it was"
