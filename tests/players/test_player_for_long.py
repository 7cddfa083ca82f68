"""Five hundred cues in a row: nothing is left behind by any, and the last is heard as soon as the first."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from datetime import datetime
from functools import partial
from operator import contains
from pathlib import Path
from statistics import median

import pytest

from runofshow.core import sound_events as s
from runofshow.core.commands import Go, Start
from runofshow.core.events import Entry
from runofshow.core.snapshot import Snapshot
from runofshow.core.sound import Deck, EndedWhy
from tests.players.halls import Hall, children, cue, hall, plan, recorded

pytestmark = [
    pytest.mark.soak,
    pytest.mark.usefixtures("mpv"),
    pytest.mark.skipif(sys.platform != "linux", reason="what a process holds is told by /proc alone"),
]

CUES = 500
WARM = 100
"""Calls after which whatever is kept for good is there."""


@dataclass(frozen=True)
class Holdings:
    """What the show and its players hold of the machine.

    A file that is being read, and a thread that reads it, is there at one look and gone at the next: the
    least of several looks is what stays.
    """

    processes: int
    sockets: int
    files: int
    """Open descriptors, sockets included."""
    threads: int
    """Without those that read files, which come and stay; the interpreter limits them."""
    own_kb: int


def holdings(looks: Iterable[Holdings]) -> Holdings:
    """The least of each, over these looks."""
    return Holdings(*map(min, zip(*map(astuple, looks), strict=True)))


def held_now() -> Holdings:
    gc.collect()
    links = [_target(link) for link in Path("/proc/self/fd").iterdir()]
    return Holdings(
        processes=len(children()),
        sockets=sum(link.startswith("socket:") for link in links),
        files=len(links),
        threads=sum(not thread.name.startswith("asyncio_") for thread in threading.enumerate()),
        own_kb=_memory_kb("self"),
    )


def _target(link: Path) -> str:
    try:
        return str(link.readlink())
    except FileNotFoundError:
        return ""  # the one that listed the others


def _memory_kb(process: str) -> int:
    status = Path("/proc", process, "status").read_text().splitlines()
    return next(int(line.split()[1]) for line in status if line.startswith("VmRSS:"))


class Tally:
    """What a long show has told so far, without looking through all of its record each time."""

    def __init__(self) -> None:
        self.armed: set[str | None] = set()
        self.began: dict[str | None, datetime] = {}
        self.ended: list[EndedWhy] = []
        self.failed: list[s.TrackFailed] = []

    def __call__(self, picture: Snapshot, fresh: tuple[Entry, ...]) -> None:
        for event in (event for entry in fresh for event in entry.events):
            match event:
                case s.TrackArmed():
                    self.armed.add(event.cue_id)
                case s.TrackBegan():
                    self.began[event.cue_id] = event.at
                case s.TrackEnded():
                    self.ended.append(event.why)
                case s.TrackFailed():
                    self.failed.append(event)
                case _:
                    pass


def call_each(it: Hall, tally: Tally, calls: range) -> list[float]:
    """Call one cue after the other, as soon as it is armed and the one before is heard.

    Gives the milliseconds from each call to its sound.
    """
    delays = []
    for number in calls:
        cue_id = f"c{number}"
        it.wait_for(partial(contains, tally.armed, cue_id))
        gone = it.do(Go(cue_id))
        it.wait_for(partial(contains, tally.began, cue_id))
        delays.append((tally.began[cue_id] - gone.at).total_seconds() * 1000)
    return delays


def looked_at(it: Hall, tally: Tally, calls: range) -> tuple[Holdings, float]:
    """What is held between these calls, and what the players take of the memory: for a moment each may take
    more or less."""
    looks, players = [], []
    for number in calls:
        call_each(it, tally, range(number, number + 1))
        looks.append(held_now())
        players.append(sum(_memory_kb(str(pid)) for pid in children()))
    return holdings(looks), median(players)


def test_500_cues_leave_no_process_no_socket_no_file_no_thread_and_no_memory_behind(tmp_path: Path) -> None:
    tracks = tuple(recorded(tmp_path, name, 0.05) for name in ("a", "b", "c"))
    cues = tuple(cue(f"c{number}", tracks[number % 3]) for number in range(CUES))
    at_first = children()
    tally = Tally()
    with hall(tmp_path, plan(*cues, tracks=tracks)) as it:
        it.engine.listen(tally)
        it.do(Start(sure=True))
        it.wait_told(s.TrackMeasured, 3)
        first = call_each(it, tally, range(WARM))
        before, kb_before = looked_at(it, tally, range(WARM, WARM + 20))
        last = call_each(it, tally, range(WARM + 20, CUES - 20))
        after, kb_after = looked_at(it, tally, range(CUES - 20, CUES))
        it.wait_for(lambda: len(tally.ended) == CUES)
    print(before, after, f"both players: {kb_before} kB, then {kb_after} kB", sep="\n")
    print(f"GO to sound {median(first):.1f} ms at first, {median(last):.1f} ms then")
    assert list(tally.began) == [cue.cue_id for cue in cues]
    assert (set(tally.ended) <= {EndedWhy.END, EndedWhy.REPLACED}, tally.failed) == (True, [])
    with_players = len(at_first) + len(Deck)
    assert (before.processes, after.processes) == (with_players, with_players)
    # what is left behind is more after than before; less is no leak
    assert after.sockets <= before.sockets
    assert after.files <= before.files
    assert after.threads <= before.threads
    # each holds ten megabytes more at one moment than at another, after 1,600 cues as after 100
    assert kb_after < kb_before + 30_000
    # the record itself grows: four kilobytes each call, which are five lines as they are known and as written
    assert after.own_kb - before.own_kb < 8 * (CUES - WARM)
    # how soon that is, is measured elsewhere, on fewer cues
    assert median(last) < 2 * median(first) + 50
    assert children() == at_first
