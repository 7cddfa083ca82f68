"""No browser stays behind when a run of tests is killed, timed out, or goes wrong."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.web.pages.leash import Leashed

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="told by Linux's /proc")
ROOT = Path(__file__).resolve().parents[3]
# As browsers do: a child in a session of its own, whose parent is gone, and one that hears no SIGTERM.
FAMILY = """
import os, signal, subprocess, sys, time
sleeper = "import time; time.sleep(600)"
between = "import subprocess, sys; own = {'start_new_session': True}; " + (
    f"print(subprocess.Popen([sys.executable, '-c', {sleeper!r}], **own).pid)"
)
subprocess.run([sys.executable, "-c", between], check=True)
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print(os.getpid(), flush=True)
time.sleep(600)
"""
TELLS_AND_STAYS = "import os, time; print(os.getpid(), flush=True); time.sleep(600)"
RUN = f"""
import sys, time
from tests.web.pages.leash import Leashed
kept = Leashed([sys.executable, "-c", {FAMILY!r}], out=sys.stdout.buffer)
time.sleep(600)
"""


def is_there(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def wait_until_gone(pids: list[int]) -> None:
    until = time.monotonic() + 20
    while left := [pid for pid in pids if is_there(pid)]:
        assert time.monotonic() < until, left
        time.sleep(0.02)


TIED = f"""
import subprocess, sys, time
from tests.tether import tied
kept = subprocess.Popen(tied([sys.executable, "-c", {TELLS_AND_STAYS!r}]))
print(kept.pid, flush=True)
time.sleep(600)
"""


def test_a_killed_run_leaves_no_program_that_was_tied_to_it() -> None:
    with subprocess.Popen([sys.executable, "-c", TIED], cwd=ROOT, stdout=subprocess.PIPE) as run:
        assert run.stdout is not None
        # it is the very process that was started, and has become the program
        started, program = [int(run.stdout.readline()) for _ in range(2)]
        assert started == program
        run.send_signal(signal.SIGKILL)
    wait_until_gone([program])


def test_a_killed_run_leaves_nothing_of_what_it_started() -> None:
    with subprocess.Popen([sys.executable, "-c", RUN], cwd=ROOT, stdout=subprocess.PIPE) as run:
        assert run.stdout is not None
        family = [int(run.stdout.readline()) for _ in range(2)]
        assert all(is_there(pid) for pid in family)
        run.send_signal(signal.SIGKILL)
    wait_until_gone(family)


def test_what_is_ended_is_gone_with_all_it_started() -> None:
    family = Leashed([sys.executable, "-c", FAMILY], out=subprocess.PIPE)
    with family.out as said:
        pids = [int(said.readline()) for _ in range(2)]
    assert not family.has_ended
    family.end()
    assert not [pid for pid in pids if is_there(pid)]


def test_a_program_that_ends_by_itself_takes_what_it_started_along() -> None:
    family = Leashed([sys.executable, "-c", FAMILY], out=subprocess.PIPE)
    with family.out as said:
        orphan, program = (int(said.readline()) for _ in range(2))
    os.kill(program, signal.SIGKILL)
    wait_until_gone([orphan, program])
    family.end(10)
    assert family.has_ended
