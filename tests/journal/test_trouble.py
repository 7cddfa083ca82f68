"""A disk that fails stops no show: the record goes on elsewhere, and comes home when it can."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from runofshow.core.value import replace
from runofshow.journal import Held, Journal, Trouble
from runofshow.journal.copies import read_fullest
from runofshow.journal.line import encode
from runofshow.journal.reading import read_journal
from tests.journal.consoles import STARVED, console
from tests.journal.examples import OPENED, lines_of, note, notes

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows neither moves nor deletes what is open, and has no such limits"
)

NOT_A_FOLDER = os.strerror(errno.ENOTDIR)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The home of shows, already there."""
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


@pytest.fixture
def usb(tmp_path: Path) -> Path:
    return tmp_path / "usb"


def trouble(journal: Journal) -> Trouble | None:
    """Asked anew each time: it comes and goes behind the back of a type checker."""
    return journal.trouble


def test_a_show_whose_home_cannot_be_made_is_kept_in_the_fallback(tmp_path: Path, usb: Path) -> None:
    (tmp_path / "home").write_text("a file where the folder of all shows should be")
    folder = tmp_path / "home" / "show-1"
    with Journal.create(folder, since=OPENED, fallbacks=[usb]) as journal:
        copy = usb / "show-1.copy-1"
        assert trouble(journal) == Trouble(NOT_A_FOLDER, errno.ENOTDIR, 1, copy)
        journal.append(note(1))
        assert read_journal(copy / "show.journal").entries == (note(1),)


def test_a_home_that_is_taken_away_and_brought_back_gets_every_line(home: Path, usb: Path) -> None:
    folder = home / "show-1"
    copy = usb / "show-1.copy-1"
    with Journal.create(folder, since=OPENED, fallbacks=[usb]) as journal:
        journal.append(note(1))
        journal.append(note(2))
        home.rename(home.with_name("pulled"))
        home.write_text("in its place")
        journal.append(note(3))
        assert trouble(journal) == Trouble(NOT_A_FOLDER, errno.ENOTDIR, 3, copy)
        journal.append(note(4))
        assert trouble(journal) == Trouble(NOT_A_FOLDER, errno.ENOTDIR, 3, copy)
        assert (copy / "show.journal").read_bytes() == lines_of(notes(4))
        home.unlink()
        home.with_name("pulled").rename(home)
        journal.append(note(5))
        assert trouble(journal) is None
    assert (folder / "show.journal").read_bytes() == lines_of(notes(5))
    assert (copy / "show.journal").read_bytes() == lines_of(notes(4))


def test_a_stick_that_was_pulled_does_not_come_back_as_a_folder_on_the_system_disk(home: Path) -> None:
    with Journal.create(home / "show-1", since=OPENED) as journal:
        journal.append(note(1))
        shutil.rmtree(home)
        journal.append(note(2))
        told = trouble(journal)
        assert told is not None
        assert told.errno == errno.ENOENT
        assert not home.exists()


def test_a_folder_deleted_under_the_open_journal_is_noticed_and_written_again(home: Path) -> None:
    """The system takes every further line into the deleted file without a word."""
    folder = home / "show-1"
    with Journal.create(folder, since=OPENED) as journal:
        journal.append(note(1))
        shutil.rmtree(folder)
        journal.append(note(2))
        assert trouble(journal) is None
        assert (folder / "show.journal").read_bytes() == lines_of(notes(2))
        with pytest.raises(Held):
            Journal.resume(folder, read_journal(folder / "show.journal"), since=OPENED)


def test_a_journal_that_was_cut_short_by_others_is_made_whole(home: Path) -> None:
    path = home / "show-1" / "show.journal"
    with Journal.create(path.parent, since=OPENED) as journal:
        for entry in notes(3):
            journal.append(entry)
        path.write_bytes(lines_of(notes(1)))
        journal.append(note(4))
    assert path.read_bytes() == lines_of(notes(4))


def test_what_others_wrote_over_the_journal_is_set_aside(home: Path) -> None:
    path = home / "show-1" / "show.journal"
    with Journal.create(path.parent, since=OPENED) as journal:
        for entry in notes(3):
            journal.append(entry)
        path.write_bytes(b"a sync tool\nthought it knew better\n")
        journal.append(note(4))
        journal.append(note(5))
    assert path.read_bytes() == lines_of(notes(5))
    assert path.with_name("show.journal.damaged-1").read_bytes() == b"a sync tool\nthought it knew better\n"


