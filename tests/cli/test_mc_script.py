"""`show --for mc`: every word the MC reads, item by item."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from runofshow.cli import main

if TYPE_CHECKING:
    import pytest

PLAN = """\
title: Hội nghị
sessions:
- title: Buổi sáng
  start: 8h00
  items:
  - {title: Chào cờ, kind: flag_salute, mc: "Nghiêm!\\n(nhạc)"}
  - {title: Khai mạc, kind: opening, by: "Ông An, Bí thư"}
  - {title: Báo cáo (nếu có), kind: report, by: Bà Bình}
- title: Buổi chiều
  start: 14h00
  items:
  - {title: Thử, kind: rehearsal}
"""


def printed(tmp_path: Path, capsys: pytest.CaptureFixture[str], *more: str) -> str:
    path = tmp_path / "agenda.yaml"
    path.write_text(PLAN, encoding="utf-8")
    assert main(("show", str(path), "--for", "mc", *more), os.environ) == 0
    return capsys.readouterr().out


def test_every_word_is_printed_under_its_item(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [line.strip() for line in printed(tmp_path, capsys).splitlines() if line.strip()]
    assert lines == [
        "Hội nghị",
        "Buổi sáng",
        "08:00  1  Chào cờ",
        "Nghiêm!",
        "→ nhạc",
        "08:05  2  Khai mạc  ~ tạm tính",
        "Xin trân trọng kính mời ông An, Bí thư, lên phát biểu khai mạc hội nghị.",
        "08:15  3  Báo cáo (nếu có)  ~ tạm tính",
        "Xin trân trọng cảm ơn ông An.",
        "Xin trân trọng kính mời bà Bình lên trình bày Báo cáo.",
        "Xin trân trọng cảm ơn bà Bình.",
        "Buổi chiều",
        "14:00  1  Thử",
        "(không có lời dẫn)",
    ]


def test_programs_read_the_same_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(printed(tmp_path, capsys, "--json", "--lang", "en"))
    assert (told["title"], len(told["items"])) == ("Hội nghị", 4)
    report = told["items"][2]
    assert report["title"] == "Báo cáo (nếu có)"
    assert report["words"].splitlines() == [
        "Thank you, ông An.",
        "I invite bà Bình to present: Báo cáo.",
        "Thank you, bà Bình.",
    ]
    assert (report["words_assumed"], told["items"][0]["words_assumed"]) == (True, False)
    assert told["items"][3]["words"] == ""
