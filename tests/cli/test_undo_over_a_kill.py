"""Undo and redo over a kill -9, on the program itself: the picture of a show where it was never made."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from runofshow.core.events import Entry
from runofshow.core.evolve import replay
from runofshow.core.picture import take_snapshot
from runofshow.core.wire import snapshot_json
from runofshow.journal import FILE_NAME, read_journal
from tests.terminal import ROOT
from tests.tether import tied

AGENDA = """\
title: Hội nghị tổng kết
start: 8h00
items:
  - title: Khai mạc
    kind: speech
    duration: 10'
    cues:
      - {to: music, text: Nhạc chào, id: greeting, at: "word Mời đại biểu"}
      - {to: mc, text: Mời vào chỗ, at: "word Kính thưa"}
  - {title: Báo cáo, kind: speech, duration: 20'}
"""
TOKEN = "a-token-of-a-test-alone"
OF_THE_HALL = ("seq", "presence", "answering", "waiting")
"""Who is connected, and how many lines there are: of the process, not of the show."""


@dataclass(frozen=True)
class Console:
    """`serve`, asked by a program with the caller's token."""

    process: subprocess.Popen[str]
    address: str

    def do(self, command: str, **more: object) -> dict[str, Any]:
        return self._ask("/api/command", {"do": command, **more})

    def snapshot(self) -> dict[str, Any]:
        return self._ask("/api/snapshot")

    def _ask(self, path: str, said: object = None) -> dict[str, Any]:
        body = None if said is None else json.dumps(said).encode()
        headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"}
        with urlopen(Request(self.address + path, body, headers), timeout=30) as answer:
            told: dict[str, Any] = json.load(answer)
        return told


@contextmanager
def console(home: Path, agenda: Path, *more: str) -> Iterator[Console]:
    """Killed with -9 in the end."""
    argv = [sys.executable, "-m", "runofshow", "serve", str(agenda), "--port", "0", "--no-sound", *more]
    environ = {**os.environ, "RUNOFSHOW_HOME": str(home), "RUNOFSHOW_TOKEN": TOKEN}
    with subprocess.Popen(tied(argv), cwd=ROOT, env=environ, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            found = (re.search(r"http://127[.]0[.]0[.]1:\d+", line) for line in process.stdout)
            address = next((each[0] for each in found if each), None)
            assert address is not None, "it has ended"
            yield Console(process, address)
        finally:
            process.kill()


def seen(picture: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in picture.items() if name not in OF_THE_HALL}


def shown_by(entries: Sequence[Entry], like: dict[str, Any]) -> dict[str, Any]:
    """What a show shows that was told these lines and no others, at the moment of that picture."""
    now = datetime.fromisoformat(like["now"])
    assert now.tzinfo is not None
    return seen(json.loads(json.dumps(snapshot_json(take_snapshot(replay(entries), now), now.tzinfo))))


def test_what_was_taken_back_before_a_kill_was_never_made_and_can_be_made_again_after_it(
    home_of_shows: Path, tmp_path: Path
) -> None:
    agenda = tmp_path / "agenda.yaml"
    agenda.write_text(AGENDA, encoding="utf-8")
    with console(home_of_shows, agenda, "--new", "--start", "now") as first:
        first.do("start", sure=True)
        first.do("go", cue_id="greeting")
        first.do("hold")
        held = first.snapshot()
        first.do("undo")
        first.do("undo")
    (folder,) = home_of_shows.iterdir()

    def lines(*kept: str) -> list[Entry]:
        """The record as if of all its calls only these had been made."""
        record = read_journal(folder / FILE_NAME).entries
        return [entry for entry in record if entry.do in ("open", "tick", *kept)]

    assert held["phase"] == "held"
    with console(home_of_shows, agenda, "--resume") as second:
        here = second.snapshot()
        assert seen(here) == shown_by(lines("start"), here)
        assert here["cues"][0]["phase"] != "gone"
        second.do("redo")
        second.do("redo")
        again = second.snapshot()
        assert seen(again) == shown_by(lines("start", "go", "hold"), again)
        assert (again["phase"], again["cues"][0]["gone_at"]) == ("held", held["cues"][0]["gone_at"])
        for _ in range(3):
            second.do("undo")
        before = second.snapshot()
        assert seen(before) == shown_by(lines(), before)
        assert before["phase"] == "before"
