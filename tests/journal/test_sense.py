"""Whole lines that cannot have happened in this show: named as damage, and never a fault of the program."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from runofshow.cli import main
from runofshow.cli.opening import read_record
from runofshow.core import events as e
from runofshow.core.commands import Advance, Start
from runofshow.journal import FILE_NAME, Flaw, Journal
from runofshow.journal.line import encode
from runofshow.journal.reading import read_journal
from tests.cli.kept import EIGHT, keep


@pytest.mark.parametrize(
    "event",
    [
        e.CueGone("of another show", EIGHT, auto=False),
        e.ItemStarted("m9", EIGHT),
    ],
    ids=lambda event: type(event).__name__,
)
def test_a_line_of_another_show_is_where_the_record_ends(
    home_of_shows: Path, event: e.Event, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = keep(home_of_shows, told=[Start(), Advance()])
    path = folder / FILE_NAME
    count = len(read_journal(path).entries)
    foreign = encode(e.Entry(count + 1, EIGHT, "caller", "go", (event,)))
    path.write_bytes(path.read_bytes() + foreign + encode(e.Entry(count + 2, EIGHT, "caller", "hold", ())))
    reading = read_record(folder)
    assert reading.damage is not None
    assert (len(reading.entries), reading.damage.line) == (count, count + 2)
    assert (reading.damage.flaw, reading.damage.lines_after) == (Flaw.BAD_ENTRY, 1)
    assert (main(["report", folder.name], os.environ), main(["shows"], os.environ)) == (0, 0)
    assert "Traceback" not in capsys.readouterr().err
    with Journal.resume(folder, reading, since=EIGHT):
        assert len(read_journal(path).entries) == count
    assert (folder / f"{FILE_NAME}.damaged-1").exists()


def test_a_line_that_changes_nothing_here_ends_no_record_and_no_command(
    home_of_shows: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = keep(home_of_shows, told=[Start(), Advance()])
    path = folder / FILE_NAME
    count = len(read_journal(path).entries)
    ended = e.Entry(count + 1, EIGHT, "caller", "go", (e.ItemEnded("of another show", EIGHT),))
    path.write_bytes(path.read_bytes() + encode(ended))
    assert main(["report", folder.name], os.environ) == 0
    assert "Hội nghị tổng kết" in capsys.readouterr().out
