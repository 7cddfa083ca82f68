"""A show whose earlier session was laid aside goes on so after its console was killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from tests.tether import tied

PLAN = """title: Hội nghị hai buổi
sessions:
  - title: Buổi sáng
    start: 8h
    items:
      - {title: Khai mạc, kind: opening, duration: 10'}
      - {title: Báo cáo, kind: report, duration: 20'}
  - title: Buổi chiều
    start: 14h
    hard_out: 14h40
    items:
      - {title: Thảo luận, kind: exchange, duration: 15'}
      - {title: Bế mạc, kind: closing, duration: 5'}
"""
TOKEN = "a-token-of-enough-signs"


@contextmanager
def served(home: Path, agenda: Path, *more: str) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """The console without a terminal, and its port; killed behind it."""
    environ = {**os.environ, "RUNOFSHOW_HOME": str(home), "HOME": str(home), "RUNOFSHOW_TOKEN": TOKEN}
    command = [sys.executable, "-m", "runofshow", "serve", str(agenda), "--no-sound", "--port", "0", *more]
    with subprocess.Popen(
        tied(command), env=environ, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as console:
        assert console.stdout is not None
        line = next(line for line in console.stdout if "http://127.0.0.1:" in line)
        try:
            yield console, int(line.partition("127.0.0.1:")[2].split("/")[0])
        finally:
            console.kill()


def asked(port: int, order: object = None) -> Any:
    """The answer to an order, or the picture."""
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"}
    if order is None:
        connection.request("GET", "/api/snapshot", headers=headers)
    else:
        connection.request("POST", "/api/command", json.dumps(order), headers)
    answer = connection.getresponse()
    said = json.loads(answer.read())
    connection.close()
    assert answer.status == 200, said
    return said


def standing(picture: Any) -> Any:
    """What must be as it was."""
    rows = [
        (row["item_id"], row["state"], row["planned_start"], row["actual_start"]) for row in picture["items"]
    ]
    return rows, picture["session"]["title"], picture["hard_out"], picture["planned_end"]


def test_a_show_with_a_session_laid_aside_is_picked_up_after_kill_9_as_it_was(tmp_path: Path) -> None:
    agenda = tmp_path / "plan.yaml"
    agenda.write_text(PLAN, encoding="utf-8")
    with served(tmp_path, agenda, "--from", "Buổi chiều", "--start", "now") as (console, port):
        asked(port, {"do": "start"})
        before = asked(port)
        console.send_signal(signal.SIGKILL)
    states = [row["state"] for row in before["items"]]
    assert states == ["aside", "aside", "running", "upcoming"]
    with served(tmp_path, agenda, "--resume") as (_, port):
        after = asked(port)
        assert standing(after) == standing(before)
        assert after["over_under_s"] == before["over_under_s"] == 0
        # what came before the crash is taken back behind it, and what was laid aside stays so
        asked(port, {"do": "undo"})
        assert [row["state"] for row in asked(port)["items"]] == ["aside", "aside", "upcoming", "upcoming"]
        asked(port, {"do": "unskip", "item_id": "s1.m1"})
        assert asked(port)["next"]["item_id"] == "s1.m1"
