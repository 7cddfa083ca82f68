"""In a real terminal: the agenda file is changed while the console runs, its changes are taken and undone."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

from runofshow.texts.console import VI
from tests.terminal import Terminal

FILE = """title: Hội nghị tổng kết
date: 27/3/2020
start: 8h00
items:
- title: Chào cờ
  kind: other
  duration: 5'
- title: Báo cáo tổng kết
  kind: other
  duration: 15'
- title: Phát biểu chỉ đạo
  kind: other
  duration: 10'
  start: 8h45
- title: Bế mạc
  kind: other
  duration: 5'
"""
MENDED = FILE.replace("start: 8h45", "start: 8h50").replace(
    "- title: Bế mạc\n", "- title: Phát động thi đua\n  kind: other\n  duration: 7'\n- title: Bế mạc\n"
)


def ask_for_changes(terminal: Terminal) -> None:
    terminal.type("\x10")
    terminal.wait_for(VI.keys.palette_long)
    terminal.type("nhan thay doi")
    terminal.wait_for(lambda seen: VI.keys.take_long[:30] in seen.text)
    terminal.type("\r")


def test_changes_of_the_file_are_taken_into_a_running_show_and_undone(tmp_path: Path) -> None:
    agenda = tmp_path / "agenda.yaml"
    agenda.write_text(FILE, encoding="utf-8")
    environ = {**os.environ, "RUNOFSHOW_HOME": str(tmp_path / "home"), "TERM": "xterm-256color"}
    argv = [sys.executable, "-m", "runofshow", "run", str(agenda), "--new", "--start", "now"]
    with Terminal([*argv, "--no-web", "--no-sound"], environ, columns=80, lines=24) as terminal:
        terminal.wait_for("Bế mạc")
        terminal.type(" ")
        terminal.wait_for("ĐANG DIỄN RA")
        ask_for_changes(terminal)
        terminal.wait_for(VI.newer_plan.nothing)
        agenda.write_text(MENDED, encoding="utf-8")
        ask_for_changes(terminal)
        # the file's hours on the show's own clock: one line new, one five minutes later
        terminal.wait_for(VI.newer_plan.found.format(count=2)[:30])
        terminal.wait_for("+ thêm mục: Phát động thi đua")
        terminal.type("a\r")
        terminal.wait_for(VI.newer_plan.taken.format(count=2)[:24])
        terminal.wait_for("Phát động thi đua")
        terminal.type("u")
        terminal.wait_for(lambda seen: "Phát động thi đua" not in seen.text)
        agenda.write_text("title: [", encoding="utf-8")
        ask_for_changes(terminal)
        terminal.wait_for(VI.newer_plan.unreadable.format(complaint="agenda.yaml:"))
        terminal.type("q")
        terminal.wait_for(VI.ask_leave)
        terminal.type("c")
        assert terminal.wait_for_end() == 0
