"""A newcomer's path through a real terminal: the office's Word file, the desk, check, the show to its end."""

from __future__ import annotations

import json
import os
import re
import sys
import time
from pathlib import Path

import docx
import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

from runofshow.texts.console import VI
from tests.console.test_conference import advance, ask, runofshow, shows
from tests.terminal import Terminal, zone_far_from_eight

PLAN = Path(__file__).resolve().parent.parent / "documents" / "plans" / "ninh-hoa-2020.txt"
MOST_KEYS = 40
"""To settle all that the plan leaves open, and to save."""
MOST_SECONDS = 60
"""From the command to a saved agenda; a person who reads each question takes the five minutes."""


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    here = {"RUNOFSHOW_HOME": str(tmp_path / "home"), "TERM": "xterm-256color", "TZ": zone_far_from_eight()}
    return {**os.environ, **here, "RUNOFSHOW_LANG": "vi"}


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """The plan of Ninh Hòa as Word has it."""
    paper = docx.Document()
    for line in PLAN.read_text(encoding="utf-8").splitlines():
        if line.strip():
            paper.add_paragraph(line)
    path = tmp_path / "Kế hoạch.docx"
    paper.save(str(path))
    return path


def unsettled(at: Terminal) -> int:
    found = re.search(r"(\d+) chỗ chưa chắc", at.text)
    return int(found[1]) if found else 0


def wait_for_fewer(at: Terminal, left: int) -> None:
    at.wait_for(lambda now: unsettled(now) < left)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_a_plan_in_word_is_settled_at_the_desk_and_run_to_its_end(
    environ: dict[str, str], plan: Path, size: tuple[int, int]
) -> None:
    began, keys = time.monotonic(), 0
    with Terminal([sys.executable, "-m", "runofshow", "plan", str(plan)], environ, *size) as desk:
        desk.wait_for("chỗ chưa chắc")
        found = unsettled(desk)
        assert found >= 8, "what a careful reader asks of this plan"
        while (left := unsettled(desk)) > 0:
            desk.type("n ")
            keys += 2
            wait_for_fewer(desk, left)
        desk.type("\x13")
        keys += 1
        desk.wait_for(lambda at: "CHƯA LƯU" not in at.text)
        desk.type("q")
        keys += 1
        assert desk.wait_for_end() == 0
    seconds = time.monotonic() - began
    print(f"{found} points settled with {keys} keys in {seconds:.1f} s at {size[0]}x{size[1]}")
    assert keys <= MOST_KEYS
    assert seconds < MOST_SECONDS
    agenda = plan.with_suffix(".yaml")
    checked = json.loads(runofshow(environ, "check", str(agenda), "--json"))
    assert (checked["errors"], checked["unsettled"]) == (0, 0)
    argv = [sys.executable, "-m", "runofshow", "rehearse", str(agenda), "--start", "now", "--no-web"]
    with Terminal(argv, environ, *size) as console:
        console.wait_for("Văn nghệ chào mừng")
        for number in range(1, 10):
            advance(console, str(number))
        ask(console, "n", VI.running.ask_end)
        console.type("c")
        console.wait_for(VI.ended)
        console.type("q")
        assert console.wait_for_end() == 0
    assert shows(environ)[0]["ended"] is True
