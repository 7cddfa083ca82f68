"""Which form a file has, by what stands in it: its name is asked only between texts that look alike."""

from __future__ import annotations

import codecs
import re
from enum import StrEnum
from pathlib import PurePath

from runofshow.office.archive import Archive
from runofshow.office.failure import CannotRead, Failure

_WEB_ARCHIVE = re.compile(
    rb"\A[\w-]+:.*?^mime-version:.*?multipart/related", re.IGNORECASE | re.DOTALL | re.MULTILINE
)


class Form(StrEnum):
    """Each has its reader in opening.py."""

    WORD = "docx"
    """.docx, .docm, .dotx"""
    WORD_97 = "doc"
    OPEN_TEXT = "odt"
    FLAT_OPEN_TEXT = "fodt"
    RICH_TEXT = "rtf"
    WORKBOOK = "xlsx"
    """.xlsx, .xlsm, .xlsb"""
    WORKBOOK_97 = "xls"
    OPEN_SHEET = "ods"
    PDF = "pdf"
    HTML = "html"
    JSON = "json"
    CSV = "csv"
    PLAIN = "txt"
    """.txt, .md, pasted text"""


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TEXT_CONTROLS = frozenset(b"\t\n\r\f\x0b\x1a\x1b\x00")
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|meta|div|p|h[1-6])\b", re.IGNORECASE)
_AGENDA_TITLE = re.compile(rb"^title:[ \t]*\S", re.MULTILINE)
_AGENDA_ITEMS = re.compile(rb"^(?:items|sessions):[ \t]*\r?$", re.MULTILINE)


def form_of(data: bytes, name: str) -> Form:
    """Raises CannotRead: UNKNOWN_FORM, ENCRYPTED, DAMAGED, BOMB, ALREADY_AGENDA."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _form_of_zip(Archive(data))
    if data.startswith(OLE):
        return _form_of_ole(data)
    start = data[:4096].removeprefix(codecs.BOM_UTF8).lstrip()
    if start.startswith(b"{\\rtf"):
        return Form.RICH_TEXT
    if b"%PDF-" in data[:1024]:
        return Form.PDF
    if not _is_text(data):
        raise CannotRead(Failure.UNKNOWN_FORM)
    return _form_of_text(_first_letters(data), name)


def _form_of_zip(archive: Archive) -> Form:
    names = archive.sizes()
    kind = archive.read("mimetype", most=200).decode("ascii", "replace").strip()
    if kind.startswith("application/vnd.oasis.opendocument."):
        if b"manifest:encryption-data" in archive.read("META-INF/manifest.xml"):
            raise CannotRead(Failure.ENCRYPTED)
        if ".text" in kind:
            return Form.OPEN_TEXT
        if ".spreadsheet" in kind:
            return Form.OPEN_SHEET
        raise CannotRead(Failure.UNKNOWN_FORM)
    types = archive.read("[Content_Types].xml")
    if b"wordprocessingml" in types or "word/document.xml" in names:
        return Form.WORD
    if b"spreadsheetml" in types or b"ms-excel.sheet" in types or "xl/workbook.xml" in names:
        return Form.WORKBOOK
    raise CannotRead(Failure.UNKNOWN_FORM)


def _form_of_ole(data: bytes) -> Form:
    from io import BytesIO

    from olefile import OleFileIO

    try:
        with OleFileIO(BytesIO(data)) as ole:
            names = {stream[0].lower() for stream in ole.listdir() if len(stream) == 1}
    except (OSError, ValueError, LookupError, TypeError, RecursionError, OverflowError) as problem:
        raise CannotRead(Failure.DAMAGED) from problem
    if "encryptedpackage" in names:
        raise CannotRead(Failure.ENCRYPTED)
    if "worddocument" in names:
        return Form.WORD_97
    if "workbook" in names or "book" in names:
        return Form.WORKBOOK_97
    raise CannotRead(Failure.UNKNOWN_FORM)


def _is_text(data: bytes) -> bool:
    """Old Vietnamese encodings use most bytes above 31; UTF-16 has a zero in every other place."""
    start = data[:65536]
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    odd = sum(byte < 32 and byte not in _TEXT_CONTROLS for byte in start)
    zeros = start.count(0)
    utf16 = (
        zeros > len(start) // 5 and zeros != len(start) and not (start[::2].count(0) and start[1::2].count(0))
    )
    return odd <= len(start) // 200 and (zeros == 0 or utf16)


def _first_letters(data: bytes) -> bytes:
    """The beginning, in one byte a letter as far as it is ASCII."""
    start = data[:8192]
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in start:
        return (
            start[2:].replace(b"\0", b"").lstrip() if start[0] > 127 else start.replace(b"\0", b"").lstrip()
        )
    return start.removeprefix(codecs.BOM_UTF8).lstrip()


def _form_of_text(start: bytes, name: str) -> Form:
    if start.startswith(b"<?xml") and b"urn:oasis:names:tc:opendocument:xmlns:office" in start:
        return Form.FLAT_OPEN_TEXT
    if _WEB_ARCHIVE.search(start):
        return Form.HTML
    if start.startswith(b"<") and _PAGE.search(start):
        return Form.HTML
    ending = PurePath(name).suffix.lower()
    if _is_agenda(start, ending):
        raise CannotRead(Failure.ALREADY_AGENDA)
    if ending in (".htm", ".html") and _PAGE.search(start):
        return Form.HTML
    if start.startswith(b"<?xml"):
        raise CannotRead(Failure.UNKNOWN_FORM)
    if start.startswith((b"{", b"[{")) and re.match(rb"(?:\[\s*)?\{\s*\"", start):
        return Form.JSON
    return Form.CSV if ending in (".csv", ".tsv") else Form.PLAIN


def _is_agenda(start: bytes, ending: str) -> bool:
    """By the first line that we write, or by its keys: a long comment may push the items out of the start."""
    titled = _AGENDA_TITLE.search(start) is not None
    keyed = titled and (ending in (".yaml", ".yml") or _AGENDA_ITEMS.search(start) is not None)
    return start.startswith(b"# yaml-language-server:") or keyed
