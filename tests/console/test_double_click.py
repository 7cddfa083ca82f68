"""`runofshow` alone in a terminal, as a double click starts it: what is opened from it, and coming back."""

from __future__ import annotations

import os
import re
import signal
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

from runofshow.texts.console import VI
from runofshow.texts.desk import EN as DESK
from runofshow.texts.first import VI as FIRST
from tests.console.test_conference import ask, shows
from tests.terminal import Terminal, zone_far_from_eight

SHORT = "title: Họp giao ban\nstart: 8h00\nitems:\n  - {title: Mở đầu, kind: other, duration: 5'}\n"
ALONE = [sys.executable, "-P", "-m", "runofshow"]


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "Documents").mkdir()
    here = {"HOME": str(tmp_path), "RUNOFSHOW_HOME": str(tmp_path / "home"), "TERM": "xterm-256color"}
    here["TZ"] = zone_far_from_eight()
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    return {**kept, **here, "PYTHONPATH": str(Path(__file__).parents[2]), "RUNOFSHOW_LANG": "vi"}


def test_practice_left_in_the_middle_is_gone_on_with_from_the_first_screen(
    environ: dict[str, str], tmp_path: Path
) -> None:
    with Terminal(ALONE, environ, 80, 24, folder=tmp_path) as at:
        at.wait_for(FIRST.wish_details["pick_up"])
        at.type("5")
        at.wait_for("TẬP DUYỆT")
        at.type("n")
        at.wait_for("ĐANG DIỄN RA  1.1", 30)
        ask(at, "q", VI.ask_leave)
        at.type("c")
        named = re.compile(r"▶  1   .*tập duyệt.*\n.*Hội nghị tổng kết.*\n.*mục 1\.1: Tiết mục 1 .*hôm nay")
        at.wait_for(lambda now: named.search(now.text) is not None)
        copy = tmp_path / "Documents" / "runofshow" / "ninh-hoa-2020.yaml"
        at.wait_for(str(copy)[:40])
        at.type("\r")
        # no question between: it was named, and it is that one
        at.wait_for("ĐANG DIỄN RA")
        ask(at, "q", VI.ask_leave)
        at.type("c")
        at.wait_for(FIRST.pick_up_rehearsal)
        at.type("8")
        assert at.wait_for_end() == 0
    assert [(show["mode"], show["source"]) for show in shows(environ)] == [("rehearsal", str(copy))]


def test_an_agenda_among_the_documents_is_run_to_its_end_and_reported(
    environ: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "Documents" / "giao-ban.yaml").write_text(SHORT, encoding="utf-8")
    (tmp_path / "Documents" / "hong.yaml").write_text("title: H\nitems: 5\n", encoding="utf-8")
    with Terminal(ALONE, environ, 120, 40, folder=tmp_path) as at:
        at.wait_for(FIRST.name)
        at.type("2")
        at.wait_for("Họp giao ban")
        at.type("hong")
        at.wait_for(lambda now: "Họp giao ban" not in now.text)
        at.type("\r")
        at.wait_for("chưa điều hành được")
        at.type("\x1b")
        at.wait_for(FIRST.wishes["new"])
        at.type("2")
        at.wait_for("Họp giao ban")
        at.type("giao")
        at.wait_for(lambda now: "hong.yaml" not in now.text)
        at.type("\r")
        at.wait_for("Điều hành hội nghị")
        at.type("1")
        # what the command asks is asked here too
        at.wait_for("Giữ giờ kế hoạch?")
        at.type("b\r")
        at.wait_for("CHƯA BẮT ĐẦU")
        at.type("n")
        at.wait_for("ĐANG DIỄN RA  1", 30)
        ask(at, "n", VI.running.ask_end)
        at.type("c")
        at.wait_for(VI.ended)
        at.type("q")
        at.wait_for(lambda now: re.search(r"▶  6   Bảng tổng hợp sau hội nghị", now.text) is not None)
        assert FIRST.wish_details["pick_up"] in at.text
        at.type("\r")
        at.wait_for("✓ Đã ghi")
        at.type("q")
        assert at.wait_for_end() == 0
    (report,) = (tmp_path / "Documents" / "runofshow").glob("*.docx")
    assert report.name.endswith("-hop-giao-ban-1.docx")


def test_a_new_agenda_is_begun_where_somebody_works_and_a_second_language_is_a_key_away(
    environ: dict[str, str], tmp_path: Path
) -> None:
    with Terminal([*ALONE, "--lang", "vi"], environ, 80, 24, folder=tmp_path) as at:
        at.wait_for(FIRST.name)
        at.type("9")
        at.wait_for("Make a new agenda")
        at.type("3")
        at.wait_for(DESK.unnamed)
        at.type("\x13")
        at.wait_for(DESK.ask_where)
        at.type("\r")
        at.wait_for(f"✓ {DESK.saved}")
        at.type("q")
        at.wait_for("Make a new agenda")
        at.kill(signal.SIGHUP)
        assert at.wait_for_end() == 0
    assert len(list(tmp_path.glob("*.yaml"))) == 1


def test_a_closed_terminal_ends_all_and_opens_nothing(environ: dict[str, str], tmp_path: Path) -> None:
    with Terminal(ALONE, environ, 80, 24, folder=tmp_path) as at:
        at.wait_for(FIRST.name)
        at.type("5")
        at.wait_for("TẬP DUYỆT")
        at.kill(signal.SIGTERM)
        assert at.wait_for_end() == 0


def test_a_machine_is_looked_at_and_one_key_goes_back(environ: dict[str, str], tmp_path: Path) -> None:
    with Terminal(ALONE, environ, 80, 24, folder=tmp_path) as at:
        at.wait_for(FIRST.name)
        at.type("7")
        at.wait_for(FIRST.back.strip(), 30)
        assert "Máy này" in at.text
        at.type("\r")
        at.wait_for(FIRST.wishes["new"])
        at.type("q")
        assert at.wait_for_end() == 0
