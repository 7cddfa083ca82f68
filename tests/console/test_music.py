"""A console that plays, in a real terminal: killed in the middle of its music, and picked up again."""

from __future__ import annotations

import os
import select
import signal
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest

if sys.platform != "linux":
    pytest.skip("the players of another process are found in /proc", allow_module_level=True)

from runofshow.core import events as e
from runofshow.core import sound_events as s
from runofshow.journal import read_journal
from runofshow.players.finding import mpv_at
from tests.players.hearing import tone
from tests.terminal import Terminal

MPV = mpv_at(os.environ, sys.platform, Path(sys.executable).parent)
pytestmark = pytest.mark.skipif(MPV is None, reason="mpv is not installed")

Told = TypeVar("Told", bound=e.Event)

AGENDA = """
title: Hội nghị thử nhạc
tracks:
  - {id: bed, title: Nhạc nền, file: bed.wav, loop: true}
  - {id: bell, title: Chuông, file: bell.wav, layer: sting}
  - {id: closing, title: Nhạc bế mạc, file: closing.wav}
items:
  - title: Trao thưởng
    kind: other
    duration: 10'
    cues:
      - {id: bed, to: music, do: play, track: bed, at: word Mời!}
      - {id: bell, to: music, do: play, track: bell, at: start + 6s, go: auto, tolerance: 1s}
  - title: Bế mạc
    kind: other
    duration: 10'
    cues:
      - {id: closing, to: music, do: play, track: closing, at: word Bế mạc!}
"""
BELL_AFTER = timedelta(seconds=6)
TOLERANCE = timedelta(seconds=1)
GUARD = timedelta(seconds=0.8)
"""Two presses so far apart are two."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "agenda.yaml").write_text(AGENDA, encoding="utf-8")
    for name, seconds in (("bed", 5), ("bell", 1), ("closing", 2)):
        tone(tmp_path / f"{name}.wav", seconds)
    return tmp_path


def console(folder: Path, *arguments: str) -> Terminal:
    around = {"RUNOFSHOW_HOME": str(folder / "home"), "RUNOFSHOW_AUDIO": "null", "TERM": "xterm-256color"}
    argv = [sys.executable, "-m", "runofshow", "run", str(folder / "agenda.yaml"), "--no-web", *arguments]
    return Terminal(argv, {**os.environ, **around})


def record(folder: Path) -> tuple[e.Event, ...]:
    """What is on disk of the one show."""
    journals = list((folder / "home").glob("*/show.journal"))
    entries = read_journal(journals[0]).entries if journals else ()
    return tuple(event for entry in entries for event in entry.events)


def told(folder: Path, kind: type[Told], **fields: object) -> list[Told]:
    return [
        event
        for event in record(folder)
        if isinstance(event, kind) and all(getattr(event, name) == is_ for name, is_ in fields.items())
    ]


def until(terminal: Terminal, claim: Callable[[], object]) -> None:
    """Wait for a fact, while the terminal is read as a person would."""
    terminal.wait_for(lambda _: bool(claim()), 20)


def players(console: int) -> set[int]:
    """The mpvs that a console has started."""
    tasks = Path(f"/proc/{console}/task").iterdir()
    pids = {pid for task in tasks for pid in (task / "children").read_text().split()}
    return {int(pid) for pid in pids if Path(f"/proc/{pid}/comm").read_text().strip() == "mpv"}


def seconds_until_gone(processes: set[int]) -> float:
    """How long they outlive this moment. Fails after two seconds."""
    began = time.monotonic()
    for pid in processes:
        try:
            watch = os.pidfd_open(pid)
        except ProcessLookupError:
            continue
        ended, _, _ = select.select([watch], [], [], max(0.0, began + 2 - time.monotonic()))
        os.close(watch)
        assert ended, f"mpv {pid} plays on without its console"
    return time.monotonic() - began


def test_killed_while_music_plays_it_leaves_no_player_and_plays_nothing_when_it_is_picked_up(
    folder: Path,
) -> None:
    with console(folder, "--new", "--start", "now") as terminal:
        until(terminal, lambda: told(folder, s.TrackArmed, cue_id="bed"))
        terminal.type(" ")
        until(terminal, lambda: told(folder, e.ItemStarted))
        started_at = told(folder, e.ItemStarted)[0].at
        until(terminal, lambda: datetime.now(UTC) > started_at + GUARD)
        terminal.type(" ")
        until(terminal, lambda: told(folder, s.TrackBegan, cue_id="bed"))
        # the bell waits on the other deck for the clock
        until(terminal, lambda: told(folder, s.TrackArmed, cue_id="bell"))
        playing = players(terminal.pid)
        assert playing
        terminal.kill(signal.SIGKILL)
        print(f"no player {seconds_until_gone(playing):.3f} s after its console")
        assert terminal.wait_for_end() == -signal.SIGKILL
    before = record(folder)
    assert not told(folder, e.CueGone, cue_id="bell"), "killed too late to prove anything"

    while datetime.now(UTC) < started_at + BELL_AFTER + TOLERANCE:
        time.sleep(0.05)  # nobody is there to tell it
    with console(folder, "--resume") as terminal:
        until(terminal, lambda: told(folder, e.CueMissed))
        until(terminal, lambda: told(folder, s.TrackArmed, cue_id="closing"))
        again = players(terminal.pid)
        terminal.kill(signal.SIGTERM)
        assert terminal.wait_for_end() == 0
        seconds_until_gone(again)
    fresh = record(folder)[len(before) :]
    places = [type(event) for event in fresh if isinstance(event, s.PlayerWent | s.PlayerCame)]
    assert places[:2] == [s.PlayerWent, s.PlayerCame]
    assert [event.cue_id for event in fresh if isinstance(event, e.CueMissed)] == ["bell"]
    heard = (s.TrackBegan, s.TrackFailed, s.TrackEnded, s.TrackCalled, e.CueGone)
    assert [event for event in fresh if isinstance(event, heard)] == []
