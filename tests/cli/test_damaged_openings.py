"""A flipped bit or a cut in the first lines of a journal: named, mended, never passed over."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC
from pathlib import Path

import pytest

from runofshow.cli.arguments import Asked
from runofshow.cli.outcome import Failed, Outcome
from runofshow.cli.unfinished import Choose, picked_up
from runofshow.clock import system_sources
from runofshow.core.commands import Advance, Command, Start
from runofshow.core.evolve import replay
from runofshow.core.value import replace
from runofshow.journal import FILE_NAME as FILE
from runofshow.journal.reading import read_journal, skim
from runofshow.live import LiveShow
from runofshow.texts import Language
from runofshow.texts.cli import CLI
from tests.cli.kept import agenda_file, keep
from tests.terminal import ROOT
from tests.tether import tied


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    return agenda_file(tmp_path / "agenda.yaml", "Hội nghị tổng kết")


def served(agenda: Path, *more: str) -> str:
    """What `serve` says until it serves or ends."""
    argv = [sys.executable, "-m", "runofshow", "serve", str(agenda), "--port", "0", "--no-sound", *more]
    said = ""
    with subprocess.Popen(
        tied(argv),
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            said += line
            if "http://" in line:
                process.terminate()
    return said


def test_a_flipped_bit_in_every_byte_and_every_cut_in_the_first_two_lines_is_named_and_mended(
    home_of_shows: Path, agenda: Path
) -> None:
    path = keep(home_of_shows, source=agenda, told=[Start(), Advance()]) / "show.journal"
    whole = path.read_bytes()
    first_two = len(b"".join(whole.splitlines(keepends=True)[:2]))
    before = skim(path)
    header = whole.index(b"\n") + 1
    # all eight of every byte take two minutes; beyond the header one of each byte, in turn
    for bit in (*range(header * 8), *(byte * 8 + byte % 8 for byte in range(header, first_two))):
        changed = bytearray(whole)
        changed[bit // 8] ^= 1 << bit % 8
        path.write_bytes(changed)
        found = skim(path)
        assert found.damage is not None, bit
        assert (found.opening, found.entries) == (before.opening, before.entries), bit
    for cut in range(0, first_two, 3):
        path.write_bytes(whole[:cut])
        found = skim(path)
        assert found.damage is not None, cut
        assert (found.opening, found.entries) == (before.opening, 1), cut


@pytest.mark.parametrize("line", [0, 1])
def test_a_show_with_a_damaged_opening_goes_on(home_of_shows: Path, agenda: Path, line: int) -> None:
    path = keep(home_of_shows, source=agenda, told=[Start(), Advance()]) / "show.journal"
    whole = path.read_bytes()
    lines = whole.splitlines(keepends=True)
    lines[line] = lines[line].replace(b"o", b"O", 1)
    path.write_bytes(b"".join(lines))
    said = served(agenda)
    assert f"Nhật ký hỏng ở dòng {line + 1}" in said
    assert "Tiếp tục: Đang ở mục 2: Báo cáo" in said
    assert read_journal(path).damage is None
    assert path.with_name("show.journal.damaged-1").read_bytes() == b"".join(lines)


def beheaded(home: Path, agenda: Path, told: Sequence[Command]) -> tuple[Path, bytes]:
    """A record whose opening is lost on both sides, and what stands in its file."""
    folder = keep(home, source=agenda, told=told)
    (folder / "show.opening").unlink()
    path = folder / "show.journal"
    lines = path.read_bytes().splitlines(keepends=True)
    damaged = lines[0] + lines[1].replace(b"caller", b"callar", 1) + b"".join(lines[2:])
    path.write_bytes(damaged)
    return folder, damaged


def test_an_opening_that_is_lost_twice_stops_the_command(home_of_shows: Path, agenda: Path) -> None:
    folder, damaged = beheaded(home_of_shows, agenda, [Start()])
    said = served(agenda)
    assert f"Nhật ký {folder} hỏng ở dòng 2" in said
    assert "--resume" in said
    assert "--new" in said
    assert "http://" not in said
    assert (folder / "show.journal").read_bytes() == damaged
    assert "http://" in served(agenda, "--new", "--start", "now")


def test_an_opening_that_is_lost_twice_is_made_anew_from_the_agenda(
    home_of_shows: Path, agenda: Path
) -> None:
    whole = keep(home_of_shows, source=agenda, told=[Start(), Advance()])
    entries = read_journal(whole / FILE).entries
    before, count = replay(entries), len(entries)
    shutil.rmtree(home_of_shows)
    folder, damaged = beheaded(home_of_shows, agenda, [Start(), Advance()])
    said = served(agenda, "--resume")
    assert f"Nhật ký {folder} hỏng ở dòng 2" in said
    assert f"dựng lại từ agenda.yaml. Đọc được trọn vẹn {count - 1} dòng" in said
    assert "Tiếp tục: Đang ở mục 2: Báo cáo" in said
    reading = read_journal(folder / FILE)
    assert reading.damage is None
    assert replace(replay(reading.entries[:count]), opened=before.opened) == before
    assert (folder / "show.journal.damaged-1").read_bytes() == damaged
    assert "Tiếp tục: Đang ở mục 2: Báo cáo" in served(agenda)


def test_no_opening_is_made_anew_from_an_agenda_that_lacks_what_the_record_tells_of(
    home_of_shows: Path, agenda: Path
) -> None:
    folder, damaged = beheaded(home_of_shows, agenda, [Start(), Advance(), Advance()])
    agenda_file(agenda, "Hội nghị tổng kết", ["Khai mạc", "Bế mạc"])
    said = served(agenda, "--resume")
    assert f"Nhật ký {folder} hỏng ở dòng 2" in said
    assert "http://" not in said
    assert (folder / "show.journal").read_bytes() == damaged


def test_a_record_without_its_opening_is_named_beside_the_show_that_goes_on(
    home_of_shows: Path, agenda: Path
) -> None:
    keep(home_of_shows, source=agenda, told=[Start(), Advance()])
    folder, _ = beheaded(home_of_shows, agenda, [Start()])
    said = served(agenda)
    assert f"Nhật ký {folder} hỏng ở dòng 2" in said
    assert "Tiếp tục: Đang ở mục 2: Báo cáo" in said


def test_an_older_journal_with_a_broken_header_goes_on(home_of_shows: Path, agenda: Path) -> None:
    folder = keep(home_of_shows, source=agenda, told=[Start()])
    (folder / "show.opening").unlink()
    path = folder / "show.journal"
    path.write_bytes(b"x" + path.read_bytes()[1:])
    assert "Tiếp tục: Đang ở mục 1" in served(agenda)


def picked(agenda: Path, choose: Choose | None = None) -> LiveShow | None:
    """What a command goes on with; where nobody can be asked, unless `choose` answers."""
    asked = Asked("serve", agenda=agenda)
    outcome = Outcome(asked, Language.VI, CLI[Language.VI], dict(os.environ))
    return picked_up(outcome, system_sources(), UTC, choose)


def test_a_record_without_its_opening_is_offered_beside_the_others(
    home_of_shows: Path, agenda: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(home_of_shows, source=agenda, told=[Start()])
    folder, _ = beheaded(home_of_shows, agenda, [Start(), Advance()])
    asked: list[tuple[str, int]] = []

    def the_first(question: str, count: int, other_keys: str) -> int:
        asked.append((question, count))
        return 1

    show = picked(agenda, the_first)
    assert show is not None
    show.close()
    assert (show.folder, [count for _, count in asked]) == (folder, [2])
    said = capsys.readouterr().out
    assert "1. Đang ở mục 2: Báo cáo" in said
    assert "dựng lại từ agenda.yaml" in said


@pytest.mark.parametrize("left", ["a broken line", "zeros", "nothing"])
def test_a_record_of_which_only_the_opening_is_left_is_named_and_gone_on_with(
    home_of_shows: Path, agenda: Path, left: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = keep(home_of_shows, source=agenda, told=[Start(), Advance()]) / "show.journal"
    lines = path.read_bytes().splitlines(keepends=True)
    if left == "nothing":
        path.unlink()
    elif left == "zeros":
        path.write_bytes(bytes(4096))
    else:
        path.write_bytes(b"".join([*lines[:2], lines[2].replace(b"item", b"itam", 1), *lines[3:]]))
    show = picked(agenda)
    said = capsys.readouterr().out
    assert show is not None
    show.close()
    assert f"Nhật ký hỏng ở dòng {3 if left == 'a broken line' else 1}" in said
    assert "Tiếp tục: Chưa bắt đầu mục nào" in said


def test_a_show_of_the_same_title_from_a_file_that_is_still_there_is_named(
    home_of_shows: Path, agenda: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(home_of_shows, source=agenda, told=[Start(), Advance()])
    copy = agenda.with_name("copy.yaml")
    copy.write_bytes(agenda.read_bytes())
    assert picked(copy) is None
    said = capsys.readouterr().out
    assert "Đang ở mục 2: Báo cáo" in said
    assert "--resume" in said


@pytest.mark.parametrize("content", [b"\xff\xfen\0o\0t\0e\0s\0", bytes(64), b"something else without an end"])
def test_a_journal_that_was_written_over_without_a_line_is_named(
    home_of_shows: Path, agenda: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = keep(home_of_shows, source=agenda, told=[Start()])
    (folder / "show.opening").unlink()
    (folder / FILE).write_bytes(content)
    with pytest.raises(Failed, match="--new"):
        picked(agenda)
    assert f"Nhật ký {folder} hỏng ở dòng 1" in capsys.readouterr().out
