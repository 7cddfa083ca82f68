"""A long plan comes back from the process that reads it as it would have been read here, or not at all."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("no second process here", allow_module_level=True)

from tests.terminal import ROOT

PROBE = """
import os, sys
from datetime import date, timedelta
from pathlib import Path
from runofshow.agenda_file.reader import read_plan
from runofshow.cli.reading_ahead import read_ahead
from runofshow.clock import HallZone
from runofshow.texts import Language

path, tz, today = Path(sys.argv[1]), HallZone(), date(2026, 11, 29)
ahead = read_ahead(path, tz, today, Language.VI)
if ahead is None:
    print("read here")
elif sys.argv[2] == "drop":
    ahead.drop()
    ahead.drop()
else:
    found, wanted = ahead.agenda(), read_plan(path, tz=tz, today=today).agenda
    starts = [each and each.sessions[0].start_at.utcoffset() for each in (found, wanted)]
    print("the same" if (found, starts[0]) == (wanted, starts[1]) else "another", found is None)
try:
    os.waitpid(-1, os.WNOHANG)
except ChildProcessError:
    print("nobody left")
"""


def said(path: Path, what: str = "read") -> list[str]:
    # with a single thread, as the command has it
    argv = [sys.executable, "-P", "-c", PROBE, str(path), what]
    return subprocess.run(argv, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()


def plan(folder: Path, items: int, last: str = "") -> Path:
    path = folder / "agenda.yaml"
    cues = "    cues: [{to: mc, do: say, text: Mời lên}, {to: music, do: play, text: Nhạc, at: end - 20s}]\n"
    rows = (
        f"  - title: Tham luận {number}\n    kind: paper\n    duration: 7'\n{cues}" for number in range(items)
    )
    text = f"title: Hội nghị\ndate: 27/3/2020\nstart: 8h00\nitems:\n{''.join(rows)}{last}"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_long_plan_is_the_one_that_is_read_here(tmp_path: Path) -> None:
    assert said(plan(tmp_path, 400)) == ["the same False", "nobody left"]


def test_a_long_plan_with_an_error_is_left_to_be_read_here(tmp_path: Path) -> None:
    path = plan(tmp_path, 400, "  - {title: A, kind: speech, duration: x}\n")
    assert said(path) == ["the same True", "nobody left"]


def test_a_plan_that_nobody_waits_for_leaves_no_process(tmp_path: Path) -> None:
    assert said(plan(tmp_path, 400), "drop") == ["nobody left"]


def test_a_short_plan_is_read_here(tmp_path: Path) -> None:
    assert said(plan(tmp_path, 3)) == ["read here", "nobody left"]
    assert said(tmp_path / "none.yaml") == ["read here", "nobody left"]
