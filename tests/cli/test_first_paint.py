"""What is loaded before the stage is painted: half of the wait was once for what nobody saw yet."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("no pseudo-terminals", allow_module_level=True)

from tests.terminal import ROOT, Terminal

PROBE = """
import os, sys
from pathlib import Path
from runofshow.cli import main
from runofshow.web.server import HallServer

def painted(server):
    # what the console calls once the stage stands
    Path(sys.argv[1]).write_text(" ".join(sys.modules), encoding="utf-8")
    os._exit(0)

HallServer.start = painted
main(["run", sys.argv[2], "--new", "--start", "now", "--port", "0"])
"""

LATER = frozenset(
    # the hall's server and what it draws
    "uvicorn starlette h11 anyio click http.client email runofshow.web.api runofshow.web.pages"
    " runofshow.texts.pages segno xml urllib.request ifaddr httpx httpx_sse httpcore"
    # what is sent
    " runofshow.core.views.roles runofshow.core.views.fields runofshow.core.change"
    # other gear, and what only some shows have
    " pythonosc runofshow.control.osc_in runofshow.control.sending"
    # other commands
    " runofshow.report runofshow.doctor runofshow.texts.report runofshow.texts.doctor runofshow.tui.remote"
    " runofshow.tui.views"
    " runofshow.agenda_file.clone runofshow.agenda_file.schema runofshow.agenda_file.writing"
    # words about an agenda that nobody asked for
    " runofshow.agenda_file.lint runofshow.agenda_file.sound_file_advice runofshow.agenda_file.slips"
    # what a key opens
    " runofshow.tui.command_palette runofshow.tui.dialogs.form runofshow.tui.dialogs.help"
    " textual.widgets._text_area textual.widgets._markdown markdown_it pygments".split()
)


def test_the_stage_is_painted_before_what_it_does_not_show_is_loaded(tmp_path: Path) -> None:
    told = tmp_path / "loaded.txt"
    agenda = str(ROOT / "agendas" / "ninh-hoa-2020.yaml")
    environ = {**os.environ, "RUNOFSHOW_HOME": str(tmp_path), "TERM": "xterm-256color"}
    with Terminal([sys.executable, "-P", "-c", PROBE, str(told), agenda], environ) as terminal:
        # which is called once it is painted; what was painted may be lost with the process
        assert terminal.wait_for_end() == 0
    loaded = set(told.read_text(encoding="utf-8").split())
    assert {"textual.app", "runofshow.tui.caller_face"} <= loaded
    assert sorted(LATER & loaded) == []


FIRST_PROBE = """
import os, sys
from pathlib import Path
import runofshow.tui.first.app as first
from runofshow.cli import main

mounted = first.FirstScreen.on_mount

def painted():
    Path(sys.argv[1]).write_text(" ".join(sys.modules), encoding="utf-8")
    os._exit(0)

def on_mount(self):
    mounted(self)
    self.call_after_refresh(painted)

first.FirstScreen.on_mount = on_mount
main([])
"""

OF_A_SHOW = frozenset(
    # what is chosen is loaded only then
    " yaml runofshow.agenda_file.reader runofshow.engine runofshow.cli.console runofshow.cli.planning"
    " runofshow.cli.doctor runofshow.cli.nearby runofshow.documents runofshow.players runofshow.web"
    " runofshow.tui.app runofshow.tui.caller runofshow.tui.desk.app runofshow.tui.first.finder".split()
)


def test_the_first_screen_is_painted_before_anything_it_opens_is_loaded(tmp_path: Path) -> None:
    told = tmp_path / "loaded.txt"
    environ = {**os.environ, "RUNOFSHOW_HOME": str(tmp_path), "TERM": "xterm-256color"}
    with Terminal([sys.executable, "-P", "-c", FIRST_PROBE, str(told)], environ) as terminal:
        assert terminal.wait_for_end() == 0
    loaded = set(told.read_text(encoding="utf-8").split())
    assert {"textual.app", "runofshow.tui.first.board"} <= loaded
    assert sorted((LATER | OF_A_SHOW) & loaded) == []