def test_without_any_place_the_lines_wait_in_memory(home: Path, tmp_path: Path) -> None:
    (tmp_path / "full").write_text("no folder")
    with Journal.create(home / "show-1", since=OPENED, fallbacks=[tmp_path / "full"]) as journal:
        journal.append(note(1))
        home.rename(home.with_name("away"))
        journal.append(note(2))
        journal.append(note(3))
        assert trouble(journal) == Trouble(os.strerror(errno.ENOENT), errno.ENOENT, 2, None)
        home.with_name("away").rename(home)
        journal.append(note(4))
        assert trouble(journal) is None
    assert (home / "show-1" / "show.journal").read_bytes() == lines_of(notes(4))


def test_the_second_fallback_takes_over_when_the_first_fails_too(home: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    with Journal.create(home / "show-1", since=OPENED, fallbacks=[first, second]) as journal:
        home.rename(home.with_name("away"))
        journal.append(note(1))
        shutil.rmtree(first)
        journal.append(note(2))
        told = trouble(journal)
        assert told is not None
        assert told.copy == second / "show-1.copy-1"
        journal.append(note(3))
    assert (second / "show-1.copy-1" / "show.journal").read_bytes() == lines_of(notes(3))


def test_an_older_second_copy_is_never_written_over(home: Path, usb: Path) -> None:
    (usb / "show-1.copy-1").mkdir(parents=True)
    (usb / "show-1.copy-1" / "show.journal").write_bytes(lines_of(notes(9)))
    with Journal.create(home / "show-1", since=OPENED, fallbacks=[usb]) as journal:
        home.rename(home.with_name("away"))
        journal.append(note(1))
        told = trouble(journal)
        assert told is not None
        assert told.copy == usb / "show-1.copy-2"
    assert (usb / "show-1.copy-1" / "show.journal").read_bytes() == lines_of(notes(9))


def test_a_show_that_ended_in_its_second_copy_is_resumed_from_there(home: Path, usb: Path) -> None:
    folder = home / "show-1"
    with Journal.create(folder, since=OPENED, fallbacks=[usb]) as journal:
        journal.append(note(1))
        home.rename(home.with_name("away"))
        journal.append(note(2))
    home.with_name("away").rename(home)
    reading = read_fullest(folder, [usb])
    assert reading.entries == tuple(notes(2))
    with Journal.resume(folder, reading, since=OPENED, fallbacks=[usb]) as journal:
        journal.append(note(3))
        assert trouble(journal) is None
    assert (folder / "show.journal").read_bytes() == lines_of(notes(3))
    assert not list(folder.glob("show.journal.damaged-*"))


def test_with_no_line_to_compare_only_a_copy_of_this_very_folder_is_gone_on_with(
    home: Path, usb: Path
) -> None:
    """Another home may have a show of the same name, whose copies lie in the same place."""
    for folder, whose in ((usb / "show-1.copy-1", home.parent / "other"), (usb / "show-1.copy-2", home)):
        folder.mkdir(parents=True)
        (folder / "show.journal").write_bytes(lines_of(notes(9 if whose is not home else 5)))
        (folder / "copy-of.txt").write_text(f"{whose / 'show-1'}\n")
    (home / "show-1").mkdir()
    (home / "show-1" / "show.journal").write_bytes(b"nothing that is whole\n")
    assert len(read_fullest(home / "show-1", [usb]).entries) == 5


def test_a_copy_that_tells_another_story_is_named_and_the_journal_holds(home: Path, usb: Path) -> None:
    for folder, count in ((home / "show-1", 3), (usb / "show-1.copy-1", 2)):
        folder.mkdir(parents=True)
        (folder / "show.journal").write_bytes(lines_of(notes(count)))
    assert read_fullest(home / "show-1", [usb]).parted is None
    with (usb / "show-1.copy-1" / "show.journal").open("ab") as copy:
        copy.write(encode(replace(note(3), by="mc")) + encode(note(4)))
    reading = read_fullest(home / "show-1", [usb])
    assert (len(reading.entries), reading.parted) == (3, usb / "show-1.copy-1")


def test_a_file_system_that_cannot_sync_a_folder_is_good_enough(home: Path) -> None:
    with Journal.create(home / "show-1", since=OPENED, sync=failing_for_folders(errno.EINVAL)) as journal:
        journal.append(note(1))
        assert trouble(journal) is None


def test_a_folder_that_fails_to_sync_is_trouble_and_tried_again(home: Path) -> None:
    with Journal.create(
        home / "show-1", since=OPENED, sync=failing_for_folders(errno.EIO, times=3)
    ) as journal:
        for count in (1, 2):
            assert trouble(journal) == Trouble(os.strerror(errno.EIO), errno.EIO, 1, None)
            journal.append(note(count))
        assert trouble(journal) == Trouble(os.strerror(errno.EIO), errno.EIO, 1, None)
        journal.append(note(3))
        assert trouble(journal) is None
    assert read_journal(home / "show-1" / "show.journal").entries == tuple(notes(3))


def failing_for_folders(code: int, times: int = 99) -> Callable[[int], None]:
    failures = iter([True] * times)

    def sync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode) and next(failures, False):
            raise OSError(code, os.strerror(code))

    return sync


