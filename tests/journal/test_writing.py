"""Writing the journal: what is on the disk, and when."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.journal import Journal, JournalChanged, NewerJournal
from runofshow.journal.line import encode, seal
from runofshow.journal.reading import read_journal
from tests.journal.examples import OPENED, lines_of, note, notes, one_of_each


@contextmanager
def a_journal_of(count: int, folder: Path) -> Iterator[Journal]:
    with Journal.create(folder, since=OPENED) as journal:
        for entry in notes(count):
            journal.append(entry)
        yield journal


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the show goes; neither it nor its home is there yet."""
    return tmp_path / "data" / "home" / "2020-03-27-hoi-nghi-1"


def test_what_was_appended_is_what_is_read(folder: Path) -> None:
    with Journal.create(folder, since=OPENED) as journal:
        for entry in one_of_each():
            journal.append(entry)
        assert journal.trouble is None
        assert journal.last_seq == len(list(one_of_each()))
    assert read_journal(folder / "show.journal").entries == tuple(one_of_each())


def test_an_entry_is_synced_after_it_is_written_and_before_append_returns(folder: Path) -> None:
    path = folder / "show.journal"
    at_sync: list[bytes] = []

    def sync(descriptor: int) -> None:
        if stat.S_ISREG(os.fstat(descriptor).st_mode):
            at_sync.append(path.read_bytes())

    with Journal.create(folder, since=OPENED, sync=sync) as journal:
        assert at_sync == [lines_of([])]
        for count in range(1, 6):
            journal.append(note(count))
            assert at_sync[count:] == [lines_of(notes(count))]


def test_names_are_synced_after_they_are_made_from_the_file_up_to_the_first_new_folder(folder: Path) -> None:
    synced: list[str] = []

    def sync(descriptor: int) -> None:
        synced.append(Path(f"/proc/self/fd/{descriptor}").readlink().name)

    if not Path("/proc/self/fd").exists():
        pytest.skip("only Linux tells the name of a descriptor")
    with Journal.create(folder, since=OPENED, sync=sync):
        made = {folder.name, folder.parent.name, folder.parent.parent.name, folder.parents[2].name}
        assert set(synced[:-1]) == made
        assert synced[-1] == "show.journal"


@given(st.integers(0, 7))
def test_a_power_cut_after_any_answer_loses_no_answered_entry(count: int) -> None:
    """What was synced is all that a power cut is sure to leave."""
    with tempfile.TemporaryDirectory() as home:
        path = Path(home) / "show-1" / "show.journal"
        on_disk: dict[str, bytes] = {}

        def sync(descriptor: int) -> None:
            if stat.S_ISREG(os.fstat(descriptor).st_mode):
                on_disk["journal"] = path.read_bytes()

        with Journal.create(path.parent, since=OPENED, sync=sync) as journal:
            for entry in notes(count):
                journal.append(entry)
            after_the_cut = Path(home) / "after"
            after_the_cut.write_bytes(on_disk["journal"])
            assert read_journal(after_the_cut).entries == tuple(notes(count))


def test_a_resumed_journal_goes_on_where_it_stopped(folder: Path) -> None:
    with a_journal_of(3, folder):
        pass
    reading = read_journal(folder / "show.journal")
    with Journal.resume(folder, reading, since=OPENED) as journal:
        journal.append(note(4))
    assert (folder / "show.journal").read_bytes() == lines_of(notes(4))


@pytest.mark.parametrize("cut", [1, 20, len(encode(note(3))) - 1])
def test_a_torn_tail_is_cut_off_before_the_next_entry(folder: Path, cut: int) -> None:
    path = folder / "show.journal"
    with a_journal_of(2, folder):
        pass
    with path.open("ab") as file:
        file.write(encode(note(3))[:cut])
    with Journal.resume(folder, read_journal(path), since=OPENED) as journal:
        assert path.read_bytes() == lines_of(notes(2))
        journal.append(note(3))
    assert path.read_bytes() == lines_of(notes(3))
    assert sorted(each.name for each in folder.glob("show.journal*")) == ["show.journal"]


@pytest.mark.parametrize("left", [0, 1, 30])
def test_a_journal_cut_in_its_header_begins_again(folder: Path, left: int) -> None:
    path = folder / "show.journal"
    folder.mkdir(parents=True)
    path.write_bytes(lines_of([])[:left])
    with Journal.resume(folder, read_journal(path), since=OPENED) as journal:
        journal.append(note(1))
    assert path.read_bytes() == lines_of(notes(1))


