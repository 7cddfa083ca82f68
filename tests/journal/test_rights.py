"""The record is for its owner alone, and trouble with its disk is told at once."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from runofshow.journal import Journal
from runofshow.journal.copies import read_fullest
from runofshow.journal.reading import read_journal
from tests.cli.kept import keep
from tests.journal.examples import OPENED, lines_of, note, notes

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="rights are POSIX")


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_record_is_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "show-1"
    with Journal.create(folder, since=OPENED) as journal:
        journal.append(note(1))
        assert (rights(folder), rights(folder / "show.journal")) == (0o700, 0o600)


def test_every_file_beside_a_record_is_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "show-1"
    with Journal.create(folder, since=OPENED) as journal:
        journal.append(note(1))
        journal.append(note(2))
        made = {path.name: rights(path) for path in folder.iterdir()}
    assert {"show.journal", "show.opening", "show.lock", "holder.json"} <= made.keys()
    assert set(made.values()) == {0o600}
    path = folder / "show.journal"
    path.write_bytes(path.read_bytes() + b"?\n" * 2)
    (folder / "show.opening").chmod(0o644)
    with Journal.resume(folder, read_journal(path), since=OPENED):
        made = {path.name: rights(path) for path in folder.iterdir()}
    assert "show.journal.damaged-1" in made
    assert set(made.values()) == {0o600}


def test_a_record_that_all_may_read_is_closed_when_it_is_picked_up(tmp_path: Path) -> None:
    folder = tmp_path / "show-1"
    folder.mkdir(mode=0o755)
    path = folder / "show.journal"
    path.write_bytes(lines_of(notes(2)) + b"?\n")
    folder.chmod(0o755)
    path.chmod(0o644)
    with Journal.resume(folder, read_journal(path), since=OPENED):
        assert (rights(folder), rights(path)) == (0o700, 0o600)


def test_a_longer_copy_behind_a_link_is_not_taken(tmp_path: Path) -> None:
    home, usb = tmp_path / "home", tmp_path / "usb"
    for folder, count in ((home / "show-1", 2), (tmp_path / "elsewhere", 5)):
        folder.mkdir(parents=True)
        (folder / "show.journal").write_bytes(lines_of(notes(count)))
    usb.mkdir()
    (usb / "show-1.copy-1").symlink_to(tmp_path / "elsewhere")
    assert len(read_fullest(home / "show-1", [usb]).entries) == 2


def test_a_show_kept_in_a_home_lists_a_folder_for_its_owner(home_of_shows: Path) -> None:
    assert rights(keep(home_of_shows)) == 0o700
