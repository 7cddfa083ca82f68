"""One show has one writer, and the second console learns who it is."""

from __future__ import annotations

import os
import threading
from datetime import timedelta
from pathlib import Path

import pytest

from runofshow.journal import Held, Journal
from runofshow.journal.lock import FolderLock, read_holder
from runofshow.journal.reading import read_journal
from tests.journal.consoles import HOLDING, console
from tests.journal.examples import OPENED, note


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "show-1"


def test_a_second_console_is_told_who_holds_the_show(folder: Path) -> None:
    with console(HOLDING, folder) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(Held) as raised:
            Journal.resume(folder, read_journal(folder / "show.journal"), since=OPENED + timedelta(hours=1))
        holder = raised.value.holder
        other.communicate("leave\n")
    assert holder is not None
    assert (holder.pid, holder.since) == (other.pid, OPENED)
    assert holder.host
    assert str(other.pid) in str(raised.value)
    with Journal.resume(folder, read_journal(folder / "show.journal"), since=OPENED) as journal:
        journal.append(note(1))


def test_a_killed_console_leaves_a_note_but_no_lock(folder: Path) -> None:
    with console(HOLDING, folder) as other:
        assert other.stdout is not None
        other.stdout.readline()
        other.kill()
    note_left = read_holder(folder)
    assert note_left is not None
    assert note_left.pid == other.pid
    with Journal.resume(folder, read_journal(folder / "show.journal"), since=OPENED):
        holder = read_holder(folder)
        assert holder is not None
        assert holder.pid == os.getpid()


def test_one_process_cannot_open_a_show_twice(folder: Path) -> None:
    with Journal.create(folder, since=OPENED) as journal:
        journal.append(note(1))
        with pytest.raises(Held):
            Journal.resume(folder, read_journal(folder / "show.journal"), since=OPENED)
        journal.append(note(2))


def test_a_show_that_is_held_elsewhere_is_not_touched(folder: Path) -> None:
    with Journal.create(folder, since=OPENED):
        with (folder / "show.journal").open("ab") as file:
            file.write(b"half a li")
        before = (folder / "show.journal").read_bytes()
        with pytest.raises(Held):
            Journal.resume(folder, read_journal(folder / "show.journal"), since=OPENED)
        assert (folder / "show.journal").read_bytes() == before


def test_a_held_show_that_has_gone_on_is_said_to_be_held(folder: Path) -> None:
    """Whether it has changed is looked at only under the lock: before, it may change again."""
    with Journal.create(folder, since=OPENED) as journal:
        stale = read_journal(folder / "show.journal")
        journal.append(note(1))
        with pytest.raises(Held):
            Journal.resume(folder, stale, since=OPENED)


def test_a_show_opened_in_one_thread_is_closed_in_another(folder: Path) -> None:
    journal = Journal.create(folder, since=OPENED)
    leaving = threading.Thread(target=journal.close)
    leaving.start()
    leaving.join()
    Journal.resume(folder, read_journal(folder / "show.journal"), since=OPENED).close()
    assert not (folder / "holder.json").exists()


@pytest.mark.parametrize(
    "note_text",
    [
        "",
        "{",
        "[]",
        '{"pid":"1","host":"h","user":"u","since":"2020-01-01T00:00:00Z"}',
        '{"pid":1,"host":"h","user":"u","since":"yesterday"}',
    ],
)
def test_a_show_is_held_even_if_the_note_cannot_be_read(folder: Path, note_text: str) -> None:
    folder.mkdir()
    held = FolderLock(folder, OPENED)
    held.take()
    (folder / "holder.json").write_text(note_text)
    with pytest.raises(Held) as raised:
        FolderLock(folder, OPENED).take()
    assert raised.value.holder is None
    held.release()


def test_nobody_holds_a_folder_without_a_note(folder: Path) -> None:
    assert read_holder(folder) is None


def test_a_lock_whose_folder_came_back_is_taken_again(folder: Path) -> None:
    folder.mkdir()
    lock = FolderLock(folder, OPENED)
    lock.take()
    folder.rename(folder.with_name("away"))
    folder.mkdir()
    lock.take()
    with pytest.raises(Held):
        FolderLock(folder, OPENED).take()
    lock.release()
    FolderLock(folder, OPENED).take()


@pytest.mark.skipif(os.name != "posix", reason="Windows deletes no file that is open")
def test_a_lock_file_deleted_by_hand_lets_no_second_console_in(folder: Path) -> None:
    with console(HOLDING, folder) as other:
        assert other.stdout is not None
        other.stdout.readline()
        (folder / "show.lock").unlink()
        with pytest.raises(Held):
            Journal.resume(folder, read_journal(folder / "show.journal"), since=OPENED)
        other.communicate("leave\n")
    Journal.resume(folder, read_journal(folder / "show.journal"), since=OPENED).close()
