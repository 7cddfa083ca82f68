"""kill -9 in the middle of a show."""

from __future__ import annotations

from pathlib import Path

import pytest

from runofshow.journal import Journal
from runofshow.journal.reading import read_journal
from tests.journal.consoles import ENDLESS, console
from tests.journal.examples import OPENED, note, notes


@pytest.mark.parametrize("answers", [1, 37, 400])
def test_every_answered_call_outlives_kill_9(tmp_path: Path, answers: int) -> None:
    folder = tmp_path / "show-1"
    with console(ENDLESS, folder) as writer:
        assert writer.stdout is not None
        told = [int(writer.stdout.readline()) for _ in range(answers)]
        writer.kill()
        told += [int(line) for line in writer.stdout if line.endswith("\n")]
    reading = read_journal(folder / "show.journal")
    assert reading.damage is None
    assert len(reading.entries) >= told[-1]
    assert reading.entries == tuple(notes(len(reading.entries)))
    with Journal.resume(folder, reading, since=OPENED) as journal:
        journal.append(note(journal.last_seq + 1))
    assert read_journal(folder / "show.journal").entries == tuple(notes(len(reading.entries) + 1))
