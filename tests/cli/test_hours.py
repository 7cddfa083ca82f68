"""Hours at headings and breaks up to an hour, as `show` and `check` tell them."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from runofshow.cli import main

ROOT = Path(__file__).resolve().parent.parent.parent


def told(capsys: pytest.CaptureFixture[str], command: str, path: Path) -> Any:
    main((command, str(path), "--json"), {**os.environ})
    return json.loads(capsys.readouterr().out)


def write(folder: Path, items: str) -> Path:
    path = folder / "agenda.yaml"
    path.write_text(f"title: Hội nghị\ndate: 15/10/2030\nstart: 8h00\nitems:\n{items}", encoding="utf-8")
    return path


def starts(show: Any) -> dict[str, str]:
    return {row["title"]: row["planned_start"][11:16] for row in show["items"]}


DIRECTIVE = """\
- {title: Khai mạc, kind: opening, duration: 15'}
- title: Chỉ đạo
  kind: directive
  start: 9h
  mc: Kính mời lãnh đạo tỉnh có ý kiến chỉ đạo.
  parts:
  - {title: Đồng chí A, kind: directive, by: Ông A, duration: 10'}
  - {title: Đồng chí B, kind: directive, by: Ông B, duration: 10'}
"""


def test_a_heading_starts_at_its_hour_in_show_as_in_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, DIRECTIVE)
    assert starts(told(capsys, "show", path)) == {
        "Khai mạc": "08:00",
        "Chỉ đạo": "09:00",
        "Đồng chí A": "09:00",
        "Đồng chí B": "09:10",
    }
    gap = next(each for each in told(capsys, "check", path)["complaints"] if each["code"] == "gap")
    assert "9h00" in gap["message"]


def test_the_hours_of_the_full_example_are_kept(capsys: pytest.CaptureFixture[str]) -> None:
    show = told(capsys, "show", ROOT / "agendas" / "full-example.yaml")
    at = starts(show)
    assert at["Hợp xướng Bình minh trên bến"] == "07:35"
    assert at["Phát biểu của lãnh đạo cấp trên"] >= "14:35"
    (tea,) = (row for row in show["items"] if row["kind"] == "break")
    assert (tea["expected_end"][11:16], tea["assumed"]) == ("09:20", False)


def test_a_break_up_to_an_hour_is_as_long_as_it_is_from_its_start(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(
        tmp_path,
        "- {title: A, kind: opening, duration: 38'}\n- {title: Nghỉ, kind: break, until: 9h20}\n"
        "- {title: B, kind: closing, duration: 10'}\n",
    )
    rows = {row["title"]: row for row in told(capsys, "show", path)["items"]}
    assert rows["Nghỉ"]["planned_s"] == 42 * 60
    assert rows["B"]["planned_start"][11:16] == "09:20"
    main(("show", str(path)), {**os.environ})
    printed = capsys.readouterr().out
    assert "~15" not in printed
    assert "90'" in printed  # 38, 42 and 10


@pytest.mark.parametrize(
    ("hours", "line"),
    [
        # a part may not begin behind the end of its heading, nor end there
        (
            "  until: 9h30\n  parts:\n  - {title: A, kind: speech}\n  - {title: B, kind: other, start: 9h40}",
            8,
        ),
        (
            "  until: 9h30\n  parts:\n  - {title: A, kind: break, until: 9h40}\n  - {title: B, kind: speech}",
            8,
        ),
        # nor in front of its heading
        (
            "  start: 9h\n  parts:\n  - {title: A, kind: speech, start: 8h50}\n  - {title: B, kind: speech}",
            10,
        ),
        ("  start: 9h\n  until: 8h30\n  parts:\n  - {title: A, kind: speech}", 9),
    ],
)
def test_hours_of_a_heading_and_its_parts_that_run_backwards_are_errors(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], hours: str, line: int
) -> None:
    path = write(
        tmp_path, f"- {{title: Khai mạc, kind: opening}}\n- title: Chỉ đạo\n  kind: directive\n{hours}\n"
    )
    complaints = told(capsys, "check", path)["complaints"]
    wrong = [(one["code"], one["line"]) for one in complaints if one["severity"] == "error"]
    assert wrong == [("time_backwards", line)]
