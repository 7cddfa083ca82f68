"""In a real terminal: what is overdue is said before the show, marked in the file, and said on leaving."""

from __future__ import annotations

import os
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

from runofshow.agenda_file.notation import write_date
from runofshow.clock import HallZone
from runofshow.texts.console import VI
from tests.terminal import Terminal

TODAY = datetime.now(HallZone()).date()
LATE = write_date(TODAY - timedelta(days=2))
FILE = f"""title: Hội nghị tổng kết
date: {write_date(TODAY)}
start: 8h00
items:
- title: Báo cáo tổng kết
  kind: other
  duration: 15'
duties:
- what: Gửi giấy mời
  due: {LATE}
  when: before
- what: Gửi báo cáo
  due: {write_date(TODAY)}
"""


def test_what_is_overdue_is_said_marked_and_said_again_on_leaving(tmp_path: Path) -> None:
    agenda = tmp_path / "agenda.yaml"
    agenda.write_text(FILE, encoding="utf-8")
    environ = {**os.environ, "RUNOFSHOW_HOME": str(tmp_path / "home"), "TERM": "xterm-256color"}
    argv = [sys.executable, "-m", "runofshow", "run", str(agenda), "--new", "--start", "now"]
    with Terminal([*argv, "--no-web", "--no-sound"], environ, columns=80, lines=24) as terminal:
        terminal.wait_for("Việc phải làm: 1 việc quá hạn, 1 việc đến hạn hôm nay.")
        terminal.type("\x10")
        terminal.wait_for(VI.keys.palette_long)
        terminal.type("viec phai lam")
        terminal.wait_for(lambda seen: VI.keys.duties_long[:30] in seen.text)
        terminal.type("\r")
        terminal.wait_for("QUÁ HẠN 2 NGÀY")
        terminal.type(" ")
        terminal.wait_for("Việc 1 đã ghi là xong")
        marked = FILE.replace("when: before\n", f"when: before\n  done: {write_date(TODAY)}\n")
        assert agenda.read_text(encoding="utf-8") == marked
        terminal.type("\x1b")
        terminal.wait_for("CHƯA BẮT ĐẦU")
        terminal.type(" ")
        terminal.wait_for("ĐANG DIỄN RA")
        terminal.wait_for(lambda seen: "Việc phải làm" not in seen.text)
        # two presses within the guard time are one
        for _ in range(2):
            clock = terminal.lines[0][-8:]
            terminal.wait_for(lambda seen, was=clock: seen.lines[0][-8:] != was)  # type: ignore[misc]
        terminal.type("n")
        terminal.wait_for(VI.running.ask_end)
        terminal.type("c")
        terminal.wait_for("Việc phải làm: 1 việc đến hạn hôm nay.")
        terminal.type("q")
        assert terminal.wait_for_end() == 0
        assert "Việc phải làm: 1 việc đến hạn hôm nay. Xem: runofshow duties" in terminal.text
