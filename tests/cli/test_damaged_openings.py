"""A flipped bit or a cut in the first lines of a journal: named, mended, never passed over."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from runofshow.core.commands import Advance, Start
from runofshow.journal.reading import read_journal, skim
from tests.cli.kept import agenda_file, keep
from tests.terminal import ROOT


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    return agenda_file(tmp_path / "agenda.yaml", "Hội nghị tổng kết")


def served(agenda: Path, *more: str) -> str:
    """What `serve` says until it serves or ends."""
    argv = [sys.executable, "-m", "runofshow", "serve", str(agenda), "--port", "0", "--no-sound", *more]
    said = ""
    with subprocess.Popen(
        argv,
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


@pytest.mark.parametrize("more", [[], ["--resume"]])
def test_an_opening_that_is_lost_twice_stops_the_command(
    home_of_shows: Path, agenda: Path, more: list[str]
) -> None:
    folder = keep(home_of_shows, source=agenda, told=[Start()])
    (folder / "show.opening").unlink()
    path = folder / "show.journal"
    lines = path.read_bytes().splitlines(keepends=True)
    damaged = lines[0] + lines[1].replace(b"caller", b"callar", 1) + b"".join(lines[2:])
    path.write_bytes(damaged)
    said = served(agenda, *more)
    assert f"Nhật ký {folder} hỏng ở dòng 2" in said
    assert "--new" in said
    assert "http://" not in said
    assert path.read_bytes() == damaged
    assert "http://" in served(agenda, "--new", "--start", "now")


def test_an_older_journal_with_a_broken_header_goes_on(home_of_shows: Path, agenda: Path) -> None:
    folder = keep(home_of_shows, source=agenda, told=[Start()])
    (folder / "show.opening").unlink()
    path = folder / "show.journal"
    path.write_bytes(b"x" + path.read_bytes()[1:])
    assert "Tiếp tục: Đang ở mục 1" in served(agenda)
