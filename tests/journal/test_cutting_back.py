"""A record that is cut back: what stood behind the cut is kept beside it, and the record goes on."""

from __future__ import annotations

import errno
import os
import sys
import threading
from pathlib import Path

import pytest

from runofshow.core.events import Entry
from runofshow.core.value import replace
from runofshow.journal import Held, Journal, OnItsWay, Trouble
from runofshow.journal.reading import read_journal
from tests.journal.examples import OPENED, lines_of, note, notes


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "show-1" / "show.journal"


def journal_of(count: int, path: Path) -> Journal:
    journal = Journal.create(path.parent, since=OPENED)
    for entry in notes(count):
        journal.append(entry)
    return journal


def cut_back(journal: Journal, seq: int) -> None:
    way = OnItsWay(journal.cut_back(seq))
    way.carry_through(journal.patience)
    way.answer()


def trouble(journal: Journal) -> Trouble | None:
    """Asked anew each time: it comes and goes behind the back of a type checker."""
    return journal.trouble


def another(seq: int) -> Entry:
    """An entry of the other console's, under a number that was given here too."""
    return replace(note(seq), by="mc")


def beside(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.glob("show.journal.*"))


def test_what_stood_behind_the_cut_is_kept_beside_and_the_record_goes_on(path: Path) -> None:
    with journal_of(5, path) as journal:
        cut_back(journal, 3)
        assert (journal.last_seq, path.read_bytes()) == (3, lines_of(notes(3)))
        assert path.with_name("show.journal.branch-1").read_bytes() == lines_of(notes(5))
        journal.append(another(4))
        assert trouble(journal) is None
    assert read_journal(path).entries == (*notes(3), another(4))
    assert beside(path) == ["show.journal.branch-1"]


def test_each_cut_has_a_file_of_its_own(path: Path) -> None:
    with journal_of(5, path) as journal:
        cut_back(journal, 4)
        cut_back(journal, 2)
    assert path.with_name("show.journal.branch-1").read_bytes() == lines_of(notes(5))
    assert path.with_name("show.journal.branch-2").read_bytes() == lines_of(notes(4))
    assert path.read_bytes() == lines_of(notes(2))


def test_a_cut_behind_the_last_entry_changes_nothing(path: Path) -> None:
    with journal_of(2, path) as journal:
        cut_back(journal, 2)
        journal.append(note(3))
    assert path.read_bytes() == lines_of(notes(3))
    assert beside(path) == []


@pytest.mark.parametrize("seq", [-1, 0, 3])
def test_no_cut_takes_the_opening_or_goes_behind_the_end(path: Path, seq: int) -> None:
    with journal_of(2, path) as journal:
        with pytest.raises(ValueError, match="none of 1 to 2"):
            cut_back(journal, seq)
        assert path.read_bytes() == lines_of(notes(2))


def test_a_file_that_others_damage_later_is_called_damaged(path: Path) -> None:
    with journal_of(3, path) as journal:
        cut_back(journal, 2)
        path.write_bytes(b"a sync tool\nthought it knew better\n")
        journal.append(note(3))
    assert beside(path) == ["show.journal.branch-1", "show.journal.damaged-1"]
    assert path.read_bytes() == lines_of(notes(3))


def test_nobody_else_gets_the_folder_between_the_old_file_and_the_new(path: Path) -> None:
    with journal_of(3, path) as journal:
        cut_back(journal, 2)
        with pytest.raises(Held):
            Journal.resume(path.parent, read_journal(path), since=OPENED)


def test_the_branch_is_on_the_disk_before_the_record_is_another(path: Path) -> None:
    seen: list[tuple[bool, bytes]] = []

    def sync(_descriptor: int) -> None:
        seen.append((path.with_name("show.journal.branch-1").exists(), path.read_bytes()))

    with Journal.create(path.parent, since=OPENED, sync=sync) as journal:
        for entry in notes(3):
            journal.append(entry)
        seen.clear()
        cut_back(journal, 1)
    assert seen[0] == (True, lines_of(notes(3)))
    assert seen[-1] == (True, lines_of(notes(1)))


def test_a_disk_that_fails_at_the_cut_gets_both_files_when_it_is_well_again(path: Path) -> None:
    fails = False

    def sync(descriptor: int) -> None:
        if fails:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        os.fsync(descriptor)

    usb = path.parent.parent / "usb"
    with Journal.create(path.parent, since=OPENED, sync=sync, fallbacks=[usb]) as journal:
        for entry in notes(3):
            journal.append(entry)
        fails = True
        cut_back(journal, 2)
        assert trouble(journal) is not None
        assert journal.last_seq == 2
        fails = False
        journal.append(another(3))
        assert trouble(journal) is None
    assert read_journal(path).entries == (*notes(2), another(3))
    assert path.with_name("show.journal.branch-1").read_bytes() == lines_of(notes(3))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not move what is open")
def test_a_second_copy_that_was_written_is_cut_back_too(path: Path) -> None:
    home, usb = path.parent, path.parent.parent / "usb"
    with Journal.create(home, since=OPENED, fallbacks=[usb]) as journal:
        journal.append(note(1))
        home.rename(home.with_name("pulled"))
        home.write_text("in its place")
        for entry in notes(3)[1:]:
            journal.append(entry)
        cut_back(journal, 2)
        copy = usb / "show-1.copy-1" / "show.journal"
        assert copy.read_bytes() == lines_of(notes(2))
        assert copy.with_name("show.journal.branch-1").read_bytes() == lines_of(notes(3))
        home.unlink()
        home.with_name("pulled").rename(home)
        journal.append(another(3))
        assert trouble(journal) is None
    assert read_journal(path).entries == (*notes(2), another(3))


def test_a_disk_that_was_given_up_before_the_cut_may_finish_after_it(path: Path) -> None:
    held, let_go = False, threading.Event()

    def sync(descriptor: int) -> None:
        if held:
            let_go.wait(10)
        os.fsync(descriptor)

    with Journal.create(path.parent, since=OPENED, sync=sync, patience=0.05) as journal:
        for entry in notes(2):
            journal.append(entry)
        held = True
        journal.append(note(3))
        cut_back(journal, 2)
        assert trouble(journal) is not None
        held = False
        let_go.set()
        journal.patience = 10.0
        while trouble(journal) is not None:
            journal.append(another(journal.last_seq + 1))
        last = journal.last_seq
    assert read_journal(path).entries == (*notes(2), *(another(seq) for seq in range(3, last + 1)))
    assert path.with_name("show.journal.branch-1").read_bytes() == lines_of(notes(3))
