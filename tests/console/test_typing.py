"""Keys as a real terminal sends them: bursts, pastes without brackets, a Vietnamese keyboard."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

from runofshow.texts.console import VI
from tests.terminal import ROOT, Terminal

PASTED = "Hội nghị biểu dương các điển hình tiên tiến trong phong trào thi đua. "
ANSWERED_S = 0.3
"""What a paste of 4,000 letters may take of the processor; the clock tells how busy the machine is beside."""


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return {**os.environ, "RUNOFSHOW_HOME": str(tmp_path / "home"), "TERM": "xterm-256color"}


def console(environ: dict[str, str]) -> Terminal:
    argv = [sys.executable, "-m", "runofshow", "run", "agendas/ninh-hoa-2020.yaml", "--start", "now"]
    return Terminal([*argv, "--no-web"], environ)


def notes(environ: dict[str, str]) -> list[str]:
    report = printed(environ, "report", printed(environ, "shows", "--json")["shows"][0]["name"], "--json")
    return [note["text"] for note in report["notes"]]


def printed(environ: dict[str, str], *arguments: str) -> dict[str, Any]:
    argv = [sys.executable, "-m", "runofshow", *arguments]
    said = subprocess.run(argv, env=environ, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    found: dict[str, Any] = json.loads(said)
    return found


def begun(terminal: Terminal) -> Terminal:
    terminal.wait_for("Tiết mục 1")
    terminal.type(" ")
    terminal.wait_for("ĐANG DIỄN RA")
    return terminal


def left(terminal: Terminal) -> None:
    terminal.type("q")
    terminal.wait_for(VI.ask_leave)
    terminal.type("c")
    assert terminal.wait_for_end() == 0


def worked(terminal: Terminal) -> float:
    """Seconds of the processor that the program has used."""
    if not Path("/proc").is_dir():
        return time.monotonic()
    stat = Path(f"/proc/{terminal.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK")


@pytest.mark.parametrize("length", [500, 4000])
def test_a_paste_without_brackets_is_there_at_once_and_whole(environ: dict[str, str], length: int) -> None:
    text = (PASTED * 60)[: length - 3] + "HẾT"
    with console(environ) as terminal:
        begun(terminal).type("t")
        terminal.wait_for(VI.forms.note_title)
        since = worked(terminal)
        terminal.type(text)
        terminal.wait_for("HẾT", 5)
        took = worked(terminal) - since
        terminal.type("\r")
        terminal.wait_for(VI.done_note)
        left(terminal)
    assert notes(environ) == [text]
    assert took < ANSWERED_S, took


def test_a_paste_on_the_stage_calls_nothing_and_is_said(environ: dict[str, str]) -> None:
    with console(environ) as terminal:
        begun(terminal)
        before = printed(environ, "shows", "--json")["shows"][0]["entries"]
        terminal.type((PASTED.replace(" ", "\r") * 60)[:4000])
        terminal.wait_for(VI.pasted[:40])
        assert "Tiết mục 1" in terminal.text
        after = printed(environ, "shows", "--json")["shows"][0]["entries"]
        terminal.type("+")
        terminal.wait_for("+1'")
        left(terminal)
    assert after - before <= 3, "only what the clock tells"


def test_telex_in_bursts_is_written_as_meant_in_a_form(environ: dict[str, str]) -> None:
    """UniKey's reads for `Nguyễn Đức`, one by one and then all in one."""
    reads = ["N", "g", "u", "y", "e", "\x7fê", "\x7fễ", "n", " ", "D", "\x7fĐ", "u", "\x7fư", "\x7fứ", "c"]
    with console(environ) as terminal:
        begun(terminal).type("t")
        terminal.wait_for(VI.forms.note_title)
        for read in reads:
            terminal.type(read)
        terminal.type("".join([" ", *reads, "\r"]))
        terminal.wait_for(VI.done_note)
        left(terminal)
    assert notes(environ) == ["Nguyễn Đức Nguyễn Đức"]


def turn_to_the_log(terminal: Terminal) -> None:
    """Press F6 until the log stands, and Esc where a dialog keeps it."""
    until = time.monotonic() + 15
    while VI.journal not in terminal.text:
        assert time.monotonic() < until, terminal.text
        terminal.type("\x1b[17~")
        try:
            terminal.wait_for(VI.journal, 0.8)
        except AssertionError:
            terminal.type("\x1b")


@pytest.mark.parametrize("keys", ["e\r\r", "tmưa\r\r", "\x10\r\r", "/5\r\r"])
def test_two_fast_enters_leave_the_stage_and_its_keys(environ: dict[str, str], keys: str) -> None:
    with console(environ) as terminal:
        begun(terminal).type(keys)
        turn_to_the_log(terminal)
        terminal.type("+")
        terminal.wait_for("+1'")
        left(terminal)
