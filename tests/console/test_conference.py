"""A whole conference through a real terminal: keys in, screen out, killed, picked up, reported."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

from runofshow.texts.console import VI
from tests.terminal import ROOT, Terminal, zone_far_from_eight

TITLES = [
    "Tiết mục 1",
    "Tuyên bố lý do",
    "Báo cáo tổng kết",
    "Thảo luận tại Hội nghị",
    "Bế mạc Hội nghị",
]


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    here = {"RUNOFSHOW_HOME": str(tmp_path / "home"), "TERM": "xterm-256color", "TZ": zone_far_from_eight()}
    return {**os.environ, **here}


def console(environ: dict[str, str], *arguments: str, size: tuple[int, int] = (120, 40)) -> Terminal:
    argv = [sys.executable, "-m", "runofshow", "run", "agendas/ninh-hoa-2020.yaml", *arguments]
    return Terminal(argv, environ, *size)


def shows(environ: dict[str, str]) -> list[dict[str, Any]]:
    printed = runofshow(environ, "shows", "--json")
    found: list[dict[str, Any]] = json.loads(printed)["shows"]
    return found


def runofshow(environ: dict[str, str], *arguments: str) -> str:
    argv = [sys.executable, "-m", "runofshow", *arguments]
    return subprocess.run(argv, env=environ, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def entries(environ: dict[str, str]) -> int:
    count: int = shows(environ)[0]["entries"]
    return count


ASKED = re.compile(rf"{VI.running.no}\b.*\b{VI.yes}\b")
"""The two answers of a question, side by side."""


def advance(terminal: Terminal, number: str) -> None:
    """Press n until the item of this number runs; a press within the guard time is pressed again.

    The question before a rite is left whose music was not played is answered with yes.
    """
    until = time.monotonic() + 30
    running = re.compile(rf"ĐANG DIỄN RA\s+{re.escape(number)}\b")
    while not running.search(terminal.text):
        assert time.monotonic() < until, terminal.text
        is_asked = ASKED.search(terminal.text) is not None
        terminal.type("y" if is_asked else "n")

        def moved(now: Terminal, was_asked: bool = is_asked) -> bool:
            return running.search(now.text) is not None or (ASKED.search(now.text) is not None) != was_asked

        try:
            terminal.wait_for(moved, 0.8)
        except AssertionError:
            continue


def ask(terminal: Terminal, key: str, question: str) -> None:
    """Press a key until its question stands; a press within the guard time is pressed again."""
    until = time.monotonic() + 15
    while question not in terminal.text:
        assert time.monotonic() < until, terminal.text
        terminal.type(key)
        try:
            terminal.wait_for(question, 0.8)
        except AssertionError:
            continue


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
def test_a_conference_is_run_by_keys_to_its_end_and_reported(
    environ: dict[str, str], size: tuple[int, int], tmp_path: Path
) -> None:
    with console(environ, "--start", "now", size=size) as terminal:
        terminal.wait_for("Tiết mục 1")
        for number in ("1.1", "1.2", "1.3", "2", "3", "4", "5.1", "5.2", "5.3", "6", "7", "8", "9", "10"):
            advance(terminal, number)
        ask(terminal, "n", VI.running.ask_end)
        terminal.type("c")
        terminal.wait_for(VI.ended)
        terminal.type("q")
        assert terminal.wait_for_end() == 0
    (show,) = shows(environ)
    assert show["ended"] is True
    report = json.loads(runofshow(environ, "report", show["name"], "--json"))
    ran = [item for item in report["items"] if item["actual_s"] is not None and not item["is_heading"]]
    assert len(ran) == 14
    for title in TITLES:
        assert title in runofshow(environ, "report", show["name"])


def test_killed_in_the_middle_it_comes_back_to_the_same_item_and_second(environ: dict[str, str]) -> None:
    with console(environ, "--start", "now") as terminal:
        terminal.wait_for("Tiết mục 1")
        advance(terminal, "1.1")
        advance(terminal, "1.2")
        terminal.type("+")
        terminal.wait_for("+1'")
        terminal.kill(signal.SIGKILL)
        assert terminal.wait_for_end() == -signal.SIGKILL
    before = json.loads(runofshow(environ, "report", shows(environ)[0]["name"], "--json"))
    started = next(item["actual_start"] for item in before["items"] if item["number"] == "1.2")
    with console(environ) as terminal:
        terminal.wait_for("1.2")
        terminal.type("\r")
        terminal.wait_for(lambda now: re.search(r"ĐANG DIỄN RA\s+1\.2", now.text) is not None)
        terminal.wait_for("+1'")
        terminal.kill(signal.SIGTERM)
        assert terminal.wait_for_end() == 0, terminal.text
    after = json.loads(runofshow(environ, "report", shows(environ)[0]["name"], "--json"))
    assert next(item["actual_start"] for item in after["items"] if item["number"] == "1.2") == started
    assert len(shows(environ)) == 1


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_leaves_in_order_and_the_show_stays_open(
    environ: dict[str, str], how: signal.Signals
) -> None:
    with console(environ, "--start", "now") as terminal:
        terminal.wait_for("Tiết mục 1")
        advance(terminal, "1.1")
        terminal.kill(how)
        assert terminal.wait_for_end() in (0, -how)
    (show,) = shows(environ)
    assert show["ended"] is False
    assert show["damaged_line"] is None


def test_a_second_console_is_told_who_holds_the_show(environ: dict[str, str]) -> None:
    with console(environ, "--start", "now") as first:
        first.wait_for("Tiết mục 1")
        advance(first, "1.1")
        with console(environ) as second:
            assert second.wait_for_end() == 1
            assert str(first.pid) in second.text


def test_leaving_and_coming_back_asks_and_enter_goes_on(environ: dict[str, str]) -> None:
    with console(environ, "--start", "now") as terminal:
        terminal.wait_for("Tiết mục 1")
        advance(terminal, "1.1")
        ask(terminal, "q", VI.ask_leave)
        terminal.type("c")
        assert terminal.wait_for_end() == 0
    with console(environ) as terminal:
        terminal.wait_for("Tiếp tục buổi ấy?")
        terminal.type("m\r")
        terminal.wait_for("bây giờ")
        terminal.type("\r")
        # the list of unfinished shows names items too
        terminal.wait_for(VI.before)
    assert len(shows(environ)) == 2


def test_a_rehearsal_of_a_stretch_runs_fast_and_cannot_be_mistaken(environ: dict[str, str]) -> None:
    argv = [sys.executable, "-m", "runofshow", "rehearse", "agendas/ninh-hoa-2020.yaml"]
    with Terminal(
        [*argv, "--speed", "60", "--from", "5.1", "--until", "5.2", "--start", "now"], environ
    ) as terminal:
        terminal.wait_for(VI.running.rehearsal)
        assert "×60" in terminal.text
        terminal.type(" ")
        terminal.wait_for(lambda now: re.search(r"ĐANG DIỄN RA\s+5\.1", now.text) is not None)
        terminal.wait_for(VI.count.over, 20)  # seven minutes in seven seconds
        assert "Bế mạc Hội nghị" not in terminal.text
        terminal.type("q")
        terminal.wait_for(VI.ask_leave)
        terminal.type("c")
        assert terminal.wait_for_end() == 0
    (show,) = shows(environ)
    assert show["mode"] == "rehearsal"
    assert "TẬP DUYỆT" in runofshow(environ, "report", show["name"])


def test_a_start_far_from_the_plan_is_asked_about(environ: dict[str, str]) -> None:
    evening = datetime.now(UTC).hour - 20  # a zone in which it is eight in the evening, whenever this runs
    with console({**environ, "TZ": f"HALL{evening:+d}"}) as terminal:
        terminal.wait_for("27/03/2020")  # the plan is of another day
        terminal.wait_for("Kế hoạch bắt đầu lúc 08:00")
        terminal.type("k\r")
        terminal.wait_for("08:00")
        terminal.wait_for("Tiết mục 1")
