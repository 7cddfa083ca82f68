"""A Word 97 document is read piece by piece, each look upon its styles. Whole plans are in test_office.py."""

from __future__ import annotations

import struct

import pytest

from runofshow.documents.reading.forms import Form, form_of
from runofshow.documents.reading.opening import read_bytes
from runofshow.documents.reading.word97.looks import BOLD, CELLS, HIDDEN, MERGE, changes, switch
from runofshow.office.failure import CannotRead, Failure
from tests.documents.reading.ole import ole, word95, word97


def texts(data: bytes) -> list[str]:
    return [line.text for line in read_bytes(data, "plan.doc").parts[0].lines()]


def failure_of(data: bytes) -> Failure:
    with pytest.raises(CannotRead) as cannot:
        read_bytes(data, "plan.doc")
    return cannot.value.failure


def test_pieces_of_one_and_of_two_bytes_a_letter_are_one_text() -> None:
    assert texts(word97(b"7h30 Ch\xe0o ", "cờ\rKhai mạc", b" H\xf4i ngh\x85\r")) == [
        "7h30 Chào cờ",
        "Khai mạc Hôi ngh…",
    ]


def test_the_results_of_fields_are_read_and_signs_are_letters() -> None:
    assert texts(word97("Xem \x13 PAGE \x14trang 3\x15\x0bL\x1fễ ra\x1emắt\x01\r")) == [
        "Xem trang 3",
        "Lễ ra-mắt",
    ]


def test_a_field_without_an_end_hides_no_later_paragraph() -> None:
    assert texts(word97("a\x13 b\rc\r")) == ["a", "c"]


def test_a_page_break_ends_no_paragraph_and_the_end_of_a_section_does() -> None:
    sections = struct.pack("<III", 0, 4, 9) + bytes(24)
    assert texts(word97("a\x0cb\x0cc\x0cd\re\r", tables={6: sections})) == ["ab", "cd", "e"]


def test_an_emoji_is_one_letter() -> None:
    assert texts(word97("😀 x\r")) == ["😀 x"]


def test_cells_without_a_word_about_their_edges_are_kept_apart() -> None:
    document = read_bytes(word97("7h30\x07Chào cờ\x07\r"), "plan.doc")
    assert [line.place.column for line in document.parts[0].lines()] == [1, 2]


def test_a_text_of_word_95_is_read() -> None:
    assert texts(word95("7h30 Hôi nghi\rKhai mac\r".encode("cp1252"))) == ["7h30 Hôi nghi", "Khai mac"]


@pytest.mark.parametrize(
    ("data", "failure"),
    [
        (word97("a\r", flags=0x0100), Failure.ENCRYPTED),
        (ole(EncryptedPackage=b"x", EncryptionInfo=b"x"), Failure.ENCRYPTED),
        (ole(PowerPoint=b"x"), Failure.UNKNOWN_FORM),
        (word97("\r\r"), Failure.EMPTY),
        (word97("\x01\r"), Failure.NO_TEXT),
        (word97("a\r", flags=0x0200), Failure.DAMAGED),
        (word97("a\r", tables={33: b"\x02\xff\xff"}), Failure.DAMAGED),
    ],
)
def test_a_file_that_gives_no_text_says_why(data: bytes, failure: Failure) -> None:
    assert failure_of(data) is failure


def test_an_old_workbook_is_known_by_its_stream() -> None:
    assert form_of(ole(Workbook=b"x"), "plan.doc") is Form.WORKBOOK_97


def test_changes_are_as_long_as_their_first_word_says() -> None:
    told = (
        b"\x35\x08\x01"
        + b"\x08\xd6\x04\x00\x01\x02\x03"
        + b"\x2b\xd6\x02\x00\x03"
        + b"\x2b\xd6\x02\x01\x01"
        + b"\x36"
    )
    assert changes(told) == {
        BOLD: b"\x01",
        CELLS: b"\x04\x00\x01\x02\x03",
        MERGE: b"\x02\x00\x03\x02\x01\x01",
    }


@pytest.mark.parametrize(
    ("own", "style", "is_on"),
    [(None, 1, True), (0, 1, False), (1, 0, True), (0x80, 1, True), (0x81, 1, False), (0x81, 0, True)],
)
def test_a_switch_may_be_the_other_way_than_the_style(own: int | None, style: int, is_on: bool) -> None:
    said = {} if own is None else {HIDDEN: bytes([own])}
    assert switch(HIDDEN, said, {HIDDEN: bytes([style])}) is is_on
