"""An agenda made at the desk in a terminal: from nothing, and from what was read of an office's file."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

from tests.terminal import ROOT, Terminal

DOWN, END = "\x1b[B", "\x1b[F"


@contextmanager
def desk(folder: Path, *arguments: str, columns: int = 80, lines: int = 24) -> Iterator[Terminal]:
    """`runofshow plan` in this folder."""
    environ = {**os.environ, "TERM": "xterm-256color", "PYTHONPATH": str(ROOT), "RUNOFSHOW_LANG": "vi"}
    argv = [sys.executable, "-m", "runofshow", "plan", *arguments]
    with Terminal(argv, environ, columns, lines, folder) as terminal:
        yield terminal


def answered(terminal: Terminal, keys: str, seen: str) -> None:
    """Press keys, and wait for what they do."""
    terminal.type(keys)
    terminal.wait_for(seen)


def focused(terminal: Terminal) -> int:
    """The line of the field of a form that takes the keys; -1 while none does."""
    return next((at for at, line in enumerate(terminal.lines) if "▌" in line), -1)


def filled(terminal: Terminal, *values: str) -> None:
    """Fill in a form, a field after the other, and save it."""
    for number, value in enumerate(values):
        if number:
            line = focused(terminal)
            terminal.type("\t")
            terminal.wait_for(lambda screen, line=line: focused(screen) > line)  # type: ignore[misc]
        if value:
            answered(terminal, value, f"{value} ")
    terminal.type("\r")
    terminal.wait_for(lambda screen: "(Enter, Ctrl+S)" not in screen.text)


def checked(path: Path) -> str:
    argv = [sys.executable, "-m", "runofshow", "check", str(path)]
    done = subprocess.run(argv, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout
    return done.stdout


def test_a_whole_agenda_is_made_from_nothing_and_saved(tmp_path: Path) -> None:
    (tmp_path / "quoc ca.wav").write_bytes(b"RIFF")
    with desk(tmp_path) as terminal:
        terminal.wait_for("1 lời khuyên")
        # the title page; End tells the key that opens a field from the text that is typed into it
        answered(terminal, f"\t\r{END}" + "\x7f" * 12 + "Hội nghị tổng kết\r", "     Hội nghị tổng kết")
        answered(terminal, f"{DOWN}\r{END}UBND phường\r", "UBND phường")
        answered(terminal, f"{DOWN}{DOWN}\r{END}27/3/2026\r", "27/3/2026")
        # a paper behind the introduction, with two speakers
        answered(terminal, "\x1b", "thêm mục")
        answered(terminal, "/", "Tìm:")
        answered(terminal, "gioi thieu\r", "Người nói")
        answered(terminal, "i", "Thêm mục sau")
        filled(terminal, "Tham luận", "", "14'")
        for speaker in ("Sở A", "Sở B"):
            answered(terminal, "a", "Thêm gì?")
            answered(terminal, "phan\r", "Thêm phần vào")
            filled(terminal, f"Bài của {speaker}", speaker, "7 phút")
        # the anthem
        answered(terminal, "a", "Thêm gì?")
        answered(terminal, "ban nhac\r", "Thêm bản nhạc")
        answered(terminal, "Quốc ca không lời\r", "Tệp âm thanh")
        answered(terminal, "\r", "quoc ca.wav")
        answered(terminal, "wav\r", "›Tệp âm thanh     quoc ca.wav")
        answered(terminal, "\x13", "Lưu thành tệp")
        answered(terminal, "\r", "đã lưu")
        terminal.type("q")
        assert terminal.wait_for_end() == 0
    path = tmp_path / "hoi-nghi-tong-ket.yaml"
    assert "0 lỗi" in checked(path)
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server")
    assert (
        "      - title: Bài của Sở B\n        kind: paper\n        by: Sở B\n        duration: 7 phút\n"
        in text
    )
    assert "file: quoc ca.wav" in text


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
def test_an_agenda_of_the_folder_is_chosen_and_left_as_it_was(tmp_path: Path, size: tuple[int, int]) -> None:
    text = (ROOT / "agendas" / "ninh-hoa-2020.yaml").read_text(encoding="utf-8")
    path = tmp_path / "ninh-hoa.yaml"
    path.write_text(text, encoding="utf-8")
    (tmp_path / "khac.yaml").write_text("- 1\n", encoding="utf-8")
    with desk(tmp_path, columns=size[0], lines=size[1]) as terminal:
        terminal.wait_for("Soạn kịch bản nào?")
        answered(terminal, "1\r", "BÀN SOẠN")
        terminal.wait_for("lời khuyên")
        answered(terminal, DOWN * 3, "Tiết mục 1")
        terminal.type("q")
        assert terminal.wait_for_end() == 0
    assert path.read_text(encoding="utf-8") == text


def test_a_pasted_plan_opens_with_its_guesses_and_is_saved_beside_it(tmp_path: Path) -> None:
    plan = tmp_path / "ke hoach.txt"
    lines = ["CHƯƠNG TRÌNH", "Hội nghị tổng kết năm 2026", "- 7h30: Đón tiếp đại biểu", "- 8h00: Chào cờ"]
    lines += ["- 8h05: Khai mạc (Ông A)", "- 8h20: Báo cáo tổng kết", "- 9h00: Bế mạc"]
    plan.write_text("\n".join(lines), encoding="utf-8")
    with desk(tmp_path, plan.name) as terminal:
        terminal.wait_for("chưa chắc")
        answered(terminal, "\x13", "đã lưu")
        terminal.type("q")
        assert terminal.wait_for_end() == 0
    assert "Khai mạc" in (tmp_path / "ke hoach.yaml").read_text(encoding="utf-8")


def test_what_is_no_agenda_and_where_no_terminal_is_end_with_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "hong.yaml"
    path.write_text("title: [Hội nghị\n", encoding="utf-8")
    with desk(tmp_path, path.name) as terminal:
        assert terminal.wait_for_end() == 1
        assert "hong.yaml:1" in terminal.text
    argv = [sys.executable, "-m", "runofshow", "plan", str(path)]
    done = subprocess.run(argv, cwd=ROOT, stderr=subprocess.PIPE, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert path.read_text(encoding="utf-8") == "title: [Hội nghị\n"


def test_what_was_never_named_outlives_a_kill(tmp_path: Path) -> None:
    with desk(tmp_path) as terminal:
        terminal.wait_for("lời khuyên")
        answered(terminal, f"\t\r{END}" + "\x7f" * 12 + "Hội nghị tổng kết\r", "     Hội nghị tổng kết")
        terminal.wait_for(
            lambda screen: any("tổng kết" in each.read_text("utf-8") for each in tmp_path.glob(".*.unsaved"))
        )
        terminal.kill(signal.SIGKILL)
        terminal.wait_for_end()
    with desk(tmp_path) as terminal:
        terminal.wait_for("Mở lại phần chưa lưu?")
        answered(terminal, "\r", "     Hội nghị tổng kết")
