"""A session that begins in the afternoon may last past midnight."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

PLAN = """title: Đêm hội
date: 27/3/2020
start: 17h30
hard_out: 0h30
items:
  - {title: Đón khách, kind: other, duration: 30'}
  - {title: Giao thừa, kind: other, start: 0h05, duration: 15'}
"""


def test_a_session_from_half_past_five_to_half_past_midnight_is_of_one_night(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN, encoding="utf-8")
    command = [sys.executable, "-m", "runofshow", "show", str(path), "--json"]
    shown = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    assert shown["hard_out"][:16] == "2020-03-28T00:30"
    assert [item["planned_start"][:16] for item in shown["items"]] == ["2020-03-27T17:30", "2020-03-28T00:05"]
