"""What is read of a whole journal, a torn one and a damaged one."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from runofshow import __version__
from runofshow.core.events import Entry, ItemStarted, NoteTaken, ShowEnded, ShowOpened
from runofshow.core.value import replace
from runofshow.journal import reading as reading_module
from runofshow.journal.copies import read_fullest
from runofshow.journal.line import Flaw, encode, encode_header, seal
from runofshow.journal.reading import Damage, read_journal, skim
from tests.journal.examples import GOLDEN, at, lines_of, note, notes, one_of_each

SHOW = list(one_of_each())
BYTES = lines_of(SHOW)


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("journals") / "show.journal"


@given(st.integers(0, len(BYTES)))
@example(0)
@example(1)
@example(len(BYTES))
@example(len(BYTES) - 1)
def test_a_journal_cut_at_any_byte_reads_back_as_its_beginning(scratch: Path, cut: int) -> None:
    scratch.write_bytes(BYTES[:cut])
    reading = read_journal(scratch)
    whole_lines = BYTES[:cut].count(b"\n")
    assert reading.damage is None
    assert reading.entries == tuple(SHOW[: max(0, whole_lines - 1)])
    assert reading.good_bytes == BYTES[:cut].rfind(b"\n") + 1
    assert reading.torn_tail == (reading.good_bytes < cut)


@given(st.integers(0, len(BYTES) - 1), st.integers(1, 255))
def test_a_changed_byte_never_makes_a_wrong_entry(scratch: Path, place: int, change: int) -> None:
    changed = bytearray(BYTES)
    changed[place] ^= change
    scratch.write_bytes(changed)
    reading = read_journal(scratch)
    line = BYTES[:place].count(b"\n") + 1
    if line == 1 and reading.entries:
        # a header says nothing that is needed, so one that is broken costs nothing but a word
        assert reading.entries == tuple(SHOW)
    else:
        assert reading.entries == tuple(SHOW[: max(0, line - 2)])
    assert reading.torn_tail or (reading.damage is not None and reading.damage.line == line)


@given(st.binary(max_size=200), st.integers(0, len(BYTES)))
def test_a_glance_sees_what_a_reading_sees(scratch: Path, garbage: bytes, place: int) -> None:
    scratch.write_bytes(BYTES[:place] + garbage + BYTES[place:])
    skimmed, reading = skim(scratch), read_journal(scratch)
    assert (skimmed.entries, skimmed.damage) == (len(reading.entries), reading.damage)
    assert (skimmed.opening is not None) == bool(reading.entries)


@given(st.binary(max_size=200), st.integers(0, len(BYTES)), st.integers(1, 4000))
def test_many_lines_at_once_are_read_as_line_by_line(
    scratch: Path, garbage: bytes, place: int, block: int
) -> None:
    scratch.write_bytes(BYTES[:place] + garbage + BYTES[place:])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading_module, "BLOCK", 0)
        line_by_line = read_journal(scratch)
        patch.setattr(reading_module, "BLOCK", block)
        assert read_journal(scratch) == line_by_line


def test_a_line_left_out_where_a_block_ends_is_missed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "show.journal"
    told = notes(9)
    path.write_bytes(lines_of([*told[:4], *told[5:]]))
    monkeypatch.setattr(reading_module, "BLOCK", sum(map(len, map(encode, told[:4]))))
    reading = read_journal(path)
    assert reading.entries == tuple(told[:4])
    assert reading.damage == Damage(6, Flaw.SEQUENCE, "5 < 6", 3, __version__)


@pytest.mark.parametrize(
    ("broken", "flaw", "detail"),
    [
        (encode(note(3)).replace(b"caller", b"callar"), Flaw.CHECKSUM, ""),
        (encode(note(4)), Flaw.SEQUENCE, "3 < 4"),
        (encode(note(2)), Flaw.SEQUENCE, "3 > 2"),
        (b"\0" * 512 + b"\n", Flaw.NUL_BYTES, ""),
        (encode(note(3)).replace("đến".encode(), b"\xc4\x20"), Flaw.ENCODING, "0xc4"),
        (b"<<<<<<< HEAD\n", Flaw.GARBAGE, ""),
        (b"\n", Flaw.GARBAGE, ""),
        (
            seal(encode(note(3))[9:-1].replace(b"note_taken", b"coffee_served")),
            Flaw.NEWER_EVENT,
            "coffee_served",
        ),
    ],
)
def test_damage_in_the_middle_is_named_and_all_before_it_is_kept(
    tmp_path: Path, broken: bytes, flaw: Flaw, detail: str
) -> None:
    path = tmp_path / "show.journal"
    path.write_bytes(lines_of(notes(2)) + broken + encode(note(4)) + encode(note(5)))
    reading = read_journal(path)
    assert reading.entries == tuple(notes(2))
    assert reading.damage == Damage(4, flaw, detail, 2, __version__)


def test_the_lines_behind_the_damage_count_a_torn_one_too(tmp_path: Path) -> None:
    path = tmp_path / "show.journal"
    path.write_bytes(lines_of(notes(2)) + b"?\n" + encode(note(4)) + encode(note(5))[:20])
    damage = read_journal(path).damage
    assert damage is not None
    assert damage.lines_after == 2


def test_damage_in_the_last_whole_line_is_no_torn_tail(tmp_path: Path) -> None:
    path = tmp_path / "show.journal"
    path.write_bytes(lines_of(notes(2)) + encode(note(3)).replace(b"caller", b"callar"))
    reading = read_journal(path)
    assert reading.damage is not None
    assert (reading.damage.line, reading.damage.lines_after, reading.torn_tail) == (4, 0, False)


def test_blocks_of_nothing_behind_the_last_line_are_a_torn_tail(tmp_path: Path) -> None:
    """Some file systems lengthen a file before they write it; a power cut in between leaves NULs."""
    path = tmp_path / "show.journal"
    path.write_bytes(lines_of(notes(2)) + b"\0" * 4096)
    reading = read_journal(path)
    assert (reading.entries, reading.torn_tail, reading.damage) == (tuple(notes(2)), True, None)


@pytest.mark.parametrize("content", [b"title: H\xe1\n", b"PK\3\4" + bytes(range(256)) * 9, b"{}\n{}\n"])
def test_another_file_is_no_journal(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "show.journal"
    path.write_bytes(content)
    reading = read_journal(path)
    assert reading.entries == ()
    assert reading.damage is not None
    assert reading.damage.line == 1


def test_a_line_without_end_is_not_read_into_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_module, "MAX_LINE", 1000)
    path = tmp_path / "show.journal"
    path.write_bytes(lines_of(notes(2)) + b"x" * 5000 + b"\n" + encode(note(3)))
    reading = read_journal(path)
    assert reading.damage == Damage(4, Flaw.TOO_LONG, "1000", 1, __version__)
    path.write_bytes(lines_of(notes(2)) + b"x" * 5000)
    assert read_journal(path).damage == Damage(4, Flaw.TOO_LONG, "1000", 0, __version__)


def test_a_journal_of_a_newer_format_says_so(tmp_path: Path) -> None:
    path = tmp_path / "show.journal"
    path.write_bytes(encode_header().replace(b'"version":1', b'"version":2'))
    header = seal(b'{"format":"runofshow journal","version":2,"by":"3.0.0"}')
    path.write_bytes(header + b"whatever a newer program writes\n")
    assert read_journal(path).damage == Damage(1, Flaw.NEWER_FORMAT, "2", 1, "")


def test_there_is_no_journal_where_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_journal(tmp_path / "show.journal")


def test_a_folder_is_no_journal(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="Invalid argument"):
        read_journal(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_does_not_keep_the_reader_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "show.journal")
    with pytest.raises(OSError, match="Invalid argument"):
        skim(tmp_path / "show.journal")


def test_words_in_a_note_do_not_end_a_show(tmp_path: Path) -> None:
    path = tmp_path / "show.journal"
    told = ShowOpened(one_opening().agenda, one_opening().mode, 1.0, False, "a.yaml", at(0))
    sly = NoteTaken('","event":"show_ended"', at(1), '"event":"show_ended"')
    path.write_bytes(lines_of([Entry(1, at(0), "caller", "open", (told,)), replace(note(2), events=(sly,))]))
    assert not skim(path).ended
    with path.open("ab") as file:
        file.write(encode(Entry(3, at(3), "caller", "end", (ShowEnded(at(3)),))))
    assert skim(path).ended


def test_a_first_entry_that_opens_nothing_is_damage_at_a_glance(tmp_path: Path) -> None:
    path = tmp_path / "show.journal"
    path.write_bytes(lines_of(notes(3)))
    skimmed = skim(path)
    assert (skimmed.opening, skimmed.entries) == (None, 0)
    assert skimmed.damage == Damage(2, Flaw.BAD_ENTRY, "show_opened", 2, __version__)


def one_opening() -> ShowOpened:
    opened = SHOW[0].events[0]
    assert isinstance(opened, ShowOpened)
    return opened


def test_a_second_copy_that_goes_on_is_the_fullest_record(tmp_path: Path) -> None:
    home, usb = tmp_path / "home", tmp_path / "usb"
    put(home / "gala-1", notes(3))
    put(usb / "gala-1.copy-1", notes(4))
    put(usb / "gala-1.copy-2", notes(6))
    put(usb / "gala-11.copy-1", notes(9))
    reading = read_fullest(home / "gala-1", [tmp_path / "absent", usb])
    assert reading.path == usb / "gala-1.copy-2" / "show.journal"
    assert reading.entries == tuple(notes(6))


def test_a_copy_of_another_show_is_not_taken_for_this_one(tmp_path: Path) -> None:
    home, usb = tmp_path / "home", tmp_path / "usb"
    put(home / "gala-1", notes(3))
    put(usb / "gala-1.copy-1", [replace(entry, by="mc") for entry in notes(9)])
    assert read_fullest(home / "gala-1", [usb]).entries == tuple(notes(3))


def test_a_copy_makes_up_for_damage_in_the_first_place(tmp_path: Path) -> None:
    home, usb = tmp_path / "home", tmp_path / "usb"
    put(home / "gala-1", notes(2), b"?\n")
    put(usb / "gala-1.copy-1", notes(5))
    reading = read_fullest(home / "gala-1", [usb])
    assert (reading.entries, reading.damage) == (tuple(notes(5)), None)


def test_without_a_journal_and_a_copy_there_is_nothing_to_read(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_fullest(tmp_path / "gala-1", [tmp_path])


def put(folder: Path, entries: list[Entry], more: bytes = b"") -> None:
    folder.mkdir(parents=True)
    (folder / "show.journal").write_bytes(lines_of(entries) + more)


def test_ten_thousand_entries_are_replayed_within_a_second(tmp_path: Path) -> None:
    path = tmp_path / "show.journal"
    calls = [
        Entry(seq, at(seq), "caller", "advance", (ItemStarted("m1", at(seq)),)) for seq in range(1, 10_001)
    ]
    path.write_bytes(lines_of(calls))
    read_journal(GOLDEN)
    began = time.process_time()
    assert len(read_journal(path).entries) == 10_000
    assert time.process_time() - began < 1