def test_damage_is_kept_beside_what_is_recovered(folder: Path) -> None:
    path = folder / "show.journal"
    folder.mkdir(parents=True)
    damaged = lines_of(notes(2)) + b"\0\0\0\n" + encode(note(4))
    (folder / "show.journal.damaged-1").write_bytes(b"of an earlier day")
    path.write_bytes(damaged)
    with Journal.resume(folder, read_journal(path), since=OPENED) as journal:
        assert path.read_bytes() == lines_of(notes(2))
        journal.append(note(3))
    assert path.read_bytes() == lines_of(notes(3))
    assert (folder / "show.journal.damaged-1").read_bytes() == b"of an earlier day"
    assert (folder / "show.journal.damaged-2").read_bytes() == damaged
    assert not (folder / "show.journal.new").exists()


def test_the_damaged_file_is_synced_before_the_new_one_takes_its_place(folder: Path) -> None:
    path = folder / "show.journal"
    folder.mkdir(parents=True)
    damaged = lines_of(notes(2)) + b"\0\0\0\n"
    path.write_bytes(damaged)
    seen: list[tuple[bool, bytes]] = []

    def sync(_descriptor: int) -> None:
        seen.append(((folder / "show.journal.damaged-1").exists(), path.read_bytes()))

    with Journal.resume(folder, read_journal(path), since=OPENED, sync=sync):
        assert seen[0] == (True, damaged)
        assert seen[1] == (True, damaged)
        assert seen[-1] == (True, lines_of(notes(2)))


def test_a_newer_programs_journal_is_left_alone(folder: Path) -> None:
    path = folder / "show.journal"
    folder.mkdir(parents=True)
    newer = lines_of(notes(1)) + seal(encode(note(2))[9:-1].replace(b"note_taken", b"coffee_served"))
    path.write_bytes(newer)
    with pytest.raises(
        NewerJournal, match=r"line 3: newer_event coffee_served \(begun by runofshow 1\.0\.0\)"
    ):
        Journal.resume(folder, read_journal(path), since=OPENED)
    assert path.read_bytes() == newer


def test_a_journal_that_went_on_after_it_was_read_is_not_cut(folder: Path) -> None:
    path = folder / "show.journal"
    with a_journal_of(2, folder) as journal:
        stale = read_journal(path)
        journal.append(note(3))
    with pytest.raises(JournalChanged):
        Journal.resume(folder, stale, since=OPENED)
    assert read_journal(path).entries == tuple(notes(3))
    with Journal.resume(folder, read_journal(path), since=OPENED) as journal:
        assert journal.last_seq == 3


def test_a_journal_that_shrank_after_it_was_read_is_not_taken_for_the_same(folder: Path) -> None:
    path = folder / "show.journal"
    with a_journal_of(2, folder):
        pass
    stale = read_journal(path)
    path.write_bytes(lines_of(notes(1)))
    with pytest.raises(JournalChanged):
        Journal.resume(folder, stale, since=OPENED)


def test_a_show_is_not_begun_on_top_of_another(folder: Path) -> None:
    with a_journal_of(2, folder):
        pass
    with pytest.raises(FileExistsError):
        Journal.create(folder, since=OPENED)
    assert read_journal(folder / "show.journal").entries == tuple(notes(2))


@pytest.mark.parametrize("seq", [0, 2, 4])
def test_an_entry_out_of_sequence_is_our_own_mistake(folder: Path, seq: int) -> None:
    with a_journal_of(2, folder) as journal:
        with pytest.raises(ValueError, match=f"entry {seq} does not follow 2"):
            journal.append(note(seq))
        journal.append(note(3))
    assert read_journal(folder / "show.journal").entries == tuple(notes(3))


def test_an_append_that_is_broken_off_may_be_made_again(folder: Path) -> None:
    broken_off = iter([False, False, False, False, True])

    def sync(descriptor: int) -> None:
        if stat.S_ISREG(os.fstat(descriptor).st_mode) and next(broken_off, False):
            raise KeyboardInterrupt

    with Journal.create(folder, since=OPENED, sync=sync) as journal:
        for entry in notes(3):
            journal.append(entry)
        with pytest.raises(KeyboardInterrupt):
            journal.append(note(4))
        assert journal.last_seq == 3
        journal.append(note(4))
    assert read_journal(folder / "show.journal").entries == tuple(notes(4))