def test_damage_that_cannot_be_kept_beside_stays_where_it_is(home: Path) -> None:
    path = home / "show-1" / "show.journal"
    path.parent.mkdir()
    damaged = lines_of(notes(2)) + b"?\n" + encode(note(4))
    path.write_bytes(damaged)
    full = True

    def sync(descriptor: int) -> None:
        if full:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with Journal.resume(path.parent, read_journal(path), since=OPENED, sync=sync) as journal:
        journal.append(note(3))
        told = trouble(journal)
        assert told is not None
        assert told.errno == errno.ENOSPC
        assert path.read_bytes() == damaged
        assert not list(path.parent.glob("*.damaged-*"))
        full = False
        journal.append(note(4))
        assert trouble(journal) is None
    assert path.read_bytes() == lines_of(notes(4))
    assert path.with_name("show.journal.damaged-1").read_bytes() == damaged


@pytest.mark.skipif(not Path("/proc/self/io").exists(), reason="only Linux counts what a process writes")
def test_a_line_whose_sync_failed_is_written_again(home: Path) -> None:
    """After a failed fsync Linux calls the page clean: a second fsync succeeds, and the line is not there."""
    path = home / "show-1" / "show.journal"
    fails = iter([False, False, True])

    def sync(descriptor: int) -> None:
        if stat.S_ISREG(os.fstat(descriptor).st_mode) and next(fails, False):
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    with Journal.create(path.parent, since=OPENED, sync=sync) as journal:
        journal.append(note(1))
        journal.append(note(2))
        assert trouble(journal) == Trouble(os.strerror(errno.EIO), errno.EIO, 2, None)
        before = bytes_written()
        journal.append(note(3))
        assert bytes_written() - before >= len(encode(note(2)) + encode(note(3)))
        assert trouble(journal) is None
    assert path.read_bytes() == lines_of(notes(3))


def bytes_written() -> int:
    """By this process, since it began."""
    counts = dict(line.split(": ") for line in Path("/proc/self/io").read_text().splitlines())
    return int(counts["wchar"])


def test_a_disk_that_is_full_in_the_middle_of_a_line_is_survived(home: Path, usb: Path) -> None:
    folder = home / "show-1"
    with console(STARVED, folder, usb) as starved:
        words, _ = starved.communicate()
    too_large = os.strerror(errno.EFBIG)
    assert words.splitlines() == [
        f"{too_large}, since 4, copy None",
        f"{too_large}, since 4, copy None",
        "well: 6",
    ]
    assert (folder / "show.journal").read_bytes() == lines_of(notes(6))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_device_in_the_place_of_the_journal_is_no_place_to_write(home: Path, usb: Path) -> None:
    folder = home / "show-1"
    with Journal.create(folder, since=OPENED, fallbacks=[usb]) as journal:
        (folder / "show.journal").unlink()
        (folder / "show.journal").symlink_to("/dev/full")
        journal.append(note(1))
        told = trouble(journal)
        assert told is not None
        assert told.copy == usb / "show-1.copy-1"
