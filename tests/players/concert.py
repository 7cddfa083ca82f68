"""A show of music on an operator's laptop: its agenda, the copies, the laptop in a terminal."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from runofshow.core.agenda import Action, Agenda, Cue, OnWord, Role, Track, TrackMark
from runofshow.core.snapshot import CuePhase, DeckNow, Snapshot
from runofshow.core.sound import Sounding
from runofshow.core.value import replace
from tests.core.shows import agenda, cue, item
from tests.players.hearing import tone
from tests.terminal import Terminal
from tests.web.halls import Hall

News = TypeVar("News")

BED_S = 60
ANTHEM = "quoc-ca.wav"


def copies(folder: Path) -> Path:
    """The operator's copies: all in one folder below, though the agenda has them elsewhere."""
    kept = folder / "copies" / "usb"
    kept.mkdir(parents=True)
    tone(kept / "nhac-nen.wav", BED_S)
    tone(kept / ANTHEM, 20, amplitude=0.25)
    return folder / "copies"


def concert(folder: Path) -> Agenda:
    """A bed and the anthem, on somebody's word; the anthem must be the very recording in `folder`."""
    right = sha256((folder / "usb" / ANTHEM).read_bytes()).hexdigest()
    bed = Track("bed", "Nhạc nền", "sounds/nhac-nen.wav")
    anthem = Track("anthem", "Quốc ca", f"sounds/{ANTHEM}", mark=TrackMark.ANTHEM_WITHOUT_WORDS, sha256=right)
    plan = agenda(item("m1", 120, _plays("bed")), item("m2", 60, _plays("anthem")))
    return replace(plan, tracks=(bed, anthem))


def _plays(track_id: str) -> Cue:
    return cue(f"play_{track_id}", OnWord("Chào cờ"), do=Action.PLAY, track_id=track_id)


def laptop(hall: Hall, folder: Path, port: int | None = None, size: tuple[int, int] = (80, 24)) -> Terminal:
    """The operator's screen with its player, in a terminal of its own; `port` where not the hall's own."""
    environ = {**os.environ, "TERM": "xterm-256color", "RUNOFSHOW_LANG": "vi", "RUNOFSHOW_AUDIO": "null"}
    url = f"http://127.0.0.1:{port or hall.port}/j/{hall.access.codes[Role.MUSIC]}"
    argv = [sys.executable, "-m", "runofshow", "screen", "music", url, "--play", str(folder)]
    return Terminal(argv, environ, *size)


def until(
    hall: Hall, holds: Callable[[Snapshot], object], at: Terminal | None = None, seconds: float = 20
) -> Snapshot:
    """Wait until the claim is true of the hall; meanwhile the terminal is read, or it would stand still."""
    until = time.monotonic() + seconds
    while not holds(latest := hall.engine.latest):
        said = "" if at is None else f"\n{at.text}"
        assert time.monotonic() < until, f"{latest.sound}{said}"
        if at is None:
            time.sleep(0.02)
        else:
            at.read(0.02)
    return latest


def phase(now: Snapshot, cue_id: str) -> CuePhase:
    return next(cue.phase for cue in now.cues if cue.cue_id == cue_id)


def is_armed(now: Snapshot, cue_id: str) -> bool:
    return next(cue.armed for cue in now.cues if cue.cue_id == cue_id)


def sounds(now: Snapshot, track_id: str) -> DeckNow | None:
    """The deck on which it sounds."""
    return next(
        (
            deck
            for deck in now.sound.decks
            if isinstance(deck.what, Sounding) and deck.what.track_id == track_id
        ),
        None,
    )


def told(hall: Hall, kind: type[News]) -> list[News]:
    """The news of that kind in the record, oldest first."""
    return [event for entry in hall.engine.log for event in entry.events if isinstance(event, kind)]


def processes_of(pid: int) -> set[int]:
    """The processes that `pid` started and that run."""
    started = set()
    for place in Path("/proc").glob("[0-9]*"):
        try:
            fields = (place / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it has ended since
        if int(fields[1]) == pid and fields[0] != "Z":
            started.add(int(place.name))
    return started
