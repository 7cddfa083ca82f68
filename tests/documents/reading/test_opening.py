"""A file is known by what stands in it, and one that cannot be read says why."""

from __future__ import annotations

import os
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from runofshow.documents.doubt import DoubtCode
from runofshow.documents.reading import opening
from runofshow.documents.reading.forms import Form, form_of
from runofshow.documents.reading.opening import read_bytes, read_document, read_pasted
from runofshow.office import archive
from runofshow.office.archive import MOST_PARTS, Archive, parsed
from runofshow.office.failure import CannotRead, Failure
from tests.documents.reading.docx import TYPES, docx, paragraph

WORD = docx(paragraph("Chào cờ"))


def why(path: Path) -> tuple[Failure, str]:
    with pytest.raises(CannotRead) as cannot:
        read_document(path)
    return cannot.value.failure, cannot.value.about["file"]


def zipped(parts: dict[str, bytes]) -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in parts.items():
            file.writestr(name, part)
    return data.getvalue()


def test_a_wrong_ending_is_no_matter(tmp_path: Path) -> None:
    path = tmp_path / "chương trình.pdf"
    path.write_bytes(WORD)
    document = read_document(path)
    assert document.name == "chương trình.pdf"
    assert [line.text for line in document.parts[0].lines()] == ["Chào cờ"]


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (WORD, Form.WORD),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}), Form.OPEN_TEXT),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), Form.OPEN_SHEET),
        (zipped({"[Content_Types].xml": b"...spreadsheetml.sheet.main+xml"}), Form.WORKBOOK),
        (b"{\\rtf1\\ansi x}", Form.RICH_TEXT),
        (b"\n%PDF-1.7\n", Form.PDF),
        (b"\xef\xbb\xbf<!DOCTYPE html><p>x", Form.HTML),
        ('\ufeff<html lang="vi">'.encode("utf-16-le"), Form.HTML),
        (b'{"rundown": []}', Form.JSON),
        ("7h30 Đón tiếp đại biểu".encode(), Form.PLAIN),
        ("7h30 Đón tiếp đại biểu".encode("utf-16"), Form.PLAIN),
        (b"Ch\xb5o c\xea - \xa7\xe3n ti\xd5p", Form.PLAIN),
        ("[Tên giải] 7h30 <i>".encode(), Form.PLAIN),
    ],
)
def test_a_form_is_known_by_what_stands_in_it(data: bytes, form: Form) -> None:
    assert form_of(data, "tep.dat") is form


def test_a_text_is_a_sheet_by_its_ending() -> None:
    assert form_of(b"a,b", "plan.CSV") is Form.CSV


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0",
        b"\xff\xd8\xff\xe0\0\x10JFIF\0\1",
        b"MZ\x90\0\3\0\0\0\4\0\0\0\xff\xff\0\0",
        b"\0\0\0\x20ftypisom\0\0\2\0",
        zipped({"a.txt": b"x"}),
        b'<?xml version="1.0"?><plan/>',
        zipped({"[Content_Types].xml": b"presentationml"}),
    ],
)
def test_what_no_reader_knows_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(data)
    assert why(path) == (Failure.UNKNOWN_FORM, "plan.docx")


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.docx").write_bytes(b"")
    (tmp_path / "blank.txt").write_bytes(b" \r\n")
    assert why(tmp_path / "none.docx") == (Failure.MISSING, "none.docx")
    assert why(tmp_path / "empty.docx" / "none.docx") == (Failure.MISSING, "none.docx")
    assert why(tmp_path) == (Failure.NOT_A_FILE, tmp_path.name)
    assert why(tmp_path / "empty.docx") == (Failure.EMPTY, "empty.docx")
    assert why(tmp_path / "blank.txt") == (Failure.EMPTY, "blank.txt")
    assert why(tmp_path / "a\0b.docx")[0] is Failure.UNREADABLE


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="this user may read all")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(WORD)
    path.chmod(0)
    assert why(path) == (Failure.NO_PERMISSION, "plan.docx")


def test_a_file_that_is_too_large_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    with path.open("wb") as file:
        file.truncate(opening.MOST_BYTES + 1)
    with pytest.raises(CannotRead) as cannot:
        read_document(path)
    assert cannot.value.failure is Failure.TOO_BIG
    about = {"file": "plan.docx", "path": str(path), "size": "50", "most": "50"}
    assert cannot.value.about == about


def test_nothing_pasted_is_nothing_to_read() -> None:
    with pytest.raises(CannotRead) as cannot:
        read_pasted(" \n")
    assert cannot.value.failure is Failure.EMPTY


# Zips that are out to harm


def failure_of(data: bytes) -> Failure:
    with pytest.raises(CannotRead) as cannot:
        read_bytes(data, "plan.docx")
    return cannot.value.failure


def test_a_part_that_unpacks_to_too_much_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_XML", 1_000_000)
    bomb = zipped({"[Content_Types].xml": TYPES.encode(), "word/document.xml": b" " * 1_000_001})
    assert len(bomb) < 2_000
    assert failure_of(bomb) is Failure.BOMB


def test_a_part_that_lies_about_its_size_is_read_no_further() -> None:
    document = b"<w:document/>" + b" " * 1_000_000
    honest = zipped({"[Content_Types].xml": TYPES.encode(), "word/document.xml": document})
    lying = honest.replace(len(document).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    assert lying != honest
    assert failure_of(lying) is Failure.DAMAGED


def test_a_document_with_more_elements_than_memory_should_hold_is_cut_short(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(archive, "MOST_MEMORY", 4_000_000)
    document = read_bytes(docx(paragraph("Chào cờ") * 20_000), "plan.docx")
    assert 1_000 < sum(1 for _ in document.parts[0].lines()) < 20_000
    assert [doubt.code for doubt in document.doubts] == [DoubtCode.CUT_SHORT]


def test_too_many_parts_are_not_looked_at() -> None:
    with pytest.raises(CannotRead) as cannot:
        Archive(zipped({f"{n}": b"" for n in range(MOST_PARTS + 1)}))
    assert cannot.value.failure is Failure.BOMB


def test_entities_and_document_types_are_refused() -> None:
    with pytest.raises(CannotRead):
        parsed(b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>')
    with pytest.raises(CannotRead):
        parsed('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'.encode("utf-16"))
    assert parsed(b"<a><!-- <!DOCTYPE --></a>").tag == "a"


def test_a_zip_with_a_password_says_so() -> None:
    locked = bytearray(WORD)
    at = -1
    for header, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        while (at := locked.find(header, at + 1)) >= 0:
            locked[at + flags] |= 1
    assert failure_of(bytes(locked)) is Failure.ENCRYPTED


@pytest.mark.parametrize("end", [10, 100, len(WORD) // 2, len(WORD) - 5])
def test_a_file_cut_short_is_damaged(end: int) -> None:
    assert failure_of(WORD[:end]) is Failure.DAMAGED


def test_parts_may_be_named_as_windows_names_files() -> None:
    with zipfile.ZipFile(BytesIO(WORD)) as file:
        parts = {name.replace("/", "\\"): file.read(name) for name in file.namelist()}
    document = read_bytes(zipped(parts), "plan.docx")
    assert [line.text for line in document.parts[0].lines()] == ["Chào cờ"]
