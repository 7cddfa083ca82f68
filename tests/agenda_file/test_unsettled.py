"""What an import guessed stands in the agenda until a person settles it, and `check` counts it."""

from __future__ import annotations

import json
from datetime import UTC, date
from pathlib import Path
from typing import TYPE_CHECKING

from runofshow.agenda_file.reader import read_agenda_text
from runofshow.cli import main

if TYPE_CHECKING:
    import pytest

PLAN = """\
title: Hội nghị tổng kết
date: 27/3/2031
guessed: [date]
doubts:
- Kế hoạch không ghi giờ
items:
- title: Chào cờ
  kind: flag_salute
  guessed: [kind, by]
- title: Khai mạc
  kind: opening
  parts:
  - title: Diễn văn khai mạc
    kind: opening
    doubts: [Ai đọc?]
"""


def told(text: str) -> list[tuple[str, int]]:
    reading = read_agenda_text(text, "a.yaml", folder=None, tz=UTC, today=date(2031, 1, 1))
    return [
        (each.code, each.line)
        for each in reading.complaints
        if each.code in ("guessed", "doubtful", "unknown_guess")
    ]


def test_each_guess_is_advice_at_its_value_and_each_doubt_at_its_line() -> None:
    # nobody is written as `by`: the guess stands at the item
    assert told(PLAN) == [("guessed", 2), ("doubtful", 5), ("guessed", 7), ("guessed", 8), ("doubtful", 15)]


def test_a_guess_of_a_key_that_cannot_be_one_is_an_error() -> None:
    assert told(PLAN.replace("[kind, by]", "[kind, byy]")) == [("unknown_guess", 9)]


def test_a_running_show_knows_nothing_of_guesses() -> None:
    settled = PLAN.replace("guessed: [date]\ndoubts:\n- Kế hoạch không ghi giờ\n", "")
    settled = settled.replace("  guessed: [kind, by]\n", "").replace("    doubts: [Ai đọc?]\n", "")
    plain = read_agenda_text(settled, "a.yaml", folder=None, tz=UTC, today=date(2031, 1, 1))
    assert (
        plain.agenda
        == read_agenda_text(PLAN, "a.yaml", folder=None, tz=UTC, today=date(2031, 1, 1)).agenda
        is not None
    )


def test_check_counts_what_is_unsettled(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "agenda.yaml"
    path.write_text(PLAN, encoding="utf-8")
    assert main(["check", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["unsettled"] == 5
    main(["check", str(path)])
    assert "Còn 5 chỗ lấy từ kế hoạch chưa ai xác nhận" in capsys.readouterr().out
