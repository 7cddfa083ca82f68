"""The console in a real terminal with the hall's screens in a real browser beside it."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

from runofshow.core.agenda import Role
from runofshow.players.finding import mpv_at
from runofshow.texts.console import VI
from tests.players.hearing import tone
from tests.terminal import Terminal
from tests.web.pages.browser import CHROMIUM, Chromium, Page

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")

SIZES = {
    Role.MC: (390, 844),
    Role.MUSIC: (390, 844),
    Role.CREW: (390, 844),
    Role.SPEAKER: (1024, 768),
    Role.STAGE: (1024, 768),
    Role.DISPLAY: (1920, 1080),
}
LOUD = """\
title: Hội nghị điển hình tiên tiến
tracks:
  - {id: bed, title: Nhạc đón khách, file: bed.wav}
  - {id: call_up, title: Nhạc mời lên, file: call_up.wav}
date: 15/10/2030
start: 8h00
items:
  - title: Đón tiếp đại biểu
    kind: reception
    duration: 10'
    cues:
      - {to: music, do: play, track: bed, at: start}
  - title: Trao thưởng
    kind: award
    duration: 10'
    cues:
      - {to: music, do: play, track: call_up, at: start}
"""
LINK = re.compile(r"http://127\.0\.0\.1:\d+/j/[A-Z2-9]{6}")


def links_on_the_screen(terminal: Terminal) -> dict[Role, str]:
    """The link of each role, as a person would read it off the joining panel."""
    terminal.type("w")
    terminal.wait_for(lambda now: len(set(LINK.findall(now.text))) == len(Role))
    found = {}
    for role in Role:
        line = next(line for line in terminal.lines if VI.role(role) in line[:40] and LINK.search(line))
        match = LINK.search(line)
        assert match is not None
        found[role] = match.group()
    terminal.type("\x1b")
    terminal.wait_for("SPACE")
    return found


def test_six_screens_follow_the_keys_and_a_tap_is_seen_on_the_console(tmp_path: Path) -> None:
    environ = {**os.environ, "RUNOFSHOW_HOME": str(tmp_path / "home"), "TERM": "xterm-256color"}
    argv = [sys.executable, "-m", "runofshow", "run", "agendas/full-example.yaml", "--new", "--start", "now"]
    with (
        Terminal([*argv, "--port", "0", "--no-sound"], environ, 160, 50) as terminal,
        Chromium(tmp_path) as chromium,
    ):
        terminal.wait_for("[Enter = 1]")
        terminal.type("\r")
        terminal.wait_for("Đón tiếp đại biểu")
        links = links_on_the_screen(terminal)
        screens: dict[Role, Page] = {}
        for role, size in SIZES.items():
            screens[role] = chromium.page(*size)
            screens[role].goto(links[role])
            screens[role].wait_for(f"location.pathname === '/{role.value}'")
        terminal.type(" ")
        for role in (Role.STAGE, Role.DISPLAY, Role.CREW, Role.SPEAKER):
            screens[role].wait_for_text("Đón tiếp đại biểu")
        terminal.wait_for(lambda now: "6 máy" in now.text)
        # the reception music is due at once: its hand answers on the phone, and the console says so
        screens[Role.MUSIC].wait_for("document.querySelector('button.known:not([disabled])') !== null")
        screens[Role.MUSIC].tap("button.known")
        terminal.wait_for(
            lambda now: re.search(r"Nhạc đón khách.*●|●.*Nhạc đón khách|ĐÃ RÕ", now.text) is not None
        )
        terminal.type("n")
        for role in (Role.STAGE, Role.DISPLAY):
            screens[role].wait_for_text("Bình minh trên bến")
        assert chromium.complaints == []


def test_go_on_the_music_page_is_heard_and_seen_on_the_console(tmp_path: Path) -> None:
    if mpv_at(os.environ, sys.platform, beside=Path(sys.executable).parent) is None:
        pytest.skip("mpv is not installed")
    for name in ("bed", "call_up"):
        tone(tmp_path / f"{name}.wav", 60, amplitude=0.1)
    (tmp_path / "loud.yaml").write_text(LOUD, encoding="utf-8")
    home = {"RUNOFSHOW_HOME": str(tmp_path / "home"), "RUNOFSHOW_AUDIO": "null"}
    environ = {**os.environ, **home, "TERM": "xterm-256color"}
    argv = [sys.executable, "-m", "runofshow", "run", str(tmp_path / "loud.yaml"), "--new", "--start", "now"]
    with Terminal([*argv, "--port", "0"], environ, 160, 50) as terminal, Chromium(tmp_path) as chromium:
        terminal.wait_for("Đón tiếp đại biểu")
        links = links_on_the_screen(terminal)
        music = chromium.page(*SIZES[Role.MUSIC])
        music.goto(links[Role.MUSIC])
        music.wait_for_text("● ĐÃ NẠP", "[data-deck=A]")
        terminal.type(" ")
        music.wait_for("document.querySelector('.go').dataset.tone === 'ready'")
        music.tap(".go")
        music.wait_for_text("▶ ĐANG PHÁT", "[data-deck=A]")
        terminal.type("\x1bOS")  # F4
        terminal.wait_for("BÀN A  ▶ ĐANG PHÁT")
        music.tap(".stop")
        music.wait_for_text("○ TRỐNG", "[data-deck=A]")
        terminal.wait_for("BÀN A  ○ TRỐNG")
        assert chromium.complaints == []
