"""A command that runs all day finds what is left over, though the search rested while it was loaded."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("no pseudo-terminals", allow_module_level=True)

from tests.terminal import ROOT, Terminal

PROBE = """
import gc, os, sys
from pathlib import Path
gc.disable()
import runofshow.tui.remote
from runofshow.cli import main
from runofshow.web.server import HallServer

def stands(*given):
    Path(sys.argv[1]).write_text(str(gc.isenabled()), encoding="utf-8")
    os._exit(0)

HallServer.start = runofshow.tui.remote.open_screen = stands
main(sys.argv[2:])
"""
AGENDA = str(ROOT / "agendas" / "ninh-hoa-2020.yaml")
NEW = ("--new", "--start", "now", "--port", "0", "--no-sound")


@pytest.mark.parametrize(
    "command",
    [
        ("run", AGENDA, *NEW),
        ("serve", AGENDA, *NEW),
        ("screen", "mc", "http://127.0.0.1:1/", "--code", "abcdef"),
    ],
    ids=lambda command: command[0],
)
def test_what_is_left_over_is_searched_for_while_a_command_runs(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    environ = {**os.environ, "RUNOFSHOW_HOME": str(tmp_path), "TERM": "xterm-256color"}
    told = tmp_path / "told.txt"
    with Terminal([sys.executable, "-P", "-c", PROBE, str(told), *command], environ) as terminal:
        assert terminal.wait_for_end() == 0
    assert told.read_text(encoding="utf-8") == "True"
